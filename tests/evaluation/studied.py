"""Finished trainings of the studies as they leave them, with made-up errors."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mixup_demo.models.manifest import MANIFEST, STUDY_FOLDER
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.studies import by_worth

HARDWARE = "a processor, 1 thread"
#: of every log, errors on training and on test images; the last test error is not the manifest's,
#: which is of the weights in fp32
LAST_TRAIN, FIRST_TEST = 0.002, 0.8


def write_studies(
    models: Path, errors: Mapping[str, float], measured: int = 2, **changes: Any
) -> None:
    """Write manifest and logs of the studies into `models`.

    Args:
        models: the folder of the page's models.
        errors: test error by name of a recipe.
        measured: entries of each log.
        changes: fields of the entries that differ.
    """
    recipes = by_worth()
    of_recipes = {recipes[name]: error for name, error in errors.items()}
    write_models(models / STUDY_FOLDER, of_recipes, measured, **changes)


def write_models(
    folder: Path, errors: Mapping[Recipe, float], measured: int = 2, **changes: Any
) -> None:
    """Write manifest and logs of models, with their test errors, into a folder."""
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    entries = {one.name: {**entry(one, error), **changes} for one, error in errors.items()}
    (folder / MANIFEST).write_text(json.dumps(entries))
    for recipe, error in errors.items():
        lines = [json.dumps(one) + "\n" for one in log(recipe, error, measured)]
        (folder / "logs" / f"{recipe.name}.jsonl").write_text("".join(lines))


def entry(recipe: Recipe, error: float) -> dict[str, Any]:
    return {
        "data": "cifar10",
        "file": f"{recipe.name}.safetensors",
        "finished": f"2026-01-0{1 + recipe.seed}",
        "hardware": HARDWARE,
        "recipe": recipe.as_dict(),
        "sha256": f"{recipe.name:_<64}",
        "test_error": error,
        "test_images": 10_000,
        "versions": {"torch": "2.0"},
        "wall_time_s": 600.0 * (1 + recipe.seed),
    }


def log(recipe: Recipe, error: float, measured: int = 2) -> list[dict[str, Any]]:
    first = [(epoch, 0.5, FIRST_TEST) for epoch in range(measured - 1)]
    return [
        {"epoch": epoch, "train_error": train, "test_error": test, "loss": 0.1, "seconds": 1.0}
        for epoch, train, test in (*first, (recipe.epochs - 1, LAST_TRAIN, error + 0.001))
    ]
