from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from mixup_demo.evaluation.calibration import evaluate
from tests.evaluation.kit import Memory, material, noise

DATA = noise(n_train=20, n_test=400, n_classes=2)


def sure(confidence: float, wrong_every: int) -> nn.Module:
    """Return a model that is always equally sure, and wrong at every n-th test image."""
    answers = (DATA.test_labels + (torch.arange(400) % wrong_every == 0)) % 2
    rows = torch.where(torch.eye(2)[answers] > 0, confidence, 1 - confidence)
    return Memory(DATA.test_images, rows.log())


def test_the_error_of_an_always_equally_sure_model_is_its_gap(tmp_path: Path):
    networks = {"cifar10-erm": sure(0.97, 4), "cifar10-mixup": sure(0.6, 10)}
    found = evaluate(material(tmp_path, DATA, networks))
    erm, mixup = found.values["erm"], found.values["mixup"]
    assert (found.n, found.values["fit_n"], found.values["bins"]) == (200, 200, 15)
    for numbers, confidence in ((erm, 0.97), (mixup, 0.6)):
        before, after = numbers["before"], numbers["after"]
        assert before["confidence"] == pytest.approx(confidence, abs=1e-5)
        assert before["gap"] == pytest.approx(confidence - before["accuracy"], abs=1e-5)
        assert before["ece"] == pytest.approx(abs(before["gap"]))
        assert before["interval"][0] < before["ece"] < before["interval"][1]
        assert [one["count"] for one in before["bins"] if one["count"]] == [200]
        # on the other half the temperature makes it as sure as it is there right
        all_right = {0.97: 300, 0.6: 360}[confidence]
        fitted = (all_right - 200 * before["accuracy"]) / 200
        assert after["confidence"] == pytest.approx(fitted, abs=1e-3)
        assert after["accuracy"] == before["accuracy"]
    assert erm["after"]["temperature"] > 1 > mixup["after"]["temperature"]
    assert "temperature" not in erm["before"]


def test_the_difference_is_mixups_error_less_erms(tmp_path: Path):
    networks = {"cifar10-erm": sure(0.97, 4), "cifar10-mixup": sure(0.9, 10)}
    values = evaluate(material(tmp_path, DATA, networks)).values
    for time, difference in values["difference"].items():
        expected = values["mixup"][time]["ece"] - values["erm"][time]["ece"]
        assert difference["value"] == pytest.approx(expected)
        low, high = difference["interval"]
        assert low < expected < high
    assert values["difference"]["before"]["interval"][1] < 0
    assert np.isfinite(values["difference"]["after"]["value"])


def test_the_interval_lies_around_the_error_that_resampling_raises(tmp_path: Path):
    confidence = torch.linspace(0.5, 1, 402)[1:-1]
    right = torch.rand(400, generator=torch.Generator().manual_seed(0)) < confidence
    answers = torch.where(right, DATA.test_labels, 1 - DATA.test_labels)
    rows = torch.where(torch.eye(2)[answers] > 0, confidence[:, None], 1 - confidence[:, None])
    calibrated = Memory(DATA.test_images, rows.log())
    networks = {"cifar10-erm": calibrated, "cifar10-mixup": sure(0.6, 10)}
    values = evaluate(material(tmp_path, DATA, networks)).values
    low, high = values["erm"]["before"]["interval"]
    assert (low + high) / 2 == pytest.approx(values["erm"]["before"]["ece"], abs=(high - low) / 8)
