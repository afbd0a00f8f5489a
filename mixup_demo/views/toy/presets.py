"""Trainings that are answered without training: ``python -m mixup_demo.views.toy.presets``.

Every data set with the other settings as they are at first, and with each α of the strip, is
recorded once into a file; of each, the ends with many seeds too, for one seed says little. The file
is used only where settings and records are still those that it was computed with.
"""

import logging
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Event
from typing import TypeVar

import numpy as np

from mixup_demo.models.manifest import MODELS
from mixup_demo.results import Floats
from mixup_demo.serving.background import Shared
from mixup_demo.toy.data import points
from mixup_demo.toy.files import SCHEMA, pack, unpack
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import FRAMES, SCORES, Frame
from mixup_demo.toy.training import train
from mixup_demo.views.toy.questions import toy_question
from mixup_demo.views.toy.settings import DATASETS, SEED

FILE = MODELS / "toy.npz"
#: of each data set, counted from the one that the page opens with
SEEDS = tuple(range(int(SEED.default), int(SEED.default) + 20))

Item = TypeVar("Item")

_LOG = logging.getLogger(__name__)


def presets() -> Iterator[ToyQuestion]:
    """Yield what is recorded: each data set, trained with all of the strip's α side by side."""
    for name in DATASETS:
        if name != "drawn":
            yield replace(toy_question({"dataset": name}), alphas=STRIP_ALPHAS)


def recorded(asked: ToyQuestion, file: Path = FILE) -> list[Frame] | None:
    """Return the recorded frames of a question, None where it is no preset.

    Args:
        asked: with one of the presets' α, or some of them; equal ones share a model.
    """
    whole = _frames(replace(asked, alphas=STRIP_ALPHAS), file) if _known(asked) else None
    rows = [STRIP_ALPHAS.index(alpha) for alpha in asked.alphas] if whole else []
    return whole and [_of(frame, rows) for frame in whole]


def seeds(asked: ToyQuestion, file: Path = FILE) -> dict[str, Floats] | None:
    """Return the scores at the end of trainings with each of `SEEDS`: score -> (seeds, M).

    None where the question is no preset; its own seed does not matter.
    """
    if not _known(asked):
        return None
    asked_all = replace(asked, alphas=STRIP_ALPHAS, seed=int(SEED.default))
    ends = _arrays(file).get(f"{asked_all!r}/seeds")
    if ends is None:
        return None
    rows = [STRIP_ALPHAS.index(alpha) for alpha in asked.alphas]
    return {name: ends[:, index][:, rows] for index, name in enumerate(SCORES)}


def store(file: Path = FILE) -> None:
    """Train all presets, with all seeds, into one file."""
    arrays: dict[str, np.ndarray] = {"schema": np.array(SCHEMA)}
    for asked in presets():
        frames = _all(train(asked, points(asked)), FRAMES)
        ends = _all((end_scores(replace(asked, seed=seed)) for seed in SEEDS), len(SEEDS))
        arrays |= {f"{asked!r}/{name}": values for name, values in pack(frames).items()}
        arrays[f"{asked!r}/seeds"] = np.stack(ends)
    with file.open("wb") as target:
        np.savez_compressed(target, allow_pickle=False, **arrays)


def _all(source: Iterator[Item], count: int) -> list[Item]:
    """Return all items, made as those of live trainings are."""
    return Shared(source, count).items(count, Event()) or []


def end_scores(asked: ToyQuestion) -> Floats:
    """Train; return the scores at the last step, in the order of `SCORES`, (scores, M)."""
    *_, last = train(asked, points(asked), frames=2)
    scores: Floats = np.array([last.scores[name] for name in SCORES])
    return scores


def _known(asked: ToyQuestion) -> bool:
    return set(asked.alphas) <= set(STRIP_ALPHAS)


def _of(frame: Frame, rows: list[int]) -> Frame:
    """Return the frame of some of its models."""
    scores = {name: values[rows] for name, values in frame.scores.items()}
    return replace(frame, maps=frame.maps[rows], lam=frame.lam[rows], scores=scores)


@lru_cache(4)
def _frames(asked: ToyQuestion, file: Path) -> list[Frame] | None:
    """Return the recorded frames of all models, unpacked once for several that ask."""
    prefix = f"{asked!r}/"
    found = {
        name.removeprefix(prefix): values
        for name, values in _arrays(file).items()
        if name.startswith(prefix)
    }
    return unpack(found) if found else None


@lru_cache
def _arrays(file: Path) -> dict[str, np.ndarray]:
    """Return what the file holds, still packed; nothing where it is missing or does not fit."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            if "schema" in arrays and str(arrays["schema"]) == SCHEMA:
                return {name: arrays[name] for name in arrays.files}
    except FileNotFoundError:
        _LOG.warning("%s is missing: make examples writes it", file)
        return {}
    except (OSError, EOFError, ValueError, zipfile.BadZipFile) as error:
        _LOG.warning("%s cannot be read (%s): make examples writes it anew", file, error)
        return {}
    _LOG.warning("%s holds other records than these: make examples writes it anew", file)
    return {}


if __name__ == "__main__":
    store()
    print(f"wrote {FILE}")
