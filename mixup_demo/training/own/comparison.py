"""Accuracies of folds: mean, spread, and the interval of a paired difference."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import t

#: of the interval
COVERAGE = 0.95
#: by how much folds may differ by rounding alone
ALIKE = 1e-12


class Difference(NamedTuple):
    """Of one way of training less the other, over folds, as shares.

    Attributes:
        mean: of the folds' differences.
        low, high: ends of its 95 % interval; None where all folds are alike.
    """

    mean: float
    low: float | None
    high: float | None


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return mean and standard deviation (of a sample) of at least two values."""
    return float(np.mean(values)), float(np.std(values, ddof=1))


def paired(
    one: Sequence[float], other: Sequence[float], learned: float, tested: float
) -> Difference:
    """Return `one` less `other`, fold by fold, with the corrected interval.

    Folds share most of their training images, so their differences are not independent, and
    Student's interval would be too narrow: its variance s² / K becomes s² (1 / K + n_test /
    n_train) (Nadeau and Bengio 2003, Inference for the Generalization Error, equation 8).

    Args:
        one, other: a value a fold, the same folds.
        learned, tested: images on the two sides of a fold, on average.
    """
    differences = np.asarray(one, np.float64) - np.asarray(other, np.float64)
    mean, deviation = spread(differences.tolist())
    if deviation < ALIKE:
        return Difference(mean, None, None)
    count = len(differences)
    half = float(t.ppf((1 + COVERAGE) / 2, count - 1)) * deviation
    half *= (1 / count + tested / learned) ** 0.5
    return Difference(mean, mean - half, mean + half)
