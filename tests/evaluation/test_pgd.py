"""Models that compare mean colours: what the strongest attack leaves follows from the margins."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy import stats
from torch import Tensor, nn

from mixup_demo.evaluation import pgd as pgd_module
from mixup_demo.evaluation.pgd import BUDGETS, RESTARTS, compared_over_images, evaluate
from mixup_demo.evidence import files
from mixup_demo.training.studies import page_recipe
from tests.evaluation.kit import alike, material, noise, of_scipy
from tests.evaluation.test_adversarial import (
    MARGINS,
    MORE_BELOW,
    NETWORKS,
    SIZES,
    Colour,
    coloured,
    fooled_at_random,
)

#: rows of a network -> what the margins are there
LOWER, UPPER = Colour(16, 32), Colour(0, 16)

PAIR_ROLES = ("erm", "mixup")
PAIR = {name: NETWORKS[name] for name in ("cifar10-erm", "cifar10-mixup")}


def test_errors_are_those_that_the_margins_imply(tmp_path: Path):
    found = evaluate(material(tmp_path, coloured(), PAIR, SIZES))
    assert found.n == len(MARGINS)
    assert [one["budget"] for one in found.values["attacks"]] == list(BUDGETS)
    assert (found.values["restarts"], list(found.models)) == (RESTARTS, list(PAIR))
    for one in found.values["attacks"]:
        erm = (2 * one["budget"] > MARGINS).mean()
        mixup = (2 * one["budget"] > MARGINS + MORE_BELOW).mean()
        assert one["erm"]["error"] == pytest.approx(erm), one
        assert one["mixup"]["error"] == pytest.approx(mixup), one
        assert one["difference"]["mean"] == pytest.approx(mixup - erm)
        low, high = one["difference"]["interval"]
        assert low < mixup - erm < high or low == mixup - erm == high == 0
    assert found.values["attacks"][-1]["difference"]["mean"] < 0
    assert found.values["clean"]["erm"]["error"] == 0


def test_the_interval_of_a_difference_is_that_of_scipys_bootstrap(tmp_path: Path):
    subject, fooled = material(tmp_path, coloured(), PAIR, SIZES), fooled_at_random()
    found = compared_over_images(subject, fooled)["difference"]
    difference = fooled["mixup"].astype(int) - fooled["erm"].astype(int)
    assert found["mean"] == pytest.approx(difference.mean())
    expected = of_scipy(subject.bootstrap, (difference,), np.mean)
    assert found["interval"] == pytest.approx(expected)
    assert expected[0] < found["mean"] < expected[1]


def test_some_images_are_drawn_and_the_same_ones_again(tmp_path: Path):
    few = replace(SIZES, strongly=4)
    first, again = (evaluate(material(tmp_path, coloured(), PAIR, few)) for _ in range(2))
    assert first.n == 4
    alike(first.values, again.values)


def test_what_is_wrong_before_stays_wrong(tmp_path: Path):
    data = coloured()
    hopeless = replace(data, test_labels=(data.test_labels + 1) % 3)
    found = evaluate(material(tmp_path, hopeless, PAIR, SIZES))
    errors = [one["erm"]["error"] for one in found.values["attacks"]]
    assert found.values["clean"]["erm"]["error"] == 1
    assert np.array_equal(errors, np.ones(len(BUDGETS)))


def convolved(seed: int) -> nn.Module:
    """A network whose answers bend, so that starts differ in what they reach."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        first, last = nn.Conv2d(3, 8, 5, stride=3), nn.Conv2d(8, 3, 5, stride=3)
        return nn.Sequential(Shifted(), first, nn.GELU(), last, nn.GELU(), Pooled())


class Shifted(nn.Module):
    def forward(self, images: Tensor) -> Tensor:
        return 20 * (images - 0.5)


class Pooled(nn.Module):
    def forward(self, maps: Tensor) -> Tensor:
        return maps.mean(dim=(2, 3))


def test_another_start_never_gives_an_image_back(tmp_path: Path, monkeypatch):
    networks = {"cifar10-erm": convolved(0), "cifar10-mixup": convolved(1)}
    data = noise(n_test=60)
    errors = []
    for count in (1, 2, 4):
        monkeypatch.setattr(pgd_module, "RESTARTS", count)
        found = evaluate(material(tmp_path, data, networks, SIZES)).values["attacks"]
        errors.append([one[role]["error"] for one in found for role in ("erm", "mixup")])
    assert (np.diff(errors, axis=0) >= 0).all()
    assert np.diff(errors, axis=0).any()


def several(erm: str, mixup: str) -> dict[str, Colour]:
    """One network for each letter: "l" sees the lower half, where margins are larger, "u" not."""
    roles = {"erm": erm, "mixup": mixup}
    return {
        f"scarce-{role}-seed{seed}": LOWER if half == "l" else UPPER
        for role, halves in roles.items()
        for seed, half in enumerate(halves)
    }


def of_page(seed: int) -> dict[str, Colour]:
    """The page's pair of a further seed; both see the upper half."""
    return {page_recipe(alpha, seed).name: UPPER for alpha in (0.0, 1.0)}


def test_pairs_of_several_seeds_are_compared_over_seeds(tmp_path: Path):
    alone = evaluate(material(tmp_path, coloured(), PAIR, SIZES)).values
    assert alone["seeds"] == []
    networks = {**PAIR, **several("uuu", "llu")}
    found = evaluate(material(tmp_path, coloured(), networks, SIZES))
    alike({**found.values, "seeds": []}, alone)  # the bundled pair's are what they were
    assert sorted(found.models) == sorted(networks)
    (seeds,) = found.values["seeds"]
    assert (seeds["group"], seeds["clean"]["erm"]["error"]) == ("scarce", 0)
    of = [(one["method"], one["budget"]) for one in seeds["attacks"]]
    assert of == [(method, budget) for method in ("fgsm", "pgd") for budget in BUDGETS]
    for one in seeds["attacks"]:
        # of a network that adds colours up, one step is as strong as many
        upper = (2 * one["budget"] > MARGINS).mean()
        lower = (2 * one["budget"] > MARGINS + MORE_BELOW).mean()
        assert list(one["erm"]["errors"]) == pytest.approx([upper] * 3)
        assert list(one["mixup"]["errors"]) == pytest.approx([lower, lower, upper])
        assert one["mixup"]["error"] == pytest.approx((2 * lower + upper) / 3)
        by_seed = np.array([lower - upper, lower - upper, 0])
        assert one["difference"]["mean"] == pytest.approx(by_seed.mean())
        ratios = (1 - np.array([lower, lower, upper])) / (1 - upper)
        assert list(one["ratio"]["values"]) == pytest.approx(ratios.tolist())
        assert one["ratio"]["mean"] == pytest.approx(np.prod(ratios) ** (1 / 3))
        if lower == upper:
            assert one["difference"]["over_seeds"] is one["ratio"]["over_seeds"] is None
            continue
        expected = stats.t.interval(0.95, 2, by_seed.mean(), stats.sem(by_seed))
        assert one["difference"]["over_seeds"] == pytest.approx(expected)
        logs = np.log(ratios)
        ends = np.exp(stats.t.interval(0.95, 2, logs.mean(), stats.sem(logs)))
        assert list(one["ratio"]["over_seeds"]) == pytest.approx(ends.tolist())
        assert 0 < ends[0] < one["ratio"]["mean"] < ends[1]


def test_of_the_trained_networks_pgd_misleads_no_fewer_than_one_step():
    groups = files.read("pgd")["values"]["seeds"]
    assert [group["group"] for group in groups] == ["page", "scarce"]
    for group in groups:
        errors = {
            (one["method"], one["budget"]): np.array([one[of]["errors"] for of in PAIR_ROLES])
            for one in group["attacks"]
        }
        for budget in BUDGETS:
            assert (errors["pgd", budget] >= errors["fgsm", budget]).all(), budget
        for less, more in pairwise(BUDGETS):
            assert (errors["pgd", more] >= errors["pgd", less]).all(), more


def test_the_pages_pair_of_every_seed_is_a_group_of_its_own(tmp_path: Path):
    further = {name: half for seed in (1, 2) for name, half in of_page(seed).items()}
    networks = {**PAIR, **further, **several("uu", "uu")}
    page, small = evaluate(material(tmp_path, coloured(), networks, SIZES)).values["seeds"]
    assert (page["group"], small["group"]) == ("page", "scarce")
    assert page["models"]["mixup"] == ["cifar10-mixup", "page-mixup-1-seed1", "page-mixup-1-seed2"]
    for one in page["attacks"]:
        lower = (2 * one["budget"] > MARGINS + MORE_BELOW).mean()
        upper = (2 * one["budget"] > MARGINS).mean()
        assert list(one["mixup"]["errors"]) == pytest.approx([lower, upper, upper])


def test_one_seed_is_not_several(tmp_path: Path):
    found = evaluate(material(tmp_path, coloured(), {**PAIR, **several("u", "l")}, SIZES))
    assert found.values["seeds"] == []
