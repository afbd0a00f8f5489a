"""Targets of the GANs: the documented constants, and draws that follow them."""

import numpy as np
import pytest

from mixup_demo.gan.targets import TARGETS


def draws(name: str, n: int = 20_000) -> np.ndarray:
    return TARGETS[name].draw(n, np.random.default_rng(5))


def test_the_ring_has_eight_modes_of_the_literatures_constants():
    ring = TARGETS["ring"]
    assert ring.modes.shape == (8, 2)
    np.testing.assert_allclose(np.hypot(*ring.modes.T) * np.sqrt(2), 2, rtol=1e-6)
    assert ring.spread * np.sqrt(2) == pytest.approx(0.02)
    steps = np.diff(np.unwrap(np.arctan2(ring.modes[:, 1], ring.modes[:, 0])))
    np.testing.assert_allclose(steps, np.pi / 4, rtol=1e-5)


def test_the_grid_has_all_pairs_of_its_five_ticks():
    grid = TARGETS["grid"]
    places = {tuple(place) for place in np.rint(grid.modes * 2 * np.sqrt(2)).astype(int).tolist()}
    assert places == {(x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4)}
    assert grid.spread * 2 * np.sqrt(2) == pytest.approx(0.05)


@pytest.mark.parametrize("name", TARGETS)
def test_draws_fill_the_shown_square_and_repeat_with_their_seed(name: str):
    target, points = TARGETS[name], draws(name)
    assert (points.shape, points.dtype) == ((20_000, 2), np.float32)
    assert np.abs(points).max() < target.extent
    assert points.std(axis=0) == pytest.approx([1, 1], abs=0.12)
    # the roll's sines and cosines may be rounded in another way where they lie otherwise in memory
    np.testing.assert_allclose(points, draws(name), rtol=0, atol=1e-6)
    assert np.abs(points - target.draw(20_000, np.random.default_rng(6))).mean() > 0.1


@pytest.mark.parametrize("name", ["ring", "grid"])
def test_gaussians_are_equally_likely_and_have_their_spread(name: str):
    target, points = TARGETS[name], draws(name)
    nearest = np.linalg.norm(points[:, None] - target.modes, axis=2).argmin(axis=1)
    shares = np.bincount(nearest, minlength=len(target.modes)) / len(points)
    assert shares == pytest.approx(np.full(len(shares), 1 / len(shares)), rel=0.15)
    away = points - target.modes[nearest]
    assert away.std(axis=0) == pytest.approx([target.spread] * 2, rel=0.03)


def test_the_roll_is_scikit_learns_about_our_curve():
    target, points = TARGETS["swiss"], draws("swiss", 4000)
    t = np.linspace(1.5 * np.pi, 4.5 * np.pi, 4000)
    exact = t[:, None] * np.stack([np.cos(t), np.sin(t)], axis=1) / 7.5
    distance = np.linalg.norm(points[:, None] - exact[::4], axis=2).min(axis=1)
    # across the curve the noise has one dimension of the plane's two
    assert np.sqrt((distance**2).mean()) == pytest.approx(target.spread, rel=0.05)
    off = np.linalg.norm(target.curve[:, None] - exact, axis=2).min(axis=1)
    assert off.max() < 0.1 * target.spread
