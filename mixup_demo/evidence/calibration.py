"""Later findings: mixup's confidence, on test images and on images of no class."""

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
    percent,
    span,
    whole,
)
from mixup_demo.evidence.trace import count_below, file_values, length
from mixup_demo.figures.rows import Point, Row, Series, rows_figure, series_figure
from mixup_demo.figures.theme import DASHES

STAGES = ("before", "after")
COIN = 0.5  # the AUROC of a confidence that tells nothing


def panel(calibration: Values, outside: Values) -> Panel:
    """Return the panel from the results files "calibration" and "out_of_distribution"."""
    calibration, outside = file_values(calibration), file_values(outside)
    values, sets = calibration["values"], outside["values"]
    return Panel(
        name="calibration",
        says=[
            *(_ece_says(values, stage) for stage in STAGES),
            *(_gap_says(values, model) for model in MODELS),
            _outside_says(sets),
        ],
        charts=[
            *(
                chart(f"evidence.calibration.chart.{stage}", _reliability(values, stage))
                for stage in STAGES
            ),
            chart("evidence.outside.confidence", _rows(sets, "confidence", "interval")),
            chart("evidence.outside.auroc", _rows(sets, "auroc", "auroc_interval", COIN)),
        ],
        table=_table(values, sets),
        models=sorted({*calibration["models"], *outside["models"]}),
        results=["calibration", "out_of_distribution"],
    )


def _ece_says(values: Values, stage: str) -> Says:
    difference = values["difference"][stage]
    return compare(
        f"evidence.calibration.{stage}",
        "evidence.measure.ece",
        values["erm"][stage]["ece"],
        values["mixup"][stage]["ece"],
        difference["value"],
        difference["interval"],
    )


def _gap_says(values: Values, model: str) -> Says:
    before = values[model]["before"]
    key = "over" if before["gap"] > 0 else "under"
    return Says(
        f"evidence.calibration.says.{key}",
        {
            "model": f"[[model.{model}]]",
            "confidence": percent(before["confidence"]),
            "accuracy": percent(before["accuracy"]),
            "temperature": number(values[model]["after"]["temperature"]),
        },
    )


def _outside_says(sets: Values) -> Says:
    """Count the sets on which one model's interval of confidence lies wholly below the other's."""
    pairs = [(one["erm"]["interval"], one["mixup"]["interval"]) for one in sets["sets"]]
    lower = count_below((mixup[1], erm[0]) for erm, mixup in pairs)
    higher = count_below((erm[1], mixup[0]) for erm, mixup in pairs)
    verdict = "better" if lower and not higher else "worse" if higher and not lower else "open"
    total = length(sets["sets"])
    filled = {"lower": whole(lower), "higher": whole(higher), "count": whole(total)}
    return Says("evidence.outside.says", filled, verdict)


def _reliability(values: Values, stage: str) -> Any:
    series = []
    for model in MODELS:
        bins = [one for one in values[model][stage]["bins"] if one["count"]]
        series.append(
            Series(
                f"[[model.{model}]]",
                model,
                [one["confidence"] for one in bins],
                [one["accuracy"] for one in bins],
                dash=DASHES[model],
            )
        )
    x = {
        "title": {"text": "[[evidence.axis.confidence]]"},
        "range": [0, 1],
        "tickformat": ".0%",
        "hoverformat": ".1%",
    }
    y = {
        "title": {"text": "[[evidence.axis.accuracy]]"},
        "range": [0, 1.02],
        "tickformat": ".0%",
        "hoverformat": ".1%",
    }
    return series_figure(series, x, y, diagonal=True)


def _rows(sets: Values, measure: str, interval: str, reference: float | None = None) -> Any:
    inside = [("inside", sets["inside"])] if measure == "confidence" else []
    named = [*inside, *((one["set"], one) for one in sets["sets"])]
    rows = [
        Row(
            f"[[evidence.set.{name}]]",
            [
                Point(
                    one[model][measure], f"[[model.{model}]]", model, interval=one[model][interval]
                )
                for model in MODELS
            ],
        )
        for name, one in named
    ]
    title = {"text": f"[[evidence.axis.{measure}]]"}
    scale = (
        {"range": [0, 1], "tickformat": ".0%", "hoverformat": ".1%"}
        if measure == "confidence"
        else {"range": [0, 1.02], "hoverformat": ".2f"}
    )
    return rows_figure(rows, {"title": title, **scale}, reference)


def _table(values: Values, sets: Values) -> Table:
    columns = ["measure", "erm", "interval", "mixup", "interval"]
    rows = [
        [f"[[evidence.calibration.{stage}]]: ECE, %", *_pair(values, stage)] for stage in STAGES
    ]
    for one in sets["sets"]:
        name = f"[[evidence.set.{one['set']}]]"
        for measure, interval in (("confidence", "interval"), ("auroc", "auroc_interval")):
            cells = [
                cell
                for model in MODELS
                for cell in (percent(one[model][measure]), span(one[model][interval]))
            ]
            rows.append([f"{name}: [[evidence.axis.{measure}]], %", *cells])
    return Table([f"[[evidence.column.{name}]]" for name in columns], rows)


def _pair(values: Values, stage: str) -> list[str]:
    return [
        cell
        for model in MODELS
        for cell in (percent(values[model][stage]["ece"]), span(values[model][stage]["interval"]))
    ]
