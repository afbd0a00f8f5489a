"""The report as one HTML file that needs nothing else: table, curves, confusions."""

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.images.gallery import ASSETS
from mixup_demo.training.own.outcome import Outcome

PLOTLY = ASSETS / "plotly" / "plotly-cartesian.min.js"
#: the page's own in its light theme, which brings Plotly along; a test compares
PLAIN, MIXED = "#3a424b", "#7b3f98"
#: of the epochs' axis
TICKS = 10
#: classes up to which each cell of a confusion holds its count
COUNTED = 20
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
div.wide{overflow-x:auto}table{border-collapse:collapse}
th,td{padding:.25rem .75rem;border-bottom:1px solid #ccd;text-align:left}
code{overflow-wrap:anywhere}"""


def page(
    title: str,
    table: Sequence[Sequence[str]],
    said: Sequence[str],
    made: tuple[str, str],
    ways: Mapping[str, Sequence[Outcome]],
) -> str:
    """Return the page.

    Args:
        title: of the training.
        table: rows of cells, the headings first.
        said: sentences below it.
        made: the command that makes it again; hardware and versions.
        ways: outcomes by how they were trained, a list of folds each.
    """
    shown = figures(ways)
    blocks = "".join(f'<div id="figure-{k}"></div>' for k in range(len(shown)))
    # "</" would end the script, whatever a class is called
    data = json.dumps(shown).replace("</", "<\\/")
    command, about = map(html.escape, made)
    sentences = "".join(f"<p>{html.escape(one)}</p>" for one in said)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>
<meta name="viewport" content="width=device-width"><style>{STYLE}</style>
<h1>{html.escape(title)}</h1>
<div class="wide"><table>{_rows(table)}</table></div>{sentences}
<p>Made by <code>{command}</code> ({about}).</p>{blocks}
<script>{PLOTLY.read_text("utf-8")}</script>
<script>{data}.forEach((figure, k) => Plotly.newPlot(
  `figure-${{k}}`, figure.data, figure.layout, {{responsive: true}}));</script></html>
"""


def _rows(table: Sequence[Sequence[str]]) -> str:
    lines = []
    for number, cells in enumerate(table):
        kind = "td" if number else "th"
        said = "".join(f"<{kind}>{html.escape(cell)}</{kind}>" for cell in cells)
        lines.append(f"<tr>{said}</tr>")
    return "".join(lines)


def figures(ways: Mapping[str, Sequence[Outcome]]) -> list[dict[str, Any]]:
    """Return Plotly figures: curves of accuracy and both losses, a confusion for each way."""
    first = next(iter(ways.values()))[0]
    return [
        curves(ways, "test_accuracy", "accuracy on test images"),
        curves(ways, "loss", "loss on training images as mixed (nat)"),
        curves(ways, "test_loss", "loss on test images (nat)"),
        *(
            confusion(f"{name}: answers by class", first.task.photos.classes, _summed(each))
            for name, each in ways.items()
        ),
    ]


def curves(ways: Mapping[str, Sequence[Outcome]], value: str, title: str) -> dict[str, Any]:
    """Return a Plotly figure of a value of the log over the epochs: a line a fold."""
    lines = [
        {
            "x": [entry["epoch"] for entry in one.learned.log],
            "y": [entry[value] for entry in one.learned.log],
            "name": name,
            "legendgroup": name,
            "showlegend": number == 0,
            "line": {"color": MIXED if one.mixed else PLAIN},
            "mode": "lines+markers",
        }
        for name, each in ways.items()
        for number, one in enumerate(each)
    ]
    most = max(len(one.learned.log) for each in ways.values() for one in each)
    epochs = {"title": {"text": "epoch"}, "tick0": 1, "dtick": -(-most // TICKS)}
    shares = {"tickformat": ".0%"} if value == "test_accuracy" else {}
    return {"data": lines, "layout": {"title": {"text": title}, "xaxis": epochs, "yaxis": shares}}


def confusion(title: str, classes: Sequence[str], counts: NDArray[np.int64]) -> dict[str, Any]:
    """Return a Plotly figure of counts (K, K) by class (rows) and answer."""
    cells = {
        "type": "heatmap",
        "x": list(classes),
        "y": list(classes),
        "z": counts.tolist(),
        "colorscale": [[0, "#ffffff"], [1, MIXED]],
        "texttemplate": "%{z}" if len(classes) <= COUNTED else "",
    }
    axes = {
        "xaxis": {"title": {"text": "answer"}, "type": "category"},
        "yaxis": {"title": {"text": "class"}, "type": "category", "autorange": "reversed"},
    }
    return {"data": [cells], "layout": {"title": {"text": title}, **axes}}


def _summed(each: Sequence[Outcome]) -> NDArray[np.int64]:
    total: NDArray[np.int64] = np.sum([one.learned.confusion for one in each], axis=0)
    return total
