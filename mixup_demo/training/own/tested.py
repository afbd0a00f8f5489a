"""Which files a finished training has held out, as its results say."""

import json
import re
from pathlib import Path
from typing import Any

#: beside the folders of a training's models, or above those of its folds
RESULTS = "results.json"


def place(file: Path) -> Path:
    """Return one path of a file whatever names its folder; a link in there is a file of its own."""
    return file.parent.resolve() / file.name


def files_held_out(folder: Path) -> frozenset[Path] | None:
    """Return the files that a model was tested on and has not learned from.

    Args:
        folder: of the model, RUN/NAME or RUN/fold-K/NAME.

    Returns:
        The files as the training named them; None where no results of a training say.
    """
    fold = re.fullmatch(r"fold-(\d+)", folder.parent.name)
    file = (folder.parent.parent if fold else folder.parent) / RESULTS
    found = [one for one in trainings(file) if _is_of(one["name"], folder.name, fold)]
    return frozenset(map(Path, found[0]["tested"])) if found else None


def trainings(file: Path) -> list[dict[str, Any]]:
    """Return what a file of results says of each training; [] where it is none."""
    try:
        found = json.loads(file.read_text("utf-8"))["trainings"]
        return [one for one in found if isinstance(one["name"], str) and list(one["tested"])]
    except (OSError, ValueError, KeyError, TypeError):  # none, or not of a training
        return []


def _is_of(name: str, model: str, fold: re.Match[str] | None) -> bool:
    return name.startswith(f"{model}, fold {fold[1]} of ") if fold else name == model
