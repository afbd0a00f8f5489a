"""The path chart: over λ from B to A, who gets how much of each model's answer."""

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.results import Sweep

MODELS = ("erm", "mixup")
DECIMALS = 4


def path_figure(sweep: Sweep) -> go.Figure:
    """Stack the probabilities of A's class, all others and B's class, one panel a model.

    The areas fill the height from A at the bottom to B at the top; the soft label is the dashed
    line between what should be A's and what should be B's. Of two images of one class, all of
    it is A's.

    Returns:
        A figure with traces named "[[chart.a]]", "[[chart.others]]", "[[chart.b]]" and
        "[[chart.target]]" for each panel, ERM on x/y and mixup on x2/y2.
    """
    figure = go.Figure(layout=_layout())
    for panel, model in enumerate(MODELS):
        axes = {"xaxis": "x2", "yaxis": "y2"} if panel else {"xaxis": "x", "yaxis": "y"}
        for trace in _areas(sweep, model):
            figure.add_trace(trace.update(axes))
        for trace in _target(sweep):
            figure.add_trace(trace.update(axes))
    return figure


def shares(sweep: Sweep, model: str) -> dict[str, np.ndarray]:
    """Return the probabilities (101,) of A's class, of B's and of all others, summing to 1."""
    probabilities = sweep.answers[model].probabilities
    a, b = sweep.labels
    share_a = probabilities[:, a]
    share_b = probabilities[:, b] if a != b else np.zeros_like(share_a)
    return {"a": share_a, "others": np.clip(1 - share_a - share_b, 0, 1), "b": share_b}


def _areas(sweep: Sweep, model: str) -> list[go.Scatter]:
    colours = {"a": "class-a", "others": "class-other", "b": "class-b"}
    return [
        go.Scatter(
            x=sweep.lam.tolist(),
            y=np.round(values.astype(float), DECIMALS).tolist(),
            name=f"[[chart.{part}]]",
            stackgroup=model,
            mode="lines",
            line={"width": 0, "color": theme.var(colours[part])},
            fillcolor=theme.var(colours[part]),
            hovertemplate="%{y:.1%}",
        )
        for part, values in shares(sweep, model).items()
    ]


def _target(sweep: Sweep) -> list[go.Scatter]:
    """The share that the soft label gives to A: light dashes on a dark line, seen on any area."""
    line = go.Scatter(
        x=sweep.lam.tolist(),
        y=np.round(sweep.soft_labels[:, sweep.labels[0]].astype(float), DECIMALS).tolist(),
        name="[[chart.target]]",
        mode="lines",
        line={"width": 2, "dash": "dash", "color": theme.var("target")},
        hovertemplate="%{y:.1%}",
    )
    edge = go.Scatter(
        x=line.x,
        y=line.y,
        mode="lines",
        line={"width": 2, "color": theme.var("target-edge")},
        hoverinfo="skip",
    )
    return [edge, line]


def _layout() -> go.Layout:
    x = theme.axis(
        range=[0, 1],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["B", "0.25", "0.5", "0.75", "A"],
        hoverformat=".2f",
        unifiedhovertitle={"text": "λ = %{x:.2f}"},
    )
    y = theme.axis(range=[0, 1], tickvals=[0, 0.5, 1], tickformat=".0%")
    return theme.layout(
        hovermode="x unified",
        xaxis={**x, "domain": [0, 0.475], "title": {"text": "λ", "standoff": 4}},
        xaxis2={**x, "domain": [0.525, 1], "title": {"text": "λ", "standoff": 4}, "anchor": "y2"},
        yaxis=y,
        yaxis2={**y, "anchor": "x2", "showticklabels": False, "ticks": ""},
    )
