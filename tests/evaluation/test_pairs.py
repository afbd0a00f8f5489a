"""How pairs of several seeds are compared, on made-up errors."""

from types import SimpleNamespace

import numpy as np
import pytest
from scipy import stats

from mixup_demo.evaluation.equal_calibration import compared
from mixup_demo.evaluation.intervals import Bootstrap
from mixup_demo.evaluation.pairs import difference_of

MATERIAL = SimpleNamespace(
    bootstrap=Bootstrap((0,), 500), rng=lambda purpose: np.random.default_rng(1)
)


def test_the_interval_over_both_draws_the_seeds_too():
    """Of seeds that err on all images or on none, images alone say nothing of the spread."""
    erm = np.zeros((2, 20), bool)
    mixup = erm.copy()
    mixup[0] = True
    found = difference_of(MATERIAL, {"erm": erm, "mixup": mixup})
    assert found["mean"] == 0.5
    assert found["interval"] == [0.5, 0.5]
    expected = stats.t.interval(0.95, 1, 0.5, stats.sem([1.0, 0.0]))
    assert found["over_seeds"] == pytest.approx(expected)
    assert found["over_both"] == [0, 1]  # a quarter of all draws holds the one or the other alone


def test_the_interval_over_both_draws_the_images_too():
    """Of seeds that err on the same half of the images, seeds alone say nothing of the spread."""
    erm = np.zeros((3, 20), bool)
    mixup = np.tile(np.arange(20) < 10, (3, 1))
    found = difference_of(MATERIAL, {"erm": erm, "mixup": mixup})
    assert found["over_seeds"] is None
    low, high = found["over_both"]
    assert low < 0.4
    assert high > 0.6


def test_a_measure_s_difference_is_mixup_less_erm():
    found = compared(MATERIAL, {"erm": np.array([1.0, 2.0]), "mixup": np.array([3.0, 6.0])})
    assert (found["erm"], found["mixup"], found["difference"], found["n"]) == (1.5, 4.5, 3.0, 2)
    assert found["interval"] == [2.0, 4.0]
