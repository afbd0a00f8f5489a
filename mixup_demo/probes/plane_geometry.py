"""The plane through three images as a system of coordinates.

The origin is the first image, e₁ points to the second, and e₂ is the rest of the way to the third
that is at right angles to e₁. A point (x, y) is the image x₀ + x e₁ + y e₂; the same image is
w₀ x₀ + w₁ x₁ + w₂ x₂ with weights that sum to 1. Its values may lie outside [0, 1], and are kept.

Source: Somepalli et al., CVPR 2022, arXiv 2203.08124, section 3.
"""

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mixup_demo.results import Floats
from mixup_demo.texts.input_error import InputError

#: how far the shown plane reaches beyond the triangle, in its widths and heights
MARGIN = 0.25

NAMES = "ABC"

Doubles = NDArray[np.float64]


class Geometry(NamedTuple):
    """Where three images lie in their plane; distances are L2, values of images in [0, 1].

    Attributes:
        basis: float64, (2, 3, H, W): e₁ and e₂, of length 1 and at right angles.
        positions: float64, (3, 2): coordinates (x, y) of the images.
        bounds: float64, (2, 2): the least x and y, and the largest, of what is shown.
    """

    basis: Doubles
    positions: Doubles
    bounds: Doubles

    def axes(self, resolution: int) -> tuple[Doubles, Doubles]:
        """Return the x and the y of R points a side: low + k/R · (high − low), k = 0..R − 1.

        The high end is left out so that grids nest: the points at R are among those at 2 R.
        """
        steps = np.arange(resolution) / resolution
        low, high = self.bounds
        x, y = (low + steps[:, None] * (high - low)).T
        return x, y


def geometry(images: Floats) -> Geometry:
    """Lay a plane through three images.

    Args:
        images: (3, 3, H, W), values in [0, 1].

    Raises:
        InputError: "error.plane.same", two images are the same; "error.plane.line", the three lie
            on one line; both also where they do but for rounding to 8 bits.
    """
    origin, *others = images.reshape(3, -1).astype(np.float64)
    blur = 0.5 / 255 * np.sqrt(origin.size)  # as far as rounding to 8 bits can move an image
    sides = _sides(images, blur)
    first, second = (other - origin for other in others)
    e1 = first / np.linalg.norm(first)
    along = float(second @ e1)
    away = second - along * e1
    height = float(np.linalg.norm(away))
    positions = np.array([[0, 0], [sides[0], 0], [along, height]])
    if sides[0] * height <= blur * max(sides):  # twice the area: the least height of the triangle
        raise InputError("error.plane.line")
    reach = MARGIN * np.ptp(positions, axis=0)
    bounds = np.stack([positions.min(axis=0) - reach, positions.max(axis=0) + reach])
    basis = np.stack([e1, away / height]).reshape(2, *images.shape[1:])
    return Geometry(basis, positions, bounds)


def _sides(images: Floats, blur: float) -> list[float]:
    """Return the distances A to B, A to C and B to C, after a check that none is 0."""
    sides = []
    for a, b in combinations(range(3), 2):
        sides.append(float(np.linalg.norm(images[a].astype(np.float64) - images[b])))
        if sides[-1] <= blur:
            raise InputError("error.plane.same", first=NAMES[a], second=NAMES[b])
    return sides


def weights(points: ArrayLike, positions: Floats) -> Doubles:
    """Return the weights (..., 3) of the three images at points (..., 2); they sum to 1.

    Args:
        points: coordinates (x, y).
        positions: of the images, (3, 2), as in `Geometry` and `results.Plane`.
    """
    corners = np.asarray(positions, np.float64)
    sides = (corners[1:] - corners[0]).T
    others = np.linalg.solve(sides, (np.asarray(points, np.float64) - corners[0])[..., None])[
        ..., 0
    ]
    whole: Doubles = np.concatenate([1 - others.sum(axis=-1, keepdims=True), others], axis=-1)
    return whole
