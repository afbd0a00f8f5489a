"""What a panel shows, computed again: open the file, follow the path, do the sums, compare.

Nothing here uses the package's own arithmetic or formatting: only the origins that it declares.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import percentileofscore

from mixup_demo.evidence.origins import Derived, Origin, Part, Source, parts_of
from mixup_demo.evidence.panel import Chart, Panel, Says, Table

ROOT = Path(__file__).resolve().parents[2]

#: the definitions that sentences state
DECLARED = {"gan.FAILED": 0.01, "gan.ALL": 1.0, "rules.SEEDS": 3, "studies.LEARNED": 0.01}
#: what sums may hold besides values of the files: per cents, and what is left of one
CONSTANTS = {1, 100}
#: words of the code itself that hold digits: the unit of budgets
LITERALS = ("/255",)

SAME = 1e-9  # arithmetic in another order
SHORT = 1e-3  # histograms have four significant digits

#: keys of sentences, and Plotly's placeholders
WORDS = re.compile(r"\[\[[\w.-]+\]\]|%\{[^}]*\}")


class Files:
    """The files behind the numbers, and by name what else a function was given."""

    def __init__(self, **given: Any) -> None:
        self._contents: dict[str, Any] = {"declared": DECLARED, **given}

    def value(self, source: Source) -> Any:
        """Return what is at a source. Raises LookupError where there is nothing."""
        *_, (_, value) = self.steps(source)
        return value

    def steps(self, source: Source) -> Iterator[tuple[str | int, Any]]:
        """Yield every key on the way to a source, with what it holds; the file's name first."""
        value = self._content(source.file)
        yield source.file, value
        for key in source.path:
            value = value[key]
            yield key, value

    def _content(self, file: str) -> Any:
        if file not in self._contents:
            path = "assets/paper.json" if file == "paper" else f"models/{file}.json"
            if not (ROOT / path).is_file():
                raise LookupError(f"no file {file}")
            self._contents[file] = json.loads((ROOT / path).read_text("utf-8"))
        return self._contents[file]


def _bins(*values: Any) -> np.ndarray:
    pool = np.concatenate(values)
    if (pool == pool.round()).all():
        return np.arange(pool.min(), pool.max() + 2) - 0.5
    return np.linspace(pool.min(), pool.max(), 21)


def _bin_shares(own: Any, *both: Any) -> np.ndarray:
    return np.histogram(own, _bins(*both))[0] / len(own)


def _bin_centres(*both: Any) -> np.ndarray:
    return (_bins(*both)[1:] + _bins(*both)[:-1]) / 2


def _bin_edges(*both: Any) -> np.ndarray:
    return np.stack([_bins(*both)[:-1], _bins(*both)[1:]], axis=1)


def _rank(values: Any, value: float) -> float:
    return float(percentileofscore(values, float(f"{value:.4g}"), kind="mean"))


OPERATIONS: dict[str, Any] = {
    **{"+": lambda a, b: a + b, "-": lambda a, b: a - b},
    **{"*": lambda a, b: a * b, "/": lambda a, b: a / b},
    **{"abs": abs, "negative": lambda a: -a},
    **{"mean": np.mean, "standard deviation": lambda values: np.std(values, ddof=1)},
    **{"length": len, "count": lambda *values: len(values), "percentile": _rank},
    **{"bin shares": _bin_shares, "bin centres": _bin_centres, "bin edges": _bin_edges},
}


def evaluate(origin: Origin, files: Files) -> Any:
    """Return the value that an origin describes, from the files alone."""
    if isinstance(origin, Source):
        return files.value(origin)
    if not isinstance(origin, Derived):
        if origin not in CONSTANTS:
            raise LookupError(f"{origin} is a number from nowhere")
        return origin
    if origin.operation != "count" and not list(sources(origin)):
        raise LookupError("nothing but constants")
    values = [evaluate(one, files) for one in origin.operands]
    if origin.operation == "position":
        (source,) = origin.operands
        return source.path[-1] + 1
    return OPERATIONS[origin.operation](*values)


def sources(origin: Origin | None) -> Iterator[Source]:
    """Yield every value of a file that an origin names."""
    if isinstance(origin, Source):
        yield origin
    if isinstance(origin, Derived):
        for one in origin.operands:
            yield from sources(one)


def rounds_to(text: str, value: float) -> bool:
    """Return whether a number's text is the value, rounded at the last digit of the text."""
    shown = Decimal(text.replace("−", "-").replace(",", ""))
    half = float(Decimal((0, (5,), int(shown.as_tuple().exponent) - 1)))
    return abs(float(shown) - value) <= half * (1 + SAME) + SAME


def text_problems(text: str, files: Files, parts: tuple[Part, ...] | None = None) -> list[str]:
    """Return what in a text comes from nowhere, or is not what its file says.

    Args:
        parts: of the text, where it does not hold them itself.
    """
    parts = parts_of(text) if parts is None else parts
    joined = "".join(part.text for part in parts)
    wrong = [] if joined == text else [f"{text!r} is not made of its parts {joined!r}"]
    return wrong + [problem for part in parts if (problem := _part_problem(part, files))]


def _part_problem(part: Part, files: Files) -> str | None:
    if part.origin is None:
        words = WORDS.sub("", part.text)
        for literal in LITERALS:
            words = words.replace(literal, "")
        return f"{part.text!r} comes from nowhere" if re.search(r"\d", words) else None
    try:
        value = evaluate(part.origin, files)
    except LookupError as error:
        return f"{part.text!r}: {error!r}"
    same = part.text == value if isinstance(value, str) else rounds_to(part.text, value)
    return None if same else f"{part.text!r} is {value!r} at {part.origin}"


def says_problems(says: Says, files: Files) -> list[str]:
    return [one for value in says.values.values() for one in text_problems(value, files)]


def table_problems(table: Table, files: Files) -> list[str]:
    cells = [cell for row in (table.columns, *table.rows) for cell in row]
    return [one for cell in cells for one in text_problems(cell, files)]


def chart_problems(chart: Chart, files: Files) -> list[str]:
    """Return which numbers and texts of a chart come from nowhere, or are not what files say."""
    content = chart.figure.to_dict()
    wrong = []
    for where, value in _drawn(content):
        if isinstance(value, str):
            found = chart.origins.get(where, (Part(value),))
            wrong += text_problems(value, files, found)
        elif value is not None and not _traced(chart, where, value, files):
            wrong += [] if _allowed(chart, content, where, value) else [f"{value} at {where}"]
    return wrong


def _drawn(content: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield places and values of all that traces draw, and of labels."""
    for k, trace in enumerate(content["data"]):
        for name in ("x", "y", "customdata", "name", "hovertemplate", "text"):
            yield from _leaves(("data", k, name), trace.get(name))
        for name in ("error_x", "error_y"):
            for end in ("array", "arrayminus"):
                yield from _leaves(("data", k, name, end), trace.get(name, {}).get(end))
    layout = content["layout"]
    for k, note in enumerate(layout.get("annotations", ())):
        yield ("layout", "annotations", k, "text"), note["text"]
    for name in ("xaxis", "yaxis"):
        axis = layout[name]
        yield from _leaves(("layout", name, "categoryarray"), axis.get("categoryarray"))
        yield ("layout", name, "title", "text"), axis.get("title", {}).get("text", "")


def _leaves(where: tuple[str | int, ...], value: Any) -> Iterator[tuple[Any, Any]]:
    assert not isinstance(value, dict), f"{where} is packed"
    if isinstance(value, list | tuple):
        for k, one in enumerate(value):
            yield from _leaves((*where, k), one)
    elif value is not None:
        yield where, value


def _traced(chart: Chart, where: tuple[Any, ...], value: float, files: Files) -> bool:
    """Return whether a number is what its origin, or that of its array, gives."""
    if where in chart.origins:
        expected = evaluate(chart.origins[where], files)
        return abs(value - expected) <= SAME * max(1, abs(expected))
    origin = chart.origins.get(where[:3])
    if origin is None:
        return False
    expected = evaluate(origin, files)[where[3:]]
    return bool(abs(value - expected) <= SHORT * max(SAME, abs(expected)))


def _allowed(chart: Chart, content: dict[str, Any], where: tuple[Any, ...], value: float) -> bool:
    """Return whether a number is a place and no measurement: of a row, of no attack, a diagonal."""
    _, k, name, *index = where
    trace = content["data"][k]
    if trace.get("hoverinfo") == "skip" and [*trace["x"]] == [*trace["y"]] == [0, 1]:
        return True
    if name == "y" and content["layout"]["yaxis"].get("visible") is False:
        return value in {note["y"] for note in content["layout"]["annotations"]}
    clean = sources(chart.origins.get(("data", k, "y", *index)))
    return name == "x" and value == 0 and any("clean" in source.path for source in clean)


def panel_problems(panel: Panel, files: Files) -> list[str]:
    return [
        *(one for says in panel.says for one in says_problems(says, files)),
        *(one for chart in panel.charts for one in chart_problems(chart, files)),
        *table_problems(panel.table, files),
    ]
