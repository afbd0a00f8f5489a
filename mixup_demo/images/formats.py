"""The formats of images that are read, by how their files start and how their names end."""

import re
from pathlib import Path

from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from mixup_demo.images.exif import PlainJpegFile, without_exif
from mixup_demo.images.steps import Steps, check_packed
from mixup_demo.texts.input_error import InputError

JPEG = rb"\xff\xd8\xff"

_READERS: dict[bytes, type[ImageFile]] = {
    JPEG: PlainJpegFile,
    rb"\x89PNG\r\n\x1a\n": PngImageFile,
    rb"RIFF....WEBP": WebPImageFile,
    rb"....ftypavi[fs]|....ftypm[is]f1": AvifImageFile,
    rb"GIF8[79]a": GifImageFile,
    rb"BM": BmpImageFile,
}
"""Readers by the pattern with which a file of their format starts."""

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".bmp"}
"""Ends of the names of such files."""

_FOREIGN = {
    rb"%PDF": "PDF",
    rb".{,1000}<svg\b": "SVG",
    rb"II\*\0|MM\0\*": "TIFF",
    rb"....ftyphe[iv]": "HEIC",
}
"""Formats that visitors try and that are not read, by the pattern with which they start."""

_RUNS = "bmp_rle"
"""Pillow's decoder, in Python, of run-length encoded pixels, of which no program writes many today.

It reads them one by one, and of a kilobyte it could fill 20 GB with what runs leave out.
"""


def is_image(file: Path) -> bool:
    """Return whether a folder's file is an image by its name, and not hidden."""
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".")


def is_jpeg(content: bytes) -> bool:
    """Return whether a file starts as JPEG does."""
    return re.match(JPEG, content) is not None


def open_header(content: bytes) -> ImageFile:
    """Return a file of which the header is read, with the one reader whose signature it bears.

    `Image.open` would try further formats, and holds every image to Pillow's own, process-wide
    pixel limit, part of which only warns.

    Raises:
        InputError: "error.image.format" or ".unknown", not one of the formats; ".unreadable";
            ".steps" or ".packed", its header takes too long to read; ".runs", a BMP's pixels do.
    """
    for signature, reader in _READERS.items():
        if re.match(signature, content, re.DOTALL):
            return _opened(content, reader)
    for signature, name in _FOREIGN.items():
        if re.match(signature, content, re.DOTALL):
            raise InputError("error.image.format", value=name)
    raise InputError("error.image.unknown")


def _opened(content: bytes, reader: type[ImageFile]) -> ImageFile:
    if reader is PngImageFile:
        check_packed(content)
    elif reader is AvifImageFile:
        content = without_exif(content)
    source = Steps(content, str(reader.format))
    try:
        file = reader(source)
    except InputError:
        raise
    except Exception as error:  # headers are as hostile as pixels
        raise InputError("error.image.unreadable", value=reader.format) from error
    if file.tile and file.tile[0][0] == _RUNS:
        raise InputError("error.image.runs")
    source.allow_pixels()
    return file
