"""Confidence against accuracy, before and after temperature scaling on held-out images."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Bools, Material, wrong
from mixup_demo.evaluation.intervals import Samples, interval, recentred
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.temperature import AS_TRAINED
from mixup_demo.probes import calibration as probe
from mixup_demo.results import Floats, Integers


class Judged(NamedTuple):
    """N answers: their confidence, and whether they are right."""

    confidence: Floats
    right: Bools


def evaluate(material: Material) -> Findings:
    """Fit the temperature on one half of the test images, measure on the other.

    Intervals are over the images measured, with the temperature as fitted. They tell how much a
    calibration error varies; chance also raises it, by some 0.01 where a model of 5,000 images is
    calibrated, so that errors of this size cannot be distinguished from 0.

    Raises:
        WeightsError: one of the pair is missing.
    """
    fit, measured = halves(material)
    answers = {role: material.answers(name) for role, name in material.pair.items()}
    temperatures = fitted_temperatures(material)
    times = {"before": dict.fromkeys(PAIR, AS_TRAINED), "after": temperatures}
    labels = material.labels[measured]
    judged = {
        time: {role: judge(rows[measured], labels, at[role]) for role, rows in answers.items()}
        for time, at in times.items()
    }
    values: dict[str, Any] = {
        role: {time: _numbers(material, judged[time][role]) for time in times} for role in PAIR
    }
    for role, temperature in temperatures.items():
        values[role]["after"]["temperature"] = temperature
    difference = {time: error_difference(material, judged[time]) for time in times}
    return Findings(
        n=len(measured),
        models=list(material.pair.values()),
        values={"bins": probe.BINS, "fit_n": len(fit), **values, "difference": difference},
    )


def halves(material: Material) -> list[NDArray[np.intp]]:
    """Return the numbers of the test images that fit the temperature, and of those that measure."""
    order = material.rng("fit or measure").permutation(len(material.labels))
    return np.split(order, [len(order) // 2])


def fitted_temperatures(material: Material) -> dict[str, float]:
    """Return the temperature at which each model's confidence fits its accuracy best, by role.

    Raises:
        WeightsError: one of the pair is missing.
    """
    return {role: fitted_temperature(material, name) for role, name in material.pair.items()}


def fitted_temperature(material: Material, name: str) -> float:
    """Return the temperature at which a model's confidence fits its accuracy best.

    `AS_TRAINED` where none fits, as of few images that are all right.

    Raises:
        WeightsError: there is no such model.
    """
    fit, _ = halves(material)
    found = probe.fit_temperature(material.answers(name)[fit], material.labels[fit])
    return AS_TRAINED if found is None else found


def judge(log_probabilities: Floats, labels: Integers, temperature: float) -> Judged:
    """Return N answers, from their log-probabilities (N, K), at a temperature."""
    scaled = probe.with_temperature(log_probabilities, temperature)
    return Judged(np.exp(scaled.max(axis=1)), ~wrong(scaled, labels))


def _numbers(material: Material, judged: Judged) -> dict[str, Any]:
    error = probe.calibration_error(*judged)
    samples = _errors(material.bootstrap.means(probe.binned_gaps(*judged)))
    confidence, accuracy = judged.confidence.mean(), judged.right.mean()
    return {
        "ece": error,
        "interval": interval(recentred(samples, error).clip(min=0)),
        "gap": confidence - accuracy,
        "confidence": confidence,
        "accuracy": accuracy,
        "bins": [vars(one) for one in probe.reliability_bins(*judged)],
    }


def _errors(mean_gaps: Samples) -> Samples:
    errors: Samples = np.abs(mean_gaps).sum(axis=-1)
    return errors


def error_difference(material: Material, judged: Mapping[str, Judged]) -> dict[str, Any]:
    """Return mixup's calibration error less ERM's, on the same images, and its interval over them.

    Args:
        material: whose bootstrap draws the images.
        judged: the answers by role.
    """
    gaps = np.stack([probe.binned_gaps(*judged[role]) for role in ("erm", "mixup")], axis=1)
    erm, mixup = _errors(gaps.mean(axis=0))
    samples = _errors(material.bootstrap.means(gaps))
    differences = recentred(samples[:, 1] - samples[:, 0], mixup - erm)
    return {"value": mixup - erm, "interval": interval(differences)}
