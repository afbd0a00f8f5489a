"""The Mix view's answer: a sweep as all that depends on λ, ready to be looked up."""

from typing import Any

import numpy as np

from mixup_demo import mixing
from mixup_demo.figures import measures
from mixup_demo.images import gallery
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.results import Answers, Sweep
from mixup_demo.serving.encoding import figure_json, model_facts, pixel_bytes, rounded
from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.schema import Answer
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import sweep as sweep_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix.figures.gradient import gradient_figure
from mixup_demo.views.mix.figures.path import path_figure
from mixup_demo.views.mix.saying import blend, manner
from mixup_demo.views.mix.settings import ROOM, STRIP, alpha_grid

#: classes besides A's and B's that get bars of their own
OTHERS_SHOWN = 2

DENSITY_POINTS = 101
#: the drawn height of a density: its peak, but at least the first (so that α = 1 lies half-way
#: up) and at most the second (Beta(α, α) with α < 1 has no peak: it grows without limit at 0 and 1)
DENSITY_HEIGHT = (2.0, 8.0)


def sweep_payload(asked: SweepQuestion, sweep: Sweep) -> dict[str, Any]:
    """Return all that depends on λ, ready to be looked up: one entry a point of the grid."""
    return {
        **model_facts(asked.comparison),
        "labels": list(sweep.labels),
        "guessed": list(asked.guessed),
        "method": sweep.method,
        "lam": rounded(sweep.applied),
        "blend": [blend(lam) for lam in sweep.applied.tolist()],
        "boxes": None if sweep.boxes is None else sweep.boxes.tolist(),
        "inputs": {
            side: pixel_bytes(picture.input)
            for side, picture in zip("ab", asked.pictures, strict=True)
        },
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
        "figures": _figures(asked, sweep),
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
    rest = others[OTHERS_SHOWN:]
    return [*bars, _bar(sweep, None, "other", rest)] if rest else bars


def _bar(sweep: Sweep, name: str | None, kind: str, columns: list[int]) -> dict[str, Any]:
    values = {
        model: rounded(answers.probabilities[:, columns].sum(axis=1))
        for model, answers in sweep.answers.items()
    }
    target = rounded(sweep.soft_labels[:, columns].sum(axis=1))
    return {"class": name, "kind": kind, "count": len(columns), "target": target, **values}


def _answers(answers: Answers) -> dict[str, Any]:
    ranked = np.argsort(-answers.probabilities, axis=1, kind="stable")[:, :2]
    second = np.take_along_axis(answers.probabilities, ranked[:, 1:], axis=1)[:, 0]
    return {
        "manner": [manner(value) for value in answers.confidence.tolist()],
        "leaders": {
            "first": ranked[:, 0].tolist(),
            "second": ranked[:, 1].tolist(),
            "second_share": rounded(second),
        },
        "confidence": rounded(answers.confidence),
        "entropy": rounded(answers.entropy),
        "loss": rounded(answers.loss),
    }


def _figures(asked: SweepQuestion, sweep: Sweep) -> dict[str, Any]:
    figures = {"path": path_figure(sweep), "gradient": gradient_figure(sweep)}
    return {name: figure_json(figure, asked.comparison) for name, figure in figures.items()}


def opening(services: Services) -> Answer:
    """Return the answer to the opening pair, from the stored ones where they fit the weights.

    Nothing where it costs too much for this machine: the view then asks, and says so.
    """
    asked = example_sweep(services, *gallery.pairs()[0])
    try:
        return sweep_payload(asked, sweep_of(services, asked))
    except InputError:
        return {}


def config(services: Services) -> dict[str, Any]:
    """Return what the view's scripts know before any question."""
    return {
        "grid": len(LAMBDAS) - 1,
        "strip": STRIP,
        "room": ROOM,
        "alphas": {f"{alpha:g}": density(alpha) for alpha in alpha_grid()},
    }


def density(alpha: float) -> list[float]:
    """Return the density of Beta(α, α) over λ as heights from 0 to 1, for drawing."""
    lam = np.linspace(0, 1, DENSITY_POINTS)
    values = mixing.beta_density(lam, alpha)
    top = np.clip(values.max(), *DENSITY_HEIGHT)
    return rounded(np.minimum(values, top) / top, 3)
