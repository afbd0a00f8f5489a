"""Two models that differ in temperature alone are alike once both are calibrated."""

from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.equal_calibration import compared, evaluate
from mixup_demo.evaluation.paths import MEASURES
from mixup_demo.evaluation.population import evaluate as as_trained
from tests.evaluation.kit import FEW, Sharper, material, noise, of_scipy
from tests.probes.kit import MeanColour

DATA = noise()


def test_a_difference_of_temperature_is_none_at_equal_calibration(tmp_path: Path):
    networks = {"cifar10-erm": Sharper(MeanColour(12.0)), "cifar10-mixup": MeanColour(12.0)}
    subject = material(tmp_path, DATA, networks)
    found = evaluate(subject)
    temperatures = found.values["temperatures"]
    assert temperatures["erm"] == pytest.approx(3 * temperatures["mixup"], rel=1e-3)
    assert found.n == FEW.pairs
    assert list(found.values["measures"]) == [*MEASURES, "adversarial_thickness"]
    trained = as_trained(subject).values["pairs"]["measures"]
    assert abs(trained["steepest_slope"]["difference"]) > 0.1  # as trained one looks smoother
    for name, one in found.values["measures"].items():
        assert one["erm"] == pytest.approx(one["mixup"], rel=0.02, abs=1e-3), name
        low, high = one["interval"]
        assert low <= one["difference"] <= high
        assert one["n"] == (FEW.thickness if name == "adversarial_thickness" else FEW.pairs)


def test_the_interval_is_that_of_scipys_bootstrap(tmp_path: Path):
    subject = material(tmp_path, DATA, {"cifar10-erm": MeanColour(12.0)})
    rng = np.random.default_rng(1)
    values = {"erm": rng.gamma(2, size=100), "mixup": rng.gamma(3, size=100)}
    found = compared(subject, values)
    differences = values["mixup"] - values["erm"]
    low, high = of_scipy(subject.bootstrap, (differences,), np.mean)
    assert found["interval"] == pytest.approx([low, high])
    assert 0 < low < found["difference"] < high < differences.max()
