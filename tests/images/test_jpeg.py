"""Segments are counted as a decoder reads them."""

import io
import struct

import numpy as np
import pytest
from PIL import Image
from PIL.JpegImagePlugin import MARKER, SOF, JpegImageFile

from mixup_demo.images.jpeg import count_segments
from mixup_demo.texts.input_error import InputError
from tests.images.kit import encode, photo, raw_jpeg_segment, rotated

SOS = b"\xff\xda"


def test_scans_are_those_that_the_encoder_wrote():
    picture = photo(64, 96)
    assert count_segments(encode(picture, "JPEG"), 2000).scans == 1
    colour = count_segments(encode(picture, "JPEG", progressive=True), 2000)
    grey = count_segments(encode(picture[..., 0], "JPEG", progressive=True), 2000)
    # the scripts of libjpeg's jpeg_simple_progression
    assert (colour.scans, grey.scans) == (10, 6)


def test_what_lies_within_segments_and_behind_the_end_is_none():
    thumbnail = encode(photo(16, 16), "JPEG")
    content = rotated(photo(64, 64), 6, "JPEG", comment=thumbnail)
    assert content.count(SOS) == 2
    film = 50 * SOS  # phones hang one on
    assert count_segments(content + film, 2000).scans == 1


@pytest.mark.parametrize("hidden", [b"\xff\x05\xff\xff", b"\xff\x01\xff\xff", b"\xff\xd0\xff\xff"])
def test_no_length_hides_scans_where_a_decoder_reads_none(hidden: bytes):
    """Between restarts a decoder leaves out markers that mean nothing, with nothing behind them."""
    content = encode(photo(64, 64), "JPEG", restart_marker_blocks=1)
    scan = content[content.rindex(SOS) : -2]
    assert count_segments(content[:-2] + hidden + 3 * scan, 2000).scans == 4


@pytest.mark.parametrize(
    "before",
    [b"\xff\xd9", 4 * b"\xff\xc8\xff\xff", 4 * b"\xff\xf0\xff\xff", 4 * b"\xff\xfd\xff\xff"],
    ids=["EOI", "JPG", "JPG0", "JPG13"],
)
def test_nothing_before_the_first_scan_hides_segments_that_pillow_collects(before: bytes):
    """It reads on behind an end of the image, and takes no length from these markers."""
    content = encode(np.zeros((8, 8), np.uint8), "JPEG")
    hidden = 2000 * b"\xff\xe1\x00\x02"
    hostile = content[:2] + before + hidden + content[2:]
    assert len(JpegImageFile(io.BytesIO(hostile)).applist) > 2000
    assert count_segments(hostile, 2000).all > 2000


FRAMES = [code & 0xFF for code, (_, _, read) in MARKER.items() if read is SOF]


@pytest.mark.parametrize("code", FRAMES)
def test_no_frame_has_more_components_than_pillow_takes(code: int):
    """It would keep all of them, 600 MB of a file of 20 MB, until libjpeg refuses the file."""
    content = encode(photo(64, 64), "JPEG")
    body = struct.pack(">BHHB", 8, 64, 64, 3) + 100 * b"\1\x11\0"
    hostile = content[:2] + raw_jpeg_segment(code, body) + content[2:]
    with pytest.raises(OSError, match="broken data stream"):
        JpegImageFile(io.BytesIO(hostile)).load()
    with pytest.raises(InputError) as found:
        count_segments(hostile, 2000)
    assert found.value.key == "error.image.unreadable"


def test_a_frame_of_four_components_is_read():
    content = encode(Image.new("CMYK", (16, 16)), "JPEG")
    assert count_segments(content, 2000).scans == 1


def test_fill_bytes_and_broken_lengths_are_passed():
    content = encode(np.zeros((8, 8), np.uint8), "JPEG")
    filled = content.replace(SOS, b"\xff\xff\xff" + SOS[1:])
    assert np.asarray(Image.open(io.BytesIO(filled))).shape == (8, 8)
    assert count_segments(filled, 2000) == count_segments(content, 2000)
    assert count_segments(b"\xff\xd8\xff\xfe\x00\x00" + SOS + b"\x00", 2000).scans == 1
    assert count_segments(b"\xff\xd8\xff", 2000).all == 1


def test_counting_ends_where_there_are_more_than_is_asked():
    assert count_segments(b"\xff\xd8" + 1000 * b"\xff\xfe\x00\x02", 10).all == 11
