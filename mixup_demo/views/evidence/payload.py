"""The Evidence view's content: every panel, made once from the results files."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from mixup_demo.evidence import adversarial, between, calibration, corrupted, generalisation, limits
from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.panel import Panel, paper
from mixup_demo.serving.panels import panel_payload
from mixup_demo.serving.services import Services


@lru_cache
def evidence_payload() -> dict[str, Any]:
    """Return all panels whose results are there, the paper's source, and the models' cards."""
    panels = list(_panels())
    return {
        "source": paper()["source"],
        "panels": [panel_payload(one) for one in panels],
        "limits": panel_payload(limits.panel(panels, paper())),
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


def files(services: Services) -> dict[str, bytes]:
    """Return what the page fetches when the view opens, by name."""
    return {"panels.json": json.dumps(evidence_payload(), ensure_ascii=False).encode()}
