import statistics
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from mixup_demo.evaluation.answers import Sizes
from mixup_demo.evaluation.generalisation import evaluate
from mixup_demo.evaluation.pairs import GROUPS
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.recipes import PAIR_EPOCHS
from tests.evaluation.kit import knowing, material, noise

DATA = noise()  # 40 test images


def first(count: int) -> set[int]:
    return set(range(count))


def test_the_scarce_pairs_share_their_seed():
    assert GROUPS["scarce"] == tuple(
        (f"scarce-erm-seed{seed}", f"scarce-mixup-seed{seed}") for seed in (0, 1, 2)
    )


def test_one_seed_has_intervals_over_images(tmp_path: Path):
    networks = {
        "cifar10-erm": knowing(DATA, first(8)),
        "cifar10-mixup": knowing(DATA, first(6)),
    }
    found = evaluate(material(tmp_path, DATA, networks))
    (group,) = found.values["groups"]
    erm, mixup = group["erm"], group["mixup"]
    assert (group["group"], group["epochs"], group["train_images"]) == ("bundled", PAIR_EPOCHS, 60)
    assert group["architecture"] == "whitened-cnn"
    assert (erm["mean"], mixup["mean"]) == pytest.approx((0.2, 0.15))
    assert (erm["sd"], erm["seeds"], erm["medians"]) == (None, [0], [0.25])
    assert erm["interval"][0] < 0.2 < erm["interval"][1]
    assert group["difference"]["mean"] == pytest.approx(-0.05)
    # mixup is never wrong where ERM is right: on the same images it is never worse
    assert group["difference"]["over_seeds"] is group["difference"]["over_both"] is None
    assert -0.2 < group["difference"]["interval"][0] < group["difference"]["interval"][1] <= 0
    assert (found.n, found.values["alpha"]) == (40, [])
    assert found.values["alpha_epochs"] is None


def test_seeds_that_both_have_give_mean_and_deviation(tmp_path: Path):
    networks = {
        "scarce-erm-seed0": knowing(DATA, first(10)),
        "scarce-mixup-seed0": knowing(DATA, first(4)),
        "scarce-erm-seed1": knowing(DATA, first(14)),
        "scarce-mixup-seed1": knowing(DATA, first(6)),
        "scarce-erm-seed2": knowing(DATA, first(40)),  # its mixup is not trained yet
    }
    found = evaluate(material(tmp_path, DATA, networks, train_images=30))
    (group,) = found.values["groups"]
    erm = group["erm"]
    assert group["train_images"] == 30
    assert erm["seeds"] == [0, 1]
    assert list(erm["errors"]) == pytest.approx([0.25, 0.35])
    assert erm["mean"] == pytest.approx(0.3)
    assert erm["sd"] == pytest.approx(statistics.stdev([0.25, 0.35]))
    assert erm["interval"] is None
    difference = group["difference"]
    assert difference["mean"] == pytest.approx(0.125 - 0.3)
    by_seed = [0.1 - 0.25, 0.15 - 0.35]
    expected = stats.t.interval(0.95, 1, np.mean(by_seed), stats.sem(by_seed))
    assert difference["over_seeds"] == pytest.approx(expected)
    (low, high), images = difference["over_both"], difference["interval"]
    assert low <= images[0] < difference["mean"] < images[1] <= high
    assert "scarce-erm-seed2" not in found.models


def test_the_family_is_in_order_and_has_training_errors(tmp_path: Path):
    wrong_trains = {
        "small-smoothing-0.1": 0,
        "small-cutmix-1": 6,
        "small-mixup-8": 12,
        "small-mixup-0.4": 3,
        "small-erm": 60,
    }
    networks = {name: knowing(DATA, first(2), first(count)) for name, count in wrong_trains.items()}
    everything = Sizes(learned=1000, resamples=50)
    found = evaluate(material(tmp_path, DATA, networks, everything))
    rows = [(row["model"], row["method"], row["alpha"]) for row in found.values["alpha"]]
    assert rows == [
        ("small-erm", "erm", 0.0),
        ("small-mixup-0.4", "mixup", 0.4),
        ("small-mixup-8", "mixup", 8.0),
        ("small-cutmix-1", "cutmix", 1.0),
        ("small-smoothing-0.1", "smoothing", 0.0),
    ]
    errors = {row["model"]: row["train_error"] for row in found.values["alpha"]}
    assert errors == pytest.approx({name: count / 60 for name, count in wrong_trains.items()})
    assert {row["test_error"] for row in found.values["alpha"]} == {0.05}
    assert found.values["alpha_epochs"] == 10
    assert found.values["alpha_architecture"] == "whitened-cnn-small"
    assert found.values["alpha_train_images"] == 60


def test_without_any_model_the_remedy_is_named(tmp_path: Path):
    empty = material(tmp_path, DATA, {})
    with pytest.raises(WeightsError, match=r"cifar10-erm, .*mixup_demo\.train --all"):
        evaluate(empty)
