"""The models' confidence on images that show none of their classes."""

from typing import Any

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.images_outside import SETS
from mixup_demo.evaluation.intervals import interval
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.calibration import auroc, weighted_auroc


def evaluate(material: Material) -> Findings:
    """Compare confidence on the test images and on each set of `images_outside`.

    Raises:
        WeightsError: one of the pair is missing.
    """
    inside = {role: _confidence(material.answers(name)) for role, name in PAIR.items()}
    return Findings(
        n=len(material.labels),
        models=list(PAIR.values()),
        values={
            "inside": {role: _mean(material, rows) for role, rows in inside.items()},
            "sets": [_set(material, name, inside) for name in progress(list(SETS), "outside")],
        },
    )


def _confidence(answers: Singles) -> Singles:
    highest: Singles = np.exp(answers.max(axis=1))
    return highest


def _set(material: Material, name: str, inside: dict[str, Singles]) -> dict[str, Any]:
    images = SETS[name](material.sizes.outside, material.rng(name), material.data)
    row: dict[str, Any] = {"set": name, "n": len(images)}
    for role, model in PAIR.items():
        outside = _confidence(material.ask(model, images))
        row[role] = {
            **_mean(material, outside),
            "auroc": auroc(inside[role], outside),
            "auroc_interval": _auroc_interval(material, inside[role], outside),
        }
    return row


def _mean(material: Material, confidence: Singles) -> dict[str, Any]:
    """Return mean and interval of N confidences."""
    mean = confidence.mean(dtype=np.float64)
    return {"confidence": mean, "interval": material.bootstrap.of_mean(confidence)}


def _auroc_interval(material: Material, inside: Singles, outside: Singles) -> list[float] | None:
    """Draw test images and images of the set anew, independently of each other."""
    drawn_inside = material.bootstrap.counts(len(inside))
    drawn_outside = material.bootstrap_for("bootstrap of sets").counts(len(outside))
    parts = [
        weighted_auroc(inside, outside, *weights)
        for weights in zip(drawn_inside, drawn_outside, strict=True)
    ]
    return interval(np.concatenate(parts))
