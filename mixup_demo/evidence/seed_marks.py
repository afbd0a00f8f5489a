"""Trainings of several seeds in charts: every seed a small point, beside their mean ± SD."""

from collections.abc import Iterable, Sequence
from typing import Any

from mixup_demo.evidence.panel import Values
from mixup_demo.figures.marks import SEED
from mixup_demo.figures.rows import Point
from mixup_demo.figures.series import Series


def spread(one: Values, key: str = "mean") -> tuple[float, float]:
    """Return one standard deviation each way of the mean; the mean itself where there is one seed.

    Args:
        one: its mean, and "sd".
        key: of the mean.
    """
    mean, sd = one[key], one["sd"]
    return (mean, mean) if sd is None else (mean - sd, mean + sd)


def dots(name: str, colour: str, one: Values, scale: float = 100) -> list[Point]:
    """Return the points of a row: every seed, and the mean with its spread.

    Args:
        name: for the hover.
        colour: a key of `theme.COLOURS`.
        one: "errors" by seed, their "mean" and "sd".
        scale: by which the values are multiplied, 100 for per cents.
    """
    seeds = [Point(scale * error, name, colour, SEED) for error in one["errors"]]
    ends = [scale * end for end in spread(one)]
    return [*seeds, Point(scale * one["mean"], name, colour, interval=ends)]


def means(
    name: str, colour: str, found: Sequence[tuple[Any, Values]], dash: str, width: float = 2.5
) -> Series:
    """Return the means over x as a line, in per cents, with one standard deviation as a band.

    Args:
        name: for the hover.
        colour: a key of `theme.COLOURS`.
        found: x, and the "mean" and "sd" of the seeds there.
        dash, width: of the line.
    """
    ends = [spread(one) for _, one in found]
    return Series(
        name,
        colour,
        [at for at, _ in found],
        [100 * one["mean"] for _, one in found],
        [100 * low for low, _ in ends],
        [100 * high for _, high in ends],
        mode="lines",
        dash=dash,
        width=width,
        band=True,
    )


def scattered(name: str, colour: str, found: Iterable[tuple[Any, Values]]) -> Series:
    """Return every seed over x as a point, in per cents.

    Args:
        name: for the hover.
        colour: a key of `theme.COLOURS`.
        found: x, and what has "errors" by seed there.
    """
    points = [(at, 100 * error) for at, one in found for error in one["errors"]]
    return Series(
        name,
        colour,
        [at for at, _ in points],
        [error for _, error in points],
        mode="markers",
        symbol=SEED,
    )
