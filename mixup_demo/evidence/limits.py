"""Where mixup does not help or hurts: what our own panels say, and what others report."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.evidence.adversarial import paper_row
from mixup_demo.evidence.panel import Chart, Panel, Says, Table, Values, reported
from mixup_demo.figures.rows import PAPERS, Series, series_figure
from mixup_demo.figures.theme import DASHES


def panel(others: Sequence[Panel], paper: Values) -> Panel:
    """Return the panel: the sentences of the other panels that do not favour mixup, and reports."""
    against = [says for one in others for says in one.says if says.verdict in ("worse", "open")]
    return Panel(
        name="limits",
        says=[*against, *_reports(paper)],
        charts=[Chart("evidence.limits.schedule", _schedule(paper["schedule"]), wide=True)],
        table=_table(paper),
        models=[],
        results=[],
        legend=("paper-erm", "paper-mixup"),
        heading="evidence.limits.says",
    )


def _reports(paper: Values) -> list[Says]:
    top5 = paper_row(paper["adversarial"], "ifgsm", "white", top=5)
    decay = {row["method"]: row for row in paper["weight_decay"]["rows"]}
    lenet = [row for row in paper["speech"]["rows"] if row["network"] == "LeNet"]
    return [
        Says(
            "evidence.limits.top5",
            {"erm": f"{top5['erm']:.1f}", "mixup": f"{top5['mixup']:.1f}{reported(top5)}"},
        ),
        Says(
            "evidence.limits.decay",
            {"small": f"{decay['mixup']['small']:.2f}", "large": f"{decay['mixup']['large']:.2f}"},
        ),
        Says(
            "evidence.limits.speech",
            {
                "erm": f"{lenet[0]['error']:.1f}",
                "mixup": f"{lenet[-1]['error']:.1f}{reported(lenet[-1])}",
                "alpha": f"{lenet[-1]['alpha']:g}",
            },
        ),
        Says("evidence.limits.intrusion", {}),
        Says("evidence.limits.calibration", {}),
        Says("evidence.limits.long", {}),
    ]


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
    x = {"title": {"text": "[[evidence.axis.epochs]]"}, "tickvals": schedule["epochs"]}
    y = {"title": {"text": "[[evidence.axis.accuracy]]"}, "ticksuffix": " %", "hoverformat": ".2f"}
    return series_figure(series, x, y)


def _table(paper: Values) -> Table:
    columns = [f"[[evidence.column.{name}]]" for name in ("setting", "erm", "mixup", "source")]
    schedule = paper["schedule"]
    rows = [
        [f"ResNet-18, {epochs} [[evidence.epochs]], [[evidence.axis.accuracy]], %", a, b]
        for epochs, a, b in zip(
            schedule["epochs"],
            *([f"{value:.2f}" for value in schedule[model]] for model in ("erm", "mixup")),
            strict=True,
        )
    ]
    return Table(columns, [[*row, "[[evidence.others]]"] for row in rows])
