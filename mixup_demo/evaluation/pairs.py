"""Pairs of models that differ in mixup alone, one for each seed, and how they are compared."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.intervals import Ends, interval, student
from mixup_demo.evaluation.study_cells import ALPHA
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.recipes import SCARCE_PAIRS
from mixup_demo.training.studies import PAGE_SEEDS, STUDIES, page_recipe

#: the group of the pair that opens the page
BUNDLED = "bundled"
#: the group of pairs that differ in their seed and are bundled
SEVERAL = "scarce"
#: the page's pair of every seed, of which the first is bundled
PAGE = "page"

#: pairs of ERM and mixup by group, one for each seed
GROUPS = {
    BUNDLED: ((PAIR["erm"], PAIR["mixup"]),),
    PAGE: tuple((page_recipe(0.0, seed).name, page_recipe(1.0, seed).name) for seed in PAGE_SEEDS),
    SEVERAL: tuple((erm.name, mixup.name) for erm, mixup in SCARCE_PAIRS),
}
#: the groups that are compared over seeds
SEEDS = (PAGE, SEVERAL)

#: names of two models that differ in mixup alone, by role
Pair = Mapping[str, str]

#: of each seed and image, (S, N): whether it is answered wrongly, or a share of several answers
Rows = NDArray[Any]


def complete(material: Material, group: str) -> list[tuple[str, str]]:
    """Return the pairs of a group of which both models are trained."""
    return [pair for pair in GROUPS[group] if len(material.present(pair)) == len(pair)]


def several(material: Material) -> dict[str, list[str]]:
    """Return the names of the pairs that differ in their seed, by role.

    Raises:
        WeightsError: fewer than two seeds of them are trained.
    """
    pairs = complete(material, SEVERAL)
    if len(pairs) < 2:
        raise WeightsError(f"Of the pairs {SEVERAL!r} two seeds are needed, but {len(pairs)} are.")
    return by_role(pairs)


def over_seeds(material: Material, without: Container[str] = ()) -> dict[str, dict[str, list[str]]]:
    """Return the models' names by role, one for each seed, of every group of two pairs or more.

    Args:
        material: whose weights count.
        without: names of models whose pairs are left out.
    """
    pairs = {
        group: [pair for pair in complete(material, group) if not any(n in without for n in pair)]
        for group in SEEDS
    }
    return {group: by_role(some) for group, some in pairs.items() if len(some) > 1}


def over_all_seeds(material: Material) -> dict[str, dict[str, list[str]]]:
    """Return `over_seeds`, of which the smaller network's pairs must be a part.

    Raises:
        WeightsError: fewer than two seeds of them are trained.
    """
    several(material)
    return over_seeds(material)


def names_of(groups: Mapping[str, Mapping[str, Sequence[str]]]) -> list[str]:
    """Return the names of all models of some groups."""
    return [name for names in groups.values() for of in names.values() for name in of]


def complete_groups(
    material: Material, groups: Iterable[str] = GROUPS
) -> dict[str, list[tuple[str, str]]]:
    """Return the complete pairs of each group that has any.

    `PAGE` is left out where the bundled pair is all that it has.
    """
    found = {group: pairs for group in groups if (pairs := complete(material, group))}
    return {group: pairs for group, pairs in found.items() if group != PAGE or len(pairs) > 1}


def curves(material: Material) -> list[Pair]:
    """Return the pairs of the learning curves whose weights are here, fewer images first."""
    recipes = STUDIES["curves"].values()
    names = {(one.train_images or 0, one.seed, one.alpha): one.name for one in recipes}
    pairs = (
        {"erm": names[images, seed, 0.0], "mixup": names[images, seed, ALPHA]}
        for images, seed, alpha in sorted(names)
        if not alpha
    )
    return [pair for pair in pairs if len(material.present(pair.values())) == len(pair)]


def place(material: Material, pair: Pair) -> dict[str, Any]:
    """Return which pair of the learning curves this is."""
    recipe = material.recipe(pair["erm"])
    return {
        **{"images": recipe.train_images, "seed": recipe.seed, "models": pair},
        "architecture": recipe.architecture,
    }


def by_role(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names of the models, one for each seed, by role."""
    return {role: [pair[k] for pair in pairs] for k, role in enumerate(PAIR)}


def errors_of(material: Material, rows: Rows) -> dict[str, Any]:
    """Return the mean error of the models of one role: one for each seed.

    One seed has an interval over images, and several have a standard deviation over seeds.
    """
    errors, alone = rows.mean(axis=1), len(rows) == 1
    ends: Ends = material.bootstrap.of_mean(rows[0]) if alone else None
    return {
        "errors": errors,
        "mean": errors.mean(),
        "sd": None if alone else errors.std(ddof=1),
        "interval": ends,
    }


def difference_of(material: Material, rows: Mapping[str, Rows]) -> dict[str, Any]:
    """Return the mean difference mixup − ERM of pairs that differ in their seed.

    Its "interval", of the seeds' mean on each image, is over test images: it holds for these seeds.
    Where there are several, "over_seeds" is Student's over seeds, and "over_both" draws seeds and
    images anew, independently of each other; None for one seed.
    """
    difference = rows["mixup"].mean(axis=0) - rows["erm"].mean(axis=0)
    return {
        "mean": difference.mean(),
        "interval": material.bootstrap.of_mean(difference),
        **_over_seeds(material, rows["mixup"].astype(float) - rows["erm"]),
    }


def _over_seeds(material: Material, differences: NDArray[np.float64]) -> dict[str, Ends]:
    """Return the intervals of a mean difference over seeds, and over seeds and images at once.

    Args:
        material: whose bootstrap draws the images.
        differences: of each seed and image, (S, N).
    """
    seeds = len(differences)
    if seeds == 1:
        return {"over_seeds": None, "over_both": None}
    images = material.bootstrap.means(differences.T)
    drawn = material.rng("bootstrap of seeds").integers(0, seeds, images.shape)
    return {
        "over_seeds": student(differences.mean(axis=1)),
        "over_both": interval(np.take_along_axis(images, drawn, axis=1).mean(axis=1)),
    }


def by_seed(values: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    """Return what models measure that differ in their seed, and by how much mixup's differ.

    Args:
        values: one for each seed, by role.

    Returns:
        By role "values", "mean" and "sd" (S − 1 degrees of freedom); and "difference", mixup − ERM
        of each seed, their mean, and Student's 95 % interval of it over seeds.
    """
    differences = np.subtract(values["mixup"], values["erm"])
    return {
        **{
            role: {"values": of, "mean": np.mean(of), "sd": np.std(of, ddof=1)}
            for role, of in values.items()
        },
        "difference": {
            "by_seed": differences,
            "mean": differences.mean(),
            "over_seeds": student(differences),
        },
    }
