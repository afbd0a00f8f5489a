"""A GAN small enough to train in a test, and runs of it as files."""

from dataclasses import replace
from pathlib import Path

from mixup_demo.gan.files import KEPT, Run, file_name, pack, save
from mixup_demo.gan.recipe import Recipe, recorded
from mixup_demo.gan.training import Training, snapshots

TINY = Recipe(
    "ring",
    (0.0, 0.5),
    seed=3,
    iterations=6,
    discriminator_steps=2,
    latent=5,
    width=16,
    batch=24,
)
ABOUT = {
    "seconds": 1.5,
    "hardware": "a machine",
    "precision": "fp32",
    "versions": {"torch": "2"},
    "date": "2026-01-02",
}


def run(recipe: Recipe = TINY) -> Run:
    """Train."""
    taken = snapshots(Training(recipe), recorded(recipe.iterations), KEPT)
    return pack(list(taken), {**ABOUT, "recipe": recipe.as_dict()})


def bundle(folder: Path, seeds: tuple[int, ...] = (0, 1), recipe: Recipe = TINY) -> list[Run]:
    """Train with several seeds, and leave the runs in a folder."""
    runs = [run(replace(recipe, seed=seed)) for seed in seeds]
    for seed, one in zip(seeds, runs, strict=True):
        save(one, folder / file_name(recipe.dataset, recipe.loss, seed))
    return runs
