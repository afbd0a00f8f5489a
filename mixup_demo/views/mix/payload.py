"""The Mix view's answer: a sweep as all that depends on λ, ready to be looked up."""

import json
from typing import Any

import numpy as np

from mixup_demo.models import zoo
from mixup_demo.figures import measures
from mixup_demo.views.mix.figures.gradient import gradient_figure
from mixup_demo.views.mix.figures.path import path_figure
from mixup_demo.serving.encoding import pixel_bytes, rounded
from mixup_demo.serving.questions import Question
from mixup_demo.results import Answers, Sweep

#: classes besides A's and B's that get bars of their own
OTHERS_SHOWN = 2


def sweep_payload(asked: Question, sweep: Sweep) -> dict[str, Any]:
    """Return all that depends on λ, ready to be looked up: one entry a point of the grid."""
    return {
        "models": zoo.pair_models(asked.pair),
        "labels": list(sweep.labels),
        "method": sweep.method,
        "lam": rounded(sweep.applied),
        "boxes": None if sweep.boxes is None else sweep.boxes.tolist(),
        "inputs": {"a": pixel_bytes(asked.a.input), "b": pixel_bytes(asked.b.input)},
        "bars": _bars(sweep),
        "answers": {model: _answers(answers) for model, answers in sweep.answers.items()},
        "table": measures.rows(sweep),
        "verdicts": {
            model: {
                "key": measures.verdict(answers.smoothness),
                "slope": format(answers.smoothness.steepest_slope, ".1f"),
                "thickness": format(answers.smoothness.boundary_thickness, ".2f"),
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
        model: rounded(answers.probabilities[:, columns].sum(axis=1))
        for model, answers in sweep.answers.items()
    }
    target = rounded(sweep.soft_labels[:, columns].sum(axis=1))
    return {"class": name, "kind": kind, "count": len(columns), "target": target, **values}


def _answers(answers: Answers) -> dict[str, Any]:
    return {
        "confidence": rounded(answers.confidence),
        "entropy": rounded(answers.entropy),
        "loss": rounded(answers.loss),
    }


def _figures(sweep: Sweep) -> dict[str, Any]:
    figures = {"path": path_figure(sweep), "gradient": gradient_figure(sweep)}
    return {name: json.loads(figure.to_json()) for name, figure in figures.items()}
