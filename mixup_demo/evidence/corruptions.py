"""Claim: mixup withstands common corruptions: noise, blur, low contrast, JPEG, rotation."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.corruptions_says import IMAGES, SEEDS, by_name, ends, named, says
from mixup_demo.evidence.panel import (
    MODELS,
    Panel,
    Table,
    Values,
    chart,
    percent,
    short,
    signed,
    span,
)
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.rows import Point, Row, Series, rows_figure, series_figure
from mixup_demo.figures.theme import DASHES

#: of the lines of either: points with whiskers, or a thin line in a band
STYLES: dict[str, dict[str, Any]] = {
    IMAGES: {},
    SEEDS: {"mode": "lines", "width": 1.25, "band": True},
}


def panel(results: Values) -> Panel:
    """Return the panel from the results file "corruptions"."""
    results = file_values(results)
    groups = by_name(results["values"])
    kinds = groups[IMAGES]["kinds"]
    return Panel(
        name="corruptions",
        says=says(groups, results["n"]),
        charts=[
            *(chart(named(kind), _over_strength(groups, k)) for k, kind in enumerate(kinds)),
            *(
                chart(f"evidence.corruptions.difference.{name}", _differences(group))
                for name, group in groups.items()
            ),
        ],
        table=_table(groups),
        models=sorted(results["models"]),
        results=["corruptions"],
        legend=("erm", "mixup", "seeds"),
    )


def _over_strength(groups: dict[str, Values], k: int) -> Any:
    """Draw the errors of all groups over the strength of the k-th kind."""
    kind = groups[IMAGES]["kinds"][k]
    ticks = [
        "[[evidence.corruptions.none]]",
        *(short(one["strength"]) for one in kind["strengths"]),
    ]
    series = [_line(group, k, model, ticks) for group in groups.values() for model in MODELS]
    x = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": ticks,
        "title": {"text": f"[[evidence.corruptions.axis.{kind['kind']}]]"},
    }
    y = {
        "title": {"text": "[[evidence.axis.error]]"},
        **{"ticksuffix": " %", "hoverformat": ".1f", "range": [0, _most(groups)]},
    }
    return series_figure(series, x, y)


def _line(group: Values, k: int, model: str, ticks: list[str]) -> Series:
    entries = [one[model] for one in (group["clean"], *group["kinds"][k]["strengths"])]
    spreads = [_spread(entry) for entry in entries]
    return Series(
        f"[[model.{model}]], [[evidence.corruptions.pair.{group['group']}]]",
        model,
        ticks,
        [100 * entry["mean"] for entry in entries],
        [100 * low for low, _ in spreads],
        [100 * high for _, high in spreads],
        dash=DASHES[model],
        **STYLES[str(group["group"])],
    )


def _spread(entry: Values) -> Sequence[float]:
    """Return the interval over images, or one standard deviation of the seeds each way."""
    if entry["sd"] is None:
        interval: Sequence[float] = entry["interval"]
        return interval
    return entry["mean"] - entry["sd"], entry["mean"] + entry["sd"]


def _most(groups: dict[str, Values]) -> float:
    """Return where the error's axis ends, the same for all kinds, in per cent."""
    highest = max(
        float(_spread(one[model])[1])
        for group in groups.values()
        for kind in group["kinds"]
        for one in kind["strengths"]
        for model in MODELS
    )
    return min(100, 104 * highest)


def _differences(group: Values) -> Any:
    entries = [(f"[[{named(kind)}]]", kind) for kind in group["kinds"]]
    rows = [
        Row(label, [_point(entry)])
        for label, entry in [*entries, ("[[evidence.corruptions.all]]", group["all"])]
    ]
    x = {"title": {"text": "[[evidence.corruptions.axis.difference]]"}, "hoverformat": ".1f"}
    return rows_figure(rows, x, reference=0)


def _point(entry: Values) -> Point:
    found = ends(entry)
    return Point(
        100 * entry["difference"]["mean"],
        "[[evidence.column.difference]]",
        "mixup",
        interval=[100 * end for end in found] if found else None,
    )


def _table(groups: dict[str, Values]) -> Table:
    columns = ["corruption", "erm", "interval", "mixup", "interval", "difference", "interval"]
    return Table(
        [f"[[evidence.column.{name}]]" for name in columns],
        [row for group in groups.values() for row in _rows(group)],
    )


def _rows(group: Values) -> list[list[str]]:
    start = f"[[evidence.corruptions.pair.{group['group']}]], "
    rows = [
        _row(start + "[[evidence.corruptions.none]]", group["clean"]),
        _row(start + "[[evidence.corruptions.all]]", group["all"]),
    ]
    for kind in group["kinds"]:
        name = start + f"[[{named(kind)}]]"
        axis = f"[[evidence.corruptions.axis.{kind['kind']}]] "
        rows.append(_row(name + ", [[evidence.corruptions.mean]]", kind))
        rows += [
            _row(name + ", " + axis + short(one["strength"]), one) for one in kind["strengths"]
        ]
    return rows


def _row(name: str, entry: Values) -> list[str]:
    found = ends(entry)
    return [
        name,
        *(cell for model in MODELS for cell in _cells(entry[model])),
        signed(100 * entry["difference"]["mean"]),
        signed(100 * found[0]) + " – " + signed(100 * found[1]) if found else "–",
    ]


def _cells(one: Values) -> list[str]:
    spread = span(one["interval"]) if one["sd"] is None else "± " + percent(one["sd"])
    return [percent(one["mean"]), spread]
