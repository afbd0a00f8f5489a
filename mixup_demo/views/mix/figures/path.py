"""The path chart: over λ from B to A, who gets how much of each model's answer."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.figures.maps import PANELS
from mixup_demo.figures.measures import verdict
from mixup_demo.probes.smoothness import margin, on_boundary, slopes
from mixup_demo.results import Sweep

DECIMALS = 4

#: where the boundary's bar lies, above the areas, which end at 1, and where the panel ends
BAR, TOP = 1.06, 1.12

#: colours of classes that lead somewhere, besides A's and B's
LEADERS = ("class-c", "class-d")

#: how far from the middle, where the cursor stands at first, the word for the steepest place ends
ASIDE = 0.02


def path_figure(sweep: Sweep, long: bool = False, complete: bool = True) -> go.Figure:
    """Stack the probabilities of A's class, all others and B's class, one panel a model.

    The areas fill the height from A at the bottom to B at the top; the soft label is the dashed
    line between what should be A's and what should be B's. The bar above the areas marks the
    boundary, whose length is its thickness. Two images of one class have A's area and the others'
    alone, and no boundary between them.

    Args:
        sweep: the answers.
        long: whether there are many classes: then those of the others that lead somewhere have
            areas of their own, which bear their names.
        complete: whether the steepest place can be told.

    Returns:
        A figure with traces named "[[chart.a]]", "[[chart.others]]", "[[chart.b]]",
        "[[chart.target]]", "[[chart.lead]]" and "[[chart.boundary]]" for each panel, the left model
        on x/y and the right one on x2/y2; "meta" is the model's name.
    """
    figure = go.Figure(layout=_layout(list(sweep.answers)))
    led = leaders(sweep) if long else []
    told = complete and not sweep.one_class  # of one class, no slope leads from B to A
    for axes, model in zip(PANELS, sweep.answers, strict=True) if told else ():
        x, y = axes["xaxis"], axes["yaxis"]
        note = _steepest(sweep, model)
        figure.add_annotation(**note, xref=x, axref=x, yref=y, ayref=y)
    for axes, model in zip(PANELS, sweep.answers, strict=True):
        between = [] if sweep.one_class else _boundary(sweep, model)
        for trace in (*_areas(sweep, model, led), *_target(sweep), *between):
            figure.add_trace(trace.update(axes, meta=f"[[model.{model}]]"))
    return figure


def shares(sweep: Sweep, model: str) -> dict[str, np.ndarray]:
    """Return the probabilities (101,) of A's class, of B's and of all others, summing to 1."""
    probabilities = sweep.answers[model].probabilities
    a, b = sweep.labels
    share_a = probabilities[:, a]
    share_b = probabilities[:, b] if a != b else np.zeros_like(share_a)
    return {"a": share_a, "others": np.clip(1 - share_a - share_b, 0, 1), "b": share_b}


def leaders(sweep: Sweep) -> list[int]:
    """Return the classes besides A's and B's that are likeliest somewhere, at most `LEADERS`.

    Those that lead at most points come first, of both models together.
    """
    first = [answers.probabilities.argmax(axis=1) for answers in sweep.answers.values()]
    classes, counts = np.unique(np.concatenate(first), return_counts=True)
    ranked = classes[np.argsort(-counts, kind="stable")].tolist()
    return [index for index in ranked if index not in sweep.labels][: len(LEADERS)]


def _areas(sweep: Sweep, model: str, led: Sequence[int]) -> list[go.Scatter]:
    parts = shares(sweep, model)
    own = sweep.answers[model].probabilities[:, led]
    colours = {"[[chart.a]]": "class-a"}
    values = {"[[chart.a]]": parts["a"]}
    for name, colour, column in zip(led, LEADERS, own.T, strict=False):
        key = f"[[class.{sweep.classes[name]}]]"
        colours[key], values[key] = colour, column
    colours |= {"[[chart.others]]": "class-other", "[[chart.b]]": "class-b"}
    values["[[chart.others]]"] = np.clip(parts["others"] - own.sum(axis=1), 0, 1)
    values["[[chart.b]]"] = parts["b"]
    if sweep.one_class:
        del values["[[chart.b]]"]
    return [
        go.Scatter(
            x=sweep.lam.tolist(),
            y=np.round(column.astype(float), DECIMALS).tolist(),
            name=name,
            stackgroup=model,
            mode="lines",
            line={"width": 0, "color": theme.var(colours[name])},
            fillcolor=theme.var(colours[name]),
            hovertemplate="%{y:.1%}",
        )
        for name, column in values.items()
    ]


def _target(sweep: Sweep) -> list[go.Scatter]:
    """The share that the soft label gives to A: light dashes on a dark line, seen on any area."""
    line = go.Scatter(
        x=sweep.lam.tolist(),
        y=np.round(sweep.soft_labels[:, sweep.labels[0]].astype(float), DECIMALS).tolist(),
        name="[[chart.target]]",
        mode="lines",
        line={"width": 2, "dash": "dash", "color": theme.var("target")},
        showlegend=False,  # its white would not be seen beside the chart
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


def _boundary(sweep: Sweep, model: str) -> list[go.Scatter]:
    """The boundary's bar, and unseen beside it the margin behind it, for hover and table."""
    margins = margin(sweep.answers[model].probabilities, sweep.labels)
    inside = on_boundary(margins)
    ends = [end for part in stretches(inside) for end in (*part, None)]
    bar = go.Scatter(
        x=ends,
        y=[None if end is None else BAR for end in ends],
        name="[[chart.boundary]]",
        mode="lines",
        line={"width": 9, "color": theme.var("ink")},
        hoverinfo="skip",
        showlegend=True,  # in a saved picture, where nothing else explains it
    )
    said = go.Scatter(
        x=sweep.lam.tolist(),
        y=[BAR] * len(margins),
        text=[_said(*point) for point in zip(margins, inside, strict=True)],
        name="[[chart.lead]]",
        mode="lines",
        line={"width": 0, "color": theme.var("ink")},
        showlegend=False,
        hovertemplate="%{text}",
    )
    return [said, bar]


def _steepest(sweep: Sweep, model: str) -> dict[str, Any]:
    """A word with an arrow to where the answer changes fastest: cliff, bend or slope.

    The word stands in the half of λ in which that place is not, where there is room.
    """
    answers = sweep.answers[model]
    steep = int(slopes(answers.probabilities, sweep.applied).argmax())
    at = (sweep.lam[steep] + sweep.lam[steep + 1]) / 2
    share = shares(sweep, model)["a"][steep : steep + 2].mean()
    word = verdict(answers.smoothness).removeprefix("verdict.")
    slope = format(answers.smoothness.steepest_slope, ".1f")
    height = round(float(np.clip(share, 0.3, 0.7)), DECIMALS)
    return {
        "x": float(at),
        "y": height,
        "text": f"<b>[[annotation.{word}]]</b> {slope}[[annotation.times]]",
        "ax": 0.5 + (ASIDE if at < 0.5 else -ASIDE),
        "ay": height,
        "xanchor": "left" if at < 0.5 else "right",
        "align": "left",
        "bgcolor": theme.var("card"),
        "bordercolor": theme.var("ink"),
        "borderpad": 3,
        "arrowcolor": theme.var("ink"),
        "arrowwidth": 1.5,
        "font": {"color": theme.var("ink")},
    }


def _said(value: float, inside: bool) -> str:
    points = f"{100 * value:+.1f}".replace("-", "−") + "\N{NO-BREAK SPACE}[[chart.points]]"
    return points + (" [[chart.inside]]" if inside else "")


def stretches(inside: Sequence[bool] | np.ndarray) -> list[tuple[float, float]]:
    """Return start and end of each run of True, where each of the P points has 1/P of the way.

    So the runs' lengths sum up to the share of points, as the boundary thickness counts it.
    """
    changes = np.flatnonzero(np.diff(inside, prepend=False, append=False)) / len(inside)
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))


def _layout(models: Sequence[str]) -> go.Layout:
    x = theme.axis(
        range=[0, 1],
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        ticktext=["B", "0.25", "0.5", "0.75", "A"],
        hoverformat=".2f",
        unifiedhovertitle={"text": "λ = %{x:.2f}"},
        automargin=True,
    )
    y = theme.axis(range=[0, TOP], tickvals=[0, 0.5, 1], tickformat=".0%", automargin=True)
    return theme.layout(
        hovermode="x unified",
        # what a saved picture says of the chart; on the page the words around it do
        meta={
            "panels": [f"[[model.{model}]]" for model in models],
            "note": "[[chart.target.dashed]]",
        },
        xaxis={**x, "domain": [0, 0.475], "title": {"text": "λ", "standoff": 4}},
        xaxis2={**x, "domain": [0.525, 1], "title": {"text": "λ", "standoff": 4}, "anchor": "y2"},
        yaxis=y,
        yaxis2={**y, "anchor": "x2", "showticklabels": False, "ticks": ""},
    )
