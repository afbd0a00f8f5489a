"""Pictures as they are asked about: read once, for the page and for the networks."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mixup_demo.texts.input_error import InputError
from mixup_demo.images.reading import DISPLAY_SIZE, Pixels, read_image, square, to_input
from mixup_demo.serving.cache import SingleFlight

CACHED_PICTURES = 64


@dataclass(frozen=True)
class Picture:
    """An image as the page shows it and as the networks see it.

    Attributes:
        display: uint8, (512, 512, 3).
        input: float32 in [0, 1], (3, 32, 32).
        digest: of the file's content.
    """

    display: Pixels
    input: np.ndarray
    digest: str


_pictures: SingleFlight[Picture] = SingleFlight(CACHED_PICTURES)


def picture(source: str | Path | None, side: str | None = None) -> Picture:
    """Read an image file once; the same content is not decoded again.

    Args:
        source: path of the file.
        side: "A" or "B", for the message, where there are two.

    Raises:
        InputError: the image is missing, or not one we can read.
    """
    if not source and side:
        raise InputError("error.image.side", side=side)
    if not source:
        raise InputError("error.image.missing")
    path = Path(source)
    content = path.read_bytes() if path.is_file() and path.stat().st_size <= 2**25 else None
    if content is None:
        return _read(path)  # which says what is wrong with it
    digest = hashlib.sha256(content).hexdigest()
    return _pictures.get(digest, lambda: _read(content))


def _read(source: Path | bytes) -> Picture:
    pixels = read_image(source)
    digest = hashlib.sha256(pixels.tobytes()).hexdigest()
    return Picture(square(pixels, DISPLAY_SIZE), to_input(pixels), digest)
