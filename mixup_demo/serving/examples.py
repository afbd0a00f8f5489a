"""Answer the example pairs and triples ahead of time: ``python -m mixup_demo.examples``.

The page opens with these answers and needs no model for them. They are used only where weights,
photos and classes are still those that they were computed from.
"""

import logging
from pathlib import Path

import numpy as np

from mixup_demo.serving import planes as boundary, sweeps as handlers
from mixup_demo.images import gallery
from mixup_demo.serving.packing import pack_plane, pack_sweep, unpack_plane, unpack_sweep
from mixup_demo.probes.plane import RESOLUTIONS
from mixup_demo.serving.questions import PlaneQuestion, Question, plane_question, question
from mixup_demo.models.zoo import MODELS

FILE = MODELS / "examples.npz"


def question_of(key_a: str, key_b: str) -> Question:
    """Return the question of two bundled photos, with their own classes."""
    a, b = gallery.photo(key_a), gallery.photo(key_b)
    return question(a.file, b.file, a.label, b.label)


def plane_question_of(keys: tuple[str, str, str]) -> PlaneQuestion:
    """Return the question of three bundled photos, with their own classes, at the finest."""
    a, b, c = (gallery.photo(key) for key in keys)
    return plane_question(
        *(a.file, b.file, c.file), *(a.label, b.label, c.label), resolution=RESOLUTIONS[-1]
    )


def store(file: Path = FILE) -> None:
    """Compute the sweep of each example pair and the plane of each triple into one file."""
    arrays: dict[str, np.ndarray] = {}
    for a, b in gallery.pairs():
        asked = question_of(a, b)
        arrays |= pack_sweep(f"{a}+{b}", asked.key, handlers.answer(asked))
    for keys in gallery.triples():
        plane_asked = plane_question_of(keys)
        answered = boundary.plane_answer(plane_asked)
        arrays |= pack_plane("+".join(keys), plane_asked.key, answered)
    with file.open("wb") as target:
        np.savez_compressed(target, allow_pickle=False, **arrays)


def recall(file: Path = FILE) -> None:
    """Put what is stored into the handlers' caches, but for what no longer fits."""
    if not file.exists():
        logging.getLogger(__name__).warning("%s is missing: make examples writes it", file)
        return
    with np.load(file, allow_pickle=False) as arrays:
        for a, b in gallery.pairs():
            asked, name = question_of(a, b), f"{a}+{b}"
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == asked.key:
                handlers.remember(asked, unpack_sweep(name, arrays))
        for keys in gallery.triples():
            plane_asked, name = plane_question_of(keys), "+".join(keys)
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == plane_asked.key:
                boundary.remember(plane_asked, unpack_plane(name, arrays))


if __name__ == "__main__":
    store()
    print(f"wrote {FILE}")
