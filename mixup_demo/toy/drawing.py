"""Points that a visitor drew, encoded as text for links; see `views.toy.settings.POINTS`."""

import numpy as np
from numpy.typing import NDArray

from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.results import FRAME

LEAST = 4
#: characters of a point: its class, and two digits each for x and y
LENGTH, BASE = 5, 36


def check(text: str) -> None:
    """Check that the points can be trained on.

    Raises:
        InputError: "error.toy.points.few", there are fewer than four; "error.toy.points.class",
            all are of one class.
    """
    count = len(text) // LENGTH
    if count < LEAST:
        raise InputError("error.toy.points.few", value=count, limit=LEAST)
    if len(found := set(text[::LENGTH])) < 2:
        raise InputError("error.toy.points.class", value=count, name=int(found.pop()) + 1)


def decode(text: str) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the points, (N, 2), and their classes, (N,), of a text that has been checked."""
    parts = [text[start : start + LENGTH] for start in range(0, len(text), LENGTH)]
    digits = [(int(part[1:3], BASE), int(part[3:5], BASE)) for part in parts]
    places = FRAME * (2 * np.array(digits, float).reshape(-1, 2) / (BASE**2 - 1) - 1)
    return places, np.array([int(part[0]) for part in parts], np.int64)
