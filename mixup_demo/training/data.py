"""Labelled images held in memory: CIFAR-10, or any folder of class folders of images."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.texts.input_error import InputError
from mixup_demo.training.folders import Row, rows_of_folder

#: height and width of CIFAR-10's images, and of those of a folder unless another is asked for
SIZE = (32, 32)
#: images in a row of a sheet
SHEET_COLUMNS = 100
#: of a class's images, every so many-th is tested on
TENTH = 10


@dataclass(frozen=True)
class Dataset:
    """Training and test images with labels.

    Attributes:
        name: what it is called on model cards.
        classes: names, in the order of the labels.
        train_images, test_images: uint8, shape (N, 3, H, W).
        train_labels, test_labels: int64, shape (N,).
    """

    name: str
    classes: tuple[str, ...]
    train_images: Tensor
    train_labels: Tensor
    test_images: Tensor
    test_labels: Tensor


def digest(data: Dataset) -> str:
    """Return a text that differs where training images, their labels or their order differ."""
    content = hashlib.sha256(data.train_images.numpy().tobytes())
    content.update(data.train_labels.numpy().tobytes())
    return content.hexdigest()[:16]


def fingerprint(data: Dataset) -> str:
    """Return a text that differs where training or test data do."""
    tested = hashlib.sha256(data.test_images.numpy().tobytes())
    tested.update(data.test_labels.numpy().tobytes())
    return f"{digest(data)}-{tested.hexdigest()[:16]}"


def load_dataset(
    source: Path | None, downloads: Path = Path("data"), size: tuple[int, int] = SIZE
) -> Dataset:
    """Load the data that `source` points at.

    Args:
        source: None for CIFAR-10 through torchvision (downloaded once into `downloads`); a folder
            with ``train/CLASS.webp`` and ``test/CLASS.webp`` sheets of square images, 100 a row;
            or a folder of class folders, see `rows_of_folder`, of each class of which every tenth
            image is held out for testing where it does not come split.
        downloads: where torchvision keeps CIFAR-10.
        size: height and width that images of class folders are brought to.

    Raises:
        FileNotFoundError: `source` holds none of these, or CIFAR-10 cannot be downloaded.
        ValueError: a file cannot be read as an image, or a class has a single one.
    """
    if source is None:
        return _torchvision_cifar10(downloads)
    if any(source.glob("train/*.webp")):
        return _from_parts(
            source.name, *_read_sheets(source / "train"), *_read_sheets(source / "test")
        )
    learned, tested = _parted(source, list(rows_of_folder(source)))
    return _from_parts(source.name, *_read(learned, size), *_read(tested, size))


def _parted(source: Path, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the images to learn from and those to test on.

    A folder that does not come split is split here: of each class every tenth image is tested on,
    or the last one where there are fewer.

    Raises:
        FileNotFoundError: there are less than two classes.
        ValueError: a class has an image for one side only.
    """
    classes: dict[str, list[Row]] = {}
    for row in rows:
        classes.setdefault(row[1], []).append(row)
    if len(classes) < 2:
        raise FileNotFoundError(
            f"{source} holds images of {len(classes)} classes; training needs at least two "
            "folders, one a class, with images in them."
        )
    held_out = {row for row in rows if row[2]}
    for name, members in classes.items() if not held_out else ():
        if len(members) < 2:
            raise ValueError(
                "Each class needs at least 2 images, to learn from one and test on another, but "
                f"{name} of {source} has 1. Add images of it."
            )
        held_out |= set(members[TENTH - 1 :: TENTH] or members[-1:])
    return [row for row in rows if row not in held_out], [row for row in rows if row in held_out]


Part = tuple[tuple[str, ...], np.ndarray, np.ndarray]


def _from_parts(
    name: str,
    classes: tuple[str, ...],
    train_images: np.ndarray,
    train_labels: np.ndarray,
    test_classes: tuple[str, ...],
    test_images: np.ndarray,
    test_labels: np.ndarray,
) -> Dataset:
    """Turn (N, H, W, 3) arrays into a Dataset of (N, 3, H, W) tensors."""
    if classes != test_classes:
        raise FileNotFoundError(f"Training has the classes {classes}, testing {test_classes}.")

    def tensor(images: np.ndarray) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(images.transpose(0, 3, 1, 2)))

    return Dataset(
        name,
        classes,
        tensor(train_images),
        torch.from_numpy(train_labels),
        tensor(test_images),
        torch.from_numpy(test_labels),
    )


def _torchvision_cifar10(folder: Path) -> Dataset:
    from torchvision.datasets import CIFAR10

    try:
        train = CIFAR10(str(folder), train=True, download=True)
        test = CIFAR10(str(folder), train=False, download=True)
    except (OSError, RuntimeError) as error:  # the latter of what arrives damaged
        raise FileNotFoundError(
            f"CIFAR-10 could not be downloaded ({error}). Name a folder that holds it with --data."
        ) from error
    classes = tuple(train.classes)
    return _from_parts(
        "cifar10",
        *(classes, train.data, np.array(train.targets)),
        *(classes, test.data, np.array(test.targets)),
    )


def _read_sheets(folder: Path) -> Part:
    """Read CLASS.webp sheets: rows of 100 square images."""
    files = sorted(folder.glob("*.webp"))
    sheets = []
    for file in files:
        with Image.open(file) as image:
            pixels = np.asarray(image.convert("RGB"))
        side = pixels.shape[1] // SHEET_COLUMNS
        grid = pixels.reshape(-1, side, SHEET_COLUMNS, side, 3).transpose(0, 2, 1, 3, 4)
        sheets.append(grid.reshape(-1, side, side, 3))
    labels = np.repeat(np.arange(len(files)), [len(sheet) for sheet in sheets])
    return tuple(file.stem for file in files), np.concatenate(sheets), labels


def read_photo(file: Path) -> NDArray[np.uint8]:
    """Return a photo of a class folder, (H, W, 3).

    Raises:
        ValueError: it cannot be read; the message names it, the reason and the remedy.
    """
    try:
        return read_image(file)
    except InputError as error:
        raise ValueError(f"{file}: {error} Mend or convert it, or move it away.") from error


def _read(rows: Sequence[Row], size: tuple[int, int]) -> Part:
    """Read images, centre-cropped and resized, with the classes that they have."""
    classes = tuple(sorted({name for _, name, _ in rows}))
    inputs = (to_input(read_photo(file), size) for file, _, _ in rows)
    images = [np.rint(values * 255).astype(np.uint8).transpose(1, 2, 0) for values in inputs]
    return classes, np.stack(images), np.array([classes.index(name) for _, name, _ in rows])
