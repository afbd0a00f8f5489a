"""Pairs of several seeds on the same images, as trained and at equal calibration."""

from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.equal_calibration import evaluate as equal_calibration
from mixup_demo.evaluation.paths import MEASURES
from mixup_demo.evaluation.smoothness_seeds import evaluate
from mixup_demo.models.manifest import WeightsError
from tests.evaluation.kit import FEW, Sharper, material, noise
from tests.probes.kit import MeanColour

DATA = noise()


def networks(scales: list[float]) -> dict[str, object]:
    """A pair for each scale; ERM's network is three times as sure."""
    of = {"erm": lambda scale: Sharper(MeanColour(scale)), "mixup": MeanColour}
    return {
        f"scarce-{role}-seed{seed}": make(scale)
        for role, make in of.items()
        for seed, scale in enumerate(scales)
    }


def test_each_seed_is_compared_on_the_same_images(tmp_path: Path):
    scales = [6.0, 12.0, 24.0]
    found = evaluate(material(tmp_path, DATA, networks(scales)))
    (values,) = found.values["groups"]
    assert (found.n, len(found.models), values["group"]) == (FEW.calibrated, 6, "scarce")
    names = {*MEASURES, "adversarial_thickness", "input_jacobian"}
    assert set(values["trained"]) == set(values["calibrated"]) == names
    for role, factor in (("erm", 3), ("mixup", 1)):
        relative = np.divide(values["temperatures"][role], np.multiply(factor, scales))
        assert relative == pytest.approx(relative[0], rel=1e-3)
    for stage in ("trained", "calibrated"):
        for name, one in values[stage].items():
            by_seed = np.subtract(one["mixup"]["values"], one["erm"]["values"])
            assert one["difference"]["by_seed"] == pytest.approx(by_seed), name
            assert one["difference"]["mean"] == pytest.approx(by_seed.mean()), name
            costly = name in ("adversarial_thickness", "input_jacobian")
            assert one["n"] == (FEW.costly if costly else FEW.calibrated)
    slope = values["trained"]["steepest_slope"]["difference"]
    assert max(slope["by_seed"]) < -0.05  # ERM is surer in every seed
    assert slope["over_seeds"][0] < slope["mean"] < slope["over_seeds"][1]
    for name, one in values["calibrated"].items():  # all are one network then
        assert one["erm"]["values"] == pytest.approx([one["erm"]["mean"]] * 3, rel=0.02), name
        assert one["mixup"]["mean"] == pytest.approx(one["erm"]["mean"], rel=0.02, abs=1e-3), name


def test_they_are_the_measures_of_one_pair(tmp_path: Path):
    pair = {"cifar10-erm": Sharper(MeanColour(12.0)), "cifar10-mixup": MeanColour(12.0)}
    subject = material(tmp_path, DATA, {**pair, **networks([12.0, 12.0])})
    one, (seeds,) = equal_calibration(subject).values, evaluate(subject).values["groups"]
    for name in MEASURES:
        for role in pair:
            role = role.removeprefix("cifar10-")
            assert seeds["calibrated"][name][role]["values"][0] == pytest.approx(
                one["measures"][name][role], rel=1e-4, abs=1e-6
            )


def test_one_seed_says_nothing_over_seeds(tmp_path: Path):
    with pytest.raises(WeightsError, match="two seeds are needed, but 1"):
        evaluate(material(tmp_path, DATA, networks([12.0])))
