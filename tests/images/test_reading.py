"""Uploaded files become the right picture, or one clear sentence."""

import io
import warnings

import numpy as np
import pytest
from PIL import Image, ImageOps

from mixup_demo.images.preparing import fit, to_input
from mixup_demo.images.reading import read_image
from mixup_demo.texts.input_error import InputError
from tests.images.kit import (
    animation,
    decoded,
    encode,
    photo,
    raw_png,
    rotated,
    run_length_bmp,
)

LOSSLESS = [("PNG", {}), ("BMP", {}), ("WEBP", {"lossless": True})]
LOSSY = [("JPEG", {"quality": 95}), ("WEBP", {"quality": 95}), ("AVIF", {"quality": 90})]
ALL_FORMATS = [*LOSSLESS, *LOSSY, ("GIF", {}), ("JPEG", {"progressive": True})]


def outcome(content: bytes) -> str:
    """Return "picture", or the key of the error."""
    try:
        read_image(content)
    except InputError as error:
        return error.key
    return "picture"


class TestFormats:
    @pytest.mark.parametrize(("file_format", "options"), LOSSLESS)
    def test_lossless_formats_give_every_pixel(self, file_format, options):
        picture = photo(40, 60)
        np.testing.assert_array_equal(read_image(encode(picture, file_format, **options)), picture)

    @pytest.mark.parametrize(("file_format", "options"), LOSSY)
    def test_lossy_formats_give_what_pillow_decodes(self, file_format, options):
        content = encode(photo(40, 60), file_format, **options)
        np.testing.assert_array_equal(read_image(content), decoded(content))

    def test_path_string_and_content_are_the_same_picture(self, tmp_path):
        path = tmp_path / "no-suffix"
        path.write_bytes(encode(photo(9, 7), "PNG"))
        for source in (path, str(path), path.read_bytes()):
            np.testing.assert_array_equal(read_image(source), photo(9, 7))

    @pytest.mark.parametrize(
        ("file_format", "options"), [("GIF", {}), ("WEBP", {"lossless": True}), ("PNG", {})]
    )
    def test_an_animation_gives_its_first_frame(self, file_format, options):
        frames = [np.full((6, 8, 3), shade, np.uint8) for shade in (200, 90, 10)]
        content = animation(frames, file_format, **options)
        np.testing.assert_array_equal(read_image(content), frames[0])

    def test_a_multi_picture_jpeg_gives_its_first_picture(self):
        content = animation([photo(40, 60), photo(40, 60, seed=1)], "MPO")
        np.testing.assert_array_equal(read_image(content), decoded(content))


class TestModes:
    @pytest.mark.parametrize("mode", ["1", "L", "P"])
    def test_grey_and_palette(self, mode):
        picture = Image.fromarray(photo(20, 30)).convert(mode)
        expected = np.asarray(picture.convert("RGB"))
        np.testing.assert_array_equal(read_image(encode(picture, "PNG")), expected)

    def test_cmyk(self):
        cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
        red, green, blue = read_image(encode(cyan, "JPEG", quality=95)).mean((0, 1))
        assert red < 5
        assert green > 250
        assert blue > 250

    def test_sixteen_bit_grey_keeps_its_shades(self):
        shades = np.arange(256, dtype=np.uint16).reshape(16, 16)
        image = read_image(encode(shades * 257, "PNG"))
        np.testing.assert_array_equal(image, np.repeat(shades[..., None], 3, axis=-1))

    def test_sixteen_bit_colour_keeps_its_shades(self):
        rows = b"\0" + np.array([0xC8C8, 0x6464, 0x0A0A], ">u2").tobytes()
        assert read_image(raw_png(1, 1, 16, 2, rows)).tolist() == [[[200, 100, 10]]]

    @pytest.mark.parametrize("mode", ["RGBA", "LA"])
    def test_alpha_is_laid_on_white(self, mode):
        picture = Image.new("L", (3, 1), 100).convert(mode)
        picture.putalpha(Image.fromarray(np.array([[0, 128, 255]], np.uint8)))
        for file_format, options in [("PNG", {}), ("WEBP", {"lossless": True, "exact": True})]:
            image = read_image(encode(picture.convert(mode), file_format, **options))
            # 128/255 of 100 and the rest of white: 177.2
            assert image[0, :, 0].tolist() == [255, 177, 100]

    def test_palette_transparency_is_laid_on_white(self):
        picture = Image.new("P", (2, 1))
        picture.putpalette([200, 0, 0, 0, 0, 200])
        picture.putpixel((1, 0), 1)
        for file_format in ("PNG", "GIF"):
            image = read_image(encode(picture, file_format, transparency=0))
            assert image.tolist() == [[[255, 255, 255], [0, 0, 200]]]

    def test_palette_with_partial_transparency(self):
        picture = Image.new("P", (1, 1))
        picture.putpalette([0, 0, 0])
        image = read_image(encode(picture, "PNG", transparency=b"\x80"))
        assert image.tolist() == [[[127, 127, 127]]]

    def test_a_transparent_level_of_sixteen_bit_grey_is_laid_on_white(self):
        rows = b"\0" + np.array([0x1234, 0x1235], ">u2").tobytes()
        content = raw_png(2, 1, 16, 0, rows, ((b"tRNS", b"\x12\x34"),))
        assert read_image(content)[0, :, 0].tolist() == [255, 0x12]

    def test_a_transparent_colour_of_sixteen_bits_breaks_nothing(self):
        rows = b"\0" + np.array([0xC8C8, 0x6464, 0x0A0A], ">u2").tobytes()
        content = raw_png(1, 1, 16, 2, rows, ((b"tRNS", b"\xff\xff" * 3),))
        assert read_image(content).shape == (1, 1, 3)


class TestOrientation:
    @pytest.mark.parametrize("orientation", range(1, 9))
    @pytest.mark.parametrize(
        ("file_format", "options"), [("JPEG", {}), ("PNG", {}), ("WEBP", {}), ("AVIF", {})]
    )
    def test_the_picture_stands_upright(self, orientation, file_format, options):
        content = rotated(photo(24, 40), orientation, file_format, **options)
        upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
        image = read_image(content)
        np.testing.assert_array_equal(image, np.asarray(upright.convert("RGB")))
        assert image.flags.c_contiguous

    @pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # a line in the log, no more
    @pytest.mark.parametrize("exif", [b"II*\0\x08\0\0\0\xff\xffgarbage", b"garbage"])
    def test_damaged_exif_leaves_the_picture_as_it_is_stored(self, exif):
        content = encode(photo(24, 40), "JPEG", exif=b"Exif\0\0" + exif)
        np.testing.assert_array_equal(read_image(content), decoded(content))


class TestSize:
    @pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 5000), (5000, 1), (2, 3)])
    def test_tiny_and_thin_images_work(self, height, width):
        image = read_image(encode(np.full((height, width, 3), 77, np.uint8), "PNG"))
        assert image.shape == (min(height, 4096), min(width, 4096), 3)
        assert (fit(image, (512, 512)) == 77).all()
        assert (to_input(image, (32, 32)) == np.float32(77) / np.float32(255)).all()

    def test_the_middle_of_a_long_image_is_kept(self):
        long = np.zeros((1, 6000, 3), np.uint8)
        long[0, 3000] = 255
        image = read_image(encode(long, "PNG"))
        assert image[0, 4096 // 2].tolist() == [255, 255, 255]

    @pytest.mark.parametrize(
        ("height", "width", "expected"),
        [(1023, 40, (1023, 40)), (1024, 1030, (512, 515)), (1600, 2100, (534, 700))],
    )
    def test_a_large_image_is_reduced_by_a_whole_factor(self, height, width, expected):
        picture = np.tile(photo(500, 500), (4, 5, 1))[:height, :width]
        image = read_image(encode(picture, "PNG", compress_level=1))
        assert image.shape == (*expected, 3)
        factor = max(1, min(height, width) // 512)
        blocks = np.asarray(Image.fromarray(picture).reduce(factor))
        np.testing.assert_array_equal(image, blocks)

    def test_pieces_join_without_a_seam(self):
        picture = photo(60, 4700)
        image = read_image(encode(picture, "PNG", compress_level=1))
        np.testing.assert_array_equal(image, picture[:, 302 : 302 + 4096])
        picture = np.tile(photo(550, 700), (4, 4, 1))  # in four pieces, reduced four times
        image = read_image(encode(picture, "PNG", compress_level=1))
        np.testing.assert_array_equal(image, np.asarray(Image.fromarray(picture).reduce(4)))

    def test_a_jpeg_decoded_at_a_fraction_is_the_same_input(self):
        content = encode(np.tile(photo(1100, 1200), (2, 2, 1)), "JPEG", quality=92)
        image = read_image(content)
        assert image.shape[:2] == (550, 600)  # a quarter, by the JPEG decoder
        difference = np.abs(to_input(image, (32, 32)) - to_input(decoded(content), (32, 32))) * 255
        assert difference.mean() < 0.3
        assert difference.max() <= 2


class TestDamaged:
    @pytest.mark.parametrize(("file_format", "options"), ALL_FORMATS)
    @pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
    def test_a_truncated_file_is_refused(self, file_format, options, share):
        content = encode(photo(200, 200), file_format, **options)
        with pytest.raises(InputError, match="damaged or cut off") as caught:
            read_image(content[: max(20, int(share * len(content)))])
        assert caught.value.key == "error.image.unreadable"
        assert caught.value.values == {"value": file_format}

    def test_damage_at_random_gives_a_picture_or_one_error(self):
        rng = np.random.default_rng(0)
        for file_format, options in ALL_FORMATS:
            content = encode(photo(60, 80), file_format, **options)
            for _ in range(60):
                damaged = bytearray(content)
                for place in rng.integers(0, min(len(content), 600), 3):
                    damaged[place] = rng.integers(256)
                assert outcome(bytes(damaged)) in {
                    "picture",
                    "error.image.unreadable",
                    "error.image.unknown",
                    "error.image.pixels",
                }


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="x" width="9">', "SVG"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
    ],
)
def test_a_known_foreign_format_is_named(content, name):
    with pytest.raises(InputError, match=f"JPEG, PNG, WebP.*this one is {name}"):
        read_image(content)


@pytest.mark.parametrize("left_out", [b"\0\2\0\xff", b"\1\1\0\0"], ids=["a move", "a row's rest"])
def test_a_run_length_encoded_bmp_is_refused(left_out):
    """Pillow fills what a run leaves out: of a wider one 10 GB, or 40 million turns of a loop."""
    with pytest.raises(InputError, match=r"run-length .* Save it as a PNG") as found:
        read_image(run_length_bmp(60_000, 1, left_out))
    assert found.value.key == "error.image.runs"


def test_text_with_an_image_name_is_refused(tmp_path):
    path = tmp_path / "cat.png"
    path.write_text("meow")
    with pytest.raises(InputError, match="none of these, whatever its name says"):
        read_image(path)


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "cat.png"
    path.touch()
    with pytest.raises(InputError, match="0 bytes"):
        read_image(path)


@pytest.mark.parametrize("source", [None, "", "no/such/file.png", ".", "a\0b"])
def test_no_file_is_refused(source):
    with pytest.raises(InputError, match="but there is none") as caught:
        read_image(source)
    assert caught.value.key == "error.image.missing"


def test_pillows_own_limit_neither_refuses_nor_changes(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 5_000_000)
    content = encode(Image.new("L", (4000, 4000)), "PNG")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_image(content).shape == (572, 572, 3)
    assert Image.MAX_IMAGE_PIXELS == 5_000_000
