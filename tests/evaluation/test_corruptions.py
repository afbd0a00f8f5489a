"""Networks that see images of enough contrast: what contrast costs them follows from a limit."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy import stats
from torch import Tensor, nn

from mixup_demo.evaluation.corrupting import KINDS
from mixup_demo.evaluation.corruptions import evaluate
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.data import Dataset
from tests.evaluation.kit import FEW, alike, material

CLASSES = ("seen", "not seen", "other")


class Seeing(nn.Module):
    """Answers the first class where values deviate enough from their mean, else the second."""

    def __init__(self, limit: float) -> None:
        super().__init__()
        self.limit = nn.Parameter(torch.tensor(limit))

    def forward(self, images: Tensor) -> Tensor:
        seen = images.std(dim=(1, 2, 3)) > self.limit
        return 5 * torch.eye(3)[torch.where(seen, 0, 1)]


def halves(n: int = 40) -> Dataset:
    """Images that are half dark and half light, of a standard deviation of 0.27; class "seen"."""
    images = torch.full((n, 3, 32, 32), 60)
    images[..., 16:] = 200
    labels = torch.zeros(n, dtype=torch.long)
    return Dataset("halves", CLASSES, images.byte(), labels, images.byte(), labels)


DATA = halves()
PAIR = {"cifar10-erm": Seeing(0.12), "cifar10-mixup": Seeing(0.05)}
#: misses this many of the five strengths of contrast -> from this deviation on
LIMITS = {1: 0.05, 2: 0.09, 3: 0.12}


def several(erm: tuple[int, ...], mixup: tuple[int, ...]) -> dict[str, nn.Module]:
    return {
        f"scarce-{role}-seed{seed}": Seeing(LIMITS[missed])
        for role, misses in (("erm", erm), ("mixup", mixup))
        for seed, missed in enumerate(misses)
    }


def contrast(group: dict) -> dict:
    return next(kind for kind in group["kinds"] if kind["kind"] == "contrast")


def test_errors_by_strength_by_kind_and_over_all(tmp_path: Path):
    found = evaluate(material(tmp_path, DATA, PAIR))
    assert found.n == FEW.corrupted
    assert list(found.models) == list(PAIR)
    (group,) = found.values["groups"]
    assert (group["group"], group["seeds"]) == ("bundled", [0])
    assert group["models"] == {"erm": ["cifar10-erm"], "mixup": ["cifar10-mixup"]}
    assert [kind["kind"] for kind in group["kinds"]] == list(KINDS)
    assert group["clean"]["erm"]["mean"] == group["clean"]["mixup"]["mean"] == 0
    strengths = contrast(group)["strengths"]
    assert [one["strength"] for one in strengths] == list(KINDS["contrast"].strengths)
    assert [one["erm"]["mean"] for one in strengths] == [0, 0, 1, 1, 1]
    assert [one["mixup"]["mean"] for one in strengths] == [0, 0, 0, 0, 1]
    assert contrast(group)["erm"]["mean"] == pytest.approx(3 / 5)
    assert contrast(group)["difference"]["mean"] == pytest.approx(-2 / 5)
    assert group["all"]["erm"]["mean"] == pytest.approx(3 / 25)
    assert group["all"]["difference"]["mean"] == pytest.approx(-2 / 25)
    low, high = group["all"]["difference"]["interval"]
    assert low == pytest.approx(high) == pytest.approx(-2 / 25)  # all images are alike
    assert group["all"]["difference"]["over_seeds"] is None
    for kind in group["kinds"]:
        if kind["kind"] != "contrast":
            assert kind["erm"]["mean"] == kind["mixup"]["mean"] == 0


def test_several_seeds_are_compared_pair_by_pair(tmp_path: Path):
    networks = {**PAIR, **several((3, 3, 3), (1, 2, 3))}
    found = evaluate(material(tmp_path, DATA, networks))
    bundled, group = found.values["groups"]
    assert (bundled["group"], group["group"], group["seeds"]) == ("bundled", "scarce", [0, 1, 2])
    one = contrast(group)
    assert list(one["erm"]["errors"]) == pytest.approx([0.6, 0.6, 0.6])
    assert list(one["mixup"]["errors"]) == pytest.approx([0.2, 0.4, 0.6])
    assert one["mixup"]["sd"] == pytest.approx(0.2)
    by_seed = [-0.4, -0.2, 0.0]
    expected = stats.t.interval(0.95, 2, np.mean(by_seed), stats.sem(by_seed))
    assert one["difference"]["over_seeds"] == pytest.approx(expected)


def test_seeds_that_all_say_the_same_have_no_interval(tmp_path: Path):
    found = evaluate(material(tmp_path, DATA, several((3, 3, 3), (1, 1, 1))))
    (group,) = found.values["groups"]
    assert contrast(group)["difference"]["over_seeds"] is None


def test_some_images_are_drawn_and_the_same_ones_again(tmp_path: Path):
    few = replace(FEW, corrupted=7)
    first, again = (evaluate(material(tmp_path, DATA, PAIR, few)) for _ in range(2))
    assert first.n == 7
    alike(first.values, again.values)


def test_without_a_pair_the_remedy_is_named(tmp_path: Path):
    with pytest.raises(WeightsError, match=r"cifar10-erm, cifar10-mixup.*mixup_demo\.train"):
        evaluate(material(tmp_path, DATA, {"cifar10-erm": PAIR["cifar10-erm"]}))
