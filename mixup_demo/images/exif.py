"""The orientation of a picture, read from its metadata without unpacking them.

Pillow copies the value of every entry of an EXIF directory. There may be 65,535 of them, all of
which may lie at the same place, so a file of one megabyte could take 20 GB.
"""

import re
import struct
from typing import Any

from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile

UPRIGHT = 1
_PREFIX = b"Exif\0\0"
_TAG = 274
#: by a TIFF's first bytes and by an entry's type: how `struct` reads it
_ORDERS, _TYPES = {b"II": "<", b"MM": ">"}, {1: "B", 3: "H", 4: "L"}
_XMP = re.compile(rb'tiff:Orientation(?:="|>)([1-8])')
#: an AVIF's entry of an item that holds EXIF: box, version and flags, number, protection, type
_AVIF_ITEM = re.compile(rb"(infe(?:\x02...|\x03.....).{4})Exif", re.DOTALL)


class _Info(dict[Any, Any]):
    """What a reader finds; EXIF data grow where they are.

    Pillow hangs those of a JPEG's further segment on what it has. As `bytes` all would be copied
    for each of two thousand segments, 20 GB of a file of 20 MB.
    """

    def __setitem__(self, key: Any, value: Any) -> None:
        grows = key == "exif" and isinstance(value, bytes)
        super().__setitem__(key, bytearray(value) if grows else value)


class PlainJpegFile(JpegImageFile):
    """Pillow's reader of JPEG, which leaves EXIF data alone but for collecting them."""

    def _open(self) -> None:
        self.info = _Info()
        super()._open()

    def _read_dpi_from_exif(self) -> None:
        """Leave the resolution unread: nothing here prints."""


def without_exif(avif: bytes) -> bytes:
    """Return an AVIF whose EXIF data its reader does not see: the container says how it is turned.

    Pillow's reader unpacks them as it opens the file.
    """
    return _AVIF_ITEM.sub(rb"\1skip", avif)


def orientation(file: ImageFile) -> int:
    """Return a picture's orientation, 1 to 8 (EXIF 2.3, tag 274); 1 where none can be read."""
    try:
        found = _of_exif(_exif(file.info))
    except (struct.error, TypeError, ValueError):  # damaged metadata spoil no pixel
        found = None
    if found is None:
        xmp = file.info.get("XML:com.adobe.xmp") or file.info.get("xmp") or b""
        match = _XMP.search(xmp.encode() if isinstance(xmp, str) else xmp)
        found = int(match[1]) if match else UPRIGHT
    return found


def _exif(info: dict[Any, Any]) -> bytes:
    """Return EXIF data as a TIFF; a PNG may hold them as text, in hexadecimal digits."""
    text = info.get("Raw profile type exif", "")
    exif = info.get("exif") or bytes.fromhex("".join(text.split("\n")[3:]))
    for _ in range(2):  # a PNG's chunk that has one already gets another from Pillow
        exif = exif.removeprefix(_PREFIX)
    return bytes(exif)


def _of_exif(tiff: bytes) -> int | None:
    """Return what the first directory says; None for nothing.

    Raises:
        struct.error: it ends before it should.
    """
    order = _ORDERS.get(tiff[:2])
    if order is None:
        return None
    (start,) = struct.unpack_from(f"{order}L", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for at in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(f"{order}HH", tiff, at)
        if tag == _TAG and kind in _TYPES:
            return int(struct.unpack_from(order + _TYPES[kind], tiff, at + 8)[0])
    return None
