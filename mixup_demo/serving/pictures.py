"""Pictures as they are asked about: read once, for the page and for the networks."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

import numpy as np

from mixup_demo.images.preparing import display_size, enlarged, fit, to_input
from mixup_demo.images.reading import Pixels, read_image
from mixup_demo.limits import DECODING_SECONDS, MAX_MEGABYTES
from mixup_demo.models.spec import ModelSpec
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.leaving import has_left
from mixup_demo.serving.stopping import unless_stopped
from mixup_demo.texts.input_error import InputError

#: files that are read and decoded at the same time: more would be no sooner on few cores; of those
#: that hold much memory meanwhile, one alone, see `LARGE_MEGAPIXELS`; others wait outside, so that
#: they keep no small one from its turn
AT_ONCE = 2
_decoding, _large = BoundedSemaphore(AT_ONCE), BoundedSemaphore(1)
#: seconds between two looks at whether somebody still waits for a picture
LOOK_SECONDS = 0.25
#: bytes of a file that are in memory while its digest is made
_PART = 2**20


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
        source: path of the file, whose content stays what it is.
        model: whose input size and preprocessing count.

    Raises:
        InputError: the image is missing, or not one we can read; "error.image.gone", its file has
            been deleted; "error.image.wait", too many are decoded before it.
        StoppedError: who asked has left before its turn came, see `leaving`.
    """
    if source is None:
        raise InputError("error.image.missing")
    try:
        return _kept(kept, source, model)
    except FileNotFoundError as error:  # uploads are deleted after some hours, at any moment
        raise InputError("error.image.gone") from error
    except InputError as error:
        if error.key == "error.image.missing":  # there was a file, or it would have no path
            raise InputError("error.image.gone") from error
        raise


def _kept(kept: SingleFlight[Picture], source: Path, model: ModelSpec) -> Picture:
    if not source.is_file() or source.stat().st_size > MAX_MEGABYTES * 2**20:
        return _read(source, model)  # which says what is wrong with it
    key = (_content_digest(source), model.input_size, model.preprocessing)
    return unless_stopped(kept, key, lambda: _read(source, model), has_left)


def _content_digest(source: Path) -> str:
    """Return the digest of a file; whoever waits for its turn holds no more than a part of it."""
    digest = hashlib.sha256()
    with source.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.hexdigest()


class _LargeWaitsError(Exception):
    """Another large file is being decoded."""


@contextmanager
def _turn(gate: BoundedSemaphore, until: float) -> Iterator[None]:
    """Hold a gate, for which one waits until this time of the monotonic clock, or has left."""
    _acquire(gate, until)
    try:
        if has_left():
            raise StoppedError
        yield
    finally:
        gate.release()


def _acquire(gate: BoundedSemaphore, until: float) -> None:
    left = until - time.monotonic()
    while not gate.acquire(timeout=max(0.0, min(left, LOOK_SECONDS))):
        if has_left():
            raise StoppedError
        left = until - time.monotonic()
        if left <= 0:
            raise InputError("error.image.wait", limit=DECODING_SECONDS)


@contextmanager
def _large_or_leave() -> Iterator[None]:
    """Hold `_large` if it is free; whoever must wait for it gives up their turn and their file."""
    if not _large.acquire(blocking=False):
        raise _LargeWaitsError
    try:
        yield
    finally:
        _large.release()


def _pixels(source: Path) -> Pixels:
    """Return a file's pixels, in its turn; a large one that had to wait is read a second time."""
    until = time.monotonic() + DECODING_SECONDS
    with suppress(_LargeWaitsError), _turn(_decoding, until):
        return read_image(source, _large_or_leave())
    with _turn(_large, until), _turn(_decoding, until):
        return read_image(source)


def _read(source: Path, model: ModelSpec) -> Picture:
    pixels = _pixels(source)
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
