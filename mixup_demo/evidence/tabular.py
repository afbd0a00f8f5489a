"""mixup on tables: cross-validated test errors, judged together, for chapter "other modalities"."""

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import (
    Chart,
    Says,
    Values,
    chart,
    percent,
    short,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import OPEN, corrected, majority, student_p, verdict
from mixup_demo.evidence.tallies import ALL, tally
from mixup_demo.evidence.trace import length
from mixup_demo.figures.marks import FIRST, OURS
from mixup_demo.figures.rows import Point, Row, rows_figure


def judged(values: Values) -> list[tuple[Values, Values, str]]:
    """Return each table, each length of training of it, and the verdict on that.

    An interval follows Nadeau and Bengio; verdicts that do not survive Holm's correction for the
    number of comparisons are open, and so is one without an interval, where splits do not differ.

    Args:
        values: of the results file "tabular".
    """
    cells = [(table, cell) for table in values["tables"] for cell in table["lengths"]]
    known = [cell["difference"] for _, cell in cells if cell["difference"]["interval"]]
    chances = [student_p(one["mean"], one["interval"], len(one["by_split"])) for one in known]
    left = iter(corrected([verdict(one["interval"]) for one in known], chances))
    return [
        (table, cell, next(left) if cell["difference"]["interval"] else OPEN)
        for table, cell in cells
    ]


def says(results: Values) -> list[Says]:
    """Say the errors of each table, then how many comparisons are decided, and how."""
    found = judged(results["values"])
    names = list(dict.fromkeys(str(table["table"]) for table, _, _ in found))
    each = [_table([one for one in found if str(one[0]["table"]) == name]) for name in names]
    return [*each, _all(results, found)]


def _table(found: list[tuple[Values, Values, str]]) -> Says:
    table = found[0][0]
    errors = [
        whole(cell["epochs"])
        + ": "
        + percent(cell["erm"]["error"])
        + " → "
        + percent(cell["mixup"]["error"])
        + _ends(cell["difference"])
        for _, cell, _ in found
    ]
    filled = {
        "where": f"[[learn.kinds.table.{table['table']}]]",
        "rows": whole(table["rows"]),
        "columns": whole(table["columns"]),
        "classes": whole(table["classes"]),
        "list": join("; ", errors),
    }
    return Says("learn.kinds.table", filled)


def _ends(difference: Values) -> str:
    """Return the difference in points with its interval, where there is one."""
    if not difference["interval"]:
        return ""
    low, high = (signed(100 * end) for end in difference["interval"])
    return " (" + signed(100 * difference["mean"]) + " [" + low + ", " + high + "])"


def _all(results: Values, found: list[tuple[Values, Values, str]]) -> Says:
    values = results["values"]
    verdicts = [says for _, _, says in found]
    ruling = majority(verdicts)
    filled = {
        **tally((cell["difference"]["mean"] for _, cell, _ in found), verdicts, ALL),
        "alpha": short(values["alpha"]),
        "repeats": whole(values["repeats"]),
        "folds": whole(values["folds"]),
        "n": whole(length(found[0][1]["difference"]["by_split"])),
        "verdict": word(ruling),
    }
    return Says("learn.kinds.tables", filled, ruling)


def differences(results: Values) -> Chart:
    """Draw mixup's test error less ERM's, in points with its interval: a row a table."""
    rows = []
    for table in results["values"]["tables"]:
        points = [
            _point(cell, symbol)
            for cell, symbol in zip(table["lengths"], (FIRST, OURS), strict=True)
        ]
        rows.append(Row(f"[[learn.kinds.table.{table['table']}]]", points))
    x = {"title": {"text": "[[learn.kinds.table.axis]]"}, "zeroline": False}
    return chart("learn.kinds.table.chart", rows_figure(rows, x, reference=0))


def _point(cell: Values, symbol: str) -> Point:
    difference = cell["difference"]
    ends = difference["interval"] and [100 * end for end in difference["interval"]]
    name = "[[learn.kinds.table.epochs]] " + whole(cell["epochs"])
    hover = name + ": %{x:.2f}"
    return Point(100 * difference["mean"], name, "mixup", symbol, ends, hover)
