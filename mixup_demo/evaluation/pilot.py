"""What the pilot of the study "noisy" found: errors on held-out images, and what they choose."""

from collections.abc import Mapping
from typing import Any

from mixup_demo.evaluation.study_methods import method
from mixup_demo.evaluation.trainings import Trained
from mixup_demo.training.noisy import CHOSEN, pilot_recipes

#: what is chosen for: the methods that have something to choose
METHODS = ("erm-dropout", "mixup", "mixup-dropout")


def pilot(found: Mapping[str, Trained]) -> list[dict[str, Any]]:
    """Return each share of corrupted labels whose candidates are all finished, in rising order.

    Returns:
        share, seed, and held_out, how many images are chosen by; methods: by item of `METHODS` its
        candidates (alpha, dropout, error: of held-out images with labels corrupted alike) and which
        is chosen, the one with the lowest error.
    """
    return [_share(share, found) for share in sorted(CHOSEN) if complete(share, found)]


def complete(share: float, found: Mapping[str, Trained]) -> bool:
    """Return whether every candidate for a share of corrupted labels is finished."""
    return all(recipe.name in found for recipe in pilot_recipes(share))


def _share(share: float, found: Mapping[str, Trained]) -> dict[str, Any]:
    recipes = list(pilot_recipes(share))
    tried: dict[str, list[dict[str, float]]] = {name: [] for name in METHODS}
    for recipe in recipes:
        error = found[recipe.name].entry["test_error"]
        candidate = {"alpha": recipe.alpha, "dropout": recipe.dropout, "error": error}
        tried[method(recipe)].append(candidate)
    return {
        **{"share": share, "seed": recipes[0].seed, "held_out": recipes[0].held_out},
        "methods": [
            {"method": name, "candidates": some, "chosen": min(some, key=lambda one: one["error"])}
            for name, some in tried.items()
        ],
    }
