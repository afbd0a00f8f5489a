"""Every number that is shown is what its own source says, and stands where it belongs."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence import gan, population, toy
from mixup_demo.evidence.gan_compared import LONG
from mixup_demo.evidence.panel import Says, Table
from mixup_demo.evidence.trace import file_values
from mixup_demo.toy.seeds import compare
from tests.evidence import panels, recompute, roles, words
from tests.evidence.panels import real_panel, real_panels
from tests.evidence.recompute import Files, says_problems, table_problems

FILES = Files()
#: what a sentence itself may say in digits: names, units, and the definitions of measures
NAMES = re.compile(
    r"CIFAR-100?|ResNe[X]?t-\d+(?: 32×4d)?|top-\d|L2|95 %|32 × 32|4/255|1/255|/255|of 255|255 중|"
    r"(?:5|20|50|80) %|0\.5|101 λ|Figure 2|그림 2|101개|10th|90th|10~90|α = 1$|ICLR 2018|5분의 1|"
    r"제3|(?:\(|al\. |외 )\d{4}"
)
DIGITS = re.compile(r"(?<![\w.])[+−-]?\d+(?:\.\d+)?(?![\w]|\.\d)")


def test_panels_are_named():
    assert [panel.name for panel in real_panels()] == list(panels.NAMES)


def test_all_results_are_shown():
    shown = {name for panel in real_panels() for name in panel.results}
    # the temperatures on Mix and Boundary: tests/models/test_names.py compares the page's with them
    # the tables stand in the chapter on other data: tests/views/learn
    assert shown | {"gan", "temperatures", "tabular"} == set(evidence.names())


@pytest.mark.parametrize("name", panels.NAMES)
def test_every_number_is_what_its_source_says(name: str):
    assert recompute.panel_problems(real_panel(name), FILES) == []


@pytest.mark.parametrize("name", panels.NAMES)
def test_every_number_stands_where_it_belongs(name: str):
    assert roles.panel_problems(real_panel(name), FILES) == []


def gan_parts() -> Iterator[tuple[list[Says], Table]]:
    for name in ("gan", LONG):
        yield from of_gans(file_values(evidence.read(name))["values"]["losses"])


def of_gans(losses: Mapping[str, Any]) -> Iterator[tuple[list[Says], Table]]:
    for values in (part for data in losses.values() for part in data.values()):
        alphas = [row["alpha"] for row in values["alphas"]]
        told = (gan.says, gan.longer)
        sentences = [one for alpha in alphas for says in told for one in says(values, alpha)]
        yield [*sentences, gan.note(values)], gan.table(values)


def test_gans():
    parts = list(gan_parts())
    assert len(parts) == 6 + 2
    for sentences, table in parts:
        for says in sentences:
            assert says_problems(says, FILES) == []
            assert list(roles.says_problems(says, FILES)) == []
        assert table_problems(table, FILES) == []


def test_what_is_given_instead_of_a_file_is_a_source_too():
    given = {
        "scores": {
            **{"test_accuracy": np.array([0.912, 0.934]), "confidence": np.array([0.99, 0.75])},
            **{"boundary_length": np.array([3.0, 2.0]), "gradient_norm": np.array([2.5, 1.25])},
        },
        "intrusion": 0.25,
    }
    over = {
        name: np.stack([pair, pair + 0.01, 0.98 * pair]) for name, pair in given["scores"].items()
    }
    given["seeds"] = compare(over)
    said = toy.toy_says(given["scores"], 1.0, given["intrusion"])
    assert len(said) == 6
    judged = toy.toy_says(given["scores"], 1.0, given["intrusion"], given["seeds"])
    assert len(judged) == 5
    for says in [*said, *judged]:
        assert says_problems(says, Files(**given)) == []
    for says in judged:
        assert list(roles.says_problems(says, Files(**given))) == []
    changed = Files(**{**given, "intrusion": 0.36})
    assert says_problems(said[-1], changed) != []


def test_places_of_a_visitors_values():
    marks = {
        "erm": {"steepest_slope": 12.5, "fragmentation": 7.0, "foreign_share": 0.125},
        "mixup": {"steepest_slope": 3.25, "fragmentation": 4.0, "foreign_share": 0.0625},
    }
    placed = population.places(evidence.read("population"), marks)
    assert len(placed) == 3
    for place in placed.values():
        assert says_problems(place.says, Files(marks=marks)) == []
        assert list(roles.says_problems(place.says, Files(marks=marks))) == []


def test_sentences_hold_no_numbers_of_their_own():
    for key, sentences in words.TEXTS.items():
        if key.startswith(("evidence.", "attack.")):
            for sentence in sentences:
                assert not DIGITS.findall(NAMES.sub("", sentence)), (key, sentence)


def test_text_keys_with_a_share_name_that_share():
    keys = [key for key in words.TEXTS if re.match(r"evidence\.corrupted\.(share|chart)\.\d", key)]
    assert len(keys) == 9
    for key in keys:
        assert all(f"{key.split('.')[3]} %" in sentence for sentence in words.TEXTS[key])
