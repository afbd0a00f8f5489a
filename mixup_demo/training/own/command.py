"""Train on one's own images: what ``python -m mixup_demo.train --data FOLDER`` does."""

import argparse
import shlex
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path

import torch

from mixup_demo.training.claiming import alone
from mixup_demo.training.export import hardware
from mixup_demo.training.folders import Row, left_out
from mixup_demo.training.own import report
from mixup_demo.training.own.arguments import TEST
from mixup_demo.training.own.export import export
from mixup_demo.training.own.options import check_numbers, recipe_of, workers_of
from mixup_demo.training.own.outcome import Outcome
from mixup_demo.training.own.photos import Photos, name_of, read_photos, rows_of
from mixup_demo.training.own.ranks import Ranks, joined
from mixup_demo.training.own.recipe import OwnRecipe
from mixup_demo.training.own.split import Split, folds, holdout
from mixup_demo.training.own.task import Task
from mixup_demo.training.own.training import train

SEEN = "seen.json"
ERM, MIXED, SINGLE = "erm", "mixup", "model"


def run(options: argparse.Namespace, device: torch.device, argv: Sequence[str]) -> None:
    """Train what the options ask for, write models and report, say where they are.

    Args:
        options: of the command line.
        device: that is asked for.
        argv: the command line itself, which the report repeats.

    Raises:
        ValueError: data or options break a rule.
        InputError: weights cannot be had.
    """
    check_numbers(options)
    folder = options.runs / (options.name or f"own-{name_of(options.data)}")
    # before the folder is made, which a refusal would leave
    rows = rows_of(options.data, folder / SEEN)
    with joined(device) as ranks, alone(folder) if ranks.first else nullcontext():
        photos = _photos(options.data, folder / SEEN, rows, ranks)
        if said := left_out(options.data):
            ranks.say(said)
        splits = _splits(options, photos)
        recipe = recipe_of(options, photos, min(len(s.train) for s in splits), ranks.world)
        _say_data(photos, splits, ranks)
        start = ["python"] if ranks.world == 1 else ["torchrun", f"--nproc_per_node={ranks.world}"]
        command = shlex.join([*start, "-m", "mixup_demo.train", *argv])
        about = _about(ranks)
        outcomes = []
        for task in _tasks(options, recipe, photos, splits, folder, ranks.world):
            learned = train(task, ranks)
            if ranks.first:
                export(task, learned, command, about)
            outcomes.append(Outcome(task, learned))
        if ranks.first:
            print(report.write(folder, outcomes, command, about))
        ranks.wait()


def _photos(source: Path, seen: Path, rows: Sequence[Row], ranks: Ranks) -> Photos:
    """Read the images, the first process alone: the others then find that they are read."""
    found = read_photos(source, seen, rows) if ranks.first else None
    ranks.wait()
    return found or read_photos(source, seen, rows)


def _splits(options: argparse.Namespace, photos: Photos) -> list[Split]:
    if options.folds is not None:
        return folds(photos, options.folds, options.seed)
    if photos.held_out is not None and options.test != TEST:
        raise ValueError(
            f"--test says how much is held out, but {photos.name} comes with a held-out part. "
            "Leave --test out, or name the train folder alone."
        )
    return [holdout(photos, options.test, options.seed)]


def _say_data(photos: Photos, splits: Sequence[Split], ranks: Ranks) -> None:
    ranks.say(
        f"{photos.name}: {len(photos.files):,} images of {len(photos.classes)} classes; "
        f"{len(splits[0].train):,} to learn from, {len(splits[0].test):,} to test on"
        + (f", {len(splits)} folds" if len(splits) > 1 else "")
    )
    if photos.copies:
        ranks.say(
            f"{photos.copies} files are copies of others, by hash; copies stay on one side. "
            f"{photos.contradictions} contents stand in several classes."
        )


def _tasks(
    options: argparse.Namespace,
    recipe: OwnRecipe,
    photos: Photos,
    splits: Sequence[Split],
    folder: Path,
    world: int,
) -> Iterator[Task]:
    """Yield the trainings, fold by fold, ERM before mixup."""
    arms = {ERM: recipe.plain, MIXED: recipe} if options.pair else {SINGLE: recipe}
    workers = workers_of(options.workers, world)
    for number, split in enumerate(splits, 1):
        for name, its in arms.items():
            of_many = len(splits) > 1
            place = folder / f"fold-{number}" / name if of_many else folder / name
            said = f"{name}, fold {number} of {len(splits)}" if of_many else name
            yield Task(said, its, photos, split, place, workers)


def _about(ranks: Ranks) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("torch", "torchvision", "timm"))
    processes = f"{ranks.world} processes on " if ranks.world > 1 else ""
    return f"{processes}{hardware(ranks.device)}; {versions}"
