"""When a training is lost: its loss is no number, and no later step makes it one again."""

import math
from pathlib import Path

from mixup_demo.training.recipe import Recipe


class DivergedError(ValueError):
    """A training's loss is no finite number; the message says the remedy."""


def check_finite(recipe: Recipe, epoch: int, loss: float, folder: Path) -> None:
    """Refuse to go on with a training that has diverged.

    Args:
        recipe: that is trained.
        epoch: that is over, from 0.
        loss: the mean over it, in nat.
        folder: where the run keeps its state.

    Raises:
        DivergedError: the loss is no finite number.
    """
    if not math.isfinite(loss):
        raise DivergedError(
            f"A training's loss must stay a finite number, but that of {recipe.name} is {loss} "
            f"after {epoch + 1} of {recipe.epochs} epochs: it has diverged. Lower learning_rate, "
            f"which is {recipe.learning_rate:g}, and give the recipe another name, or delete "
            f"{folder}: what it holds was learned at that rate."
        )
