"""Confidence of further networks as a chart and rows of the table, beside those of one pair."""

from collections.abc import Iterator

from mixup_demo.evidence.panel import MODELS, Chart, Values, chart, percent, span, whole
from mixup_demo.evidence.seed_groups import where
from mixup_demo.evidence.seed_marks import dots
from mixup_demo.figures.rows import Point, Row, rows_figure

STAGES = ("before", "after")
RESNET = "[[evidence.studies.network.resnet]]"


def charts(pair: Values, values: Values) -> list[Chart]:
    """Return the calibration errors as trained, a row for each network.

    Args:
        pair: values of the results file "calibration".
        values: of the results file "confidence_seeds".
    """
    x = {
        "title": {"text": "[[evidence.measure.ece]]"},
        "rangemode": "tozero",
        "ticksuffix": " %",
        "hoverformat": ".1f",
    }
    return [chart("evidence.confidence.chart", rows_figure(_rows(pair, values), x))]


def _rows(pair: Values, values: Values) -> list[Row]:
    return [
        Row("[[evidence.group.bundled]]", [_of_pair(pair, model) for model in MODELS]),
        *(Row(where(group), _of_seeds(group["ece"]["before"])) for group in values["groups"]),
        *(
            Row(_images(one), [_of_curve(one, model) for model in MODELS])
            for one in values["curves"]
        ),
    ]


def _images(curve: Values) -> str:
    return RESNET + ", " + whole(curve["images"]) + " [[evidence.studies.images]]"


def _of_pair(pair: Values, model: str) -> Point:
    found = pair[model]["before"]
    ends = [100 * end for end in found["interval"]]
    return Point(100 * found["ece"], f"[[model.{model}]]", model, interval=ends)


def _of_seeds(ece: Values) -> list[Point]:
    return [
        point
        for model in MODELS
        for one in [ece[model]]
        for point in dots(f"[[model.{model}]]", model, {**one, "errors": one["values"]})
    ]


def _of_curve(curve: Values, model: str) -> Point:
    return Point(100 * curve["ece"]["before"][model], f"[[model.{model}]]", model)


def rows(values: Values) -> list[list[str]]:
    """Return the table's rows: calibration errors and AUROCs, over seeds and of the curves."""
    return [
        *(row for group in values["groups"] for row in _group_rows(group)),
        *(row for one in values["curves"] for row in _curve_rows(one)),
    ]


def _group_rows(group: Values) -> Iterator[list[str]]:
    for stage in STAGES:
        name = f"{where(group)}. [[evidence.calibration.{stage}]]: ECE, %"
        yield [name, *_spread(group["ece"][stage])]
    for one in group["sets"]:
        name = f"{where(group)}, [[evidence.set.{one['set']}]]: [[evidence.axis.auroc]], %"
        yield [name, *_spread(one)]


def _spread(one: Values) -> list[str]:
    """Return both models' means over seeds, and their standard deviations."""
    return [
        cell
        for model in MODELS
        for cell in (percent(one[model]["mean"]), "± " + percent(one[model]["sd"]))
    ]


def _curve_rows(curve: Values) -> Iterator[list[str]]:
    for stage in STAGES:
        cells = [cell for model in MODELS for cell in (percent(curve["ece"][stage][model]), "")]
        yield [_images(curve) + f". [[evidence.calibration.{stage}]]: ECE, %", *cells]
    for one in curve["sets"]:
        name = f", [[evidence.set.{one['set']}]]: [[evidence.axis.auroc]], %"
        yield [_images(curve) + name, *(cell for model in MODELS for cell in _auroc(one[model]))]


def _auroc(one: Values) -> tuple[str, str]:
    return percent(one["auroc"]), span(one["auroc_interval"])
