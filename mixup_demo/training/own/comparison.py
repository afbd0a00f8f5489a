"""Accuracies of folds: mean, spread, and the interval of a paired difference."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mixup_demo.training.folds import corrected_interval


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

    Args:
        one, other: a value a fold, the same folds.
        learned, tested: images on the two sides of a fold, on average.
    """
    differences = np.asarray(one, np.float64) - np.asarray(other, np.float64)
    low, high = corrected_interval(differences, tested / learned) or (None, None)
    return Difference(float(differences.mean()), low, high)
