"""Small forms of the bundled photos, for lists and for what stands until scripts draw."""

import base64
from functools import lru_cache
from io import BytesIO

import numpy as np
from PIL import Image

from mixup_demo.images.gallery import photo

#: side in px, twice that of the lists for dense screens, and WebP's quality
SIDE, QUALITY = 96, 50


@lru_cache(maxsize=256)
def thumbnail(key: str) -> str:
    """Return the middle of a bundled photo as a data URI.

    Raises:
        InputError: there is no such photo.
    """
    return data_uri(middle(key, (SIDE, SIDE)), QUALITY)


def middle(key: str, size: tuple[int, int]) -> np.ndarray:
    """Return the largest middle part of a bundled photo that has a shape, as RGB bytes.

    Args:
        size: (width, height) of the result.
    """
    with Image.open(photo(key).file) as image:
        scale = min(whole / part for whole, part in zip(image.size, size, strict=True))
        taken = [part * scale for part in size]
        left, top = ((whole - part) / 2 for whole, part in zip(image.size, taken, strict=True))
        box = (left, top, left + taken[0], top + taken[1])
        return np.asarray(image.convert("RGB").resize(size, Image.Resampling.LANCZOS, box))


def data_uri(pixels: np.ndarray, quality: int) -> str:
    """Return (height, width, 3) bytes as WebP in a data URI."""
    file = BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", quality=quality, method=6)
    return f"data:image/webp;base64,{base64.b64encode(file.getvalue()).decode()}"
