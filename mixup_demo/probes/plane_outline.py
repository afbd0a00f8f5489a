"""What is drawn over the colours of a plane: boundaries as lines, and regions by name.

All take the map of the likeliest classes at R x R points, each in the middle of a cell. Places are
in cells: from 0 at the low ends of the plane to R at its high ends.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from mixup_demo.results import Floats, Integers

#: share of the plane from which on a region has room for its name
NAMED_SHARE = 0.01

#: the corners of the square between four points, as steps in row and column, going round
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))


class Region(NamedTuple):
    """A connected region of one class.

    Attributes:
        number: index of the class.
        share: of the plane, 0 to 1.
        x, y: the middle of its widest place, in cells.
    """

    number: int
    share: float
    x: float
    y: float


def boundary_lines(classes: Integers, margin: Floats) -> NDArray[np.float64]:
    """Return the boundaries between classes as straight lines, (N, 2, 2): ends, each x and y.

    Between two neighbouring points of different classes the boundary crosses nearer to the one of
    the smaller margin, as if margins fell to it in straight lines. In the square between four
    points the crossings are joined in their middle, so that three regions meet in one place.

    Args:
        classes: index of the likeliest class at each point, (R, R).
        margin: the largest probability less the second largest, (R, R).
    """
    resolution = len(classes)
    places, crosses = _crossings(np.pad(classes, 1, mode="edge"), np.pad(margin, 1, mode="edge"))
    count = crosses.sum(axis=0)
    middle = (places * crosses[..., None]).sum(axis=0) / np.maximum(count, 1)[..., None]
    ends = np.broadcast_to(middle, places.shape)[crosses]
    lines: NDArray[np.float64] = np.stack([places[crosses], ends], axis=1)
    return lines.clip(0, resolution)  # of the squares about the edge, the half inside


def _crossings(classes: Integers, margin: Floats) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return where the boundary crosses each square's sides, (4, R, R, 2), and whether it does."""
    side = len(classes) - 1
    places, crosses = [], []
    for (row, column), (next_row, next_column) in zip(
        _CORNERS, (*_CORNERS[1:], _CORNERS[0]), strict=True
    ):
        here, there = (
            (slice(r, r + side), slice(c, c + side))
            for r, c in ((row, column), (next_row, next_column))
        )
        both = margin[here] + margin[there]
        part = np.where(both > 0, margin[here] / np.where(both > 0, both, 1), 0.5)
        rows, columns = np.indices(part.shape) - 0.5  # the first point is padding, half a cell out
        x = columns + column + part * (next_column - column)
        y = rows + row + part * (next_row - row)
        places.append(np.stack([x, y], axis=-1))
        crosses.append(classes[here] != classes[there])
    return np.stack(places), np.stack(crosses)


def named_regions(classes: Integers) -> list[Region]:
    """Return the 4-connected regions with at least 1 % of the plane, the largest first.

    Args:
        classes: index of the likeliest class at each point, (R, R).
    """
    regions = [
        _region(int(index), numbers == number)
        for index in np.unique(classes)
        for numbers in [ndimage.label(classes == index)[0]]
        for number in np.flatnonzero(np.bincount(numbers.flat) >= NAMED_SHARE * classes.size)
        if number  # 0 is what has another class
    ]
    return sorted(regions, key=lambda region: -region.share)


def _region(number: int, inside: NDArray[np.bool_]) -> Region:
    # the plane's edge bounds a region as well as another class does
    depth = ndimage.distance_transform_edt(np.pad(inside, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(depth.argmax(), depth.shape)
    return Region(number, float(inside.mean()), float(column) + 0.5, float(row) + 0.5)
