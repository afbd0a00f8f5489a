"""Claim: mixup generalises better. Test error of ours and of the paper's, and over α."""

from collections.abc import Iterator, Sequence
from typing import Any

from mixup_demo.evidence import alphas, over_alpha, relatives, studies_figures
from mixup_demo.evidence import groups as of_groups
from mixup_demo.evidence import studies as of_studies
from mixup_demo.evidence.panel import (
    MODELS,
    Finding,
    Panel,
    Says,
    Table,
    Values,
    chart,
    number,
    percent,
    reported,
    short,
    sources,
    span,
)
from mixup_demo.evidence.seed_marks import dots
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.marks import PAPERS
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure

PER_CENT = {"ticksuffix": " %", "rangemode": "tozero"}


def panel(results: Values, paper: Values, studies: Values | None = None) -> Panel:
    """Return the panel, which opens with the studies where there are some.

    Args:
        results: the results file "generalisation".
        paper: the paper's numbers.
        studies: the results file "studies".
    """
    results, paper = sources(results, paper)
    values, found = results["values"], file_values(studies)["values"] if studies else None
    groups = values["groups"]
    errors = chart("evidence.generalisation.chart", _errors(groups, paper))
    said = [*of_groups.says(groups, found, results["n"]), of_groups.medians(groups)]
    trainings = of_studies.trainings(found) if found else []
    return Panel(
        name="generalisation",
        findings=[
            *(_of_studies(found, groups) if found else ()),
            Finding("evidence.finding.generalisation.all", said, [errors]),
            _over_alphas(values["alpha"], found),
            Finding("evidence.finding.generalisation.trainings", trainings),
        ],
        table=_table(values, paper, _studied(found) if found else []),
        models=[*sorted(results["models"]), *(sorted(studies["models"]) if studies else ())],
        results=["studies", "generalisation"] if found else ["generalisation"],
        legend=_legend(found),
    )


def _legend(studies: Values | None) -> tuple[str, ...]:
    further = ["further"] if studies and alphas.says(studies) else []
    return ("erm", "mixup", *further, "training", "other", "paper")


def _of_studies(studies: Values, groups: Sequence[Values]) -> Iterator[Finding]:
    """Yield what all comparisons say together, then what each study says."""
    together = of_groups.together(groups, studies)
    yield Finding("evidence.finding.generalisation.together", together)
    for name in of_studies.comparing(studies):
        title, said = f"evidence.finding.generalisation.{name}", [of_studies.says(name, studies)]
        if name == alphas.STUDY:
            said += [*alphas.says(studies), *of_studies.network(studies, groups)]
        yield Finding(title, said, studies_figures.charts(name, studies))
    said, charts = relatives.says(studies), relatives.charts(studies)
    yield Finding("evidence.finding.generalisation.relatives", said, charts)


def _over_alphas(small: list[Values], studies: Values | None) -> Finding:
    """Return what α does: of the studies' networks, and of the page's small ones."""
    said, charts = [_alpha_says(small)], [chart("evidence.alpha.chart", _over_alpha(small))]
    if studies:
        said = [*over_alpha.thin(studies), *over_alpha.page(studies), *said]
        charts = [
            *over_alpha.charts(studies, over_alpha.THIN),
            *over_alpha.charts(studies, over_alpha.PAGE),
            *charts,
        ]
    return Finding("evidence.finding.generalisation.alpha", said, charts)


def _studied(values: Values) -> list[list[str]]:
    """Return the table's rows of all studies."""
    return [*studies_figures.rows(values), *relatives.rows(values)]


def _alpha_says(entries: list[Values]) -> Says:
    mixed = [entry for entry in entries if entry["method"] in ("erm", "mixup")]
    best = min(mixed, key=lambda entry: entry["test_error"])
    last = max(mixed, key=lambda entry: entry["alpha"])
    erm = next(entry for entry in mixed if entry["method"] == "erm")
    underfits = (
        last["interval"][0] > erm["interval"][1] and last["train_error"] > erm["train_error"]
    )
    return Says(
        "evidence.alpha.says.underfits" if underfits else "evidence.alpha.says.holds",
        {
            "best": _method(best),
            "error": percent(best["test_error"]),
            "largest": short(last["alpha"]),
            "test": percent(last["test_error"]),
            "train": percent(last["train_error"]),
            "erm": percent(erm["test_error"]),
            "erm_train": percent(erm["train_error"]),
        },
    )


def _method(entry: Values) -> str:
    """Return how a model of the family was trained, in words."""
    if entry["method"] == "mixup":
        return "mixup, α = " + short(entry["alpha"])
    return f"[[evidence.method.{entry['method']}]]"


def _errors(groups: list[Values], paper: Values) -> Any:
    ours = [
        Row(
            f"[[evidence.group.{group['group']}]]",
            [point for model in MODELS for point in _our_points(group[model], model)],
        )
        for group in groups
    ]
    theirs = [
        Row(
            "[[evidence.paper]]: " + row["network"] + reported(row),
            [
                Point(row[model], f"[[evidence.paper]], [[model.{model}]]", model, PAPERS)
                for model in ("erm", "mixup")
            ],
            paper=True,
        )
        for row in paper["test_error"]["rows"]
        if row["data"] == "CIFAR-10"
    ]
    axis = {**PER_CENT, "title": {"text": "[[evidence.axis.test-error]]"}, "hoverformat": ".1f"}
    return rows_figure([*ours, *theirs], axis)


def _our_points(one: Values, model: str) -> list[Point]:
    """Return one seed's error with its interval over images, or all seeds with their spread."""
    name, ends = f"[[model.{model}]]", one["interval"]
    if ends is None:
        return dots(name, model, one)
    return [Point(100 * one["mean"], name, model, interval=[100 * end for end in ends])]


def _over_alpha(entries: list[Values]) -> Any:
    order = {"erm": 0, "mixup": 1, "cutmix": 2, "smoothing": 3}
    entries = sorted(entries, key=lambda entry: (order[entry["method"]], entry["alpha"]))
    along = [entry for entry in entries if entry["method"] in ("erm", "mixup")]
    beside = [entry for entry in entries if entry["method"] not in ("erm", "mixup")]
    series = [
        Series(
            "[[evidence.axis.train-error]]",
            "muted",
            [_tick(entry) for entry in along],
            [100 * entry["train_error"] for entry in along],
            dash="dot",
            width=1.5,
        ),
        *_tested("mixup", "mixup", along[1:], "lines+markers"),
        *_tested("ERM", "erm", along[:1], "markers"),
        *_tested("[[evidence.legend.other]]", "class-a", beside, "markers"),
    ]
    ticks = [_tick(entry) for entry in [*along, *beside]]
    x = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": ticks,
        "title": {"text": "[[evidence.axis.alpha]]"},
        "tickangle": -45,  # names end at their ticks, and none runs over the next one or the edge
    }
    y = {**PER_CENT, "title": {"text": "[[evidence.axis.error]]"}, "hoverformat": ".1f"}
    return series_figure(series, x, y)


def _tested(label: str, colour: str, entries: list[Values], mode: str) -> list[Series]:
    """Return the series of some models' test errors; none where there are no such models."""
    if not entries:
        return []
    return [
        Series(
            f"[[evidence.axis.test-error]]: {label}",
            colour,
            [_tick(entry) for entry in entries],
            [100 * entry["test_error"] for entry in entries],
            [100 * entry["interval"][0] for entry in entries],
            [100 * entry["interval"][1] for entry in entries],
            mode=mode,
            dash="dash",
        )
    ]


def _tick(entry: Values) -> str:
    if entry["method"] == "mixup":
        return short(entry["alpha"])
    return f"[[evidence.short.{entry['method']}]]"


def _table(values: Values, paper: Values, studied: list[list[str]]) -> Table:
    columns = ["model", "erm", "interval", "mixup", "interval", "source"]
    ours = [
        [
            f"[[evidence.group.{group['group']}]]",
            *_cells(group["erm"]),
            *_cells(group["mixup"]),
            "[[evidence.ours]]",
        ]
        for group in values["groups"]
    ]
    small = [
        [_method(e), percent(e["test_error"]), span(e["interval"]), "", "", "[[evidence.ours]]"]
        if e["method"] == "erm"
        else [
            _method(e),
            "",
            "",
            percent(e["test_error"]),
            span(e["interval"]),
            "[[evidence.ours]]",
        ]
        for e in values["alpha"]
    ]
    theirs = [
        [
            row["network"] + ", " + row["data"] + ", α = " + short(row["alpha"]) + reported(row),
            number(row["erm"], 1),
            "",
            number(row["mixup"], 1),
            "",
            "[[evidence.paper]]",
        ]
        for row in paper["test_error"]["rows"]
    ]
    return Table(
        [f"[[evidence.column.{name}]]" for name in columns], [*studied, *ours, *small, *theirs]
    )


def _cells(one: Values) -> list[str]:
    spread = span(one["interval"]) if one["sd"] is None else "± " + percent(one["sd"])
    return [percent(one["mean"]), spread]
