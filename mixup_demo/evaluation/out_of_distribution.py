"""The models' confidence on images that show none of their classes."""

from typing import Any

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.calibration import fitted_temperatures
from mixup_demo.evaluation.images_outside import SETS
from mixup_demo.evaluation.intervals import interval
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.calibration import auroc, weighted_auroc, with_temperature
from mixup_demo.results import Floats


def evaluate(material: Material) -> Findings:
    """Compare confidence on the test images and on each set of `images_outside`.

    Raises:
        WeightsError: one of the pair is missing.
    """
    answers = {role: material.answers(name) for role, name in PAIR.items()}
    temperatures = fitted_temperatures(material)
    return Findings(
        n=len(material.labels),
        models=list(PAIR.values()),
        values={
            "temperatures": temperatures,
            "inside": {
                role: {
                    **_mean(material, confidence_of(rows)),
                    "scaled": _mean(material, confidence_of(rows, temperatures[role])),
                }
                for role, rows in answers.items()
            },
            "sets": [
                _set(material, name, answers, temperatures)
                for name in progress(list(SETS), "outside")
            ],
        },
    )


def confidence_of(answers: Singles, temperature: float = 1.0) -> Floats:
    """Return the largest probability of N answers, (N,), from log-probabilities (N, K)."""
    highest: Floats = np.exp(with_temperature(answers, temperature).max(axis=1))
    return highest


def _set(
    material: Material, name: str, answers: dict[str, Singles], temperatures: dict[str, float]
) -> dict[str, Any]:
    """Return confidence and AUROC, and under "scaled" the same at the fitted temperatures."""
    images = SETS[name](material.sizes.outside, material.rng(name), material.data)
    row: dict[str, Any] = {"set": name, "n": len(images)}
    for role, model in PAIR.items():
        outside, known = material.ask(model, images), answers[role]
        scaled = temperatures[role]
        row[role] = {
            **separation(material, confidence_of(known), confidence_of(outside)),
            "scaled": separation(
                material, confidence_of(known, scaled), confidence_of(outside, scaled)
            ),
        }
    return row


def separation(material: Material, inside: Floats, outside: Floats) -> dict[str, Any]:
    """Return how sure a model is of images outside, and how well that tells them from others."""
    return {
        **_mean(material, outside),
        "auroc": auroc(inside, outside),
        "auroc_interval": _auroc_interval(material, inside, outside),
    }


def _mean(material: Material, confidence: Floats) -> dict[str, Any]:
    """Return mean and interval of N confidences."""
    mean = confidence.mean(dtype=np.float64)
    return {"confidence": mean, "interval": material.bootstrap.of_mean(confidence)}


def _auroc_interval(material: Material, inside: Floats, outside: Floats) -> list[float] | None:
    """Draw test images and images of the set anew, independently of each other."""
    drawn_inside = material.bootstrap.counts(len(inside))
    drawn_outside = material.bootstrap_for("bootstrap of sets").counts(len(outside))
    parts = [
        weighted_auroc(inside, outside, *weights)
        for weights in zip(drawn_inside, drawn_outside, strict=True)
    ]
    return interval(np.concatenate(parts))
