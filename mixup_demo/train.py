"""Train one recipe: ``python -m mixup_demo.train --recipe cifar10-mixup``."""

import argparse
from pathlib import Path

import torch

from mixup_demo.training.cards import percent
from mixup_demo.training.data import load_dataset
from mixup_demo.training.export import export
from mixup_demo.training.loop import train
from mixup_demo.training.recipes import RECIPES, find_recipe
from mixup_demo.zoo import MODELS


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.train", description=__doc__)
    names = ", ".join(RECIPES)
    parser.add_argument("--recipe", required=True, help=f"{names}, or a JSON file of a recipe")
    parser.add_argument(
        "--data",
        type=Path,
        help="a folder of class folders of images, or of sheets; without it CIFAR-10 is downloaded",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="checkpoints and logs")
    parser.add_argument("--models", type=Path, default=MODELS, help="where the weights go")
    return parser


def main(argv: list[str] | None = None) -> None:
    """Train, or go on with, the recipe; then export weights, manifest entry and card."""
    options = arguments().parse_args(argv)
    try:
        recipe, data = find_recipe(options.recipe), load_dataset(options.data)
    except (ValueError, FileNotFoundError) as error:
        raise SystemExit(str(error)) from error
    automatic = "cuda" if torch.cuda.is_available() else "cpu"
    device = torch.device(automatic if options.device == "auto" else options.device)
    try:
        run = train(recipe, data, options.runs / recipe.name, device)
    except ValueError as error:
        raise SystemExit(str(error)) from error
    weights = export(recipe, data, run, device, options.models)
    print(
        f"{weights}: test error {percent(run.log[-1]['test_error'])} after {recipe.epochs} epochs"
    )


if __name__ == "__main__":
    main()
