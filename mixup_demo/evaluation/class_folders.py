"""Images in class folders, labelled and cut as a given pair of models wants them."""

from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
import torch

from mixup_demo.images.preparing import to_input
from mixup_demo.models.pretrained import classes as imagenet
from mixup_demo.models.spec import ClassList, Comparison, listed
from mixup_demo.training.data import Dataset, load_dataset, read_photo
from mixup_demo.training.folders import Row, held_out_parts, rows_of_folder


def read_folders(
    folder: Path, pair: Comparison, limit: int, only: Collection[Path] = (), seed: int = 0
) -> Dataset:
    """Return test images (N, 3, H, W) of a pair's classes and size; there are no training images.

    Args:
        folder: of ``CLASS/**`` images, CLASS a name, a synonym or, of ImageNet, a WordNet number;
            of such folders in parts, of which the one held out counts (``test``, ``val``); or of
            sheets as `load_dataset` takes them.
        pair: whose classes, input size and rule count.
        limit: images at most, drawn evenly over all of them.
        only: the images that count, of those that `labelled` gives; without any, all do.
        seed: of the draw.

    Raises:
        FileNotFoundError: there are no images, or a folder's name is no class.
        ValueError: a file cannot be read as an image.
    """
    if is_of_sheets(folder):
        whole = load_dataset(folder)
        labels = whole.test_labels.numpy()
        chosen = np.sort(np.random.default_rng(seed).permutation(len(labels))[:limit])
        return _dataset(folder, whole.classes, whole.test_images.numpy()[chosen], labels[chosen])
    files = [row for row in labelled(folder, pair.classes) if not only or row[0] in only]
    chosen = np.sort(np.random.default_rng(seed).permutation(len(files))[:limit])
    if len({files[k][1] for k in chosen}) < 2:
        raise FileNotFoundError(
            f"All {len(chosen):,} images of {folder} that count are of one class, but a pair is "
            "measured between two. Read more with --images, or name another folder with --data."
        )
    cut = pair.first.preprocessing
    images = [
        to_input(read_photo(files[k][0]), pair.input_size, cut.crop, cut.interpolation)
        for k in chosen
    ]
    pixels = np.rint(np.stack(images) * 255).astype(np.uint8)
    return _dataset(folder, pair.classes.names, pixels, np.array([files[k][1] for k in chosen]))


def is_of_sheets(folder: Path) -> bool:
    """Return whether a folder holds sheets of images, as the bundled data does."""
    return any(folder.glob("test/*.webp"))


def labelled(folder: Path, classes: ClassList) -> list[tuple[Path, int]]:
    """Return each image of a folder of class folders with the index of its class.

    Raises:
        FileNotFoundError: as `read_folders`.
    """
    known = _labels(classes)
    rows = _rows(folder, known)
    names = {name for _, name, _ in rows}
    if len(names) < 2:
        raise FileNotFoundError(
            f"{folder} must hold a folder of images for each of at least two classes, but holds "
            f"{len(names)}. Name such a folder with --data."
        )
    strange = next((name for _, name, _ in rows if name.casefold() not in known), None)
    if strange is not None:
        raise FileNotFoundError(
            f"The folder {strange} must be named as one of the classes {listed(classes.names)}. "
            "Rename it."
        )
    return [(file, known[name.casefold()]) for file, name, _ in rows]


def _rows(folder: Path, known: Collection[str]) -> list[Row]:
    """Return the images as a training reads them; of a folder in parts, those held out.

    Such a part may stand alone here, without anything to learn from.
    """
    if not folder.is_dir():
        return []
    rows = list(rows_of_folder(folder))
    parts = (part for part in held_out_parts(folder) if part.name.casefold() not in known)
    alone = next(parts, None)
    held_out = [row for row in rows if row[2]]
    return held_out or (list(rows_of_folder(alone)) if alone else []) or rows


def _labels(classes: ClassList) -> Mapping[str, int]:
    """Return the index of each class by all that it goes by, the names last, so that they count."""
    synsets = imagenet.synsets() if classes.id == imagenet.IMAGENET else ()
    others = enumerate(classes.synonyms)
    found = {word.casefold(): label for label, words in others for word in words}
    found |= {number: label for label, number in enumerate(synsets)}
    return found | {name.casefold(): label for label, name in enumerate(classes.names)}


def _dataset(
    folder: Path, classes: tuple[str, ...], images: np.ndarray, labels: np.ndarray
) -> Dataset:
    pixels, numbers = torch.from_numpy(images), torch.from_numpy(labels.astype(np.int64))
    return Dataset(folder.name, classes, pixels[:0], numbers[:0], pixels, numbers)
