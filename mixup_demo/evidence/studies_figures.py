"""The studies as charts and rows of the table: every seed a point, means, and their spread."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.panel import Chart, Values, chart, percent, short, whole
from mixup_demo.evidence.seed_marks import dots, means, scattered
from mixup_demo.evidence.studies import ORDER, arm, comparing, further, place
from mixup_demo.evidence.trace import length
from mixup_demo.figures.rows import Row, rows_figure
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import DASHES

#: line of a further α
FURTHER = "dot"

PER_CENT = {"ticksuffix": " %", "hoverformat": ".1f"}


def charts(name: str, values: Values) -> list[Chart]:
    """Return the charts of a study that has more than one cell: of the curves, over epochs, too.

    Args:
        name: of the study.
        values: of the results file "studies".
    """
    cells, alpha = values["studies"][name]["cells"], values["mixup_alpha"]
    over_epochs = _while_training(cells, alpha) if name == "curves" else []
    return [chart(f"evidence.studies.chart.{name}", _figure(name, cells, alpha)), *over_epochs]


def _figure(name: str, cells: Sequence[Values], alpha: float) -> Any:
    if name == "curves":
        return _over(cells, "images", "[[evidence.studies.axis.images]]", alpha)
    if name == "length":
        return _over(cells, "epochs", "[[evidence.axis.epochs]]", alpha)
    return _rows(name, cells, alpha)


def _arms(cell: Values, alpha: float) -> list[tuple[str, Values]]:
    """Return what is finished of ERM and of mixup, by the names of the models."""
    both = (("erm", arm(cell, 0.0)), ("mixup", arm(cell, alpha)))
    return [(model, one) for model, one in both if one]


def _over(cells: Sequence[Values], axis: str, title: str, alpha: float) -> Any:
    """Draw both methods over a logarithmic axis."""
    series = []
    for model in ("erm", "mixup"):
        own = [(cell[axis], dict(_arms(cell, alpha)).get(model)) for cell in cells]
        some = [(at, one) for at, one in own if one]
        name = f"[[model.{model}]]"
        series += [means(name, model, some, DASHES[model]), scattered(name, model, some)]
    series += [one for other in further(cells, alpha) for one in _further(cells, axis, other)]
    ticks = [float(cell[axis]) for cell in cells]
    x = {
        "type": "log",
        "title": {"text": title},
        "tickvals": ticks,
        "ticktext": [f"{tick:,.0f}" for tick in ticks],
    }
    return series_figure(series, x, {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}})


def _further(cells: Sequence[Values], axis: str, alpha: float) -> list[Series]:
    """Return the means of another α, thinner, and its seeds."""
    some = [(cell[axis], one) for cell in cells if (one := arm(cell, alpha))]
    x, y = [at for at, _ in some], [100 * one["mean"] for _, one in some]
    name = "[[model.mixup]], α = " + short(some[0][1]["alpha"])
    line = Series(name, "mixup", x, y, mode="lines", dash=FURTHER, width=1.5)
    return [line, scattered(name, "mixup", some)]


def _rows(name: str, cells: Sequence[Values], alpha: float) -> Any:
    rows = []
    for cell in cells:
        points = [
            point
            for model, one in _arms(cell, alpha)
            for point in dots(f"[[model.{model}]]", model, one)
        ]
        rows.append(Row(place(name, cell), points))
    return rows_figure(rows, {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}})


def _while_training(cells: Sequence[Values], alpha: float) -> list[Chart]:
    """Return test errors over epochs, a line a seed, at the count of images with most seeds."""
    both = [cell for cell in cells if len(_arms(cell, alpha)) == 2]
    if not both:
        return []
    cell = max(both, key=lambda one: min(len(own["errors"]) for _, own in _arms(one, alpha)))
    series = [
        Series(
            f"[[model.{model}]]",
            model,
            one["over_epochs"]["epochs"],
            [100 * error for error in errors],
            mode="lines",
            dash=DASHES[model],
            width=1.5,
        )
        for model, one in _arms(cell, alpha)
        for errors in one["over_epochs"]["errors"]
    ]
    title = "[[evidence.axis.epoch]] (" + place("curves", cell) + ")"
    y = {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}}
    return [
        chart("evidence.studies.chart.epochs", series_figure(series, {"title": {"text": title}}, y))
    ]


def rows(values: Values) -> list[list[str]]:
    """Return the table's rows, one a cell, and one more for each further α."""
    studies, alpha, several = values["studies"], values["mixup_alpha"], comparing(values)
    return [
        row
        for name in ORDER
        if name == "curves" or name in several
        for cell in studies[name]["cells"]
        for row in _cell_rows(name, cell, alpha)
    ]


def _cell_rows(name: str, cell: Values, alpha: float) -> list[list[str]]:
    label = f"[[evidence.studies.study.{name}]]: " + place(name, cell)
    own = [spread_cells(arm(cell, 0.0)), spread_cells(arm(cell, alpha))]
    first = [label, *own[0], *own[1], "[[evidence.ours]]"]
    others = [one for one in cell["alphas"] if one["alpha"] not in (0.0, alpha)]
    return [
        first,
        *(
            [
                label + ", α = " + short(one["alpha"]),
                "",
                "",
                *spread_cells(one),
                "[[evidence.ours]]",
            ]
            for one in others
        ),
    ]


def spread_cells(one: Values | None) -> list[str]:
    """Return mean, and standard deviation and number of seeds, as cells."""
    if one is None:
        return ["", ""]
    spread = "" if one["sd"] is None else "± " + percent(one["sd"]) + ", "
    return [percent(one["mean"]), spread + "n = " + whole(length(one["errors"]))]
