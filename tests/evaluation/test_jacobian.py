"""A model that is only surer reacts more as trained, and as much once both are calibrated."""

from pathlib import Path

import pytest

from mixup_demo.evaluation.jacobian import LAM, evaluate
from tests.evaluation.kit import FEW, Sharper, material, noise
from tests.probes.kit import MeanColour


def test_a_difference_of_temperature_is_gone_at_equal_calibration(tmp_path: Path):
    networks = {"cifar10-erm": Sharper(MeanColour(12.0)), "cifar10-mixup": MeanColour(12.0)}
    found = evaluate(material(tmp_path, noise(), networks))
    assert (found.n, found.values["points"]) == (FEW.pairs, len(LAM))
    trained, calibrated = (found.values[stage] for stage in ("trained", "calibrated"))
    assert abs(trained["difference"]) > 0.1 * trained["mixup"]
    assert calibrated["erm"] == pytest.approx(calibrated["mixup"], rel=0.02)
    for one in (trained, calibrated):
        low, high = one["interval"]
        assert low <= one["difference"] <= high
        assert one["n"] == FEW.pairs
