"""Limits on files and pixels hold before memory is spent."""

import subprocess
import sys
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np
import pytest
from PIL import Image

from mixup_demo.images import reading
from mixup_demo.images.reading import read_image
from mixup_demo.texts.input_error import InputError
from tests.images.kit import encode, raw_png

BUDGET = 400  # MB above idle

MEASURE = """
import sys
from pathlib import Path
from mixup_demo.images.reading import read_image
from mixup_demo.texts.input_error import InputError

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

idle = peak()
try:
    outcome = "x".join(map(str, read_image(sys.argv[1]).shape))
except InputError as error:
    outcome = error.key
print(outcome, peak() - idle)
"""


def outcome_and_peak(path: Path) -> tuple[str, float]:
    """Read `path` in a process of its own; return what came of it and the memory in MB it took."""
    if not Path("/proc/self/status").exists():
        pytest.skip("peak memory is read from /proc, which only Linux has")
    command = [sys.executable, "-W", "error", "-c", MEASURE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    outcome, peak = done.stdout.split()
    return outcome, float(peak)


def test_a_bomb_is_refused_before_its_pixels_are_decoded(tmp_path):
    path = tmp_path / "bomb.png"
    Image.new("1", (12_000, 12_000)).save(path)
    assert path.stat().st_size < 20_000
    outcome, peak = outcome_and_peak(path)
    assert outcome == "error.image.pixels"
    assert peak < 10


@pytest.mark.parametrize(
    ("name", "mode", "size", "options", "expected"),
    [
        ("a.png", "RGBA", (5700, 7000), {"compress_level": 1}, "637x519x3"),
        ("b.jpg", "RGB", (6200, 6400), {"progressive": True, "subsampling": 0}, "800x775x3"),
        ("f.jpg", "RGB", (63_000, 630), {"progressive": True, "subsampling": 0}, "630x4096x3"),
        ("g.jpg", "RGB", (65_000, 980), {"subsampling": 0}, "980x4096x3"),
        ("c.webp", "RGBA", (4400, 4500), {"method": 0}, "563x550x3"),
        ("d.avif", "RGBA", (4400, 4500), {"speed": 10, "subsampling": "4:4:4"}, "563x550x3"),
        ("e.png", "RGB", (39_000_000, 1), {"compress_level": 1}, "1x4096x3"),
    ],
)
def test_the_costliest_kinds_at_their_limit_are_read_within_the_budget(
    tmp_path, name, mode, size, options, expected
):
    path = tmp_path / name
    Image.new(mode, size, tuple(range(90, 90 + len(mode)))).save(path, **options)
    outcome, peak = outcome_and_peak(path)
    assert outcome == expected
    assert peak < BUDGET


def test_the_sentence_names_limit_and_value():
    with pytest.raises(InputError, match=r"at most 40 megapixels.*10000\.0 \(100000 × 100000\)"):
        read_image(raw_png(100_000, 100_000, 8, 2))


def test_a_phones_photo_of_48_megapixels_is_read():
    assert read_image(encode(Image.new("RGB", (8000, 6000)), "JPEG")).shape == (750, 1000, 3)


@pytest.mark.parametrize(
    ("file_format", "mode", "options"),
    [("WEBP", "RGB", {"method": 0}), ("AVIF", "RGB", {"speed": 10}), ("JPEG", "CMYK", {})],
)
def test_costly_kinds_have_a_lower_limit(file_format, mode, options):
    content = encode(Image.new(mode, (4600, 4600)), file_format, **options)
    with pytest.raises(InputError, match=r"at most 20 megapixels.*21\.2 \(4600 × 4600\)"):
        read_image(content)


def test_a_jpeg_of_several_scans_has_a_lower_limit():
    """Its decoder holds all coefficients, whatever size it is asked for."""
    image = Image.new("L", (6400, 6400))
    assert read_image(encode(image, "JPEG")).shape == (800, 800, 3)
    with pytest.raises(InputError, match=r"at most 40 megapixels.*41\.0 \(6400 × 6400\)"):
        read_image(encode(image, "JPEG", progressive=True))


def test_a_jpeg_whose_scans_repeat_is_refused_before_they_are_decoded(monkeypatch):
    """A thousand scans of 95 bytes, over 64 megapixels, would take 20 s."""
    content = encode(np.full((64, 64), 100, np.uint8), "JPEG", progressive=True)
    last = content[content.rindex(b"\xff\xda") : -2]
    assert read_image(content[:-2] + 80 * last + content[-2:]).shape == (64, 64, 3)
    monkeypatch.setattr(reading, "open_header", None)  # nothing is decoded
    with pytest.raises(InputError, match=r"at most 100 scans .* at least 10[1-9] and"):
        read_image(content[:-2] + 100 * last + content[-2:])


def test_a_jpeg_of_too_many_segments_is_refused_before_its_header_is_read(monkeypatch):
    """Pillow joins the EXIF data of all segments, each time anew."""
    content = encode(np.full((64, 64), 100, np.uint8), "JPEG")
    comment = b"\xff\xfe\x00\x04ab"
    assert read_image(content[:2] + 1900 * comment + content[2:]).shape == (64, 64, 3)
    monkeypatch.setattr(reading, "open_header", None)
    with pytest.raises(InputError, match="2000 segments"):
        read_image(content[:2] + 2000 * comment + content[2:])


def test_only_what_holds_much_memory_enters_large():
    entered = MagicMock()
    read_image(encode(Image.new("RGB", (4000, 3000)), "JPEG"), entered)
    read_image(encode(Image.new("RGB", (2800, 2800)), "PNG"), entered)
    assert not entered.__enter__.called
    for count, (size, options) in enumerate(
        [((4000, 3000), {"progressive": True}), ((20_000, 450), {})], start=1
    ):
        read_image(encode(Image.new("RGB", size), "JPEG", **options), entered)
        assert entered.__enter__.call_count == entered.__exit__.call_count == count


def test_a_gif_whose_frame_outgrows_its_screen_is_refused():
    content = bytearray(encode(np.zeros((10, 10, 3), np.uint8), "GIF"))
    frame = content.index(b"\x2c" + bytes(4) + b"\x0a\0\x0a\0")  # image descriptor: place, size
    content[frame + 5 : frame + 9] = (7000).to_bytes(2, "little") * 2
    with pytest.raises(InputError, match="7000 × 7000"):
        read_image(bytes(content))


def test_a_file_that_is_too_long_is_refused_unread(tmp_path):
    path = tmp_path / "long.bmp"
    with path.open("wb") as file:
        file.truncate(21 * 2**20)
    for source in (path, bytes(21 * 2**20)):
        with pytest.raises(InputError, match=r"at most 20 MB, but this one has 21\.0 MB"):
            read_image(source)
