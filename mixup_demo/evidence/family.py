"""Which α? The page's network on all images, trained with several of them."""

from typing import Any

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Chart, Says, Values, chart, percent, short, whole
from mixup_demo.evidence.seed_marks import scattered, spread
from mixup_demo.evidence.trace import length
from mixup_demo.figures.series import Series, series_figure

STUDY = "family"
TITLE = "evidence.family.chart"


def _arms(values: Values) -> list[Values]:
    """Return what is finished by α, ERM first; [] where no other α than mixup's is."""
    cells = values["studies"].get(STUDY, {"cells": []})["cells"]
    arms: list[Values] = cells[0]["alphas"] if cells else []
    others = [one for one in arms if one["alpha"] not in (0.0, values["mixup_alpha"])]
    return arms if others else []


def says(values: Values) -> list[Says]:
    """Return a sentence with each α's error, without a verdict: most have one seed.

    Args:
        values: of the results file "studies".
    """
    arms = _arms(values)
    parts = [
        _name(one) + ": " + percent(one["mean"]) + " % (n = " + whole(length(one["errors"])) + ")"
        for one in arms
    ]
    return [Says("evidence.family.says", {"list": join("; ", parts)})] if parts else []


def charts(values: Values) -> list[Chart]:
    """Return the error over α: the means with one standard deviation, and every seed.

    Args:
        values: of the results file "studies".
    """
    arms = _arms(values)
    if not arms:
        return []
    kinds = {
        "erm": [one for one in arms if not one["alpha"]],
        "mixup": [one for one in arms if one["alpha"]],
    }
    series = [one for model, some in kinds.items() if some for one in _series(model, some)]
    x = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [_tick(one) for one in arms],
        "title": {"text": "[[evidence.axis.alpha]]"},
    }
    y = {
        **{"ticksuffix": " %", "hoverformat": ".1f"},
        "title": {"text": "[[evidence.axis.test-error]]"},
    }
    return [chart(TITLE, series_figure(series, x, y))]


def _series(model: str, arms: list[Values]) -> list[Series]:
    name, ends = f"[[model.{model}]]", [spread(one) for one in arms]
    some: list[tuple[Any, Values]] = [(_tick(one), one) for one in arms]
    line = Series(
        name,
        model,
        [at for at, _ in some],
        [100 * one["mean"] for one in arms],
        [100 * low for low, _ in ends],
        [100 * high for _, high in ends],
        mode="lines+markers" if len(arms) > 1 else "markers",
        dash="dash",
    )
    return [line, scattered(name, model, some)]


def _name(one: Values) -> str:
    return "α = " + short(one["alpha"]) if one["alpha"] else "[[evidence.method.erm]]"


def _tick(one: Values) -> str:
    return short(one["alpha"]) if one["alpha"] else "[[evidence.short.erm]]"
