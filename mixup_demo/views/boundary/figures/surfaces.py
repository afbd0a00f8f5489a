"""Surfaces over a plane of images: how sure a model is, or how far its first class leads."""

from itertools import product
from typing import Any

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.results import Plane

#: of the left and of the right model
SCENES = ("scene", "scene2")
#: of the classes: A's, B's, C's, and all others
COLOURS = ("class-a", "class-b", "class-c", "class-other")
#: classes besides the images' own that are named beside maps of many classes, and the share of the
#: maps from which on
OTHERS, LEAST = 6, 0.01
#: of a square surface, in the camera's units
SIDE = 0.9
#: size of the ticks' font; without it they outgrow the titles in a large window
TICKS = 14


def surface_figure(plane: Plane, height: str) -> go.Figure:
    """Draw one surface a model, coloured by the class that is named.

    Args:
        height: "confidence" or "margin".
    """
    figure = go.Figure(
        layout=theme.layout(
            scene={**_scene(plane, height), "domain": {"x": [0, 0.49], "y": [0, 1]}},
            scene2={**_scene(plane, height), "domain": {"x": [0.51, 1], "y": [0, 1]}},
            margin={"l": 0, "r": 0, "t": 30, "b": 0},
            annotations=_names(plane),
        )
    )
    for scene, model in zip(SCENES, plane.answers, strict=True):
        figure.add_trace(_surface(plane, model, height).update(scene=scene))
    return figure


def _names(plane: Plane) -> list[dict[str, Any]]:
    """Name the models over the middles of their scenes."""
    places = zip(plane.answers, theme.DASHES, (0.245, 0.755), strict=True)
    return [
        {
            **{"text": f"<b>[[model.{model}]]</b>", "x": x, "y": 1, "yanchor": "bottom"},
            **{"xref": "paper", "yref": "paper", "showarrow": False},
            "font": {"color": theme.var(mark)},
        }
        for model, mark, x in places
    ]


def _surface(plane: Plane, model: str, height: str) -> go.Surface:
    """Return the surface of the grid's cells, each of one colour.

    Plotly blends the colours of neighbouring points, and between two classes' lie others': so each
    inner line of the grid stands twice, where one cell ends and the next begins.
    """
    rows, columns = (np.repeat(np.arange(len(axis)), 2)[1:-1] for axis in (plane.y, plane.x))
    z = getattr(plane.answers[model], height).astype(float)[np.ix_(rows, columns)]
    return go.Surface(
        x=np.round(plane.x[columns], 3).tolist(),
        y=np.round(plane.y[rows], 3).tolist(),
        z=np.round(z, 3).tolist(),
        surfacecolor=_cell_colours(plane, model, height).repeat(2, 0).repeat(2, 1).tolist(),
        name=f"[[model.{model}]]",
        cmin=-0.5,
        cmax=len(COLOURS) - 0.5,
        colorscale=_steps(),
        showscale=False,
        hovertemplate="%{z:.0%}<extra>%{fullData.name}</extra>",
    )


def _cell_colours(plane: Plane, model: str, height: str) -> np.ndarray:
    """Return what `corners` says of each cell's highest point, (R − 1, R − 1)."""
    heights, belongs = getattr(plane.answers[model], height), corners(plane, model)
    windows = ((slice(None, -1), slice(1, None)) for _ in "yx")
    places = [np.s_[row, column] for row, column in product(*windows)]
    highest = np.argmax([heights[place] for place in places], axis=0)
    found: np.ndarray = np.choose(highest, [belongs[place] for place in places])
    return found


def occurring(plane: Plane) -> list[int]:
    """Return the classes besides the images' own that cover the maps, those of the largest first.

    At most `OTHERS`; a class counts from 1 % of the maps on.
    """
    maps = np.concatenate([answers.classes.ravel() for answers in plane.answers.values()])
    classes, counts = np.unique(maps, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    large = classes[order][counts[order] >= LEAST * len(maps)].tolist()
    return [index for index in large if index not in plane.labels][:OTHERS]


def corners(plane: Plane, model: str) -> np.ndarray:
    """Return to which image's class each point belongs: 0, 1, 2, or 3 for none of them, (R, R)."""
    classes = plane.answers[model].classes
    belongs = np.full(classes.shape, len(plane.labels))
    for corner in reversed(range(len(plane.labels))):  # of two images of one class, the first
        belongs[classes == plane.labels[corner]] = corner
    return belongs


def _steps() -> list[list[Any]]:
    """Return a scale of one colour a step."""
    edges = np.linspace(0, 1, len(COLOURS) + 1)
    pairs = zip(COLOURS, edges[:-1], edges[1:], strict=True)
    return [[float(edge), theme.var(name)] for name, *ends in pairs for edge in ends]


def _scene(plane: Plane, height: str) -> dict[str, Any]:
    """Return what stands around a surface, whose sides are to each other as the plane's are."""
    longer = float(np.ptp(plane.x) / np.ptp(plane.y)) ** 0.5
    quiet = {
        **{"showbackground": False, "gridcolor": theme.var("line"), "color": theme.var("muted")},
        "tickfont": {"size": TICKS},
    }
    return {
        "xaxis": {**quiet, "title": {"text": "[[plane.axis.x]]"}},
        "yaxis": {**quiet, "title": {"text": "[[plane.axis.y]]"}, "nticks": 4},
        "zaxis": {
            **quiet,
            "title": {"text": f"[[plane.axis.{height}]]"},
            "range": [0, 1.02],
            "tickformat": ".0%",
            "dtick": 0.5,
        },
        "camera": {
            "eye": {"x": 0.55, "y": -2.5, "z": 1.05},  # far enough that no title is cut off
            "center": {"x": 0.02, "y": 0, "z": -0.14},
        },
        "aspectmode": "manual",
        "aspectratio": {"x": SIDE * longer, "y": SIDE / longer, "z": 0.62},
    }
