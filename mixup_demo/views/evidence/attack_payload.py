"""The live attack's answer: all that depends on the budget, ready to be looked up."""

import json
from typing import Any

import numpy as np

from mixup_demo.views.evidence.figures import attack_figure
from mixup_demo.serving.encoding import pixel_bytes, rounded
from mixup_demo.probes.attacks import LEVEL
from mixup_demo.serving.questions import AttackQuestion
from mixup_demo.results import Attack

#: classes besides the image's own that get bars of their own
OTHERS_SHOWN = 4


def attack_payload(asked: AttackQuestion, attack: Attack) -> dict[str, Any]:
    """Return an attack with every budget: images, perturbations and answers by model.

    Perturbations stand about mid grey, so amplified that the largest budget fills the range.
    """
    gain = 0.5 / (LEVEL * attack.epsilons.max())
    return {
        "pair": asked.pair,
        "label": attack.label,
        "epsilons": attack.epsilons.tolist(),
        "shown": {
            model: [pixel_bytes(x) for x in images] for model, images in attack.images.items()
        },
        "perturbation": {
            model: [pixel_bytes(0.5 + gain * (x - images[0])) for x in images]
            for model, images in attack.images.items()
        },
        "amplification": f"{gain:.0f}",
        "bars": _bars(attack),
        "falls": {model: _fall(attack, model) for model in attack.probabilities},
        "figure": json.loads(attack_figure(attack).to_json()),
        "device": attack.device,
        "precision": attack.precision,
    }


def _bars(attack: Attack) -> list[dict[str, Any]]:
    """Return the rows of the answers: the image's class, the likeliest others, and the rest.

    Likeliest at any budget, so that the class that an attack ends in has a row of its own.
    """
    highest = np.max([p.max(axis=0) for p in attack.probabilities.values()], axis=0)
    others = [int(k) for k in np.argsort(-highest) if k != attack.label]
    named = [(attack.label, "a"), *((k, "other") for k in others[:OTHERS_SHOWN])]
    bars = [_bar(attack, attack.classes[index], kind, [index]) for index, kind in named]
    return [*bars, _bar(attack, None, "other", others[OTHERS_SHOWN:])]


def _bar(attack: Attack, name: str | None, kind: str, columns: list[int]) -> dict[str, Any]:
    values = {
        model: rounded(probabilities[:, columns].sum(axis=1))
        for model, probabilities in attack.probabilities.items()
    }
    return {"class": name, "kind": kind, "count": len(columns), **values}


def _fall(attack: Attack, model: str) -> int | None:
    """Return the smallest budget at which the answer is not the image's class, None for none."""
    wrong = attack.probabilities[model].argmax(axis=1) != attack.label
    return int(attack.epsilons[wrong.argmax()]) if wrong.any() else None
