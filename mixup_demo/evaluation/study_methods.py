"""The groups of a study that compares methods: errors by method, paired with ERM's and mixup's."""

from collections.abc import Callable, Mapping
from typing import Any

from mixup_demo.evaluation.study_cells import errors_of, measured, paired, spread
from mixup_demo.evaluation.trainings import Trained
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.studies import STUDIES

#: by study, what tells one group of methods from another
GROUPS: dict[str, Callable[[Recipe], dict[str, Any]]] = {
    "relatives": lambda recipe: {"images": recipe.train_images},
    "corrupted": lambda recipe: {"share": recipe.corruption},
    "noisy": lambda recipe: {"share": recipe.corruption},
}

#: the order in which methods are listed
METHODS = ("erm", "mixup", "inputs", "cutmix", "smoothing", "erm-dropout", "mixup-dropout")

#: measured epochs without which a training's best one is not known: few of them miss the least
#: error where it rises again, as ERM's with wrong labels, but not where it falls to its end
ENOUGH = 16


def method(recipe: Recipe) -> str:
    """Return one of `METHODS`, by what a recipe of these studies does beside training plainly."""
    if recipe.label_smoothing:
        return "smoothing"
    if recipe.cutmix_alpha:
        return "cutmix"
    if not recipe.mix_labels:
        return "inputs"
    name = "mixup" if recipe.alpha else "erm"
    return f"{name}-dropout" if recipe.dropout else name


def groups(study: str, found: Mapping[str, Trained]) -> list[dict[str, Any]]:
    """Return a study's groups that hold a finished model, in rising order."""
    of = GROUPS[study]
    grouped: dict[tuple[Any, ...], list[Trained]] = {}
    for name in STUDIES[study]:
        if name in found:
            place = tuple(of(found[name].recipe).values())
            grouped.setdefault(place, []).append(found[name])
    return [_group(of(grouped[place][0].recipe), grouped[place]) for place in sorted(grouped)]


def _group(place: Mapping[str, Any], members: list[Trained]) -> dict[str, Any]:
    by_method: dict[str, dict[int, Trained]] = {name: {} for name in METHODS}
    for one in members:
        by_method[method(one.recipe)][one.recipe.seed] = one
    shared = members[0].recipe
    return {
        "architecture": shared.architecture,
        "epochs": shared.epochs,
        "images": shared.train_images,
        **place,
        "methods": [_arm(name, own, by_method) for name, own in by_method.items() if own],
    }


def _arm(
    name: str, own: Mapping[int, Trained], by_method: Mapping[str, Mapping[int, Trained]]
) -> dict[str, Any]:
    """Return one method's errors, its difference to ERM, and mixup's difference to it.

    Beside the errors at the end the least ones of each log that is dense enough, None where no seed
    has such, and mixup's difference in those.
    """
    errors, recipe = errors_of(own), next(iter(own.values())).recipe
    erm, mixup = (errors_of(by_method[one]) for one in ("erm", "mixup"))
    best, mixup_best = _best(own), _best(by_method["mixup"])
    return {
        "method": name,
        **{field: getattr(recipe, field) for field in ("alpha", "cutmix_alpha", "dropout")},
        "label_smoothing": recipe.label_smoothing,
        **measured(own),
        "best": {"errors": list(best.values()), **spread(list(best.values()))} if best else None,
        "difference": None if name == "erm" else paired(errors, erm),
        "difference_of_mixup": None if name == "mixup" else paired(mixup, errors),
        "best_difference_of_mixup": None if name == "mixup" else paired(mixup_best, best),
    }


def _best(own: Mapping[int, Trained]) -> dict[int, float]:
    """Return the least test error of each seed whose log has `ENOUGH` of them.

    The epoch is chosen on the test images.
    """
    errors = {seed: own[seed].over_epochs("test_error") for seed in sorted(own)}
    return {seed: min(of) for seed, of in errors.items() if len(of) >= ENOUGH}
