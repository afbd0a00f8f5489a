"""Requests about GANs -> bundled runs or live trainings: plain functions, as in `handlers`.

A live training is smaller than the bundled ones. It has the plain GAN beside the one with mixup, in
the background, shared by all who ask for the same.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mixup_demo.evidence import files as evidence
from mixup_demo.models import zoo
from mixup_demo.views.toy import gan_settings as controls
from mixup_demo.serving.background import Shared
from mixup_demo.serving.planes import Newest
from mixup_demo.texts.input_error import InputError
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.gan.training import Training, snapshots
from mixup_demo.gan.targets import TARGETS, Target
from mixup_demo.gan.files import KEPT, Run, file_name, load, pack, unpacked_points
from mixup_demo.gan.recipe import Recipe, recorded
from mixup_demo.gan.results import SIDE, Snapshot

NAME = "gan"
RUNS = zoo.MODELS / NAME
#: a live training takes a megabyte of snapshots, and while it runs some more for its networks
CACHED_TRAININGS = 24
REMEMBERED_VISITORS = 1024


@dataclass(frozen=True)
class GanQuestion:
    """What is asked; equal questions have equal answers.

    Attributes:
        dataset, alpha, loss, seed: see `gan_settings`.
        recipe: of a live training; None for a bundled run.
    """

    dataset: str
    alpha: float
    loss: str
    seed: int
    recipe: Recipe | None = None


@dataclass(frozen=True, eq=False)
class Film:
    """A run as far as it has come.

    Attributes:
        run: its snapshots, at least one.
        recorded: the iterations of all snapshots, also of those to come.
    """

    run: Run
    recorded: tuple[int, ...]

    @property
    def done(self) -> bool:
        """Whether all snapshots are there."""
        return len(self.run.iteration) == len(self.recorded)

    def column(self, alpha: float) -> int:
        """Return which of the run's GANs has this α.

        Raises:
            ValueError: none has.
        """
        column: int = self.run.about["recipe"]["alphas"].index(alpha)
        return column


def gan_question(
    gan_run: object = controls.RUN.default,
    gan_data: object = controls.DATA.default,
    gan_alpha: object = controls.ALPHA.default,
    gan_loss: object = controls.LOSS.default,
    gan_seed: object = controls.SEED.default,
    latent: object = controls.LATENT.default,
    critic: object = controls.CRITIC.default,
    gan_width: object = controls.WIDTH.default,
    gan_steps: object = controls.STEPS.default,
    runs: Path = RUNS,
) -> GanQuestion:
    """Check all settings; of a bundled run, also that it is there.

    Args:
        runs: the folder of the bundled runs.

    Raises:
        InputError: the first setting that breaks its rule; "error.gan.alpha" and
            "error.gan.seed", no bundled run has it.
    """
    kind = controls.RUN.check(gan_run)
    dataset = controls.DATA.check(gan_data)
    alpha = controls.ALPHA.check(gan_alpha)
    loss = controls.LOSS.check(gan_loss)
    seed = controls.SEED.check_whole(gan_seed)
    if kind == "bundled":
        _check_bundled(dataset, alpha, loss, seed, runs)
        return GanQuestion(dataset, alpha, loss, seed)
    recipe = Recipe(
        dataset,
        tuple(sorted({0.0, alpha})),
        seed,
        iterations=controls.STEPS.check_whole(gan_steps),
        critic=controls.CRITIC.check_whole(critic),
        latent=controls.LATENT.check_whole(latent),
        width=controls.WIDTH.check_whole(gan_width),
        loss=loss,
    )
    return GanQuestion(dataset, alpha, loss, seed, recipe)


def _check_bundled(dataset: str, alpha: float, loss: str, seed: int, runs: Path) -> None:
    if alpha not in controls.ALPHAS:
        names = ", ".join(f"{known:g}" for known in controls.ALPHAS)
        raise InputError("error.gan.alpha", value=f"{alpha:g}", names=names)
    known = seeds(dataset, loss, runs)
    if seed not in known:
        raise InputError("error.gan.seed", value=seed, names=", ".join(map(str, known)) or "–")


def seeds(dataset: str, loss: str, runs: Path = RUNS) -> tuple[int, ...]:
    """Return the seeds of the bundled runs of a data set and loss, in rising order."""
    stem = file_name(dataset, loss, 0).removesuffix("0.npz")
    files = runs.glob(f"{stem}*.npz")
    return tuple(sorted(int(file.stem.removeprefix(stem)) for file in files))


@lru_cache
def bundled(dataset: str, loss: str, seed: int, runs: Path = RUNS) -> Film:
    """Return a bundled run, which is read once.

    Raises:
        ValueError, OSError: its file is broken.
    """
    run = load(runs / file_name(dataset, loss, seed))
    return Film(run, tuple(run.iteration.tolist()))


_trainings: SingleFlight[Shared[Snapshot]] = SingleFlight(CACHED_TRAININGS)
_newest = Newest(REMEMBERED_VISITORS)


def gan_stage(asked: GanQuestion, visitor: Hashable, start: int = 0) -> Film | None:
    """Return a run as far as it has come, as soon as it has more than the first `start` snapshots.

    At once where it has ended. None where the visitor's next call of this function or of `stop`
    came first.

    Args:
        asked: the question.
        visitor: who asks; this ends what they asked for before.
        start: how many snapshots they have.
    """
    sign = _newest.begin(visitor)
    if asked.recipe is None:
        return bundled(asked.dataset, asked.loss, asked.seed)
    at = recorded(asked.recipe.iterations)
    made = _training(asked.recipe).items(start + 1, sign)
    return Film(pack(made, {"recipe": asked.recipe.as_dict()}), at) if made else None


def stop(visitor: Hashable) -> None:
    """End the visitor's wait for a live training, if any; it pauses if nobody else waits for it."""
    _newest.end(visitor)


def _training(recipe: Recipe) -> Shared[Snapshot]:
    return _trainings.get(recipe, lambda: _begin(recipe))


def _begin(recipe: Recipe) -> Shared[Snapshot]:
    at = recorded(recipe.iterations)
    return Shared(snapshots(Training(recipe), at, KEPT), len(at))


def results(dataset: str, loss: str, folder: Path = evidence.RESULTS) -> dict[str, Any] | None:
    """Return what the bundled runs of a data set and loss measured; None where there are none."""
    if NAME not in evidence.names(folder):
        return None
    losses = evidence.read(NAME, folder)["values"]["losses"]
    measured: dict[str, Any] | None = losses.get(loss, {}).get(dataset)
    return measured


def gan_report(asked: GanQuestion) -> dict[str, Any]:
    """Return a bundled run as plain numbers, and what all seeds of its data set measured."""
    film, target = bundled(asked.dataset, asked.loss, asked.seed), TARGETS[asked.dataset]
    column = film.column(asked.alpha)
    return {
        "dataset": asked.dataset,
        "alpha": asked.alpha,
        "loss": asked.loss,
        "seed": asked.seed,
        "frame": ends(target),
        "side": SIDE,
        "modes": rounded(target.modes),
        "spread": target.spread,
        "recipe": film.run.about["recipe"],
        "frames": [_report(film.run, time, column) for time in range(len(film.recorded))],
        "results": results(asked.dataset, asked.loss),
    }


def ends(target: Target) -> dict[str, float]:
    """Return where the square ends in which samples and surfaces are shown."""
    end = target.extent
    return {"left": -end, "right": end, "bottom": -end, "top": end}


def _report(run: Run, time: int, column: int) -> dict[str, Any]:
    places, lost = unpacked_points(run.samples[time, column])
    return {
        "iteration": int(run.iteration[time]),
        "samples": [
            None if gone else place for gone, place in zip(lost, rounded(places), strict=True)
        ],
        "surface": rounded(run.surface[time, column] / 255, 3),
        "modes": int(run.modes[time, column]),
        "quality": round(float(run.quality[time, column]), 4),
    }
