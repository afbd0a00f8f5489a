"""Where mixup does not help or hurts: what our own panels say, and what others report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mixup_demo.evidence.attack_says import paper_row
from mixup_demo.evidence.origins import Derived, Origin, Source, join, parts_of
from mixup_demo.evidence.panel import (
    MODELS,
    Finding,
    Panel,
    Says,
    Table,
    Values,
    chart,
    number,
    reported,
    short,
    whole,
)
from mixup_demo.evidence.rules import BETTER, OPEN, WORSE
from mixup_demo.evidence.trace import Traced, trace
from mixup_demo.figures.marks import PAPERS
from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import DASHES


def panel(others: Sequence[Panel], paper: Values) -> Panel:
    """Return the panel: of every other panel what speaks against mixup, and what others report."""
    paper = trace(paper, Source("paper"))
    against = [says for one in others for says in _against(one)]
    schedule = chart("evidence.limits.schedule", _schedule(paper["schedule"]), wide=True)
    return Panel(
        name="limits",
        findings=[Finding("", [_counts(others), *against, *_reports(paper)], [schedule])],
        table=_table(paper),
        models=[],
        results=[],
        legend=("reported-erm", "reported-mixup"),
        heading="evidence.limits.says",
    )


def _judged(panels: Sequence[Panel], *wanted: str) -> list[Says]:
    return [says for one in panels for says in one.says if says.verdict in wanted]


def _counts(others: Sequence[Panel]) -> Says:
    """Say how many findings speak against mixup, of which the rest of the panel is a selection."""
    of = {WORSE: (WORSE,), OPEN: (OPEN,), "total": (BETTER, WORSE, OPEN)}
    filled = {name: whole(_count(_judged(others, *wanted))) for name, wanted in of.items()}
    return Says("evidence.limits.counts", dict(filled))


def _count(found: Sequence[Says]) -> float:
    """Return how many sentences there are, traced to the first number of each."""
    origins = tuple(map(_first_origin, found))
    return Traced(len(origins), Derived("count", origins))


def _first_origin(says: Says) -> Origin:
    """Return where the first number of a sentence comes from; a verdict has one."""
    parts = (part for value in says.values.values() for part in parts_of(value))
    return next(part.origin for part in parts if part.origin is not None)


def _against(other: Panel) -> list[Says]:
    """Return each kind of finding against mixup once, else the first that is open.

    The last one leads to the panel, which holds all.
    """
    worse = {says.key: says for says in reversed(_judged([other], WORSE))}
    found = [*reversed(worse.values())] or _judged([other], OPEN)[:1]
    return [*found[:-1], *(replace(says, panel=other.name) for says in found[-1:])]


def _reports(paper: Values) -> list[Says]:
    top5 = paper_row(paper["adversarial"], "ifgsm", "white", top=5)
    decay = {row["method"]: row for row in paper["weight_decay"]["rows"]}
    lenet = [row for row in paper["speech"]["rows"] if row["network"] == "LeNet"]
    return [
        Says(
            "evidence.limits.top5",
            {
                **{model: number(top5[model], 1) for model in MODELS},
                "reported": reported(top5),
            },
        ),
        Says(
            "evidence.limits.decay",
            {
                f"{model}_{name}": number(decay[model][name])
                for model in MODELS
                for name in ("small", "large")
            },
        ),
        Says(
            "evidence.limits.speech",
            {
                "erm": number(lenet[0]["error"], 1),
                "mixup": number(lenet[-1]["error"], 1),
                "alpha": short(lenet[-1]["alpha"]),
                "reported": reported(lenet[-1]),
            },
        ),
        Says("evidence.limits.intrusion", {}),
        Says("evidence.limits.calibration", {}),
        _long(paper["schedule"]),
    ]


def _long(schedule: Values) -> Says:
    """Say the reported gain after each length of training."""
    rows = list(zip(schedule["erm"], schedule["mixup"], strict=True))
    filled: dict[str, str] = {
        "gains": join(", ", [number(mixup - erm) for erm, mixup in rows]),
        "epochs": join(", ", [whole(epochs) for epochs in schedule["epochs"]]),
    }
    return Says("evidence.limits.long", filled)


def _schedule(schedule: Values) -> Any:
    series = [
        Series(
            f"[[model.{model}]]",
            model,
            schedule["epochs"],
            schedule[model],
            dash=DASHES[model],
            symbol=PAPERS,
        )
        for model in ("erm", "mixup")
    ]
    x = {"title": {"text": "[[evidence.axis.epochs]]"}, "tickvals": list(schedule["epochs"])}
    y = {"title": {"text": "[[evidence.axis.accuracy]]"}, "ticksuffix": " %", "hoverformat": ".2f"}
    return series_figure(series, x, y)


def _table(paper: Values) -> Table:
    columns = [f"[[evidence.column.{name}]]" for name in ("setting", "erm", "mixup", "source")]
    schedule = paper["schedule"]
    rows = [
        [
            schedule["network"]
            + (", " + whole(epochs) + " [[evidence.epochs]], [[evidence.axis.accuracy]], %"),
            number(erm),
            number(mixup),
        ]
        for epochs, erm, mixup in zip(
            schedule["epochs"], schedule["erm"], schedule["mixup"], strict=True
        )
    ]
    return Table(columns, [[*row, "[[evidence.others]]"] for row in rows])
