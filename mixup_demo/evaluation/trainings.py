"""The finished trainings of the studies, read from manifest and logs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mixup_demo.models.manifest import MANIFEST, WeightsError, read_manifest
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.studies import by_worth


class Trained:
    """A finished training: recipe, manifest's entry, and log, which has an entry a measurement."""

    def __init__(self, folder: Path, name: str, entry: Mapping[str, Any]) -> None:
        self.entry, self.recipe = entry, Recipe(**entry["recipe"])
        lines = (folder / "logs" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        self.log: list[dict[str, Any]] = [json.loads(line) for line in lines]

    def over_epochs(self, error: str) -> list[float]:
        """Return "test_error" or "train_error" at every measurement."""
        return [one[error] for one in self.log]


def finished(folder: Path) -> dict[str, Trained]:
    """Return the finished models of all studies, of their present recipes, in the queue's order.

    Raises:
        WeightsError: there is no readable manifest, or no study's model in it.
        ValueError: a log is missing.
    """
    manifest = read_manifest(folder)
    names = [
        name
        for name, recipe in by_worth().items()
        if name in manifest and Recipe(**manifest[name]["recipe"]) == recipe
    ]
    if not names:
        raise WeightsError(
            f"{folder / MANIFEST} has no model of a study. "
            "Train some with: python -m mixup_demo.train --studies"
        )
    try:
        return {name: Trained(folder, name, manifest[name]) for name in names}
    except OSError as error:
        raise ValueError(f"A finished model has no log ({error}).") from error
