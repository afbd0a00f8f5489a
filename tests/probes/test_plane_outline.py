"""Boundary lines against boundaries that are known exactly; regions against their own masks."""

import numpy as np
import pytest
from scipy import ndimage

from mixup_demo.probes.plane_outline import NAMED_SHARE, boundary_lines, named_regions

SIDE = 40


def middles() -> tuple[np.ndarray, np.ndarray]:
    """The places of all points, x and y, each (SIDE, SIDE)."""
    y, x = np.indices((SIDE, SIDE)) + 0.5
    return x, y


def test_the_boundary_of_a_linear_classifier_is_its_straight_line():
    x, y = middles()
    distance = 0.6 * x + 0.8 * y - 27.3
    lines = boundary_lines((distance > 0).astype(np.int16), np.abs(distance))
    inner = lines[((lines > 0.5) & (lines < SIDE - 0.5)).all(axis=(1, 2))]
    assert len(inner) > SIDE
    np.testing.assert_allclose(0.6 * inner[..., 0] + 0.8 * inner[..., 1], 27.3, atol=1e-9)
    length = np.linalg.norm(lines[:, 0] - lines[:, 1], axis=1).sum()
    assert length == pytest.approx(np.hypot(40, 30), rel=0.01)  # from (0, 34.1) to (40, 4.1)


def test_a_boundary_reaches_the_edges_of_the_plane():
    classes = np.repeat([[0] * 10 + [1] * (SIDE - 10)], SIDE, axis=0)
    lines = boundary_lines(classes, np.ones((SIDE, SIDE)))
    assert np.all(lines[..., 0] == 10)
    assert lines[..., 1].min() == 0
    assert lines[..., 1].max() == SIDE


def test_lines_lie_nearer_to_the_less_sure_point():
    classes = np.array([[0, 1], [0, 1]])
    margin = np.array([[0.1, 0.3], [0.1, 0.3]])
    np.testing.assert_allclose(boundary_lines(classes, margin)[..., 0], 0.5 + 0.25)


def test_three_regions_meet_in_one_place():
    classes = np.array([[0, 1], [2, 2]])
    lines = boundary_lines(classes, np.full((2, 2), 0.5))
    meeting = [tuple(line[1]) for line in lines]
    assert meeting.count((1.0, 5 / 6)) == 3  # the mean of the crossings (1, ½), (½, 1), (1½, 1)


def test_one_class_has_no_boundary_and_no_margin_is_no_error():
    assert boundary_lines(np.zeros((8, 8), int), np.zeros((8, 8))).shape == (0, 2, 2)
    checks = np.indices((8, 8)).sum(axis=0) % 2
    assert np.isfinite(boundary_lines(checks, np.zeros((8, 8)))).all()


def test_regions_are_named_at_their_widest_place_the_largest_first():
    x, y = middles()
    classes = np.where(np.hypot(x - 30, y - 12) < 6, 4, 0)
    classes[:, :8] = 2
    regions = named_regions(classes)
    assert [region.number for region in regions] == [0, 2, 4]
    assert sum(region.share for region in regions) == pytest.approx(1)
    disc = regions[2]
    assert (disc.x, disc.y) == pytest.approx((30, 12), abs=1)
    assert disc.share == (classes == 4).mean()


@pytest.mark.parametrize("seed", range(3))
def test_regions_are_named_inside_of_them_and_small_ones_are_not(seed: int):
    rng = np.random.default_rng(seed)
    smooth = [ndimage.gaussian_filter(rng.normal(size=(SIDE, SIDE)), 3) for _ in range(4)]
    classes = np.argmax(smooth, axis=0)
    regions = named_regions(classes)
    assert regions
    for region in regions:
        assert classes[int(region.y), int(region.x)] == region.number
        assert region.share >= NAMED_SHARE
    speck = np.zeros((SIDE, SIDE), int)
    speck[3, 3:6] = 1
    assert [region.number for region in named_regions(speck)] == [0]
