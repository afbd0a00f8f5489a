"""Claim: mixup is more robust to adversarial examples. Error over budgets, ratios of accuracies."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.panel import (
    MODELS,
    Panel,
    Says,
    Table,
    Values,
    chart,
    number,
    percent,
    ratio,
    reported,
    sources,
    span,
    verdict,
    whole,
)
from mixup_demo.figures.rows import PAPERS, Point, Row, Series, rows_figure, series_figure
from mixup_demo.figures.theme import DASHES

#: the unit of budgets
LEVEL = "/255"

KINDS = (("fgsm", "white"), ("fgsm", "black"), ("ifgsm", "white"), ("ifgsm", "black"))


def panel(results: Values, paper: Values) -> Panel:
    """Return the panel from the results file "adversarial" and the paper's numbers."""
    results, paper = sources(results, paper)
    values, theirs = results["values"], paper["adversarial"]
    return Panel(
        name="adversarial",
        says=[says for kind in KINDS for says in _says(values, theirs, *kind)],
        charts=[
            *(
                chart(f"evidence.attack.{method}.{source}", _errors(values, theirs, method, source))
                for method, source in KINDS
            ),
            chart("evidence.adversarial.ratios", _ratios(values, theirs), wide=True),
        ],
        table=_table(values, theirs),
        models=sorted(results["models"]),
        results=["adversarial"],
        legend=("erm", "mixup", "paper"),
    )


def paper_row(theirs: Values, method: str, source: str, top: int = 1) -> Values:
    """Return the paper's row of one attack."""
    wanted = (method, source, top)
    rows: list[Values] = theirs["rows"]
    return next(row for row in rows if (row["method"], row["source"], row["top"]) == wanted)


def paper_ratio(row: Values) -> float:
    """Return mixup's accuracy over ERM's, from the paper's errors in per cent."""
    accuracies: tuple[float, float] = 100 - row["mixup"], 100 - row["erm"]
    return accuracies[0] / accuracies[1]


def _attacks(values: Values, method: str, source: str) -> list[Values]:
    attacks: list[Values] = values["attacks"]
    return [a for a in attacks if (a["method"], a["source"]) == (method, source)]


def _says(values: Values, theirs: Values, method: str, source: str) -> list[Says]:
    """Compare at the paper's budget and, where nothing is left there, at the largest that tells."""
    attacks = _attacks(values, method, source)
    entry = next(attack for attack in attacks if attack["budget"] == theirs["budget"])
    row = paper_row(theirs, method, source)
    filled = {"paper": number(paper_ratio(row)) + reported(row), "network": theirs["network"]}
    if entry["ratio"]["interval"] is not None:
        return [_compared("evidence.adversarial.says.ratio", entry, filled)]
    left = {model: percent(1 - entry[model]["error"]) for model in MODELS}
    says = [Says("evidence.adversarial.says.nothing-left", {**_named(entry), **filled, **left})]
    telling = [attack for attack in attacks if attack["ratio"]["interval"] is not None]
    if telling:
        says.append(_compared("evidence.adversarial.says.ours", telling[-1], {}))
    return says


def _named(entry: Values) -> dict[str, str]:
    attack = f"[[evidence.attack.{entry['method']}.{entry['source']}]]"
    return {"attack": attack, "budget": whole(entry["budget"])}


def _compared(key: str, entry: Values, more: dict[str, str]) -> Says:
    low, high = entry["ratio"]["interval"]
    found = verdict(entry["ratio"]["interval"], neutral=1, smaller_is_better=False)
    ends = {"low": number(low), "high": number(high)}
    word = f"[[evidence.verdict.{found}]]"
    filled = {"ratio": ratio(entry["ratio"]["value"]), **ends, "verdict": word}
    return Says(key, {**_named(entry), **more, **filled}, found)


def _errors(values: Values, theirs: Values, method: str, source: str) -> Any:
    attacks = _attacks(values, method, source)
    row = paper_row(theirs, method, source)
    ours = [_our_series(model, values["clean"][model], attacks) for model in MODELS]
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
    budgets = [0, *values["budgets"]]
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
        known = [a for a in _attacks(values, method, source) if a["ratio"]["value"] is not None]
        entry = next((a for a in known if a["budget"] == theirs["budget"]), None)
        row = paper_row(theirs, method, source)
        points = [Point(paper_ratio(row), "[[evidence.paper]]", "mixup", PAPERS)]
        if entry is not None:
            mark = entry["ratio"]
            points.append(
                Point(mark["value"], "[[evidence.ours]]", "mixup", interval=mark["interval"])
            )
        rows.append(Row(title + reported(row), points))
    x = {"title": {"text": "[[evidence.axis.ratio]]"}, "rangemode": "tozero", "hoverformat": ".2f"}
    return rows_figure(rows, x, reference=1)


def _table(values: Values, theirs: Values) -> Table:
    columns = ["attack", "erm", "interval", "mixup", "interval", "ratio", "interval", "source"]
    clean = values["clean"]
    first = ["[[evidence.attack.none]]", *_cells(clean["erm"]), *_cells(clean["mixup"])]
    ours = [
        [
            f"[[evidence.attack.{a['method']}.{a['source']}]], " + whole(a["budget"]) + LEVEL,
            *_cells(a["erm"]),
            *_cells(a["mixup"]),
            ratio(a["ratio"]["value"]),
            span(a["ratio"]["interval"], share=False),
            "[[evidence.ours]]",
        ]
        for a in values["attacks"]
    ]
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


def _cells(entry: Values) -> list[str]:
    return [percent(entry["error"]), span(entry["interval"])]
