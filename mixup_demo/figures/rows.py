"""Charts of the Evidence view: our models' numbers, and the paper's visibly apart.

Ours are filled marks and lines with 95 % intervals; the paper's are hollow diamonds without, for
it gives none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from mixup_demo.figures import theme

OURS, PAPERS, FIRST = "circle", "diamond-open", "circle-open"
#: one of the seeds behind a mean
SEED = "circle-open-dot"
#: of the marks, in pixels
SIZES = {OURS: 9, PAPERS: 11, FIRST: 11, SEED: 6}
Numbers = Sequence[float | None]

ROW_HEIGHT, ROW_MARGINS = 46, 62  # pixels
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
        symbol: `OURS`, `PAPERS`, `FIRST` or `SEED`.
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


@dataclass(frozen=True)
class Point:
    """One mark in a row: value, colour, symbol, interval, and the hover if not name and value."""

    value: float
    name: str
    colour: str
    symbol: str = OURS
    interval: Sequence[float] | None = None
    hover: str = "%{fullData.name}: %{x}"


@dataclass(frozen=True)
class Row:
    """One line of a dot plot: its label, its points, and whether they are the paper's."""

    label: str
    points: Sequence[Point]
    paper: bool = False


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
        traces += [_band(one), _trace(one)] if one.band else [_trace(one)]
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
        marker=_marker(one.colour, one.symbol),
        error_y=None if one.band else _whiskers(one.colour, one.y, one.low, one.high),
        hovertemplate="%{fullData.name}: %{y}<extra></extra>",
        meta=_meta(one.symbol, **(_ends(one) if one.band else {})),
    )


def _ends(band: Series) -> dict[str, list[float | None]]:
    """Return a band's ends, which are drawn apart from its line."""
    ends = {"low": band.low or (), "high": band.high or ()}
    return {
        name: [None if one is None else float(one) for one in values]
        for name, values in ends.items()
    }


def _meta(symbol: str, **rest: Any) -> dict[str, Any]:
    """Return what a table of the chart says beside what is drawn of a trace."""
    return {**rest, **({"note": "one seed"} if symbol == SEED else {})}


def _marker(colour: str, symbol: str) -> dict[str, Any]:
    return {
        "color": theme.var(colour),
        "symbol": symbol,
        "size": SIZES.get(symbol, SIZES[PAPERS]),
        "line": {"width": 2, "color": theme.var(colour)},
    }


def _whiskers(
    colour: str, values: Numbers, low: Numbers | None, high: Numbers | None
) -> dict[str, Any] | None:
    if low is None or high is None:
        return None

    def away(ends: Numbers) -> list[float]:
        pairs = zip(ends, values, strict=True)
        return [0.0 if a is None or b is None else abs(a - b) for a, b in pairs]

    return {
        "type": "data",
        "symmetric": False,
        "array": away(high),
        "arrayminus": away(low),
        "color": theme.var(colour),
        "thickness": 1.5,
        "width": 4,
    }


def _band(one: Series) -> go.Scatter:
    return go.Scatter(
        x=[*one.x, *reversed(one.x)],
        y=[*(one.high or ()), *reversed(one.low or ())],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=theme.var(one.colour),
        opacity=BAND_OPACITY,
        hoverinfo="skip",
    )


def _diagonal() -> go.Scatter:
    return go.Scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"width": 1.5, "dash": "dash", "color": theme.var("control")},
        hoverinfo="skip",
    )


def rows_figure(
    rows: Sequence[Row], x: dict[str, Any], reference: float | None = None
) -> go.Figure:
    """Draw one row a comparison, its label above it; the paper's rows lie on a tinted ground.

    Args:
        rows: from top to bottom, the paper's last.
        x: what differs from `theme.axis`.
        reference: a value to mark by a vertical line.
    """
    figure = go.Figure(
        [trace for position, row in enumerate(rows) for trace in _row(row, position)],
        theme.layout(
            hovermode="closest",
            height=ROW_HEIGHT * len(rows) + ROW_MARGINS,
            xaxis=theme.axis(**{"automargin": True, **x}, **theme.GRID),
            yaxis=theme.axis(range=[len(rows) - 0.45, -0.75], visible=False),
            margin={"l": 12, "r": 22, "t": 6, "b": 44},
            annotations=[_label(row, position) for position, row in enumerate(rows)],
        ),
    )
    if any(row.paper for row in rows):
        _tint(figure, [row.paper for row in rows].index(True), len(rows))
    if reference is not None:
        line = {"color": theme.var("control"), "width": 1.5, "dash": "dash"}
        figure.add_vline(reference, line=line)
    return figure


def _row(row: Row, position: int) -> list[go.Scatter]:
    values = [point.value for point in row.points]
    reach = go.Scatter(
        x=[min(values), max(values)],
        y=[position, position],
        mode="lines",
        line={"color": theme.var("class-other"), "width": 2},
        hoverinfo="skip",
    )
    return [reach, *(_dot(point, row.label, position) for point in row.points)]


def _label(row: Row, position: int) -> dict[str, Any]:
    return {
        "text": row.label,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": position,
        "yshift": 18,
        "showarrow": False,
        "font": {"color": theme.var("ink")},
    }


def _dot(point: Point, row: str, position: int) -> go.Scatter:
    low, high = point.interval if point.interval else (None, None)
    whiskers = None if low is None else _whiskers(point.colour, [point.value], [low], [high])
    return go.Scatter(
        x=[point.value],
        y=[position],
        name=point.name,
        mode="markers",
        marker=_marker(point.colour, point.symbol),
        error_x=whiskers,
        hovertemplate=point.hover + "<extra></extra>",
        meta=_meta(point.symbol, of=row, placed=True),
    )


def _tint(figure: go.Figure, first: int, count: int) -> None:
    figure.add_shape(
        type="rect",
        layer="below",
        xref="paper",
        x0=0,
        x1=1,
        y0=first - 0.72,
        y1=count - 0.5,
        fillcolor=theme.var("ground"),
        line={"width": 0},
    )
