"""The Toy view's answer: frames of a training as grids and lines, and its curves."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo.evidence.toy import toy_says
from mixup_demo.serving.encoding import (
    FINENESS,
    base64_of,
    figure_json,
    line_bytes,
    share_bytes,
)
from mixup_demo.serving.services import Services
from mixup_demo.toy import drawing
from mixup_demo.toy.data import points
from mixup_demo.toy.intrusion import intrusion
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import MODELS, SCORES, SIDE, Frame, curves
from mixup_demo.toy.seeds import compare
from mixup_demo.views.toy import presets
from mixup_demo.views.toy.figures.curves import COLUMNS, toy_figure
from mixup_demo.views.toy.figures.maps import COLOURS, toy_map_figure
from mixup_demo.views.toy.questions import toy_question
from mixup_demo.views.toy.settings import DATASET
from mixup_demo.views.toy.trainings import OWN_SEEDS, Training, ends, places

#: frames whose JSON is kept, for those who watch one training: some 4 trainings, up to 0.15 MB each
#: frame with its JSON
CACHED_FRAMES = 240
#: points and noise of the small pictures of the data sets
SAMPLED, SAMPLE_NOISE = 90, 0.03
#: a loss with other targets is no comparison
STRIP_SCORES = tuple(name for name in SCORES if name != "loss")
KINDS = ("setosa", "versicolor", "virginica")


def toy_payload(
    asked: ToyQuestion,
    training: Training,
    frames: Sequence[Frame],
    start: int,
    columns: int = COLUMNS,
) -> dict[str, Any]:
    """Return what the page needs to play the frames from `start` on, and the curves of all.

    Args:
        asked: the question.
        training: its training.
        frames: the first frames of it, at least one.
        start: how many of them the page has; the points come with the first.
        columns: of the curves' panels.
    """
    so_far = curves(frames)
    answer = {
        "models": list(MODELS),
        "names": class_names(asked.dataset, training.points.classes),
        "classes": training.points.classes,
        "frame": ends(),
        "side": SIDE,
        "steps": asked.steps,
        "recorded": training.recorded,
        "done": len(frames) == len(training.recorded),
        "start": start,
        "frames": [_frame(frame) for frame in frames[start:]],
        "curves": so_far,
        "device": "cpu",
        "precision": "fp32",
        "figure": figure_json(toy_figure(so_far, training.recorded, columns)),
    }
    if answer["done"]:
        known = _compared(asked)
        answer["says"] = _says(asked, training, frames, known)
        answer["more_seeds"] = 0 if known or asked.alphas[-1] == 0 else OWN_SEEDS
    return answer if start else {**answer, "points": _points(training)}


def toy_picture(asked: ToyQuestion, training: Training, frame: Frame) -> dict[str, Any]:
    """Return the maps of one moment as a figure, to be saved."""
    names = class_names(asked.dataset, training.points.classes)
    return figure_json(toy_map_figure(training.points, frame, names))


def config(services: Services) -> dict[str, Any]:
    """Return what the page knows before any training: how maps look, a few points of each set."""
    samples = {
        name: points(toy_question({"dataset": name, "n": SAMPLED, "noise": SAMPLE_NOISE}))
        for name in DATASET.options
        if name != "drawn"
    }
    known = {
        "frame": ends(),
        "side": SIDE,
        "fineness": FINENESS,
        "least": drawing.LEAST,
        "models": list(MODELS),
        "colours": [colour.removeprefix("class-") for colour in COLOURS],
        "samples": {
            name: {"points": _places(sample.train), "labels": _labels(sample.labels)}
            for name, sample in samples.items()
        },
    }
    return {"toy": known}


def class_names(dataset: str, classes: int) -> list[str]:
    """Return the text keys of the classes' names."""
    names = KINDS if dataset == "iris" else range(1, classes + 1)
    return [f"toy.class.{name}" for name in names]


def _says(
    asked: ToyQuestion, training: Training, frames: Sequence[Frame], known: Mapping[str, Any] | None
) -> list[dict[str, Any]]:
    """Return what is said at the end; `known` is what `toy.seeds.compare` knows."""
    share = intrusion(training.points, frames)
    return [one.as_dict() for one in toy_says(frames[-1].scores, asked.alphas[-1], share, known)]


def _compared(asked: ToyQuestion) -> dict[str, Any] | None:
    """Return what the recorded seeds of a preset tell, None where it is none."""
    recorded = presets.seeds(asked)
    return recorded and compare(recorded)


def seeds_payload(
    asked: ToyQuestion, training: Training, frames: Sequence[Frame], scores: Sequence[np.ndarray]
) -> dict[str, Any]:
    """Return how many of the visitor's seeds are trained, and at the end what they say.

    Args:
        asked, training, frames: as in `toy_payload`; all frames.
        scores: (scores, 2) of each seed so far, in the order of `SCORES`.
    """
    answer: dict[str, Any] = {"made": len(scores), "n": OWN_SEEDS}
    if len(scores) == OWN_SEEDS:
        by_name = dict(zip(SCORES, np.stack(scores, axis=1), strict=True))
        answer["says"] = _says(asked, training, frames, compare(by_name))
    return answer


def strip_payload(frame: Frame) -> dict[str, Any]:
    """Return the ends of trainings with each of `STRIP_ALPHAS`.

    Args:
        frame: the last one of their common training.
    """
    return {
        "strip": [
            {
                "alpha": alpha,
                **_map(frame, index),
                **{name: float(frame.scores[name][index]) for name in STRIP_SCORES},
            }
            for index, alpha in enumerate(STRIP_ALPHAS)
        ]
    }


def _points(training: Training) -> dict[str, str]:
    """Return places as little-endian 32-bit floats x, y, x, y, and labels as bytes."""
    return {
        name: _places(values) if values.ndim == 2 else _labels(values)
        for name, values in places(training.points).items()
    }


def _places(values: np.ndarray) -> str:
    return base64_of(values.astype("<f4"))


def _labels(values: np.ndarray) -> str:
    return base64_of(values.astype(np.uint8))


@lru_cache(CACHED_FRAMES)
def _frame(frame: Frame) -> dict[str, Any]:
    shown = {model: _map(frame, index) for index, model in enumerate(MODELS)}
    return {
        "step": frame.step,
        "maps": {model: parts["map"] for model, parts in shown.items()},
        "lines": {model: parts["lines"] for model, parts in shown.items()},
        "mixed": {
            "i": base64_of(frame.first.astype("<u2")),
            "j": base64_of(frame.second.astype("<u2")),
            "lam": base64_of(frame.lam[MODELS.index("mixup")].astype("<f4")),
        },
    }


def _map(frame: Frame, index: int) -> dict[str, str]:
    """Return one model's probabilities of all classes but the last, and its boundary."""
    probabilities = frame.maps[index].astype(np.float32)
    second, first = np.partition(probabilities, -2, axis=0)[-2:]
    return {
        "map": share_bytes(probabilities[:-1]),
        "lines": line_bytes(probabilities.argmax(axis=0), first - second),
    }
