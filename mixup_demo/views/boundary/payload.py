"""The Boundary view's answer: a plane as grids that the page draws and looks up."""

from typing import Any

import numpy as np

from mixup_demo.figures.measures import written
from mixup_demo.probes.plane_geometry import weights
from mixup_demo.probes.plane_outline import named_regions
from mixup_demo.results import Plane, PlaneAnswers
from mixup_demo.serving.encoding import (
    FINENESS,
    base64_of,
    figure_json,
    line_bytes,
    model_facts,
    pixel_bytes,
    share_bytes,
)
from mixup_demo.serving.planes import ladder
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.views.boundary.figures.maps import FADING, FAINT, map_figure
from mixup_demo.views.boundary.figures.surfaces import occurring, surface_figure

SURFACES = ("confidence", "margin")
MEASURES = (("fragmentation", ".0f"), ("foreign_share", ".1%"), ("boundary_length", ".2f"))
#: classes that are named beside a map
SHARES_SHOWN = 5


def plane_payload(asked: PlaneQuestion, plane: Plane) -> dict[str, Any]:
    """Return what the maps, the pointer and the table need.

    Of each point a model's class is a number of two bytes, its confidence and margin of one.
    """
    centre, steps = plane.positions.mean(axis=0), ladder(asked)
    return {
        **model_facts(asked.comparison),
        "resolutions": steps,
        "finest": steps[-1],
        "labels": list(plane.labels),
        "guessed": list(asked.guessed),
        "resolution": plane.resolution,
        "frame": {**_ends("left", "right", plane.x), **_ends("bottom", "top", plane.y)},
        "positions": np.round(plane.positions, 4).tolist(),
        "weights": _weights(plane).tolist(),
        "centre": np.round(centre, 4).tolist(),
        "paint": {"faint": FAINT, "fading": FADING},
        "inputs": [pixel_bytes(picture.input) for picture in asked.pictures],
        "occurring": occurring(plane) if asked.comparison.classes.long else [],
        "answers": {model: _model(answers) for model, answers in plane.answers.items()},
        "measures": _measures(plane),
        "agreement": f"{100 * plane.agreement:.1f}",
        "device": plane.device,
        "precision": plane.precision,
    }


def plane_figure(asked: PlaneQuestion, plane: Plane, show: str) -> dict[str, Any]:
    """Return a plane as a figure.

    Args:
        asked: the question that it answers.
        plane: the answer.
        show: "confidence" or "margin", surfaces of that height; "classes" or "difference", the maps
            as the page paints them.
    """
    figure = surface_figure(plane, show) if show in SURFACES else map_figure(plane, show)
    return figure_json(figure, asked.comparison)


def _ends(low: str, high: str, values: np.ndarray) -> dict[str, float]:
    """Return the ends of an axis, every point of which stands in the middle of its cell."""
    half = (values[1] - values[0]) / 2
    return {low: float(values[0] - half), high: float(values[-1] + half)}


def _weights(plane: Plane) -> np.ndarray:
    """Return the matrix (3, 3) from (x, y, 1) to the weights of the three images."""
    origin, right, up = weights([[0, 0], [1, 0], [0, 1]], plane.positions)
    return np.stack([right - origin, up - origin, origin], axis=1)


def _model(answers: PlaneAnswers) -> dict[str, Any]:
    return {
        "classes": base64_of(answers.classes.astype("<u2")),
        "confidence": share_bytes(answers.confidence),
        "margin": share_bytes(answers.margin),
        "lines": line_bytes(answers.classes, answers.margin),
        "fineness": FINENESS,
        "regions": [
            {"class": region.number, "x": region.x, "y": region.y}
            for region in named_regions(answers.classes)
        ],
        "shares": _shares(answers),
    }


def _shares(answers: PlaneAnswers) -> list[list[int]]:
    """Return class and share of the plane in whole per cents, the largest first."""
    classes, counts = np.unique(answers.classes, return_counts=True)
    order = np.argsort(-counts)[:SHARES_SHOWN]
    shares = np.rint(100 * counts / counts.sum()).astype(int)
    return [[int(classes[k]), int(shares[k])] for k in order if shares[k]]


def _measures(plane: Plane) -> list[dict[str, str]]:
    return [
        {
            "name": name,
            **{
                model: written(getattr(answers.measures, name), form)
                for model, answers in plane.answers.items()
            },
        }
        for name, form in MEASURES
    ]
