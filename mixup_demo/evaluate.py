"""Measure the trained models: ``python -m mixup_demo.evaluate``, or ``--only NAME ...``.

Each name is one file of results, ``models/results/NAME.json``, which holds the command, data,
hardware, versions and weights behind its numbers. Given again with nothing changed, the command
finds the same but for rounding, and leaves a file as it is where no digit differs. Models without
weights are left out where an evaluation has others, unless there is a file that has them; it takes
about an hour on two cores.
"studies" reads what trainings left, and "tabular" trains on scikit-learn's own tables, minutes
of one core: they need neither images nor weights.

``--pair LEFT RIGHT --data FOLDER`` measures two models of one's own on a folder of class folders:
accuracy, calibration, attacks, and the measures of many lines and planes, which the page then shows
as this pair's. Of images that they were trained on here, those that were held out count.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from mixup_demo.evaluation import (
    adversarial,
    agreement,
    between,
    calibration,
    confidence_seeds,
    corrupted,
    corruptions,
    equal_calibration,
    generalisation,
    jacobian,
    out_of_distribution,
    own_pair,
    pgd,
    pgd_transfer,
    population,
    smoothness_seeds,
    studies,
    tabular,
    temperatures,
)
from mixup_demo.evaluation.answers import Material, Sizes
from mixup_demo.evaluation.report import Findings, record, write
from mixup_demo.evidence.population_file import SEEDS
from mixup_demo.models.devices import DEVICES, choose_device
from mixup_demo.models.manifest import MODELS, WeightsError
from mixup_demo.models.zoo import Zoo
from mixup_demo.results import FOLDER
from mixup_demo.training.data import load_dataset

EVALUATIONS: dict[str, Callable[[Material], Findings]] = {
    "generalisation": generalisation.evaluate,
    "corrupted": corrupted.evaluate,
    "adversarial": adversarial.evaluate,
    "calibration": calibration.evaluate,
    "temperatures": temperatures.evaluate,
    "out_of_distribution": out_of_distribution.evaluate,
    "between": between.evaluate,
    "population": population.evaluate,
    "pgd": pgd.evaluate,
    "pgd_transfer": pgd_transfer.evaluate,
    "equal_calibration": equal_calibration.evaluate,
    "corruptions": corruptions.evaluate,
    "jacobian": jacobian.evaluate,
    SEEDS: agreement.evaluate,
    smoothness_seeds.NAME: smoothness_seeds.evaluate,
    confidence_seeds.NAME: confidence_seeds.evaluate,
}

#: folder of the models and sizes -> content of a file that needs no images
READINGS: dict[str, Callable[[Path, Sizes], dict[str, Any]]] = {
    studies.NAME: lambda models, sizes: studies.evaluate(models),
    tabular.NAME: tabular.evaluate,
}


class Count(NamedTuple):
    """An option that says how much is looked at of a pair of one's own.

    Attributes:
        name: of the option.
        said: what it counts.
        usual: how many without it.
        least: how many at least.
    """

    name: str
    said: str
    usual: int
    least: int = 1


COUNTS = (
    Count("images", "images that are read", own_pair.IMAGES, least=2),  # of two classes
    Count("pairs", "lines between two images", own_pair.SIZES.pairs),
    Count("planes", "planes through three images", own_pair.SIZES.planes, least=0),
    Count("attacked", "images that are attacked", own_pair.SIZES.attacked),
)


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.evaluate", description=__doc__)
    names = [*EVALUATIONS, *READINGS]
    parser.add_argument(
        "--only",
        nargs="+",
        choices=names,
        metavar="NAME",
        help=f"all without it: {', '.join(names)}",
    )
    parser.add_argument(
        "--data",
        type=Path,
        help="the data that the models were trained on; without it CIFAR-10 is downloaded",
    )
    parser.add_argument("--models", type=Path, default=MODELS, help="weights and results")
    parser.add_argument("--device", choices=DEVICES, default="auto")
    own = parser.add_argument_group("two models of one's own")
    own.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="as for python app.py")
    for count in COUNTS:
        said = f"{count.said}, {count.usual:,} without it"
        own.add_argument(f"--{count.name}", type=int, help=said)
    return parser


def main(argv: list[str] | None = None, sizes: Sizes | None = None) -> None:
    """Evaluate what is asked for, and say one line a file.

    Args:
        argv: the command's arguments; None for the process's own.
        sizes: how much is looked at; tests look at less.

    Raises:
        SystemExit: weights or data are missing; the message says which, and the remedy.
    """
    parser = arguments()
    options = parser.parse_args(argv)
    if fault := _fault(options):
        parser.error(fault)
    if options.pair:
        _measure_own(options, sizes)
        return
    material = cache(partial(_material, options, sizes))

    def compute(name: str) -> dict[str, Any]:
        if name in READINGS:
            return READINGS[name](options.models, sizes or Sizes())
        return record(name, EVALUATIONS[name](material()), material())

    names = options.only or [*EVALUATIONS, *READINGS]
    failed = [message for name in names if (message := run(name, compute, options.models))]
    if failed:
        raise SystemExit("\n".join(failed))


def _fault(options: argparse.Namespace) -> str:
    """Return which rule the options break, "" for none: the pair of one's own has its own."""
    given = [count for count in COUNTS if getattr(options, count.name) is not None]
    if given and not options.pair:
        return f"--{given[0].name} is for --pair; the bundled models' sizes are fixed: leave it out"
    if options.only and options.pair:
        return f"--only {options.only[0]} is for the bundled models: leave out --only or --pair"
    for count in given:
        if (value := getattr(options, count.name)) < count.least:
            return (
                f"--{count.name} must be at least {count.least}, but is {value}; "
                f"{count.usual:,} without it"
            )
    return ""


def _measure_own(options: argparse.Namespace, sizes: Sizes | None) -> None:
    """Measure a user's own pair.

    Raises:
        SystemExit: as `main`.
    """
    if options.data is None:
        raise SystemExit("error: --pair needs images: name a folder of class folders with --data.")
    counts: dict[str, Any] = {
        count.name: count.usual if (given := getattr(options, count.name)) is None else given
        for count in COUNTS
    }
    images = counts.pop("images")
    try:
        pair = own_pair.pair_of(options.pair, options.models)
        apart = own_pair.held_out(pair, options.pair, options.data)
        if said := own_pair.in_words(apart, options.data):
            print(said, flush=True)
        found = own_pair.material(
            pair,
            options.data,
            choose_device(options.device),
            sizes or replace(own_pair.SIZES, **counts),
            images,
            apart or (),
        )
        for name in own_pair.EVALUATIONS:
            content = own_pair.content(name, found, options.pair, apart)
            path, written = write(own_pair.folder(pair, options.models), content)
            print(
                f"{path}: n = {content['n']:,}, {'written' if written else 'unchanged'}", flush=True
            )
    except (OSError, ValueError, WeightsError) as error:
        raise SystemExit(f"error: {error}") from error


def _material(options: argparse.Namespace, sizes: Sizes | None) -> Material:
    """Return models and data.

    Raises:
        SystemExit: as `main`.
    """
    try:
        device = choose_device(options.device)
        models = Zoo(options.models)
        _ = models.manifest  # before minutes of reading images
        return Material(load_dataset(options.data), models, device, sizes)
    except (OSError, ValueError, WeightsError) as error:
        raise SystemExit(str(error)) from error


def run(name: str, compute: Callable[[str], dict[str, Any]], models: Path) -> str | None:
    """Compute, write and report one file; return what went wrong, so that others can go on."""
    try:
        content = compute(name)
        path, written = write(models / FOLDER, content)
    except (ValueError, WeightsError) as error:
        return f"{name}: {error}"
    state = "written" if written else "unchanged"
    print(f"{path}: {len(content['models'])} models, n = {content['n']:,}, {state}", flush=True)
    return None


if __name__ == "__main__":
    main()
