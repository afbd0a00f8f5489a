"""What many pairs and planes say: where mixup is smoother, where it is not, and what stays open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from mixup_demo.evidence.panel import (
    MODELS,
    Chart,
    Panel,
    Says,
    Table,
    Values,
    number,
    percent,
    signed,
)
from mixup_demo.evidence.population_file import (
    AGREEMENT,
    OF_PLANES,
    Marks,
    measures,
    percentile,
    text_key,
    verdict,
)
from mixup_demo.evidence.distribution_figures import distribution_figure, mark_traces
from mixup_demo.figures.measures import MEASURES
from mixup_demo.evidence.population_figures import CURVE_AXES, curve_figure, difference_figure

#: how one value of a measure is shown
FORMS = {
    **{measure.name: measure.form for measure in MEASURES},
    **{"adversarial_thickness": ".3f", "fragmentation": ".0f"},
    **{"foreign_share": ".1%", "boundary_length": ".2f"},
}

VERDICTS = ("better", "worse", "open")


@dataclass(frozen=True)
class Place:
    """Where the visitor's values of one measure lie: in words, and as marks over its chart."""

    says: Says
    marks: Sequence[go.Scatter]


def panel(results: Values) -> Panel:
    """Return the panel from the results file "population".

    It stands on the Boundary view: its texts are "population.title", ".claim" and ".setting".
    """
    return Panel(
        name="population",
        says=says(results),
        charts=charts(results),
        table=table(results),
        models=sorted(results["models"]),
        results=["population"],
    )


def says(results: Values) -> list[Says]:
    """Return the sentences that the intervals earn: sizes, then one a verdict, then agreement."""
    pairs, planes = results["values"]["pairs"], results["values"]["planes"]
    verdicts = {name: verdict(name, one["interval"]) for name, one in measures(results).items()}
    sizes = {
        "pairs": f"{pairs['n']:,}",
        "attacked": f"{pairs['attack']['n']:,}",
        "planes": f"{planes['n'] if planes else 0:,}",
    }
    sentences = [_listed(verdicts, wanted) for wanted in VERDICTS if wanted in verdicts.values()]
    agreement = [_agreement(planes["measures"][AGREEMENT])] if planes else []
    return [Says("population.says.sizes", sizes), *sentences, *agreement]


def _listed(verdicts: Mapping[str, str], wanted: str) -> Says:
    names = [name for name, earned in verdicts.items() if earned == wanted]
    listed = ", ".join(f"[[{text_key(name)}]]" for name in names)
    filled = {"count": str(len(names)), "total": str(len(verdicts)), "measures": listed}
    return Says(f"population.says.{wanted}", filled, wanted)


def _agreement(agreement: Values) -> Says:
    low, high = agreement["interval"]
    filled = {"share": percent(agreement["mean"]), "low": percent(low), "high": percent(high)}
    return Says("population.says.agreement", filled)


def charts(results: Values) -> list[Chart]:
    """Return all charts: differences, curves, and a distribution for each measure."""
    differences = Chart("population.chart.differences", difference_figure(results), wide=True)
    curves = [Chart(f"population.chart.{name}", curve_figure(results, name)) for name in CURVE_AXES]
    distributions = [
        Chart(text_key(name), distribution_figure(results, name)) for name in measures(results)
    ]
    return [differences, *curves, *distributions]


def places(results: Values, marks: Marks) -> dict[str, Place]:
    """Return where the visitor's values lie among all others, by title of the measure's chart.

    Args:
        marks: of both models; measures that one of them lacks are left out.
    """
    placed = {}
    for name in measures(results):
        values = {model: marks[model].get(name) for model in MODELS}
        known = {model: value for model, value in values.items() if value is not None}
        if len(known) == len(MODELS):
            sentence = _place(results, name, known)
            placed[text_key(name)] = Place(sentence, mark_traces(results, name, known))
    return placed


def _place(results: Values, name: str, values: Mapping[str, float]) -> Says:
    """Return the sentence; of a plane it names the resolution, which is not that of the view."""
    others = measures(results)[name]
    ranks = {f"{m}_rank": ordinal(percentile(others[m], value)) for m, value in values.items()}
    shown = {model: format(value, FORMS[name]) for model, value in values.items()}
    if name not in OF_PLANES:
        return Says("population.place", {**shown, **ranks})
    resolution = str(results["values"]["planes"]["resolution"])
    return Says("population.place.plane", {"resolution": resolution, **shown, **ranks})


def unplaced(marks: Marks) -> list[Says]:
    """Return why pairs or planes have no place, where there are no values of theirs."""
    names = {name for values in marks.values() for name in values}
    missing = {"pairs": names <= OF_PLANES, "planes": names.isdisjoint(OF_PLANES)}
    return [
        Says("population.place.none", {"needed": f"[[population.needed.{kind}]]"})
        for kind, lacks in missing.items()
        if lacks
    ]


def ordinal(rank: float) -> str:
    """Return a rank as "83[[population.ordinal.rd]]": English has four endings, Korean one."""
    whole = round(rank)
    teen = whole % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole}[[population.ordinal.{ending}]]"


def table(results: Values) -> Table:
    """Return a row for each measure: means, difference, interval, how many values, verdict."""
    names = ("evidence.column.measure", "model.erm", "model.mixup", "evidence.column.difference")
    more = ("population.column.interval", "population.column.n", "population.column.verdict")
    rows = [_row(name, one) for name, one in measures(results).items()]
    return Table([f"[[{name}]]" for name in (*names, *more)], rows)


def _row(name: str, one: Mapping[str, Any]) -> list[str]:
    low, high = one["interval"]
    return [
        f"[[{text_key(name)}]] ([[{text_key(name)}.unit]])",
        *(number(sum(one[model]) / len(one[model]), 3) for model in MODELS),
        signed(one["difference"], 3),
        f"{signed(low, 3)} – {signed(high, 3)}",
        f"{len(one['erm']):,}",
        f"[[population.verdict.{verdict(name, one['interval'])}]]",
    ]
