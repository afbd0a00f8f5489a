"""What a panel of the Evidence view is made of, and how numbers become text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from mixup_demo.evidence.origins import Origin, Part, Shown, Source
from mixup_demo.evidence.rules import verdict
from mixup_demo.evidence.trace import Traced, file_values, show, trace

Values = Mapping[str, Any]

#: keys and indices that lead to one place in a figure's JSON
Location = tuple[str | int, ...]

MODELS = ("erm", "mixup")


@dataclass(frozen=True)
class Says:
    """A sentence computed from numbers: its text key and what fills its placeholders.

    A value may be "[[another key]]"; one with digits is `Shown`, which knows where they come from.
    `verdict` is "better", "worse" or "open" of a comparison of mixup with ERM, None where the
    sentence compares nothing. `panel` is the name of the one that the sentence leads to. What
    follows a line break in the text are details, which the page sets smaller.
    """

    key: str
    values: dict[str, str]
    verdict: str | None = None
    panel: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the sentence as plain JSON, without origins."""
        values = {name: str(value) for name, value in self.values.items()}
        leads = {"panel": self.panel} if self.panel else {}
        return {"key": str(self.key), "values": values, "verdict": self.verdict, **leads}


@dataclass(frozen=True)
class Chart:
    """A figure with its title's text key; `chart` makes one.

    Attributes:
        wide: whether it takes the panel's whole width.
        origins: where in the figure, such as ("data", 0, "y", 3), is which number or text; of an
            array that is computed as one, such as ("data", 0, "y"), one origin tells all.
    """

    title: str
    figure: go.Figure
    wide: bool = False
    origins: Mapping[Location, Origin | tuple[Part, ...]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the chart as plain JSON, without origins."""
        figure: dict[str, Any] = self.figure.to_dict()
        return {"title": self.title, "wide": self.wide, "figure": figure}


@dataclass(frozen=True)
class Table:
    """Text cells; columns and cells may be "[[text key]]"; the first column heads its row.

    Cells with digits are `Shown`.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_dict(self) -> dict[str, Any]:
        """Return the table as plain JSON, without origins."""
        rows = [[str(cell) for cell in row] for row in self.rows]
        return {"columns": list(map(str, self.columns)), "rows": rows}


@dataclass(frozen=True)
class Finding:
    """What the numbers say of one question, and the charts that show it.

    Attributes:
        title: its text key; "" where it needs none.
        says: what the numbers say.
        charts: of these numbers.
    """

    title: str
    says: Sequence[Says] = ()
    charts: Sequence[Chart] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain JSON, without origins."""
        return {
            "title": self.title,
            "says": [one.as_dict() for one in self.says],
            "charts": [one.as_dict() for one in self.charts],
        }


@dataclass(frozen=True)
class Panel:
    """One claim.

    Attributes:
        name: "evidence.<name>.title", ".claim" and ".setting" are its text keys.
        findings: what the numbers say; those that say and show nothing are left out.
        table: the numbers.
        models: names of the models behind them.
        results: names of the results files.
        heading: text key of what stands above the sentences.
        legend: text keys' last parts, "evidence.legend.<part>", of the marks that the charts use.
        background: whether sentences without a verdict are folded away.
    """

    name: str
    findings: Sequence[Finding]
    table: Table
    models: Sequence[str]
    results: Sequence[str]
    legend: Sequence[str] = ("erm", "mixup")
    heading: str = "evidence.says"
    background: bool = False

    @property
    def says(self) -> list[Says]:
        """All sentences."""
        return [says for one in self.findings for says in one.says]

    @property
    def charts(self) -> list[Chart]:
        """All charts."""
        return [chart for one in self.findings for chart in one.charts]


def sources(results: Values, paper: Values) -> tuple[Values, Values]:
    """Return a results file and the paper's numbers, both traced."""
    return file_values(results), trace(paper, Source("paper"))


def chart(
    title: str,
    figure: go.Figure,
    wide: bool = False,
    origins: Mapping[Location, Origin] | None = None,
) -> Chart:
    """Return a chart whose figure holds plain numbers and texts, with their origins beside it.

    Args:
        figure: drawn from traced numbers and shown texts.
        wide: as in `Chart`.
        origins: those of arrays that are computed as one.
    """
    found: dict[Location, Origin | tuple[Part, ...]] = {**(origins or {})}
    content = _untraced(figure.to_dict(), (), found)
    return Chart(title, go.Figure(content), wide, found)


def _untraced(value: Any, where: Location, found: dict[Location, Origin | tuple[Part, ...]]) -> Any:
    """Return JSON without origins, which are put into `found`."""
    if isinstance(value, dict):
        return {key: _untraced(one, (*where, key), found) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_untraced(one, (*where, k), found) for k, one in enumerate(value)]
    if isinstance(value, Traced):
        found[where] = value.origin
        return float(value)
    if isinstance(value, Shown):
        found[where] = value.parts
        return str(value)
    return value


def percent(share: float, decimals: int = 1) -> str:
    """Return a share as the number of its per cents."""
    return show(100 * share, f".{decimals}f")


def number(value: float, decimals: int = 2) -> str:
    """Return a number with a fixed count of decimals."""
    return show(value, f".{decimals}f")


def whole(value: float) -> str:
    """Return a count, with commas between thousands."""
    return show(value, ",.0f")


def short(value: float) -> str:
    """Return a number with no more digits than it needs, such as an α."""
    return show(value, "g")


def signed(value: float, decimals: int = 1) -> str:
    """Return a difference with its sign; one that rounds to nothing has none."""
    rounds_to_zero = not float(format(value, f".{decimals}f"))
    return number(abs(value), decimals) if rounds_to_zero else show(value, f"+.{decimals}f")


def ratio(value: float | None) -> str:
    """Return a ratio, or a dash where it has none (a division by zero)."""
    return "–" if value is None else number(value)


def span(interval: Sequence[float] | None, share: bool = True) -> str:
    """Return an interval as a cell's text."""
    if interval is None:
        return "–"
    low, high = (percent(end) if share else number(end) for end in interval)
    return low + " – " + high


def points(interval: Sequence[float], low: str = "low", high: str = "high") -> dict[str, str]:
    """Return the ends of a share's interval in percentage points, by placeholder."""
    return dict(zip((low, high), (signed(100 * end) for end in interval), strict=True))


def word(found: str) -> str:
    """Return the words of a verdict."""
    return f"[[evidence.verdict.{found}]]"


def mean_sd(found: Values, show: Callable[[float], str]) -> str:
    """Return a "mean" ± its "sd" over seeds, the mean alone where one seed has no spread.

    Args:
        found: both.
        show: puts a number in words, with its origin.
    """
    mean = show(found["mean"])
    return mean if found["sd"] is None else mean + " ± " + show(found["sd"])


def compare(where: str, measure: str, shares: Mapping[str, float], found: Values, n: float) -> Says:
    """Compare two shares of which the smaller is better, in per cents and points.

    Args:
        where, measure: text keys of what is compared.
        shares: of "erm" and of "mixup".
        found: "mean" of mixup − ERM, and its 95 % "interval".
        n: of what the interval is over, test images or pairs of them.
    """
    says = verdict(found["interval"])
    return Says(
        "evidence.says.difference",
        {
            "where": f"[[{where}]]",
            "measure": f"[[{measure}]]",
            "erm": percent(shares["erm"]),
            "mixup": percent(shares["mixup"]),
            "difference": signed(100 * found["mean"]),
            **points(found["interval"]),
            "n": whole(n),
            "verdict": word(says),
        },
        says,
    )


def reported(row: Values, key: str = "status") -> str:
    """Return what marks a number of the paper that is not confirmed, else nothing."""
    return " [[evidence.reported]]" if row[key] == "R" else ""
