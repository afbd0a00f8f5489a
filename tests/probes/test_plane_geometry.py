import numpy as np
import pytest

from mixup_demo.probes.plane_geometry import geometry, weights
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import random_images

IMAGES = random_images(3, 8, seed=1)
A, B, C = IMAGES


def rounded(image: np.ndarray) -> np.ndarray:
    """What an 8-bit file keeps of an image."""
    return np.rint(255 * image).astype(np.float32) / np.float32(255)


def test_the_basis_is_orthonormal_and_starts_along_the_first_side():
    e1, e2 = geometry(IMAGES).basis.reshape(2, -1)
    assert [e1 @ e1, e2 @ e2, e1 @ e2] == pytest.approx([1, 1, 0], abs=1e-12)
    assert e1 @ (B - A).ravel() == pytest.approx(np.linalg.norm(B - A))


def test_positions_are_where_the_images_lie():
    spanned = geometry(IMAGES)
    for position, image in zip(spanned.positions, IMAGES, strict=True):
        np.testing.assert_allclose(A + np.tensordot(position, spanned.basis, 1), image, atol=1e-6)
    assert spanned.positions[0].tolist() == [0, 0]
    assert spanned.positions[1, 1] == 0
    assert spanned.positions[2, 1] > 0


def test_distances_in_the_plane_are_those_of_the_images():
    positions = geometry(IMAGES).positions
    for i, j in ((0, 1), (0, 2), (1, 2)):
        between = np.linalg.norm(positions[i] - positions[j])
        assert between == pytest.approx(np.linalg.norm(IMAGES[i] - IMAGES[j]), rel=1e-6)


def test_the_box_is_the_triangles_and_a_quarter_more_on_each_side():
    # flat colours, at (0, 0), (8, 0) and (-2, 4) in units of a channel's length
    images = np.zeros((3, 3, 2, 2), np.float32)
    images[1, 0], images[2, 0], images[2, 1] = 0.8, -0.2, 0.4
    assert geometry(images).bounds == pytest.approx(2 * np.array([[-0.45, -0.1], [1.05, 0.5]]))


def test_points_are_evenly_spaced_from_the_low_end():
    low, high = geometry(IMAGES).bounds
    for axis, start, end in zip(geometry(IMAGES).axes(10), low, high, strict=True):
        assert axis == pytest.approx(np.linspace(start, end, 11)[:-1])


@pytest.mark.parametrize("resolution", [8, 24, 31])
def test_the_points_of_a_grid_are_among_those_of_its_double_exactly(resolution: int):
    spanned = geometry(IMAGES)
    doubles = spanned.axes(2 * resolution)
    for axis, double in zip(spanned.axes(resolution), doubles, strict=True):
        assert np.array_equal(axis, double[::2])


class TestWeights:
    def test_of_the_images_are_1_for_themselves(self):
        positions = geometry(IMAGES).positions
        assert weights(positions, positions) == pytest.approx(np.eye(3), abs=1e-12)

    def test_blend_the_image_of_each_point(self):
        spanned = geometry(IMAGES)
        points = np.random.default_rng(2).uniform(-9, 9, (4, 5, 2))
        found = weights(points, spanned.positions)
        assert found.shape == (4, 5, 3)
        assert found.sum(axis=-1) == pytest.approx(np.ones((4, 5)))
        assert found.min() < 0
        blended = np.tensordot(found, IMAGES, 1)
        expected = A + np.tensordot(points, spanned.basis, 1)
        np.testing.assert_allclose(blended, expected, atol=1e-5)


SAME = {
    "A and B": (A, A, C),
    "A and C": (A, B, A),
    "B and C": (A, B, rounded(B)),
}


@pytest.mark.parametrize("names", SAME)
def test_two_equal_images_are_named(names: str):
    message = f"three different pictures, but {names} are the same .* Choose another"
    with pytest.raises(InputError, match=message):
        geometry(np.stack(SAME[names]))


@pytest.mark.parametrize("lam", [0.5, 0.03, -0.7, 1.6])
@pytest.mark.parametrize("place", range(3))
def test_images_on_one_line_are_refused(lam: float, place: int):
    images = [A, B]
    images.insert(place, rounded(lam * A + (1 - lam) * B))
    with pytest.raises(
        InputError, match=r"not lie on one line, .* Choose another picture C"
    ) as error:
        geometry(np.stack(images))
    assert "한 직선" in error.value.message("ko")


def test_a_small_difference_is_enough():
    """Four levels in every value, this way and that: more than rounding can do."""
    signs = np.random.default_rng(3).choice([-1, 1], A.shape)
    near = (0.5 * (A + B) + 4 / 255 * signs).astype(np.float32)
    assert geometry(np.stack([A, B, near])).positions[2, 1] > 0.1
    assert geometry(np.stack([A, (A + 4 / 255 * signs).astype(np.float32), B])).bounds.shape == (
        2,
        2,
    )
