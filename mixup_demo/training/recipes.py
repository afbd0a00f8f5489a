"""The bundled models' recipes, in one table."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from mixup_demo.training.recipe import Recipe

#: of the models that are compared among themselves: a quarter of the bundled pair's computation an
#: image, and a fifteenth of its epochs
SMALL = Recipe("small", architecture="whitened-cnn-small", epochs=10)
#: few images, each seen often, so that labels are memorised as in the paper's 200 epochs
SCARCE = replace(SMALL, epochs=32, train_images=10_000)

#: mixup's α on CIFAR-10, beside 1, which the bundled pair has too
ALPHAS = (0.2, 8.0, 0.4, 2.0, 32.0, 0.1, 1.0)

#: of the pair that opens the page: as long as the GPU was lent for, fixed before any of its errors
#: was seen; after 50 epochs an earlier pair had not differed, and mixup's error had still fallen
PAIR_EPOCHS = 150

Values = tuple[float, float, tuple[float, float]]

#: share of corrupted labels -> dropout beside ERM; mixup's α; α and dropout of both together.
#: The paper's best values (table 2), of which the small CNN's networks are made.
CORRUPTED: Mapping[float, Values] = {
    0.5: (0.8, 32.0, (8.0, 0.3)),
    0.8: (0.8, 32.0, (8.0, 0.3)),
    0.2: (0.7, 8.0, (4.0, 0.1)),
}


def corrupted_recipes(
    base: Recipe, name: str, share: float, values: Mapping[float, Values] = CORRUPTED
) -> tuple[Recipe, ...]:
    """Return the paper's four models of one share of corrupted labels.

    ERM and mixup, then both with dropout.

    Args:
        base: everything else of the recipes.
        name: "{}" is where the method is named.
        share: a key of `values`.
        values: α and dropout, as in `CORRUPTED`.
    """
    beside_erm, alpha, (alpha_beside, beside_mixup) = values[share]
    methods: dict[str, dict[str, Any]] = {
        "erm": {},
        "mixup": {"alpha": alpha},
        "erm-dropout": {"dropout": beside_erm},
        "mixup-dropout": {"alpha": alpha_beside, "dropout": beside_mixup},
    }
    return tuple(
        replace(base, name=name.format(method), corruption=share, **fields)
        for method, fields in methods.items()
    )


def scarce_corrupted(share: float, seed: int = 0) -> tuple[Recipe, ...]:
    """Return the small CNN's four models of one share; those of seed 0 are the page's.

    Of the others only the end is compared, so they are seldom measured.
    """
    name, base = f"corrupted-{100 * share:.0f}-{{}}", replace(SCARCE, seed=seed)
    if seed:
        name, base = f"{name}-seed{seed}", replace(base, measure_every=8)
    return corrupted_recipes(base, name, share)


def _scarce(seed: int) -> tuple[Recipe, Recipe]:
    base = replace(SCARCE, seed=seed)
    return (
        replace(base, name=f"scarce-erm-seed{seed}"),
        replace(base, name=f"scarce-mixup-seed{seed}", alpha=1.0),
    )


#: ERM and mixup on few images, by seed
SCARCE_PAIRS = tuple(map(_scarce, range(3)))

#: in order of priority, which is the order that ``--all`` trains them in
RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("cifar10-erm", epochs=PAIR_EPOCHS),
        Recipe("cifar10-mixup", epochs=PAIR_EPOCHS, alpha=1.0),
        *scarce_corrupted(0.5),
        Recipe("cifar10-erm-seed1", epochs=12, seed=1),
        *scarce_corrupted(0.8)[:2],
        *scarce_corrupted(0.2)[:2],
        replace(SMALL, name="small-erm"),
        *(replace(SMALL, name=f"small-mixup-{alpha:g}", alpha=alpha) for alpha in ALPHAS),
        replace(SMALL, name="small-cutmix-1", cutmix_alpha=1.0),
        *scarce_corrupted(0.8)[2:],
        *scarce_corrupted(0.2)[2:],
        *chain(*SCARCE_PAIRS),
        replace(SMALL, name="small-smoothing-0.1", label_smoothing=0.1),
    )
}
