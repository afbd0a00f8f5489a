"""The population's panel on the Boundary view, and the places of what a visitor looks at in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence.panel import Says
from mixup_demo.evidence.population import panel, places, unplaced
from mixup_demo.evidence.population_file import EQUAL, NAME, SEEDS, Marks, population_csv, read
from mixup_demo.models.spec import Comparison
from mixup_demo.serving.panels import FACTS, panel_payload
from mixup_demo.serving.services import Services


@lru_cache
def population_payload() -> dict[str, Any]:
    """Return the panel.

    Raises:
        InputError: "error.population.missing", it has not been measured yet.
    """
    further = (SEEDS, EQUAL)
    known = {name: evidence.read(name) for name in further if name in evidence.names()}
    return panel_payload(panel(read(), *(known.get(name) for name in further)))


def population_files(services: Services) -> dict[str, bytes]:
    """Return what the page fetches and the visitor downloads, by name; nothing if not measured."""
    if NAME not in evidence.names():
        return {}
    content = json.dumps(population_payload(), ensure_ascii=False)
    return {
        "panel-population.json": content.encode(),
        "population.csv": population_csv(read()).encode(),
    }


def no_place(results: Mapping[str, Any], comparison: Comparison) -> dict[str, Any]:
    """Return why models that were not measured have no place in the population.

    Args:
        results: the file "population".
        comparison: the models.
    """
    key = "population.calibrated" if comparison.temperatures else "population.other"
    if comparison.classes.id != results["data"]:
        key = "population.none"
    return {"places": {}, "notes": [Says(key, {}).as_dict()], "panel": None}


def place_payload(results: Mapping[str, Any], marks: Marks) -> dict[str, Any]:
    """Return the places by title of their chart, and notes on what has none.

    Args:
        results: the file "population".
        marks: the visitor's values.
    """
    found = {
        title: {
            "says": place.says.as_dict(),
            "marks": [mark.to_plotly_json() for mark in place.marks],
        }
        for title, place in places(results, marks).items()
    }
    notes = [says.as_dict() for says in unplaced(marks)]
    if "pair" not in results:
        return {"places": found, "notes": notes, "panel": None}
    own: dict[str, Any] = of_sides(
        {"places": found, "notes": notes, "panel": _own_payload(results)}
    )
    return own


def _own_payload(results: Mapping[str, Any]) -> dict[str, Any]:
    """Return the panel of a pair that a user has measured."""
    facts = {key: results[key] for key in FACTS} | {"name": NAME, "seeds": ""}
    payload = panel_payload(replace(panel(results), models=[], results=[]))
    return {**payload, "results": [facts]}


#: text keys that speak of mixup and ERM -> those that speak of the right and the left model
SIDES = {
    **{
        f"population.{key}": f"population.pair.{key}"
        for key in (
            *("says.better", "says.worse", "says.corrected"),
            *("place", "place.plane", "verdict.better", "verdict.worse"),
            *("chart.differences", "axis.difference"),
        )
    },
    "model.erm": "compare.left",
    "model.mixup": "compare.right",
}


def of_sides(payload: Any) -> Any:
    """Return a payload whose text keys, alone or as [[key]], are those of `SIDES`."""
    if isinstance(payload, dict):
        return {key: of_sides(value) for key, value in payload.items()}
    if isinstance(payload, list | tuple):
        return [of_sides(value) for value in payload]
    if not isinstance(payload, str):
        return payload
    whole = SIDES.get(payload, payload)
    return re.sub(r"\[\[([\w.-]+)\]\]", lambda key: f"[[{SIDES.get(key[1], key[1])}]]", whole)
