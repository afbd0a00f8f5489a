"""Studies: each asks one question of trainings with many models.

What a study finds is in the models' test errors, for each of which several seeds are trained; the
weights of seed 0 are bundled, but for those of `UNBUNDLED`, so that they can be compared on the
page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from mixup_demo.training.curves import arm, curve_recipe, measured_often
from mixup_demo.training.noisy import noisy_recipes, pilot_recipes
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import ALPHAS, CORRUPTED, RECIPES, SMALL, scarce_corrupted

#: the seeds that are trained first: with three, something can be said
FIRST_SEEDS = range(3)


def _curves() -> Iterable[Recipe]:
    """Yield what tells how the error falls with the number of images."""
    for seed in range(5):
        for images in (2_000, 5_000, 1_000, 10_000):
            for alpha in (0.0, 1.0, 0.2):
                yield curve_recipe(images, alpha, seed)


#: images of the studies that ask something else than how many images there are
FEW = 2_000

#: a small network of the page's kind, trained long enough to know its few images by heart
FEW_CNN = replace(SMALL, epochs=64, train_images=FEW, batch_size=128, learning_rate=0.25)


NETWORKS = ("cnn", "resnet")


def added_recipe(network: str, augmented: bool, alpha: float, seed: int) -> Recipe:
    """Return the recipe of one cell of the study "added".

    Args:
        network: one of `NETWORKS`.
        augmented: whether images are cropped and flipped; with the residual network this is a point
            of the learning curves.
    """
    if network == "resnet":
        base = curve_recipe(FEW, alpha, seed)
        if augmented:
            return base
    else:
        base = measured_often(replace(FEW_CNN, alpha=alpha, seed=seed))
    augmentation = "crop-flip" if augmented else "alone"
    name = f"added-{network}-{augmentation}-{arm(alpha)}-seed{seed}"
    return replace(
        base, name=name, crop_padding=base.crop_padding if augmented else 0, flip=augmented
    )


def _alphas() -> Iterable[Recipe]:
    """Yield what tells over seeds which α: one point of the learning curves, and more α there."""
    yield from (recipe for recipe in _curves() if recipe.train_images == FEW)
    for seed in FIRST_SEEDS:
        for alpha in ALPHAS:
            yield curve_recipe(FEW, alpha, seed)


def _added() -> Iterable[Recipe]:
    """Yield what tells how much mixup adds to crops and flips, and how much alone."""
    for augmented in (False, True):
        for network in NETWORKS:
            for seed in FIRST_SEEDS:
                for alpha in (0.0, 1.0):
                    yield added_recipe(network, augmented, alpha, seed)


#: by how much shorter trainings are than a learning curve's, which is the longest
PARTS = (8, 4, 2, 1)


def length_recipe(part: int, alpha: float, seed: int) -> Recipe:
    """Return a learning curve's recipe with so many times fewer epochs, one of `PARTS`."""
    curve = curve_recipe(FEW, alpha, seed)
    if part == 1:
        return curve
    name = f"length-{part}-{arm(alpha)}-seed{seed}"
    return measured_often(replace(curve, name=name, epochs=round(curve.epochs / part)))


def _length() -> Iterable[Recipe]:
    """Yield what tells when mixup overtakes ERM."""
    for seed in FIRST_SEEDS:
        for part in PARTS:
            for alpha in (0.0, 1.0):
                yield length_recipe(part, alpha, seed)


#: beside ERM and mixup: method -> fields of its recipe. What is the paper's ablation with us: other
#: regularisers, and mixed inputs without mixed labels, which tells whether noise alone would do.
#: Dropout, for which the paper's ablation has no rate, is at the one that is usual before a last
#: layer.
RELATIVES: Mapping[str, Mapping[str, Any]] = {
    "smoothing": {"label_smoothing": 0.1},
    "inputs": {"alpha": 1.0, "mix_labels": False},
    "cutmix": {"cutmix_alpha": 1.0},
    "erm-dropout": {"dropout": 0.5},
}


def relative_recipe(method: str, seed: int) -> Recipe:
    """Return the recipe of one method of the study "relatives".

    Args:
        method: a key of `RELATIVES`, or "erm" or "mixup", which are points of the learning curves.
    """
    if method in ("erm", "mixup"):
        return curve_recipe(FEW, float(method == "mixup"), seed)
    fields = {"name": f"relatives-{method}-seed{seed}", **RELATIVES[method]}
    return replace(curve_recipe(FEW, 0.0, seed), **fields)


def _relatives() -> Iterable[Recipe]:
    """Yield what tells whether mixup does more than its relatives."""
    for seed in FIRST_SEEDS:
        for method in ("erm", "mixup", *RELATIVES):
            yield relative_recipe(method, seed)


#: of the pair that opens the page: one of them is bundled
PAGE_SEEDS = range(5)


def page_recipe(alpha: float, seed: int) -> Recipe:
    """Return the recipe of the pair that opens the page, of any seed.

    Of the seeds that the page does not show only the end is compared, so they are seldom measured.
    """
    shown = RECIPES["cifar10-mixup" if alpha else "cifar10-erm"]
    if not seed:
        return shown
    return replace(shown, name=f"page-{arm(alpha)}-seed{seed}", seed=seed, measure_every=10)


def _page() -> Iterable[Recipe]:
    """Yield what tells over seeds whether the page's pair differs in its error."""
    for seed in PAGE_SEEDS:
        for alpha in (0.0, 1.0):
            yield page_recipe(alpha, seed)


def _family() -> Iterable[Recipe]:
    """Yield the page's network over α: every seed of its pair, and one of the other α."""
    yield from _page()
    mixup = RECIPES["cifar10-mixup"]
    for alpha in sorted(set(ALPHAS) - {mixup.alpha}):
        yield replace(mixup, name=f"family-mixup-{alpha:g}", alpha=alpha, measure_every=10)


def _corrupted() -> Iterable[Recipe]:
    """Yield what tells over seeds how the page's small network memorises wrong labels."""
    for seed in FIRST_SEEDS:
        for share in CORRUPTED:
            yield from scarce_corrupted(share, seed)


def _pilot() -> Iterable[Recipe]:
    """Yield what α and dropout of the study "noisy" are chosen by."""
    for share in CORRUPTED:
        yield from pilot_recipes(share)


def _noisy() -> Iterable[Recipe]:
    """Yield the same of a network and a schedule that can learn every wrong label by heart."""
    for seed in FIRST_SEEDS:
        for share in CORRUPTED:
            yield from noisy_recipes(share, seed)


def _table(recipes: Iterable[Recipe]) -> dict[str, Recipe]:
    return {recipe.name: recipe for recipe in recipes}


#: by name; some recipes stand in several
STUDIES = {
    "curves": _table(_curves()),
    "added": _table(_added()),
    "length": _table(_length()),
    "relatives": _table(_relatives()),
    "alphas": _table(_alphas()),
    "corrupted": _table(_corrupted()),
    "pilot": _table(_pilot()),
    "noisy": _table(_noisy()),
    "page": _table(_page()),
    "family": _table(_family()),
}
#: whose models' weights are not bundled, for the repository's size, unless other studies have them
UNBUNDLED = ("alphas", "family")
#: trained when all others are
LAST = ("corrupted", "pilot", "noisy", "page", "family")


def by_worth() -> dict[str, Recipe]:
    """Return every recipe that is not the page's once, in the order in which they are trained.

    First as many seeds of every study's two ends, ERM and α = 1, as something can be said with;
    the studies of `LAST` after all others.
    """
    first = [study for name, study in STUDIES.items() if name not in LAST]
    every = {name: recipe for study in first for name, recipe in study.items()}
    ordered = dict(sorted(every.items(), key=lambda item: _is_later(item[1])))
    last = {name: recipe for study in LAST for name, recipe in STUDIES[study].items()}
    return {name: one for name, one in {**ordered, **last}.items() if name not in RECIPES}


def _is_later(recipe: Recipe) -> bool:
    return recipe.seed not in FIRST_SEEDS or recipe.alpha not in (0.0, 1.0)
