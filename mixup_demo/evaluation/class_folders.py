"""Images in class folders, labelled and cut as a given pair of models wants them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch

from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import is_image, read_image
from mixup_demo.models.pretrained import classes as imagenet
from mixup_demo.models.spec import ClassList, Comparison, listed
from mixup_demo.training.data import Dataset, load_dataset


def read_folders(folder: Path, pair: Comparison, limit: int, seed: int = 0) -> Dataset:
    """Return test images (N, 3, H, W) of a pair's classes and size; there are no training images.

    Args:
        folder: of ``CLASS/*`` images, CLASS a name, a synonym or, of ImageNet, a WordNet number;
            or of sheets as `load_dataset` takes them.
        pair: whose classes, input size and rule count.
        limit: images at most, drawn evenly over all of them.
        seed: of the draw.

    Raises:
        FileNotFoundError: there are no images, or a folder's name is no class.
    """
    if any(folder.glob("test/*.webp")):
        whole = load_dataset(folder)
        labels = whole.test_labels.numpy()
        chosen = np.sort(np.random.default_rng(seed).permutation(len(labels))[:limit])
        return _dataset(folder, whole.classes, whole.test_images.numpy()[chosen], labels[chosen])
    files = list(_labelled(folder, pair.classes))
    chosen = np.sort(np.random.default_rng(seed).permutation(len(files))[:limit])
    cut = pair.first.preprocessing
    images = [
        to_input(read_image(files[k][0]), pair.input_size, cut.crop, cut.interpolation)
        for k in chosen
    ]
    pixels = np.rint(np.stack(images) * 255).astype(np.uint8)
    return _dataset(folder, pair.classes.names, pixels, np.array([files[k][1] for k in chosen]))


def _labelled(folder: Path, classes: ClassList) -> Iterator[tuple[Path, int]]:
    """Yield each image and the index of its class.

    Raises:
        FileNotFoundError: as `read_folders`.
    """
    known = _labels(classes)
    inner = folder / "test" if (folder / "test").is_dir() else folder
    folders = sorted(path for path in inner.iterdir() if path.is_dir()) if inner.is_dir() else []
    files = [(file, part.name) for part in folders for file in sorted(part.iterdir())]
    images = [(file, name) for file, name in files if is_image(file)]
    if len({name for _, name in images}) < 2:
        raise FileNotFoundError(
            f"{folder} must hold a folder of images for each of at least two classes, but holds "
            f"{len({name for _, name in images})}. Name such a folder with --data."
        )
    for file, name in images:
        if name.casefold() not in known:
            raise FileNotFoundError(
                f"The folder {name} must be named as one of the classes {listed(classes.names)}. "
                "Rename it."
            )
        yield file, known[name.casefold()]


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
