"""What the page fetches when the Evidence view opens."""

import json
import re
from typing import Any

import numpy as np
import pytest

from mixup_demo.evidence import files
from mixup_demo.evidence.panels import gathered
from mixup_demo.results import Attack
from mixup_demo.views.evidence import payload
from mixup_demo.views.evidence.figures import attack_figure


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
    _, first, *_ = panel["findings"]
    assert first["says"][0]["key"].startswith("evidence.studies.says.curves")
    assert first["charts"][0]["title"] == "evidence.studies.chart.curves"


def test_without_the_studies_the_panel_is_there_all_the_same(monkeypatch: pytest.MonkeyPatch):
    others = {name: files.read(name) for name in files.names() if name != "studies"}
    monkeypatch.setattr(payload, "bundled", lambda: gathered(others))
    found = content()
    panel, *_ = found["panels"]
    assert [one["name"] for one in panel["results"]] == ["generalisation"]
    charts = [chart for one in panel["findings"] for chart in one["charts"]]
    assert charts
    of_studies = re.compile(r"evidence\.(studies|alphas|family)\.")
    assert not [one for one in charts if of_studies.match(one["title"])]
    assert found["claims"][0]["name"] == "generalisation"


def test_a_curve_of_an_attack_that_begins_at_100_per_cent_is_seen_whole():
    attack = Attack(
        epsilons=np.array([0, 4, 8]),
        images={},
        probabilities={
            model: np.array([[1.0, 0], [0.5, 0.5], [0, 1]]) for model in ("erm", "mixup")
        },
        label=0,
        classes=("cat", "dog"),
        method="fgsm",
        source="white",
        device="cpu",
        precision="fp32",
    )
    low, high = attack_figure(attack).layout.yaxis.range
    assert low == 0
    assert 1 < high < 1.1  # above the line and its tick, with no tick of its own
