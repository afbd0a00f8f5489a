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
    return data_uri(middle(key, SIDE), QUALITY)


def middle(key: str, side: int) -> np.ndarray:
    """Return the middle of a bundled photo as (side, side, 3) bytes."""
    with Image.open(photo(key).file) as image:
        shorter = min(image.size)
        left, top = ((length - shorter) / 2 for length in image.size)
        box = (left, top, left + shorter, top + shorter)
        small = image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS, box)
        return np.asarray(small)


def data_uri(pixels: np.ndarray, quality: int) -> str:
    """Return (height, width, 3) bytes as WebP in a data URI."""
    file = BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", quality=quality, method=6)
    return f"data:image/webp;base64,{base64.b64encode(file.getvalue()).decode()}"
