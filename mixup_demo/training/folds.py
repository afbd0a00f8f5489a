"""The interval of a mean over folds or splits, which share most of their training rows.

So what they measure is not independent, and its plain standard error is too small. The corrected
resampled t of Nadeau and Bengio, "Inference for the Generalization Error", Machine Learning 52,
2003, equation 8, multiplies the variance of J splits by 1 / J + (test rows) / (training rows)
instead of by 1 / J.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import t

#: of the interval
COVERAGE = 0.95
#: by how much splits may differ by rounding alone
ALIKE = 1e-12


def corrected_interval(values: ArrayLike, ratio: float) -> list[float] | None:
    """Return Nadeau and Bengio's 95 % interval of the mean of J splits; None where all are equal.

    Args:
        values: one a split.
        ratio: test rows for one training row.
    """
    by_split = np.asarray(values, float)
    if len(by_split) < 2 or np.ptp(by_split) < ALIKE:
        return None
    error = np.sqrt((1 / len(by_split) + ratio) * by_split.var(ddof=1))
    reach = t.ppf((1 + COVERAGE) / 2, len(by_split) - 1) * error
    return [float(by_split.mean() - reach), float(by_split.mean() + reach)]
