"""Modes covered and share of high-quality samples over the iterations of GAN training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.series import band

MEASURES = ("modes", "quality")
#: of the chart: where the panels stand
DOMAINS = ((0.0, 0.43), (0.57, 1.0))
#: width of lines: means over seeds, and a single live run
MEAN, SINGLE = 2.5, 1.25


@dataclass(frozen=True)
class Curves:
    """One kind of GAN over iterations.

    Attributes:
        model: "erm" for the plain GAN, "mixup": colour and dash.
        name: as the legend and the hover name it.
        iterations: (T,), rising.
        values: by measure, of all seeds, (S, T).
        live: a single run of the visitor's, drawn thinner and without a band.
    """

    model: str
    name: str
    iterations: Sequence[int]
    values: Mapping[str, Sequence[Sequence[float]]]
    live: bool = False


def gan_figure(curves: Sequence[Curves], modes: int) -> go.Figure:
    """Draw the mean over seeds with a band from the least to the greatest seed.

    The x axis is logarithmic and begins at the first iteration: what is before is left out.

    Args:
        curves: in drawing order.
        modes: how many there are to cover.
    """
    last = max(one.iterations[-1] for one in curves)
    figure = go.Figure(layout=_layout(last, modes))
    for number, measure in enumerate(MEASURES, start=1):
        for one in curves:
            figure.add_traces(_traces(one, measure, number))
    return figure


def places(iterations: Sequence[int], figure: go.Figure) -> list[float]:
    """Return where iterations lie on a figure's x axes, from 0, left, to 1, right."""
    last = figure.layout.xaxis.range[1]
    return _short(np.log10(np.maximum(1, iterations)) / last)


def _traces(one: Curves, measure: str, number: int) -> list[go.Scatter]:
    first = int(np.searchsorted(one.iterations, 1))
    x, values = list(one.iterations[first:]), np.asarray(one.values[measure], float)[:, first:]
    axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    line = go.Scatter(
        x=x,
        y=_short(values.mean(axis=0)),
        name=one.name,
        meta=f"[[gan.measure.{measure}]]",
        mode="lines",
        line={
            "color": theme.var(one.model),
            "dash": theme.DASHES[one.model],
            "width": SINGLE if one.live else MEAN,
        },
        hovertemplate="%{fullData.name}, [[gan.iteration]] %{x:,}: %{y}<extra></extra>",
        showlegend=number == 1,
        **axes,
    )
    return [line] if one.live or len(values) == 1 else [_band(one, x, values).update(axes), line]


def _band(one: Curves, x: list[int], values: np.ndarray) -> go.Scatter:
    low, high = _short(values.min(axis=0)), _short(values.max(axis=0))
    return band(one.model, x, low, high, showlegend=False)


def _short(values: np.ndarray) -> list[float]:
    return [round(float(value), 4) for value in values]


def _layout(last: int, modes: int) -> go.Layout:
    tens = [10**power for power in range(len(str(last)))]
    x = {
        "type": "log",
        "range": [0, float(np.log10(last))] if last > 1 else [0, 1],
        "tickvals": tens,
        "ticktext": [f"{ten:,}" for ten in tens],
        "title": {"text": "[[gan.axis.iterations]]", "standoff": 4, "font": {"size": 13}},
    }
    y: tuple[dict[str, Any], ...] = (
        {"range": [0, modes * 1.03], "nticks": 6, "hoverformat": ".1f"},
        {"range": [0, 1.03], "tickformat": ".0%", "hoverformat": ".1%"},
    )
    return theme.layout(
        hovermode="closest",
        margin={"l": 40, "r": 14, "t": 26, "b": 44},
        annotations=[_title(name, *ends) for name, ends in zip(MEASURES, DOMAINS, strict=True)],
        xaxis=theme.axis(anchor="y", domain=DOMAINS[0], **x),
        xaxis2=theme.axis(anchor="y2", domain=DOMAINS[1], **x),
        yaxis=theme.axis(anchor="x", **y[0], **theme.GRID),
        yaxis2=theme.axis(anchor="x2", **y[1], **theme.GRID),
    )


def _title(measure: str, left: float, _: float) -> dict[str, Any]:
    return {
        "text": f"[[gan.measure.{measure}]]",
        "x": left,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": theme.var("ink")},
    }
