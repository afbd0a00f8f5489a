"""What a user gets to read: a table, curves and confusions in one HTML file, and the numbers."""

import json
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from mixup_demo.training.cards import percent
from mixup_demo.training.own.comparison import paired, spread
from mixup_demo.training.own.outcome import Outcome, by_method
from mixup_demo.training.own.page import page
from mixup_demo.training.own.tested import RESULTS, place, trainings


def write(folder: Path, outcomes: Sequence[Outcome], command: str, about: str) -> str:
    """Write report.md, report.html and results.json; return what the command prints.

    Args:
        folder: of the whole training.
        outcomes: fold by fold, the ways of training in the same order in each.
        command: that makes it again.
        about: hardware and versions.
    """
    ways, first = by_method(outcomes), outcomes[0].task
    title = f"{first.photos.name}: {first.recipe.architecture}"
    table, said = rows(ways), sentences(list(ways.values()))
    text = markdown(title, table, said, (command, about))
    (folder / "report.md").write_text(text, "utf-8")
    (folder / "report.html").write_text(page(title, table, said, (command, about), ways), "utf-8")
    content = {"command": command, "about": about, "trainings": _entries(folder, outcomes)}
    draft = folder / f"{RESULTS}.part"
    draft.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    draft.replace(folder / RESULTS)
    two = [each[0].task.folder for each in ways.values()]
    opened = shlex.join(["python", "app.py", "--pair", *map(str, two)]) if len(two) == 2 else ""
    return f"\n{text}\nreport: {folder / 'report.html'}\n{opened}".rstrip()


def _entries(folder: Path, outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Return these trainings, and those of other names that an earlier command left here."""
    found = [_entry(one) for one in outcomes]
    names = {one["name"] for one in found}
    return [*found, *(one for one in trainings(folder / RESULTS) if one["name"] not in names)]


def _entry(one: Outcome) -> dict[str, Any]:
    return {
        "name": one.task.name,
        "recipe": one.task.recipe.as_dict(),
        "classes": list(one.task.photos.classes),
        # from the root, so that they are found again from whatever folder they are asked for
        "tested": [str(place(one.task.photos.files[index])) for index in one.task.split.test],
        "log": one.learned.log,
        "confusion": one.learned.confusion.tolist(),
    }


def markdown(
    title: str, table: Sequence[Sequence[str]], said: Sequence[str], made: tuple[str, str]
) -> str:
    """Return the report in Markdown; arguments as in `page`."""
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    lines.insert(1, f"|{' --- |' * len(table[0])}")
    command, about = made
    return "\n".join(
        [f"# {title}", "", *lines, "", *said, "", f"Made by `{command}` ({about}).", ""]
    )


def rows(ways: Mapping[str, Sequence[Outcome]]) -> list[list[str]]:
    """Return the table: the headings, and a row for each way of training."""
    count = len(next(iter(ways.values())))
    heads = ["Training", "test accuracy", "test loss"]
    if count > 1:
        heads = ["Training", *(f"fold {k}" for k in range(1, count + 1)), "mean ± sd"]
    return [heads, *([name, *_cells(each)] for name, each in ways.items())]


def _cells(each: Sequence[Outcome]) -> list[str]:
    cells = [percent(one.accuracy) for one in each]
    if len(each) == 1:
        return [*cells, f"{each[0].learned.log[-1]['test_loss']:.4f} nat"]
    mean, deviation = spread([one.accuracy for one in each])
    return [*cells, f"{100 * mean:.2f} ± {100 * deviation:.2f} %"]


def sentences(ways: Sequence[Sequence[Outcome]]) -> list[str]:
    """Return what may be concluded, and what not."""
    each = ways[0]
    tested = sum(len(one.task.split.test) for one in each)
    images = f"Accuracy on {tested:,} clean test images, each tested once, last epoch."
    if len(ways) < 2:
        return [images]
    if len(each) == 1:
        return [f"{images} One split and one seed: no verdict; --folds 5 gives an interval."]
    learned = float(np.mean([len(one.task.split.train) for one in each]))
    left, right = ([one.accuracy for one in way] for way in ways)
    found = paired(right, left, learned, tested / len(each))
    said = f"{ways[1][0].method} minus {ways[0][0].method}: {100 * found.mean:+.2f} points"
    if found.low is None or found.high is None:
        return [images, f"{said}, the same in each fold."]
    sure = "it holds 0: no verdict"
    if not found.low <= 0 <= found.high:
        sure = "it leaves 0 out, with one seed: see others (--seed) before you rely on it"
    return [
        images,
        f"{said}, 95 % interval {100 * found.low:+.2f} to {100 * found.high:+.2f} (paired over "
        f"folds, corrected for shared training images after Nadeau and Bengio 2003): {sure}.",
    ]
