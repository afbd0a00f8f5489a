"""The cells of a study, such as a number of images: errors by α and seed, paired differences."""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mixup_demo.evaluation.intervals import student
from mixup_demo.evaluation.trainings import Trained
from mixup_demo.training.curves import CURVE
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.studies import FIRST_SEEDS, STUDIES

#: of the models that are compared with ERM where cells are compared
ALPHA = 1.0


def _curve(recipe: Recipe) -> dict[str, Any]:
    return {"images": recipe.train_images}


def _added(recipe: Recipe) -> dict[str, Any]:
    return {
        "network": "resnet" if recipe.architecture == CURVE.architecture else "cnn",
        "augmentation": "crop-flip" if recipe.flip else "alone",
    }


def _length(recipe: Recipe) -> dict[str, Any]:
    return {"epochs": recipe.epochs}


def _alone(recipe: Recipe) -> dict[str, Any]:
    return {}  # one cell: its models differ in α alone


#: by study, what tells one cell from another
CELLS: dict[str, Callable[[Recipe], dict[str, Any]]] = {
    "curves": _curve,
    "added": _added,
    "length": _length,
    "alphas": _alone,
    "family": _alone,
}

#: by study, what two cells share whose differences are compared
ALIKE = {"curves": (), "added": ("network",), "length": (), "alphas": (), "family": ()}


def study(name: str, found: Mapping[str, Trained]) -> dict[str, Any]:
    """Return a study's cells that hold a finished model, and how their differences differ."""
    of = CELLS[name]
    groups: dict[tuple[Any, ...], list[Trained]] = {}
    for key in STUDIES[name]:
        if key in found:
            groups.setdefault(tuple(of(found[key].recipe).values()), []).append(found[key])
    cells = [_cell(of(groups[place][0].recipe), groups[place]) for place in sorted(groups)]
    return {"cells": cells, "changes": list(_changes(cells, ALIKE[name], list(of(CURVE))))}


def _cell(place: Mapping[str, Any], members: Sequence[Trained]) -> dict[str, Any]:
    """Return what one cell's models found, by α; ERM, which is α = 0, first."""
    alphas = sorted({one.recipe.alpha for one in members})
    seeds = {
        alpha: {one.recipe.seed: one for one in members if one.recipe.alpha == alpha}
        for alpha in alphas
    }
    shared = members[0].recipe
    return {
        "architecture": shared.architecture,
        "epochs": shared.epochs,
        "images": shared.train_images,
        **place,
        "alphas": [_arm(alpha, seeds) for alpha in alphas],
    }


def _arm(alpha: float, seeds: Mapping[float, Mapping[int, Trained]]) -> dict[str, Any]:
    """Return the errors of one α, a value a seed, its difference to ERM, and `ALPHA`'s to it.

    Args:
        seeds: by α and seed, the models of the cell.
    """
    own = seeds[alpha]
    found, errors = measured(own), errors_of(own)
    erm, mixup = (errors_of(seeds.get(one, {})) for one in (0.0, ALPHA))
    return {
        "alpha": alpha,
        **found,
        "train_errors": [own[seed].over_epochs("train_error")[-1] for seed in found["seeds"]],
        "over_epochs": _over_epochs([own[seed] for seed in found["seeds"]]),
        "difference": paired(errors, erm) if alpha else None,
        "difference_of_mixup": None if alpha in (0.0, ALPHA) else paired(mixup, errors),
    }


def _over_epochs(seeds: Sequence[Trained]) -> dict[str, Any]:
    """Return the test errors of each seed after the epochs that all were measured after."""
    errors = [{one["epoch"] + 1: one["test_error"] for one in seed.log} for seed in seeds]
    epochs = sorted(set.intersection(*map(set, errors)))
    return {"epochs": epochs, "errors": [[of[epoch] for epoch in epochs] for of in errors]}


def errors_of(own: Mapping[int, Trained]) -> dict[int, float]:
    """Return test errors by seed, in the order of the seeds."""
    return {seed: own[seed].entry["test_error"] for seed in sorted(own)}


def measured(own: Mapping[int, Trained]) -> dict[str, Any]:
    """Return the errors of models that differ in their seed alone: each, mean and spread."""
    errors = errors_of(own)
    return {
        "seeds": list(errors),
        "errors": list(errors.values()),
        **spread(list(errors.values())),
    }


def spread(values: Sequence[float]) -> dict[str, Any]:
    """Return mean and standard deviation (S − 1 degrees of freedom; None for one seed)."""
    return {
        "mean": statistics.fmean(values),
        "sd": statistics.stdev(values) if len(values) > 1 else None,
    }


def paired(these: Mapping[int, float], those: Mapping[int, float]) -> dict[str, Any] | None:
    """Return these less those by seed, their mean, and Student's 95 % interval of it over seeds.

    None where they share no seed.
    """
    seeds = [seed for seed in these if seed in those]
    if not seeds:
        return None
    values = [these[seed] - those[seed] for seed in seeds]
    return {
        "seeds": seeds,
        "by_seed": values,
        "mean": statistics.fmean(values),
        "over_seeds": student(values),
    }


def _changes(
    cells: Sequence[dict[str, Any]], alike: Sequence[str], axes: Sequence[str]
) -> Iterable[dict[str, Any]]:
    """Yield by how much mixup's difference to ERM changes from the first cell to the last.

    Of the cells that have as many seeds as something can be said with, paired over the seeds that
    both have; one change for each group of cells that are alike.
    """
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for cell in cells:
        if len(_difference(cell)) >= len(FIRST_SEEDS):
            groups.setdefault(tuple(cell[key] for key in alike), []).append(cell)
    for group in groups.values():
        ends = {"from": group[0], "to": group[-1]}
        change = paired(_difference(ends["to"]), _difference(ends["from"]))
        if len(group) > 1 and change:
            yield {
                **{name: {axis: cell[axis] for axis in axes} for name, cell in ends.items()},
                "difference": change,
            }


def _difference(cell: Mapping[str, Any]) -> dict[int, float]:
    """Return the difference of `ALPHA` to ERM by seed, nothing where there is none."""
    for arm in cell["alphas"]:
        if arm["alpha"] == ALPHA and arm["difference"]:
            found = arm["difference"]
            return dict(zip(found["seeds"], found["by_seed"], strict=True))
    return {}
