"""Arrays as what JSON can carry."""

import base64
from typing import Any

import numpy as np


def rounded(values: np.ndarray, decimals: int = 4) -> list[Any]:
    """Return an array as nested lists of numbers with so many decimals."""
    short: list[Any] = np.round(values.astype(float), decimals).tolist()
    return short


def pixel_bytes(image: np.ndarray) -> str:
    """Return an image (3, S, S) in [0, 1] as base64 of 8-bit RGB, row by row."""
    pixels = np.rint(image.transpose(1, 2, 0) * 255).astype(np.uint8)
    return base64.b64encode(pixels.tobytes()).decode()
