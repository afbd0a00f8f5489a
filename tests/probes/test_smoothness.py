import math

import numpy as np
import pytest

from mixup_demo.probes import smoothness as measures
from tests.probes.kit import random_answers

LAM = np.arange(101) / 100
A, B = 3, 1
LABELS = (A, B)


def soft_labels(lam=LAM, labels=LABELS, classes=5):
    vectors = np.zeros((len(lam), classes))
    for k, weight in enumerate(lam):
        vectors[k, labels[0]] += weight
        vectors[k, labels[1]] += 1 - weight
    return vectors


def logistic(lam, sharpness, middle=0.5):
    """Two classes, the answer of a linear softmax classifier: log odds sharpness (λ − middle)."""
    for_a = 1 / (1 + np.exp(-sharpness * (lam - middle)))
    return np.stack([for_a, 1 - for_a], axis=1)


def distance(p, q):
    """Total variation distance by its other definition: the largest difference of any event."""
    return sum(max(0.0, float(x) - float(y)) for x, y in zip(p, q, strict=True))


def naive(answers, lam, labels, image_distance):
    """All measures from their definitions, one point after another."""
    steps = range(len(lam) - 1)
    tops = [max(range(len(p)), key=lambda c: p[c]) for p in answers]
    moves = [distance(answers[k + 1], answers[k]) for k in steps]
    targets = soft_labels(lam, labels, answers.shape[1])
    leads = [float(p[labels[0]]) - float(p[labels[1]]) for p in answers]
    straight = [
        [
            ((w - lam[0]) * float(x) + (lam[-1] - w) * float(y)) / (lam[-1] - lam[0])
            for x, y in zip(answers[-1], answers[0], strict=True)
        ]
        for w in lam
    ]
    mean = lambda values: sum(values) / len(lam)  # noqa: E731
    return {
        "miss_rate": mean([top not in labels for top in tops]),
        "label_gap": mean([distance(p, y) for p, y in zip(answers, targets, strict=True)]),
        "linearity_gap": mean([distance(p, q) for p, q in zip(answers, straight, strict=True)]),
        "excess_variation": sum(moves) - distance(answers[-1], answers[0]),
        "steepest_slope": max(
            moves[k] / (lam[k + 1] - lam[k]) for k in steps if lam[k + 1] > lam[k]
        ),
        "boundary_crossings": sum(tops[k] != tops[k + 1] for k in steps),
        "boundary_thickness": image_distance * mean([0 < lead < 0.75 for lead in leads]),
    }


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("labels", [(3, 1), (1, 3), (0, 0)])
def test_all_measures_agree_with_a_plain_loop(seed, labels):
    answers = random_answers(101, 5, seed)
    norms = np.random.default_rng(seed).random(101)
    found = measures.smoothness(answers, soft_labels(labels=labels), LAM, labels, 7.5, norms)
    expected = naive(answers, LAM, labels, 7.5) | {"mean_gradient_norm": sum(norms) / 101}
    assert vars(found) == pytest.approx(expected, abs=1e-6)


def test_all_measures_agree_with_a_plain_loop_where_lambda_moves_by_leaps():
    lam = np.sort(np.random.default_rng(0).integers(300, 1024, 101)) / 1024
    answers = np.repeat(random_answers(101, 5, 1), np.diff(lam, append=2) > 0, axis=0)
    answers = answers[np.cumsum(np.diff(lam, prepend=lam[0]) > 0)]  # it moves only where λ does
    found = measures.smoothness(answers, soft_labels(lam), lam, LABELS, 2.0)
    expected = naive(answers, lam, LABELS, 2.0) | {"mean_gradient_norm": None}
    assert vars(found) == pytest.approx(expected, abs=1e-6)


def test_two_sure_answers_on_a_straight_line_are_ideal():
    found = measures.smoothness(soft_labels(), soft_labels(), LAM, LABELS, 10.0)
    assert vars(found) == pytest.approx(
        {
            "miss_rate": 0,
            "label_gap": 0,
            "linearity_gap": 0,
            "excess_variation": 0,
            "steepest_slope": 1,
            "boundary_crossings": 1,
            # lead of A over B is 2λ − 1, between 0 and 0.75 for λ = 0.51 to 0.87
            "boundary_thickness": 10 * 37 / 101,
            "mean_gradient_norm": None,
        },
        abs=1e-6,
    )


def test_a_jump_in_the_middle():
    answers = soft_labels((LAM >= 0.5).astype(float))
    found = measures.smoothness(answers, soft_labels(), LAM, LABELS, 10.0)
    assert found.steepest_slope == pytest.approx(100)
    assert (found.excess_variation, found.boundary_thickness) == pytest.approx((0, 0))
    # distance to the soft label is λ before and 1 − λ after the jump
    expected = (sum(range(50)) + sum(range(51))) / 100 / 101
    assert found.label_gap == pytest.approx(found.linearity_gap) == pytest.approx(expected)


@pytest.mark.parametrize("sharpness", [2.0, 10.0, 40.0])
def test_a_linear_classifier_has_the_closed_forms(sharpness):
    fine = np.linspace(0, 1, 50_001)
    answers, labels = logistic(fine, sharpness), (0, 1)
    # dp/dλ = s p (1 − p) is largest in the middle: s/4
    assert measures.steepest_slope(answers, fine) == pytest.approx(sharpness / 4, rel=1e-4)
    # lead tanh(s (λ − ½) / 2) stays below 0.75 up to λ − ½ = 2 artanh(0.75) / s
    inside = min(0.5, 2 * math.atanh(0.75) / sharpness)
    thickness = measures.boundary_thickness(answers, labels, 3.0)
    assert thickness == pytest.approx(3 * inside, rel=1e-3)
    assert measures.boundary_crossings(answers) == 1
    assert measures.excess_variation(answers) == pytest.approx(0, abs=1e-9)


def test_thickness_counts_only_the_side_of_a():
    """Where B leads nothing counts, so the boundary's place on the line matters."""
    steep = logistic(LAM, 4.0, middle=0.9)
    assert measures.boundary_thickness(steep, (0, 1), 1.0) == pytest.approx(10 / 101)
    assert measures.boundary_thickness(steep, (1, 0), 1.0) > 4 * 10 / 101


def test_miss_rate_counts_foreign_classes_only():
    answers = np.eye(5)[[1, 1, 0, 4, 3, 3, 3, 2]]
    assert measures.miss_rate(answers, (3, 1)) == 3 / 8
    assert measures.miss_rate(answers, (3, 3)) == 5 / 8


def test_crossings_count_every_change_of_class():
    assert measures.boundary_crossings(np.eye(5)[[1, 1, 0, 4, 3, 3, 1]]) == 4
    assert measures.boundary_crossings(np.eye(5)[[2, 2, 2]]) == 0


def test_slope_does_not_depend_on_how_finely_a_straight_line_is_sampled():
    lam = np.array([0.25, 0.25, 0.5, 0.875, 1.0])
    assert measures.steepest_slope(soft_labels(lam), lam) == pytest.approx(1)


def test_linearity_is_measured_between_the_ends_of_the_way():
    lam = np.linspace(0.4, 1, 7)
    assert measures.linearity_gap(soft_labels(lam), lam) == pytest.approx(0, abs=1e-7)


def test_variation_counts_what_goes_forth_and_back():
    # A's share goes 0 → 1 → 0.5 → 1: a way of 2, 1 of which is direct
    answers = soft_labels(np.array([0, 0.5, 1, 0.5, 1]))
    assert measures.excess_variation(answers) == pytest.approx(1)


def test_turning_the_line_round_exchanges_a_and_b():
    answers = random_answers(101, 5, 9)
    forth = measures.smoothness(answers, soft_labels(), LAM, LABELS, 4.0)
    back = measures.smoothness(answers[::-1], soft_labels(labels=(B, A)), LAM, (B, A), 4.0)
    thicknesses = (forth.boundary_thickness, back.boundary_thickness)
    assert thicknesses[0] != pytest.approx(thicknesses[1])
    for name, value in vars(forth).items():
        if name != "boundary_thickness":
            assert vars(back)[name] == pytest.approx(value, abs=1e-6), name


def test_total_variation_is_1_for_disjoint_answers():
    p, q = np.array([[1.0, 0, 0], [0.5, 0.5, 0]]), np.array([[0, 0.5, 0.5], [0.5, 0.25, 0.25]])
    assert measures.total_variation(p, q) == pytest.approx([1, 0.25])
