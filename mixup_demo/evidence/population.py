"""What many pairs and planes say: where mixup is smoother, where it is not, and what stays open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import plotly.graph_objects as go

from mixup_demo.evidence.between import calibrated_says
from mixup_demo.evidence.distribution_figures import distribution_figure, mark_traces
from mixup_demo.evidence.origins import Derived, Origin, Source
from mixup_demo.evidence.panel import (
    MODELS,
    Chart,
    Finding,
    Location,
    Panel,
    Says,
    Table,
    Values,
    chart,
    number,
    percent,
    signed,
    whole,
)
from mixup_demo.evidence.population_figures import CURVE_AXES, curve_figure, difference_figure
from mixup_demo.evidence.population_file import (
    AGREEMENT,
    OF_PLANES,
    Marks,
    measures,
    percentile,
    text_key,
    verdict,
)
from mixup_demo.evidence.rules import holm, p_value
from mixup_demo.evidence.trace import (
    apply,
    count,
    file_values,
    length,
    origin,
    plain,
    show,
    trace,
)
from mixup_demo.figures.measures import MEASURES

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


def panel(results: Values, seeds: Values | None = None, equal: Values | None = None) -> Panel:
    """Return the panel.

    It stands on the Boundary view: its texts are "population.title", ".claim" and ".setting".

    Args:
        results: the results file "population".
        seeds: the results file "agreement"; None where networks of several seeds are not known.
        equal: the results file "equal_calibration"; None where it is not known.
    """
    results = file_values(results)
    of_seeds, equal = (file_values(one) if one else None for one in (seeds, equal))
    files = [one for one in (results, equal, of_seeds) if one]
    said = [
        *says(results),
        *([calibrated_says(equal["values"]["measures"], equal["n"])] if equal else ()),
        *([_of_seeds(of_seeds)] if of_seeds else ()),
    ]
    return Panel(
        name="population",
        findings=[Finding("", said, charts(results))],
        table=table(results),
        models=sorted({name for one in files for name in one["models"]}),
        results=[str(one["name"]) for one in files],
    )


def says(results: Values) -> list[Says]:
    """Return the sentences that the intervals earn: sizes, then one a verdict, then agreement.

    They carry no verdict on mixup: of models as trained, several measures shrink with confidence.
    """
    results = file_values(results)
    pairs, planes = results["values"]["pairs"], results["values"]["planes"]
    compared = measures(results)
    verdicts = {name: verdict(name, one["interval"]) for name, one in compared.items()}
    sizes = {
        "pairs": whole(pairs["n"]),
        "attacked": whole(pairs["attack"]["n"]),
        "planes": whole(planes["n"] if planes else count(())),
    }
    sentences = [
        _listed(wanted, verdicts, compared) for wanted in VERDICTS if wanted in verdicts.values()
    ]
    agreement = [_agreement(planes["measures"][AGREEMENT])] if planes else []
    return [Says("population.says.sizes", sizes), *sentences, _corrected(compared), *agreement]


def _corrected(compared: Values) -> Says:
    """Say how many differences remain when all measures are tested at once."""
    falls = holm([p_value(one["difference"], one["interval"]) for one in compared.values()])
    remain = [one["difference"] for one, fall in zip(compared.values(), falls, strict=True) if fall]
    total = whole(count(one["difference"] for one in compared.values()))
    return Says("population.says.corrected", {"count": whole(count(remain)), "total": total})


def _listed(wanted: str, verdicts: Mapping[str, str], compared: Values) -> Says:
    earned = {name: compared[name] for name, found in verdicts.items() if found == wanted}
    filled = {
        "count": whole(count(earned.values())),
        "total": whole(count(compared.values())),
        "measures": ", ".join(f"[[{text_key(name)}]]" for name in earned),
    }
    return Says(f"population.says.{wanted}", filled)


def _agreement(agreement: Values) -> Says:
    low, high = agreement["interval"]
    filled = {"share": percent(agreement["mean"]), "low": percent(low), "high": percent(high)}
    return Says("population.says.agreement", filled)


def _of_seeds(seeds: Values) -> Says:
    """Say how far networks agree that differ in their seed alone, beside those of two methods."""
    values = seeds["values"]
    filled = {"where": f"[[evidence.group.{values['group']}]]"}
    filled |= {"seeds": whole(values["seeds"]), "n": whole(seeds["n"])}
    for kind, one in values["kinds"].items():
        low, high = one["interval"]
        ends = {f"{kind}_low": percent(low), f"{kind}_high": percent(high)}
        filled |= {kind: percent(one["mean"]), **ends}
    return Says("population.says.seeds", filled)


def charts(results: Values) -> list[Chart]:
    """Return all charts: differences, curves, and a distribution for each measure."""
    results = file_values(results)
    differences = chart("population.chart.differences", difference_figure(results), wide=True)
    curves = [chart(f"population.chart.{name}", curve_figure(results, name)) for name in CURVE_AXES]
    distributions = [_distribution(results, name) for name in measures(results)]
    return [differences, *curves, *distributions]


def _distribution(results: Values, name: str) -> Chart:
    """Return the chart of two histograms, whose bins depend on both models' values."""
    one = measures(results)[name]
    both = tuple(origin(one[model]) for model in MODELS)
    origins: dict[Location, Origin] = {}
    for k, own in enumerate(both):
        origins["data", k, "x"] = Derived("bin centres", both)
        origins["data", k, "y"] = Derived("bin shares", (own, *both))
        origins["data", k, "customdata"] = Derived("bin edges", both)
    return chart(text_key(name), distribution_figure(plain(results), name), origins=origins)


def places(results: Values, marks: Marks) -> dict[str, Place]:
    """Return where the visitor's values lie among all others, by title of the measure's chart.

    Args:
        marks: of both models; measures that one of them lacks are left out.
    """
    results, marks = file_values(results), trace(marks, Source("marks"))
    placed = {}
    for name in measures(results):
        found = {model: marks[model].get(name) for model in MODELS}
        known = {model: value for model, value in found.items() if value is not None}
        if len(known) == len(MODELS):
            values = {model: float(value) for model, value in known.items()}
            traces = mark_traces(plain(results), name, values)
            placed[text_key(name)] = Place(_place(results, name, known), traces)
    return placed


def _place(results: Values, name: str, values: Mapping[str, float]) -> Says:
    """Return the sentence; of a plane it names the resolution, which is not that of the view."""
    others = measures(results)[name]
    ranks = {
        f"{model}_rank": ordinal(apply("percentile", percentile, others[model], value))
        for model, value in values.items()
    }
    shown = {model: show(value, FORMS[name]) for model, value in values.items()}
    if name not in OF_PLANES:
        return Says("population.place", {**shown, **ranks})
    resolution = whole(results["values"]["planes"]["resolution"])
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
    rounded = round(rank)
    teen = rounded % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(rounded % 10, "th")
    return show(rank, ".0f") + f"[[population.ordinal.{ending}]]"


def table(results: Values) -> Table:
    """Return a row for each measure: means, difference, interval, how many values, verdict."""
    names = ("evidence.column.measure", "model.erm", "model.mixup", "evidence.column.difference")
    more = ("population.column.interval", "population.column.n", "population.column.verdict")
    rows = [_row(name, one) for name, one in measures(file_values(results)).items()]
    return Table([f"[[{name}]]" for name in (*names, *more)], rows)


def _row(name: str, one: Values) -> list[str]:
    low, high = one["interval"]
    return [
        f"[[{text_key(name)}]] ([[{text_key(name)}.unit]])",
        *(number(apply("mean", fmean, one[model]), 3) for model in MODELS),
        signed(one["difference"], 3),
        signed(low, 3) + " – " + signed(high, 3),
        whole(length(one["erm"])),
        f"[[population.verdict.{verdict(name, one['interval'])}]]",
    ]
