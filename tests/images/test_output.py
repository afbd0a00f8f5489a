"""From pixels to the display square, the model's input and the files that the page shows."""

import base64

import numpy as np
import pytest

from mixup_demo.images.preparing import fit, to_input
from mixup_demo.images.reading import data_uri, encode_png
from tests.images.kit import decoded, photo


class TestSquare:
    def test_an_image_of_the_asked_size_passes_unchanged(self):
        np.testing.assert_array_equal(fit(photo(512, 512), (512, 512)), photo(512, 512))

    def test_the_centre_is_cut_out(self):
        picture = photo(32, 70)
        np.testing.assert_array_equal(fit(picture, (32, 32)), picture[:, 19:51])
        on_its_side = picture.transpose(1, 0, 2)
        np.testing.assert_array_equal(fit(on_its_side, (32, 32)), on_its_side[19:51])

    @pytest.mark.parametrize("side", [33, 100, 640])
    def test_shrinking_is_antialiased(self, side):
        picture = photo(side, side)
        weights = hamming_weights(side, 32)
        expected = np.moveaxis(weights @ np.moveaxis(picture, -1, 0) @ weights.T, 0, -1)
        assert np.abs(fit(picture, (32, 32)) - expected).max() < 1.01

    def test_a_fine_checkerboard_becomes_its_mean(self):
        board = np.indices((512, 512)).sum(0) % 2 * np.uint8(255)
        small = fit(np.repeat(board[..., None].astype(np.uint8), 3, axis=-1), (32, 32))
        assert np.abs(small.astype(int) - 127).max() <= 1


def hamming_weights(extent: int, size: int) -> np.ndarray:
    """Weights (size, extent) of a Hamming-windowed sinc of support 1, scaled to the reduction."""
    scale = extent / size
    centres = (np.arange(size) + 0.5) * scale
    distance = (np.arange(extent) + 0.5 - centres[:, None]) / scale
    window = np.where(np.abs(distance) < 1, 0.54 + 0.46 * np.cos(np.pi * distance), 0.0)
    weights = np.sinc(distance) * window
    return weights / weights.sum(1, keepdims=True)


class TestInput:
    def test_every_value_of_a_32_by_32_image_passes_exactly(self):
        picture = photo(32, 32)
        image = to_input(picture, (32, 32))
        assert image.dtype == np.float32
        np.testing.assert_array_equal(image, picture.transpose(2, 0, 1) / np.float32(255))

    def test_it_is_the_small_square_in_planes(self):
        picture = photo(300, 400)
        small = np.round(to_input(picture, (32, 32)) * 255).astype(np.uint8)
        np.testing.assert_array_equal(small.transpose(1, 2, 0), fit(picture, (32, 32)))
        assert to_input(picture, (64, 64)).shape == (3, 64, 64)


class TestEncoding:
    def test_png_and_data_uri_hold_every_pixel(self):
        picture = photo(512, 512)
        np.testing.assert_array_equal(decoded(encode_png(picture)), picture)
        kind, content = data_uri(picture).split(",")
        assert kind == "data:image/webp;base64"
        np.testing.assert_array_equal(decoded(base64.b64decode(content)), picture)
