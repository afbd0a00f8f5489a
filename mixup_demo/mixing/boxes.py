"""Boxes of CutMix: their draws, as several libraries make them, and the λ that a box leaves."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.random import Generator

from mixup_demo.texts.input_error import InputError


class Box(NamedTuple):
    """A rectangle of pixels: rows `top` to `bottom` - 1, columns `left` to `right` - 1."""

    top: int
    bottom: int
    left: int
    right: int


def draw_centre(height: int, width: int, rng: Generator) -> tuple[int, int]:
    """Draw the centre of a CutMix box uniformly from all pixels; return (row, column)."""
    return int(rng.integers(height)), int(rng.integers(width))


def cutmix_box(
    lam: float,
    height: int,
    width: int,
    centre: tuple[int, int],
    rounding: Literal["timm", "torchvision"] = "timm",
) -> Box:
    """Return the box of CutMix: sides √(1 − λ) of the image's, clipped at the border.

    Both conventions round a side down to whole pixels. timm keeps odd sides; torchvision, like the
    CutMix authors' code, takes half a side each way from the centre and so loses the odd pixel.

    Args:
        lam: share of A that is asked for, from 0 to 1; `box_lambda` tells the share that results.
        height: of the image, in pixels.
        width: of the image, in pixels.
        centre: (row, column) of the box's centre, as `draw_centre` gives it.
        rounding: whose convention to follow.

    Raises:
        InputError: "error.lambda", λ is not from 0 to 1.
    """
    if not 0 <= lam <= 1:
        raise InputError("error.lambda", value=lam)
    side = np.sqrt(1.0 - lam)
    top, bottom = _interval(centre[0], int(height * side), height, rounding)
    left, right = _interval(centre[1], int(width * side), width, rounding)
    return Box(top, bottom, left, right)


def inner_box(lam: float, height: int, width: int, centre: tuple[int, int]) -> Box:
    """Return a box of the sides of `cutmix_box`, moved into the image where that one is clipped.

    Its area is 1 − λ of the image's wherever the centre lies, but for whole pixels: λ = 0 is all
    B. So λ can be dragged from one image to the other; drawn boxes are clipped, as CutMix says.

    Args and Raises: as in `cutmix_box`.
    """
    middle = cutmix_box(lam, height, width, (height // 2, width // 2))
    rows, columns = middle.bottom - middle.top, middle.right - middle.left
    top = min(max(centre[0] - rows // 2, 0), height - rows)
    left = min(max(centre[1] - columns // 2, 0), width - columns)
    return Box(top, top + rows, left, left + columns)


def minmax_box(minmax: tuple[float, float], height: int, width: int, rng: Generator) -> Box:
    """Draw a box whose sides lie between two shares of the image's, as timm's `cutmix_minmax`.

    The sides are uniform over the whole pixels from the lower share (included) to the upper one
    (excluded), the position is uniform over all places within the image.

    Raises:
        InputError: "error.minmax", the shares are not 0 ≤ lower < upper ≤ 1 or so close that no
            whole number of pixels lies between them.
    """
    lower, upper = minmax
    extents = (height, width)
    if not 0 <= lower < upper <= 1 or any(int(n * lower) == int(n * upper) for n in extents):
        raise InputError("error.minmax", lower=lower, upper=upper)
    box_height, box_width = (
        int(rng.integers(int(extent * lower), int(extent * upper))) for extent in extents
    )
    top = int(rng.integers(height - box_height + 1))
    left = int(rng.integers(width - box_width + 1))
    return Box(top, top + box_height, left, left + box_width)


def box_lambda(box: Box, height: int, width: int) -> float:
    """Return the corrected λ: the share of the image's area outside `box`, which is really A's."""
    area = (box.bottom - box.top) * (box.right - box.left)
    return 1.0 - area / (height * width)


def _interval(centre: int, length: int, extent: int, rounding: str) -> tuple[int, int]:
    """Return start and end of `length` pixels about `centre`, clipped to 0..`extent`."""
    before = length // 2
    after = before if rounding == "torchvision" else length - before
    return max(centre - before, 0), min(centre + after, extent)
