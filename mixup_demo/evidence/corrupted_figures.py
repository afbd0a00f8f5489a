"""Charts of the panel on corrupted labels: over shares with seeds, over epochs, best and last."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.corrupted_seeds import settings
from mixup_demo.evidence.panel import Chart, Values, chart
from mixup_demo.evidence.seed_marks import means, scattered
from mixup_demo.evidence.studies_figures import PER_CENT
from mixup_demo.evidence.trace import positions
from mixup_demo.figures.marks import FIRST, PAPERS
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure

METHODS = ("erm", "erm-dropout", "mixup", "mixup-dropout")
#: dash of the lines; dropout's are thinner
DASHES = {"erm": "solid", "erm-dropout": "dot", "mixup": "dash", "mixup-dropout": "dashdot"}
OURS_SYMBOLS = (FIRST, "circle")
PAPERS_SYMBOLS = (PAPERS, "diamond")


def over_shares(values: Values, study: str) -> list[Chart]:
    """Return final test errors over the share of corrupted labels, with all seeds.

    Args:
        values: of the results file "studies".
        study: a key of `corrupted_seeds.STUDIES`; without a chart where it has a single share.
    """
    groups = values["methods"][study]
    if len(groups) < 2:
        return []
    return [chart(f"evidence.corrupted.chart.{study}", _over_shares(groups))]


def _over_shares(groups: Sequence[Values]) -> Any:
    series = []
    for method in METHODS:
        found = [
            (100 * group["share"], one)
            for group in groups
            for one in group["methods"]
            if one["method"] == method
        ]
        series += _line(method, found) if found else []
    ticks = [100 * float(group["share"]) for group in groups]
    x = {
        "title": {"text": "[[evidence.corrupted.axis.share]]"},
        "tickvals": ticks,
        "ticktext": [f"{tick:.0f} %" for tick in ticks],
    }
    return series_figure(series, x, {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}})


def _line(method: str, found: Sequence[tuple[float, Values]]) -> list[Series]:
    name, colour = f"[[evidence.legend.{method}]]", _colour(method)
    line = means(name, colour, found, DASHES[method], _width(method))
    return [line, scattered(name, colour, found)]


def _colour(method: str) -> str:
    return method.partition("-")[0]


def _width(method: str) -> float:
    return 1.5 if "-" in method else 2.5


def over_epochs(share: Values) -> Any:
    """Draw the test error after each epoch, a line a method."""
    series = [
        Series(
            f"[[evidence.legend.{entry['method']}]]",
            _colour(entry["method"]),
            positions(entry["curve"]),
            [100 * error for error in entry["curve"]],
            mode="lines",
            dash=DASHES[entry["method"]],
            width=_width(entry["method"]),
        )
        for entry in share["models"]
    ]
    y = {"title": {"text": "[[evidence.axis.test-error]]"}, "ticksuffix": " %", "range": [0, 100]}
    return series_figure(series, {"title": {"text": "[[evidence.axis.epoch]]"}}, y)


def best_and_last(share: Values, theirs: list[Values]) -> Any:
    """Draw a row a method, ours and then the paper's: test error at its best epoch and its last."""
    ours = [_row(entry, 100, OURS_SYMBOLS) for entry in share["models"]]
    same_share = [row for row in theirs if row["share"] == share["share"]]
    papers = [_row(row, 1, PAPERS_SYMBOLS, paper=True) for row in same_share]
    x = {
        "title": {"text": "[[evidence.axis.test-error]]"},
        "ticksuffix": " %",
        "range": [0, 100],
        "dtick": 20,
        "hoverformat": ".1f",
    }
    return rows_figure([*ours, *papers], x)


def _row(entry: Values, scale: float, symbols: tuple[str, str], paper: bool = False) -> Row:
    """Return the row of one model: from its best epoch, hollow, to its last, filled."""
    colour = _colour(entry["method"])
    where = "[[evidence.paper]]: " if paper else ""
    names = ("[[evidence.best]]", "[[evidence.last]]")
    points = [
        Point(scale * entry[end], f"{where}{name}", colour, symbol)
        for end, name, symbol in zip(("best", "last"), names, symbols, strict=True)
    ]
    return Row(where + settings(entry, entry["method"]), points, paper)
