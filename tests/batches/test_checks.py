"""Each finding is caused by what it warns of, and by nothing else; its numbers are right."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from scipy import integrate, stats

from mixup_demo.batches import trials
from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.checks import Checked, Finding, check
from mixup_demo.batches.expectation import larger_share, mixed_accuracy
from mixup_demo.batches.losses import losses
from mixup_demo.batches.playing import many, play
from tests.batches.kit import LABELS, SIDE, images

QUIET = MixupArguments(num_classes=10, label_smoothing=0.0, mode="elem")


def found(
    arguments: MixupArguments = QUIET, labels: np.ndarray = LABELS, given: int = 8
) -> dict[str, Finding]:
    batch = play(arguments, images(), labels, 3)
    draws = many(arguments, 8, SIDE, 60, 3)
    checked = Checked(arguments, images(), labels, batch, draws, given)
    return {finding.name: finding for finding in check(checked)}


def caused(*given: object, **more: object) -> set[str]:
    return {name for name, finding in found(*given, **more).items() if finding.caused}


#: of any batch that mixup mixes
ALWAYS = {"loss", "accuracy", "batchnorm"}


@pytest.mark.parametrize(
    ("changed", "causes"),
    [
        ({}, set()),
        ({"label_smoothing": 0.1}, {"smoothing"}),
        ({"mode": "batch"}, {"ddp"}),
        ({"prob": 0.5}, {"prob"}),
        ({"mixup_alpha": 8.0}, {"large"}),
        ({"cutmix_alpha": 1.0}, {"prob", "clipped"}),
        ({"cutmix_alpha": 1.0, "correct_lam": False}, {"prob", "uncorrected"}),
        ({"cutmix_minmax": (0.2, 0.8), "correct_lam": False}, {"prob", "minmax"}),
    ],
    ids=lambda value: str(sorted(value)),  # a set has no order that every process shares
)
def test_settings_cause_what_they_should(changed: dict, causes: set[str]):
    assert caused(replace(QUIET, **changed)) == ALWAYS | causes


def test_without_an_alpha_mixup_has_only_that_to_be_told():
    assert caused(replace(QUIET, mixup_alpha=0.0)) == {"zero"}


def test_the_batch_causes_what_it_should():
    assert caused(given=9) == ALWAYS | {"odd"}
    assert found(given=9)["odd"].values["error"].startswith("AssertionError: Batch size")
    paired = np.array([1, 1, 2, 2, 2, 2, 1, 1])
    same = found(labels=paired)["same"]
    assert same.caused
    assert same.values == {"n": "8", "flip": "8", "roll": "6"}


def test_numbers_are_those_of_the_batch():
    both = found(MixupArguments(0.4, 1.0, prob=0.8, switch_prob=0.25, num_classes=10))
    assert both["prob"].values == {"mixup": "60", "cutmix": "20", "none": "20"}
    assert both["smoothing"].values["on"] == "0.91"
    assert float(both["clipped"].values["used"]) > float(both["clipped"].values["asked"])
    assert both["integers"].values["shape"] == "8 × 8"


def test_libraries_fail_as_it_is_said():
    from timm.data import Mixup
    from torchvision.transforms import v2

    assert "Byte" in trials.bytes_into(Mixup)
    assert "Byte" in trials.bytes_into(v2.MixUp)
    assert trials.bytes_into(v2.CutMix) == ""
    assert trials.no_alpha(v2.MixUp).startswith("ValueError")
    assert trials.no_alpha(Mixup).startswith("AssertionError")
    assert trials.odd(QUIET, 8) == ""
    assert len(trials.no_alpha(v2.MixUp)) <= trials.SHOWN + 1


@pytest.mark.parametrize("alpha", [0.1, 0.4, 1.0, 2.5, 32.0])
def test_the_larger_share_is_the_integral(alpha: float):
    whole, _ = integrate.quad(lambda x: x * stats.beta.pdf(x, alpha, alpha), 0.5, 1)
    assert larger_share(alpha) == pytest.approx(2 * whole, rel=1e-6)
    assert larger_share(0) == 1


def test_the_expected_accuracy_is_what_a_perfect_network_reaches():
    rng = np.random.default_rng(0)
    lam = np.where(rng.random(200_000) < 0.7, rng.beta(0.4, 0.4, 200_000), 1)
    reached = np.maximum(lam, 1 - lam).mean()
    assert mixed_accuracy(0.4, 0.7) == pytest.approx(reached, abs=0.002)
    assert found(replace(QUIET, prob=0.5))["accuracy"].values == {"accuracy": "88"}
    both = found(replace(QUIET, cutmix_alpha=1.0, switch_prob=0.0))["accuracy"]
    assert float(both.values["accuracy"]) == pytest.approx(75, abs=2)  # of 480 draws


def test_losses_are_torch_s():
    target = np.array([0.6, 0.3, 0.1, 0.0], np.float32)
    ce, bce, thresholded = losses(target)
    soft = torch.tensor([0.6, 0.3, 0.1, 1e-9], dtype=torch.float64)
    assert ce.soft == pytest.approx(
        float(F.cross_entropy(soft.log()[None], torch.tensor(target)[None].double()))
    )
    expected = F.binary_cross_entropy(soft, torch.tensor(target).double())
    assert bce.soft == pytest.approx(float(expected), rel=1e-6)
    ones = torch.tensor([1.0, 1.0, 0.0, 0.0], dtype=torch.float64)
    assert thresholded.soft == pytest.approx(float(F.binary_cross_entropy(soft, ones)), rel=1e-6)
    assert ce.soft < ce.sure
    assert bce.soft < bce.sure


@pytest.mark.parametrize("classes", [2, 10, 1000])
def test_the_answer_that_is_the_target_costs_its_entropy_however_many_classes(classes: int):
    target = np.zeros(classes, np.float32)
    target[:2] = 0.6, 0.4
    ce, *_ = losses(target)
    assert ce.soft == pytest.approx(float(stats.entropy(target)), rel=1e-5)
    others = 0.6 * -np.log(0.999) + 0.4 * -np.log(0.001 / (classes - 1))
    assert ce.sure == pytest.approx(others, rel=1e-5)
