"""How a measure is distributed over many pairs or planes, and where the visitor's values lie."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from mixup_demo.evidence.population_file import MODELS, measures, percentile, text_key
from mixup_demo.figures import theme
from mixup_demo.results import Floats

HEIGHT = 220  # pixels
BINS = 20

#: model -> the axis of its row, and which part of the height that takes
ROWS = {"erm": ("y", (0.54, 1.0)), "mixup": ("y2", (0.0, 0.46))}

#: of a row's height: its highest bar, and the star over a visitor's value
HIGHEST, STAR = 0.86, 0.9


def distribution_figure(results: Mapping[str, Any], name: str) -> go.Figure:
    """Draw how one measure is distributed: ERM's histogram above mixup's, same bins, same scale.

    Args:
        results: the file "population".
        name: of the measure.

    Raises:
        KeyError: no such measure.
    """
    values = measures(results)[name]
    bins, top = edges(values), _top(values)
    figure = go.Figure(layout=_layout(name, top))
    for model, (axis, _) in ROWS.items():
        figure.add_trace(_bars(model, shares(values[model], bins), bins).update(yaxis=axis))
        figure.add_annotation(
            text=f"[[model.{model}]]",
            font={"color": theme.var(model), "weight": 700},
            **{"xref": "x domain", "x": 1, "xanchor": "right", "showarrow": False},
            **{"yref": f"{axis} domain", "y": 1, "yanchor": "top"},
        )
    return figure


def edges(values: Mapping[str, Any]) -> Floats:
    """Return the edges of both models' bins: about whole numbers, or `BINS` of equal width.

    Args:
        values: by model, as `measures` gives them.
    """
    pool = np.concatenate([values[model] for model in MODELS])
    if (pool % 1 == 0).all():
        return np.arange(pool.min(), pool.max() + 2) - 0.5
    return np.histogram_bin_edges(pool, BINS)


def shares(values: Sequence[float], bins: Floats) -> Floats:
    """Return the share of the values in each bin, (len(bins) − 1,), 0 to 1."""
    found: Floats = np.histogram(values, bins)[0] / len(values)
    return found


def _top(values: Mapping[str, Any]) -> float:
    """Return the height of a row."""
    bins = edges(values)
    return max(float(shares(values[model], bins).max()) for model in MODELS) / HIGHEST


def _bars(model: str, heights: Floats, bins: Floats) -> go.Bar:
    whole = bins[0] % 1 == 0.5
    between = "%{x}" if whole else "%{customdata[0]:.3g} – %{customdata[1]:.3g}"
    return go.Bar(
        x=_short((bins[:-1] + bins[1:]) / 2),
        y=_short(heights),
        width=float(bins[1] - bins[0]),
        customdata=None if whole else list(zip(_short(bins[:-1]), _short(bins[1:]), strict=True)),
        name=f"[[model.{model}]]",
        marker={
            "color": theme.var(model),
            "opacity": 0.6,  # so that a mark is seen over them
            "line": {"width": 0.5, "color": theme.var("card")},
        },
        hovertemplate=f"%{{fullData.name}}, {between}: %{{y:.1%}}<extra></extra>",
    )


def _short(values: Floats) -> list[float]:
    return [float(f"{value:.4g}") for value in values]


def _layout(name: str, top: float) -> go.Layout:
    y = theme.axis(range=[0, top], nticks=3, tickformat=".0%", automargin=True, **theme.GRID)
    title = {"text": "[[population.axis.share]]", "standoff": 4}
    (_, above), (lower, below) = ROWS.values()
    return theme.layout(
        height=HEIGHT,
        hovermode="closest",
        barmode="overlay",
        xaxis=theme.axis(
            title={"text": f"[[{text_key(name)}.unit]]", "standoff": 4},
            anchor=lower,
            hoverformat=".3g",
        ),
        yaxis={**y, "domain": above, "title": title},
        yaxis2={**y, "domain": below, "title": title},
        margin={"l": 52, "r": 14, "t": 6, "b": 44},
    )


def mark_traces(
    results: Mapping[str, Any], name: str, marks: Mapping[str, float]
) -> list[go.Scatter]:
    """Return the traces that mark the visitor's values in the distribution of one measure.

    Args:
        results: the file "population".
        name: of the measure.
        marks: by model, the value of what the visitor looks at.
    """
    values = measures(results)[name]
    top = _top(values)
    return [
        _mark(model, value, percentile(values[model], value), STAR * top)
        for model, value in marks.items()
    ]


def _mark(model: str, value: float, rank: float, height: float) -> go.Scatter:
    """Draw a line that ends in a star."""
    return go.Scatter(
        x=[value, value],
        y=[0, height],
        yaxis=ROWS[model][0],
        name="[[population.yours]]",
        meta=f"[[model.{model}]]",
        mode="lines+markers",
        line={"width": 2, "color": theme.var("ink")},
        marker={
            "color": theme.var("ink"),
            "symbol": "star",
            "size": [0, 14],
            "opacity": 1,
            "line": {"width": [0, 1.5], "color": theme.var("card")},
        },
        cliponaxis=False,
        hovertemplate=(
            f"%{{fullData.name}}, [[model.{model}]]: %{{x}}"
            f"<br>[[population.percentile]] {rank:.0f}<extra></extra>"
        ),
    )
