"""95 % confidence intervals: by the bootstrap over images, and Student's over seeds.

The percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
Everything that is measured on the same number of images is drawn again in the same way, so that
two models are always compared on the same images.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import ttest_1samp

from mixup_demo.results import Floats

QUANTILES = (0.025, 0.975)

#: ends of the band that holds most images' values, and its middle
BAND = {"low": 0.1, "median": 0.5, "high": 0.9}

#: values of seeds that differ by less are alike: files keep so many decimals
ALIKE = 1e-6

#: resamples that are held in memory at once
CHUNK = 100

Samples = NDArray[np.float64]
Ends = list[float] | None


@dataclass(frozen=True)
class Bootstrap:
    """Seeded resampling with replacement.

    Attributes:
        seed: numbers that all draws derive from.
        resamples: how often everything is drawn again.
    """

    seed: tuple[int, ...]
    resamples: int = 2000

    def counts(self, n: int) -> Iterator[Samples]:
        """Yield how often each of n images is drawn, (r, n), in all `resamples` rows."""
        rng = np.random.default_rng(self.seed)
        for start in range(0, self.resamples, CHUNK):
            drawn = rng.integers(0, n, (min(CHUNK, self.resamples - start), n))
            yield np.stack([np.bincount(row, minlength=n) for row in drawn]).astype(np.float64)

    def means(self, columns: ArrayLike) -> Samples:
        """Return the resampled means of columns (N, ...), as (resamples, ...)."""
        values = np.asarray(columns, np.float64)
        flat = values.reshape(len(values), -1)
        rows = [counts @ flat for counts in self.counts(len(flat))]
        means: Samples = np.concatenate(rows).reshape(-1, *values.shape[1:]) / len(values)
        return means

    def of_mean(self, values: ArrayLike) -> Ends:
        """Return the interval of the mean of N values."""
        return interval(self.means(values))


def recentred(samples: Samples, value: float) -> Samples:
    """Return samples moved so that their mean is the value measured.

    For statistics that resampling biases, such as sums of absolute values, which it raises: their
    own quantiles may not even hold the value.
    """
    moved: Samples = samples - (samples.mean() - value)
    return moved


def interval(samples: Floats) -> Ends:
    """Return [low, high] of a statistic's resampled values.

    None where some resample left the statistic without a finite value, such as the ratio of two
    accuracies of which the lower one is near 0: such an interval has no upper end.
    """
    if not np.isfinite(samples).all():
        return None
    return [float(end) for end in np.quantile(samples, QUANTILES)]


def band(values: Floats) -> dict[str, Samples]:
    """Return the ends and the middle of the band over the first axis: "low", "median", "high"."""
    return dict(zip(BAND, np.quantile(values, list(BAND.values()), axis=0), strict=True))


def student(values: ArrayLike) -> Ends:
    """Return Student's interval of the mean of one value a seed.

    None for a single value, where all are alike, see `ALIKE`, and where one is no number.
    """
    by_seed = np.asarray(values, np.float64)
    if len(by_seed) < 2 or not np.isfinite(by_seed).all() or np.ptp(by_seed) < ALIKE:
        return None
    found = ttest_1samp(by_seed, 0.0).confidence_interval()
    return [float(found.low), float(found.high)]
