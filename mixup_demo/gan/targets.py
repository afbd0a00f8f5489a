"""The distributions that a GAN shall learn: a ring, a grid, a swiss roll, all in two dimensions.

Constants as in the literature: 8 Gaussians on a ring of radius 2 with standard deviation 0.02 (Metz
et al., Unrolled GANs, ICLR 2017, arXiv 1611.02163); 25 Gaussians on a grid from -4 to 4 with
standard deviation 0.05, and scikit-learn's swiss roll with noise 0.25 (Gulrajani et al., WGAN-GP,
NeurIPS 2017, arXiv 1704.00028). As there, all lengths are then divided by one number, so that each
coordinate has a standard deviation of about 1: √2, 2√2 and 7.5.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from sklearn.datasets import make_swiss_roll

Points = NDArray[np.float32]

#: the swiss roll's coverage is counted in so many parts, as many as the grid has modes
SEGMENTS = 25
#: points of the polyline in each part: its chords are then closer to the curve than a tenth of the
#: noise
_CHORDS = 8
#: t of the curve (t cos t, t sin t), as scikit-learn draws it: uniform between these
_TURNS = (1.5 * math.pi, 4.5 * math.pi)
_ROLL_NOISE, _ROLL_SCALE = 0.25, 7.5


@dataclass(frozen=True, eq=False)
class Target:
    """A distribution in the plane.

    Attributes:
        name: a key of `TARGETS`.
        modes: centres of equally likely Gaussians, (K, 2); or of a curve's K equally likely parts.
        spread: standard deviation of the Gaussians, or of the noise about the curve, in both
            coordinates.
        curve: None for Gaussians; else the points of a polyline, (K * 8 + 1, 2), 8 chords a part.
        extent: the square that is shown reaches from minus this to this, in both coordinates.
    """

    name: str
    modes: Points
    spread: float
    curve: Points | None
    extent: float

    def draw(self, n: int, rng: Generator) -> Points:
        """Draw n independent points, (n, 2)."""
        if self.curve is not None:
            return _draw_roll(n, rng)
        centres = self.modes[rng.integers(len(self.modes), size=n)]
        noise = rng.standard_normal((n, 2), dtype=np.float32)
        return (centres + self.spread * noise).astype(np.float32)


def _ring() -> Target:
    angles = np.arange(8) * math.pi / 4
    modes = 2 * np.stack([np.cos(angles), np.sin(angles)], axis=1) / math.sqrt(2)
    return Target("ring", modes.astype(np.float32), 0.02 / math.sqrt(2), None, 2.0)


def _grid() -> Target:
    scale = 2 * math.sqrt(2)
    ticks = np.arange(-4, 5, 2, dtype=np.float32)
    modes = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2) / np.float32(scale)
    return Target("grid", modes, 0.05 / scale, None, 2.0)


def _roll() -> Target:
    points = _on_roll(np.linspace(*_TURNS, SEGMENTS * _CHORDS + 1))
    middles = points[_CHORDS // 2 :: _CHORDS]
    return Target("swiss", middles, _ROLL_NOISE / _ROLL_SCALE, points, 2.5)


def _on_roll(t: NDArray[np.float64]) -> Points:
    rays = np.stack([np.cos(t), np.sin(t)], axis=1)
    return np.asarray(t[:, None] * rays / _ROLL_SCALE, np.float32)


def _draw_roll(n: int, rng: Generator) -> Points:
    """Draw from scikit-learn's roll, without the axis along which it is but a plane."""
    seed = int(rng.integers(2**32))
    places: NDArray[np.float64] = make_swiss_roll(n, noise=_ROLL_NOISE, random_state=seed)[0]
    return np.asarray(places[:, ::2] / _ROLL_SCALE, np.float32)


TARGETS = {target.name: target for target in (_ring(), _grid(), _roll())}
