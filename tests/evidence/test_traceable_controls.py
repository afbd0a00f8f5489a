"""Controls of the checks of numbers: each has to fail on what it is for."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence import generalisation
from mixup_demo.evidence.origins import Derived, Part, Shown, Source, parts_of
from mixup_demo.evidence.panel import Chart, Panel, Says, Table, number, percent
from mixup_demo.evidence.trace import Traced, file_values, show
from mixup_demo.texts.paper import numbers as paper
from tests.evidence import recompute, roles
from tests.evidence.panels import real_panel, real_panels
from tests.evidence.recompute import Files, rounds_to, table_problems, text_problems

FILES = Files()
SWAP = {"erm": "mixup", "mixup": "erm"}

ERROR = file_values(evidence.read("generalisation"))["values"]["groups"][1]["erm"]["mean"]
BUNDLED = file_values(evidence.read("generalisation"))["values"]["groups"][0]["erm"]["mean"]


def _wrong_digits(text: str) -> Iterator[str]:
    for k, letter in enumerate(text):
        if letter.isdigit():
            yield text[:k] + str((int(letter) + 1) % 10) + text[k + 1 :]


def test_a_wrong_digit_anywhere_is_found():
    cells = [cell for panel in real_panels() for row in panel.table.rows for cell in row]
    cells += [v for panel in real_panels() for says in panel.says for v in says.values.values()]
    tried = 0
    for part in (part for cell in cells for part in parts_of(cell) if part.origin):
        for text in _wrong_digits(part.text):
            wrong = replace(part, text=text)
            assert text_problems(text, FILES, (wrong,)) != [] or _is_tie(part), part
            tried += 1
    assert tried > 2000


def test_a_wrong_value_in_a_chart_is_found():
    tried = 0
    for chart in (chart for panel in real_panels() for chart in panel.charts):
        copy = _changed(chart, lambda figure: None)  # of all its traces once: that takes longest
        for k in range(0, len(chart.figure.data), 2):
            with _bent(copy.figure, k):
                assert recompute.chart_problems(copy, FILES) != [], (chart.title, k)
            tried += 1
        assert recompute.chart_problems(copy, FILES) == []
    assert tried > 50


@pytest.mark.parametrize("text", ["6.1", "12", "0", "mixup, α = 0.2", "ResNet-18", "± 3"])
def test_a_number_typed_by_hand_is_found(text: str):
    assert text_problems(text, FILES) != []
    assert text_problems("[[evidence.ours]] " + Shown([Part(text)]), FILES) != []
    assert table_problems(Table(["[[model.erm]]"], [[text]]), FILES) != []


def test_a_number_that_lost_its_source_is_found():
    assert text_problems(percent(ERROR), FILES) == []
    assert text_problems(f"{percent(ERROR)} %", FILES) != []
    assert text_problems(f"{ERROR:.3f}", FILES) != []
    assert text_problems(percent(float(ERROR)), FILES) != []


def test_a_constant_in_a_sum_is_found():
    assert text_problems(number(1 - ERROR), FILES) == []
    assert text_problems(number(ERROR + 0.25), FILES) != []
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
def test_a_wrong_key_is_found(source: Source):
    right = Source("results/generalisation", ("values", "groups", 0, "erm", "mean"))
    assert text_problems(show(Traced(float(BUNDLED), right), ".4f"), FILES) == []
    assert text_problems(show(Traced(float(BUNDLED), source), ".4f"), FILES) != []


def test_a_wrong_operation_is_found():
    for operation, fine in (("*", True), ("+", False), ("/", False)):
        error = Traced(100 * ERROR, Derived(operation, (100.0, ERROR.origin)))
        assert (text_problems(number(error), FILES) == []) == fine


def test_a_number_without_origin_in_a_chart_is_found():
    chart = real_panel("between").charts[0]
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
def test_rounding(text: str, value: float, same: bool):
    assert rounds_to(text, value) == same


def test_models_that_are_swapped_are_found():
    results = evidence.read("generalisation")
    panel = generalisation.panel(results, paper())
    findings = [replace(one, says=[*map(_swapped, one.says)]) for one in panel.findings]
    swapped = replace(panel, findings=findings)
    assert recompute.panel_problems(swapped, FILES) == []  # for the numbers are right
    assert roles.panel_problems(swapped, FILES) != []


@pytest.mark.parametrize("name", ["generalisation", "adversarial", "between", "population"])
def test_rows_and_columns_that_are_swapped_are_found(name: str):
    panel = real_panel(name)
    first, second, *rows = ([*row] for row in panel.table.rows)
    first[1], second[1] = second[1], first[1]
    assert _role_problems(panel, [first, second, *rows]) != []
    first, *rows = ([*row] for row in panel.table.rows)
    at = 3 if name in ("generalisation", "adversarial") else 2
    first[1], first[at] = first[at], first[1]
    assert _role_problems(panel, [first, *rows]) != []


def test_a_list_with_the_value_of_another_cell_is_found():
    says = next(one for one in real_panel("generalisation").says if "list" in one.values)
    assert list(roles.says_problems(says, FILES)) == []
    parts = [*parts_of(says.values["list"])]
    first, second, *_ = (k for k, part in enumerate(parts) if "mean" in str(part.origin))
    parts[first], parts[second] = parts[second], parts[first]
    moved = replace(says, values={**says.values, "list": Shown(parts)})
    assert recompute.says_problems(moved, FILES) == []  # for the numbers are right
    assert list(roles.says_problems(moved, FILES)) != []


def test_points_of_another_number_of_images_are_found():
    chart = real_panel("generalisation").charts[0]
    assert list(roles.chart_problems(chart, FILES)) == []
    first = chart.origins["data", 1, "x", 0]
    moved = {
        where: first if where == ("data", 1, "x", 1) else one
        for where, one in chart.origins.items()
    }
    assert list(roles.chart_problems(replace(chart, origins=moved), FILES)) != []


def test_lines_that_are_swapped_are_found():
    charts = [chart for name in ("corrupted", "between") for chart in real_panel(name).charts]
    lines = [chart for chart in charts if not re.search(r"\.ends|smoothness", chart.title)]
    for chart in lines:
        assert list(roles.chart_problems(_renamed(chart), FILES)) != [], chart.title
        assert list(roles.chart_problems(chart, FILES)) == []


@pytest.mark.parametrize("stage", ["trained", "calibrated"])
def test_points_of_another_measure_or_stage_are_found(stage: str):
    title = f"evidence.smoothness.chart.{stage}.scarce"
    (chart,) = (one for one in real_panel("between").charts if one.title == title)
    assert list(roles.chart_problems(chart, FILES)) == []
    other = {"trained": "calibrated"}.get(stage, "trained")
    other = f"evidence.smoothness.chart.{other}.scarce"
    assert list(roles.chart_problems(replace(chart, title=other), FILES)) != []

    def rename(figure: Any) -> None:
        figure.data[1].name = "[[measure.label_gap]]"  # is the miss rate of a seed

    assert len(list(roles.chart_problems(_changed(chart, rename), FILES))) == 2  # of ERM's mean too


def test_a_number_of_another_measure_is_found():
    measures = file_values(evidence.read("between"))["values"]["measures"]
    says = real_panel("between").says[1]
    assert list(roles.says_problems(says, FILES)) == []
    other = replace(says, values={**says.values, "erm": number(measures["label_gap"]["erm"])})
    assert recompute.says_problems(other, FILES) == []
    assert len(list(roles.says_problems(other, FILES))) == 1


def test_a_line_of_another_error_is_found():
    (chart,) = (
        one for one in real_panel("generalisation").charts if one.title == "evidence.alpha.chart"
    )
    (k,) = (k for k, one in enumerate(chart.figure.data) if "train-error" in one.name)

    def rename(figure: Any) -> None:
        figure.data[k].name = "[[evidence.axis.test-error]]"

    assert list(roles.chart_problems(chart, FILES)) == []
    assert list(roles.chart_problems(_changed(chart, rename), FILES)) != []


def test_a_chart_of_another_part_of_the_file_is_found():
    first, second, *_ = real_panel("corrupted").charts
    assert list(roles.chart_problems(replace(first, title=second.title), FILES)) != []


def _is_tie(part: Part) -> bool:
    """Whether a value lies halfway, as 14.85 of 14.8 and 14.9, so that both are right."""
    _, _, decimals = part.text.partition(".")
    halves = 2 * recompute.evaluate(part.origin, FILES) * 10 ** len(decimals)
    return abs(halves - round(halves)) < 1e-6 and round(halves) % 2 == 1


def _swapped(says: Says) -> Says:
    values = {name: says.values.get(SWAP.get(name, name), "") for name in says.values}
    return replace(says, values=values)


def _role_problems(panel: Panel, rows: list[list[str]]) -> list[str]:
    return list(roles.table_problems(replace(panel.table, rows=rows), FILES))


def _changed(chart: Chart, change: Callable[[Any], None]) -> Chart:
    figure = type(chart.figure)(chart.figure)
    change(figure)
    return replace(chart, figure=figure)


@contextmanager
def _bent(figure: Any, k: int) -> Iterator[None]:
    """Change one number of one trace in its third digit, for as long as the context lasts."""
    trace = figure.data[k]
    across = isinstance(trace.x[-1], float) and figure.layout.yaxis.visible is False
    name = "x" if across else "y"
    before = trace[name]
    trace[name] = [*before[:-1], before[-1] * 1.005 + 1e-4]
    yield
    trace[name] = before


def _renamed(chart: Chart) -> Chart:
    """The chart with the names of ERM and mixup swapped."""

    def rename(figure: Any) -> None:
        for trace in figure.data:
            trace.name = trace.name and re.sub("erm|mixup", lambda m: SWAP[m[0]], trace.name)

    return _changed(chart, rename)
