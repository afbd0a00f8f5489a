"""Training on photos from disk, beside an ordinary loop over torchvision's ImageFolder.

python -m benchmarks.own_training
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

from benchmarks.photos import smooth_jpeg
from benchmarks.sweep import Row, machine
from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.models.devices import choose_device
from mixup_demo.training.own.loaders import Batch, Images, Steps, augmentation, loader
from mixup_demo.training.own.network import architecture, build_network
from mixup_demo.training.own.options import workers_of
from mixup_demo.training.own.parts import timed
from mixup_demo.training.own.photos import read_photos
from mixup_demo.training.own.ranks import Ranks
from mixup_demo.training.own.recipe import RANDOM, OwnRecipe
from mixup_demo.training.own.split import holdout
from mixup_demo.training.own.task import Task
from mixup_demo.training.own.training import train

CLASSES = 2


def write_photos(folder: Path, count: int) -> Path:
    """Write JPEGs of 1280 × 800 pixels, half of them in each class."""
    for number in range(count):
        file = folder / f"class-{number % CLASSES}" / f"{number}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(smooth_jpeg(number))
    return folder


def ordinary_loader(folder: Path, recipe: OwnRecipe, workers: int) -> DataLoader[Batch]:
    """Return batches as torchvision's own examples make them."""
    steps = [
        v2.RandomResizedCrop(recipe.size, scale=(0.25, 1), antialias=True),
        v2.RandomHorizontalFlip(),
        v2.PILToTensor(),
    ]
    images = ImageFolder(str(folder), v2.Compose(steps))
    return DataLoader(images, recipe.batch_size, True, num_workers=workers, drop_last=True)


def speed(batches: Iterable[Batch]) -> float:
    """Return images a second of loading alone, the first batch, which starts workers, left out."""
    rest = iter(batches)
    next(rest)
    started, images = time.perf_counter(), 0
    for some, _ in rest:
        images += len(some)
    return images / (time.perf_counter() - started)


def ordinary_training(
    batches: DataLoader[Batch], recipe: OwnRecipe, device: torch.device
) -> tuple[float, float]:
    """Train an epoch by a loop as one writes it, in fp32; return images/s and share of waiting."""
    network = build_network(recipe, CLASSES)[0].to(device).train()
    optimiser = torch.optim.SGD(network.parameters(), recipe.learning_rate, recipe.momentum)
    started, waited, images = time.perf_counter(), 0.0, 0
    for (some, labels), waiting in timed(iter(batches)):
        loss = F.cross_entropy(network(some.to(device).float() / 255), labels.to(device))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        waited, images = waited + waiting, images + len(labels)
    took = time.perf_counter() - started
    return images / took, waited / took


def rows(folder: Path, recipe: OwnRecipe, workers: int, device: torch.device) -> Iterator[Row]:
    """Yield speeds of loading and of training, both ways, from the same files."""
    photos = read_photos(write_photos(folder / "photos", recipe.batch_size * 5))
    split, cut = holdout(photos, 0.2, 0), architecture(recipe.architecture).cut
    images = Images(photos.files, photos.labels, recipe.size, cut, augmentation(recipe), 0)
    steps = Steps(split.train, recipe, 0, 0, 1)
    ours = speed(loader(images, steps, workers, device.type == "cuda"))
    theirs = speed(ordinary_loader(folder / "photos", recipe, workers))
    yield Row("loading alone, ours", ours, "images/s")
    yield Row("loading alone, ImageFolder", theirs, "images/s")
    yield Row("ratio", ours / theirs, "times", "≥1")
    task = Task("ours", recipe, photos, split, folder / "run", workers)
    entry = train(task, Ranks(0, 1, device)).log[-1]
    plain, waiting = ordinary_training(
        ordinary_loader(folder / "photos", recipe, workers), recipe, device
    )
    yield Row("training, ours, mixup", entry["images_per_second"], "images/s")
    yield Row("training, ordinary loop, ERM", plain, "images/s")
    yield Row("ratio", entry["images_per_second"] / plain, "times", "≥1")
    yield Row("share of waiting, ours", 100 * entry["waiting"], "%", "≤10")
    yield Row("share of waiting, ordinary loop", 100 * waiting, "%")


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--backbone", default="resnet18", help="a network of timm, random weights")
    parser.add_argument("--size", type=int, default=224, help="pixels a side")
    parser.add_argument("--batch-size", type=int, default=32, help="images a step")
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    device, workers = choose_device(options.device), workers_of(None, 1)
    mixup = MixupArguments(label_smoothing=0.0, num_classes=CLASSES)
    network, size, batch = options.backbone, options.size, options.batch_size
    recipe = OwnRecipe(network, RANDOM, size, mixup, epochs=2, batch_size=batch)
    print(f"{machine()}, {workers} workers")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder), recipe, workers, device):
            print(row, flush=True)


if __name__ == "__main__":
    main()
