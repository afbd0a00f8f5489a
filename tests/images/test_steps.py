"""What readers loop over in Python before and behind the pixels has an end."""

import struct
import zlib

import numpy as np
import pytest

from mixup_demo.images.reading import read_image
from mixup_demo.limits import MAX_HEADER_STEPS, MAX_UNPACKED
from mixup_demo.texts.input_error import InputError
from tests.images.kit import animation, encode, photo, raw_png

PICTURE = photo(8, 8)
JPEG, GIF, PNG = (encode(PICTURE, kind) for kind in ("JPEG", "GIF", "PNG"))
#: of a GIF: where its extensions begin, behind the screen and the palette
EXTENSIONS = 13 + (3 << (GIF[10] & 7) + 1)
MANY = MAX_HEADER_STEPS
COMMENT, UNKNOWN, PROFILE = b"!\xfe", b"!\x01", b"a\0\0" + zlib.compress(bytes(2**20 - 1))


def chunk(name: bytes, body: bytes = b"") -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def with_chunks(content: bytes, chunks: bytes, before: bytes) -> bytes:
    """Return a PNG with more chunks before the first one of a name."""
    at = content.index(before) - 4
    return content[:at] + chunks + content[at:]


def key_of(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_image(content)
    return caught.value.key


@pytest.mark.parametrize(
    "extensions",
    [
        COMMENT + MANY * b"\1a" + b"\0",
        UNKNOWN + MANY * b"\1a" + b"\0",
        MANY * b"\2",
        MANY * b"!\1\1a\0",
    ],
    ids=["a comment", "an extension", "stray bytes", "empty extensions"],
)
def test_a_gif_of_many_sub_blocks_is_refused(extensions: bytes):
    """Of a comment Pillow joins them one by one: a megabyte of one byte each took two seconds."""
    assert key_of(GIF[:EXTENSIONS] + extensions + GIF[EXTENSIONS:]) == "error.image.steps"


def test_a_gif_with_half_a_megabyte_of_comment_is_read():
    comment = COMMENT + 2000 * (b"\xff" + 255 * b"a") + b"\0"
    plain = read_image(GIF)
    assert np.array_equal(read_image(GIF[:EXTENSIONS] + comment + GIF[EXTENSIONS:]), plain)


@pytest.mark.parametrize("before", [b"IDAT", b"IEND"])
@pytest.mark.parametrize("name", [b"prIv", b"IDAT"])
def test_a_png_of_many_empty_chunks_is_refused(before: bytes, name: bytes):
    """Pillow walks over those behind the pixels as well, and keeps each one that it knows not."""
    assert key_of(with_chunks(PNG, MANY * chunk(name), before)) == "error.image.steps"


def test_so_is_an_animated_one():
    frames = [np.full((6, 8, 3), shade, np.uint8) for shade in (200, 90)]
    content = animation(frames, "PNG")
    assert np.array_equal(read_image(content), frames[0])
    for before in (b"acTL", b"fcTL", b"IDAT"):
        assert key_of(with_chunks(content, MANY * chunk(b"prIv"), before)) == "error.image.steps"


def test_a_png_in_as_many_chunks_as_encoders_write_is_read():
    """Of 4 KB each, the smallest that are common, and with two thousand others."""
    shape = (1200, 1300, 3)
    noise = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    rows = np.pad(noise.reshape(shape[0], -1), ((0, 0), (1, 0))).tobytes()
    packed = zlib.compress(rows, 0)
    parts = b"".join(chunk(b"IDAT", packed[at : at + 4096]) for at in range(0, len(packed), 4096))
    empty = raw_png(shape[1], shape[0], 8, 2)
    start, end = empty.index(b"IDAT") - 4, empty.index(b"IEND") - 4
    content = empty[:start] + 2000 * chunk(b"tEXt", b"a\0b") + parts + empty[end:]
    assert np.array_equal(read_image(content), read_image(encode(noise, "PNG")))


@pytest.mark.parametrize("before", [b"\0", b"\xff\xd0", b"\xff"], ids=["zeros", "restarts", "fill"])
def test_a_jpeg_of_stray_bytes_is_refused(before: bytes):
    """Pillow reads them one by one."""
    assert key_of(JPEG[:2] + b"\xff\xfe\0\2" + MANY * before + JPEG[2:]) == "error.image.steps"


@pytest.mark.parametrize("before", [b"IDAT", b"IEND"])
def test_a_png_of_many_packed_profiles_is_refused(before: bytes):
    """Two megabytes of them took five seconds to unpack."""
    profile = chunk(b"iCCP", PROFILE)
    assert read_image(with_chunks(PNG, profile, b"IDAT")).shape == PICTURE.shape
    many = with_chunks(PNG, (MAX_UNPACKED + 1) * profile, before)
    with pytest.raises(
        InputError, match=f"at most {MAX_UNPACKED} compressed .* has {MAX_UNPACKED + 1}"
    ):
        read_image(many)
