"""Answer the example pairs ahead of time: ``python -m mixup_demo.examples``.

The page opens with these answers and needs no model for them. They are used only where weights,
photos and classes are still those that they were computed from.
"""

import json
import logging
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np

from mixup_demo import gallery, handlers
from mixup_demo.questions import Question, question
from mixup_demo.results import Answers, Smoothness, Sweep
from mixup_demo.zoo import MODELS

FILE = MODELS / "examples.npz"
SWEEP_ARRAYS = ("lam", "applied", "soft_labels")
ANSWER_ARRAYS = ("probabilities", "gradient_norm", "confidence", "entropy", "loss")
REST = ("labels", "classes", "method", "seed", "distance", "device", "precision")


def question_of(key_a: str, key_b: str) -> Question:
    """Return the question of two bundled photos, with their own classes."""
    a, b = gallery.photo(key_a), gallery.photo(key_b)
    return question(a.file, b.file, a.label, b.label)


def store(file: Path = FILE) -> None:
    """Compute the sweep of each example pair and write all of them into one file."""
    arrays: dict[str, np.ndarray] = {}
    for a, b in gallery.pairs():
        asked = question_of(a, b)
        arrays |= pack(f"{a}+{b}", asked.key, handlers.answer(asked))
    with file.open("wb") as target:
        np.savez_compressed(target, allow_pickle=False, **arrays)


def recall(file: Path = FILE) -> None:
    """Put the stored sweeps into the handlers' cache, but for those that no longer fit."""
    if not file.exists():
        logging.getLogger(__name__).warning("%s is missing: make examples writes it", file)
        return
    with np.load(file, allow_pickle=False) as arrays:
        for a, b in gallery.pairs():
            asked, name = question_of(a, b), f"{a}+{b}"
            if f"{name}/key" in arrays and str(arrays[f"{name}/key"]) == asked.key:
                handlers.remember(asked, unpack(name, dict(arrays)))


def pack(name: str, key: str, sweep: Sweep) -> dict[str, np.ndarray]:
    """Return a sweep of mixup as arrays by path-like names, `key` beside it."""
    packed = {f"{name}/{field}": getattr(sweep, field) for field in SWEEP_ARRAYS}
    packed[f"{name}/key"] = np.array(key)
    packed[f"{name}/rest"] = np.array(json.dumps({field: getattr(sweep, field) for field in REST}))
    for model, answers in sweep.answers.items():
        packed |= {f"{name}/{model}/{field}": getattr(answers, field) for field in ANSWER_ARRAYS}
        packed[f"{name}/{model}/smoothness"] = np.array(astuple(answers.smoothness))
    return packed


def unpack(name: str, packed: dict[str, np.ndarray]) -> Sweep:
    """Return the sweep that `pack` took apart."""
    rest = json.loads(str(packed[f"{name}/rest"]))
    values: dict[str, Any] = {field: packed[f"{name}/{field}"] for field in SWEEP_ARRAYS}
    values |= {**rest, "labels": tuple(rest["labels"]), "classes": tuple(rest["classes"])}
    answers = {model: _answers(f"{name}/{model}", packed) for model in ("erm", "mixup")}
    return Sweep(**values, boxes=None, answers=answers)


def _answers(prefix: str, packed: dict[str, np.ndarray]) -> Answers:
    names = [field.name for field in fields(Smoothness)]
    measures = dict(zip(names, packed[f"{prefix}/smoothness"].tolist(), strict=True))
    measures["boundary_crossings"] = int(measures["boundary_crossings"])
    arrays = {field: packed[f"{prefix}/{field}"] for field in ANSWER_ARRAYS}
    return Answers(**arrays, smoothness=Smoothness(**measures))


if __name__ == "__main__":
    store()
    print(f"wrote {FILE}")
