"""Claim: mixup is more robust to adversarial examples. Error over budgets, ratios of accuracies."""

from collections.abc import Iterator, Sequence
from typing import Any

from mixup_demo.evidence import attack_table, pgd_transfer, transfer_charts
from mixup_demo.evidence.attack_says import (
    attacks_of,
    paper_ratio,
    paper_row,
    pgd_says,
    white_says,
)
from mixup_demo.evidence.attack_seeds import left_says, seeds_says
from mixup_demo.evidence.panel import (
    MODELS,
    Chart,
    Finding,
    Panel,
    Values,
    chart,
    reported,
    sources,
)
from mixup_demo.evidence.rules import telling
from mixup_demo.evidence.seed_marks import scattered, spread
from mixup_demo.evidence.trace import file_values
from mixup_demo.evidence.transfer import (
    black_says,
    source_says,
    transfer_says,
)
from mixup_demo.figures.marks import PAPERS
from mixup_demo.figures.rows import Point, Row, rows_figure
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import DASHES

KINDS = (("fgsm", "white"), ("ifgsm", "white"), ("fgsm", "black"), ("ifgsm", "black"))


def panel(results: Values, paper: Values, strongest: Values, passed: Values) -> Panel:
    """Return the panel.

    Args:
        results: the results file "adversarial".
        paper: the paper's numbers.
        strongest: the results file "pgd".
        passed: the results file "pgd_transfer".
    """
    (results, paper), strongest = sources(results, paper), file_values(strongest)
    passed = file_values(passed)
    values, theirs = results["values"], paper["adversarial"]
    pgd = strongest["values"]
    return Panel(
        name="adversarial",
        findings=[
            _strongest(strongest),
            _steps(results, theirs, strongest),
            _transfer(results, theirs, passed),
            Finding(
                "evidence.finding.attacks.paper",
                charts=[chart("evidence.adversarial.ratios", _ratios(values, theirs))],
            ),
        ],
        table=attack_table.table(values, theirs, pgd, passed["values"]),
        models=sorted({name for one in (results, strongest, passed) for name in one["models"]}),
        results=["adversarial", "pgd", "pgd_transfer"],
        legend=("erm", "mixup", "paper", *transfer_charts.LEGEND),
        background=True,
    )


def _strongest(strongest: Values) -> Finding:
    """Return what the strongest attack says, over images and over seeds."""
    pgd = strongest["values"]
    return Finding(
        "evidence.finding.attacks.strongest",
        [*pgd_says(strongest), *seeds_says(strongest)],
        [
            chart("evidence.attack.pgd.white", _series(pgd, pgd["attacks"], [])),
            *_over_seeds(pgd, "pgd"),
        ],
    )


def _steps(results: Values, theirs: Values, strongest: Values) -> Finding:
    """Return what the paper's attacks say, and what the strongest one leaves of it."""
    pgd = strongest["values"]
    return Finding(
        "evidence.finding.attacks.steps",
        [*white_says(results, theirs, pgd), *left_says(strongest, theirs["budget"])],
        [*_over_budgets(results["values"], theirs, "white"), *_over_seeds(pgd, "fgsm")],
    )


def _transfer(results: Values, theirs: Values, passed: Values) -> Finding:
    """Return what attacks by the gradient of other networks say."""
    values = results["values"]
    return Finding(
        "evidence.finding.attacks.transfer",
        [
            *pgd_transfer.says(passed),
            *(black_says(results, method) for method in ("fgsm", "ifgsm")),
            *source_says(values),
            *transfer_says(results),
        ],
        [
            *_over_budgets(values, theirs, "black"),
            *transfer_charts.charts(values, passed["values"]),
        ],
    )


def _over_budgets(values: Values, theirs: Values, source: str) -> Iterator[Chart]:
    for method in ("fgsm", "ifgsm"):
        errors = _errors(values, theirs, method, source)
        yield chart(f"evidence.attack.{method}.{source}", errors)


def _over_seeds(pgd: Values, method: str) -> Iterator[Chart]:
    for group in pgd["seeds"]:
        errors = _by_seed(group, pgd["budgets"], method)
        yield chart(f"evidence.attack.{method}.white.{group['group']}", errors)


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


def _by_seed(group: Values, budgets: Sequence[float], method: str) -> Any:
    """Draw every seed, their mean, and one standard deviation each way."""
    attacks = [one for one in group["attacks"] if one["method"] == method]
    means = [{**one, **{model: _with_ends(one[model]) for model in MODELS}} for one in attacks]
    clean = {model: _with_ends(group["clean"][model]) for model in MODELS}
    singles = [
        scattered(
            f"[[model.{model}]]",
            model,
            [(0, group["clean"][model]), *((one["budget"], one[model]) for one in attacks)],
        )
        for model in MODELS
    ]
    return _series({"budgets": budgets, "clean": clean}, means, singles, mode="lines", band=True)


def _with_ends(entry: Values) -> Values:
    return {"error": entry["error"], "interval": spread(entry, "error")}


def _series(values: Values, attacks: Sequence[Values], more: Sequence[Series], **style: Any) -> Any:
    ours = [_our_series(model, values["clean"][model], attacks, **style) for model in MODELS]
    budgets = [0, *(budget for budget in values["budgets"] if budget == int(budget))]
    x = {"title": {"text": "[[evidence.axis.budget]]"}, "tickvals": budgets}
    y = {"title": {"text": "[[evidence.axis.error]]"}, "ticksuffix": " %", "range": [0, 104]}
    return series_figure([*ours, *more], x, {**y, "hoverformat": ".1f"})


def _our_series(model: str, clean: Values, attacks: Sequence[Values], **style: Any) -> Series:
    entries = [clean, *(attack[model] for attack in attacks)]
    return Series(
        f"[[model.{model}]]",
        model,
        [0, *(attack["budget"] for attack in attacks)],
        [100 * entry["error"] for entry in entries],
        [100 * entry["interval"][0] for entry in entries],
        [100 * entry["interval"][1] for entry in entries],
        dash=DASHES[model],
        **style,
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
