"""A lent GPU: asked for where it pays, for as long as the arithmetic takes, and nowhere else."""

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from mixup_demo.models.devices import gpu_available
from mixup_demo.models.lent import VARIABLE, is_lent
from mixup_demo.models.spec import Comparison
from mixup_demo.serving import lending, planes, sweeps
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import Services
from tests.serving.plane_kit import question

ROOT = Path(__file__).parents[2]


@pytest.fixture
def named() -> Comparison:
    return Services().zoo.comparison("cifar10")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("true", True), ("T", True), ("false", False), ("0", False), ("", False)],
)
def test_all_read_the_variable_alike(value: str, expected: bool, monkeypatch):
    """A GPU that is lent is none of this machine; one that is not, is."""
    monkeypatch.setenv(VARIABLE, value)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert is_lent() is expected
    assert gpu_available() is not expected


def test_it_is_asked_before_torch_may_be_imported():
    code = "import sys, mixup_demo.models.lent; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
    assert "if is_lent():" in (ROOT / "app.py").read_text("utf-8")


def test_nothing_is_lent_on_an_ordinary_machine(named: Comparison, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert not lending.pays(named, 1e9)
    assert lending.marked(lending.seconds) is lending.seconds


def test_a_loan_must_be_worth_it_and_for_models_that_can_be_named(named: Comparison, monkeypatch):
    monkeypatch.setenv(VARIABLE, "true")
    assert lending.pays(named, 1e6)
    assert not lending.pays(named, 1.0)
    assert not lending.pays(Comparison("unknown", named.models), 1e6)
    other = Comparison(named.name, dict(reversed(named.models.items())))
    assert not lending.pays(other, 1e6)


def test_its_length_follows_from_the_arithmetic():
    assert lending.seconds("plane", "cifar10", 0.0) == lending.START_SECONDS
    assert lending.seconds("plane", "cifar10", 200_000.0) == lending.START_SECONDS + 10
    assert lending.seconds("plane", "cifar10", 1e9) == lending.MOST_SECONDS


def test_a_lent_plane_is_the_same_plane(named: Comparison, monkeypatch):
    """All that crosses to the other process survives pickle; here the CPU stands for the GPU."""
    generator = np.random.default_rng(0)
    services, plain = Services(), replace(question(resolution=8), comparison=named)
    inputs = generator.random((3, 3, 32, 32), np.float32)
    pictures = [replace(p, input=i) for p, i in zip(plain.pictures, inputs, strict=True)]
    asked = replace(plain, pictures=tuple(pictures))
    expected = planes.plane(services, asked)
    crossed = []

    def cross(kind, pair, gflop, **arguments):
        crossed.append(kind)
        name, given = pickle.loads(pickle.dumps((pair, arguments)))
        found = lending.PROBES[kind](lending._engine(name), **given)
        return pickle.loads(pickle.dumps(found))

    monkeypatch.setenv(VARIABLE, "1")
    monkeypatch.setattr(lending, "WORTH_SECONDS", 0)
    monkeypatch.setattr(lending, "_probe", cross)
    lent = planes.plane(Services(), asked)
    assert crossed == ["plane"]
    for name, answers in expected.answers.items():
        assert np.array_equal(lent.answers[name].classes, answers.classes)


def test_where_no_gpu_can_be_had_the_cpu_answers(named: Comparison, monkeypatch, caplog):
    generator = np.random.default_rng(0)
    plain = replace(question(resolution=8), comparison=named)
    inputs = generator.random((3, 3, 32, 32), np.float32)
    pictures = [replace(p, input=i) for p, i in zip(plain.pictures, inputs, strict=True)]
    asked = replace(plain, pictures=tuple(pictures))

    def refuse(kind, pair, gflop, **arguments):
        raise RuntimeError("You have exceeded your GPU quota")

    monkeypatch.setenv(VARIABLE, "1")
    monkeypatch.setattr(lending, "WORTH_SECONDS", 0)
    monkeypatch.setattr(lending, "_probe", refuse)
    assert planes.plane(Services(), asked).device == "cpu"
    line = SweepQuestion(asked.pictures[:2], asked.labels[:2], "mixup", 0, named, "cpu")
    assert sweeps.sweep(Services(), line).device == "cpu"
    assert caplog.text.count("exceeded your GPU quota") == 2


def test_the_real_package_leaves_an_ordinary_machine_alone():
    spaces = pytest.importorskip("spaces", reason="the package spaces is not installed")

    def double(value: int) -> int:
        return 2 * value

    assert spaces.GPU(duration=lending.seconds)(double)(3) == 6
