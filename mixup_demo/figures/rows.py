"""Dot plots: a row a comparison, our numbers above the paper's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.marks import OURS, marker, meta, whiskers

ROW_HEIGHT, ROW_MARGINS = 46, 62  # pixels


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
    reach = None if low is None else whiskers(point.colour, [point.value], [low], [high])
    return go.Scatter(
        x=[point.value],
        y=[position],
        name=point.name,
        mode="markers",
        marker=marker(point.colour, point.symbol),
        error_x=reach,
        hovertemplate=point.hover + "<extra></extra>",
        meta=meta(point.symbol, of=row, placed=True),
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
