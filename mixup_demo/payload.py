"""What the page gets: results and figures as plain JSON values, the same in every language."""

import base64
import json
from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo import gallery, handlers, mixing, settings, texts, zoo
from mixup_demo.figures import measures
from mixup_demo.figures.gradient import gradient_figure
from mixup_demo.figures.path import path_figure
from mixup_demo.images import MAX_MEGABYTES, data_uri
from mixup_demo.questions import Picture, Question
from mixup_demo.results import Answers, Sweep

DENSITY_POINTS = 101
#: the drawn height of a density: its peak, but at least the first (so that α = 1 lies half-way
#: up) and at most the second (Beta(α, α) with α < 1 has no peak: it grows without limit at 0 and 1)
DENSITY_HEIGHT = (2.0, 8.0)
#: classes besides A's and B's that get bars of their own
OTHERS_SHOWN = 2


def sweep_payload(asked: Question, sweep: Sweep) -> dict[str, Any]:
    """Return all that depends on λ, ready to be looked up: one entry a point of the grid."""
    return {
        "labels": list(sweep.labels),
        "method": sweep.method,
        "lam": _rounded(sweep.applied),
        "boxes": None if sweep.boxes is None else sweep.boxes.tolist(),
        "inputs": {"a": _input_bytes(asked.a), "b": _input_bytes(asked.b)},
        "bars": _bars(sweep),
        "answers": {model: _answers(answers) for model, answers in sweep.answers.items()},
        "table": measures.rows(sweep),
        "verdicts": {
            model: {
                "key": measures.verdict(answers.smoothness),
                "slope": format(answers.smoothness.steepest_slope, ".1f"),
            }
            for model, answers in sweep.answers.items()
        },
        "figures": _figures(sweep),
        "device": sweep.device,
        "precision": sweep.precision,
    }


def _bars(sweep: Sweep) -> list[dict[str, Any]]:
    """Return the rows of the answers: A's class, B's, the likeliest others, and the rest in one.

    The same rows for both models and for every λ, so that only lengths change under the finger.
    """
    a, b = sweep.labels
    mean = sum(answers.probabilities.mean(axis=0) for answers in sweep.answers.values())
    others = [int(k) for k in np.argsort(-np.asarray(mean)) if k not in (a, b)]
    shown = [(a, "a")] + ([(b, "b")] if b != a else []) + [(k, "other") for k in others]
    named = shown[: len(shown) - len(others) + OTHERS_SHOWN]
    bars = [_bar(sweep, sweep.classes[index], kind, [index]) for index, kind in named]
    return [*bars, _bar(sweep, None, "other", others[OTHERS_SHOWN:])]


def _bar(sweep: Sweep, name: str | None, kind: str, columns: list[int]) -> dict[str, Any]:
    values = {
        model: _rounded(answers.probabilities[:, columns].sum(axis=1))
        for model, answers in sweep.answers.items()
    }
    target = _rounded(sweep.soft_labels[:, columns].sum(axis=1))
    return {"class": name, "kind": kind, "count": len(columns), "target": target, **values}


def _answers(answers: Answers) -> dict[str, Any]:
    return {
        "confidence": _rounded(answers.confidence),
        "entropy": _rounded(answers.entropy),
        "loss": _rounded(answers.loss),
    }


def _rounded(values: np.ndarray, decimals: int = 4) -> list[Any]:
    rounded: list[Any] = np.round(values.astype(float), decimals).tolist()
    return rounded


def _figures(sweep: Sweep) -> dict[str, Any]:
    figures = {"path": path_figure(sweep), "gradient": gradient_figure(sweep)}
    return {name: json.loads(figure.to_json()) for name, figure in figures.items()}


def _input_bytes(picture: Picture) -> str:
    """Return what the networks see, as base64 of 8-bit RGB, row by row."""
    pixels = np.rint(picture.input.transpose(1, 2, 0) * 255).astype(np.uint8)
    return base64.b64encode(pixels.tobytes()).decode()


def image_payload(picture: Picture) -> str:
    """Return the display image as a lossless data URI."""
    return data_uri(picture.display)


@lru_cache
def page_config() -> dict[str, Any]:
    """Return what the page knows before any question: words, limits, photos, densities."""
    return {
        "texts": {language: texts.table(language) for language in texts.LANGUAGES},
        "classes": list(zoo.pair_classes(settings.PAIR.default)),
        "controls": {control.name: vars(control) for control in settings.CONTROLS},
        "alphas": {f"{alpha:g}": density(alpha) for alpha in settings.alpha_grid()},
        "photos": {
            key: {"file": photo.file.name, "label": photo.label, "title": photo.title}
            for key, photo in gallery.photos().items()
        },
        "pairs": gallery.pairs(),
        "devices": handlers.devices(),
        "upload_megabytes": MAX_MEGABYTES,
        "models": {role: zoo.card(name) for role, name in zoo.PAIRS["cifar10"].items()},
    }


def density(alpha: float) -> list[float]:
    """Return the density of Beta(α, α) over λ as heights from 0 to 1, for drawing."""
    lam = np.linspace(0, 1, DENSITY_POINTS)
    values = mixing.beta_density(lam, alpha)
    top = np.clip(values.max(), *DENSITY_HEIGHT)
    return _rounded(np.minimum(values, top) / top, 3)
