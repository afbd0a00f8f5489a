"""What the page fetches when the Evidence view opens."""

import json
from typing import Any

import pytest

from mixup_demo.evidence import files
from mixup_demo.evidence.panels import gathered
from mixup_demo.views.evidence import payload


def content() -> dict[str, Any]:
    """The payload as the page reads it, made anew."""
    made = payload.evidence_payload.__wrapped__()
    read: dict[str, Any] = json.loads(json.dumps(made, ensure_ascii=False, allow_nan=False))
    return read


def test_generalisation_opens_with_the_studies_and_names_their_file():
    panel, *_ = content()["panels"]
    studies, generalisation = panel["results"]
    assert (panel["name"], studies["name"], generalisation["name"]) == (
        *("generalisation", "studies", "generalisation"),
    )
    assert studies["command"] == "python -m mixup_demo.evaluate --only studies"
    assert panel["says"][0]["key"].startswith("evidence.studies.says.curves")
    assert panel["charts"][0]["title"] == "evidence.studies.chart.curves"


def test_without_the_studies_the_panel_is_there_all_the_same(monkeypatch: pytest.MonkeyPatch):
    others = {name: files.read(name) for name in files.names() if name != "studies"}
    monkeypatch.setattr(payload, "bundled", lambda: gathered(others))
    found = content()
    panel, *_ = found["panels"]
    assert [one["name"] for one in panel["results"]] == ["generalisation"]
    assert not [one for one in panel["charts"] if "studies" in one["title"]]
    assert found["claims"][0]["name"] == "generalisation"
