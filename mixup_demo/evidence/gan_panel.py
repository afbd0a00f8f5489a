"""Claim: mixup steadies the training of GANs, over all losses and targets (paper, section 3.7)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from mixup_demo.evidence import gan
from mixup_demo.evidence.panel import Panel, Says, Table, Values, chart, short, sources, whole
from mixup_demo.evidence.rules import OPEN, SEEDS, corrected, student_p
from mixup_demo.evidence.seed_marks import dots
from mixup_demo.evidence.trace import count, declared, length
from mixup_demo.figures.rows import Point, Row, rows_figure

#: the α that the paper names
ALPHA = 0.2


def panel(results: Values, paper: Values) -> Panel:
    """Return the panel.

    Args:
        results: the results file "gan".
        paper: the paper's numbers.
    """
    results, paper = sources(results, paper)
    return Panel(
        name="gan",
        says=[*_says(results), _length(results, paper)],
        charts=[chart(f"evidence.gan.chart.{what}", _ends(results, what)) for what in gan.FORMS],
        table=_table(results),
        legend=("plain", "mixup"),
        models=[],
        results=["gan"],
    )


def _length(results: Values, paper: Values) -> Says:
    """Say how long ours and the authors' are trained."""
    lengths = {"ours": results["values"]["recipe"], "theirs": paper["gan"]}
    filled = {whose: whole(of["iterations"]) for whose, of in lengths.items()}
    return Says("evidence.gan.says.length", filled)


def settings(results: Values) -> Iterator[tuple[str, Values]]:
    """Yield the name of each loss and target, in [[text keys]], and its values."""
    for loss, targets in results["values"]["losses"].items():
        for target, values in targets.items():
            yield f"[[evidence.gan.data.{target}]], [[evidence.gan.loss.{loss}]]", values


def row_of(values: Values, alpha: float) -> Values:
    """Return the row of one α."""
    rows: list[Values] = values["alphas"]
    return next(row for row in rows if row["alpha"] == alpha)


class Compared(NamedTuple):
    """One comparison with the plain GAN: where it is, of what, and its verdict.

    The verdict is corrected by Holm for the number of all comparisons that have enough seeds; None
    where there are too few seeds for one.
    """

    where: str
    values: Values
    what: str
    verdict: str | None

    @property
    def row(self) -> Values:
        """The row of `ALPHA`."""
        return row_of(self.values, ALPHA)

    @property
    def difference(self) -> Values:
        """Mixup less plain."""
        found: Values = self.row[self.what]["difference"]
        return found


def compared(results: Values) -> list[Compared]:
    """Return every comparison of `ALPHA` with the plain GAN: all losses, targets and measures."""
    alone = [
        Compared(where, values, what, gan.judged(values, row_of(values, ALPHA), what))
        for where, values in settings(results)
        for what in gan.FORMS
    ]
    decidable = [one for one in alone if one.verdict]
    chances = [_chance(one) for one in decidable]
    left = iter(corrected([str(one.verdict) for one in decidable], chances))
    return [one._replace(verdict=next(left)) if one.verdict else one for one in alone]


def _chance(one: Compared) -> float:
    """Return the p of no difference, by Student over seeds."""
    found = one.difference
    return student_p(found["mean"], found["interval"], len(one.values["seeds"]))


def _says(results: Values) -> list[Says]:
    """Return a sentence for each comparison that can be made, then how many cannot."""
    every = compared(results)
    said = [_compare(one) for one in every if one.verdict]
    if len(said) == len(every):
        return said
    total, few = (
        whole(count(one.row[one.what]["end"]["mean"] for one in some))
        for some in (every, [one for one in every if not one.verdict])
    )
    least = whole(declared("rules.SEEDS", SEEDS))
    filled = {"total": total, "count": few, "least": least}
    return [*said, Says("evidence.gan.says.inconclusive", filled, OPEN)]


def _compare(one: Compared) -> Says:
    says = gan.compare(one.values, row_of(one.values, 0.0), one.row, one.what, one.verdict)
    key = f"evidence.gan.says.{one.what}"
    return replace(says, key=key, values={**says.values, "where": one.where})


def _ends(results: Values, what: str) -> Any:
    """Draw both GANs' ends as shares of what is possible: every seed, and their mean ± SD."""
    rows = [
        Row(
            where,
            [
                point
                for model, alpha in (("erm", 0.0), ("mixup", ALPHA))
                for point in _points(values, row_of(values, alpha), model, what)
            ],
        )
        for where, values in settings(results)
    ]
    title = {"text": f"[[evidence.gan.axis.{what}]]"}
    return rows_figure(
        rows, {"title": title, "range": [-0.02, 1.02], "tickformat": ".0%", "hoverformat": ".1%"}
    )


def _points(values: Values, row: Values, model: str, what: str) -> list[Point]:
    found, most = row[what], gan.most(values, what)
    mean, sd = found["end"]["mean"], found["end"]["sd"]
    shares = {
        "errors": [curve[-1] / most for curve in found["values"]],
        **{"mean": mean / most, "sd": None if sd is None else sd / most},
    }
    name = "[[evidence.legend.plain]]" if model == "erm" else "[[model.mixup]]"
    return dots(name, model, shares, scale=1)


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
