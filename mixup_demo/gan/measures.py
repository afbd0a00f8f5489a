"""How well a generator's samples match their target: quality, and modes covered.

A sample is of high quality if it is within three standard deviations of a mode, and a mode is
covered if it is the nearest to at least one high-quality sample: so for mixtures of Gaussians in
Srivastava et al., VEEGAN, NeurIPS 2017, arXiv 1705.07761, on data of Metz et al., Unrolled GANs,
ICLR 2017, arXiv 1611.02163. Of draws from the target itself, 1 − exp(−4.5) = 98.9 % are of high
quality.

The swiss roll has no modes. What stands for them is a definition of our own: a sample is of high
quality if it is within three standard deviations of the noise of the curve, and of 25 parts of the
curve, which are equally likely, one is covered if it is the nearest to at least one such sample.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo.gan.targets import Points, Target

#: standard deviations from a mode, or from the curve, that a high-quality sample may be away
REACH = 3.0

Distances = NDArray[np.float64]


class Match(NamedTuple):
    """How samples match a target.

    Attributes:
        modes: number of modes covered, 0 to K.
        quality: share of high-quality samples, 0 to 1.
    """

    modes: int
    quality: float


def match(samples: Points, target: Target) -> Match:
    """Measure samples (N, 2), N > 0; one that is not finite is of no quality."""
    finite = samples[np.isfinite(samples).all(axis=1)].astype(np.float64)
    nearest, distance = _nearest(finite, target)
    good = distance <= REACH * target.spread
    return Match(len(np.unique(nearest[good])), float(good.sum() / len(samples)))


def _nearest(samples: NDArray[np.float64], target: Target) -> tuple[NDArray[np.intp], Distances]:
    """Return the number of each sample's nearest mode, (N,), and the distance to it, (N,)."""
    if target.curve is None:
        distances = np.linalg.norm(samples[:, None] - target.modes, axis=2)
        return distances.argmin(axis=1), distances.min(axis=1)
    distances = _to_chords(samples, target.curve.astype(np.float64))
    chords = len(target.curve) - 1
    return distances.argmin(axis=1) * len(target.modes) // chords, distances.min(axis=1)


def _to_chords(samples: NDArray[np.float64], line: NDArray[np.float64]) -> Distances:
    """Return the distances (N, C) of samples (N, 2) from the C chords of a line (C + 1, 2)."""
    start, along = line[:-1], np.diff(line, axis=0)
    share = ((samples[:, None] - start) * along).sum(axis=2) / (along**2).sum(axis=1)
    foot = start + np.clip(share, 0, 1)[..., None] * along
    distances: Distances = np.linalg.norm(samples[:, None] - foot, axis=2)
    return distances
