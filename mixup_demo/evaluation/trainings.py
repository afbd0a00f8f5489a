"""The finished trainings of the studies, read from manifest and logs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mixup_demo.models.manifest import MANIFEST, STUDY_FOLDER, WeightsError, read_manifest
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.studies import STUDIES, by_worth


class Trained:
    """A finished training: recipe, manifest's entry, and log, which has an entry a measurement."""

    def __init__(self, folder: Path, name: str, entry: Mapping[str, Any]) -> None:
        self.entry, self.recipe = entry, Recipe(**entry["recipe"])
        lines = (folder / "logs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        self.log: list[dict[str, Any]] = [json.loads(line) for line in lines]

    def over_epochs(self, error: str) -> list[float]:
        """Return "test_error" or "train_error" at every measurement."""
        return [one[error] for one in self.log]


def finished(models: Path) -> dict[str, Trained]:
    """Return the finished models of all studies, of their present recipes, in the queue's order.

    Some are the page's own, which a study compares with others of their kind.

    Args:
        models: the folder of the page's models; the studies' are in its folder `STUDY_FOLDER`.

    Raises:
        WeightsError: there is no readable manifest, or no study's model in it.
        ValueError: a log is missing.
    """
    folder = models / STUDY_FOLDER
    found = _entries(folder, by_worth())
    if not found:
        raise WeightsError(
            f"{folder / MANIFEST} has no model of a study. "
            "Train some with: python -m mixup_demo.train --studies"
        )
    own = {name: one for study in STUDIES.values() for name, one in study.items()}
    pages = {name: recipe for name, recipe in own.items() if name in RECIPES}
    try:
        return {
            name: Trained(where, name, entry)
            for where, entries in ((folder, found), (models, _entries(models, pages)))
            for name, entry in entries.items()
        }
    except OSError as error:
        raise ValueError(f"A finished model has no log ({error}).") from error


def _entries(folder: Path, recipes: Mapping[str, Recipe]) -> dict[str, Mapping[str, Any]]:
    """Return the manifest's entries of these recipes; none where there are no models at all."""
    manifest = read_manifest(folder) if (folder / MANIFEST).exists() else {}
    return {
        name: manifest[name]
        for name, recipe in recipes.items()
        if name in manifest and Recipe(**manifest[name]["recipe"]) == recipe
    }
