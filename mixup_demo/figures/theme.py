"""Colours and marks, defined once: the page's style sheet and every figure draw on this table.

One meaning, one mark: classes are colours (A, B, all others grey), models are panels or line
styles, the mixing target is a thin line. The hues are Okabe and Ito's colour-blind-safe set; each
has a light and a dark variant of at least 4.5:1 (text) or 3:1 (marks) against its ground.

Figures name colours as CSS variables, so that one figure serves both themes: the page fills them
in when it draws, and `resolve` does the same for Python.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import plotly.graph_objects as go

#: name -> (light, dark)
COLOURS: dict[str, tuple[str, str]] = {
    "ground": ("#f4f6f8", "#11161c"),
    "card": ("#ffffff", "#1a2129"),
    "line": ("#dfe4ea", "#2f3944"),
    "control": ("#818c97", "#74808d"),
    "ink": ("#14181d", "#eef2f6"),
    "muted": ("#56616d", "#a9b4c0"),
    "class-a": ("#0072b2", "#56b4e9"),
    "class-b": ("#b85000", "#f0894a"),
    "class-c": ("#007f5c", "#2fbf94"),
    "class-d": ("#8f6400", "#e3b341"),
    "class-other": ("#a9b2bc", "#7d8894"),
    "on-class": ("#ffffff", "#10151b"),
    "erm": ("#3a424b", "#d5dce4"),
    "mixup": ("#7b3f98", "#d7a3ee"),
    "cutmix": ("#a3285a", "#ff9fbd"),
    "on-model": ("#ffffff", "#14181d"),
    "target": ("#ffffff", "#ffffff"),
    "target-edge": ("#14181d", "#10151b"),
    "focus": ("#0072b2", "#56b4e9"),
    "warning": ("#b3261e", "#ffb4ab"),
}

#: how much of a class's colour the surest answer has on a map, so that points stand out from it
MAP_STRENGTH = 0.78

#: the page's own (fonts.css), then what serves while it loads and for letters that it lacks
FONT = (
    "'Explorer Sans', 'Explorer Sans Fallback', 'Explorer Sans Roboto', 'Explorer Sans DejaVu', "
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', sans-serif"
)


class Mark(NamedTuple):
    """How a chart marks a model: the name of a colour, and a line's dash."""

    name: str
    dash: str


#: by a model's place in a comparison: the first solid, the second dashed, whatever they are
MARKS = (Mark("erm", "solid"), Mark("mixup", "dash"))

#: the same by the name of the colour, for charts that are always of ERM and mixup
DASHES = {mark.name: mark.dash for mark in MARKS}

#: trainings that have a colour wherever they stand, as "--of-NAME"; a place's colour may change
METHODS = ("erm", "mixup", "cutmix")

#: for charts that are read against a scale
GRID = {"showgrid": True, "gridcolor": "var(--line)"}


def var(name: str) -> str:
    """Return the CSS variable of a colour.

    Raises:
        KeyError: no such colour.
    """
    COLOURS[name]
    return f"var(--{name})"


def style_sheet() -> str:
    """Return the CSS that defines every colour, light by default and dark under ``.dark``."""
    light = "".join(f"--{name}:{pair[0]};" for name, pair in COLOURS.items())
    dark = "".join(f"--{name}:{pair[1]};" for name, pair in COLOURS.items())
    other = f"--family:{FONT};--map-strength:{MAP_STRENGTH}"
    sheet = f":root{{{light}{_of_methods(0)}{other};color-scheme:light}}\n"
    return f"{sheet}.dark{{{dark}{_of_methods(1)}color-scheme:dark}}\n"


def _of_methods(column: int) -> str:
    return "".join(f"--of-{name}:{COLOURS[name][column]};" for name in METHODS)


def layout(**more: Any) -> go.Layout:
    """Return the layout that all figures share; `more` overrides it."""
    shared: dict[str, Any] = {
        "template": {},  # without this Plotly adds its own, which is larger than the figure
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": var("muted")},
        "margin": {"l": 44, "r": 10, "t": 8, "b": 40},
        "hoverlabel": {"bgcolor": var("card"), "font": {"color": var("ink"), "family": FONT}},
        "showlegend": False,
        "dragmode": False,
    }
    return go.Layout({**shared, **more})


def axis(**more: Any) -> dict[str, Any]:
    """Return a quiet axis: no grid, fixed range, thin ticks."""
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": var("line"),
        "linecolor": var("line"),
        **more,
    }


def resolve(figure: go.Figure, theme: str, words: Mapping[str, str]) -> go.Figure:
    """Return the figure with real colours and words, for use outside the page.

    Args:
        theme: "light" or "dark".
        words: text key -> sentence, see `texts.table`.
    """
    column = ("light", "dark").index(theme)
    text = figure.to_json()
    text = re.sub(r"var\(--([\w-]+)\)", lambda m: COLOURS[m[1]][column], text)
    text = re.sub(r"\[\[([^\[\]]+)\]\]", lambda m: json.dumps(_word(m[1], words))[1:-1], text)
    return go.Figure(json.loads(text))


def _word(key: str, words: Mapping[str, str]) -> str:
    """Return the sentence of a key; a class that is in no table goes by its name."""
    return words.get(key, key.removeprefix("class."))
