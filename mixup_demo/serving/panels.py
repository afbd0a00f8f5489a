"""One panel as the page makes it: sentences, charts, a table, and what they come from."""

from typing import Any

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.panel import Panel

#: what is said of a results file
FACTS = ("data", "n", "hardware", "precision", "date", "command")


def panel_payload(panel: Panel) -> dict[str, Any]:
    """Return a panel with the facts of its results files; figures as Plotly's JSON."""
    return {
        "name": panel.name,
        "heading": panel.heading,
        "background": panel.background,
        "findings": [one.as_dict() for one in panel.findings if one.says or one.charts],
        "table": panel.table.as_dict(),
        "models": [{"name": name, "file": f"{name}.md"} for name in panel.models],
        "results": [_facts(name) for name in panel.results],
        "legend": list(panel.legend),
    }


def _facts(name: str) -> dict[str, Any]:
    """Return how one results file came about, and the command that makes it again."""
    file = evidence.read(name)
    facts = {key: file[key] for key in FACTS}
    return {"name": name, "seeds": ", ".join(map(str, file["seeds"])), **facts}
