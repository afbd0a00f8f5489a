"""Options for one's own images, checked into a recipe."""

import argparse
import math
import os
from pathlib import Path

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.training.own.arguments import BATCH, FINE, SCRATCH
from mixup_demo.training.own.network import architecture, check_size
from mixup_demo.training.own.photos import Photos
from mixup_demo.training.own.recipe import HUB, RANDOM, OwnRecipe

#: processes that decode, where there are as many cores
WORKERS = 8


def recipe_of(options: argparse.Namespace, photos: Photos, fewest: int, world: int) -> OwnRecipe:
    """Return what the options ask for.

    Args:
        options: of `arguments.add_options`, after `check_numbers`.
        photos: what is learned from.
        fewest: training images of the smallest split.
        world: processes that train together.

    Raises:
        ValueError: an option breaks its rule; the message says the rule, the value, the remedy.
    """
    name = options.backbone or options.architecture
    size = architecture(name).size if options.size is None else options.size
    check_size(name, size)
    _check_classes(options.num_classes, photos)
    mixup = MixupArguments(
        options.mixup,
        options.cutmix,
        tuple(options.cutmix_minmax) if options.cutmix_minmax else None,
        options.mixup_prob,
        options.switch_prob,
        options.mixup_mode,
        label_smoothing=options.smoothing,
        num_classes=len(photos.classes),
    )
    _check_mixing(mixup, options.pair, world)
    return OwnRecipe(
        architecture=name,
        weights=_weights(options),
        size=size,
        mixup=mixup,
        label_noise=options.label_noise,
        augmentation=options.augment,
        epochs=options.epochs,
        batch_size=_batch_size(options.batch_size, fewest, world),
        learning_rate=options.learning_rate or (FINE if options.backbone else SCRATCH),
        weight_decay=options.weight_decay,
        seed=options.seed,
    )


def _weights(options: argparse.Namespace) -> str:
    if options.backbone is None:
        return RANDOM
    given: str = options.backbone_weights
    if given not in (HUB, RANDOM) and not Path(given).is_file():
        raise ValueError(
            f"--backbone-weights must be {HUB}, {RANDOM} or a file, but {given} is none. Leave it "
            "out to fetch timm's."
        )
    return given


def check_numbers(options: argparse.Namespace) -> None:
    """Refuse numbers that no data would make sense of.

    Raises:
        ValueError: with the rule, the value and the remedy.
    """
    shares = ("mixup_prob", "switch_prob", "smoothing", "label_noise")
    rules = [(name, 0.0, 1.0) for name in shares]
    rules += [("mixup", 0.0, math.inf), ("cutmix", 0.0, math.inf), ("epochs", 1, math.inf)]
    rules += [("seed", 0, 2**31 - 1), ("weight_decay", 0.0, math.inf)]
    rules += [("learning_rate", 1e-12, math.inf), ("workers", 0, math.inf)]
    for name, low, high in rules:
        value = getattr(options, name)
        if value is not None and not (low <= value <= high and math.isfinite(value)):
            end = "" if high == math.inf else f" and at most {high:g}"
            raise ValueError(
                f"--{name.replace('_', '-')} must be at least {low:g}{end}, but is {value:g}. "
                "Choose such a number."
            )
    low, high = options.cutmix_minmax or (0.2, 0.8)
    if not 0 <= low < high <= 1:
        raise ValueError(
            f"--cutmix-minmax must be two shares, the lower one first, but is {low:g} {high:g}. "
            "Take for example 0.2 0.8."
        )


def _check_mixing(mixup: MixupArguments, pair: bool, world: int) -> None:
    if pair and not mixup.active:
        raise ValueError(
            "--pair trains ERM beside mixup, so one α must be above 0, but --mixup and --cutmix "
            "are 0. Take for example --mixup 1."
        )
    if pair and not mixup.prob:
        raise ValueError(
            "--pair trains ERM beside mixup, so batches must be mixed, but --mixup-prob is 0. "
            "Leave it out."
        )
    if world > 1 and mixup.active and mixup.mode != "batch":
        raise ValueError(
            f"Several processes mix alike in --mixup-mode batch only, but it is {mixup.mode}. "
            "Leave it out, or train in one process."
        )


def _check_classes(count: int | None, photos: Photos) -> None:
    if count not in (None, len(photos.classes)):
        raise ValueError(
            f"--num-classes must be the number of classes in {photos.name}, "
            f"{len(photos.classes)}, but is {count}. Leave it out."
        )


def _batch_size(asked: int | None, fewest: int, world: int) -> int:
    """Return images a step: even, for timm mixes pairs, and as many for each process."""
    unit = 2 * world
    size = min(BATCH, fewest) // unit * unit if asked is None else asked
    shared = f" for each of {world} processes" if world > 1 else ""
    if size < 2 or size % unit:
        raise ValueError(
            f"A batch must hold pairs of images{shared}, that is a multiple of {unit}, but "
            f"--batch-size is {size}. Take {max(size // unit, 1) * unit}."
        )
    if size > fewest:
        raise ValueError(
            f"A batch of {size} needs as many training images, but there are {fewest}. Take "
            f"--batch-size {fewest // unit * unit}, or add images."
        )
    return size


def workers_of(asked: int | None, world: int) -> int:
    """Return how many processes decode for each one that trains."""
    return min(WORKERS, max((os.cpu_count() or 1) // world, 1)) if asked is None else asked
