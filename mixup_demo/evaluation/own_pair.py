"""A user's own pair measured on a user's own images, into files that the page reads."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from mixup_demo.evaluation import accuracy, adversarial, calibration, population
from mixup_demo.evaluation.answers import Material, Sizes
from mixup_demo.evaluation.class_folders import read_folders
from mixup_demo.evaluation.report import Findings, record
from mixup_demo.models.catalogue import Pair, page_zoo
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.results import FOLDER, PAIRS

EVALUATIONS: dict[str, Callable[[Material], Findings]] = {
    "accuracy": accuracy.evaluate,
    "calibration": calibration.evaluate,
    "adversarial": adversarial.evaluate,
    "population": population.evaluate,
}

#: how much is looked at: of large networks, less than of the bundled ones
SIZES = Sizes(attacked=200, pairs=100, thickness=50, planes=30, resolution=24)
#: images that are read
IMAGES = 2000
#: of each model's digest, in the name of a pair's folder
DIGITS = 8


def pair_of(sources: Sequence[str], models: Path) -> Comparison:
    """Return a user's pair.

    Args:
        sources: LEFT and RIGHT, as the page takes them.
        models: folder of the bundled models.

    Raises:
        InputError: the two cannot be compared.
        WeightsError: the bundled models are not there.
    """
    zoo = page_zoo([Pair(sources)], models)
    return zoo.comparison(zoo.default)


def material(
    pair: Comparison, data: Path, device: torch.device, sizes: Sizes | None, images: int
) -> Material:
    """Return a pair with its images; the left model has the role "erm", the right one "mixup".

    Raises:
        FileNotFoundError: as `read_folders`.
    """
    read = read_folders(data, pair, images)
    left, right = (model.name for model in pair.models.values())
    zoo = Zoo(None, pair.models.values())
    roles = {"erm": left, "mixup": right}
    return Material(read, zoo, device, sizes or SIZES, pair=roles)


def content(name: str, found: Material, sources: Sequence[str]) -> dict[str, Any]:
    """Return one file's content: as the bundled pair's, with both names and no folder's place."""
    left, right = (Path(source).name if Path(source).is_dir() else source for source in sources)
    command = f"python -m mixup_demo.evaluate --pair {left} {right} --data {found.data.name}"
    written = record(name, EVALUATIONS[name](found), found, command)
    return {**written, "pair": list(found.pair.values())}


def folder(pair: Comparison, models: Path) -> Path:
    """Return where the files of a pair go: of these weights, as every training has like names."""
    digests = (model.digest[:DIGITS] for model in pair.models.values())
    return models / FOLDER / PAIRS / re.sub(r"[^\w.-]+", "--", ":".join((pair.name, *digests)))
