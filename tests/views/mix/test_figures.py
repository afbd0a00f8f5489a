import re
from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import pytest

from mixup_demo.figures import measures, theme
from mixup_demo.views.mix.figures.gradient import gradient_figure
from mixup_demo.views.mix.figures.path import leaders, path_figure
from tests.kit import SENTENCES, renamed, sweep, words


def traces(figure: go.Figure, axis: str, stacked: bool) -> list[go.Scatter]:
    return [t for t in figure.data if t.xaxis == axis and bool(t.stackgroup) == stacked]


def test_of_many_classes_those_that_lead_somewhere_have_areas_of_their_own():
    swept = sweep((2, 1))
    led = swept.answers["mixup"].probabilities.copy()
    led[40:50] = np.array([0.1, 0.2, 0.1, 0.6])  # the dog leads on the way
    answers = {**swept.answers, "mixup": replace(swept.answers["mixup"], probabilities=led)}
    swept = replace(swept, answers=answers)
    assert leaders(swept) == [3]
    figure = path_figure(swept, long=True)
    names = ["[[chart.a]]", "[[class.dog]]", "[[chart.others]]", "[[chart.b]]"]
    for axis in ("x", "x2"):  # the same areas in both panels
        areas = traces(figure, axis, stacked=True)
        assert [t.name for t in areas] == names
        assert np.sum([t.y for t in areas], axis=0) == pytest.approx(np.ones(101), abs=3e-4)
    assert traces(figure, "x2", stacked=True)[1].y[45] == pytest.approx(0.6)
    shown = theme.resolve(figure, "light", {"chart.a": "A"}).data[0].name
    assert shown == "A"
    assert "dog" in [t.name for t in theme.resolve(figure, "light", {}).data]  # in no table


def test_before_all_points_are_there_no_steepest_place_is_told():
    assert path_figure(sweep()).layout.annotations
    assert not path_figure(sweep(), complete=False).layout.annotations


def test_the_path_chart_stacks_a_others_and_b_to_full_height():
    figure = path_figure(sweep())
    for axis in ("x", "x2"):
        areas = traces(figure, axis, stacked=True)
        assert [t.name for t in areas] == ["[[chart.a]]", "[[chart.others]]", "[[chart.b]]"]
        assert np.sum([t.y for t in areas], axis=0) == pytest.approx(np.ones(101), abs=3e-4)
        colours = [t.fillcolor for t in areas]
        assert colours == ["var(--class-a)", "var(--class-other)", "var(--class-b)"]
    erm, mixup = (traces(figure, axis, stacked=True) for axis in ("x", "x2"))
    assert erm[0].y[60] == 1
    assert erm[0].y[59] == 0
    assert mixup[1].y[50] == pytest.approx(0.1)


def test_the_soft_label_is_a_dashed_line_and_never_filled():
    for axis in ("x", "x2"):
        edge, line, *_ = traces(path_figure(sweep()), axis, stacked=False)
        assert line.line.dash == "dash"
        assert line.fill is None
        assert line.y == pytest.approx(np.linspace(0, 1, 101))
        assert edge.hoverinfo == "skip"


def test_two_images_of_one_class_have_no_area_of_b_no_boundary_and_no_slope():
    figure = path_figure(sweep((3, 3)))
    a, others = traces(figure, "x", stacked=True)
    assert (a.name, others.name) == ("[[chart.a]]", "[[chart.others]]")
    assert set(a.y) == {1}
    assert set(others.y) == {0}
    assert {t.name for t in traces(figure, "x", stacked=False)} == {"[[chart.target]]", None}
    assert not figure.layout.annotations


def test_leads_are_in_points_with_a_minus_sign_and_the_slope_in_the_reader_s_words():
    figure = theme.resolve(path_figure(sweep()), "light", words("ko"))
    lead = next(t for t in figure.data if t.name == words("ko")["chart.lead"])
    assert lead.text[0] == "−100.0\N{NO-BREAK SPACE}%p"
    assert figure.layout.annotations[0].text == "<b>절벽</b> 100.0배"
    english = theme.resolve(path_figure(sweep()), "light", words("en"))
    assert english.layout.annotations[0].text == "<b>cliff</b> 100.0&nbsp;×"


def test_the_gradient_chart_tells_models_by_dash_and_colour():
    erm, mixup = gradient_figure(sweep()).data
    assert (erm.name, mixup.name) == ("[[model.erm]]", "[[model.mixup]]")
    assert (erm.line.dash, mixup.line.dash) == ("solid", "dash")
    assert (erm.line.color, mixup.line.color) == ("var(--erm)", "var(--mixup)")
    assert erm.y[50] == pytest.approx(3.5)


def test_any_two_models_take_the_marks_of_left_and_right():
    names = ("small-mixup-8", "small-mixup-0.2")
    left, right = gradient_figure(renamed(sweep(), names)).data
    assert (left.name, right.name) == tuple(f"[[model.{name}]]" for name in names)
    assert (left.line.dash, right.line.dash) == ("solid", "dash")
    assert (left.line.color, right.line.color) == ("var(--erm)", "var(--mixup)")
    assert left.y[50] == pytest.approx(3.5)
    rows = {row["name"]: row for row in measures.rows(renamed(sweep(), names))}
    assert rows["steepest_slope"][names[0]] == "100.0"
    assert rows["steepest_slope"][names[1]] == "0.9"


def test_a_sweep_without_gradients_has_no_gradient_chart():
    with pytest.raises(ValueError, match="compute it with gradients=True"):
        gradient_figure(sweep(gradients=False))


@pytest.mark.parametrize("column", ["light", "dark"])
def test_resolve_leaves_no_placeholder(column: str):
    figure = theme.resolve(path_figure(sweep()), column, words("ko"))
    text = figure.to_json()
    assert "var(--" not in text
    assert "[[" not in text
    assert figure.data[0].fillcolor == theme.COLOURS["class-a"][("light", "dark").index(column)]


def luminance(colour: str) -> float:
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot([0.2126, 0.7152, 0.0722], linear))


def contrast(one: str, other: str, column: int) -> float:
    pair = [luminance(theme.COLOURS[name][column]) for name in (one, other)]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


CLASSES = ("class-a", "class-b", "class-c", "class-d")
TEXT = [
    ("ink", "card"),
    ("muted", "card"),
    ("muted", "ground"),
    ("ink", "ground"),
    ("warning", "card"),
    ("mixup", "card"),
    ("erm", "card"),
    ("on-model", "erm"),
    ("on-model", "mixup"),
    ("cutmix", "card"),
    ("on-model", "cutmix"),
    *((name, ground) for name in CLASSES for ground in ("card", "ground", "on-class")),
]
MARKS = [("control", "card"), ("focus", "card")]


@pytest.mark.parametrize("column", [0, 1])
def test_contrasts_meet_wcag_aa(column: int):
    low = [(pair, contrast(*pair, column)) for pair in TEXT if contrast(*pair, column) < 4.5]
    low += [(pair, contrast(*pair, column)) for pair in MARKS if contrast(*pair, column) < 3]
    assert low == []


def test_the_style_sheet_defines_every_colour_twice():
    light, dark = theme.style_sheet().split("\n")[:2]
    for name, (one, other) in theme.COLOURS.items():
        assert f"--{name}:{one};" in light
        assert f"--{name}:{other};" in dark


def test_the_table_shows_the_measures_of_both_models():
    rows = {row["name"]: row for row in measures.rows(sweep())}
    assert rows["steepest_slope"]["erm"] == "100.0"
    assert rows["steepest_slope"]["mixup"] == "0.9"
    assert rows["boundary_crossings"]["ideal"] == "1"
    assert all(f"measure.{name}{part}" in SENTENCES for name in rows for part in ("", ".help"))
    keys = re.findall(r"\[\[(.+?)\]\]", " ".join(row["ideal"] for row in rows.values()))
    assert keys
    assert all(key in SENTENCES for key in keys)


def test_shares_have_a_blank_before_the_per_cent_sign():
    (miss_rate,) = (row for row in measures.rows(sweep()) if row["name"] == "miss_rate")
    assert set(miss_rate.values()) == {"miss_rate", "0\N{NO-BREAK SPACE}%"}
    assert measures.written(0.0749, ".1%") == "7.5\N{NO-BREAK SPACE}%"
    assert measures.written(2.5, ".2f") == "2.50"


def test_between_two_images_of_one_class_no_boundary_can_be_too_narrow():
    ideals = {row["name"]: row["ideal"] for row in measures.rows(sweep((3, 3)))}
    assert (ideals["steepest_slope"], ideals["boundary_crossings"]) == ("0", "0")
    assert ideals["boundary_thickness"] == measures.NOTHING


def test_words_follow_from_the_numbers():
    answers = sweep().answers
    assert measures.verdict(answers["erm"].smoothness) == "verdict.jumps"
    assert measures.verdict(answers["mixup"].smoothness) == "verdict.glides"


def test_the_steepest_place_is_named_by_its_slope_and_pointed_at():
    swept = sweep()
    notes = path_figure(swept).layout.annotations
    assert [(note.xref, note.yref) for note in notes] == [("x", "y"), ("x2", "y2")]
    for note, answers in zip(notes, swept.answers.values(), strict=True):
        word = measures.verdict(answers.smoothness).removeprefix("verdict.")
        assert f"[[annotation.{word}]]" in note.text
        assert f"{answers.smoothness.steepest_slope:.1f}" in note.text
        changes = np.abs(np.diff(answers.probabilities, axis=0)).sum(axis=1)
        assert note.x == pytest.approx(swept.lam[changes.argmax()] + 0.005)
        # the word stands beside the middle, where the cursor is at first
        assert (note.axref, note.ayref) == (note.xref, note.yref)
        assert (note.ax < 0.5) == (note.x > 0.5) == (note.xanchor == "right")
        assert abs(note.ax - 0.5) == pytest.approx(0.02)
