"""Maps of a training on points: hue is the likeliest class, strength how sure it is."""

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.maps import PANELS, at_cells, colour_scale, with_gaps
from mixup_demo.probes.plane_outline import boundary_lines
from mixup_demo.toy.results import FRAME, MODELS, SIDE, Frame, Points

#: of the classes, in their order
COLOURS = ("class-a", "class-b", "class-c", "class-d")
#: middles of a map's cells, in both directions
CELLS = (np.arange(SIDE) + 0.5) / SIDE * 2 * FRAME - FRAME


def toy_map_figure(points: Points, frame: Frame, names: list[str]) -> go.Figure:
    """Draw both models' maps side by side, as the page paints them, with the training points.

    Args:
        points: what is trained on.
        frame: the moment; its first two models are ERM and mixup.
        names: text keys of the classes.

    Returns:
        A figure with a map, its boundary, and the points of each class, for each model.
    """
    figure = go.Figure(layout=_layout())
    for index, axes in enumerate(PANELS):
        probabilities = frame.maps[index].astype(np.float64)
        for trace in (
            _map(probabilities, MODELS[index], names),
            _lines(probabilities),
            *_points(points, names),
        ):
            figure.add_trace(trace.update(axes))
    return figure


def _map(probabilities: np.ndarray, model: str, names: list[str]) -> go.Heatmap:
    """Colour each cell: the whole number is its class, the rest how far it is above chance.

    A file of its numbers holds the class and its probability instead.
    """
    classes = len(probabilities)
    above = (classes * probabilities.max(axis=0) - 1) / (classes - 1)
    strength = theme.MAP_STRENGTH * np.clip(above, 0, 1)
    ticks = np.round(CELLS, 3).tolist()
    return go.Heatmap(
        x=ticks,
        y=ticks,
        z=np.round(probabilities.argmax(axis=0) + 0.999 * strength, 3).tolist(),
        customdata=np.round(probabilities.max(axis=0), 3).tolist(),
        text=np.array([f"[[{name}]]" for name in names])[probabilities.argmax(axis=0)].tolist(),
        name=f"[[model.{model}]]",
        zmin=0,
        zmax=classes,
        colorscale=colour_scale(COLOURS[:classes]),
        showscale=False,
        hoverinfo="none",
    )


def _lines(probabilities: np.ndarray) -> go.Scatter:
    second, first = np.partition(probabilities, -2, axis=0)[-2:]
    ends = boundary_lines(probabilities.argmax(axis=0), first - second)
    x, y = (with_gaps(at_cells(CELLS, ends[..., axis])) for axis in (0, 1))
    return go.Scatter(
        x=x,
        y=y,
        name="[[plane.boundary]]",
        mode="lines",
        line={"color": theme.var("ink"), "width": 2},
        hoverinfo="skip",
    )


def _points(points: Points, names: list[str]) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=np.round(points.train[points.labels == number, 0], 3).tolist(),
            y=np.round(points.train[points.labels == number, 1], 3).tolist(),
            name=f"[[{name}]]",
            mode="markers",
            marker={
                "color": theme.var(colour),
                "size": 8,
                "opacity": 1,
                "line": {"color": theme.var("card"), "width": 1},
            },
        )
        for number, (name, colour) in enumerate(zip(names, COLOURS, strict=False))
    ]


def _layout() -> go.Layout:
    axis = theme.axis(range=[-FRAME, FRAME], constrain="domain", showticklabels=False, ticks="")
    return theme.layout(
        margin={"l": 10, "r": 10, "t": 8, "b": 10},
        xaxis={**axis, "domain": [0, 0.49]},
        xaxis2={**axis, "domain": [0.51, 1], "anchor": "y2"},
        yaxis={**axis, "scaleanchor": "x"},
        yaxis2={**axis, "scaleanchor": "x2", "anchor": "x2"},
        meta={"panels": [f"[[model.{model}]]" for model in MODELS]},
    )
