"""Smoothness over seeds: which measures hold over several trainings, and which do not."""

from collections.abc import Iterator, Mapping
from typing import Any

from mixup_demo.evidence.panel import (
    MODELS,
    Chart,
    Finding,
    Says,
    Values,
    chart,
    mean_sd,
    number,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.population_figures import COLOURS
from mixup_demo.evidence.population_file import LARGER, ORDER
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seed_groups import where
from mixup_demo.evidence.seeds import Compared, judge, ruling
from mixup_demo.evidence.tallies import ALL, tally
from mixup_demo.evidence.trace import length
from mixup_demo.figures import theme
from mixup_demo.figures.marks import FIRST, OURS, SEED
from mixup_demo.figures.rows import Point, Row, rows_figure

#: models as they are, and each at its own temperature
STAGES = ("trained", "calibrated")
#: how much all probabilities react to the pixels
REACTS = "input_jacobian"


def verdicts(group: Values, stage: str) -> dict[str, str]:
    """Return whether mixup is smoother over seeds, by measure, corrected by Holm for their number.

    It is open, too, where there are too few seeds.

    Args:
        group: of the results file "smoothness_seeds".
        stage: of `STAGES`.
    """
    of = measures(group, stage)
    judged = judge([_compared(name, one) for name, one in of.items()])
    return {name: found or OPEN for name, found in zip(of, judged, strict=True)}


def measures(group: Values, stage: str) -> dict[str, Values]:
    """Return what compares the two methods at one stage, by measure, as panels order them."""
    return {name: group[stage][name] for name in (*ORDER, REACTS) if name in group[stage]}


def counted(group: Values, stage: str) -> dict[str, str]:
    """Return how many measures have each verdict, how many there are, and of how many seeds."""
    of, found = measures(group, stage), verdicts(group, stage)
    means = (of[name]["difference"]["mean"] for name in found)
    return {
        **tally(means, found.values(), ALL),
        "seeds": whole(length(next(iter(of.values()))["difference"]["by_seed"])),
    }


def finding(results: Values) -> Finding:
    """Return what all seeds say, and show.

    Args:
        results: the results file "smoothness_seeds", traced.
    """
    return Finding("evidence.finding.between.seeds", says(results), charts(results))


def says(results: Values) -> list[Says]:
    """Return how many measures hold over seeds, and which do not, of each group at each stage.

    Args:
        results: the results file "smoothness_seeds", traced.
    """
    return [_says(group, stage) for group in results["values"]["groups"] for stage in STAGES]


def _says(group: Values, stage: str) -> Says:
    """Return one sentence; as trained it earns no verdict, for some measure confidence, too."""
    found = verdicts(group, stage)
    held = ruling(found.values()) if stage == "calibrated" else None
    filled = {
        "where": where(group),
        **counted(group, stage),
        "undecided": _names(found, OPEN),
        **({"verdict": word(held)} if held else {}),
    }
    return Says(f"evidence.smoothness.says.{stage}", filled, held)


def _names(found: Mapping[str, str], wanted: str) -> str:
    names = [f"[[measure.{name}]]" for name, says in found.items() if says == wanted]
    return ", ".join(names) or "[[evidence.smoothness.none]]"


def charts(results: Values) -> list[Chart]:
    """Return a chart a group and stage: every seed's difference, their mean, its interval."""
    return [
        chart(f"evidence.smoothness.chart.{stage}.{group['group']}", _differences(group, stage))
        for group in results["values"]["groups"]
        for stage in STAGES
    ]


def _differences(group: Values, stage: str) -> Any:
    found = verdicts(group, stage)
    rows = [
        Row(f"[[measure.{name}]]", [*_points(name, one, found[name])])
        for name, one in measures(group, stage).items()
        if one["erm"]["mean"]
    ]
    x = {
        "title": {"text": "[[evidence.smoothness.axis]]"},
        "ticksuffix": " %",
        "hoverformat": ".1f",
    }
    figure = rows_figure(rows, x, reference=0)
    return figure.update_annotations(bgcolor=theme.var("card"))  # the line ends behind labels


def _points(name: str, one: Values, says: str) -> Iterator[Point]:
    """Yield gains in per cent of ERM's mean: of every seed, then their mean with its interval."""
    label, colour, found = f"[[measure.{name}]]", COLOURS[says], one["difference"]

    def gain(difference: float) -> float:
        share: float = 100 * difference / one["erm"]["mean"]
        return share if name in LARGER else -share

    for difference in found["by_seed"]:
        yield Point(gain(difference), label, colour, SEED)
    ends = sorted(map(gain, found["over_seeds"] or ())) or None
    yield Point(gain(found["mean"]), label, colour, FIRST if says == OPEN else OURS, ends)


def rows(results: Values) -> list[list[str]]:
    """Return the table's rows: mean ± SD of both methods, the difference, Student's interval."""
    return [
        _row(group, name, stage)
        for group in results["values"]["groups"]
        for name in measures(group, STAGES[0])
        for stage in STAGES
    ]


def _row(group: Values, name: str, stage: str) -> list[str]:
    one = group[stage][name]
    found, ends = one["difference"], one["difference"]["over_seeds"]
    named = f"[[measure.{name}]] ([[measure.{name}.unit]]), [[evidence.smoothness.{stage}]]"
    return [
        f"{where(group)}, {named}",
        *(mean_sd(one[model], lambda value: number(value, 3)) for model in MODELS),
        signed(found["mean"], 3),
        signed(ends[0], 3) + " – " + signed(ends[1], 3) if ends else "–",
    ]


def _compared(name: str, one: Values) -> Compared:
    """Return the difference mixup − ERM, turned round where larger is smoother."""
    found = one["difference"]
    mean, ends = found["mean"], found["over_seeds"]
    if name in LARGER:
        mean, ends = -mean, [-end for end in reversed(ends)] if ends else None
    return Compared(f"[[measure.{name}]]", mean, ends, length(found["by_seed"]))
