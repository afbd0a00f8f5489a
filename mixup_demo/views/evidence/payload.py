"""The Evidence view's content: every panel, made once from the results files."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from mixup_demo.evidence import (
    adversarial,
    between,
    calibration,
    corrupted,
    corruptions,
    gan_panel,
    generalisation,
    limits,
    summary,
)
from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.panel import Panel, paper
from mixup_demo.serving.panels import panel_payload
from mixup_demo.serving.services import Services


@lru_cache
def evidence_payload() -> dict[str, Any]:
    """Return all panels whose results are there, the paper's source, and the models' cards."""
    files = {name: evidence.read(name) for name in evidence.names()}
    panels, claims = list(_panels(files)), summary.claims(files, paper())
    return {
        "source": paper()["source"],
        "counts": summary.counts(claims).as_dict(),
        "claims": [one.as_dict() for one in claims],
        "panels": [panel_payload(one) for one in panels],
        "limits": panel_payload(limits.panel(panels, paper())),
    }


def _panels(files: Mapping[str, Any]) -> Iterator[Panel]:
    if "generalisation" in files:
        yield generalisation.panel(files["generalisation"], paper(), files.get("studies"))
    if "corrupted" in files:
        yield corrupted.panel(files["corrupted"], paper(), files.get("studies"))
    if {"adversarial", "pgd"} <= set(files):
        yield adversarial.panel(files["adversarial"], paper(), files["pgd"])
    if "corruptions" in files:
        yield corruptions.panel(files["corruptions"])
    if {"calibration", "out_of_distribution"} <= set(files):
        yield calibration.panel(files["calibration"], files["out_of_distribution"])
    if {"between", "equal_calibration"} <= set(files):
        yield between.panel(files["between"], files["equal_calibration"], files.get("jacobian"))
    if "gan" in files:
        yield gan_panel.panel(files["gan"])


def files(services: Services) -> dict[str, bytes]:
    """Return what the page fetches when the view opens, by name."""
    return {"panels.json": json.dumps(evidence_payload(), ensure_ascii=False).encode()}
