"""The picture of a training's maps holds what the page paints."""

from threading import Event

import numpy as np
import plotly.graph_objects as go
import pytest

from mixup_demo.figures import theme
from mixup_demo.serving.services import Services
from mixup_demo.toy.results import MODELS, Frame, Points
from mixup_demo.views.toy import trainings as playground
from mixup_demo.views.toy.figures.maps import COLOURS, toy_map_figure
from mixup_demo.views.toy.payload import class_names
from tests.toy.kit import small

NAMES = class_names("blobs3", 3)
#: traces of a model: map, boundary, and the points of three classes
TRACES = 5


def halves(figure: go.Figure) -> tuple[tuple, tuple]:
    """The traces of ERM and those of mixup."""
    return figure.data[:TRACES], figure.data[TRACES:]


@pytest.fixture(scope="module")
def services() -> Services:
    return Services()


@pytest.fixture(scope="module")
def training(services: Services) -> playground.Training:
    return playground.training(services, small(dataset="blobs3"))


@pytest.fixture(scope="module")
def points(training: playground.Training) -> Points:
    return training.points


@pytest.fixture(scope="module")
def last(training: playground.Training) -> Frame:
    return (training.frames.items(60, Event()) or [])[-1]


def test_a_cell_has_its_class_and_how_far_it_is_above_chance(points: Points, last: Frame):
    figure = toy_map_figure(points, last, NAMES)
    for index, traces in enumerate(halves(figure)):
        probabilities = last.maps[index].astype(float)
        z = np.array(traces[0].z)
        assert np.array_equal(np.floor(z), probabilities.argmax(axis=0))
        row, column = 10, 50
        above = (3 * probabilities[:, row, column].max() - 1) / 2
        assert z[row, column] % 1 == pytest.approx(0.999 * theme.MAP_STRENGTH * above, abs=1e-3)
        scale = traces[0].colorscale
        assert [stop[1] for stop in scale[1::2]] == [theme.var(name) for name in COLOURS[:3]]


def test_points_have_the_colour_and_name_of_their_label(points: Points, last: Frame):
    figure = toy_map_figure(points, last, NAMES)
    for traces in halves(figure):
        for number, trace in enumerate(traces[2:]):
            own = points.train[points.labels == number]
            assert np.allclose(np.stack([trace.x, trace.y], axis=1), own, atol=1e-3)
            assert trace.marker.color == theme.var(COLOURS[number])
            assert trace.name == f"[[{NAMES[number]}]]"
    assert list(figure.layout.meta["panels"]) == ["[[model.erm]]", "[[model.mixup]]"]


def test_the_boundary_lies_between_cells_of_different_classes(points: Points, last: Frame):
    boundary = toy_map_figure(points, last, NAMES).data[1]
    classes = last.maps[0].argmax(axis=0)
    places = np.array(
        [[x, y] for x, y in zip(boundary.x, boundary.y, strict=True) if x is not None]
    )
    assert len(places) > 20
    cells = np.rint((places + 1.25) / 2.5 * 64 - 0.5).astype(int)
    for column, row in cells.tolist():
        near = classes[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
        assert len(np.unique(near)) > 1


def test_the_frame_is_the_last_one_before_the_step(
    services: Services, training: playground.Training
):
    frames = playground.all_frames(services, small(dataset="blobs3"))
    assert playground.frame_at(frames, 5000).step == 60
    assert playground.frame_at(frames, 0).step == 0
    assert playground.frame_at(frames, 31).step == max(s for s in training.recorded if s <= 31)


def test_a_file_of_the_maps_holds_class_and_probability(points: Points, last: Frame):
    for index, (field, *_) in enumerate(halves(toy_map_figure(points, last, NAMES))):
        probabilities = last.maps[index].astype(float)
        assert field.hoverinfo != "skip"  # what is left out of files
        assert field.name == f"[[model.{MODELS[index]}]]"
        np.testing.assert_allclose(field.customdata, probabilities.max(axis=0), atol=5e-4)
        named = [[f"[[{NAMES[number]}]]" for number in row] for row in probabilities.argmax(axis=0)]
        assert np.array_equal(field.text, named)
