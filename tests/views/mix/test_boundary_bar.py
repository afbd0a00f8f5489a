"""The path chart's bar: as long as the table's boundary thickness says, and where it says."""

import numpy as np
import plotly.graph_objects as go
import pytest

from mixup_demo.results import Sweep
from mixup_demo.views.mix.figures.path import BAR, path_figure, stretches
from tests.kit import renamed, sweep


def trace(figure: go.Figure, name: str, axis: str) -> go.Scatter:
    (found,) = (t for t in figure.data if t.name == f"[[chart.{name}]]" and t.xaxis == axis)
    return found


def bars(figure: go.Figure, axis: str) -> list[tuple[float, float]]:
    """Start and end of each part of the bar, after a look that parts are apart."""
    drawn = trace(figure, "boundary", axis)
    assert set(drawn.x[2::3]) <= {None}
    assert set(drawn.y) <= {BAR, None}
    return list(zip(drawn.x[::3], drawn.x[1::3], strict=True))


@pytest.mark.parametrize("labels", [(2, 1), (1, 2), (3, 0)])
def test_the_bar_is_as_long_as_the_boundary_is_thick(labels: tuple[int, int]):
    answered = sweep(labels)
    figure = path_figure(answered)
    for axis, answers in zip(("x", "x2"), answered.answers.values(), strict=True):
        extent = sum(end - start for start, end in bars(figure, axis))
        expected = answers.smoothness.boundary_thickness
        assert extent * answered.distance == pytest.approx(expected)


def test_the_bar_lies_where_a_leads_by_less_than_three_quarters():
    figure = path_figure(sweep())
    assert bars(figure, "x") == []  # ERM jumps over the boundary
    ((start, end),) = bars(figure, "x2")
    # mixup's lead is 0.9 (2 λ − 1): above 0 from λ = 0.51, under 0.75 up to λ = 0.91
    assert (start, end) == pytest.approx((51 / 101, 92 / 101))


def test_hover_and_table_say_the_lead_and_whether_it_is_the_boundary():
    said = trace(path_figure(sweep()), "lead", "x2")
    assert said.hovertemplate == "%{text}"
    assert said.line.width == 0
    assert said.text[0] == "−90.0\N{NO-BREAK SPACE}[[chart.points]]"
    assert said.text[50] == "+0.0\N{NO-BREAK SPACE}[[chart.points]]"
    assert said.text[75] == "+45.0\N{NO-BREAK SPACE}[[chart.points]] [[chart.inside]]"
    assert said.text[100] == "+90.0\N{NO-BREAK SPACE}[[chart.points]]"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ([0, 0, 0, 0], []),
        ([1, 1, 1, 1], [(0, 1)]),
        ([1, 0, 1, 1], [(0, 0.25), (0.5, 1)]),
        ([0, 1, 0, 0], [(0.25, 0.5)]),
    ],
)
def test_stretches_are_the_runs_of_points(inside: list[int], expected: list[tuple[float, float]]):
    assert stretches(np.array(inside, bool)) == expected


def test_stretches_cover_the_share_of_points():
    inside = np.random.default_rng(0).random(101) < 0.5
    lengths = [end - start for start, end in stretches(inside)]
    assert sum(lengths) == pytest.approx(inside.mean())


@pytest.mark.parametrize("names", [("erm", "mixup"), ("small-mixup-0.2", "small-cutmix-1")])
def test_each_panel_belongs_to_one_model_left_and_right(names: tuple[str, str]):
    answered: Sweep = renamed(sweep(), names)
    for axis, name in zip(("x", "x2"), names, strict=True):
        panel = [t for t in path_figure(answered).data if t.xaxis == axis]
        assert {t.meta for t in panel} == {f"[[model.{name}]]"}
        assert {t.stackgroup for t in panel} == {name, None}
