"""What the page gets of GANs: samples and surfaces to play, curves, a table, sentences."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from mixup_demo.evidence import gan as claims
from mixup_demo.evidence.files import RESULTS
from mixup_demo.evidence.gan_compared import LONG
from mixup_demo.evidence.panel import Says
from mixup_demo.gan.files import KEPT, UNIT, Run, packed_points
from mixup_demo.gan.results import SIDE
from mixup_demo.gan.targets import TARGETS
from mixup_demo.serving.encoding import base64_of, figure_json, rounded
from mixup_demo.views.toy.figures.gan import MEASURES, Curves, gan_figure, places
from mixup_demo.views.toy.gan_questions import GanQuestion
from mixup_demo.views.toy.gan_settings import DISCRIMINATOR_STEPS
from mixup_demo.views.toy.gans import RecordedRun, ends, results

PLAIN = 0.0


def gan_payload(
    asked: GanQuestion, recording: RecordedRun, start: int, folder: Path = RESULTS
) -> dict[str, Any]:
    """Return the snapshots from `start` on, and what is known of all of them.

    Args:
        asked: the question.
        recording: its run.
        start: how many snapshots the page has.
        folder: of the results files.
    """
    run, target = recording.run, TARGETS[asked.dataset]
    return {
        "dataset": asked.dataset,
        "alpha": asked.alpha,
        "recipe": _page_recipe(run.about["recipe"]),
        "device": "cpu",
        "precision": run.about.get("precision"),
        "loss": asked.loss,
        "seed": asked.seed,
        "live": asked.recipe is not None,
        "frame": ends(target),
        "side": SIDE,
        "unit": UNIT,
        "modes": rounded(target.modes),
        "spread": round(target.spread, 6),
        "curve": None if target.curve is None else rounded(target.curve),
        "real": real(asked.dataset),
        "recorded": list(recording.recorded),
        "iterations": run.iteration.tolist(),
        "start": start,
        "done": recording.done,
        "frames": _frames(recording, asked.alpha, start, target.extent),
        **_evidence(asked, recording, folder),
    }


def _page_recipe(recipe: dict[str, Any]) -> dict[str, Any]:
    """Return a recipe with the discriminator steps under their name in links too."""
    return {**recipe, DISCRIMINATOR_STEPS.name: recipe["discriminator_steps"]}


@lru_cache
def real(dataset: str) -> str:
    """Return draws from the target, packed as the samples."""
    drawn = TARGETS[dataset].draw(KEPT, np.random.default_rng(0))
    return base64_of(packed_points(drawn).astype("<i2"))


def _frames(
    recording: RecordedRun, alpha: float, start: int, extent: float
) -> list[dict[str, Any]]:
    """Return snapshots; beside a GAN with mixup stands the plain one of the same run."""
    run, column = recording.run, recording.column(alpha)
    beside = recording.column(PLAIN) if alpha != PLAIN else None
    return [
        {
            "iteration": int(run.iteration[time]),
            **_gan(run, time, column, extent),
            "plain": None if beside is None else _gan(run, time, beside, extent),
        }
        for time in range(start, len(run.iteration))
    ]


def _gan(run: Run, time: int, column: int, extent: float) -> dict[str, Any]:
    """Return one GAN at one time; `outside` is how many samples the map cannot show."""
    return {
        "samples": base64_of(run.samples[time, column].astype("<i2")),
        "surface": base64_of(run.surface[time, column]),
        "modes": int(run.modes[time, column]),
        "quality": round(float(run.quality[time, column]), 4),
        "outside": int((np.abs(run.samples[time, column] * UNIT) > extent).any(axis=1).sum()),
    }


def _evidence(asked: GanQuestion, recording: RecordedRun, folder: Path) -> dict[str, Any]:
    """Return chart, table and sentences of all seeds; of a live run there is always a chart."""
    run, measured = recording.run, results(asked.dataset, asked.loss, folder)
    longer = results(asked.dataset, asked.loss, folder, LONG)
    curves = [*_bundled(measured, asked.alpha), *(_live(run) if asked.recipe else ())]
    figure = gan_figure(curves, len(TARGETS[asked.dataset].modes)) if curves else None
    table = claims.table(measured) if measured else None
    says = [
        *(claims.says(measured, asked.alpha) if measured else ()),
        *(claims.longer(longer, asked.alpha) if longer else ()),
    ]
    if asked.recipe and says:
        says = [Says("gan.says.bundled", {}), *says]
    return {
        "figure": figure_json(figure) if figure else None,
        "places": places(recording.recorded, figure) if figure else None,
        "note": claims.note(measured).as_dict() if measured else None,
        "table": table and table.as_dict(),
        "sentences": [one.as_dict() for one in says],
    }


def _bundled(measured: Mapping[str, Any] | None, alpha: float) -> Iterator[Curves]:
    """Yield the bundled plain GAN, and that with this α, as far as there are any."""
    if not measured:
        return
    for row in measured["alphas"]:
        if row["alpha"] in (PLAIN, alpha):
            values = {what: row[what]["values"] for what in MEASURES}
            yield Curves(*_names(row["alpha"]), measured["iterations"], values)


def _live(run: Run) -> Iterator[Curves]:
    """Yield the GANs of a live run so far."""
    for column, alpha in enumerate(run.about["recipe"]["alphas"]):
        values = {what: [getattr(run, what)[:, column].tolist()] for what in MEASURES}
        model, name = _names(alpha)
        iterations = run.iteration.tolist()
        yield Curves(model, f"{name}, [[gan.legend.live]]", iterations, values, live=True)


def _names(alpha: float) -> tuple[str, str]:
    """Return the model that gives colour and dash, and the name in the legend."""
    return ("mixup", f"mixup, α = {alpha:g}") if alpha else ("erm", "[[evidence.legend.plain]]")
