"""Charts and rows of the attacks that are made with another network's gradient (black box)."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mixup_demo.evidence.attack_says import attacks_of
from mixup_demo.evidence.panel import Values, chart
from mixup_demo.evidence.transfer import sources_of
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import var

#: source -> dash of its line; the legend names the dashes in this order
DASHES = {
    "page-erm-seed1": "solid",
    "cifar10-erm-seed1": "solid",
    "small-erm": "dash",
    "scarce-erm-seed0": "dot",
    "small-mixup-1": "dashdot",
}
LEGEND = tuple(f"source-{k}" for k in range(len(set(DASHES.values()))))


class Ratio(NamedTuple):
    """The ratio of accuracies at a budget, and its interval where it has one."""

    budget: float
    ratio: float
    ends: Sequence[float] | None


def charts(values: Values, pgd: Values) -> Iterator[Any]:
    """Yield the charts of ratios by source, the strongest attack first.

    Args:
        values: of the results file "adversarial".
        pgd: of the results file "pgd_transfer".
    """
    budgets, sources = pgd["budgets"], pgd["sources"]
    rows = {one["source_model"]: [_ratio(of) for of in one["attacks"]] for one in sources}
    yield chart("evidence.attack.pgd.black.sources", _by_source(rows, budgets))
    for k, group in enumerate(sources[0]["attacks"][0]["seeds"]):
        rows = {
            one["source_model"]: [_of_seeds(of["budget"], of["seeds"][k]) for of in one["attacks"]]
            for one in sources
        }
        yield chart(f"evidence.adversarial.passed.{group['group']}", _by_source(rows, budgets))
    for method in ("fgsm", "ifgsm"):
        rows = {
            one["source_model"]: [_ratio(of) for of in attacks_of(one, method, "black")]
            for one in sources_of(values)
        }
        yield chart(f"evidence.attack.{method}.black.sources", _by_source(rows, values["budgets"]))


def _ratio(attack: Values) -> Ratio:
    return Ratio(attack["budget"], attack["ratio"]["value"], attack["ratio"]["interval"])


def _of_seeds(budget: float, group: Values) -> Ratio:
    return Ratio(budget, group["ratio"]["mean"], group["ratio"]["over_seeds"])


def _by_source(rows: dict[str, list[Ratio]], budgets: Sequence[float]) -> Any:
    """Draw the ratio of accuracies over the budget, a line for each source.

    Ratios without an interval are left out.
    """
    series = []
    for source, ratios in rows.items():
        known = [(one, one.ends) for one in ratios if one.ends]
        low, high = ([ends[k] for _, ends in known] for k in (0, 1))
        x, y = [one.budget for one, _ in known], [one.ratio for one, _ in known]
        name = f"[[evidence.source.{source}]]"
        series.append(Series(name, "class-a", x, y, low, high, dash=DASHES[source]))
    x_axis = {"title": {"text": "[[evidence.axis.budget]]"}, "tickvals": list(budgets)}
    y_axis = {"title": {"text": "[[evidence.axis.ratio]]"}, "hoverformat": ".2f"}
    figure = series_figure(series, x_axis, y_axis)
    figure.add_hline(1, line={"color": var("control"), "width": 1.5, "dash": "dash"})
    return figure
