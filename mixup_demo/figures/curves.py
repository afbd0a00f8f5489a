"""Curves of both models over λ, with bands: what charts of many pairs share."""

from collections.abc import Sequence
from typing import Any

from mixup_demo.figures.series import Series
from mixup_demo.figures.theme import DASHES

#: from image B to image A
LAMBDA_AXIS: dict[str, Any] = {
    "range": [0, 1],
    "tickvals": [0, 0.25, 0.5, 0.75, 1],
    "ticktext": ["B", "0.25", "0.5", "0.75", "A"],
    "title": {"text": "λ"},
}


def band_series(
    model: str,
    lam: Sequence[float],
    y: Sequence[float],
    low: Sequence[float],
    high: Sequence[float],
) -> Series:
    """Return a model's curve in its own colour and dash, with the area from low to high."""
    return Series(
        f"[[model.{model}]]",
        model,
        lam,
        y,
        low,
        high,
        mode="lines",
        dash=DASHES[model],
        band=True,
    )
