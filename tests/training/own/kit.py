"""Small photos on disk, and trainings of seconds."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.training.own.recipe import RANDOM, OwnRecipe

COLOURS = {"leaf": (40, 170, 60), "rose": (200, 40, 60), "sky": (60, 90, 220)}
#: both are mixed in turn, and nothing else is drawn less than everything
MIXUP = MixupArguments(1.0, 1.0, label_smoothing=0.1, num_classes=3)
#: small steps: large ones multiply what rounding leaves, until no tolerance could tell it apart
TINY = OwnRecipe(
    "preact-resnet18-16", RANDOM, 32, MIXUP, 0.2, epochs=3, batch_size=8, learning_rate=0.01
)


def write_photos(folder: Path, each: int = 9, classes: Sequence[str] = tuple(COLOURS)) -> Path:
    """Write photos of all sizes, the classes of different colours; return the folder."""
    rng = np.random.default_rng(0)
    for name in classes:
        (folder / name).mkdir(parents=True)
        for number in range(each):
            height, width = rng.integers(20, 60, 2)
            noise = rng.normal(COLOURS[name], 40, (height, width, 3))
            picture = Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8))
            picture.save(folder / name / f"{number}.{'jpg' if number % 2 else 'png'}")
    return folder
