"""Which α? Errors over it: of the learning curves' thin network over seeds, and of the page's."""

from typing import Any

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Chart, Says, Values, chart, percent, short, whole
from mixup_demo.evidence.relatives import listed
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seed_marks import scattered, spread
from mixup_demo.evidence.seeds import Compared, judge, of_difference, ruling, tally
from mixup_demo.evidence.studies_figures import PER_CENT
from mixup_demo.evidence.trace import length
from mixup_demo.figures.series import Series, series_figure

#: the study of the thin network, with several seeds of every α, and that of the page's
THIN, PAGE = "alphas", "family"


def _cell(values: Values, study: str) -> Values | None:
    """Return the study's one cell; None where no other α than mixup's is finished."""
    cells: list[Values] = values["studies"].get(study, {"cells": []})["cells"]
    usual = {0.0, values["mixup_alpha"]}
    return next((one for one in cells if set(_alphas(one)) - usual), None)


def _alphas(cell: Values) -> list[float]:
    return [one["alpha"] for one in cell["alphas"]]


def thin(values: Values) -> list[Says]:
    """Return how each α compares with ERM and with mixup's usual one, and where the error is least.

    Args:
        values: of the results file "studies".
    """
    cell = _cell(values, THIN)
    own = _compared(cell, "difference") if cell else []
    if not cell or not own:
        return []
    of_mixup = _compared(cell, "difference_of_mixup")
    best = min(cell["alphas"], key=lambda one: float(one["mean"]))
    verdicts = judge(own)
    decided = any(verdicts)
    filled = {
        "alpha": short(values["mixup_alpha"]),
        **{name: whole(cell[name]) for name in ("images", "epochs")},
        "best": _name(best),
        "error": percent(best["mean"]),
        "list": listed(own, verdicts),
        "others": listed(of_mixup, judge(of_mixup)),
        **tally(own, verdicts),
    }
    key = f"evidence.alphas.says{'' if decided else '.few'}"
    return [Says(key, filled, ruling(verdicts) if decided else OPEN)]


def _compared(cell: Values, key: str) -> list[Compared]:
    return [of_difference(_name(one), one[key]) for one in cell["alphas"] if one[key]]


def page(values: Values) -> list[Says]:
    """Return each α's error of the page's network, without a verdict: most have one seed.

    Args:
        values: of the results file "studies".
    """
    cell = _cell(values, PAGE)
    if not cell:
        return []
    parts = [
        _name(one) + ": " + percent(one["mean"]) + " % (n = " + whole(length(one["errors"])) + ")"
        for one in cell["alphas"]
    ]
    return [Says("evidence.family.says", {"list": join("; ", parts)})]


def charts(values: Values, study: str) -> list[Chart]:
    """Return the error over α: every seed, and the means with one standard deviation.

    Args:
        values: of the results file "studies".
        study: `THIN` or `PAGE`.
    """
    cell = _cell(values, study)
    if not cell:
        return []
    arms: list[Values] = cell["alphas"]
    x = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [_tick(one) for one in arms],
        "title": {"text": "[[evidence.axis.alpha]]"},
    }
    y = {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}}
    series = [
        *_series("erm", [one for one in arms if not one["alpha"]]),
        *_series("mixup", [one for one in arms if one["alpha"]]),
    ]
    return [chart(f"evidence.{study}.chart", series_figure(series, x, y))]


def _series(model: str, arms: list[Values]) -> list[Series]:
    if not arms:
        return []
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
