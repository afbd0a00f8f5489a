"""One panel as the page makes it: sentences, charts, a table, and what they come from."""

from typing import Any

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.panel import Panel
from mixup_demo.serving.encoding import figure_json


def panel_payload(panel: Panel) -> dict[str, Any]:
    """Return a panel with the facts of its results files; figures as Plotly's JSON."""
    return {
        "name": panel.name,
        "heading": panel.heading,
        "says": [vars(says) for says in panel.says],
        "charts": [
            {"title": chart.title, "wide": chart.wide, "figure": figure_json(chart.figure)}
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
