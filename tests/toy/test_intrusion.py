"""Mixed points among another class, counted one by one."""

import numpy as np
import pytest

from mixup_demo.toy.intrusion import intrusion
from mixup_demo.toy.results import Frame, Points


def points(places: list[float], labels: list[int]) -> Points:
    """Points on a line."""
    line = np.array([[x, 0] for x in places], np.float32)
    own = np.array(labels)
    return Points(line, own, own, line, own, 2)


def frame(first: list[int], second: list[int], lam: list[float]) -> Frame:
    weights = np.array([[1.0] * len(lam), lam], np.float32)
    return Frame(0, np.zeros((2, 2, 1, 1)), np.array(first), np.array(second), weights, {})


#: class 0 left and right, class 1 in the middle
LINE = points([-1, 0, 1], [0, 1, 0])


def test_a_point_between_two_of_one_class_falls_into_the_other():
    assert intrusion(LINE, [frame([0], [2], [0.45])]) == 1
    assert intrusion(LINE, [frame([0], [2], [0.9])]) == 0


def test_between_neighbours_the_heavier_end_is_the_nearer_one():
    assert intrusion(LINE, [frame([0, 1], [1, 2], [0.7, 0.6])]) == 0


def test_all_frames_count_alike():
    assert intrusion(LINE, [frame([0], [2], [0.5]), frame([0], [1], [0.8])]) == 0.5


@pytest.mark.parametrize("alone", [frame([0, 1], [0, 1], [0.5, 0.3]), frame([0], [2], [1.0])])
def test_what_is_not_mixed_does_not_count(alone: Frame):
    assert intrusion(LINE, [alone]) == 0
    assert intrusion(LINE, [alone, frame([0], [2], [0.5])]) == 1
    assert intrusion(LINE, []) == 0


def test_it_is_the_share_that_a_loop_over_all_pairs_finds():
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 30)
    places = rng.normal(0, 1, (30, 2)).astype(np.float32)
    cloud = Points(places, labels, labels, places, labels, 2)
    first, second, lam = rng.integers(0, 30, 50), rng.integers(0, 30, 50), rng.uniform(0, 1, 50)
    found = []
    for i, j, weight in zip(first, second, lam, strict=True):
        if i == j:
            continue
        mixed = weight * places[i] + (1 - weight) * places[j]
        nearest = np.linalg.norm(places - mixed, axis=1).argmin()
        found.append(labels[nearest] != labels[i if weight >= 0.5 else j])
    shown = frame(first.tolist(), second.tolist(), lam.tolist())
    assert intrusion(cloud, [shown]) == pytest.approx(np.mean(found))
