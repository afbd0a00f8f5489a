"""Later findings: mixup's confidence, on test images and on images of no class."""

from dataclasses import replace
from typing import Any

from mixup_demo.evidence import confidence_figures, confidence_seeds
from mixup_demo.evidence.panel import (
    MODELS,
    Chart,
    Finding,
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
    word,
)
from mixup_demo.evidence.rules import majority
from mixup_demo.evidence.separation import auroc_verdicts, differing
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import DASHES

STAGES = ("before", "after")
COIN = 0.5  # the AUROC of a confidence that tells nothing


def panel(calibration: Values, outside: Values, seeds: Values | None = None) -> Panel:
    """Return the panel.

    Args:
        calibration: the results file "calibration".
        outside: the results file "out_of_distribution".
        seeds: the results file "confidence_seeds"; None where it is not known.
    """
    calibration, outside = file_values(calibration), file_values(outside)
    values, sets = calibration["values"], outside["values"]
    further = file_values(seeds) if seeds else None
    files = [one for one in (calibration, outside, further) if one]
    table = _table(values, sets)
    return Panel(
        name="calibration",
        findings=[
            Finding("evidence.finding.calibration.error", *_calibrated(calibration, further)),
            Finding("evidence.finding.calibration.outside", *_outside(sets, further)),
        ],
        table=replace(
            table,
            rows=[*table.rows, *(confidence_figures.rows(further["values"]) if further else ())],
        ),
        models=sorted({name for one in files for name in one["models"]}),
        results=[str(one["name"]) for one in files],
    )


def _calibrated(calibration: Values, further: Values | None) -> tuple[list[Says], list[Chart]]:
    """Return what is said of calibration, and its charts."""
    values = calibration["values"]
    said = [
        *(_ece_says(calibration, stage) for stage in STAGES),
        *(_gap_says(values, model) for model in MODELS),
        *(confidence_seeds.of_calibration(further) if further else ()),
    ]
    reliability = [
        chart(f"evidence.calibration.chart.{stage}", _reliability(values, stage))
        for stage in STAGES
    ]
    seeds = confidence_figures.charts(values, further["values"]) if further else []
    return said, [*reliability, *seeds]


def _outside(sets: Values, further: Values | None) -> tuple[list[Says], list[Chart]]:
    """Return what is said of unfamiliar images, and its charts."""
    said = [
        _confident(sets),
        _told_apart(sets),
        _scaled(sets),
        *(confidence_seeds.of_outside(further["values"]) if further else ()),
    ]
    charts = [
        chart("evidence.outside.confidence", _rows(sets, "confidence", "interval")),
        chart("evidence.outside.auroc", _rows(sets, "auroc", "auroc_interval", COIN)),
    ]
    return said, charts


def _ece_says(calibration: Values, stage: str) -> Says:
    values = calibration["values"]
    difference = values["difference"][stage]
    return compare(
        f"evidence.calibration.{stage}",
        "evidence.measure.ece",
        {model: values[model][stage]["ece"] for model in MODELS},
        {"mean": difference["value"], "interval": difference["interval"]},
        calibration["n"],
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


def _confident(sets: Values) -> Says:
    """Say on how many sets mixup is less confident, and that it is so on test images, too."""
    inside = {model: percent(sets["inside"][model]["confidence"]) for model in MODELS}
    counted = {name: whole(value) for name, value in differing(sets["sets"], "confidence").items()}
    return Says("evidence.outside.says", {**counted, **inside})


def _told_apart(sets: Values) -> Says:
    found = majority(auroc_verdicts(sets["sets"]))
    counted = differing(sets["sets"], "auroc")
    filled = {name: whole(value) for name, value in counted.items()}
    n = whole(sets["sets"][0]["n"])
    return Says("evidence.outside.says.auroc", {**filled, "n": n, "verdict": word(found)}, found)


def _scaled(sets: Values) -> Says:
    """Say what is left of it at the fitted temperatures, and where mixup is worst."""
    rows = [one["scaled"] for one in sets["sets"]]
    gaps = [one["difference"]["confidence"]["value"] for one in rows]
    k, areas = gaps.index(max(gaps)), differing(rows, "auroc")
    return Says(
        "evidence.outside.says.scaled",
        {
            **{name: whole(value) for name, value in differing(rows, "confidence").items()},
            **{f"auroc_{name}": whole(value) for name, value in areas.items() if name != "count"},
            "set": f"[[evidence.set.{sets['sets'][k]['set']}]]",
            **{model: percent(rows[k][model]["confidence"]) for model in MODELS},
        },
    )


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
