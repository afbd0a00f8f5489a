"""Does mixup do more than its relatives? What the study of other regularisers says."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Chart, Says, Values, chart, short, whole
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seed_marks import dots
from mixup_demo.evidence.seeds import Compared, judge, of_difference, phrase, ruling, tally
from mixup_demo.evidence.studies import verdict_word
from mixup_demo.evidence.studies_figures import PER_CENT, spread_cells
from mixup_demo.figures.rows import Row, rows_figure

#: of the methods, those that are not relatives but what these are compared with
ENDS = ("erm", "mixup")
#: method -> what it is said with: words before a value, and the value's key
WITH = {
    "mixup": (", α = ", "alpha"),
    "inputs": (", α = ", "alpha"),
    "cutmix": (", α = ", "cutmix_alpha"),
    "smoothing": (" ", "label_smoothing"),
    "erm-dropout": (" ", "dropout"),
}
OTHER = "class-a"  # a key of `theme.COLOURS`


def says(values: Values) -> list[Says]:
    """Return a sentence once mixup can be compared with several relatives, else none.

    Args:
        values: of the results file "studies".
    """
    return [_says(group, values["mixup_alpha"]) for group in _groups(values)]


def _groups(values: Values) -> list[Values]:
    """Return the groups in which mixup can be compared with several relatives."""
    groups = values["methods"]["relatives"]
    return [group for group in groups if len(_compared(group, "difference_of_mixup")) > 1]


def _relatives(group: Values) -> list[Values]:
    return [one for one in group["methods"] if one["method"] not in ENDS]


def _compared(group: Values, key: str) -> list[Compared]:
    """Return the relatives' comparisons, "difference" or "difference_of_mixup"."""
    return [of_difference(_name(one), one[key]) for one in _relatives(group) if one[key]]


def _name(one: Values) -> str:
    name = f"[[evidence.studies.method.{one['method']}]]"
    if str(one["method"]) not in WITH:
        return name
    before, key = WITH[one["method"]]
    return name + (before + short(one[key]))


def _says(group: Values, alpha: float) -> Says:
    of_mixup, own = (_compared(group, key) for key in ("difference_of_mixup", "difference"))
    verdicts = judge(of_mixup)
    decided = any(verdicts)
    filled = {
        "alpha": short(alpha),
        "images": whole(group["images"]),
        "list": listed(of_mixup, verdicts),
        "own": listed(own, judge(own)),
        **tally(of_mixup, verdicts),
    }
    key = f"evidence.studies.says.relatives{'' if decided else '.few'}"
    return Says(key, filled, ruling(verdicts) if decided else OPEN)


def listed(some: Sequence[Compared], verdicts: Sequence[str | None]) -> str:
    """Return comparisons with their verdicts, as text."""
    pairs = zip(some, verdicts, strict=True)
    return join("; ", [phrase(one, found) + verdict_word(found) for one, found in pairs])


def charts(values: Values) -> list[Chart]:
    """Return the errors of all methods, a row each, where a sentence speaks of them."""
    return [chart("evidence.studies.chart.relatives", _figure(one)) for one in _groups(values)]


def _figure(group: Values) -> Any:
    rows = [Row(_name(one), dots(_name(one), _colour(one), one)) for one in group["methods"]]
    return rows_figure(rows, {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}})


def _colour(one: Values) -> str:
    return str(one["method"]) if one["method"] in ENDS else OTHER


def rows(values: Values) -> list[list[str]]:
    """Return the table's rows, one a relative; ERM's and mixup's are the learning curves'."""
    return [_row(one) for group in _groups(values) for one in _relatives(group)]


def _row(one: Values) -> list[str]:
    """Return a relative's row: what is ERM with something else, in ERM's column."""
    cells, empty = spread_cells(one), ["", ""]
    both = [*cells, *empty] if one["method"].startswith("erm") else [*empty, *cells]
    return ["[[evidence.studies.study.relatives]]: " + _name(one), *both, "[[evidence.ours]]"]
