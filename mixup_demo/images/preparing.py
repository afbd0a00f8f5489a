"""Pictures at the sizes that networks take and that the page shows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mixup_demo.images.reading import DISPLAY_SIZE, Pixels

#: filters for shrinking. Hamming shrinks as sharply as bicubic in half the time, but is not made
#: for enlarging
FILTERS = {
    "hamming": Image.Resampling.HAMMING,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
}


def fit(
    image: Pixels, size: tuple[int, int], crop: float = 1.0, interpolation: str = "hamming"
) -> Pixels:
    """Return the centre of `image`, resampled with antialiasing to (height, width, 3).

    The centre is the largest part with the aspect of `size`, or its middle where `crop` is below 1;
    what has the size already is returned as it is.

    Args:
        image: (H, W, 3).
        size: height and width that are wanted, in pixels.
        crop: share of the largest part's sides that is kept.
        interpolation: a key of `FILTERS`, for shrinking; enlarging is bicubic.
    """
    height, width = size
    scale = crop * min(image.shape[0] / height, image.shape[1] / width)
    extents = [min(round(scale * n), limit) for n, limit in zip(size, image.shape, strict=False)]
    part = image[
        tuple(_middle(max(1, n), limit) for n, limit in zip(extents, image.shape, strict=False))
    ]
    if part.shape[:2] == size:
        return np.ascontiguousarray(part)
    resample = FILTERS[interpolation] if scale > 1 else Image.Resampling.BICUBIC
    return np.array(Image.fromarray(np.ascontiguousarray(part)).resize((width, height), resample))


def _middle(extent: int, limit: int) -> slice:
    start = (limit - extent) // 2
    return slice(start, start + extent)


def to_input(
    image: Pixels, size: tuple[int, int], crop: float = 1.0, interpolation: str = "hamming"
) -> NDArray[np.float32]:
    """Return what a model sees: the centre as array (3, height, width) in [0, 1].

    The values are whole multiples of 1/255, so that a picture of them shows exactly the input.
    Arguments as in `fit`.
    """
    pixels = fit(image, size, crop, interpolation).transpose(2, 0, 1)
    return np.ascontiguousarray(pixels, dtype=np.float32) / np.float32(255)


def enlarged(image: Pixels, size: tuple[int, int]) -> Pixels:
    """Return `image` at (height, width, 3), with a block for every pixel."""
    height, width = size
    return np.array(Image.fromarray(image).resize((width, height), Image.Resampling.NEAREST))


def display_size(size: Sequence[int]) -> tuple[int, int]:
    """Return the size in which the page shows pictures of a model with this input size.

    It has the same aspect; its longer side is `DISPLAY_SIZE` pixels.
    """
    height, width = size
    longer = max(height, width)
    return round(DISPLAY_SIZE * height / longer), round(DISPLAY_SIZE * width / longer)
