"""Networks of mean colours: where they agree follows from their scales alone."""

from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.agreement import evaluate
from mixup_demo.evaluation.population import draw_triples
from mixup_demo.evidence import files
from mixup_demo.models.manifest import WeightsError
from tests.evaluation.kit import FEW, material, noise
from tests.probes.kit import MeanColour

DATA = noise()
#: the class of the largest mean colour, or of the smallest: never the same
LARGEST, SMALLEST = MeanColour(60.0), MeanColour(-60.0)


def networks(erm: str, mixup: str) -> dict[str, MeanColour]:
    """One network for each letter: "l" names the largest, "s" the smallest."""
    return {
        f"scarce-{role}-seed{seed}": LARGEST if letter == "l" else SMALLEST
        for role, letters in {"erm": erm, "mixup": mixup}.items()
        for seed, letter in enumerate(letters)
    }


def test_networks_are_compared_within_and_across_methods(tmp_path: Path):
    subject = material(tmp_path, DATA, networks("lls", "sls"))
    found = evaluate(subject)
    kinds = found.values["kinds"]
    assert (found.n, found.values["seeds"]) == (len(draw_triples(subject)), 3)
    assert found.values["resolution"] == FEW.resolution // 2
    # seeds 0 and 1, 0 and 2, 1 and 2
    assert np.array_equal(kinds["erm"]["by_comparison"], [1, 0, 0])
    assert np.array_equal(kinds["mixup"]["by_comparison"], [0, 1, 0])
    # the two methods of each seed
    assert np.array_equal(kinds["methods"]["by_comparison"], [0, 1, 1])
    assert kinds["methods"]["mean"] == pytest.approx(2 / 3)
    assert kinds["methods"]["interval"] == pytest.approx([2 / 3, 2 / 3])


def test_one_seed_is_no_yardstick(tmp_path: Path):
    with pytest.raises(WeightsError, match="two seeds are needed, but 1"):
        evaluate(material(tmp_path, DATA, networks("l", "s")))


def test_seeds_alone_make_networks_differ():
    """Of the trained networks; this is why the page says it beside how far its pair agrees."""
    for one in files.read("agreement")["values"]["kinds"].values():
        assert max(one["by_comparison"]) < 0.95
        low, high = one["interval"]
        assert low < one["mean"] < high
