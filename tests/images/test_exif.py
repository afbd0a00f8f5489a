"""The orientation is read, and nothing else of the metadata."""

import io
import struct
import zlib
from unittest.mock import MagicMock

import numpy as np
import pytest
from PIL import Image, PngImagePlugin, TiffImagePlugin

from mixup_demo.images import exif
from mixup_demo.images.reading import read_image
from tests.images.kit import encode, photo, raw_jpeg_segment, raw_png

PICTURE = photo(24, 40)
PREFIX = b"Exif\0\0"


def directory(*entries: tuple[int, int, bytes], order: str = "<") -> bytes:
    """Return a TIFF of one directory: tag, type and the four bytes of the value of each entry."""
    start = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HLH", 42, 8, len(entries))
    parts = [
        struct.pack(f"{order}HHL", tag, kind, 1) + value.ljust(4, b"\0")
        for tag, kind, value in entries
    ]
    return start + b"".join(parts) + bytes(4)


def stored_and_turned(content: bytes) -> tuple[bool, bool]:
    """Return whether a picture is as it is stored, and whether it stands upside down."""
    image = read_image(content)
    same, turned = (PICTURE, PICTURE[::-1, ::-1])
    return np.array_equal(image, same), np.array_equal(image, turned)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_entry_is_unpacked(file_format: str, monkeypatch: pytest.MonkeyPatch):
    """Pillow copies each one's value: 60,000 that share a megabyte would take 60 GB."""
    tags = Image.Exif()
    tags[0x010F], tags[0x0112] = "maker", 3
    content = encode(PICTURE, file_format, exif=tags)
    assert b"maker" in content
    load = MagicMock()
    monkeypatch.setattr(TiffImagePlugin.ImageFileDirectory_v2, "load", load)
    read_image(content)
    assert not load.called


@pytest.mark.parametrize(
    "tiff",
    [
        directory((1, 3, b"\1"), (274, 3, b"\3")),
        directory((274, 3, b"\0\3"), order=">"),
        directory((274, 4, b"\0\0\0\3"), order=">"),
        directory((274, 1, b"\3"), (275, 3, b"\1")),
        2 * PREFIX + directory((274, 3, b"\3")),
    ],
    ids=["little-endian", "big-endian", "long", "byte", "prefixed"],
)
def test_the_entry_is_found(tiff: bytes):
    assert stored_and_turned(encode(PICTURE, "WEBP", exif=tiff, lossless=True)) == (False, True)


@pytest.mark.parametrize(
    "tiff",
    [
        b"",
        b"II",
        b"XX*\0\x08\0\0\0",
        b"II*\0\xff\xff\xff\xff",
        directory((274, 3, b"\3"))[:12],
        directory((274, 2, b"3")),
        directory((274, 3, b"\x09")),
        directory(),
    ],
)
def test_what_says_nothing_turns_nothing(tiff: bytes):
    assert stored_and_turned(encode(PICTURE, "WEBP", exif=tiff, lossless=True)) == (True, False)


def in_segments(parts: list[bytes]) -> bytes:
    """Return a JPEG whose EXIF data come in several segments."""
    content = encode(PICTURE, "JPEG")
    segments = b"".join(raw_jpeg_segment(0xE1, PREFIX + part) for part in parts)
    return content[:2] + segments + content[2:]


def test_a_jpeg_s_directory_may_lie_in_a_further_segment():
    at = 70_000
    tiff = b"II*\0" + struct.pack("<L", at) + bytes(at - 8) + directory((274, 3, b"\3"))[8:]
    turned = read_image(in_segments([tiff[:40_000], tiff[40_000:]]))
    assert np.array_equal(turned, read_image(encode(PICTURE, "JPEG"))[::-1, ::-1])


def test_no_segment_of_a_jpeg_s_exif_data_has_all_before_it_copied(
    monkeypatch: pytest.MonkeyPatch,
):
    """Of two thousand segments of 10 KB each that would be 20 GB."""
    kept: list[object] = []

    class Watched(exif._Info):
        def __setitem__(self, key: str, value: object) -> None:
            super().__setitem__(key, value)
            kept.extend([self[key]] if key == "exif" else [])

    monkeypatch.setattr(exif, "_Info", Watched)
    exif.PlainJpegFile(io.BytesIO(in_segments([b"one", b"two", b"three"])))
    assert kept == 3 * [bytearray(PREFIX + b"onetwothree")]
    assert all(one is kept[0] for one in kept)


def test_xmp_and_a_png_s_texts_are_read_where_there_is_no_entry():
    xmp = b'<x:xmpmeta><rdf:Description tiff:Orientation="3"/></x:xmpmeta>'
    for tiff in (b"", directory()):
        content = encode(PICTURE, "WEBP", xmp=xmp, exif=tiff, lossless=True)
        assert stored_and_turned(content) == (False, True)
    words = PngImagePlugin.PngInfo()
    words.add_itxt("XML:com.adobe.xmp", xmp.decode())
    assert stored_and_turned(encode(PICTURE, "PNG", pnginfo=words)) == (False, True)
    digits = PngImagePlugin.PngInfo()
    tiff = directory((274, 3, b"\3"))
    digits.add_text("Raw profile type exif", f"\nexif\n{len(tiff):8}\n{tiff.hex()}\n")
    assert stored_and_turned(encode(PICTURE, "PNG", pnginfo=digits)) == (False, True)


@pytest.mark.parametrize("text", ["exif", "xmp", "Raw profile type exif"])
def test_a_png_s_text_of_any_name_breaks_nothing(text: str):
    chunk = (b"zTXt", text.encode() + b"\0\0" + zlib.compress(b"\n\n\nno digits"))
    assert read_image(raw_png(1, 1, 8, 0, b"\0\7", (chunk,))).tolist() == [[[7, 7, 7]]]
