"""Uploaded files to arrays and back: the one place where Pillow meets NumPy.

`read_image` takes whatever a visitor uploads and gives upright RGB pixels or one clear
`InputError`. Size and segments are checked before any pixel is decoded, and what readers loop over
in Python is counted as they read it (`images.steps`); of EXIF data the orientation alone is read
(`images.exif`). So a small file cannot claim a large memory or a long time. How long a decoder
takes, all of which are in C, is bounded by the pixels alone, and by a JPEG's scans.
"""

import base64
import io
import itertools
import zlib
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.ImageFile import ImageFile

from mixup_demo.images.exif import orientation
from mixup_demo.images.formats import is_jpeg, open_header
from mixup_demo.images.jpeg import count_segments
from mixup_demo.limits import (
    LARGE_MEGAPIXELS,
    MAX_JPEG_SCANS,
    MAX_JPEG_SEGMENTS,
    MAX_MEGABYTES,
    MAX_MEGAPIXELS,
    MAX_MEGAPIXELS_HEAVY,
    MAX_MEGAPIXELS_JPEG,
)
from mixup_demo.texts.input_error import InputError

Pixels = NDArray[np.uint8]
"""RGB pixels, shape (H, W, 3), 0 to 255."""

DISPLAY_SIZE = 512
"""Side in pixels of the square images that the page shows."""

_LONGEST = 4096
"""Of a longer side only this many pixels about its centre are kept, after the reduction."""

_TILE = 2048
"""Side in pixels of the pieces in which a picture is converted, so that only they exist twice."""


def read_image(
    source: str | Path | bytes | None,
    large: AbstractContextManager[object] = nullcontext(),  # noqa: B008 - it has no state
) -> Pixels:
    """Read an image file as upright RGB pixels.

    JPEG, PNG, WebP, AVIF, GIF and BMP are read; of an animation the first frame. Transparency is
    laid on white, and 16-bit grey is scaled to 8 bits. A picture whose shorter side is 1,024 pixels
    or more is reduced by the whole factor that leaves this side between 512 and 1,023 pixels, and
    of a side that is then longer than 4,096 pixels the middle is kept. So a centre square shows all
    that `DISPLAY_SIZE` pixels can show, and time and memory stay small.

    Args:
        source: path of a file, or its content.
        large: entered while a picture is decoded that holds more than `LARGE_MEGAPIXELS` meanwhile;
            what its entry raises is raised here.

    Returns:
        Array (H, W, 3), from 1 x 1 to 1,023 x 4,096 or 4,096 x 1,023.

    Raises:
        InputError: "error.image.missing" or ".empty", there is nothing to read; ".bytes", ".pixels"
            or ".scans", ".steps" or ".packed", too large or in too many parts; ".format", ".runs"
            or ".unknown", not one of the formats; ".unreadable", damaged or cut off.
    """
    content = _content(source)
    in_scans = _in_scans(content)
    file = open_header(content)
    _check_pixels(file, in_scans)
    held = _drafted_megapixels(file, in_scans)
    with large if held > LARGE_MEGAPIXELS else nullcontext():
        pixels = _decoded(file)
    return _upright(pixels, orientation(file))


def encode_png(image: Pixels) -> bytes:
    """Return `image` (H, W, 3) as the content of a PNG file."""
    buffer = io.BytesIO()
    # of photos a sixth of the usual time, and no larger
    Image.fromarray(image).save(buffer, "PNG", compress_level=1, compress_type=zlib.Z_HUFFMAN_ONLY)
    return buffer.getvalue()


def data_uri(image: Pixels) -> str:
    """Return `image` (H, W, 3) as a `data:` URI that holds every pixel exactly."""
    buffer = io.BytesIO()
    # For photos lossless WebP of the least effort is both smaller and quicker than any PNG.
    Image.fromarray(image).save(buffer, "WEBP", lossless=True, quality=0, method=0)
    return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def _content(source: str | Path | bytes | None) -> bytes:
    if isinstance(source, bytes):
        _check_bytes(len(source))
        return source
    if source is None or not Path(source).is_file():
        raise InputError("error.image.missing")
    try:
        _check_bytes(Path(source).stat().st_size)
        return Path(source).read_bytes()
    except FileNotFoundError as error:  # it has been deleted meanwhile
        raise InputError("error.image.missing") from error


def _check_bytes(size: int) -> None:
    if size == 0:
        raise InputError("error.image.empty")
    if size > MAX_MEGABYTES * 2**20:
        raise InputError("error.image.bytes", value=f"{size / 2**20:.1f}", limit=MAX_MEGABYTES)


def _in_scans(content: bytes) -> bool:
    """Return whether a JPEG comes in several scans, all of which its decoder holds.

    Raises:
        InputError: it comes in more scans or segments than any encoder makes.
    """
    if not is_jpeg(content):
        return False
    scans, segments = count_segments(content, MAX_JPEG_SEGMENTS)
    if scans > MAX_JPEG_SCANS or segments > MAX_JPEG_SEGMENTS:
        raise InputError(
            "error.image.scans",
            limit=MAX_JPEG_SCANS,
            most=MAX_JPEG_SEGMENTS,
            scans=scans,
            segments=segments,
        )
    return scans > 1


def _check_pixels(file: ImageFile, in_scans: bool) -> None:
    limit = _most_megapixels(file, in_scans)
    megapixels = file.width * file.height / 1e6
    if megapixels > limit:
        raise InputError(
            "error.image.pixels",
            width=file.width,
            height=file.height,
            value=f"{megapixels:.1f}",
            limit=limit,
        )


def _most_megapixels(file: ImageFile, in_scans: bool) -> int:
    if file.format in ("WEBP", "AVIF") or file.mode == "CMYK":
        return MAX_MEGAPIXELS_HEAVY
    return MAX_MEGAPIXELS_JPEG if file.format == "JPEG" and not in_scans else MAX_MEGAPIXELS


def _drafted_megapixels(file: ImageFile, in_scans: bool) -> float:
    """Tell the decoder how many pixels are wanted, and return how many megapixels it then holds."""
    whole = file.width * file.height / 1e6
    # A JPEG decodes at 1/2, 1/4 or 1/8 of its size in a fraction of the time; others ignore this.
    file.draft(None, (DISPLAY_SIZE, DISPLAY_SIZE))
    return whole if in_scans else file.width * file.height / 1e6


def _decoded(file: ImageFile) -> Pixels:
    try:
        return _decode(file)
    except InputError:
        raise
    except Exception as error:  # decoders raise nearly everything on damaged files
        raise InputError("error.image.unreadable", value=file.format) from error


def _decode(file: ImageFile) -> Pixels:
    """Decode the first frame, reduced to a shorter side of 512 to 1,023 pixels if it is longer."""
    file.load()
    factor = max(1, min(file.size) // DISPLAY_SIZE)
    (left, right), (top, bottom) = (_middle(extent, _LONGEST * factor) for extent in file.size)
    shape = (-(-(bottom - top) // factor), -(-(right - left) // factor), 3)
    pixels = np.empty(shape, np.uint8)
    step = _TILE // factor * factor
    for y, x in itertools.product(range(top, bottom, step), range(left, right, step)):
        tile = file.crop((x, y, min(x + step, right), min(y + step, bottom)))
        reduced = np.asarray(_on_white(tile).reduce(factor))
        rows, columns = reduced.shape[:2]
        pixels[(y - top) // factor :, (x - left) // factor :][:rows, :columns] = reduced
    return pixels


def _middle(extent: int, length: int) -> tuple[int, int]:
    """Return start and end of the middle `length` of 0..`extent`, or all where it is shorter."""
    start = max(0, (extent - length) // 2)
    return start, min(extent, start + length)


def _on_white(image: Image.Image) -> Image.Image:
    """Return `image` in mode RGB, laid on white where it is transparent."""
    if image.mode.startswith("I;16"):
        return _eight_bits(image)
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image.convert("RGBA"))
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return the high byte of 16-bit grey as RGB; Pillow's own conversion clips at level 255."""
    levels = np.asarray(image)
    shades = (levels >> 8).astype(np.uint8)
    shades[levels == image.info.get("transparency", -1)] = 255
    return Image.fromarray(shades).convert("RGB")


def _upright(pixels: Pixels, turned: int) -> Pixels:
    """Undo the turn and mirroring that EXIF orientation 2 to 8 stands for (EXIF 2.3, tag 274)."""
    if turned in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if turned in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if turned in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
