"""The live attack's answer: all that depends on the budget, ready to be looked up."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from mixup_demo.probes.attacks import LEVEL
from mixup_demo.results import Attack
from mixup_demo.serving.encoding import figure_json, model_facts, pixel_bytes, rounded
from mixup_demo.serving.questions import AttackQuestion
from mixup_demo.views.evidence.figures import attack_figure

#: classes besides the image's own that get bars of their own
OTHERS_SHOWN = 4
#: values of images up to which those of all budgets come in one answer
SMALL_VALUES = 500_000


def attack_payload(asked: AttackQuestion, attack: Attack, epsilon: int) -> dict[str, Any]:
    """Return an attack: the answers at every budget, and what was shown at one.

    Where all images together are small, all come at once, so that none is fetched later.
    """
    small = sum(image.size for image in attack.images.values()) <= SMALL_VALUES
    budgets = attack.epsilons.tolist()
    return {
        **model_facts(asked.comparison),
        "labels": [attack.label],
        "guessed": list(asked.guessed),
        "epsilons": attack.epsilons.tolist(),
        "amplification": _amplification(attack),
        **({"pixels_all": _pixels(attack, budgets)} if small else pixels_payload(attack, epsilon)),
        "bars": _bars(attack),
        "falls": {model: _fall(attack, model) for model in attack.probabilities},
        "figure": figure_json(attack_figure(attack)),
        "device": attack.device,
        "precision": attack.precision,
    }


def pixels_payload(attack: Attack, epsilon: int) -> dict[str, Any]:
    """Return what the models were shown at one budget, and its difference from the image."""
    return {
        "epsilon": epsilon,
        "pixels": {
            model: {name: rows[0] for name, rows in one.items()}
            for model, one in _pixels(attack, [epsilon]).items()
        },
        "amplification": _amplification(attack),
    }


def _amplification(attack: Attack) -> str:
    return f"{_gain(attack):.0f}"


def _pixels(attack: Attack, budgets: Sequence[int]) -> dict[str, dict[str, list[str]]]:
    """Return images and perturbations by model, an item a budget.

    Perturbations stand about mid grey, so amplified that the largest budget fills the range.
    """
    gain = _gain(attack)
    return {
        model: {
            "shown": [pixel_bytes(images[budget]) for budget in budgets],
            "perturbation": [
                pixel_bytes(0.5 + gain * (images[budget] - images[0])) for budget in budgets
            ],
        }
        for model, images in attack.images.items()
    }


def _gain(attack: Attack) -> float:
    return float(0.5 / (LEVEL * attack.epsilons.max()))


def _bars(attack: Attack) -> list[dict[str, Any]]:
    """Return the rows of the answers: the image's class, the likeliest others, and the rest.

    Likeliest at any budget, so that the class that an attack ends in has a row of its own.
    """
    highest = np.max([p.max(axis=0) for p in attack.probabilities.values()], axis=0)
    others = [int(k) for k in np.argsort(-highest) if k != attack.label]
    named = [(attack.label, "a"), *((k, "other") for k in others[:OTHERS_SHOWN])]
    bars = [_bar(attack, attack.classes[index], kind, [index]) for index, kind in named]
    rest = others[OTHERS_SHOWN:]
    return [*bars, _bar(attack, None, "other", rest)] if rest else bars


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
