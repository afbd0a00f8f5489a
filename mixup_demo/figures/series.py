"""Line charts: values over x, with bands or whiskers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.marks import OURS, Numbers, marker, meta, whiskers

BAND_OPACITY = 0.18


@dataclass(frozen=True)
class Series:
    """One line or set of points over x.

    Attributes:
        name: as the legend and the hover name it.
        colour: a key of `theme.COLOURS`.
        x: numbers, or texts of categories.
        y: the values; None leaves a gap.
        low, high: ends of the intervals or of the band; None for none.
        mode: "lines", "markers" or "lines+markers".
        dash: of the line.
        symbol: of `marks`: `OURS`, `PAPERS`, `FIRST` or `SEED`.
        width: of the line, in pixels.
        band: draw low and high as an area instead of as whiskers.
    """

    name: str
    colour: str
    x: Sequence[Any]
    y: Numbers
    low: Numbers | None = None
    high: Numbers | None = None
    mode: str = "lines+markers"
    dash: str = "solid"
    symbol: str = OURS
    width: float = 2.5
    band: bool = False


def series_figure(
    series: Sequence[Series], x: dict[str, Any], y: dict[str, Any], diagonal: bool = False
) -> go.Figure:
    """Draw series over one pair of axes.

    Args:
        series: in drawing order.
        x, y: what differs from `theme.axis`.
        diagonal: add the dashed line from (0, 0) to (1, 1), where a claim would be exactly right.
    """
    traces = [_diagonal()] if diagonal else []
    for one in series:
        if one.band:
            traces.append(band(one.colour, one.x, one.low or (), one.high or ()))
        traces.append(_trace(one))
    # all at once: a figure copies what it holds whenever something is added
    return go.Figure(
        traces,
        theme.layout(
            hovermode="closest",
            xaxis=theme.axis(**{"automargin": True, **x}),
            yaxis=theme.axis(**{"automargin": True, **y}, **theme.GRID),
            margin={"l": 48, "r": 22, "t": 8, "b": 44},
        ),
    )


def _trace(one: Series) -> go.Scatter:
    return go.Scatter(
        x=list(one.x),
        y=list(one.y),
        name=one.name,
        mode=one.mode,
        line={"color": theme.var(one.colour), "width": one.width, "dash": one.dash},
        marker=marker(one.colour, one.symbol),
        error_y=None if one.band else whiskers(one.colour, one.y, one.low, one.high),
        hovertemplate="%{fullData.name}: %{y}<extra></extra>",
        meta=meta(one.symbol, **(_ends(one) if one.band else {})),
    )


def _ends(band: Series) -> dict[str, list[float | None]]:
    """Return a band's ends, which are drawn apart from its line."""
    ends = {"low": band.low or (), "high": band.high or ()}
    return {
        name: [None if one is None else float(one) for one in values]
        for name, values in ends.items()
    }


def band(colour: str, x: Sequence[Any], low: Numbers, high: Numbers, **rest: Any) -> go.Scatter:
    """Draw the area between two lines over x.

    Args:
        colour: a key of `theme.COLOURS`.
        x: of both lines.
        low, high: the lines.
        rest: what else is said of the trace.
    """
    return go.Scatter(
        x=[*x, *reversed(x)],
        y=[*high, *reversed(low)],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=theme.var(colour),
        opacity=BAND_OPACITY,
        hoverinfo="skip",
        **rest,
    )


def _diagonal() -> go.Scatter:
    return go.Scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"width": 1.5, "dash": "dash", "color": theme.var("control")},
        hoverinfo="skip",
    )
