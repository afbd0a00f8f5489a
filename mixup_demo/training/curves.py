"""The learning curves' recipe, from which most studies start."""

from dataclasses import replace

from mixup_demo.training.recipe import Recipe

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
    name = f"curve-{images}-{arm(alpha)}-seed{seed}"
    return measured_often(
        replace(CURVE, name=name, alpha=alpha, epochs=epochs, seed=seed, train_images=images)
    )


def arm(alpha: float) -> str:
    """Return the part of a recipe's name that tells mixup's α from ERM."""
    return f"mixup-{alpha:g}" if alpha else "erm"


def measured_often(recipe: Recipe) -> Recipe:
    """Return the recipe with a score of measurements, which also bounds what a stop costs."""
    return replace(recipe, measure_every=max(1, recipe.epochs // 20))
