"""The operators and draws of mixup and CutMix, on their own terms."""

import math

import numpy as np
import pytest
import torch

from mixup_demo.mixing import (
    Box,
    beta_density,
    box_lambda,
    cutmix,
    cutmix_box,
    draw_centre,
    draw_lambda,
    inner_box,
    minmax_box,
    mix,
    one_hot,
    pair_by_flip,
    pair_by_permutation,
    pair_by_roll,
)
from mixup_demo.texts.input_error import InputError

DISTRIBUTIONS = {
    0.5: lambda x: 2 / np.pi * np.arcsin(np.sqrt(x)),
    1.0: lambda x: x,
    2.0: lambda x: 3 * x**2 - 2 * x**3,
}
"""Closed forms of the distribution function of Beta(α, α)."""


def kolmogorov_distance(draws, distribution):
    """Return the largest distance of the empirical distribution from the given one, times √n."""
    n = len(draws)
    expected = distribution(np.sort(draws))
    steps = np.arange(n + 1) / n
    return math.sqrt(n) * max((steps[1:] - expected).max(), (expected - steps[:-1]).max())


class TestDrawLambda:
    @pytest.mark.parametrize("alpha", DISTRIBUTIONS)
    def test_draws_follow_beta(self, alpha):
        draws = draw_lambda(alpha, np.random.default_rng(1), 20_000)
        for other, distribution in DISTRIBUTIONS.items():
            follows = kolmogorov_distance(draws, distribution) < 1.95  # exceeded once in 1,000
            assert follows == (other == alpha)

    @pytest.mark.parametrize("alpha", [0.05, 0.2, 1.0, 8.0, 32.0])
    def test_mean_and_variance(self, alpha):
        draws = draw_lambda(alpha, np.random.default_rng(2), 100_000)
        variance = 1 / (4 * (2 * alpha + 1))
        assert draws.mean() == pytest.approx(0.5, abs=5 * math.sqrt(variance / draws.size))
        assert draws.var() == pytest.approx(variance, rel=0.03)

    @pytest.mark.parametrize("alpha", [1e-300, 0.05])
    def test_a_very_small_alpha_gives_the_ends_and_no_nan(self, alpha):
        draws = draw_lambda(alpha, np.random.default_rng(3), 10_000)
        assert ((draws >= 0) & (draws <= 1)).all()
        middle = ((draws > 0.001) & (draws < 0.999)).mean()
        assert middle < 0.3  # Beta(0.05, 0.05) has 0.29 there
        assert (draws > 0.5).mean() == pytest.approx(0.5, abs=0.03)

    def test_alpha_zero_is_erm(self):
        assert draw_lambda(0, np.random.default_rng(0)) == 1.0
        np.testing.assert_array_equal(draw_lambda(0, np.random.default_rng(0), (2, 3)), 1.0)

    def test_the_generator_decides(self):
        one, same = (draw_lambda(0.3, np.random.default_rng(5)) for _ in range(2))
        assert one == same
        assert one != draw_lambda(0.3, np.random.default_rng(6))
        assert isinstance(one, float)

    @pytest.mark.parametrize("alpha", [-0.1, math.nan, math.inf])
    @pytest.mark.parametrize(
        "use", [lambda a: draw_lambda(a, None), lambda a: beta_density(0.5, a)]
    )
    def test_an_impossible_alpha_is_refused(self, alpha, use):
        with pytest.raises(InputError, match=f"α must be .* at least 0, but is {alpha}") as caught:
            use(alpha)
        assert caught.value.key == "error.alpha"


class TestBetaDensity:
    x = np.linspace(0, 1, 101)

    def test_closed_forms(self):
        np.testing.assert_array_equal(beta_density(self.x, 1), 1.0)
        np.testing.assert_allclose(beta_density(self.x, 2), 6 * self.x * (1 - self.x), rtol=1e-12)
        inner = self.x[1:-1]
        arcsine = 1 / (np.pi * np.sqrt(inner * (1 - inner)))
        np.testing.assert_allclose(beta_density(inner, 0.5), arcsine, rtol=1e-12)

    @pytest.mark.parametrize("alpha", [0.05, 0.3, 1.0, 1.7, 32.0])
    def test_it_integrates_to_one(self, alpha):
        # x = u^(1/p) makes the integrand finite at 0; the half up to ½ counts twice.
        p = min(alpha, 1)
        upper = 0.5**p
        u = (np.arange(20_000) + 0.5) / 20_000 * upper
        x = u ** (1 / p)
        half = (beta_density(x, alpha) * x / (u * p)).mean() * upper
        assert 2 * half == pytest.approx(1, abs=1e-6)

    @pytest.mark.parametrize("alpha", [0.05, 0.4, 3.0, 32.0])
    def test_it_is_symmetric(self, alpha):
        x = np.linspace(0.015625, 0.484375, 31)
        np.testing.assert_allclose(beta_density(x, alpha), beta_density(1 - x, alpha), rtol=1e-10)

    def test_a_large_alpha_does_not_overflow(self):
        exact = math.factorial(63) / math.factorial(31) ** 2 / 4**31
        assert beta_density(0.5, 32) == pytest.approx(exact, rel=1e-12)
        gaussian = math.sqrt(4 * 20_001 / (2 * math.pi))  # the limit, 1 / √(2π variance)
        assert beta_density(0.5, 10_000) == pytest.approx(gaussian, rel=1e-4)

    def test_ends_and_outside(self):
        points = [-0.1, 0.0, 1.0, 1.1]
        assert beta_density(points, 0.5).tolist() == [0, math.inf, math.inf, 0]
        assert beta_density(points, 1).tolist() == [0, 1, 1, 0]
        assert beta_density(points, 3).tolist() == [0, 0, 0, 0]

    def test_alpha_zero_has_no_density(self):
        with pytest.raises(InputError, match=r"density only for α above 0, but α is 0\."):
            beta_density(0.5, 0)


class TestMix:
    @pytest.mark.parametrize("library", [np.asarray, torch.from_numpy])
    def test_the_equation_and_its_ends(self, library):
        a, b = (
            library(np.random.default_rng(seed).random((3, 4, 4), np.float32)) for seed in (1, 2)
        )
        mixed = mix(a, b, 0.25)
        assert type(mixed) is type(a)
        assert mixed.dtype == a.dtype
        expected = 0.25 * np.asarray(a, float) + 0.75 * np.asarray(b, float)
        np.testing.assert_allclose(mixed, expected, atol=1e-7)
        np.testing.assert_array_equal(mix(a, b, 1.0), a)
        np.testing.assert_array_equal(mix(a, b, 0.0), b)

    @pytest.mark.parametrize("library", [np.asarray, torch.from_numpy])
    def test_each_sample_may_have_its_own_lambda(self, library):
        lam = library(np.array([0.0, 0.5, 1.0], np.float32).reshape(3, 1, 1, 1))
        a, b = library(np.full((3, 1, 2, 2), 8.0, np.float32)), library(np.zeros((3, 1, 2, 2)))
        assert np.asarray(mix(a, b, lam))[:, 0, 0, 0].tolist() == [0.0, 4.0, 8.0]

    def test_gradients_flow(self):
        a, b = (torch.zeros(1, 2, 2, requires_grad=True) for _ in range(2))
        (mix(a, b, 0.25).sum() + cutmix(a, b, Box(0, 1, 0, 1)).sum()).backward()
        assert a.grad.tolist() == [[[0.25, 1.25], [1.25, 1.25]]]
        assert b.grad.tolist() == [[[1.75, 0.75], [0.75, 0.75]]]


class TestPairs:
    def test_each_rule(self):
        batch = np.array([10, 11, 12, 13])
        assert batch[pair_by_flip(4)].tolist() == [13, 12, 11, 10]
        assert batch[pair_by_roll(4)].tolist() == [13, 10, 11, 12]
        pairing = pair_by_permutation(100, np.random.default_rng(0))
        assert sorted(pairing) == list(range(100))
        assert (pairing != pair_by_permutation(100, np.random.default_rng(1))).any()

    @pytest.mark.parametrize("pair", [pair_by_flip, pair_by_roll])
    def test_they_index_tensors_too(self, pair):
        assert torch.arange(5)[pair(5)].tolist() == pair(5).tolist()


class TestOneHot:
    def test_smoothing_spreads_over_all_classes(self):
        vectors = one_hot([2, 0], 4, smoothing=0.2)
        np.testing.assert_allclose(vectors, [[0.05, 0.05, 0.85, 0.05], [0.85, 0.05, 0.05, 0.05]])
        assert vectors.dtype == np.float32

    def test_any_shape_of_labels(self):
        np.testing.assert_array_equal(one_hot(1, 3), [0, 1, 0])
        np.testing.assert_array_equal(one_hot(torch.tensor([[2]]), 3), [[[0, 0, 1]]])
        assert one_hot(np.array([], int), 3).shape == (0, 3)

    @pytest.mark.parametrize("label", [-1, 10])
    def test_an_unknown_label_is_refused(self, label):
        with pytest.raises(InputError, match=f"class number from 0 to 9, but is {label}"):
            one_hot([3, label], 10)

    @pytest.mark.parametrize("smoothing", [-0.1, 1.1, math.nan])
    def test_impossible_smoothing_is_refused(self, smoothing):
        with pytest.raises(InputError, match=f"from 0 to 1, but is {smoothing}"):
            one_hot([3], 10, smoothing)


class TestCutMix:
    @pytest.mark.parametrize("library", [np.asarray, torch.from_numpy])
    def test_b_shows_inside_the_box_and_nowhere_else(self, library):
        a, b = library(np.zeros((2, 3, 6, 8))), library(np.ones((2, 3, 6, 8)))
        box = Box(top=1, bottom=3, left=2, right=7)
        mixed = np.asarray(cutmix(a, b, box))
        rows, columns = np.indices((6, 8))
        inside = (rows >= 1) & (rows < 3) & (columns >= 2) & (columns < 7)
        np.testing.assert_array_equal(mixed, np.broadcast_to(inside, mixed.shape))
        assert np.asarray(a).max() == 0  # the images themselves stay
        assert box_lambda(box, 6, 8) == pytest.approx((mixed == 0).mean())

    def test_box_of_a_centre_within_the_image(self):
        assert cutmix_box(0.75, 32, 32, (16, 10)) == Box(8, 24, 2, 18)

    def test_box_is_clipped_at_the_border_and_lambda_corrected(self):
        box = cutmix_box(0.75, 32, 64, (0, 63))
        assert box == Box(0, 8, 47, 64)
        assert box_lambda(box, 32, 64) == 1 - 8 * 17 / 2048

    @pytest.mark.parametrize("centre", [(0, 0), (5, 60), (31, 63), (16, 32)])
    def test_the_box_for_dragging_keeps_its_area_wherever_its_centre_lies(self, centre):
        middle = cutmix_box(0.4, 32, 64, (16, 32))
        box = inner_box(0.4, 32, 64, centre)
        assert 0 <= box.top <= box.bottom <= 32
        assert 0 <= box.left <= box.right <= 64
        assert box_lambda(box, 32, 64) == box_lambda(middle, 32, 64)
        assert inner_box(0.0, 32, 64, centre) == Box(0, 32, 0, 64)
        assert box_lambda(inner_box(1.0, 32, 64, centre), 32, 64) == 1.0

    def test_the_box_for_dragging_lies_about_its_centre_where_there_is_room(self):
        assert inner_box(0.75, 32, 32, (16, 10)) == cutmix_box(0.75, 32, 32, (16, 10))

    def test_ends(self):
        assert box_lambda(cutmix_box(1.0, 32, 32, (5, 5)), 32, 32) == 1.0
        assert cutmix_box(0.0, 32, 32, (16, 16)) == Box(0, 32, 0, 32)

    def test_centres_are_uniform_over_all_pixels(self):
        rng = np.random.default_rng(0)
        counts = np.zeros((2, 3))
        for _ in range(6000):
            counts[draw_centre(2, 3, rng)] += 1
        assert np.abs(counts - 1000).max() < 5 * math.sqrt(1000)

    @pytest.mark.parametrize("lam", [-0.01, 1.01, math.nan])
    def test_an_impossible_lambda_is_refused(self, lam):
        with pytest.raises(InputError, match=f"λ must be .* from 0 to 1, but is {lam}"):
            cutmix_box(lam, 32, 32, (0, 0))

    def test_shares_must_leave_a_whole_pixel_on_both_sides(self):
        shares, rng = (0.29, 0.31), np.random.default_rng(0)  # 2.9 to 3.1 of 10, 3.19 to 3.41 of 11
        for height, width in ((10, 11), (11, 10)):
            with pytest.raises(InputError, match=r"fractions are 0\.29 and 0\.31"):
                minmax_box(shares, height, width, rng)

    @pytest.mark.parametrize("minmax", [(0.8, 0.2), (-0.1, 0.5), (0.5, 1.1), (0.5, 0.51)])
    def test_impossible_box_shares_are_refused(self, minmax):
        lower, upper = minmax
        with pytest.raises(InputError, match=f"fractions are {lower} and {upper}"):
            minmax_box(minmax, 32, 32, np.random.default_rng(0))
