import statistics

import plotly.graph_objects as go
import pytest

from mixup_demo import texts
from mixup_demo.evidence.distribution_figures import distribution_figure, mark_traces
from mixup_demo.evidence.population_figures import (
    curve_figure,
    difference_figure,
    standardised,
)
from mixup_demo.evidence.population_file import measures
from mixup_demo.figures import theme
from tests.evidence import kit
from tests.kit import words

RESULTS = kit.population(pairs=40, planes=30, attacked=20)


def points(figure: go.Figure) -> dict[str, go.Scatter]:
    return {trace.name: trace for trace in figure.data if trace.mode == "markers"}


@pytest.mark.parametrize(("name", "sign"), [("boundary_thickness", 1), ("steepest_slope", -1)])
def test_differences_are_in_standard_deviations_of_erm_towards_smoother(name: str, sign: int):
    one = measures(RESULTS)[name]
    sd = statistics.stdev(one["erm"])
    value, low, high = standardised(name, one)
    assert value == pytest.approx(sign * one["difference"] / sd)
    assert sorted((sign * low, sign * high)) == pytest.approx([end / sd for end in one["interval"]])
    assert 0 < low < value < high  # mixup is smoother by both


def test_the_difference_plot_has_every_measure_around_zero():
    figure = difference_figure(RESULTS)
    marks = points(figure)
    assert len(marks) == len(measures(RESULTS)) == 12
    for name, one in measures(RESULTS).items():
        room = (
            "plane" if name in ("fragmentation", "foreign_share", "boundary_length") else "measure"
        )
        mark = marks[f"[[{room}.{name}]]"]
        value, low, high = standardised(name, one)
        assert mark.x[0] == value
        assert mark.x[0] - mark.error_x.arrayminus[0] == pytest.approx(low)
        assert mark.x[0] + mark.error_x.array[0] == pytest.approx(high)
    (line,) = [shape for shape in figure.layout.shapes if shape.type == "line"]
    assert line.x0 == line.x1 == 0


def test_marks_tell_who_is_smoother_by_place_fill_and_colour():
    marks = points(difference_figure(RESULTS))

    def look(name: str) -> tuple[bool, str, str]:
        marker = marks[f"[[{name}]]"].marker
        return marks[f"[[{name}]]"].x[0] > 0, marker.symbol, marker.color

    assert look("measure.steepest_slope") == (True, "circle", "var(--mixup)")
    assert look("plane.fragmentation") == (False, "circle", "var(--erm)")
    assert look("measure.miss_rate")[1:] == ("circle-open", "var(--control)")


def test_the_hover_tells_raw_values():
    mark = points(difference_figure(RESULTS))["[[measure.steepest_slope]]"]
    assert "mixup − ERM: −3 (−3.5 – −2.5) [[measure.steepest_slope.unit]]" in mark.hovertemplate
    assert "%{x} [[population.deviations]]" in mark.hovertemplate


def test_a_measure_that_never_varies_has_no_row():
    results = kit.population()
    measures(results)["miss_rate"]["erm"][:] = [0.0] * 6
    assert "[[measure.miss_rate]]" not in points(difference_figure(results))
    assert len(points(difference_figure(results))) == 11


@pytest.mark.parametrize("name", ["own", "gradient_norm", "confidence"])
def test_curves_have_a_median_and_a_band_each(name: str):
    figure = curve_figure(RESULTS, name)
    curves = RESULTS["values"]["pairs"]["curves"][name]
    lines = {trace.name: trace for trace in figure.data if trace.name}
    bands = [trace for trace in figure.data if trace.fill == "toself"]
    for model, band in zip(("erm", "mixup"), bands, strict=True):
        line = lines[f"[[model.{model}]]"]
        assert list(line.y) == curves[model]["median"]
        assert line.line.dash == theme.DASHES[model]
        assert list(band.y) == [*curves[model]["high"], *reversed(curves[model]["low"])]
        assert band.fillcolor == line.line.color == f"var(--{model})"
    diagonals = [trace for trace in figure.data if list(trace.x) == [0, 1]]
    assert len(diagonals) == (name == "own")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_resolved_charts_hold_no_placeholder(language: str):
    for figure in (
        distribution_figure(RESULTS, "foreign_share").add_traces(
            mark_traces(RESULTS, "foreign_share", {"erm": 0.2})
        ),
        difference_figure(RESULTS),
        curve_figure(RESULTS, "own"),
    ):
        text = theme.resolve(figure, "dark", words(language)).to_json()
        assert "var(--" not in text
        assert "[[" not in text.replace("[[0", "")
