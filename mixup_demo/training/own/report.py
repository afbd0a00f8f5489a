"""What a user gets to read: a table, curves and confusions in one HTML file, and the numbers."""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.images.gallery import ASSETS
from mixup_demo.training.cards import percent
from mixup_demo.training.own.comparison import paired, spread
from mixup_demo.training.own.training import Learned, Task

PLOTLY = ASSETS / "plotly" / "plotly-cartesian.min.js"
COLOURS: Mapping[str, str] = {"ERM": "#4c5560"}
MIXED = "#1f6fb2"


@dataclass(frozen=True)
class Outcome:
    """A training and what came of it."""

    task: Task
    learned: Learned

    @property
    def method(self) -> str:
        """How it was trained, in words."""
        return self.task.recipe.method

    @property
    def accuracy(self) -> float:
        """On the test images, as a share, of the last epoch."""
        return self.learned.log[-1]["test_accuracy"]


def write(folder: Path, outcomes: Sequence[Outcome], command: str, about: str) -> str:
    """Write report.md, report.html and results.json; return what the command prints.

    Args:
        folder: of the whole training.
        outcomes: fold by fold, the ways of training in the same order in each.
        command: that makes it again.
        about: hardware and versions.
    """
    text = markdown(outcomes, command, about)
    (folder / "report.md").write_text(text, "utf-8")
    (folder / "report.html").write_text(page(text, outcomes), "utf-8")
    content = {"command": command, "about": about, "trainings": [_entry(one) for one in outcomes]}
    (folder / "results.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    ways = by_method(outcomes)
    two = [each[0].task.folder for each in ways.values()]
    opened = f"\npython app.py --pair {two[0]} {two[1]}" if len(two) == 2 else ""
    return f"\n{text}\nreport: {folder / 'report.html'}{opened}"


def by_method(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Return outcomes by how they were trained, a list of folds each."""
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        found.setdefault(one.method, []).append(one)
    return found


def _entry(one: Outcome) -> dict[str, Any]:
    return {
        "name": one.task.name,
        "recipe": one.task.recipe.as_dict(),
        "classes": list(one.task.photos.classes),
        "log": one.learned.log,
        "confusion": one.learned.confusion.tolist(),
    }


def markdown(outcomes: Sequence[Outcome], command: str, about: str) -> str:
    """Return the report's table and sentences."""
    ways = by_method(outcomes)
    first = outcomes[0].task
    count = len(next(iter(ways.values())))
    heads = [f"fold {k}" for k in range(1, count + 1)] if count > 1 else ["test accuracy"]
    heads += ["mean ± sd"] if count > 1 else ["test loss"]
    lines = [
        f"# {first.photos.name}: {first.recipe.architecture}",
        "",
        f"| Training | {' | '.join(heads)} |",
        f"| --- |{' --- |' * len(heads)}",
        *(f"| {name} | {' | '.join(_cells(each))} |" for name, each in ways.items()),
        "",
        *_said(list(ways.values())),
        "",
        f"Made by `{command}` ({about}).",
    ]
    return "\n".join(lines) + "\n"


def _cells(each: Sequence[Outcome]) -> list[str]:
    cells = [percent(one.accuracy) for one in each]
    if len(each) == 1:
        return [*cells, f"{each[0].learned.log[-1]['test_loss']:.4f} nat"]
    mean, deviation = spread([one.accuracy for one in each])
    return [*cells, f"{100 * mean:.2f} ± {100 * deviation:.2f} %"]


def _said(ways: Sequence[Sequence[Outcome]]) -> list[str]:
    """Return what may be concluded, and what not."""
    each = ways[0]
    tested = sum(len(one.task.split.test) for one in each)
    images = f"Accuracy on {tested:,} clean test images, each tested once, last epoch."
    if len(ways) < 2:
        return [images]
    if len(each) == 1:
        return [f"{images} One split and one seed: no verdict; `--folds 5` gives an interval."]
    learned = float(np.mean([len(one.task.split.train) for one in each]))
    left, right = ([one.accuracy for one in way] for way in ways)
    found = paired(right, left, learned, tested / len(each))
    said = f"{ways[1][0].method} less {ways[0][0].method}: {100 * found.mean:+.2f} points"
    if found.low is None or found.high is None:
        return [images, f"{said}, the same in each fold."]
    sure = "the interval holds 0: no verdict" if found.low <= 0 <= found.high else "beyond chance"
    return [
        images,
        f"{said}, 95 % interval {100 * found.low:+.2f} to {100 * found.high:+.2f} (paired over "
        f"folds, corrected for shared training images after Nadeau and Bengio 2003): {sure}.",
    ]


def page(text: str, outcomes: Sequence[Outcome]) -> str:
    """Return a page that needs nothing else: the table, curves, a confusion for each training."""
    ways = by_method(outcomes)
    figures = [curves(ways, "test_accuracy", "accuracy on test images"), *_losses(ways)]
    classes = outcomes[0].task.photos.classes
    figures += [
        confusion(f"{name}: answers by class", classes, _summed(each))
        for name, each in ways.items()
    ]
    blocks = "".join(f'<div id="figure-{k}"></div>' for k in range(len(figures)))
    # "</" would end the script, whatever a class is called
    data = json.dumps(figures).replace("</", "<\\/")
    title = html.escape(text.splitlines()[0].lstrip("# "))
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
pre{{overflow-x:auto}}</style>
<pre>{html.escape(text)}</pre>{blocks}
<script>{PLOTLY.read_text("utf-8")}</script>
<script>{data}.forEach((figure, k) => Plotly.newPlot(
  `figure-${{k}}`, figure.data, figure.layout, {{responsive: true}}));</script></html>
"""


def _losses(ways: Mapping[str, Sequence[Outcome]]) -> list[dict[str, Any]]:
    return [
        curves(ways, "loss", "loss on training images as mixed (nat)"),
        curves(ways, "test_loss", "loss on test images (nat)"),
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
            "line": {"color": COLOURS.get(name, MIXED)},
            "mode": "lines+markers",
        }
        for name, each in ways.items()
        for number, one in enumerate(each)
    ]
    return {
        "data": lines,
        "layout": {"title": {"text": title}, "xaxis": {"title": {"text": "epoch"}}},
    }


def confusion(title: str, classes: Sequence[str], counts: NDArray[np.int64]) -> dict[str, Any]:
    """Return a Plotly figure of counts (K, K) by class (rows) and answer."""
    cells = {
        "type": "heatmap",
        "x": list(classes),
        "y": list(classes),
        "z": counts.tolist(),
        "colorscale": "Blues",
        "texttemplate": "%{z}" if len(classes) <= 20 else "",
    }
    axes = {
        "xaxis": {"title": {"text": "answer"}, "type": "category"},
        "yaxis": {"title": {"text": "class"}, "type": "category", "autorange": "reversed"},
    }
    return {"data": [cells], "layout": {"title": {"text": title}, **axes}}


def _summed(each: Sequence[Outcome]) -> NDArray[np.int64]:
    total: NDArray[np.int64] = np.sum([one.learned.confusion for one in each], axis=0)
    return total
