"""Pictures as they are asked about: read once, for the page and for the networks."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

import numpy as np

from mixup_demo.images.preparing import display_size, enlarged, fit, to_input
from mixup_demo.images.reading import Pixels, read_image
from mixup_demo.limits import MAX_MEGABYTES
from mixup_demo.models.spec import ModelSpec
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.texts.input_error import InputError

#: files that are decoded at the same time: more would be no sooner on few cores, and the largest
#: that is allowed takes 220 MB meanwhile
AT_ONCE = 2
_decoding = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, eq=False)
class Picture:
    """An image as the page shows it and as the networks see it.

    Attributes:
        display: uint8, (H, W, 3), of the aspect of the input.
        input: float32 in [0, 1], (3, H, W).
        digest: of the file's content.
    """

    display: Pixels
    input: np.ndarray
    digest: str

    @property
    def nbytes(self) -> int:
        """Memory of both forms."""
        return self.display.nbytes + self.input.nbytes


def read_picture(kept: SingleFlight[Picture], source: Path | None, model: ModelSpec) -> Picture:
    """Read an image file once; the same content is not decoded again for the same kind of model.

    Args:
        kept: pictures that were read before.
        source: path of the file.
        model: whose input size and preprocessing count.

    Raises:
        InputError: the image is missing, or not one we can read.
    """
    if source is None:
        raise InputError("error.image.missing")
    readable = source.is_file() and source.stat().st_size <= MAX_MEGABYTES * 2**20
    if not readable:
        return _read(source, model)  # which says what is wrong with it
    content = source.read_bytes()
    key = (hashlib.sha256(content).hexdigest(), model.input_size, model.preprocessing)
    return kept.get(key, lambda: _read(content, model))


def _read(source: Path | bytes, model: ModelSpec) -> Picture:
    with _decoding:
        pixels = read_image(source)
    if pixels.shape[:2] == model.input_size:  # an input as it was saved from the page, say
        return seen(pixels)
    given = model.preprocessing
    crop = (given.crop, given.interpolation)
    shown = fit(pixels, display_size(model.input_size), *crop)
    return Picture(shown, to_input(pixels, model.input_size, *crop), _digest(pixels))


def seen(pixels: Pixels, display: Pixels | None = None) -> Picture:
    """Return a picture that a model sees as it is, without crop and shrinking.

    Args:
        pixels: (H, W, 3) of the model's input.
        display: what is shown for it; without it blocks for its pixels.
    """
    height, width = pixels.shape[:2]
    shown = enlarged(pixels, display_size((height, width))) if display is None else display
    return Picture(shown, to_input(pixels, (height, width)), _digest(pixels))


def _digest(pixels: Pixels) -> str:
    return hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).hexdigest()
