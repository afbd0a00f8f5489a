"""Calibration: does confidence match accuracy, and is it lower out of distribution?

Confidence is the largest probability of an answer.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.metrics import roc_auc_score

from mixup_demo.results import Floats, Integers

BINS = 15

#: where the temperature is looked for
COLDEST, HOTTEST = 0.05, 20.0

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class ReliabilityBin:
    """The answers whose confidence lies above `low` and not above `high`.

    Attributes:
        low, high: the bin's edges.
        confidence: their mean confidence; None where there are no answers.
        accuracy: the share of right ones; None where there are no answers.
        count: their number.
    """

    low: float
    high: float
    confidence: float | None
    accuracy: float | None
    count: int


def bin_numbers(confidence: Floats, bins: int = BINS) -> NDArray[np.intp]:
    """Return the number of each confidence's bin of equal width (low, high], (N,)."""
    numbers = np.searchsorted(np.linspace(0, 1, bins + 1), confidence, side="left") - 1
    return np.clip(numbers, 0, bins - 1)


def reliability_bins(
    confidence: Floats, right: NDArray[np.bool_], bins: int = BINS
) -> list[ReliabilityBin]:
    """Return the reliability diagram of N answers, from the lowest bin to the highest."""
    numbers = bin_numbers(confidence, bins)
    edges = np.linspace(0, 1, bins + 1)
    return [
        _bin(low, high, confidence[numbers == number], right[numbers == number])
        for number, (low, high) in enumerate(pairwise(edges))
    ]


def _bin(low: float, high: float, confidence: Floats, right: NDArray[np.bool_]) -> ReliabilityBin:
    if not len(right):
        return ReliabilityBin(float(low), float(high), None, None, 0)
    mean, share = float(np.mean(confidence, dtype=np.float64)), float(right.mean())
    return ReliabilityBin(float(low), float(high), mean, share, len(right))


def calibration_error(confidence: Floats, right: NDArray[np.bool_], bins: int = BINS) -> float:
    """Return the expected calibration error, Σ_b n_b / N · |confidence_b − accuracy_b|; ideally 0.

    Source: Naeini et al. 2015 and Guo et al. 2017, arXiv 1706.04599, section 2.
    """
    return float(np.abs(binned_gaps(confidence, right, bins).mean(axis=0)).sum())


def binned_gaps(confidence: Floats, right: NDArray[np.bool_], bins: int = BINS) -> Doubles:
    """Return confidence − right of each answer in its bin's column and 0 elsewhere, (N, bins).

    The calibration error is the sum of the columns' absolute means.
    """
    gaps = np.zeros((len(confidence), bins))
    gaps[np.arange(len(gaps)), bin_numbers(confidence, bins)] = confidence - right.astype(float)
    return gaps


def fit_temperature(log_probabilities: Floats, labels: Integers) -> float | None:
    """Return the temperature T that minimises the labels' loss under softmax(z / T).

    None where there are no answers, or where no T between `COLDEST` and `HOTTEST` does: answers
    that are all right ask for ever more confidence.

    Source: Guo et al. 2017, arXiv 1706.04599, section 4.2.

    Args:
        log_probabilities: (N, K), or logits z, which is the same to a softmax.
        labels: indices of classes, (N,).
    """

    def loss(logarithm: float) -> float:
        scaled = with_temperature(log_probabilities, float(np.exp(logarithm)))
        return -float(scaled[np.arange(len(labels)), labels].mean())

    if not len(labels):
        return None
    bounds = np.log([COLDEST, HOTTEST])
    best = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-6})
    found = float(np.exp(best.x))
    return found if 1.01 * COLDEST < found < HOTTEST / 1.01 else None


def with_temperature(log_probabilities: Floats, temperature: float) -> Doubles:
    """Return the log-probabilities (N, K) at a temperature; above 1 they become less confident."""
    scaled: Doubles = log_softmax(np.asarray(log_probabilities, np.float64) / temperature, axis=1)
    return scaled


def auroc(inside: Floats, outside: Floats) -> float:
    """Return the AUROC of a score between N inside and M outside images: 1 perfect, ½ chance.

    The area under the ROC curve: the probability that the score of an inside image is above that of
    an outside one, ties counting half.
    """
    truth = np.repeat([1, 0], [len(inside), len(outside)])
    return float(roc_auc_score(truth, np.concatenate([inside, outside])))


def weighted_auroc(
    inside: Floats, outside: Floats, inside_weights: Doubles, outside_weights: Doubles
) -> Doubles:
    """Return the same, (R,), for R sets of weights of the images, (R, N) and (R, M), at once."""
    order = np.argsort(outside)
    ranked = outside[order]
    below = np.cumsum(outside_weights[:, order], axis=1)
    below = np.concatenate([np.zeros((len(below), 1)), below], axis=1)
    ends = (np.searchsorted(ranked, inside, side) for side in ("left", "right"))
    won = sum(below[:, end] for end in ends) / 2
    total = inside_weights.sum(axis=1) * outside_weights.sum(axis=1)
    areas: Doubles = (inside_weights * won).sum(axis=1) / total
    return areas
