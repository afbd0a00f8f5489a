"""Parts of maps, two of which stand side by side."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from mixup_demo.figures import theme
from mixup_demo.results import Floats

#: axes of the left and of the right panel
PANELS = ({"xaxis": "x", "yaxis": "y"}, {"xaxis": "x2", "yaxis": "y2"})


def colour_scale(colours: Sequence[str]) -> list[list[Any]]:
    """Return a scale on which each class begins with the ground and ends with its colour."""
    edges = np.linspace(0, 1, len(colours) + 1).tolist()
    steps = zip(colours, edges[:-1], edges[1:], strict=True)
    return [
        stop
        for name, low, high in steps
        for stop in ([low, theme.var("card")], [high, theme.var(name)])
    ]


def at_cells(values: Floats, cells: Floats) -> Floats:
    """Return the coordinates of places in cells, along an axis of evenly spaced values."""
    places: Floats = np.round(values[0] + (cells - 0.5) * (values[1] - values[0]), 3)
    return places


def with_gaps(ends: Floats) -> list[float | None]:
    """Return the ends of lines (N, 2) one after another, with a gap after each line."""
    return [place for pair in ends.tolist() for place in (*pair, None)]
