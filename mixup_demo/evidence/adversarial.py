"""Claim: mixup is more robust to adversarial examples. Error over budgets, ratios of accuracies."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.attack_says import (
    attacks_of,
    paper_ratio,
    paper_row,
    pgd_says,
    white_says,
)
from mixup_demo.evidence.attack_seeds import seeds_says
from mixup_demo.evidence.panel import (
    MODELS,
    Panel,
    Table,
    Values,
    chart,
    number,
    percent,
    ratio,
    reported,
    short,
    sources,
    span,
    whole,
)
from mixup_demo.evidence.rules import telling
from mixup_demo.evidence.trace import file_values
from mixup_demo.evidence.transfer import (
    black_says,
    source_says,
    sources_of,
    transfer_says,
)
from mixup_demo.figures.rows import PAPERS, Point, Row, Series, rows_figure, series_figure
from mixup_demo.figures.theme import DASHES, var

#: the unit of budgets
LEVEL = "/255"

#: of the lines of the black box's sources, in their order
SOURCE_DASHES = ("solid", "dash", "dot")

KINDS = (("fgsm", "white"), ("ifgsm", "white"), ("fgsm", "black"), ("ifgsm", "black"))


def panel(results: Values, paper: Values, strongest: Values) -> Panel:
    """Return the panel from the results files "adversarial" and "pgd", and the paper's numbers."""
    (results, paper), strongest = sources(results, paper), file_values(strongest)
    values, theirs = results["values"], paper["adversarial"]
    pgd = strongest["values"]
    return Panel(
        name="adversarial",
        says=[
            *pgd_says(strongest),
            *seeds_says(strongest, theirs["budget"]),
            *white_says(results, theirs, pgd),
            *(black_says(results, method) for method in ("fgsm", "ifgsm")),
            *source_says(values),
            *transfer_says(results),
        ],
        charts=[
            chart("evidence.attack.pgd.white", _series(pgd, pgd["attacks"], [])),
            *(
                chart(f"evidence.attack.{method}.white", _errors(values, theirs, method, "white"))
                for method in ("fgsm", "ifgsm")
            ),
            *(
                chart(f"evidence.attack.{method}.white.seeds", _by_seed(pgd, method))
                for method in ("pgd", "fgsm")
            ),
            *(
                chart(f"evidence.attack.{method}.black", _errors(values, theirs, method, "black"))
                for method in ("fgsm", "ifgsm")
            ),
            *(
                chart(f"evidence.attack.{method}.black.sources", _transfer(values, method))
                for method in ("fgsm", "ifgsm")
            ),
            chart("evidence.adversarial.ratios", _ratios(values, theirs), wide=True),
        ],
        table=_table(values, theirs, pgd),
        models=sorted({*results["models"], *strongest["models"]}),
        results=["adversarial", "pgd"],
        legend=("erm", "mixup", "paper", *(f"source-{k}" for k in range(len(SOURCE_DASHES)))),
    )


def _errors(values: Values, theirs: Values, method: str, source: str) -> Any:
    row = paper_row(theirs, method, source)
    papers = [
        Series(
            f"[[evidence.paper]], [[model.{model}]]",
            model,
            [theirs["budget"]],
            [row[model]],
            mode="markers",
            symbol=PAPERS,
        )
        for model in MODELS
    ]
    return _series(values, attacks_of(values, method, source), papers)


def _by_seed(pgd: Values, method: str) -> Any:
    """Draw the seeds' mean, and one standard deviation each way."""
    seeds = pgd["seeds"]
    attacks = [one for one in seeds["attacks"] if one["method"] == method]
    spread = [{**one, **{model: _spread(one[model]) for model in MODELS}} for one in attacks]
    clean = {model: _spread(seeds["clean"][model]) for model in MODELS}
    return _series({"budgets": pgd["budgets"], "clean": clean}, spread, [])


def _spread(entry: Values) -> Values:
    ends = (entry["error"] - entry["sd"], entry["error"] + entry["sd"])
    return {"error": entry["error"], "interval": ends}


def _transfer(values: Values, method: str) -> Any:
    """Draw the ratio of accuracies over the budget, a line for each source."""
    series = []
    for source, dash in zip(sources_of(values), SOURCE_DASHES, strict=False):
        told = [one for one in attacks_of(source, method, "black") if one["ratio"]["interval"]]
        low, high = ([one["ratio"]["interval"][k] for one in told] for k in (0, 1))
        budgets = [one["budget"] for one in told]
        ratios = [one["ratio"]["value"] for one in told]
        name = f"[[evidence.source.{source['source_model']}]]"
        series.append(Series(name, "class-a", budgets, ratios, low, high, dash=dash))
    x = {"title": {"text": "[[evidence.axis.budget]]"}, "tickvals": list(values["budgets"])}
    y = {"title": {"text": "[[evidence.axis.ratio]]"}, "hoverformat": ".2f"}
    figure = series_figure(series, x, y)
    figure.add_hline(1, line={"color": var("control"), "width": 1.5, "dash": "dash"})
    return figure


def _series(values: Values, attacks: Sequence[Values], papers: Sequence[Series]) -> Any:
    ours = [_our_series(model, values["clean"][model], attacks) for model in MODELS]
    budgets = [0, *(budget for budget in values["budgets"] if budget == int(budget))]
    x = {"title": {"text": "[[evidence.axis.budget]]"}, "tickvals": budgets}
    y = {"title": {"text": "[[evidence.axis.error]]"}, "ticksuffix": " %", "range": [0, 104]}
    return series_figure([*ours, *papers], x, {**y, "hoverformat": ".1f"})


def _our_series(model: str, clean: Values, attacks: Sequence[Values]) -> Series:
    entries = [clean, *(attack[model] for attack in attacks)]
    return Series(
        f"[[model.{model}]]",
        model,
        [0, *(attack["budget"] for attack in attacks)],
        [100 * entry["error"] for entry in entries],
        [100 * entry["interval"][0] for entry in entries],
        [100 * entry["interval"][1] for entry in entries],
        dash=DASHES[model],
    )


def _ratios(values: Values, theirs: Values) -> Any:
    rows = []
    for method, source in KINDS:
        title = f"[[evidence.attack.{method}.{source}]]"
        known = [a for a in attacks_of(values, method, source) if a["ratio"]["value"] is not None]
        entry = next((a for a in telling(known) if a["budget"] == theirs["budget"]), None)
        row = paper_row(theirs, method, source)
        theirs_ratio = paper_ratio(row)
        points = (
            []
            if theirs_ratio is None
            else [Point(theirs_ratio, "[[evidence.paper]]", "mixup", PAPERS)]
        )
        if entry is not None:
            mark = entry["ratio"]
            points.append(
                Point(mark["value"], "[[evidence.ours]]", "mixup", interval=mark["interval"])
            )
        if points:
            rows.append(Row(title + reported(row), points))
    x = {"title": {"text": "[[evidence.axis.ratio]]"}, "rangemode": "tozero", "hoverformat": ".2f"}
    return rows_figure(rows, x, reference=1)


def _table(values: Values, theirs: Values, pgd: Values) -> Table:
    columns = ["attack", "erm", "interval", "mixup", "interval", "ratio", "interval", "source"]
    clean = values["clean"]
    first = ["[[evidence.attack.none]]", *_cells(clean["erm"]), *_cells(clean["mixup"])]
    strongest = [_row("pgd.white", one) for one in pgd["attacks"]]
    others = [_row(f"{a['method']}.{a['source']}", a) for a in values["attacks"]]
    ours = [*strongest, *_seeds_rows(pgd["seeds"]), *others, *_further_rows(values)]
    papers = [
        [
            f"[[evidence.attack.{row['method']}.{row['source']}]], "
            + (whole(theirs["budget"]) + LEVEL + ", top-" + whole(row["top"]) + reported(row)),
            *(number(row["erm"], 1), "", number(row["mixup"], 1), ""),
            *(ratio(paper_ratio(row)), "", "[[evidence.paper]]"),
        ]
        for row in theirs["rows"]
    ]
    rows = [[*first, "", "", "[[evidence.ours]]"], *ours, *papers]
    return Table([f"[[evidence.column.{name}]]" for name in columns], rows)


def _row(attack: str, entry: Values) -> list[str]:
    return [
        f"[[evidence.attack.{attack}]], " + short(entry["budget"]) + LEVEL,
        *_cells(entry["erm"]),
        *_cells(entry["mixup"]),
        ratio(entry["ratio"]["value"]),
        span(entry["ratio"]["interval"], share=False),
        "[[evidence.ours]]",
    ]


def _seeds_rows(seeds: Values) -> list[list[str]]:
    return [
        [
            f"[[evidence.group.{seeds['group']}]], [[evidence.attack.{one['method']}.white]], "
            + short(one["budget"])
            + LEVEL,
            *(cell for model in MODELS for cell in _seeds_cells(one[model])),
            ratio(one["ratio"]["mean"]),
            span(one["ratio"]["over_seeds"], share=False),
            "[[evidence.ours]]",
        ]
        for one in seeds["attacks"]
    ]


def _seeds_cells(entry: Values) -> list[str]:
    return [percent(entry["error"]), "± " + percent(entry["sd"])]


def _further_rows(values: Values) -> list[list[str]]:
    rows = []
    for source in values["further"]:
        for entry in source["attacks"]:
            first, *cells = _row(f"{entry['method']}.{entry['source']}", entry)
            rows.append([f"[[evidence.source.{source['source_model']}]], " + first, *cells])
    return rows


def _cells(entry: Values) -> list[str]:
    return [percent(entry["error"]), span(entry["interval"])]
