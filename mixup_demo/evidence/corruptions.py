"""Claim: mixup withstands common corruptions: noise, blur, low contrast, JPEG, rotation."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.corruptions_says import (
    IMAGES,
    SEEDS,
    all_says,
    by_name,
    ends,
    kind_says,
    named,
)
from mixup_demo.evidence.panel import (
    MODELS,
    Finding,
    Panel,
    Table,
    Values,
    chart,
    percent,
    short,
    signed,
    span,
    whole,
)
from mixup_demo.evidence.seed_marks import scattered, spread
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.marks import SEED
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure
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
    kinds, of_kinds = groups[IMAGES]["kinds"], kind_says(results["values"], results["n"])
    differences = [
        chart(f"evidence.corruptions.difference.{name}", _differences(group))
        for name, group in groups.items()
    ]
    return Panel(
        name="corruptions",
        findings=[
            Finding(
                "evidence.finding.corruptions.all", all_says(groups, results["n"]), differences
            ),
            *(
                Finding(named(kind), [said], [chart(named(kind), _over_strength(groups, k))])
                for k, (kind, said) in enumerate(zip(kinds, of_kinds, strict=True))
            ),
        ],
        table=_table(groups, results["values"]["curves"]),
        models=sorted(results["models"]),
        results=["corruptions"],
        legend=("erm", "mixup", "seeds"),
    )


def _over_strength(groups: dict[str, Values], k: int) -> Any:
    """Draw the errors of the groups of `STYLES`, and of every seed, over the k-th kind's strength.

    What the page's network does over seeds would hide the bundled pair, which is its first seed.
    """
    kind = groups[IMAGES]["kinds"][k]
    ticks = [
        "[[evidence.corruptions.none]]",
        *(short(one["strength"]) for one in kind["strengths"]),
    ]
    series = [
        one for name in STYLES for model in MODELS for one in _lines(groups[name], k, model, ticks)
    ]
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


def _lines(group: Values, k: int, model: str, ticks: list[str]) -> list[Series]:
    """Return the line of one group's model, and of several seeds every one's points."""
    name = f"[[model.{model}]], [[evidence.corruptions.pair.{group['group']}]]"
    entries = [one[model] for one in (group["clean"], *group["kinds"][k]["strengths"])]
    spreads = [_spread(entry) for entry in entries]
    line = Series(
        name,
        model,
        ticks,
        [100 * entry["mean"] for entry in entries],
        [100 * low for low, _ in spreads],
        [100 * high for _, high in spreads],
        dash=DASHES[model],
        **STYLES[str(group["group"])],
    )
    if entries[0]["sd"] is None:
        return [line]
    return [line, scattered(name, model, zip(ticks, entries, strict=True))]


def _spread(entry: Values) -> Sequence[float]:
    """Return the interval over images, or one standard deviation of the seeds each way."""
    if entry["sd"] is None:
        interval: Sequence[float] = entry["interval"]
        return interval
    return spread(entry)


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
        Row(label, _points(entry))
        for label, entry in [*entries, ("[[evidence.corruptions.all]]", group["all"])]
    ]
    x = {"title": {"text": "[[evidence.corruptions.axis.difference]]"}, "hoverformat": ".1f"}
    return rows_figure(rows, x, reference=0)


def _points(entry: Values) -> list[Point]:
    """Return the difference with its interval, and before it that of each of several seeds."""
    name, found = "[[evidence.column.difference]]", ends(entry)
    errors = zip(*(entry[model]["errors"] for model in MODELS), strict=True)
    several = entry["erm"]["sd"] is not None
    seeds = [100 * (mixup - erm) for erm, mixup in errors] if several else []
    mean = Point(
        100 * entry["difference"]["mean"],
        name,
        "mixup",
        interval=[100 * end for end in found] if found else None,
    )
    return [*(Point(one, name, "mixup", SEED) for one in seeds), mean]


def _table(groups: dict[str, Values], curves: Sequence[Values]) -> Table:
    columns = ["corruption", "erm", "interval", "mixup", "interval", "difference", "interval"]
    return Table(
        [f"[[evidence.column.{name}]]" for name in columns],
        [
            *(
                row
                for name, group in groups.items()
                for row in _rows(f"[[evidence.corruptions.pair.{name}]], ", group)
            ),
            *(row for curve in curves for row in _rows(_curve(curve), curve)),
        ],
    )


def _curve(curve: Values) -> str:
    images = whole(curve["images"]) + " [[evidence.studies.images]], "
    return "[[evidence.studies.network.resnet]], " + images


def _rows(start: str, group: Values) -> list[list[str]]:
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
