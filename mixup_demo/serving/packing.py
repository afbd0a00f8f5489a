"""Sweeps and planes as arrays by path-like names, for a file of many."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np

from mixup_demo.results import Answers, Plane, PlaneAnswers, PlaneMeasures, Smoothness, Sweep

Packed = Mapping[str, np.ndarray]

#: what of a sweep and of its answers are arrays, and what is not
SWEEP = ("lam", "applied", "soft_labels")
SWEEP_ANSWERS = ("probabilities", "gradient_norm", "confidence", "entropy", "loss")
SWEEP_REST = ("labels", "classes", "method", "seed", "distance", "device", "precision")

#: the same of a plane
PLANE = ("x", "y", "positions")
PLANE_ANSWERS = ("classes", "confidence", "margin", "entropy")
PLANE_REST = ("labels", "classes", "agreement", "device", "precision")

#: what lies beside a sweep: the adversarial thickness by model, as JSON
THICKNESS = "thickness"

#: changes when a record gets other fields: a file of another schema is not read
SCHEMA = hashlib.sha256(
    repr(
        [
            [field.name for field in fields(record)]
            for record in (Sweep, Answers, Smoothness, Plane, PlaneAnswers, PlaneMeasures)
        ]
        + [[THICKNESS]]
    ).encode()
).hexdigest()[:16]


def pack_sweep(name: str, key: str, sweep: Sweep) -> dict[str, np.ndarray]:
    """Return a sweep of mixup as arrays under `name`, `key` beside it."""
    measures = {model: vars(answers.smoothness) for model, answers in sweep.answers.items()}
    packed = _arrays(name, sweep, SWEEP) | _rest(name, key, sweep, SWEEP_REST, measures)
    for model, answers in sweep.answers.items():
        packed |= _arrays(f"{name}/{model}", answers, SWEEP_ANSWERS)
    return packed


def unpack_sweep(name: str, packed: Packed) -> Sweep:
    """Return the sweep that `pack_sweep` took apart."""
    rest, measures = _unpacked_rest(name, packed)
    answers = {
        model: Answers(
            **_named(f"{name}/{model}", packed, SWEEP_ANSWERS), smoothness=Smoothness(**values)
        )
        for model, values in measures.items()
    }
    return Sweep(**rest, **_named(name, packed, SWEEP), boxes=None, answers=answers)


def pack_plane(name: str, key: str, plane: Plane) -> dict[str, np.ndarray]:
    """Return a plane as arrays under `name`, `key` beside it."""
    measures = {model: vars(answers.measures) for model, answers in plane.answers.items()}
    packed = _arrays(name, plane, PLANE) | _rest(name, key, plane, PLANE_REST, measures)
    for model, answers in plane.answers.items():
        packed |= _arrays(f"{name}/{model}", answers, PLANE_ANSWERS)
    return packed


def unpack_plane(name: str, packed: Packed) -> Plane:
    """Return the plane that `pack_plane` took apart."""
    rest, measures = _unpacked_rest(name, packed)
    answers = {
        model: PlaneAnswers(
            **_named(f"{name}/{model}", packed, PLANE_ANSWERS), measures=PlaneMeasures(**values)
        )
        for model, values in measures.items()
    }
    return Plane(**rest, **_named(name, packed, PLANE), answers=answers)


def _arrays(prefix: str, record: object, fields: tuple[str, ...]) -> dict[str, np.ndarray]:
    return {f"{prefix}/{field}": getattr(record, field) for field in fields}


def _named(prefix: str, packed: Packed, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: packed[f"{prefix}/{field}"] for field in fields}


def _rest(
    name: str, key: str, record: object, fields: tuple[str, ...], measures: dict[str, Any]
) -> dict[str, np.ndarray]:
    rest = {field: getattr(record, field) for field in fields} | {"measures": measures}
    return {f"{name}/key": np.array(key), f"{name}/rest": np.array(json.dumps(rest))}


def _unpacked_rest(name: str, packed: Packed) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return what is no array, lists as tuples again, and the measures by model."""
    rest: dict[str, Any] = json.loads(str(packed[f"{name}/rest"]))
    measures: dict[str, dict[str, Any]] = rest.pop("measures")
    return {
        field: tuple(value) if isinstance(value, list) else value for field, value in rest.items()
    }, measures
