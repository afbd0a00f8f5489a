"""The Evidence view's content: every panel, made once from the results files."""

import json
from functools import lru_cache
from typing import Any

from mixup_demo.evidence import summary
from mixup_demo.evidence.panels import bundled
from mixup_demo.serving.panels import panel_payload
from mixup_demo.serving.services import Services
from mixup_demo.texts.paper import numbers as paper


@lru_cache
def evidence_payload() -> dict[str, Any]:
    """Return all panels whose results are there, the paper's source, and the models' cards."""
    found = bundled()
    return {
        "source": paper()["source"],
        "counts": summary.counts(found.claims).as_dict(),
        "claims": [one.as_dict() for one in found.claims],
        "panels": [panel_payload(one) for one in found.panels],
        "limits": panel_payload(found.limits),
    }


def files(services: Services) -> dict[str, bytes]:
    """Return what the page fetches when the view opens, by name."""
    return {"panels.json": json.dumps(evidence_payload(), ensure_ascii=False).encode()}
