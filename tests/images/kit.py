"""Makers of pictures and of odd image files, all at run time."""

import io
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def photo(height: int, width: int, seed: int = 0) -> NDArray[np.uint8]:
    """Return an (H, W, 3) picture with what photos have: slow shades, edges and some noise."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:height, 0:width]
    y, x = rows / max(height, width), columns / max(height, width)
    shades = [np.sin(7 * x + 3 * y), np.cos(5 * y * y + 2 * x), np.sin(9 * (x - 0.5) * (y - 0.4))]
    disc = (x - 0.4) ** 2 + (y - 0.3) ** 2 < 0.04
    stripes = np.sin(60 * (x + 2 * y)) > 0
    picture = 128 + 80 * np.stack(shades, axis=-1) + (40 * disc - 30 * stripes)[..., None]
    return (picture + rng.normal(0, 4, picture.shape)).clip(0, 255).astype(np.uint8)


def encode(image: NDArray[Any] | Image.Image, file_format: str, **options: Any) -> bytes:
    """Return the content of a file of this format, `options` as in `Image.save`."""
    picture = image if isinstance(image, Image.Image) else Image.fromarray(image)
    buffer = io.BytesIO()
    picture.save(buffer, file_format, **options)
    return buffer.getvalue()


def decoded(content: bytes) -> NDArray[np.uint8]:
    """Return the RGB pixels of a file by Pillow's plain way."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


def animation(frames: list[NDArray[np.uint8]], file_format: str, **options: Any) -> bytes:
    """Return an animated file that shows `frames` one after the other."""
    first, *others = [Image.fromarray(frame) for frame in frames]
    return encode(first, file_format, save_all=True, append_images=others, **options)


def rotated(image: NDArray[np.uint8], orientation: int, file_format: str, **options: Any) -> bytes:
    """Return a file whose EXIF data give this orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encode(image, file_format, exif=exif, **options)


def raw_png(
    width: int,
    height: int,
    depth: int,
    colour_type: int,
    rows: bytes = b"",
    chunks: tuple[tuple[bytes, bytes], ...] = (),
) -> bytes:
    """Return a PNG chunk by chunk, for kinds and for lies that Pillow does not write.

    Args:
        width: as the header claims it.
        height: as the header claims it.
        depth: bits a channel.
        colour_type: 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA.
        rows: the pixel data, each row with its filter byte before it.
        chunks: (name, content) between header and pixels.
    """
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    packed = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def raw_jpeg_segment(code: int, body: bytes) -> bytes:
    """Return a segment of a JPEG with its marker and length."""
    return struct.pack(">BBH", 0xFF, code, len(body) + 2) + body


def run_length_bmp(width: int, height: int, runs: bytes) -> bytes:
    """Return a grey BMP of run-length encoded pixels, which Pillow does not write."""
    palette = b"".join(bytes((shade, shade, shade, 0)) for shade in range(256))
    start = 14 + 40 + len(palette)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(runs), 0, 0, 256, 0)
    return b"BM" + struct.pack("<III", start + len(runs), 0, start) + header + palette + runs
