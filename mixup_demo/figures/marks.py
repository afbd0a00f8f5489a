"""Marks of the Evidence view's charts: our models' numbers, and the paper's visibly apart.

Ours are filled marks and lines with 95 % intervals; the paper's are hollow diamonds without, for
it gives none.
"""

from collections.abc import Sequence
from typing import Any

from mixup_demo.figures import theme

OURS, PAPERS, FIRST = "circle", "diamond-open", "circle-open"
#: one of the seeds behind a mean
SEED = "circle-open-dot"
#: of the marks, in pixels
SIZES = {OURS: 9, PAPERS: 11, FIRST: 11, SEED: 6}
Numbers = Sequence[float | None]


def meta(symbol: str, **rest: Any) -> dict[str, Any]:
    """Return what a table of the chart says beside what is drawn of a trace."""
    return {**rest, **({"note": "one seed"} if symbol == SEED else {})}


def marker(colour: str, symbol: str) -> dict[str, Any]:
    """Return how a mark looks; colour is a key of `theme.COLOURS`, symbol one of the above."""
    return {
        "color": theme.var(colour),
        "symbol": symbol,
        "size": SIZES.get(symbol, SIZES[PAPERS]),
        "line": {"width": 2, "color": theme.var(colour)},
    }


def whiskers(
    colour: str, values: Numbers, low: Numbers | None, high: Numbers | None
) -> dict[str, Any] | None:
    """Return the whiskers of values with these ends of their intervals; None without ends."""
    if low is None or high is None:
        return None

    def away(ends: Numbers) -> list[float]:
        pairs = zip(ends, values, strict=True)
        return [0.0 if a is None or b is None else abs(a - b) for a, b in pairs]

    return {
        "type": "data",
        "symmetric": False,
        "array": away(high),
        "arrayminus": away(low),
        "color": theme.var(colour),
        "thickness": 1.5,
        "width": 4,
    }
