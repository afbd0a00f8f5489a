"""Photos made at run time, so that a benchmark needs no files."""

import io

import numpy as np
from PIL import Image

Photos = tuple[bytes, bytes]


def smooth_jpeg(seed: int) -> bytes:
    """Return a JPEG of 1280 x 800 pixels of random, smooth content."""
    coarse = np.random.default_rng(seed).integers(0, 256, (10, 16, 3)).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(coarse).resize((1280, 800), Image.Resampling.BICUBIC).save(buffer, "JPEG")
    return buffer.getvalue()
