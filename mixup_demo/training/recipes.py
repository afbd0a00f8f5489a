"""Training recipes as data: one `Recipe` a model, and the table of the bundled ones."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a model's weights besides the data and the hardware.

    Two recipes that differ only in `alpha` see the same images in the same order with the same
    crops and flips: mixing draws from a random stream of its own.

    Attributes:
        name: file name of the weights, and the key in the manifest.
        architecture: a key of `models.networks.ARCHITECTURES`.
        alpha: λ ~ Beta(alpha, alpha) of mixup; 0 is ERM, plain training.
        cutmix_alpha: the same for CutMix; where both are above 0, each batch draws one of them.
        lambda_per_sample: draw λ for every image instead of once per batch.
        epochs: passes over the training images.
        seed: of the initial weights, the order, the augmentation, the mixing and the corruption.
        train_images: how many training images are used, drawn by the seed; None for all.
        corruption: share of training labels replaced by a uniformly drawn class.
        dropout: probability at the input of the last layer.
        label_smoothing: ε; the targets are mixed with ε of the uniform distribution.
        batch_size: images a step; an incomplete last batch is left out of the epoch.
        learning_rate: the schedule's peak, for a loss averaged over the batch.
        momentum: Nesterov's, of SGD.
        weight_decay: on convolutions and the last layer; none on biases.
        schedule: "triangle" (linear up for 20 % of the steps, linear down to 0), "steps"
            (constant, divided by 10 at 50 % and 75 %: the paper's) or "cosine" (down to 0).
        crop_padding: pixels of reflected border before the random crop.
        flip: mirror images; each is mirrored every other epoch.
        measure_every: epochs between two measurements of training and test error, and between two
            checkpoints; the last epoch is always measured. Training is the same for any value.
    """

    name: str
    architecture: str = "whitened-cnn"
    alpha: float = 0.0
    cutmix_alpha: float = 0.0
    lambda_per_sample: bool = False
    epochs: int = 50
    seed: int = 0
    train_images: int | None = None
    corruption: float = 0.0
    dropout: float = 0.0
    label_smoothing: float = 0.0
    batch_size: int = 512
    learning_rate: float = 0.5
    momentum: float = 0.9
    weight_decay: float = 5e-4
    schedule: str = "triangle"
    crop_padding: int = 4
    flip: bool = True
    measure_every: int = 1

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, for JSON."""
        return asdict(self)


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


def _scarce(seed: int) -> tuple[Recipe, ...]:
    base = replace(SCARCE, seed=seed)
    return (
        replace(base, name=f"scarce-erm-seed{seed}"),
        replace(base, name=f"scarce-mixup-seed{seed}", alpha=1.0),
    )


#: optimiser steps of every model of a learning curve, whatever its number of images
CURVE_STEPS = 10_000
CURVE = Recipe(
    "curve",
    architecture="preact-resnet18-16",
    batch_size=128,
    learning_rate=0.1,
    weight_decay=1e-4,
    schedule="cosine",
)


def curve_recipe(images: int, alpha: float, seed: int) -> Recipe:
    """Return the recipe of one point of the learning curves: so many images, `CURVE_STEPS` steps.

    Equal steps, not equal epochs: otherwise fewer images would also mean a shorter training. Each
    seed draws images of its own, the same for every α.
    """
    epochs = round(CURVE_STEPS / (images // CURVE.batch_size))
    method = f"mixup-{alpha:g}" if alpha else "erm"
    return replace(
        CURVE,
        name=f"curve-{images}-{method}-seed{seed}",
        alpha=alpha,
        epochs=epochs,
        seed=seed,
        train_images=images,
        measure_every=max(1, epochs // 20),
    )


def _curves() -> tuple[Recipe, ...]:
    """Return the learning curves in order of priority: both ends of the claim first, then seeds."""
    first = [(seed, (0.0, 1.0)) for seed in range(3)]
    order = [
        *first,
        *((seed, (0.2,)) for seed in range(3)),
        (3, (0.0, 1.0, 0.2)),
        (4, (0.0, 1.0, 0.2)),
    ]
    return tuple(
        curve_recipe(images, alpha, seed)
        for seed, alphas in order
        for images in (2_000, 5_000, 1_000, 10_000)
        for alpha in alphas
    )


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
        *_scarce(0),
        *_scarce(1),
        *_scarce(2),
        replace(SMALL, name="small-smoothing-0.1", label_smoothing=0.1),
    )
}


#: the learning curves, in order of worth; apart, because they are many
CURVES = {recipe.name: recipe for recipe in _curves()}


def find_recipe(name_or_file: str) -> Recipe:
    """Return the named recipe, or the one in a JSON file with the fields of `Recipe`.

    Raises:
        ValueError: there is no such recipe, or the file holds a field that recipes lack.
    """
    known = RECIPES | CURVES
    if name_or_file in known:
        return known[name_or_file]
    path = Path(name_or_file)
    if not path.is_file():
        names = ", ".join(RECIPES)
        raise ValueError(f"No recipe is named {name_or_file!r}: use {names}, or a JSON file.")
    values = json.loads(path.read_text(encoding="utf-8"))
    unknown = set(values) - {field.name for field in fields(Recipe)}
    if unknown or "name" not in values:
        raise ValueError(f"{path}: needs a name and no unknown fields, but has {sorted(unknown)}.")
    return Recipe(**values)
