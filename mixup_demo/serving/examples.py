"""Answer the example pairs and triples ahead of time: ``python -m mixup_demo.serving.examples``.

The page opens with these answers and needs no model for them. They are used only where weights,
photos and classes are still those that they were computed from.
"""

import logging
from pathlib import Path

import numpy as np

from mixup_demo.images import gallery
from mixup_demo.models.manifest import MODELS
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.plane import RESOLUTIONS
from mixup_demo.serving import planes, sweeps
from mixup_demo.serving.packing import (
    SCHEMA,
    pack_plane,
    pack_sweep,
    unpack_plane,
    unpack_sweep,
)
from mixup_demo.serving.pictures import Picture, read_picture
from mixup_demo.serving.questions import PlaneQuestion, SweepQuestion, proposed, unknown
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import DEVICE
from mixup_demo.serving.sources import own_label

FILE = MODELS / "examples.npz"

_LOG = logging.getLogger(__name__)


def example_sweep(services: Services, key_a: str, key_b: str) -> SweepQuestion:
    """Return the question of two bundled photos, with their own classes."""
    comparison, pictures, labels, guessed = _examples(services, (key_a, key_b))
    return SweepQuestion(pictures, labels, "mixup", 0, comparison, DEVICE.default, guessed=guessed)


def example_plane(services: Services, keys: tuple[str, str, str]) -> PlaneQuestion:
    """Return the question of three bundled photos, with their own classes, at the finest."""
    comparison, pictures, labels, guessed = _examples(services, keys)
    return PlaneQuestion(
        pictures, labels, RESOLUTIONS[-1], comparison, DEVICE.default, guessed=guessed
    )


def _examples(
    services: Services, keys: tuple[str, ...]
) -> tuple[Comparison, tuple[Picture, ...], tuple[int, ...], tuple[bool, ...]]:
    """Return the opening models, photos, their classes, and which of these the models proposed."""
    comparison = services.zoo.comparison(services.zoo.default)
    photos = [gallery.photo(key) for key in keys]
    pictures = tuple(read_picture(services.pictures, p.file, comparison.first) for p in photos)
    known = [own_label(photo, comparison) for photo in photos]
    labels = proposed(services, comparison, DEVICE.default, pictures, known)
    return comparison, pictures, labels, unknown(known)


def _list(services: Services) -> str:
    """Return the id of the classes that the opening models know, of which the examples must be."""
    zoo = services.zoo
    return zoo.comparison(zoo.default).classes.id


def store(services: Services, file: Path = FILE) -> None:
    """Compute the sweep of each example pair and the plane of each triple into one file."""
    arrays: dict[str, np.ndarray] = {"schema": np.array(SCHEMA)}
    for a, b in gallery.pairs(_list(services)):
        asked = example_sweep(services, a, b)
        arrays |= pack_sweep(f"{a}+{b}", asked.key, sweeps.sweep(services, asked))
    for keys in gallery.triples(_list(services)):
        plane_asked = example_plane(services, keys)
        answered = planes.plane(services, plane_asked)
        arrays |= pack_plane("+".join(keys), plane_asked.key, answered)
    with file.open("wb") as target:
        np.savez_compressed(target, allow_pickle=False, **arrays)


def recall(services: Services, file: Path = FILE) -> None:
    """Put what is stored into the caches, but for what no longer fits."""
    if not file.exists():
        _LOG.warning("%s is missing: make examples writes it", file)
        return
    with np.load(file, allow_pickle=False) as arrays:
        if "schema" not in arrays or str(arrays["schema"]) != SCHEMA:
            _LOG.warning("%s holds other records than these: make examples writes it anew", file)
            return
        for a, b in gallery.pairs(_list(services)):
            asked, name = example_sweep(services, a, b), f"{a}+{b}"
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == asked.key:
                sweeps.remember(services, asked, unpack_sweep(name, arrays))
        for keys in gallery.triples(_list(services)):
            plane_asked, name = example_plane(services, keys), "+".join(keys)
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == plane_asked.key:
                planes.remember(services, plane_asked, unpack_plane(name, arrays))


if __name__ == "__main__":
    store(Services())
    print(f"wrote {FILE}")
