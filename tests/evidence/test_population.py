"""The sentences on many pairs and planes follow from their intervals."""

import re
from typing import Any

import numpy as np
import pytest
from scipy.stats import percentileofscore

from mixup_demo import texts
from mixup_demo.evidence import population
from mixup_demo.evidence.population import ordinal, panel, places, says, table, unplaced
from mixup_demo.evidence.population_file import measures
from tests.evidence import kit, words

RESULTS = kit.population(pairs=1000, planes=4, attacked=500)
PANEL = panel(RESULTS)
MARKS = {
    "erm": {"steepest_slope": 0.25, "miss_rate": 0.5, "mean_gradient_norm": None},
    "mixup": {"steepest_slope": 0.75, "mean_gradient_norm": 0.5, "fragmentation": 0.25},
}
BOTH = {
    model: {"miss_rate": 0.5, "boundary_length": 0.5, **values} for model, values in MARKS.items()
}


def named(results: dict[str, Any], verdict: str) -> set[str]:
    """The measures that the sentence of a verdict names."""
    key = f"population.says.{verdict}"
    listed = [one.values["measures"] for one in says(results) if one.key == key]
    return {key for text in listed for key in re.findall(r"\[\[(.+?)\]\]", text)}


def test_measures_are_named_where_their_intervals_put_them():
    assert named(RESULTS, "better") == {"measure.boundary_thickness", "measure.steepest_slope"}
    assert named(RESULTS, "worse") == {"plane.fragmentation"}
    assert len(named(RESULTS, "open")) == 12 - 3
    told = {one.key.rpartition(".")[2]: one for one in says(RESULTS) if "measures" in one.values}
    counts = {found: one.values["count"] for found, one in told.items()}
    assert counts == {"better": "2", "worse": "1", "open": "9"}


def test_models_as_trained_earn_no_verdict_but_equally_calibrated_ones_do():
    assert {one.verdict for one in PANEL.says} == {None}
    found = panel(RESULTS, equal=kit.equal_calibration())
    (told,) = (one for one in found.says if one.verdict)
    assert (told.key, told.verdict) == ("evidence.between.says.calibrated", "better")
    assert found.results == ["population", "equal_calibration"]


def test_a_turned_interval_turns_the_sentence():
    results = kit.population()
    for one in measures(results).values():
        low, high = one["interval"]
        one["interval"], one["difference"] = [-high, -low], -one["difference"]
    assert named(results, "worse") == named(RESULTS, "better")
    assert named(results, "better") == named(RESULTS, "worse")
    assert named(results, "open") == named(RESULTS, "open")


def test_a_verdict_that_no_measure_earns_has_no_sentence():
    results = kit.population(planes=0)
    told = [one.key.rpartition(".")[2] for one in says(results)]
    assert told == ["sizes", "better", "open", "corrected"]  # nor is there agreement without planes


def test_differences_that_remain_among_many_are_counted():
    results = kit.population()
    told = [one for one in says(results) if one.key == "population.says.corrected"]
    assert [one.values for one in told] == [{"count": "3", "total": "12"}]
    slope = results["values"]["pairs"]["measures"]["steepest_slope"]
    slope.update(difference=-0.5, interval=[-0.99, -0.01])  # p = 0.05, no longer among twelve
    told = [one for one in says(results) if one.key == "population.says.corrected"]
    assert told[0].values["count"] == "2"


def test_sizes_and_agreement_are_those_of_the_file():
    first, *_, last = says(RESULTS)
    assert first.values == {"pairs": "1,000", "attacked": "500", "planes": "4"}
    assert last.values == {"share": "76.5", "low": "70.0", "high": "80.0"}


def test_networks_of_other_seeds_are_the_yardstick_where_they_are_known():
    assert [one.key for one in PANEL.says][-1] == "population.says.agreement"
    found = panel(RESULTS, kit.agreement())
    told = found.says[-1]
    assert (told.key, told.verdict) == ("population.says.seeds", None)
    shown = {name: told.values[name] for name in ("erm", "mixup", "methods", "erm_low", "seeds")}
    assert list(shown.values()) == ["71.2", "73.6", "69.9", "70.1", "3"]
    assert found.results == ["population", "agreement"]
    assert set(found.models) == {*RESULTS["models"], "agreement-model"}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_word_has_a_sentence_that_takes_its_values(language: str):
    placed = places(RESULTS, BOTH)
    spoken = [*PANEL.says, *unplaced({"erm": {}}), *(place.says for place in placed.values())]
    for one in spoken:
        assert "{" not in words.text(one.key, language, **one.values)
    keys = {f"population.{part}" for part in ("title", "claim", "setting")}
    keys |= {chart.title for chart in PANEL.charts}
    shown = [value for one in spoken for value in one.values.values()]
    shown += [cell for row in [PANEL.table.columns, *PANEL.table.rows] for cell in row]
    shown += [chart.figure.to_json() for chart in PANEL.charts]
    shown += [mark.to_json() for place in placed.values() for mark in place.marks]
    keys |= {key for text in shown for key in re.findall(r"\[\[([\w.-]+)\]\]", text)}
    assert keys - set(words.TEXTS) == set()
    assert len(keys) > 40


def test_every_measure_has_a_form():
    assert set(population.FORMS) == set(measures(RESULTS))


def test_the_table_holds_means_and_differences():
    rows = {row[0].split("]]")[0][2:]: row for row in table(RESULTS).rows}
    assert len(rows) == 12
    for key, name in (("measure.miss_rate", "miss_rate"), ("plane.fragmentation", "fragmentation")):
        one = measures(RESULTS)[name]
        assert rows[key][1] == f"{np.mean(one['erm']):.3f}"
        assert rows[key][2] == f"{np.mean(one['mixup']):.3f}"
    assert rows["measure.steepest_slope"][3:] == [
        *("−3.000", "−3.500 – −2.500", "1,000"),
        "[[population.verdict.better]]",
    ]
    assert rows["plane.fragmentation"][5:] == ["4", "[[population.verdict.worse]]"]
    assert {len(row) for row in table(RESULTS).rows} == {len(table(RESULTS).columns)}


def test_places_are_percentiles_among_each_models_own_values():
    ((title, place),) = places(RESULTS, MARKS).items()  # of what both models have a value of
    assert title in {chart.title for chart in PANEL.charts}
    assert title == "measure.steepest_slope"
    slopes = measures(RESULTS)["steepest_slope"]
    for model, value in (("erm", 0.25), ("mixup", 0.75)):
        rank = round(percentileofscore(slopes[model], value, kind="mean"))
        assert place.says.values[f"{model}_rank"].startswith(f"{rank}[[")
        assert place.says.values[model] == f"{value:.1f}"
    assert [list(mark.x) for mark in place.marks] == [[0.25, 0.25], [0.75, 0.75]]


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (("miss_rate", "fragmentation"), []),
        (("fragmentation",), ["pairs"]),
        (("miss_rate",), ["planes"]),
        ((), ["pairs", "planes"]),
    ],
)
def test_what_has_no_place_is_said(names: tuple[str, ...], kinds: list[str]):
    marks = {model: dict.fromkeys(names, 1.0) for model in ("erm", "mixup")}
    needed = [one.values["needed"] for one in unplaced(marks)]
    assert needed == [f"[[population.needed.{kind}]]" for kind in kinds]


@pytest.mark.parametrize(
    ("rank", "english"),
    [
        *((0, "0th"), (1.2, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th")),
        *((12, "12th"), (13, "13th"), (21, "21st"), (82.6, "83rd"), (92, "92nd"), (100, "100th")),
    ],
)
def test_ordinals(rank: float, english: str):
    for index, expected in enumerate((english, re.sub("[a-z]+", "번째", english))):
        found = re.sub(r"\[\[(.+?)\]\]", lambda m, i=index: words.TEXTS[m[1]][i], ordinal(rank))
        assert found == expected
