"""Arrays as what JSON can carry."""

import base64
from typing import Any

import numpy as np
import plotly.graph_objects as go

from mixup_demo.models.spec import Comparison
from mixup_demo.probes.plane_outline import boundary_lines

#: places of lines are whole numbers of this part of a cell
FINENESS = 64


def figure_json(figure: go.Figure, comparison: Comparison | None = None) -> dict[str, Any]:
    """Return a figure as what JSON can carry; arrays as Plotly's packed ones.

    Args:
        comparison: the models that it shows. A saved picture says where they are calibrated, for
            the page's words do not stand beside it.
    """
    content: dict[str, Any] = figure.to_dict()
    if comparison and comparison.temperatures:
        meta = content["layout"].setdefault("meta", {})
        said = ", ".join(f"{value:.2f}" for value in comparison.temperatures.values())
        notes = (meta.get("note"), f"[[calibration.note]] T = {said}")
        meta["note"] = " · ".join(note for note in notes if note)
    return content


def model_facts(comparison: Comparison) -> dict[str, Any]:
    """Return what every answer says of the models that gave it."""
    return {
        "models": [{"key": key, "name": model.name} for key, model in comparison.models.items()],
        "temperatures": dict(comparison.temperatures),
        "class_list": comparison.classes.id,
        "input_size": list(comparison.input_size),
    }


def rounded(values: np.ndarray, decimals: int = 4) -> list[Any]:
    """Return an array as nested lists of numbers with so many decimals."""
    short: list[Any] = np.round(values.astype(float), decimals).tolist()
    return short


def pixel_bytes(image: np.ndarray) -> str:
    """Return an image (3, H, W) in [0, 1] as base64 of 8-bit RGB, row by row."""
    pixels = np.rint(image.transpose(1, 2, 0) * 255).astype(np.uint8)
    return base64_of(pixels)


def share_bytes(shares: np.ndarray) -> str:
    """Return shares from 0 to 1 as base64 of bytes from 0 to 255."""
    return base64_of(np.rint(255 * shares).astype(np.uint8))


def line_bytes(classes: np.ndarray, margin: np.ndarray) -> str:
    """Return the ends of a map's boundary lines, x, y, x, y, as little-endian 16-bit numbers.

    Args:
        classes: index of the likeliest class at each point, (R, R).
        margin: the largest probability less the second largest, (R, R).
    """
    return base64_of(np.rint(FINENESS * boundary_lines(classes, margin)).astype("<u2"))


def base64_of(values: np.ndarray) -> str:
    """Return the bytes of an array as base64."""
    return base64.b64encode(values.tobytes()).decode()


def by_class(classes: tuple[str, ...], values: np.ndarray) -> dict[str, float]:
    """Return numbers (K,) by the names of the K classes."""
    return {name: float(value) for name, value in zip(classes, values, strict=True)}
