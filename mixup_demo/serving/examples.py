"""Answer the example pairs and triples ahead of time: ``python -m mixup_demo.serving.examples``.

The page opens with these answers and needs no model for them. They are used only where weights,
photos and classes are still those that they were computed from.
"""

import json
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mixup_demo.evidence import files, population_file
from mixup_demo.images import gallery
from mixup_demo.models.manifest import MODELS
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.plane import RESOLUTIONS
from mixup_demo.serving import planes, sweeps, thickness
from mixup_demo.serving.packing import (
    SCHEMA,
    THICKNESS,
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


def example_plane(
    services: Services, keys: tuple[str, str, str], resolution: int = RESOLUTIONS[-1]
) -> PlaneQuestion:
    """Return the question of three bundled photos, with their own classes, at a resolution."""
    comparison, pictures, labels, guessed = _examples(services, keys)
    return PlaneQuestion(pictures, labels, resolution, comparison, DEVICE.default, guessed=guessed)


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


def lines(services: Services) -> Iterator[tuple[str, SweepQuestion]]:
    """Yield what is asked of each line that an example draws, and its name: pairs and triples."""
    known = _list(services)
    ends = (*gallery.pairs(known), *(keys[:2] for keys in gallery.triples(known)))
    for a, b in dict.fromkeys(ends):
        yield f"{a}+{b}", example_sweep(services, a, b)


def whole_planes(services: Services) -> Iterator[tuple[str, PlaneQuestion]]:
    """Yield what is asked of each triple, and its name: at the finest, and as the population was.

    A plane's measures depend on its resolution: only the second has a place in the population.
    """
    measured = _resolution_of_population()
    for keys in gallery.triples(_list(services)):
        name = "+".join(keys)
        yield name, example_plane(services, keys)
        if measured:
            yield f"{name}@{measured}", example_plane(services, keys, measured)


def _resolution_of_population() -> int | None:
    """Return how many points a side the population's planes have; None where none were measured."""
    if population_file.NAME not in files.names():
        return None
    planes_of_all = population_file.read()["values"]["planes"]
    return planes_of_all and int(planes_of_all["resolution"])


def store(services: Services, file: Path = FILE) -> None:
    """Compute what the examples show into one file."""
    arrays: dict[str, np.ndarray] = {"schema": np.array(SCHEMA)}
    for name, asked in lines(services):
        arrays |= pack_sweep(name, asked.key, sweeps.sweep(services, asked))
        attacked = thickness.thickness(services, asked)
        arrays[f"{name}/{THICKNESS}"] = np.array(json.dumps(attacked))
    for name, plane_asked in whole_planes(services):
        arrays |= pack_plane(name, plane_asked.key, planes.plane(services, plane_asked))
    with file.open("wb") as target:
        np.savez_compressed(target, allow_pickle=False, **arrays)


def recall(services: Services, file: Path = FILE) -> None:
    """Put what is stored into the caches, but for what no longer fits."""
    if not file.exists():
        _LOG.warning("%s is missing: make examples writes it", file)
        return
    try:
        _recall(services, file)
    except (OSError, EOFError, ValueError, zipfile.BadZipFile) as error:
        _LOG.warning("%s cannot be read (%s): make examples writes it anew", file, error)


def _recall(services: Services, file: Path) -> None:
    with np.load(file, allow_pickle=False) as arrays:
        if "schema" not in arrays or str(arrays["schema"]) != SCHEMA:
            _LOG.warning("%s holds other records than these: make examples writes it anew", file)
            return
        for name, asked in lines(services):
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == asked.key:
                sweeps.remember(services, asked, unpack_sweep(name, arrays))
                attacked = json.loads(str(arrays[f"{name}/{THICKNESS}"]))
                thickness.remember(services, asked, attacked)
        for name, plane_asked in whole_planes(services):
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == plane_asked.key:
                planes.remember(services, plane_asked, unpack_plane(name, arrays))


if __name__ == "__main__":
    store(Services())
    print(f"wrote {FILE}")
