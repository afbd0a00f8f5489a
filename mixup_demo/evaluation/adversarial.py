"""Errors on adversarial images, in the white box and in the black box (paper, section 3.5)."""

from typing import Any

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Bools, Material, as_input, wrong
from mixup_demo.evaluation.intervals import interval
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Images, Singles
from mixup_demo.models.zoo import BLACK_BOX, COMPARISONS
from mixup_demo.probes.attack_methods import STEPS
from mixup_demo.probes.attacks import LEVEL, attack

#: in levels of 8-bit images
BUDGETS = (1, 2, 4, 8)

#: images that are attacked at once
CHUNK = 250

#: the third model, the source of gradients in black-box attacks
SOURCE = BLACK_BOX[next(iter(COMPARISONS))]

#: which images each model answers wrongly, (N,), by role
Wrong = dict[str, Bools]


def evaluate(material: Material) -> Findings:
    """Attack both models, with their own gradients and with a third model's where it is trained.

    Raises:
        WeightsError: one of the pair is missing.
    """
    n_test = len(material.labels)
    chosen = material.draw("attacked images", n_test, material.sizes.attacked)
    images = as_input(material.data.test_images[chosen])
    labels = material.labels[chosen]
    sources = material.present([SOURCE])
    jobs = [
        (method, source, budget)
        for method in STEPS
        for source in ("white", *("black" for _ in sources))
        for budget in BUDGETS
    ]
    attacks = []
    for method, source, budget in progress(jobs, "adversarial"):
        fooled = _fooled(material, images, labels, (method, source, budget))
        row = {"method": method, "source": source, "budget": budget}
        attacks.append({**row, **errors(material, fooled), "ratio": ratio(material, fooled)})
    clean = {role: material.wrong(name)[chosen] for role, name in PAIR.items()}
    return Findings(
        n=len(labels),
        models=[*PAIR.values(), *sources],
        values={
            "budgets": BUDGETS,
            "steps": STEPS["ifgsm"],
            "source_model": SOURCE if sources else None,
            "source_epochs": material.recipe(SOURCE).epochs if sources else None,
            "epochs": material.recipe(PAIR["mixup"]).epochs,
            "clean": errors(material, clean),
            "attacks": attacks,
        },
    )


def _fooled(
    material: Material, images: Singles, labels: np.ndarray, job: tuple[str, str, int]
) -> Wrong:
    """Return which attacked images each model answers wrongly."""
    method, source, budget = job
    pair = material.engine(PAIR)
    attacker = pair if source == "white" else material.engine({"source": SOURCE})
    parts: list[Wrong] = []
    for start in range(0, len(labels), CHUNK):
        some, some_labels = images[start : start + CHUNK], labels[start : start + CHUNK]
        made = attack(attacker, some, some_labels, budget * LEVEL, method)
        shown: Images = made if source == "white" else made["source"]
        answers = pair.probabilities(shown)
        parts.append({role: wrong(answers[role], some_labels) for role in answers})
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
