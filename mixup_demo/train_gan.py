"""Train the bundled GANs: ``python -m mixup_demo.train_gan``, or ``--only ring --seeds 0 1``.

Each run is one data set, one loss and one seed, with all α side by side; it leaves
``models/gan/DATASET-LOSS-seedN.npz``. Runs go loss by loss and seed by seed, those that are
finished are left out, and one that was stopped resumes. After each run
``models/results/gan.json`` is written from all finished runs of the same recipe, however many they
are. With other ``--iterations`` than the bundled runs' all of this goes to
``runs/gan/N-iterations`` instead, the results to ``results/gan_N.json`` in there. A run takes about
ten minutes of one CPU core.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from importlib.metadata import version
from itertools import product
from pathlib import Path

import torch

from mixup_demo.evaluation.gan import FOLDER, evaluate
from mixup_demo.evaluation.report import write
from mixup_demo.gan.checkpoints import train
from mixup_demo.gan.files import KEPT, file_name, load, pack, save
from mixup_demo.gan.recipe import ALPHAS, LOSSES, Recipe, recorded
from mixup_demo.gan.targets import TARGETS
from mixup_demo.gan.training import Training
from mixup_demo.models.devices import fast_dtype
from mixup_demo.models.manifest import MODELS
from mixup_demo.results import FOLDER as RESULTS
from mixup_demo.training.export import hardware

CPU = torch.device("cpu")
#: of every bundled run; data set, loss and seed are filled in. 4,000 iterations are 20,000
#: discriminator steps: a fifth of the paper's 20,000 iterations, for want of time
BUNDLED = Recipe("ring", ALPHAS, seed=0, iterations=4000)
SEEDS = (0, 1, 2, 3, 4)


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.train_gan", description=__doc__)
    names = list(TARGETS)
    parser.add_argument(
        "--only", nargs="+", choices=names, default=names, metavar="DATASET", help=", ".join(names)
    )
    parser.add_argument(
        "--losses",
        nargs="+",
        choices=LOSSES,
        default=LOSSES,
        metavar="LOSS",
        help=", ".join(LOSSES),
    )
    parser.add_argument("--seeds", nargs="+", type=int, default=SEEDS, metavar="SEED")
    parser.add_argument("--iterations", type=int, default=BUNDLED.iterations)
    parser.add_argument("--runs", type=Path, default=Path("runs") / FOLDER, help="checkpoints")
    parser.add_argument("--models", type=Path, help="where the runs go: models")
    return parser


def main(argv: list[str] | None = None, recipe: Recipe = BUNDLED) -> None:
    """Train what is missing, seed by seed, and say one line a run.

    Args:
        argv: the command's arguments; None for the process's own.
        recipe: what all runs share; tests train a smaller one.

    Raises:
        SystemExit: a number is too small, or a checkpoint or a finished run cannot be read; the
            message says which, and the remedy.
    """
    parser = arguments()
    options = parser.parse_args(argv)
    if options.iterations < 1:
        parser.error(
            f"--iterations must be at least 1, but is {options.iterations}; "
            f"{BUNDLED.iterations:,} without it"
        )
    if (least := min(options.seeds)) < 0:
        parser.error(f"--seeds must be at least 0, but one is {least}: take for example 0 1")
    models, runs, named = options.models or MODELS, options.runs, list[str]()
    if options.iterations != recipe.iterations:  # beside the bundled ones, which stay as they are
        runs /= f"{options.iterations}-iterations"
        models = options.models or runs
        named = of_length(options.iterations, options.only)
    recipe = replace(recipe, iterations=options.iterations)
    trained = 0
    try:
        for one in queue(recipe, options.only, options.losses, options.seeds):
            path = models / FOLDER / file_name(one.dataset, one.loss, one.seed)
            if not finished(one, path):
                run(one, path, runs / path.stem)
                trained += 1
            report(models, recipe, *named)
        if not trained:
            print("Every run is finished.")
    except (OSError, ValueError) as error:
        raise SystemExit(str(error)) from error


def queue(
    recipe: Recipe, datasets: Sequence[str], losses: Sequence[str], seeds: Sequence[int]
) -> Iterator[Recipe]:
    """Yield the recipes of all runs: all data sets with one seed, then with the next."""
    for loss, seed, dataset in product(losses, seeds, datasets):
        yield replace(recipe, dataset=dataset, loss=loss, seed=seed)


def finished(recipe: Recipe, path: Path) -> bool:
    """Return whether a file holds the run of a recipe."""
    return path.exists() and load(path).about["recipe"] == recipe.as_dict()


def run(recipe: Recipe, path: Path, folder: Path) -> None:
    """Train, or go on, and write the run's file.

    Args:
        recipe: of the run.
        path: the file.
        folder: of the checkpoints.
    """
    dtype = fast_dtype(CPU)
    training = Training(recipe, dtype)
    taken, seconds = train(training, recorded(recipe.iterations), KEPT, folder)
    about = {
        "recipe": recipe.as_dict(),
        "seconds": round(seconds, 1),
        "hardware": hardware(CPU),
        "precision": "bf16" if dtype == torch.bfloat16 else "fp32",
        "versions": {name: version(name) for name in ("torch", "numpy", "scikit-learn")},
        "date": datetime.now(timezone.utc).date().isoformat(),
    }
    save(pack(taken, about), path)
    last = taken[-1]
    shares = ", ".join(
        f"α {alpha:g}: {modes} modes, {quality:.1%}"
        for alpha, modes, quality in zip(recipe.alphas, last.modes, last.quality, strict=True)
    )
    print(f"{path}: {shares}, {seconds:.0f} s", flush=True)


def of_length(iterations: int, datasets: Sequence[str]) -> list[str]:
    """Return name and arguments that another length's results file has."""
    return [f"gan_{iterations}", f"--only {' '.join(datasets)} --iterations {iterations}"]


def report(models: Path, recipe: Recipe, *named: str) -> None:
    """Write the results file from all finished runs of a recipe.

    Args:
        models: the folder of runs and results.
        recipe: what the runs share.
        named: name and arguments, where they are not the bundled runs'; see `of_length`.
    """
    write(models / RESULTS, evaluate(models / FOLDER, recipe, *named))


if __name__ == "__main__":
    # a second process, with other seeds, gains more than a second thread
    torch.set_num_threads(1)
    # Adam's means decay to denormal numbers, which take many times as long
    torch.set_flush_denormal(True)
    main()
