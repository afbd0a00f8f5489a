"""Charts of many pairs and planes: differences around zero, and curves with bands."""

from collections.abc import Mapping
from statistics import stdev
from typing import Any

import plotly.graph_objects as go

from mixup_demo.evidence.population_file import LARGER, MODELS, measures, text_key, verdict
from mixup_demo.evidence.trace import apply, show
from mixup_demo.figures import theme
from mixup_demo.figures.curves import LAMBDA_AXIS, band_series
from mixup_demo.figures.marks import FIRST, OURS
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import series_figure

#: of a difference, by its verdict: that of the smoother model
COLOURS = {"better": "mixup", "worse": "erm", "open": "control"}

#: curve -> what differs from `theme.axis` in its y axis
CURVE_AXES: dict[str, dict[str, Any]] = {
    "own": {"range": [0, 1], "tickformat": ".0%", "hoverformat": ".1%"},
    "gradient_norm": {"rangemode": "tozero", "hoverformat": ".3g"},
    "confidence": {"range": [0, 1], "tickformat": ".0%", "hoverformat": ".1%"},
}


def difference_figure(results: Mapping[str, Any]) -> go.Figure:
    """Draw each measure's mean paired difference with its 95 % interval, around zero.

    On the right mixup is smoother, in standard deviations of ERM's values, so that all measures
    share an axis; the hover shows mixup − ERM in the measure's own unit. A mark is filled where the
    interval leaves out zero. A measure of which ERM's values are all the same has no row.
    """
    scaled = {name: (one, standardised(name, one)) for name, one in measures(results).items()}
    rows = [
        Row(f"[[{text_key(name)}]]", [_difference(name, one, *ends)])
        for name, (one, ends) in scaled.items()
        if ends
    ]
    x = {"title": {"text": "[[population.axis.difference]]"}, "hoverformat": ".2f"}
    figure = rows_figure(rows, x, reference=0)
    figure.update_annotations(bgcolor=theme.var("card"))  # the line at zero ends behind the labels
    return figure.update_traces(showlegend=False)  # in a saved picture, where labels name the rows


def standardised(name: str, one: Mapping[str, Any]) -> tuple[float, float, float] | None:
    """Return mean, low and high end in ERM's standard deviations, positive where mixup is smoother.

    None where ERM's values do not differ.
    """
    values = one["erm"]
    scale = apply("standard deviation", stdev, values) if len(values) > 1 else 0.0
    if not scale:
        return None
    unit = scale if name in LARGER else -scale
    low, high = sorted(end / unit for end in one["interval"])
    return one["difference"] / unit, low, high


def _difference(name: str, one: Mapping[str, Any], value: float, low: float, high: float) -> Point:
    earned = verdict(name, one["interval"])
    raw, low_end, high_end = (show(end, "+.3g") for end in (one["difference"], *one["interval"]))
    return Point(
        value=value,
        name=f"[[{text_key(name)}]]",
        colour=COLOURS[earned],
        symbol=FIRST if earned == "open" else OURS,
        interval=(low, high),
        hover="%{fullData.name}, mixup − ERM: "
        + (raw + " (" + low_end + " – " + high_end + ") ")
        + f"[[{text_key(name)}.unit]]<br>%{{x}} [[population.deviations]]",
    )


def curve_figure(results: Mapping[str, Any], name: str) -> go.Figure:
    """Draw both models' median over λ with the band from the 10th to the 90th percentile.

    Args:
        results: the file "population".
        name: "own", the probability of A's class, with the soft label's as dashed line;
            "gradient_norm"; or "confidence".
    """
    pairs = results["values"]["pairs"]
    curves = pairs["curves"][name]
    series = [
        band_series(model, pairs["lam"], *(curves[model][end] for end in ("median", "low", "high")))
        for model in MODELS
    ]
    y = {"title": {"text": f"[[population.axis.{name}]]"}, **CURVE_AXES[name]}
    return series_figure(series, LAMBDA_AXIS, y, diagonal=name == "own")
