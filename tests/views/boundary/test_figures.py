"""Surfaces over a plane."""

from dataclasses import replace

import numpy as np
import pytest

from mixup_demo.figures import theme
from mixup_demo.views.boundary.figures.maps import FADING, FAINT, map_figure
from mixup_demo.views.boundary.figures.surfaces import (
    COLOURS,
    corners,
    occurring,
    surface_figure,
)
from tests.serving.plane_kit import plane


def test_the_classes_that_occur_besides_the_images_own_are_told_the_largest_first():
    assert occurring(plane()) == [3]  # the dog, beyond the right edge of ERM's map
    shown = plane()
    small = shown.answers["erm"].classes.copy()
    small[small == 3] = 2
    small[0, 0] = 3  # one cell of two maps of 24 x 24
    answers = {**shown.answers, "erm": replace(shown.answers["erm"], classes=small)}
    assert occurring(replace(shown, answers=answers)) == []


@pytest.mark.parametrize("height", ["confidence", "margin"])
def test_one_surface_a_model_at_the_height_asked_for(height: str):
    shown = plane()
    figure = surface_figure(shown, height)
    assert [trace.type for trace in figure.data] == ["surface", "surface"]
    assert [trace.scene for trace in figure.data] == ["scene", "scene2"]
    for trace, answers in zip(figure.data, shown.answers.values(), strict=True):
        # each inner line of the grid stands twice: where one cell ends and the next begins
        assert np.allclose(
            np.array(trace.z)[::2, ::2], getattr(answers, height)[:-1, :-1], atol=5e-4
        )
        assert np.allclose(
            np.array(trace.z)[1::2, 1::2], getattr(answers, height)[1:, 1:], atol=5e-4
        )
        assert np.allclose((trace.x[::2], trace.x[1::2]), (shown.x[:-1], shown.x[1:]), atol=5e-4)
        assert np.allclose((trace.y[::2], trace.y[1::2]), (shown.y[:-1], shown.y[1:]), atol=5e-4)
    assert {scene.zaxis.title.text for scene in (figure.layout.scene, figure.layout.scene2)} == {
        f"[[plane.axis.{height}]]"
    }


def test_colours_are_those_of_the_images_classes_and_grey():
    shown = plane()
    for trace, (model, answers) in zip(
        surface_figure(shown, "margin").data, shown.answers.items(), strict=True
    ):
        expected = {2: 0, 1: 1, 0: 2, 3: 3}  # class -> the image it belongs to, or none
        belongs = np.vectorize(expected.get)(answers.classes)
        assert np.array_equal(belongs, corners(shown, model))
        found = np.array(trace.surfacecolor)
        for row, column in np.ndindex(len(shown.y) - 1, len(shown.x) - 1):
            four = np.s_[row : row + 2, column : column + 2]
            highest = answers.margin[four].argmax()
            cell = found[2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
            assert (cell == belongs[four].flat[highest]).all()
        used = {colour for _, colour in trace.colorscale}
        assert used == {theme.var(name) for name in COLOURS}


def test_models_are_named_and_both_scenes_have_one_scale():
    figure = surface_figure(plane(), "margin")
    assert [note.text for note in figure.layout.annotations] == [
        "<b>[[model.erm]]</b>",
        "<b>[[model.mixup]]</b>",
    ]
    left, right = figure.layout.scene, figure.layout.scene2
    assert left.zaxis.range == right.zaxis.range
    assert left.camera == right.camera


def test_maps_are_coloured_by_class_and_confidence():
    shown = plane()
    figure = map_figure(shown)
    assert [trace.type for trace in figure.data] == ["heatmap", "scatter", "scatter", "scatter"] * 2
    for trace, (model, answers) in zip(figure.data[::4], shown.answers.items(), strict=True):
        z = np.array(trace.z)
        assert np.array_equal(np.floor(z), corners(shown, model))
        strength = FAINT + (1 - FAINT) * answers.confidence**FADING
        assert np.allclose(z - np.floor(z), strength, atol=2e-3)
        assert [colour for _, colour in trace.colorscale[::2]] == [theme.var("card")] * 4
        assert [colour for _, colour in trace.colorscale[1::2]] == [theme.var(c) for c in COLOURS]


def test_disagreement_pales_the_cells_that_the_page_pales_and_says_so():
    shown = plane()
    agree = shown.answers["erm"].classes == shown.answers["mixup"].classes
    assert 0 < agree.sum() < agree.size
    plain, differing = map_figure(shown), map_figure(shown, "difference")
    assert differing.layout.meta["note"] == "[[plane.legend.same]]"
    assert "note" not in plain.layout.meta
    for before, trace in zip(plain.data[::4], differing.data[::4], strict=True):
        z = np.array(trace.z)
        assert np.array_equal(z[~agree], np.array(before.z)[~agree])
        assert np.allclose((z - np.floor(z))[agree], FAINT / 2, atol=2e-3)
        assert np.array_equal(np.floor(z), np.floor(before.z))


@pytest.mark.parametrize("show", ["classes", "difference"])
def test_a_file_of_the_maps_holds_class_and_confidence_as_they_are_shown(show: str):
    shown = plane()
    models = list(shown.answers.values())
    pale = (models[0].classes == models[1].classes) & (show == "difference")
    for trace, answers in zip(map_figure(shown, show).data[::4], models, strict=True):
        assert trace.hoverinfo == "none"  # "skip" leaves a trace out of the file
        names = [[shown.classes[index] for index in row] for row in answers.classes]
        assert [[text[8:-2] for text in row] for row in trace.text] == names
        confidence = np.array(trace.customdata, float)
        assert np.array_equal(np.isnan(confidence), pale)
        assert np.allclose(confidence[~pale], answers.confidence[~pale], atol=5e-4)


def test_boundaries_lie_between_cells_of_different_classes():
    shown = plane()
    lines = map_figure(shown).data[5]  # mixup's: halfway between the images, whatever the margin
    x, y = (np.array(values, float).reshape(-1, 3)[:, 0] for values in (lines.x, lines.y))
    distances = np.linalg.norm(np.stack([x, y], -1)[:, None] - shown.positions, axis=-1)
    nearest, second = np.sort(distances, axis=1)[:, :2].T
    assert len(x) > 20
    assert np.abs(nearest - second).max() < 1.2  # of a side of 12 and 15, in cells of 0.5


def test_images_are_marked_where_they_lie():
    shown = plane()
    marks = map_figure(shown).data[2]
    assert np.allclose(np.stack([marks.x, marks.y], -1)[:3], shown.positions)
    assert list(marks.text)[:3] == ["A", "B", "C"]


def test_regions_are_named_by_their_class():
    shown = plane()
    for names, (model, answers) in zip(
        map_figure(shown).data[3::4], shown.answers.items(), strict=True
    ):
        assert len(names.text) == len(np.unique(answers.classes)), model
        for x, y, text in zip(names.x, names.y, names.text, strict=True):
            row, column = (np.abs(axis - at).argmin() for axis, at in ((shown.y, y), (shown.x, x)))
            assert text == f"[[class.{shown.classes[answers.classes[row, column]]}]]"
