"""Claim: mixup steadies the training of GANs, over all losses and targets (paper, section 3.7)."""

from collections.abc import Sequence
from dataclasses import replace

from mixup_demo.evidence import gan
from mixup_demo.evidence.gan_compared import Compared, compared, row_of, settings
from mixup_demo.evidence.gan_figures import ends, over_steps
from mixup_demo.evidence.panel import (
    Finding,
    Panel,
    Says,
    Table,
    Values,
    chart,
    short,
    sources,
    whole,
)
from mixup_demo.evidence.rules import OPEN, SEEDS
from mixup_demo.evidence.trace import count, declared, file_values, length


def panel(results: Values, paper: Values, long: Values | None = None) -> Panel:
    """Return the panel.

    Args:
        results: the results file "gan".
        paper: the paper's numbers.
        long: the results file `gan_compared.LONG`, where it is there.
    """
    results, paper = sources(results, paper)
    files = [results, *([file_values(long)] if long else [])]
    every, usual = compared(*files), len(compared(results))  # those of the usual length come first
    said = [*_says(every[:usual]), *_undecided(every)]
    further = [*_says(every[usual:]), _length(results, paper, *files[1:])]
    at_the_end = [chart(f"evidence.gan.chart.{what}", ends(files, what)) for what in gan.FORMS]
    while_training = [one for file in files[1:] for one in over_steps(file)]
    return Panel(
        name="gan",
        findings=[
            Finding("evidence.finding.gan.ends", said, at_the_end),
            Finding("evidence.finding.gan.length", further, while_training),
        ],
        table=_table(*files),
        legend=("plain", "mixup"),
        models=[],
        results=[str(one["name"]) for one in files],
    )


def _length(results: Values, paper: Values, *long: Values) -> Says:
    """Say how long ours and the authors' are trained, and which of ours are as long."""
    lengths = {"ours": results["values"]["recipe"], "theirs": paper["gan"]}
    filled = {whose: whole(of["iterations"]) for whose, of in lengths.items()}
    return Says(f"evidence.gan.says.length{'.long' if long else ''}", filled)


def _says(some: Sequence[Compared]) -> list[Says]:
    """Return a sentence for each comparison that can be made."""
    return [_compare(one) for one in some if one.verdict]


def _undecided(every: Sequence[Compared]) -> list[Says]:
    """Say how many comparisons cannot be made, where there are such."""
    undecided = [one for one in every if not one.verdict]
    if not undecided:
        return []
    total, few = (
        whole(count(one.row[one.what]["end"]["mean"] for one in some))
        for some in (every, undecided)
    )
    least = whole(declared("rules.SEEDS", SEEDS))
    filled = {"total": total, "count": few, "least": least}
    return [Says("evidence.gan.says.inconclusive", filled, OPEN)]


def _compare(one: Compared) -> Says:
    says = gan.compare(one.values, row_of(one.values, 0.0), one.row, one.what, one.verdict)
    key = f"evidence.gan.says.{one.what}"
    return replace(says, key=key, values={**says.values, "where": one.where})


def _table(*files: Values) -> Table:
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
        for where, values in settings(*files)
        for row in values["alphas"]
    ]
    return Table(columns, rows)
