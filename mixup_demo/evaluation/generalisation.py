"""Test errors of ERM and mixup, of other α, and of the neighbouring methods."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import Material, lacking, method_of, wrong
from mixup_demo.evaluation.pairs import (
    BUNDLED,
    GROUPS,
    by_role,
    complete_groups,
    difference_of,
    errors_of,
)
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.subset import training_set

#: one network trained in many ways
FAMILY = tuple(name for name in RECIPES if name.startswith("small-"))

ORDER = ("erm", "mixup", "cutmix", "smoothing")


def evaluate(material: Material) -> Findings:
    """Compare the pairs, and the family over α.

    Raises:
        WeightsError: no pair is complete and the family is empty.
    """
    pairs = complete_groups(material)
    family = sorted(material.present(FAMILY), key=lambda name: _place(material, name))
    compared = [name for group in pairs.values() for pair in group for name in pair]
    names = [*compared, *family]
    if not names:
        raise lacking(material, [*(name for pair in GROUPS[BUNDLED] for name in pair), *FAMILY])
    for name in progress(names, "generalisation"):
        material.answers(name)
    return Findings(
        n=len(material.labels),
        models=names,
        values={
            "groups": [_group(material, name, group) for name, group in pairs.items()],
            "alpha": [_member(material, name) for name in progress(family, "training errors")],
            **{f"alpha_{key}": value for key, value in _common(material, family).items()},
        },
    )


def _place(material: Material, name: str) -> tuple[int, float]:
    method, alpha = method_of(material.recipe(name))
    return ORDER.index(method), alpha


def _common(material: Material, names: Sequence[str]) -> dict[str, Any]:
    """Return what models of one kind have in common; None where there are none."""
    if not names:
        return dict.fromkeys(("epochs", "architecture", "train_images"))
    recipe = material.recipe(names[0])
    return {
        "epochs": recipe.epochs,
        "architecture": recipe.architecture,
        "train_images": material.manifest[names[0]]["train_images"],
    }


def _group(material: Material, name: str, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Compare pairs that differ in their seed, see `pairs.difference_of`."""
    names = by_role(pairs)
    rows = {role: _wrong_by_seed(material, names[role]) for role in names}
    return {
        "group": name,
        **_common(material, pairs[0]),
        **{role: _arm(material, names[role], rows[role]) for role in names},
        "difference": difference_of(material, rows),
    }


def _wrong_by_seed(material: Material, names: Sequence[str]) -> NDArray[np.bool_]:
    return np.stack([material.wrong(name) for name in names])


def _arm(material: Material, names: Sequence[str], wrongs: NDArray[np.bool_]) -> dict[str, Any]:
    return {
        "models": list(names),
        "seeds": [material.recipe(name).seed for name in names],
        "medians": _medians(material, names),
        **errors_of(material, wrongs),
    }


def _medians(material: Material, names: Sequence[str]) -> list[float] | None:
    """Return the medians of the last ten epochs; None where these were not all measured."""
    if any(material.recipe(name).measure_every > 1 for name in names):
        return None
    return [material.manifest[name]["test_error_median"] for name in names]


def _member(material: Material, name: str) -> dict[str, Any]:
    method, alpha = method_of(material.recipe(name))
    errors = material.wrong(name)
    return {
        "model": name,
        "method": method,
        "alpha": alpha,
        "test_error": errors.mean(),
        "interval": material.bootstrap.of_mean(errors),
        "train_error": _train_error(material, name),
    }


def _train_error(material: Material, name: str) -> float:
    """Return the error on some images of the training, drawn alike for all models, as they are."""
    learned = training_set(material.recipe(name), material.data)
    chosen = material.draw("learned images", len(learned.labels), material.sizes.learned)
    answers = material.ask(name, learned.images[chosen])
    return float(wrong(answers, learned.labels[chosen].numpy()).mean())
