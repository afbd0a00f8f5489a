"""The rules by which claims are judged, against naive implementations and by controls."""

import numpy as np
import pytest
from scipy import stats

from mixup_demo.evidence import rules
from mixup_demo.evidence.seeds import Compared, judge


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["better", "better", "worse"], "better"),
        (["worse", "worse", "open"], "worse"),
        (["better", "worse"], "open"),
        (["better", "better", "worse", "worse"], "open"),
        (["better", "open", "open"], "open"),
        (["open"], "open"),
        ([], "open"),
        (["better", "better", "open", "open"], "open"),  # a half is no majority
    ],
)
def test_more_than_half_decide(found: list[str], expected: str):
    assert rules.majority(found) == expected


@pytest.mark.parametrize(
    ("interval", "neutral", "smaller", "expected"),
    [
        ((-0.2, -0.1), 0, True, "better"),
        ((-0.2, -0.1), 0, False, "worse"),
        ((-0.2, 0.0), 0, True, "open"),
        ((1.1, 1.2), 1, False, "better"),
        ((0.9, 1.2), 1, False, "open"),
    ],
)
def test_a_verdict_needs_the_whole_interval(interval, neutral, smaller, expected: str):
    assert rules.verdict(interval, neutral, smaller) == expected


def test_two_tests_must_say_the_same():
    assert rules.agreed("better", "better") == "better"
    assert rules.agreed("worse", "worse") == "worse"
    assert rules.agreed("better", "worse") == rules.agreed("open", "better") == "open"


def attack(erm: float, mixup: float) -> dict:
    return {"erm": {"error": 1 - erm}, "mixup": {"error": 1 - mixup}}


def test_budgets_that_leave_nothing_do_not_tell():
    attacks = [attack(0.7, 0.4), attack(0.19, 0.05), attack(0.049, 0.01), attack(0, 0)]
    assert rules.telling(attacks) == attacks[:2]
    assert rules.telling([attack(0.01, 0.06)]) != []
    assert rules.telling(attacks[2:]) == []


def test_p_values_are_those_of_a_normal():
    for difference, error in ((0.3, 0.1), (-0.2, 0.1), (0.05, 0.1)):
        ends = (difference - 1.959964 * error, difference + 1.959964 * error)
        expected = 2 * stats.norm.sf(abs(difference) / error)
        assert rules.p_value(difference, ends) == pytest.approx(expected, rel=1e-6)
    assert rules.p_value(0.1, (0.0, 0.2 * 1e-9)) < 1e-9
    assert rules.p_value(0.0, (0.0, 0.0)) == 1
    assert rules.p_value(-3.0, (-3.0, -3.0)) == 0


def test_p_values_over_seeds_are_students():
    rng = np.random.default_rng(1)
    for seeds in (2, 3, 5):
        values = rng.normal(0.3, 0.2, seeds)
        test = stats.ttest_1samp(values, 0)
        ends = test.confidence_interval()
        found = rules.student_p(values.mean(), (ends.low, ends.high), seeds)
        assert found == pytest.approx(test.pvalue, rel=1e-6)
    assert rules.student_p(0.0, (0.0, 0.0), 3) == 1
    assert rules.student_p(0.2, (0.2, 0.2), 3) == 0


def step_down(p_values: list[float]) -> list[bool]:
    """Holm as it is told: strike the smallest again and again, while it is small enough."""
    left, falls = dict(enumerate(p_values)), set()
    while left:
        k = min(left, key=left.__getitem__)
        if left[k] > 0.05 / len(left):
            break
        falls.add(k)
        del left[k]
    return [k in falls for k in range(len(p_values))]


def test_holm_is_the_step_down_method():
    assert rules.holm([0.01, 0.04, 0.03, 0.005]) == [True, False, False, True]
    rng = np.random.default_rng(0)
    for n in (1, 2, 5, 12):
        for _ in range(50):
            chances = (10 ** rng.uniform(-4, 0, n)).tolist()
            assert rules.holm(chances) == step_down(chances)


def test_what_falls_alone_may_not_fall_among_many():
    assert rules.corrected(["better"], [0.03]) == ["better"]
    assert rules.corrected(["better", "open", "worse"], [0.03, 0.5, 0.001]) == [
        *("open", "open", "worse"),
    ]


@pytest.mark.parametrize(
    ("interval", "seeds", "expected"),
    [
        ((1.0, 4.0), 3, "better"),
        ((-4.0, -1.0), 3, "worse"),
        ((-1.0, 4.0), 3, "open"),
        ((1.0, 4.0), 2, None),  # two seeds decide nothing
        (None, 5, None),
    ],
)
def test_trainings_are_judged_over_enough_seeds(interval, seeds: int, expected: str | None):
    assert rules.over_seeds(interval, seeds) == expected


def test_of_errors_fewer_are_better():
    assert rules.over_seeds((-0.2, -0.1), 3, smaller_is_better=True) == "better"
    assert rules.over_seeds((0.1, 0.2), 3, smaller_is_better=True) == "worse"
    assert rules.over_seeds((-0.2, -0.1), 2, smaller_is_better=True) is None


def test_an_interval_ends_where_nothing_is_possible_beyond():
    assert rules.within((-1.0, 1.0), 1) == (-1.0, 1.0)
    assert rules.within((-0.736, 1.251), 1) == (-0.736, 1)
    assert rules.within((-8.38, 8.79), 1) == (-1, 1)


@pytest.mark.parametrize(
    ("interval", "seeds", "expected"),
    [((-0.2, -0.1), 3, "better"), ((-0.2, -0.1), 2, "open"), (None, 3, "open")],
)
def test_few_trainings_leave_errors_open(interval, seeds: int, expected: str):
    assert rules.of_trainings(interval, seeds) == expected


@pytest.mark.parametrize(("seeds", "expected"), [(3, "open"), (2, None)])
def test_seeds_that_are_all_alike_are_not_too_few(seeds: int, expected: str | None):
    assert judge([Compared("here", 0.1, None, seeds)]) == [expected]
