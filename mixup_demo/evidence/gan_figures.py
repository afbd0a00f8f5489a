"""Charts of the GANs: every seed at the end of its training, and on the way there."""

from collections.abc import Iterator, Sequence
from typing import Any

from mixup_demo.evidence import gan
from mixup_demo.evidence.gan_compared import ALPHA, row_of, settings
from mixup_demo.evidence.panel import Chart, Values, chart
from mixup_demo.evidence.seed_marks import dots
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import DASHES

#: colour -> α, how the hover names it, and dash of lines
KINDS = {
    "erm": (0.0, "[[evidence.legend.plain]]", DASHES["erm"]),
    "mixup": (ALPHA, "[[model.mixup]]", DASHES["mixup"]),
}


def ends(files: Sequence[Values], what: str) -> Any:
    """Draw both GANs' ends as shares of what is possible: every seed, and their mean ± SD."""
    rows = [
        Row(
            where,
            [point for model in KINDS for point in _points(values, model, what)],
        )
        for where, values in settings(*files)
    ]
    return rows_figure(rows, _shares(what))


def over_steps(file: Values) -> Iterator[Chart]:
    """Draw the ring's share of high-quality samples over the steps, a line a seed, a chart a loss.

    Args:
        file: the results file `LONG`.
    """
    x = {"tickformat": ",", "title": {"text": "[[evidence.gan.axis.steps]]"}}
    for loss, targets in file["values"]["losses"].items():
        values = targets["ring"]
        lines = [
            Series(name, model, values["iterations"], curve, mode="lines", dash=dash, width=1.5)
            for model, (alpha, name, dash) in KINDS.items()
            for curve in row_of(values, alpha)["quality"]["values"]
        ]
        yield chart(f"evidence.gan.chart.steps.{loss}", series_figure(lines, x, _shares("quality")))


def _points(values: Values, model: str, what: str) -> list[Point]:
    alpha, name, _ = KINDS[model]
    found, most = row_of(values, alpha)[what], gan.most(values, what)
    mean, sd = found["end"]["mean"], found["end"]["sd"]
    shares = {
        "errors": [curve[-1] / most for curve in found["values"]],
        **{"mean": mean / most, "sd": None if sd is None else sd / most},
    }
    return dots(name, model, shares, scale=1)


def _shares(what: str) -> dict[str, Any]:
    """Return an axis of shares of what is possible."""
    title = {"text": f"[[evidence.gan.axis.{what}]]"}
    return {"title": title, "range": [-0.02, 1.02], "tickformat": ".0%", "hoverformat": ".1%"}
