"""Claim: mixup steadies the training of GANs, over all losses and targets (paper, section 3.7)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mixup_demo.evidence import gan
from mixup_demo.evidence.panel import Panel, Says, Table, Values, chart, short, whole
from mixup_demo.evidence.trace import file_values, length
from mixup_demo.figures.rows import Point, Row, rows_figure

#: the α that the paper names
ALPHA = 0.2


def panel(results: Values) -> Panel:
    """Return the panel from the results file "gan"."""
    results = file_values(results)
    return Panel(
        name="gan",
        says=[says for one in settings(results) for says in _says(*one)],
        charts=[chart(f"evidence.gan.chart.{what}", _ends(results, what)) for what in gan.FORMS],
        table=_table(results),
        models=[],
        results=["gan"],
    )


def settings(results: Values) -> Iterator[tuple[str, Values]]:
    """Yield the name of each loss and target, in [[text keys]], and its values."""
    for loss, targets in results["values"]["losses"].items():
        for target, values in targets.items():
            yield f"[[evidence.gan.data.{target}]], [[evidence.gan.loss.{loss}]]", values


def row_of(values: Values, alpha: float) -> Values:
    """Return the row of one α."""
    rows: list[Values] = values["alphas"]
    return next(row for row in rows if row["alpha"] == alpha)


def _says(where: str, values: Values) -> Iterator[Says]:
    compared = [says for says in gan.says(values, ALPHA) if says.verdict is not None]
    for says in compared:
        key = says.key.replace("gan.says", "evidence.gan.says")
        yield replace(says, key=key, values={**says.values, "where": where})


def _ends(results: Values, what: str) -> Any:
    """Draw both GANs' ends as shares of what is possible, with one standard deviation each way."""
    rows = [
        Row(
            where,
            [
                _point(values, row_of(values, alpha), model, what)
                for model, alpha in (("erm", 0.0), ("mixup", ALPHA))
            ],
        )
        for where, values in settings(results)
    ]
    title = {"text": f"[[evidence.gan.axis.{what}]]"}
    return rows_figure(
        rows, {"title": title, "range": [0, 1.02], "tickformat": ".0%", "hoverformat": ".1%"}
    )


def _point(values: Values, row: Values, model: str, what: str) -> Point:
    end, scale = row[what]["end"], gan.most(values, what)
    mean, sd = end["mean"], end["sd"] or 0
    ends = [(mean - sd) / scale, (mean + sd) / scale]
    return Point(mean / scale, f"[[model.{model}]]", model, interval=ends)


def _table(results: Values) -> Table:
    names = ("setting", "alpha", "modes", "quality", "n")
    columns = [
        f"[[evidence.column.{name}]]" if name == "setting" else f"[[gan.column.{name}]]"
        for name in names
    ]
    rows = [
        [
            where,
            short(row["alpha"]),
            gan.spread(row, "modes") + " / " + whole(values["modes"]),
            gan.spread(row, "quality"),
            whole(length(values["seeds"])),
        ]
        for where, values in settings(results)
        for row in values["alphas"]
    ]
    return Table(columns, rows)
