"""Temperatures of all models: fitted as those of `calibration`, and read by the zoo."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from mixup_demo.evaluation.calibration import halves
from mixup_demo.evaluation.report import record, write
from mixup_demo.evaluation.temperatures import evaluate
from mixup_demo.evidence import files
from mixup_demo.models.manifest import MANIFEST, TEMPERATURES
from mixup_demo.models.spec import ClassList
from mixup_demo.models.zoo import Zoo
from mixup_demo.results import FOLDER
from mixup_demo.training.studies import by_worth
from tests.evaluation.kit import Memory, material, noise
from tests.models.kit import dummy

DATA = noise(n_train=20, n_test=400, n_classes=3)

#: whose answers to new images are too uneven for one temperature: mixup's without crops and flips,
#: those of smoothed labels that are known by heart, and those of much dropout and wrong labels
ROUGHEST = {
    "added-resnet-alone-mixup-1-seed0": 0.1,
    "relatives-smoothing-seed0": 0.07,
    "noisy-50-erm-dropout-seed0": 0.08,
    "noisy-20-erm-dropout-seed0": 0.07,
}


def rather_sure(times: float) -> nn.Module:
    """A model that is right on two of three images, and `times` as sure as fits that."""
    answers = (DATA.test_labels + (torch.arange(400) % 3 == 0)) % 3
    calibrated = torch.log(torch.where(torch.eye(3)[answers] > 0, 2 / 3, 1 / 6))
    return Memory(DATA.test_images, times * calibrated)


NETWORKS = {"small-erm": rather_sure(1.5), "small-mixup-1": rather_sure(0.5)}


def test_a_temperature_takes_back_what_makes_a_model_too_sure_or_too_unsure(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    found = evaluate(subject)
    assert (found.n, found.values["fit_n"], found.models) == (200, 200, list(NETWORKS))
    erm, mixup = (found.values["models"][name] for name in NETWORKS)
    assert erm["temperature"] == pytest.approx(3 * mixup["temperature"], rel=1e-3)
    assert erm["temperature"] == pytest.approx(1.5, rel=0.2)
    assert erm["ece"]["after"] == pytest.approx(mixup["ece"]["after"], abs=1e-4)
    _, measured = halves(subject)
    right = (measured % 3 != 0).mean()
    assert abs(right - (np.arange(400) % 3 != 0).mean()) > 0.005  # not as on all images
    for one, times in ((erm, 1.5), (mixup, 0.5)):
        assert one["ece"]["before"] > one["ece"]["after"] + 0.05
        likely, other = (2 / 3) ** times, (1 / 6) ** times
        confidence = likely / (likely + 2 * other)  # in all images, so they share one bin
        assert one["ece"]["before"] == pytest.approx(abs(confidence - right), abs=1e-4)


def test_models_of_other_classes_are_left_out(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    other = dummy("small-erm", ClassList("shapes", ("circle", "square", "triangle")), (32, 32))
    subject.zoo.models["small-erm"] = other
    assert evaluate(subject).models == ["small-mixup-1"]


def test_the_zoo_reads_what_was_written_for_the_weights_that_are_still_there(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    found = evaluate(subject)
    entries = json.loads((tmp_path / MANIFEST).read_text())
    for entry in entries.values():
        entry |= {"gflop": 0.1}
    (tmp_path / MANIFEST).write_text(json.dumps(entries))
    assert Zoo(tmp_path).model("small-erm").temperature is None  # not measured yet
    path, _ = write(tmp_path / FOLDER, record("temperatures", found, subject))
    assert path == tmp_path / TEMPERATURES
    for name, one in found.values["models"].items():
        read = Zoo(tmp_path).model(name).temperature
        assert read == pytest.approx(one["temperature"], abs=1e-6)
    entries["small-erm"]["sha256"] = "0" * 64  # trained anew
    (tmp_path / MANIFEST).write_text(json.dumps(entries))
    after = Zoo(tmp_path)
    assert after.model("small-erm").temperature is None
    assert after.model("small-mixup-1").temperature is not None


def test_every_bundled_model_has_one():
    models = files.read("temperatures")["values"]["models"]
    assert set(models) == set(Zoo().manifest)
    for name, model in Zoo().models.items():
        assert model.temperature == models[name]["temperature"]
    for name, one in models.items():
        # on the other half of the images, some are calibrated only roughly by one number: those of
        # corrupted labels, and of the studies' few images; the page says what is left of the error
        roughly = name.startswith("corrupted-") or name in by_worth()
        assert one["ece"]["after"] < ROUGHEST.get(name, 0.05 if roughly else 0.03), name


def test_the_bundled_pair_has_those_of_calibration():
    models = files.read("temperatures")["values"]["models"]
    values = files.read("calibration")["values"]
    for role, name in (("erm", "cifar10-erm"), ("mixup", "cifar10-mixup")):
        one, known = models[name], values[role]
        assert one["temperature"] == pytest.approx(known["after"]["temperature"], abs=1e-4)
        for time in ("before", "after"):
            assert one["ece"][time] == pytest.approx(known[time]["ece"], abs=1e-4)
    assert values["fit_n"] == files.read("temperatures")["values"]["fit_n"]
    assert np.diff([models[f"cifar10-{role}"]["temperature"] for role in ("mixup", "erm")]) > 0.5
