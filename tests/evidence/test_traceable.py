"""Every number that is shown is what its own source says, and stands where it belongs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pytest

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence import gan, generalisation, population, toy
from mixup_demo.evidence.origins import Derived, Part, Shown, Source, parts_of
from mixup_demo.evidence.panel import Chart, Panel, Says, Table, number, paper, percent
from mixup_demo.evidence.trace import Traced, file_values, show
from tests.evidence import recompute, roles, words
from tests.evidence.panels import real_panels
from tests.evidence.recompute import Files, rounds_to, says_problems, table_problems, text_problems

FILES = Files()
PANELS = {panel.name: panel for panel in real_panels()}
#: what a sentence itself may say in digits: names, units, and the definitions of measures
NAMES = re.compile(
    r"CIFAR-100?|ResNe[X]?t-\d+(?: 32×4d)?|top-\d|L2|95 %|32 × 32|4/255|1/255|/255|of 255|255 중|"
    r"(?:20|50|80) %|0\.5|101 λ|Figure 2|그림 2|101개|10th|90th|10~90|α = 1$|ICLR 2018|5분의 1|"
    r"제3|(?:\(|al\. |외 )\d{4}"
)
DIGITS = re.compile(r"(?<![\w.])[+−-]?\d+(?:\.\d+)?(?![\w]|\.\d)")


def test_all_results_are_shown():
    shown = {name for panel in PANELS.values() for name in panel.results}
    assert shown | {"gan"} == set(evidence.names())


@pytest.mark.parametrize("name", PANELS)
def test_every_number_is_what_its_source_says(name: str):
    assert recompute.panel_problems(PANELS[name], FILES) == []


@pytest.mark.parametrize("name", PANELS)
def test_every_number_stands_where_it_belongs(name: str):
    assert roles.panel_problems(PANELS[name], FILES) == []


def gan_parts() -> Iterator[tuple[list[Says], Table]]:
    losses = file_values(evidence.read("gan"))["values"]["losses"]
    for values in (part for data in losses.values() for part in data.values()):
        alphas = [row["alpha"] for row in values["alphas"]]
        sentences = [one for alpha in alphas for one in gan.says(values, alpha)]
        yield [*sentences, gan.note(values)], gan.table(values)


def test_gans():
    parts = list(gan_parts())
    assert len(parts) >= 4
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
    said = toy.toy_says(given["scores"], 1.0, given["intrusion"])
    assert len(said) == 5
    for says in said:
        assert says_problems(says, Files(**given)) == []
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


class TestControls:
    """Each check has to fail on what it is for."""

    ERROR = file_values(evidence.read("generalisation"))["values"]["groups"][1]["erm"]["mean"]

    @staticmethod
    def _wrong_digits(text: str) -> Iterator[str]:
        for k, letter in enumerate(text):
            if letter.isdigit():
                yield text[:k] + str((int(letter) + 1) % 10) + text[k + 1 :]

    def test_a_wrong_digit_anywhere_is_found(self):
        cells = [cell for panel in PANELS.values() for row in panel.table.rows for cell in row]
        cells += [v for panel in PANELS.values() for says in panel.says for v in says.values.values()]
        tried = 0
        for part in (part for cell in cells for part in parts_of(cell) if part.origin):
            for text in self._wrong_digits(part.text):
                wrong = replace(part, text=text)
                assert text_problems(text, FILES, (wrong,)) != [] or _is_tie(part), part
                tried += 1
        assert tried > 2000

    def test_a_wrong_value_in_a_chart_is_found(self):
        tried = 0
        for chart in (chart for panel in PANELS.values() for chart in panel.charts):
            for k in range(0, len(chart.figure.data), 2):
                assert recompute.chart_problems(_bent(chart, k), FILES) != [], (chart.title, k)
                tried += 1
        assert tried > 50

    @pytest.mark.parametrize("text", ["6.1", "12", "0", "mixup, α = 0.2", "ResNet-18", "± 3"])
    def test_a_number_typed_by_hand_is_found(self, text: str):
        assert text_problems(text, FILES) != []
        assert text_problems("[[evidence.ours]] " + Shown([Part(text)]), FILES) != []
        assert table_problems(Table(["[[model.erm]]"], [[text]]), FILES) != []

    def test_a_number_that_lost_its_source_is_found(self):
        assert text_problems(percent(self.ERROR), FILES) == []
        assert text_problems(f"{percent(self.ERROR)} %", FILES) != []
        assert text_problems(f"{self.ERROR:.3f}", FILES) != []
        assert text_problems(percent(float(self.ERROR)), FILES) != []

    def test_a_constant_in_a_sum_is_found(self):
        assert text_problems(number(1 - self.ERROR), FILES) == []
        assert text_problems(number(self.ERROR + 0.25), FILES) != []
        made_up = Traced(0.99, Derived("-", (1.0, 0.01)))
        assert text_problems(number(made_up), FILES) != []
        assert text_problems(number(Traced(99, Derived("-", (100.0, 1.0)))), FILES) != []

    @pytest.mark.parametrize(
        "source",
        [
            Source("results/generalisation", ("values", "groups", 0, "mixup", "mean")),
            Source("results/generalisation", ("values", "groups", 9, "erm", "mean")),
            Source("results/generalisation", ("values", "groups", 0, "erm", "average")),
            Source("results/generalization", ("values",)),
            Source("paper", ("test_error", "rows", 0, "erm")),
        ],
    )
    def test_a_wrong_key_is_found(self, source: Source):
        right = Source("results/generalisation", ("values", "groups", 0, "erm", "mean"))
        assert text_problems(show(Traced(0.0611, right), ".4f"), FILES) == []
        assert text_problems(show(Traced(0.0611, source), ".4f"), FILES) != []

    def test_a_wrong_operation_is_found(self):
        for operation, fine in (("*", True), ("+", False), ("/", False)):
            error = Traced(100 * self.ERROR, Derived(operation, (100.0, self.ERROR.origin)))
            assert (text_problems(number(error), FILES) == []) == fine

    def test_a_number_without_origin_in_a_chart_is_found(self):
        chart = PANELS["between"].charts[0]
        where = next(islice(chart.origins, 5, None))
        fewer = {place: origin for place, origin in chart.origins.items() if place != where}
        assert len(recompute.chart_problems(replace(chart, origins=fewer), FILES)) == 1

    @pytest.mark.parametrize(
        ("text", "value", "same"),
        [
            *(("6.1", 6.1499, True), ("6.1", 6.151, False), ("6.2", 6.15, True)),
            *(("−0.2", -0.21, True), ("−0.2", 0.2, False), ("+0.2", -0.2, False)),
            *(("1,200", 1200, True), ("1,200", 1201, False), ("0.0", -0.04, True)),
        ],
    )
    def test_rounding(self, text: str, value: float, same: bool):
        assert rounds_to(text, value) == same

    def test_models_that_are_swapped_are_found(self):
        results = evidence.read("generalisation")
        panel = generalisation.panel(results, paper())
        swapped = replace(panel, says=[_swapped(says) for says in panel.says])
        assert recompute.panel_problems(swapped, FILES) == []  # for the numbers are right
        assert roles.panel_problems(swapped, FILES) != []

    @pytest.mark.parametrize("name", ["generalisation", "adversarial", "between", "population"])
    def test_rows_and_columns_that_are_swapped_are_found(self, name: str):
        panel = PANELS[name]
        first, second, *rows = ([*row] for row in panel.table.rows)
        first[1], second[1] = second[1], first[1]
        assert _role_problems(panel, [first, second, *rows]) != []
        first, *rows = ([*row] for row in panel.table.rows)
        at = 3 if name in ("generalisation", "adversarial") else 2
        first[1], first[at] = first[at], first[1]
        assert _role_problems(panel, [first, *rows]) != []

    def test_lines_that_are_swapped_are_found(self):
        for chart in (chart for name in ("corrupted", "between") for chart in PANELS[name].charts):
            assert list(roles.chart_problems(_renamed(chart), FILES)) != [] or ".ends" in chart.title
            assert list(roles.chart_problems(chart, FILES)) == []

    def test_a_chart_of_another_part_of_the_file_is_found(self):
        first, second, *_ = PANELS["corrupted"].charts
        assert list(roles.chart_problems(replace(first, title=second.title), FILES)) != []


def _is_tie(part: Part) -> bool:
    """Whether a value lies halfway, as 14.85 of 14.8 and 14.9, so that both are right."""
    _, _, decimals = part.text.partition(".")
    halves = 2 * recompute.evaluate(part.origin, FILES) * 10 ** len(decimals)
    return abs(halves - round(halves)) < 1e-6 and round(halves) % 2 == 1


def _swapped(says: Says) -> Says:
    swap = {"erm": "mixup", "mixup": "erm"}
    values = {name: says.values.get(swap.get(name, name), "") for name in says.values}
    return replace(says, values=values)


def _role_problems(panel: Panel, rows: list[list[str]]) -> list[str]:
    return list(roles.table_problems(replace(panel.table, rows=rows), FILES))


def _changed(chart: Chart, change: Callable[[Any], None]) -> Chart:
    figure = type(chart.figure)(chart.figure)
    change(figure)
    return replace(chart, figure=figure)


def _bent(chart: Chart, k: int) -> Chart:
    """The chart with one number of one trace changed in its third digit."""

    def bend(figure: Any) -> None:
        trace = figure.data[k]
        name = "x" if isinstance(trace.x[-1], float) and figure.layout.yaxis.visible is False else "y"
        trace[name] = [*trace[name][:-1], trace[name][-1] * 1.005 + 1e-4]

    return _changed(chart, bend)


def _renamed(chart: Chart) -> Chart:
    """The chart with the names of ERM and mixup swapped."""

    def rename(figure: Any) -> None:
        for trace in figure.data:
            swap = {"erm": "mixup", "mixup": "erm"}
            trace.name = trace.name and re.sub("erm|mixup", lambda m: swap[m[0]], trace.name)

    return _changed(chart, rename)
