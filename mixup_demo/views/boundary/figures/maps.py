"""Maps of a plane of images: hue is the class, strength the confidence, lines the boundaries."""

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.maps import PANELS, at_cells, colour_scale, with_gaps
from mixup_demo.probes.plane_outline import boundary_lines, named_regions
from mixup_demo.results import Floats, Plane
from mixup_demo.views.boundary.figures.surfaces import COLOURS, corners

#: text that can be read on any colour
_HALO = ", ".join(f"{x}px {y}px 1px var(--card)" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)

#: how much colour the least sure answer keeps
FAINT = 0.1
#: how fast colour fades with confidence
FADING = 1.5


def map_figure(plane: Plane, show: str = "classes") -> go.Figure:
    """Draw both models' maps side by side on one scale, as the page paints them.

    Args:
        plane: what is drawn.
        show: "difference" pales the cells where all models predict one class; else none.

    Returns:
        A figure with four traces a model: the map, its boundaries, the images' places, and the
        names of its regions.
    """
    differing = show == "difference"
    pale = _agreeing(plane) & differing
    note = {"note": "[[plane.legend.same]]"} if differing else {}
    figure = go.Figure(layout=_layout(plane, note))
    for axes, model in zip(PANELS, plane.answers, strict=True):
        for trace in _traces(plane, model, pale):
            figure.add_trace(trace.update(axes))
    return figure


def _agreeing(plane: Plane) -> np.ndarray:
    """Return where all models predict one class, (R, R)."""
    first, *rest = (answers.classes for answers in plane.answers.values())
    found: np.ndarray = np.all([first == classes for classes in rest], axis=0)
    return found


def _traces(
    plane: Plane, model: str, pale: np.ndarray
) -> tuple[go.Heatmap, go.Scatter, go.Scatter, go.Scatter]:
    return _map(plane, model, pale), _lines(plane, model), _places(plane), _names(plane, model)


def _map(plane: Plane, model: str, pale: np.ndarray) -> go.Heatmap:
    """Colour each cell: the whole number is its class, the rest the strength of the colour.

    A file of its numbers holds the class and the confidence instead; pale cells keep no confidence.
    """
    classes = plane.answers[model].classes
    confidence = plane.answers[model].confidence.astype(float)
    strength = np.where(pale, FAINT / 2, FAINT + (1 - FAINT) * confidence**FADING)
    names = np.array([f"[[class.{name}]]" for name in plane.classes])
    return go.Heatmap(
        x=np.round(plane.x, 3).tolist(),
        y=np.round(plane.y, 3).tolist(),
        z=np.round(corners(plane, model) + 0.999 * strength, 3).tolist(),
        customdata=np.ma.masked_array(np.round(confidence, 3), pale).tolist(),
        text=names[classes].tolist(),
        name=f"[[model.{model}]]",
        zmin=0,
        zmax=len(COLOURS),
        colorscale=colour_scale(COLOURS),
        showscale=False,
        hoverinfo="none",
    )


def _lines(plane: Plane, model: str) -> go.Scatter:
    answers = plane.answers[model]
    ends = boundary_lines(answers.classes, answers.margin)
    x, y = (
        with_gaps(at_cells(values, ends[..., k])) for k, values in enumerate((plane.x, plane.y))
    )
    return go.Scatter(
        x=x,
        y=y,
        name="[[plane.boundary]]",
        mode="lines",
        line={"color": theme.var("ink"), "width": 1.6},
        hoverinfo="skip",
    )


def _names(plane: Plane, model: str) -> go.Scatter:
    """Name each region where it is widest."""
    regions = named_regions(plane.answers[model].classes)
    return go.Scatter(
        x=at_cells(plane.x, np.array([region.x for region in regions])).tolist(),
        y=at_cells(plane.y, np.array([region.y for region in regions])).tolist(),
        text=[f"[[class.{plane.classes[region.number]}]]" for region in regions],
        mode="text",
        textfont={"color": theme.var("ink"), "weight": 600, "shadow": _HALO},
        hoverinfo="skip",
        showlegend=False,
    )


def _places(plane: Plane) -> go.Scatter:
    """Mark the three images and the triangle between them."""
    x, y = np.round(plane.positions[[0, 1, 2, 0]], 3).T.tolist()
    colours = [theme.var(name) for name in COLOURS[:3]]
    return go.Scatter(
        x=x,
        y=y,
        text=["A", "B", "C", ""],
        mode="lines+markers+text",
        textposition="middle center",
        textfont={"color": theme.var("on-class"), "weight": 700},
        line={"color": theme.var("ink"), "width": 1, "dash": "dash"},
        marker={
            "color": [*colours, colours[0]],
            "symbol": "square",
            "opacity": 1,
            "size": [24, 24, 24, 0],
            "line": {"color": theme.var("card"), "width": 2},
        },
        hoverinfo="skip",
        showlegend=False,
    )


def _layout(plane: Plane, note: dict[str, str]) -> go.Layout:
    x, y = (
        theme.axis(
            range=_range(values), constrain="domain", title={"text": f"[[plane.axis.{name}]]"}
        )
        for name, values in (("x", plane.x), ("y", plane.y))
    )
    return theme.layout(
        xaxis={**x, "domain": [0, 0.48]},
        xaxis2={**x, "domain": [0.52, 1], "anchor": "y2"},
        yaxis={**y, "scaleanchor": "x"},
        yaxis2={**y, "scaleanchor": "x2", "anchor": "x2", "showticklabels": False, "title": None},
        meta={"panels": [f"[[model.{model}]]" for model in plane.answers], **note},
    )


def _range(values: Floats) -> list[float]:
    half = (values[1] - values[0]) / 2
    return [float(values[0] - half), float(values[-1] + half)]
