"""What a panel of the Evidence view is made of, and how numbers become text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from mixup_demo.images.gallery import ASSETS

Values = Mapping[str, Any]

MODELS = ("erm", "mixup")


@dataclass(frozen=True)
class Says:
    """A sentence computed from numbers: its text key and what fills its placeholders.

    A value may be "[[another key]]". `verdict` is "better", "worse" or "open" of a comparison of
    mixup with ERM, None where the sentence compares nothing.
    """

    key: str
    values: dict[str, str]
    verdict: str | None = None


@dataclass(frozen=True)
class Chart:
    """A figure with its title's text key, and whether it takes the panel's whole width."""

    title: str
    figure: go.Figure
    wide: bool = False


@dataclass(frozen=True)
class Table:
    """Text cells; columns and cells may be "[[text key]]"; the first column heads its row."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Panel:
    """One claim.

    Attributes:
        name: "evidence.<name>.title", ".claim" and ".setting" are its text keys.
        says: what the numbers say.
        charts, table: the numbers.
        models: names of the models behind them.
        results: names of the results files.
        heading: text key of what stands above the sentences.
        legend: text keys' last parts, "evidence.legend.<part>", of the marks that the charts use.
    """

    name: str
    says: Sequence[Says]
    charts: Sequence[Chart]
    table: Table
    models: Sequence[str]
    results: Sequence[str]
    legend: Sequence[str] = ("erm", "mixup")
    heading: str = "evidence.says"


@lru_cache
def paper() -> dict[str, Any]:
    """Return the paper's numbers, each with its status: C confirmed, R as reported."""
    numbers: dict[str, Any] = json.loads((ASSETS / "paper.json").read_text(encoding="utf-8"))
    return numbers


def percent(share: float, decimals: int = 1) -> str:
    """Return a share as the number of its per cents."""
    return f"{100 * share:.{decimals}f}"


def number(value: float, decimals: int = 2) -> str:
    """Return a number with a fixed count of decimals."""
    return f"{value:.{decimals}f}"


def signed(value: float, decimals: int = 1) -> str:
    """Return a difference with its sign; one that rounds to nothing has none."""
    text = f"{value:+.{decimals}f}"
    return text.replace("-", "−") if float(text) else text[1:]


def ratio(value: float | None) -> str:
    """Return a ratio, or a dash where it has none (a division by zero)."""
    return "–" if value is None else f"{value:.2f}"


def span(interval: Sequence[float] | None, share: bool = True) -> str:
    """Return an interval as a cell's text."""
    if interval is None:
        return "–"
    low, high = (percent(end) if share else number(end) for end in interval)
    return f"{low} – {high}"


def verdict(interval: Sequence[float], neutral: float = 0, smaller_is_better: bool = True) -> str:
    """Return "better" or "worse" of mixup if the whole interval says so, else "open"."""
    low, high = interval
    below, above = high < neutral, low > neutral
    better, worse = (below, above) if smaller_is_better else (above, below)
    return "better" if better else "worse" if worse else "open"


def compare(
    where: str, measure: str, erm: float, mixup: float, difference: float, interval: Sequence[float]
) -> Says:
    """Compare two shares of which the smaller is better, in per cents and points.

    Args:
        where, measure: text keys of what is compared.
        difference: mixup − ERM, with its 95 % interval.
    """
    low, high = interval
    found = verdict(interval)
    return Says(
        "evidence.says.difference",
        {
            "where": f"[[{where}]]",
            "measure": f"[[{measure}]]",
            "erm": percent(erm),
            "mixup": percent(mixup),
            "difference": signed(100 * difference),
            "low": signed(100 * low),
            "high": signed(100 * high),
            "verdict": f"[[evidence.verdict.{found}]]",
        },
        found,
    )


def reported(row: Values, key: str = "status") -> str:
    """Return what marks a number of the paper that is not confirmed, else nothing."""
    return " [[evidence.reported]]" if row[key] == "R" else ""
