"""Claim: mixup memorises corrupted labels less. Best against last test error, and the curves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from mixup_demo.evidence.corrupted_figures import (
    METHODS,
    best_and_last,
    over_epochs,
    over_shares,
)
from mixup_demo.evidence.corrupted_seeds import STUDIES, over_seeds, pilot, rows, settings, where
from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import (
    MODELS,
    Finding,
    Panel,
    Says,
    Table,
    Values,
    chart,
    compare,
    number,
    percent,
    reported,
    sources,
    span,
)
from mixup_demo.evidence.trace import file_values


def panel(results: Values, paper: Values, studies: Values | None = None) -> Panel:
    """Return the panel from the results files "corrupted" and "studies" and the paper's numbers."""
    results, paper = sources(results, paper)
    studied = file_values(studies)["values"] if studies else None
    seeds = [*_of_studies(studied)] if studied else []
    shares = results["values"]["shares"]
    theirs = paper["corrupted"]["rows"]
    pair = [] if any(one.says for one in seeds) else _of_one_pair(shares, results["n"])
    while_training = [chart(_title(share["share"]), over_epochs(share)) for share in shares]
    ends = [
        chart(f"{_title(share['share'])}.ends", best_and_last(share, theirs)) for share in shares
    ]
    memorised = [*pair, *_of_labels(shares)]
    return Panel(
        name="corrupted",
        findings=[
            *seeds,
            Finding("evidence.finding.corrupted.memorising", memorised, [*while_training, *ends]),
        ],
        table=_table(shares, theirs, list(rows(studied)) if studied else []),
        models=sorted(results["models"]),
        results=["corrupted", *([] if pair else ["studies"])],
        legend=(*METHODS, *([] if pair else ["spread"]), "best", "paper"),
    )


def _of_studies(studies: Values) -> Iterator[Finding]:
    """Yield what each study says over seeds, then how α and dropout of one were chosen."""
    for study in STUDIES:
        said, charts = over_seeds(studies, study), over_shares(studies, study)
        yield Finding(f"evidence.finding.corrupted.{study}", [*said], charts)
    yield Finding("evidence.finding.corrupted.pilot", [*pilot(studies)])


def _title(share: float) -> str:
    return f"evidence.corrupted.chart.{100 * share:.0f}"


def _of_one_pair(shares: Sequence[Values], n: float) -> list[Says]:
    """Compare one network of each kind over test images, which decides nothing over seeds."""
    return [
        *(_last(share, n) for share in shares),
        *(_beside_dropout(share, n) for share in shares),
    ]


def _of_labels(shares: Sequence[Values]) -> list[Says]:
    """Return how far the error rises again, and which training labels are given back."""
    return [
        _ends(shares),
        _learned("memorised", shares, lambda entry: 1 - entry["train_error_corrupted"]),
        _learned("missed", shares, lambda entry: entry["train_error_true"]),
    ]


def _by_method(share: Values) -> dict[str, Values]:
    return {entry["method"]: entry for entry in share["models"]}


def _last(share: Values, n: float) -> Says:
    errors = {model: _by_method(share)[model]["error"] for model in MODELS}
    return compare(where(share), "evidence.measure.last-error", errors, share["difference"], n)


def _beside_dropout(share: Values, n: float) -> Says:
    methods, found = _by_method(share), share["dropout_difference"]
    errors = {"erm": methods["erm-dropout"]["error"], "mixup": methods["mixup"]["error"]}
    says = compare(where(share), "evidence.measure.last-error", errors, found, n)
    return replace(says, key="evidence.corrupted.says.dropout")


def _ends(shares: Sequence[Values]) -> Says:
    of = {model: [_by_method(share)[model] for share in shares] for model in MODELS}
    lists = {
        model: join(", ", [percent(one["best"]) + " → " + percent(one["last"]) for one in some])
        for model, some in of.items()
    }
    return Says("evidence.corrupted.says.ends", {"shares": _shares(shares), **lists})


def _learned(name: str, shares: Sequence[Values], measure: Callable[[Values], float]) -> Says:
    lists = {
        model: _listed([measure(_by_method(share)[model]) for share in shares], 0)
        for model in MODELS
    }
    return Says(f"evidence.corrupted.says.{name}", {"shares": _shares(shares), **lists})


def _shares(shares: Sequence[Values]) -> str:
    return _listed([share["share"] for share in shares], 0)


def _listed(values: Iterable[float], decimals: int = 1) -> str:
    return join(", ", [percent(value, decimals) for value in values])


def _table(shares: list[Values], theirs: list[Values], seeds: list[list[str]]) -> Table:
    """Return the table: over seeds, then one network of each kind, then the paper's."""
    columns = ["model", "best", "last", "interval", "train-true", "train-corrupted", "source"]
    ours = [
        [
            percent(share["share"], 0) + " %: " + settings(entry, entry["method"]),
            percent(entry["best"]),
            percent(entry["last"]),
            span(entry["interval"]),
            percent(entry["train_error_true"], 2),
            percent(entry["train_error_corrupted"], 2),
            "[[evidence.corrupted.one]]",
        ]
        for share in shares
        for entry in share["models"]
    ]
    papers = [
        [
            percent(row["share"], 0) + " %: " + settings(row, row["method"]) + reported(row),
            number(row["best"], 1),
            number(row["last"], 1),
            "",
            number(row["train_true"]) + reported(row, "train_status"),
            number(row["train_corrupted"]) + reported(row, "train_status"),
            "[[evidence.paper]]",
        ]
        for row in theirs
    ]
    return Table([f"[[evidence.column.{name}]]" for name in columns], [*seeds, *ours, *papers])
