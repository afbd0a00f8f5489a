"""Claim: between the training data mixup errs less and reacts less (paper, Figure 2)."""

from typing import Any

from mixup_demo.evidence.panel import (
    MODELS,
    Panel,
    Says,
    Table,
    Values,
    chart,
    compare,
    number,
    signed,
    verdict,
)
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.curves import LAMBDA_AXIS, band_series
from mixup_demo.figures.measures import MEASURES
from mixup_demo.figures.rows import series_figure


def panel(results: Values) -> Panel:
    """Return the panel from the results file "between"."""
    results = file_values(results)
    values = results["values"]
    return Panel(
        name="between",
        says=_says(values["measures"]),
        charts=[
            chart("evidence.between.miss", _misses(values)),
            chart("evidence.between.gradient", _gradients(values)),
        ],
        table=_table(values["measures"]),
        models=sorted(results["models"]),
        results=["between"],
    )


def _says(measures: Values) -> list[Says]:
    miss, norm = measures["miss_rate"], measures["mean_gradient_norm"]
    low, high = norm["interval"]
    found = verdict(norm["interval"])
    gradient = Says(
        "evidence.between.says.gradient",
        {
            "erm": number(norm["erm"]),
            "mixup": number(norm["mixup"]),
            "difference": signed(norm["difference"], 2),
            "low": signed(low, 2),
            "high": signed(high, 2),
            "verdict": f"[[evidence.verdict.{found}]]",
        },
        found,
    )
    compared = compare(
        "evidence.between.where",
        "evidence.measure.miss-rate",
        miss["erm"],
        miss["mixup"],
        miss["difference"],
        miss["interval"],
    )
    return [compared, gradient]


def _misses(values: Values) -> Any:
    series = [
        band_series(
            model, values["lam"], values["miss_rate"][model], *values["miss_interval"][model]
        )
        for model in MODELS
    ]
    y = {
        "title": {"text": "[[evidence.axis.miss]]"},
        "rangemode": "tozero",
        "tickformat": ".0%",
        "hoverformat": ".1%",
    }
    return series_figure(series, LAMBDA_AXIS, y)


def _gradients(values: Values) -> Any:
    norms = values["gradient_norm"]
    series = [
        band_series(
            model, values["lam"], norms[model]["median"], norms[model]["low"], norms[model]["high"]
        )
        for model in MODELS
    ]
    y = {"title": {"text": "[[chart.gradient.y]]"}, "rangemode": "tozero", "hoverformat": ".2f"}
    return series_figure(series, LAMBDA_AXIS, y)


def _table(measures: Values) -> Table:
    names = ("evidence.column.measure", "model.erm", "model.mixup", "evidence.column.difference")
    columns = [f"[[{name}]]" for name in (*names, "evidence.column.interval")]
    rows = []
    for measure in MEASURES:
        one = measures[measure.name]
        low, high = one["interval"]
        rows.append(
            [
                f"[[measure.{measure.name}]] ([[measure.{measure.name}.unit]])",
                number(one["erm"], 3),
                number(one["mixup"], 3),
                signed(one["difference"], 3),
                signed(low, 3) + " – " + signed(high, 3),
            ]
        )
    return Table(columns, rows)
