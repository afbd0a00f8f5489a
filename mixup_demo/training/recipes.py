"""The bundled models' recipes, in one table."""

from dataclasses import replace
from itertools import chain

from mixup_demo.training.recipe import Recipe

#: of the models that are compared among themselves: a quarter of the bundled pair's computation
SMALL = Recipe("small", architecture="whitened-cnn-small", epochs=10)
#: few images, each seen often, so that labels are memorised as in the paper's 200 epochs
SCARCE = replace(SMALL, epochs=32, train_images=10_000)

#: mixup's α on CIFAR-10, beside 1, which the bundled pair has too
ALPHAS = (0.2, 8.0, 0.4, 2.0, 32.0, 0.1, 1.0)

#: share of corrupted labels -> dropout beside ERM; mixup's α; α and dropout of both together.
#: The paper's best values (table 2): there was no time for a search of our own.
CORRUPTED = {
    0.5: (0.8, 32.0, (8.0, 0.3)),
    0.8: (0.8, 32.0, (8.0, 0.3)),
    0.2: (0.7, 8.0, (4.0, 0.1)),
}


def _corrupted(share: float) -> tuple[Recipe, ...]:
    """Return the models of one share of corrupted labels: the paper's four."""
    beside_erm, alpha, (alpha_beside, beside_mixup) = CORRUPTED[share]
    name, base = f"corrupted-{100 * share:.0f}", replace(SCARCE, corruption=share)
    return (
        replace(base, name=f"{name}-erm"),
        replace(base, name=f"{name}-mixup", alpha=alpha),
        replace(base, name=f"{name}-erm-dropout", dropout=beside_erm),
        replace(base, name=f"{name}-mixup-dropout", alpha=alpha_beside, dropout=beside_mixup),
    )


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
        Recipe("cifar10-erm"),
        Recipe("cifar10-mixup", alpha=1.0),
        *_corrupted(0.5),
        Recipe("cifar10-erm-seed1", epochs=12, seed=1),
        *_corrupted(0.8)[:2],
        *_corrupted(0.2)[:2],
        replace(SMALL, name="small-erm"),
        *(replace(SMALL, name=f"small-mixup-{alpha:g}", alpha=alpha) for alpha in ALPHAS),
        replace(SMALL, name="small-cutmix-1", cutmix_alpha=1.0),
        *_corrupted(0.8)[2:],
        *_corrupted(0.2)[2:],
        *chain(*SCARCE_PAIRS),
        replace(SMALL, name="small-smoothing-0.1", label_smoothing=0.1),
    )
}
