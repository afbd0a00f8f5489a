"""Models that compare mean colours: what the strongest attack leaves follows from the margins."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.pgd import BUDGETS, RESTARTS, evaluate
from tests.evaluation.kit import alike, material
from tests.evaluation.test_adversarial import MARGINS, MORE_BELOW, NETWORKS, SIZES, coloured

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
        assert low <= mixup - erm <= high
    assert found.values["clean"]["erm"]["error"] == 0


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
