"""The Mix view's answer: a sweep as all that depends on λ, ready to be looked up."""

from typing import Any

import numpy as np

from mixup_demo import mixing
from mixup_demo.figures import measures
from mixup_demo.images import gallery
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.results import Answers, Smoothness, Sweep
from mixup_demo.serving import sweeps
from mixup_demo.serving.encoding import figure_json, model_facts, pixel_bytes, rounded
from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.schema import Answer
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import COMPLETE, Progress
from mixup_demo.views.mix.bars import bars, leading
from mixup_demo.views.mix.figures.gradient import gradient_figure
from mixup_demo.views.mix.figures.path import leaders, path_figure
from mixup_demo.views.mix.saying import blend, manner
from mixup_demo.views.mix.settings import ROOM, STRIP, alpha_grid

#: estimated seconds up to which the page is not built before its opening answer is there
OPENING_SECONDS = 8

DENSITY_POINTS = 101
#: the drawn height of a density: its peak, but at least the first (so that α = 1 lies half-way
#: up) and at most the second (Beta(α, α) with α < 1 has no peak: it grows without limit at 0 and 1)
DENSITY_HEIGHT = (2.0, 8.0)


def sweep_payload(
    asked: SweepQuestion, sweep: Sweep, progress: Progress = COMPLETE, pictures: bool = True
) -> dict[str, Any]:
    """Return all that depends on λ, ready to be looked up: one entry a point of the grid.

    What is measured along the line is left out until all of its points are there.

    Args:
        asked: the question.
        sweep: the answer, or an early stage of it.
        progress: how far it is.
        pictures: whether the page has not got them yet.
    """
    long, complete = asked.comparison.classes.long, len(sweep.lam) == len(LAMBDAS)
    return {
        "stage": _stage(sweep, progress),
        **model_facts(asked.comparison),
        "labels": list(sweep.labels),
        "guessed": list(asked.guessed),
        "method": sweep.method,
        "lam": rounded(sweep.applied),
        "blend": [blend(lam, sweep.one_class) for lam in sweep.applied.tolist()],
        "boxes": None if sweep.boxes is None else sweep.boxes.tolist(),
        "inputs": _inputs(asked) if pictures else None,
        "bars": bars(sweep, long),
        "leading": leading(sweep) if long else None,
        "leaders": leaders(sweep) if long else [],
        "answers": {model: _answers(answers) for model, answers in sweep.answers.items()},
        "table": measures.rows(sweep) if complete else None,
        "verdicts": _verdicts(sweep) if complete else None,
        "figures": _figures(asked, sweep, complete),
        "device": sweep.device,
        "precision": sweep.precision,
    }


def _inputs(asked: SweepQuestion) -> dict[str, str]:
    return {
        side: pixel_bytes(picture.input) for side, picture in zip("ab", asked.pictures, strict=True)
    }


def _stage(sweep: Sweep, progress: Progress) -> dict[str, Any]:
    """Return how far a sweep is, and what comes next."""
    return {
        "points": len(sweep.lam),
        "all": len(LAMBDAS),
        "number": progress.number,
        "next": progress.next._asdict() if progress.next else None,
        "done": round(progress.done, 4),
        "then": round(progress.then, 4),
    }


def _verdicts(sweep: Sweep) -> dict[str, dict[str, str]]:
    said = _verdict_of_one if sweep.one_class else _verdict
    return {model: said(answers.smoothness) for model, answers in sweep.answers.items()}


def _verdict(smoothness: Smoothness) -> dict[str, str]:
    return {
        "key": measures.verdict(smoothness),
        "slope": format(smoothness.steepest_slope, ".1f"),
        "thickness": format(smoothness.boundary_thickness, ".2f"),
    }


def _verdict_of_one(smoothness: Smoothness) -> dict[str, str]:
    """Return what is said of two pictures of one class, between which there is no boundary."""
    return {
        "key": measures.verdict_of_one(smoothness),
        "share": measures.written(smoothness.miss_rate, ".0%"),
    }


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


def _figures(asked: SweepQuestion, sweep: Sweep, complete: bool) -> dict[str, Any]:
    figures = {"path": path_figure(sweep, asked.comparison.classes.long, complete)}
    if all(answers.gradient_norm is not None for answers in sweep.answers.values()):
        figures["gradient"] = gradient_figure(sweep)
    return {name: figure_json(figure, asked.comparison) for name, figure in figures.items()}


def opening(services: Services) -> Answer:
    """Return the answer to the opening pair, from the stored ones where they fit the weights.

    Nothing where it costs much on this machine: the view then asks, and is answered in stages.
    """
    asked = example_sweep(services, *gallery.pairs()[0])
    known = sweeps.at_hand(services, asked)
    if not known and sweeps.seconds(asked) > OPENING_SECONDS:
        return {}
    return sweep_payload(asked, sweeps.sweep(services, asked))


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
