"""Errors on adversarial images, in the white box and in the black box (paper, section 3.5)."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Bools, Material, as_input, wrong
from mixup_demo.evaluation.intervals import interval
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.comparisons import BLACK_BOX
from mixup_demo.models.engine import Images, Singles
from mixup_demo.probes.attack_methods import STEPS
from mixup_demo.probes.attacks import LEVEL, attack

#: in levels of 8-bit images
BUDGETS = (1, 2, 4, 8)

#: images that are attacked at once
CHUNK = 250

#: the third model, the source of gradients in black-box attacks
SOURCE = BLACK_BOX["cifar10"]

#: further sources: smaller networks, which are weaker, the last one trained on fewer images, too
FURTHER = ("small-erm", "scarce-erm-seed0")

NO_SOURCE = dict.fromkeys(("source_model", "source_epochs", "source_error"))

#: which images each model answers wrongly, (N,), by role
Wrong = dict[str, Bools]


class Attacked(NamedTuple):
    """Images (N, 3, H, W) that are attacked, and their labels (N,)."""

    images: Singles
    labels: NDArray[np.intp]


def evaluate(material: Material) -> Findings:
    """Attack both models, with their own gradients and with other models' where they are trained.

    Raises:
        WeightsError: one of the pair is missing.
    """
    n_test = len(material.labels)
    chosen = material.draw("attacked images", n_test, material.sizes.attacked)
    attacked = Attacked(as_input(material.data.test_images[chosen]), material.labels[chosen])
    sources, further = material.present([SOURCE]), material.present(FURTHER)
    jobs = [
        (method, source, budget)
        for method in STEPS
        for source in (None, *sources)
        for budget in BUDGETS
    ]
    clean = {role: material.wrong(name)[chosen] for role, name in material.pair.items()}
    return Findings(
        n=len(chosen),
        models=[*material.pair.values(), *sources, *further],
        values={
            "budgets": BUDGETS,
            "steps": STEPS["ifgsm"],
            **(_source(material, SOURCE, attacked) if sources else NO_SOURCE),
            "epochs": material.epochs(material.pair["mixup"]),
            "clean": errors(material, clean),
            "attacks": [_row(material, attacked, *job) for job in progress(jobs, "adversarial")],
            "further": [
                {
                    **_source(material, name, attacked),
                    "attacks": [
                        _row(material, attacked, method, name, budget)
                        for method in STEPS
                        for budget in BUDGETS
                    ],
                }
                for name in progress(further, "further sources")
            ],
        },
    )


def _source(material: Material, name: str, attacked: Attacked) -> dict[str, Any]:
    """Return what a source's strength depends on, and its error on the images that are attacked."""
    return {
        "source_model": name,
        "source_epochs": material.recipe(name).epochs,
        "source_error": wrong(material.ask(name, attacked.images), attacked.labels).mean(),
    }


def _row(
    material: Material, attacked: Attacked, method: str, source: str | None, budget: int
) -> dict[str, Any]:
    """Return errors and their ratio under one attack; without a source, each model is its own."""
    fooled = _fooled(material, attacked, method, source, budget)
    box = "black" if source else "white"
    return {
        **{"method": method, "source": box, "budget": budget},
        **errors(material, fooled),
        "ratio": ratio(material, fooled),
    }


def _fooled(
    material: Material, attacked: Attacked, method: str, source: str | None, budget: int
) -> Wrong:
    """Return which attacked images each model answers wrongly."""
    pair = material.engine(material.pair)
    attacker = material.engine({"source": source}) if source else pair
    parts: list[Wrong] = []
    for start in range(0, len(attacked.labels), CHUNK):
        some = slice(start, start + CHUNK)
        images, labels = attacked.images[some], attacked.labels[some]
        made = attack(attacker, images, labels, budget * LEVEL, method)
        shown: Images = made["source"] if source else made
        answers = pair.probabilities(shown)
        parts.append({role: wrong(answers[role], labels) for role in answers})
    return {role: np.concatenate([part[role] for part in parts]) for role in PAIR}


def errors(material: Material, fooled: Wrong) -> dict[str, Any]:
    """Return each role's error and its interval over images."""
    return {
        role: {"error": rows.mean(), "interval": material.bootstrap.of_mean(rows)}
        for role, rows in fooled.items()
    }


def ratio(material: Material, fooled: Wrong) -> dict[str, Any]:
    """Return mixup's accuracy divided by ERM's; None where ERM's is 0."""
    right = 1.0 - np.stack([fooled["erm"], fooled["mixup"]], axis=1)
    erm, mixup = right.mean(axis=0)
    samples = material.bootstrap.means(right)
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = interval(samples[:, 1] / samples[:, 0])
    return {"value": mixup / erm if erm else None, "interval": ends}
