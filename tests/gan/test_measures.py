"""Modes covered and share of high-quality samples against a count by hand."""

import math

import numpy as np
import pytest

from mixup_demo.gan.measures import match
from mixup_demo.gan.targets import SEGMENTS, TARGETS, Target


def counted(samples: np.ndarray, target: Target) -> tuple[int, float]:
    """Count one sample and one mode at a time."""
    good, covered = 0, set()
    for x, y in samples.tolist():
        distances = [math.dist((x, y), mode) for mode in target.modes.tolist()]
        if min(distances) <= 3 * target.spread:
            good += 1
            covered.add(distances.index(min(distances)))
    return len(covered), good / len(samples)


def counted_on_roll(samples: np.ndarray, target: Target) -> tuple[int, float]:
    """Ask a fine curve, and its parameter for the part."""
    t = np.linspace(1.5 * math.pi, 4.5 * math.pi, 50_001)
    x, y = t * np.cos(t) / 7.5, t * np.sin(t) / 7.5
    good, covered = 0, set()
    for sample in samples:
        distances = np.hypot(x - sample[0], y - sample[1])
        nearest = int(distances.argmin())
        if distances[nearest] <= 3 * target.spread:
            good += 1
            covered.add(min(nearest * SEGMENTS // 50_000, SEGMENTS - 1))
    return len(covered), good / len(samples)


@pytest.mark.parametrize("name", ["ring", "grid"])
@pytest.mark.parametrize("blur", [1, 4])
def test_matches_a_count_by_hand(name: str, blur: int):
    target, rng = TARGETS[name], np.random.default_rng(blur)
    samples = target.draw(60, rng) + blur * target.spread * rng.standard_normal((60, 2))
    found = match(samples.astype(np.float32), target)
    modes, quality = counted(samples.astype(np.float32), target)
    assert found == (modes, pytest.approx(quality))
    assert 0 < found.quality < 1
    assert 0 < found.modes <= len(target.modes)


@pytest.mark.parametrize("blur", [0.5, 5])
def test_the_rolls_parts_match_a_fine_curve(blur: float):
    target, rng = TARGETS["swiss"], np.random.default_rng(7)
    samples = target.draw(40, rng) + blur * target.spread * rng.standard_normal((40, 2))
    found = match(samples.astype(np.float32), target)
    modes, quality = counted_on_roll(samples, target)
    assert found == (modes, pytest.approx(quality))


@pytest.mark.parametrize(("name", "ideal"), [("ring", 0.989), ("grid", 0.989), ("swiss", 0.997)])
def test_real_points_are_of_high_quality_and_cover_all(name: str, ideal: float):
    target = TARGETS[name]
    found = match(target.draw(5000, np.random.default_rng(1)), target)
    assert found.quality == pytest.approx(ideal, abs=0.005)
    assert found.modes == len(target.modes)


def test_three_standard_deviations_are_the_limit():
    ring = TARGETS["ring"]
    for reach, quality in ((2.99, 1), (3.01, 0)):
        away = ring.modes + np.float32([0, reach * ring.spread])
        assert match(away, ring) == (8 * quality, quality)


def test_one_sample_covers_one_mode_and_lost_ones_none():
    ring = TARGETS["ring"]
    samples = np.float32([ring.modes[2], [0, 0], [np.nan, 0], [np.inf, -np.inf]])
    assert match(samples, ring) == (1, 0.25)
    assert match(samples[2:], ring) == (0, 0)
