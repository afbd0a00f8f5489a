"""Models that compare mean colours: every attack's effect follows from the images' margins."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from mixup_demo.evaluation.adversarial import BUDGETS, FURTHER, SOURCE, errors, evaluate, ratio
from mixup_demo.evaluation.answers import Sizes
from mixup_demo.training.data import Dataset
from tests.evaluation.kit import alike, material, of_scipy

CLASSES = ("red", "green", "blue")
MARGINS = np.array([3, 7, 9, 13, 17, 21, 29, 41])  # of the upper half, in levels; odd: no ties
MORE_BELOW = 8


class Colour(nn.Module):
    """Logits are the mean colours of some rows."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__()
        self.rows = slice(first, last)
        self.scale = nn.Parameter(torch.tensor(5.0))

    def forward(self, images: Tensor) -> Tensor:
        return self.scale * images[:, :, self.rows].mean(dim=(2, 3))


def coloured() -> Dataset:
    """Grey images whose label's colour leads by a margin, larger in the lower half."""
    labels = torch.arange(len(MARGINS)) % 3
    images = torch.full((len(MARGINS), 3, 32, 32), 100)
    for image, label, margin in zip(images, labels, MARGINS, strict=True):
        image[label, :16] += margin
        image[label, 16:] += margin + MORE_BELOW
    return Dataset("colours", CLASSES, images.byte(), labels, images.byte(), labels)


NETWORKS = {
    "cifar10-erm": Colour(0, 16),
    "cifar10-mixup": Colour(16, 32),
    SOURCE: Colour(8, 24),
}
SIZES = Sizes(attacked=1000, resamples=200)


def test_errors_are_those_that_the_margins_imply(tmp_path: Path):
    found = evaluate(material(tmp_path, coloured(), NETWORKS, SIZES))
    assert found.n == len(MARGINS)
    assert found.values["source_model"] == SOURCE
    assert found.values["clean"]["erm"] == {"error": 0.0, "interval": [0.0, 0.0]}
    upper, lower = MARGINS, MARGINS + MORE_BELOW
    expected = {}
    for budget in BUDGETS:
        # an attack raises the other colours and lowers the label's, by the budget each
        expected["white", budget] = (upper < 2 * budget), (lower < 2 * budget)
        # the source sees half of what ERM sees, and half of what mixup sees
        expected["black", budget] = (upper < budget), (lower < budget)
    attacks = found.values["attacks"]
    assert len(attacks) == 2 * len(expected)
    for row in attacks:
        erm, mixup = (fooled.mean() for fooled in expected[row["source"], row["budget"]])
        assert row["erm"]["error"] == pytest.approx(erm), row
        assert row["mixup"]["error"] == pytest.approx(mixup), row
        assert row["ratio"]["value"] == pytest.approx((1 - mixup) / (1 - erm)), row
        for role, error in (("erm", erm), ("mixup", mixup)):
            low, high = row[role]["interval"]
            assert low < error < high or low == error == high in (0, 1), row
        # whatever images are drawn, of them mixup answers all rightly that ERM does
        if row["ratio"]["interval"] and mixup < erm:
            low, high = row["ratio"]["interval"]
            assert 1 <= low < row["ratio"]["value"] < high, row
    assert any(row["ratio"]["interval"] and row["ratio"]["value"] > 1 for row in attacks)
    assert {row["method"] for row in attacks} == {"fgsm", "ifgsm"}
    assert 0 < attacks[3]["mixup"]["error"] < attacks[3]["erm"]["error"] < 1


def fooled_at_random() -> dict[str, np.ndarray]:
    """Which of some images fool each model; more of them ERM, so that no ratio is its inverse."""
    drawn = np.random.default_rng(2).random((2, 150))
    return {"erm": drawn[0] < 0.6, "mixup": drawn[1] < 0.3}


def test_intervals_are_those_of_scipys_bootstrap(tmp_path: Path):
    subject, fooled = material(tmp_path, coloured(), NETWORKS, SIZES), fooled_at_random()
    for role, one in errors(subject, fooled).items():
        expected = of_scipy(subject.bootstrap, (fooled[role],), np.mean)
        assert one["interval"] == pytest.approx(expected)
        assert one["interval"][0] < one["error"] < one["interval"][1]

    def of_accuracies(erm: np.ndarray, mixup: np.ndarray) -> float:
        return (~mixup).mean() / (~erm).mean()

    found = ratio(subject, fooled)
    both = (fooled["erm"], fooled["mixup"])
    assert found["value"] == pytest.approx(of_accuracies(*both))
    assert found["interval"] == pytest.approx(of_scipy(subject.bootstrap, both, of_accuracies))
    assert 1 < found["interval"][0] < found["value"] < found["interval"][1]


def test_without_the_source_model_the_black_box_is_left_out(tmp_path: Path):
    pair = {name: NETWORKS[name] for name in ("cifar10-erm", "cifar10-mixup")}
    found = evaluate(material(tmp_path, coloured(), pair, SIZES))
    assert {row["source"] for row in found.values["attacks"]} == {"white"}
    assert found.values["source_model"] is None
    assert list(found.models) == ["cifar10-erm", "cifar10-mixup"]


def test_further_sources_stand_beside_the_first_one(tmp_path: Path):
    """One sees what ERM sees, and none of what mixup sees; the other one the contrary."""
    further = dict(zip(FURTHER, (Colour(0, 16), Colour(16, 32)), strict=True))
    alone = evaluate(material(tmp_path, coloured(), NETWORKS, SIZES)).values
    found = evaluate(material(tmp_path, coloured(), {**NETWORKS, **further}, SIZES))
    assert list(found.models) == [*NETWORKS, *FURTHER]
    alike(found.values["attacks"], alone["attacks"])
    assert alone["further"] == []
    first, second = found.values["further"]
    assert [first["source_model"], second["source_model"]] == list(FURTHER)
    assert (first["source_epochs"], second["source_epochs"]) == (10, 32)
    assert first["source_error"] == 0
    assert len(first["attacks"]) == 2 * len(BUDGETS)
    for row in first["attacks"]:
        assert row["source"] == "black"
        assert row["erm"]["error"] == pytest.approx((2 * row["budget"] > MARGINS).mean())
        assert row["mixup"]["error"] == 0
    for row in second["attacks"]:
        assert row["erm"]["error"] == 0
        reached = 2 * row["budget"] > MARGINS + MORE_BELOW
        assert row["mixup"]["error"] == pytest.approx(reached.mean())


def test_a_ratio_to_an_accuracy_of_0_is_left_open(tmp_path: Path):
    data = coloured()
    hopeless = Dataset("wrong", CLASSES, *(data.train_images, (data.train_labels + 1) % 3) * 2)
    found = evaluate(material(tmp_path, hopeless, NETWORKS, SIZES))
    assert found.values["clean"]["erm"]["error"] == 1
    assert found.values["attacks"][0]["ratio"] == {"value": None, "interval": None}


def test_some_images_are_drawn_and_the_same_ones_again(tmp_path: Path):
    few = Sizes(attacked=4, resamples=20)
    first, again = (evaluate(material(tmp_path, coloured(), NETWORKS, few)) for _ in range(2))
    assert first.n == 4
    alike(first.values, again.values)
