"""The models' confidence on images that show none of their classes."""

from collections.abc import Mapping
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
    outside = {role: material.ask(model, images) for role, model in PAIR.items()}
    as_trained, scaled = (
        separation(material, *(_confidences(of, at) for of in (answers, outside)))
        for at in (dict.fromkeys(PAIR, 1.0), temperatures)
    )
    return {"set": name, "n": len(images), **as_trained, "scaled": scaled}


def _confidences(
    answers: Mapping[str, Singles], temperatures: Mapping[str, float]
) -> dict[str, Floats]:
    return {role: confidence_of(rows, temperatures[role]) for role, rows in answers.items()}


def separation(
    material: Material, inside: Mapping[str, Floats], outside: Mapping[str, Floats]
) -> dict[str, Any]:
    """Return how sure two models are of images outside, and how well that tells them from others.

    Args:
        material: what the intervals are drawn with.
        inside: confidences in N test images by role, (N,).
        outside: in M images of no class, (M,).

    Returns:
        By role "confidence" with its "interval" and "auroc" with its "auroc_interval"; under
        "difference" mixup less ERM of both, each a "value" and its "interval" over the same images.
    """
    areas = {role: _resampled(material, inside[role], outside[role]) for role in PAIR}
    each = {
        role: {
            **_mean(material, outside[role]),
            "auroc": auroc(inside[role], outside[role]),
            "auroc_interval": interval(areas[role]),
        }
        for role in PAIR
    }
    intervals = {
        "confidence": material.bootstrap.of_mean(outside["mixup"] - outside["erm"]),
        "auroc": interval(areas["mixup"] - areas["erm"]),
    }
    differences = {
        measure: {"value": each["mixup"][measure] - each["erm"][measure], "interval": ends}
        for measure, ends in intervals.items()
    }
    return {**each, "difference": differences}


def _mean(material: Material, confidence: Floats) -> dict[str, Any]:
    """Return mean and interval of N confidences."""
    mean = confidence.mean(dtype=np.float64)
    return {"confidence": mean, "interval": material.bootstrap.of_mean(confidence)}


def _resampled(material: Material, inside: Floats, outside: Floats) -> Floats:
    """Return the AUROC of test images and images of the set, drawn anew independently, (R,).

    Every model's are drawn alike.
    """
    drawn_inside = material.bootstrap.counts(len(inside))
    drawn_outside = material.bootstrap_for("bootstrap of sets").counts(len(outside))
    parts = [
        weighted_auroc(inside, outside, *weights)
        for weights in zip(drawn_inside, drawn_outside, strict=True)
    ]
    return np.concatenate(parts)
