"""Train one recipe, ``python -m mixup_demo.train --recipe cifar10-mixup``, or many.

``--all`` takes the page's recipes in order of priority, ``--studies`` those of all studies.
Both resume where a run was stopped, leave out what is finished, and print one line a run. One that
diverges keeps none of the others from being trained. Several processes may run them at once, best
with ``--threads 1`` each: none takes a recipe that another is training. A finished recipe that is
trained again by its name leaves the bundled weights as they are. ``--data FOLDER`` without a recipe
trains on one's own images, see docs/training.md.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import torch

from mixup_demo.models.devices import DEVICES, choose_device
from mixup_demo.models.manifest import (
    MANIFEST,
    MODELS,
    STUDY_FOLDER,
    WeightsError,
    read_manifest,
)
from mixup_demo.training.cards import percent
from mixup_demo.training.claiming import alone, claimed
from mixup_demo.training.data import Dataset, load_dataset
from mixup_demo.training.diverging import DivergedError
from mixup_demo.training.export import export
from mixup_demo.training.folders import left_out
from mixup_demo.training.loop import train
from mixup_demo.training.own.arguments import add_options, misplaced
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipe_file import read_recipe
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.studies import by_worth
from mixup_demo.training.subset import measured_set

#: the studies' models are apart, for they are many
STUDY_MODELS = MODELS / STUDY_FOLDER
STUDIED = by_worth()
#: beside a run's checkpoint, the weights that do not replace bundled ones of their name
APART = "models"
#: status of a command that Ctrl-C ended, as shells have it
INTERRUPTED = 130


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.train", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--recipe", metavar="NAME", help="of models/manifest.json or a study, or a JSON file"
    )
    what.add_argument("--all", action="store_true", help="every recipe without finished weights")
    what.add_argument("--studies", action="store_true", help="the same of the studies")
    parser.add_argument(
        "--data",
        type=Path,
        help="a folder of class folders of images, or of sheets; without it CIFAR-10 is downloaded",
    )
    parser.add_argument("--device", choices=DEVICES, default="auto")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="checkpoints and logs")
    parser.add_argument("--threads", type=int, help="CPU threads, all without it")
    parser.add_argument("--only", default="", help="of many: those whose name holds this text")
    parser.add_argument("--models", type=Path, help="where the weights go: models, models/studies")
    add_options(parser)
    return parser


def main(argv: list[str] | None = None) -> None:
    """Train, or go on with, what is asked for; then export weights, manifest entry and card.

    Raises:
        SystemExit: options, recipe, data or a manifest break a rule; the message says the remedy.
    """
    parser = arguments()
    options = parser.parse_args(argv)
    recipes = options.all or options.studies or options.recipe
    if not recipes and not options.data:
        parser.error("one of the arguments --recipe --all --studies --data is required")
    if options.threads is not None and options.threads < 1:
        parser.error(f"--threads must be at least 1, but is {options.threads}; all without it")
    if fault := misplaced(parser, options):
        parser.error(fault)
    try:
        device = choose_device(options.device)
        if options.threads is not None:
            torch.set_num_threads(options.threads)
        if not recipes:
            from mixup_demo.training.own import command  # timm and torchvision take their time

            command.run(options, device, sys.argv[1:] if argv is None else argv)
        elif options.all or options.studies:
            options.models = options.models or (STUDY_MODELS if options.studies else MODELS)
            train_missing(STUDIED if options.studies else RECIPES, options, device)
        else:
            train_one(find_recipe(options.recipe), options, device)
    except (OSError, ValueError, WeightsError) as error:
        raise SystemExit(str(error)) from error
    except KeyboardInterrupt:
        print("\nStopped: the training goes on when the command is given again.", file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None


def find_recipe(name_or_file: str) -> Recipe:
    """Return the named recipe, or the one in a JSON file with the fields of `Recipe`.

    Raises:
        ValueError: there is no such recipe, or the file is none.
    """
    known = RECIPES | STUDIED
    if name_or_file in known:
        return known[name_or_file]
    path = Path(name_or_file)
    if not path.is_file():
        names = ", ".join(RECIPES)
        raise ValueError(f"No recipe is named {name_or_file!r}: use {names}, or a JSON file.")
    return read_recipe(path)


def train_one(recipe: Recipe, options: argparse.Namespace, device: torch.device) -> None:
    """Train a recipe; bundled weights of its name stay as they are, and both test errors are said.

    Only a recipe of this program's, whose bundled weights are those of an older one, replaces them.
    """
    bundled, run = STUDY_MODELS if recipe.name in STUDIED else MODELS, options.runs / recipe.name
    manifest = read_manifest(bundled) if (bundled / MANIFEST).exists() else {}
    ours = recipe == (RECIPES | STUDIED).get(recipe.name)
    replaces = ours and bool(missing({recipe.name: recipe}, bundled))
    apart = not options.models and recipe.name in manifest and not replaces
    models = options.models or (run / APART if apart else bundled)
    with alone(run):
        train_and_export(recipe, _data(options.data), run, models, device)
    if apart:
        error = percent(manifest[recipe.name]["test_error"])
        print(f"{bundled / recipe.name}, which stays as it is: test error {error}", flush=True)


def train_missing(
    recipes: Mapping[str, Recipe], options: argparse.Namespace, device: torch.device
) -> None:
    """Train all recipes without finished weights that no other process is at, in their order.

    Raises:
        ValueError: `--only` matches none of them.
        DivergedError: some diverged, of which each was said when it did; all others are trained.
    """
    if not any(options.only in name for name in recipes):
        raise ValueError(f"--only {options.only}: no recipe's name holds this.")
    wanted = [recipe for recipe in missing(recipes, options.models) if options.only in recipe.name]
    if not wanted:
        print("Every recipe has finished weights.")
    data, lost = None, []
    for recipe in wanted:
        with claimed(options.runs / recipe.name) as ours:
            if not ours or recipe not in missing(recipes, options.models):
                continue
            data = data or _data(options.data)
            try:
                train_and_export(recipe, data, options.runs / recipe.name, options.models, device)
            except DivergedError as error:
                print(error, file=sys.stderr, flush=True)
                lost.append(recipe.name)
    if lost:
        raise DivergedError(
            f"Every training's loss must stay a finite number, but {len(lost)} diverged: "
            f"{', '.join(lost)}. What to change is said of each above."
        )


def _data(source: Path | None) -> Dataset:
    """Return the data, see `load_dataset`, after saying what of it is not read."""
    if source is not None and (said := left_out(source)):
        print(said, flush=True)
    return load_dataset(source)


def missing(recipes: Mapping[str, Recipe], models: Path) -> list[Recipe]:
    """Return the recipes that `models` holds no finished weights of, in their order."""
    finished = read_manifest(models) if (models / MANIFEST).exists() else {}
    return [
        recipe
        for name, recipe in recipes.items()
        if name not in finished or Recipe(**finished[name]["recipe"]) != recipe
    ]


def train_and_export(
    recipe: Recipe, data: Dataset, folder: Path, models: Path, device: torch.device
) -> None:
    """Train one recipe, leave its results in `models`, and say so in one line."""
    run = train(recipe, data, folder, device)
    weights = export(recipe, data, run, device, models)
    error = percent(run.log[-1]["test_error"])
    tested = f"on {len(measured_set(recipe, data)[1]):,} images"
    print(f"{weights}: test error {error} {tested} after {recipe.epochs} epochs", flush=True)


if __name__ == "__main__":
    main()
