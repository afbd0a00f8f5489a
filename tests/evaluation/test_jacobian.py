"""A model that is only surer reacts more as trained, and as much once both are calibrated."""

from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.answers import PAIR
from mixup_demo.evaluation.jacobian import LAM, evaluate, path_norms
from mixup_demo.evaluation.paths import draw_pairs
from tests.evaluation.kit import FEW, Sharper, material, noise, of_scipy
from tests.probes.kit import MeanColour


def test_a_difference_of_temperature_is_gone_at_equal_calibration(tmp_path: Path):
    networks = {"cifar10-erm": Sharper(MeanColour(12.0)), "cifar10-mixup": MeanColour(12.0)}
    subject = material(tmp_path, noise(), networks)
    found = evaluate(subject)
    assert (found.n, found.values["points"]) == (FEW.pairs, len(LAM))
    trained, calibrated = (found.values[stage] for stage in ("trained", "calibrated"))
    assert abs(trained["difference"]) > 0.1 * trained["mixup"]
    assert calibrated["erm"] == pytest.approx(calibrated["mixup"], rel=0.02)
    for one in (trained, calibrated):
        low, high = one["interval"]
        assert low <= one["difference"] <= high
        assert one["n"] == FEW.pairs
    norms = path_norms(subject, subject.engine(PAIR), draw_pairs(subject)[: FEW.calibrated])
    differences = norms["mixup"] - norms["erm"]
    low, high = of_scipy(subject.bootstrap, (differences,), np.mean)
    # measured twice, in fp32, which rounds sums that are added in another order
    assert trained["interval"] == pytest.approx([low, high], rel=1e-4)
    assert differences.min() < low < trained["difference"] < high < differences.max()
