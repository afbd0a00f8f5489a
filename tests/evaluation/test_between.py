from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.between import evaluate
from mixup_demo.evaluation.paths import draw_pairs
from mixup_demo.results import Smoothness
from tests.evaluation.kit import FEW, material, noise
from tests.probes.kit import MeanColour

DATA = noise()
NETWORKS = {"cifar10-erm": MeanColour(60.0), "cifar10-mixup": MeanColour(-9.0)}


def test_pairs_show_different_classes(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    pairs = draw_pairs(subject)
    labels = subject.labels[pairs]
    assert pairs.shape == (FEW.pairs, 2)
    assert (labels[:, 0] != labels[:, 1]).all()
    assert np.array_equal(pairs, draw_pairs(subject))


def test_curves_and_measures_are_those_of_a_plain_loop(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    found = evaluate(subject)
    values = found.values
    pixels = DATA.test_images.numpy() / 255
    for role, scale in (("erm", 60.0), ("mixup", -9.0)):
        missed = np.zeros((FEW.pairs, 101))
        for row, (a, b) in enumerate(draw_pairs(subject)):
            for k in range(101):
                mixed = k / 100 * pixels[a] + (1 - k / 100) * pixels[b]
                answer = (scale * mixed.mean(axis=(1, 2))).argmax()
                missed[row, k] = answer not in (DATA.test_labels[a], DATA.test_labels[b])
        assert values["miss_rate"][role] == pytest.approx(missed.mean(axis=0), abs=1e-9)
        assert values["measures"]["miss_rate"][role] == pytest.approx(missed.mean())
        low, high = values["miss_interval"][role]
        assert (low <= values["miss_rate"][role]).all()
        assert (values["miss_rate"][role] <= high).all()
        spread = values["gradient_norm"][role]
        assert (spread["low"] <= spread["median"]).all()
        assert (spread["median"] <= spread["high"]).all()
        mean = spread["mean"].mean()
        assert values["measures"]["mean_gradient_norm"][role] == pytest.approx(mean)
    assert found.n == FEW.pairs
    assert list(values["lam"]) == pytest.approx([k / 100 for k in range(101)])


def test_every_measure_has_its_paired_difference(tmp_path: Path):
    measures = evaluate(material(tmp_path, DATA, NETWORKS)).values["measures"]
    assert set(measures) == {field.name for field in fields(Smoothness)}
    for row in measures.values():
        assert row["difference"] == pytest.approx(row["mixup"] - row["erm"], abs=1e-9)
        assert row["interval"][0] <= row["difference"] <= row["interval"][1]
    assert measures["steepest_slope"]["interval"][1] < 0  # the second model is far less steep
