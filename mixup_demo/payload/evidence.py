"""The Evidence view's content: every panel, made once from the results files."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from mixup_demo import evidence
from mixup_demo.claims import adversarial, between, calibration, corrupted, generalisation, limits
from mixup_demo.claims.panel import Panel, paper


@lru_cache
def evidence_payload() -> dict[str, Any]:
    """Return all panels whose results are there, the paper's source, and the models' cards."""
    panels = list(_panels())
    return {
        "source": paper()["source"],
        "panels": [_panel(one) for one in panels],
        "limits": _panel(limits.panel(panels, paper())),
    }


def _panels() -> Iterator[Panel]:
    files = {name: evidence.read(name) for name in evidence.names()}
    if "generalisation" in files:
        yield generalisation.panel(files["generalisation"], paper())
    if "corrupted" in files:
        yield corrupted.panel(files["corrupted"], paper())
    if "adversarial" in files:
        yield adversarial.panel(files["adversarial"], paper())
    if {"calibration", "out_of_distribution"} <= set(files):
        yield calibration.panel(files["calibration"], files["out_of_distribution"])
    if "between" in files:
        yield between.panel(files["between"])


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "name": panel.name,
        "heading": panel.heading,
        "says": [vars(says) for says in panel.says],
        "charts": [
            {"title": chart.title, "wide": chart.wide, "figure": json.loads(chart.figure.to_json())}
            for chart in panel.charts
        ],
        "table": {
            "columns": list(panel.table.columns),
            "rows": [list(r) for r in panel.table.rows],
        },
        "models": [{"name": name, "file": f"{name}.md"} for name in panel.models],
        "results": [_facts(name) for name in panel.results],
        "legend": list(panel.legend),
    }


def _facts(name: str) -> dict[str, Any]:
    """Return how one results file came about, and the command that makes it again."""
    file = evidence.read(name)
    facts = {key: file[key] for key in ("data", "n", "hardware", "precision", "date", "command")}
    return {"name": name, "seeds": ", ".join(map(str, file["seeds"])), **facts}
