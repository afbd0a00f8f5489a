"""Models that compare mean colours: an attack passes over as far as both see the same rows."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.pgd_transfer import BUDGETS, SOURCES, evaluate
from mixup_demo.evidence import files
from tests.evaluation.kit import alike, material
from tests.evaluation.test_adversarial import MARGINS, MORE_BELOW, SIZES, Colour, coloured
from tests.evaluation.test_pgd import LOWER, PAIR, UPPER, of_page, several

#: what ERM sees, what mixup sees, half of each
SEEN = dict(zip(SOURCES, (UPPER, LOWER, Colour(8, 24)), strict=True))


def reached(share: float, budget: float, margins: np.ndarray) -> float:
    """The error of a model of which a source sees so much."""
    return float((2 * share * budget > margins).mean())


def test_errors_are_those_that_the_rows_in_common_imply(tmp_path: Path):
    found = evaluate(material(tmp_path, coloured(), {**PAIR, **SEEN}, SIZES))
    assert (found.n, list(found.models)) == (len(MARGINS), [*PAIR, *SOURCES])
    sources = found.values["sources"]
    assert [one["source_model"] for one in sources] == list(SOURCES)
    assert [one["source_alpha"] for one in sources] == [0, 0, 1]
    for source, (of_erm, of_mixup) in zip(sources, [(1, 0), (0, 1), (0.5, 0.5)], strict=True):
        assert source["source_error"] == 0
        assert [one["budget"] for one in source["attacks"]] == list(BUDGETS)
        for one in source["attacks"]:
            erm = reached(of_erm, one["budget"], MARGINS)
            mixup = reached(of_mixup, one["budget"], MARGINS + MORE_BELOW)
            assert (one["source"], one["seeds"]) == ("black", [])
            assert one["erm"]["error"] == pytest.approx(erm), one
            assert one["mixup"]["error"] == pytest.approx(mixup), one
            assert one["difference"]["mean"] == pytest.approx(mixup - erm)
            assert one["ratio"]["value"] == pytest.approx((1 - mixup) / (1 - erm))


def test_pairs_of_several_seeds_get_the_same_images(tmp_path: Path):
    networks = {**PAIR, SOURCES[0]: UPPER, **several("uuu", "llu")}
    found = evaluate(material(tmp_path, coloured(), networks, SIZES)).values
    assert [one["source_model"] for one in found["sources"]] == [SOURCES[0]]
    for one in found["sources"][0]["attacks"]:
        upper, (seeds,) = reached(1, one["budget"], MARGINS), one["seeds"]
        assert seeds["group"] == "scarce"
        assert list(seeds["erm"]["errors"]) == pytest.approx([upper] * 3)
        assert list(seeds["mixup"]["errors"]) == pytest.approx([0, 0, upper])
        assert seeds["difference"]["mean"] == pytest.approx(-2 * upper / 3)
    alone = evaluate(material(tmp_path, coloured(), {**PAIR, SOURCES[0]: UPPER}, SIZES)).values
    for one, other in zip(*(of["sources"][0]["attacks"] for of in (found, alone)), strict=True):
        alike({**one, "seeds": []}, other)


def test_the_pair_of_a_sources_seed_is_not_compared(tmp_path: Path):
    networks = {**PAIR, **of_page(1), **of_page(2), **of_page(3)}
    found = evaluate(material(tmp_path, coloured(), networks, SIZES))
    assert SOURCES[0] in networks
    assert {*found.models} == {*PAIR, *of_page(2), *of_page(3), SOURCES[0]}
    for one in found.values["sources"][0]["attacks"]:
        (page,) = one["seeds"]
        assert (page["group"], len(page["erm"]["errors"])) == ("page", 3)


def test_what_is_wrong_before_counts(tmp_path: Path):
    data = coloured()
    hopeless = replace(data, test_labels=(data.test_labels + 1) % 3)
    found = evaluate(material(tmp_path, hopeless, {**PAIR, SOURCES[0]: UPPER}, SIZES)).values
    errors = [one["mixup"]["error"] for one in found["sources"][0]["attacks"]]
    assert errors == [1] * len(BUDGETS)


def test_no_source_is_compared():
    values = files.read("pgd_transfer")
    compared = {name for name in values["models"] if name not in SOURCES}
    assert [one["source_model"] for one in values["values"]["sources"]] == list(SOURCES)
    assert {*PAIR, "scarce-erm-seed0", "scarce-mixup-seed2"} <= compared
