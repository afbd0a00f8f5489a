"""Claim: between the training data mixup errs less and reacts less (paper, Figure 2)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mixup_demo.evidence import smooth_seeds
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
    signed,
    whole,
    word,
)
from mixup_demo.evidence.population_file import verdict as smoother
from mixup_demo.evidence.rules import (
    corrected,
    majority,
    p_value,
    verdict,
)
from mixup_demo.evidence.smooth_seeds import STAGES
from mixup_demo.evidence.tallies import ALL, tally
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.curves import LAMBDA_AXIS, band_series
from mixup_demo.figures.measures import MEASURES
from mixup_demo.figures.series import series_figure


def panel(
    results: Values, equal: Values, jacobian: Values | None = None, seeds: Values | None = None
) -> Panel:
    """Return the panel.

    Args:
        results: the results file "between".
        equal: the results file "equal_calibration".
        jacobian: the results file "jacobian"; None where it is not known.
        seeds: the results file "smoothness_seeds"; None where it is not known.
    """
    results, equal = file_values(results), file_values(equal)
    values, norms = results["values"], file_values(jacobian) if jacobian else None
    over = file_values(seeds) if seeds else None
    files = [one for one in (results, equal, norms, over) if one]
    measures = _measures(values, equal["values"], norms["values"] if norms else {})
    table = _table(measures)
    return Panel(
        name="between",
        findings=[
            Finding(
                "evidence.finding.between.pair",
                [*_says(results, equal, measures), *(_jacobian(norms) if norms else ())],
                [
                    chart("evidence.between.miss", _misses(values)),
                    chart("evidence.between.gradient", _gradients(values)),
                ],
            ),
            *([smooth_seeds.finding(over)] if over else ()),
        ],
        table=replace(table, rows=[*table.rows, *(smooth_seeds.rows(over) if over else ())]),
        models=sorted({name for one in files for name in one["models"]}),
        results=[str(one["name"]) for one in files],
    )


def _measures(values: Values, equal: Values, norms: Values) -> dict[str, Values]:
    """Return what compares the two models, by stage and measure."""
    of = {"trained": values["measures"], "calibrated": equal["measures"]}
    reacts = {stage: {smooth_seeds.REACTS: norms[stage]} for stage in STAGES if norms}
    return {stage: {**of[stage], **reacts.get(stage, {})} for stage in STAGES}


def _says(results: Values, equal: Values, measures: Mapping[str, Values]) -> list[Says]:
    trained, calibrated = (measures[stage] for stage in STAGES)
    miss, n = trained["miss_rate"], results["n"]
    found = {"mean": miss["difference"], "interval": miss["interval"]}
    where, what = "evidence.between.where", "evidence.measure.miss-rate"
    return [
        replace(compare(where, what, miss, found, n), key="evidence.says.difference.pairs"),
        _gradient("gradient", trained["mean_gradient_norm"], n),
        _gradient("equal", calibrated["mean_gradient_norm"], equal["n"]),
        _as_trained(trained, n),
        calibrated_says(calibrated, equal["n"]),
    ]


def _jacobian(norms: Values) -> list[Says]:
    """Compare how much all probabilities react to the pixels, at both stages."""
    values, n = norms["values"], norms["n"]
    return [_gradient(f"jacobian.{stage}", values[stage], n) for stage in STAGES]


def _gradient(key: str, norm: Values, n: float) -> Says:
    low, high = norm["interval"]
    found = verdict(norm["interval"])
    return Says(
        f"evidence.between.says.{key}",
        {
            "erm": number(norm["erm"]),
            "mixup": number(norm["mixup"]),
            "difference": signed(norm["difference"], 2),
            "low": signed(low, 2),
            "high": signed(high, 2),
            "n": whole(n),
            "verdict": word(found),
        },
        found,
    )


def _as_trained(measures: Values, n: float) -> Says:
    verdicts = {name: smoother(name, one["interval"]) for name, one in measures.items()}
    return Says("evidence.between.says.trained", {**counted(measures, verdicts), "n": whole(n)})


def calibrated_says(measures: Values, n: float) -> Says:
    """Return by how many measures mixup is smoother at equal calibration, and the verdict.

    Args:
        measures: as in `smoothness_verdicts`.
        n: pairs of test images.
    """
    verdicts = smoothness_verdicts(measures)
    found = majority(verdicts.values())
    filled = {**counted(measures, verdicts), "n": whole(n), "verdict": word(found)}
    return Says("evidence.between.says.calibrated", filled, found)


def smoothness_verdicts(measures: Values) -> dict[str, str]:
    """Return whether mixup is smoother, by measure, corrected by Holm for their number.

    Args:
        measures: of equally calibrated models, each with "difference" and "interval".
    """
    single = [smoother(name, one["interval"]) for name, one in measures.items()]
    chances = [p_value(one["difference"], one["interval"]) for one in measures.values()]
    return dict(zip(measures, corrected(single, chances), strict=True))


def counted(measures: Values, verdicts: Mapping[str, str]) -> dict[str, str]:
    """Return how many measures have each verdict, and how many there are."""
    differences = (measures[name]["difference"] for name in verdicts)
    return tally(differences, verdicts.values(), ALL)


def _misses(values: Values) -> Any:
    series = [
        band_series(
            model, values["lam"], values["miss_rate"][model], *values["miss_interval"][model]
        )
        for model in MODELS
    ]
    y = {
        "title": {"text": "[[evidence.axis.miss]]"},
        "rangemode": "tozero",
        "tickformat": ".0%",
        "hoverformat": ".1%",
    }
    return series_figure(series, LAMBDA_AXIS, y)


def _gradients(values: Values) -> Any:
    norms = values["gradient_norm"]
    series = [
        band_series(
            model, values["lam"], norms[model]["median"], norms[model]["low"], norms[model]["high"]
        )
        for model in MODELS
    ]
    y = {"title": {"text": "[[chart.gradient.y]]"}, "rangemode": "tozero", "hoverformat": ".2f"}
    return series_figure(series, LAMBDA_AXIS, y)


def _table(measures: Mapping[str, Values]) -> Table:
    names = ("evidence.column.measure", "model.erm", "model.mixup", "evidence.column.difference")
    columns = [f"[[{name}]]" for name in (*names, "evidence.column.interval")]
    shown = [measure.name for measure in MEASURES]
    rows = [
        _row(name, stage, of[name])
        for name in (*shown, *(name for name in measures[STAGES[1]] if name not in shown))
        for stage, of in measures.items()
        if name in of
    ]
    return Table(columns, rows)


def _row(name: str, state: str, one: Values) -> list[str]:
    low, high = one["interval"]
    return [
        f"[[measure.{name}]] ([[measure.{name}.unit]]), [[evidence.between.{state}]]",
        number(one["erm"], 3),
        number(one["mixup"], 3),
        signed(one["difference"], 3),
        signed(low, 3) + " – " + signed(high, 3),
    ]
