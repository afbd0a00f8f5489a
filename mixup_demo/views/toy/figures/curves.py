"""Training of ERM and mixup as curves: one panel a score, both models in each."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.toy.results import MODELS, SCORES

COLUMNS = 3
ROW_HEIGHT = 205  # pixels, gap included
#: shares of a panel's place that its axes' labels and its title take
LABELS_X, LABELS_Y = 0.24, 0.34
#: what differs from `theme.axis` in the y axes
SHARE: dict[str, Any] = {"range": [0, 1.02], "tickformat": ".0%", "hoverformat": ".1%"}
Y_AXES: dict[str, dict[str, Any]] = {
    "loss": {"rangemode": "tozero", "hoverformat": ".3f"},
    "train_accuracy": SHARE,
    "test_accuracy": SHARE,
    "confidence": SHARE,
    "boundary_length": {"rangemode": "tozero", "hoverformat": ".2f"},
    "gradient_norm": {"rangemode": "tozero", "hoverformat": ".3g"},
}


def toy_figure(
    curves: Mapping[str, Mapping[str, Sequence[float]]],
    recorded: Sequence[int],
    columns: int = COLUMNS,
) -> go.Figure:
    """Draw the scores so far over training.

    The x axis counts recorded frames, evenly spaced, so that a cursor moves as evenly as the maps
    do; its labels are steps.

    Args:
        curves: score -> model -> values of the first frames.
        recorded: the step of each frame, also of those to come.
        columns: of panels, 1 to 6.
    """
    figure = go.Figure(layout=_layout(recorded, columns))
    figure.add_traces(
        [
            _trace(model, curves[name][model], recorded, number, name)
            for number, name in enumerate(SCORES, start=1)
            for model in MODELS
        ]
    )
    return figure


def _layout(recorded: Sequence[int], columns: int) -> go.Layout:
    """Lay out all panels at once: Plotly's own way, panel by panel, takes five times as long."""
    axes, titles = {}, []
    rows = ceil(len(Y_AXES) / columns)
    # the last panels' labels lie in the margin
    wide, high = 1 / (columns - LABELS_X), 1 / (rows - LABELS_Y)
    for index, (name, y_axis) in enumerate(Y_AXES.items()):
        row, column = divmod(index, columns)
        left, top = column * wide, 1 - row * high
        x = {"domain": _short(left, left + (1 - LABELS_X) * wide)}
        y = {"domain": _short(top - (1 - LABELS_Y) * high, top)}
        number = index + 1
        axes[f"xaxis{number}"] = theme.axis(anchor=f"y{number}", **x, **_steps(recorded))
        axes[f"yaxis{number}"] = theme.axis(
            anchor=f"x{number}", nticks=5, **y, **y_axis, **theme.GRID
        )
        titles.append(_title(name, left, top))
    margin = {"l": 48, "r": 24, "t": 28, "b": 36}
    height = ROW_HEIGHT * rows
    return theme.layout(hovermode="x", height=height, margin=margin, annotations=titles, **axes)


def _short(*shares: float) -> list[float]:
    return [abs(round(share, 4)) for share in shares]  # no -0


def _title(name: str, left: float, top: float) -> dict[str, Any]:
    paper = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    font = {"size": 13, "color": theme.var("ink")}
    return {
        "text": f"[[toy.{name}]]",
        "x": left,
        "y": top,
        "showarrow": False,
        "font": font,
        **paper,
    }


def _trace(
    model: str, values: Sequence[float], recorded: Sequence[int], number: int, score: str
) -> go.Scatter:
    return go.Scatter(
        xaxis=f"x{number}",
        yaxis=f"y{number}",
        x=list(range(len(values))),
        y=list(values),
        customdata=list(recorded[: len(values)]),
        name=f"[[model.{model}]]",
        meta={"of": f"[[toy.{score}]]", "across": "customdata"},
        mode="lines",
        line={"width": 2.5, "color": theme.var(model), "dash": theme.DASHES[model]},
        hovertemplate="%{fullData.name}, [[toy.step]] %{customdata}: %{y}<extra></extra>",
    )


def _steps(recorded: Sequence[int]) -> dict[str, Any]:
    """Return the x axis, with labels at both ends and half-way."""
    last = len(recorded) - 1
    frames = [0, round(last / 2), last]
    return {
        "range": [0, last],
        "tickangle": 0,
        "tickvals": frames,
        "ticktext": [f"{recorded[frame]:,}" for frame in frames],
    }
