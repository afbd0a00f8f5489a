"""The finished GAN trainings: coverage and quality over iterations, with the spread over seeds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from mixup_demo.evaluation.intervals import student
from mixup_demo.evaluation.report import rounded
from mixup_demo.gan.files import Run, load
from mixup_demo.gan.measures import REACH
from mixup_demo.gan.recipe import Recipe
from mixup_demo.gan.targets import TARGETS
from mixup_demo.results import Floats

FOLDER = "gan"
MEASURES = ("modes", "quality")
#: of a recipe, what is each run's own
OWN = ("dataset", "loss", "seed")
#: what a run says of where it was trained
MACHINE = ("hardware", "precision")


def evaluate(
    folder: Path, recipe: Recipe, name: str = "gan", arguments: str = ""
) -> dict[str, Any]:
    """Return the content of a results file: all finished runs of a recipe.

    Args:
        folder: of the runs.
        recipe: what they share.
        name: of the file.
        arguments: with which the command trains them.

    Raises:
        ValueError: there is no such run, or a file is broken.
    """
    runs = [one for path in sorted(folder.glob("*.npz")) if matches(one := load(path), recipe)]
    if not runs:
        raise ValueError(
            f"{folder} has no finished run: python -m mixup_demo.train_gan makes them."
        )
    groups: dict[str, dict[str, list[Run]]] = {}
    for one in runs:
        groups.setdefault(of(one)["loss"], {}).setdefault(of(one)["dataset"], []).append(one)
    return {
        "name": name,
        "command": f"python -m mixup_demo.train_gan {arguments}".rstrip(),
        "data": ", ".join(name for name in TARGETS if any(name in own for own in groups.values())),
        "n": len(runs),
        "seeds": sorted({of(one)["seed"] for one in runs}),
        "date": max(one.about["date"] for one in runs),
        "versions": runs[-1].about["versions"],
        **{key: "; ".join(sorted({one.about[key] for one in runs})) for key in MACHINE},
        "values": rounded(
            {
                "recipe": common(recipe.as_dict()),
                "reach": REACH,
                "losses": {
                    loss: {name: _dataset(name, own, recipe.alphas) for name, own in by.items()}
                    for loss, by in groups.items()
                },
            }
        ),
    }


def of(run: Run) -> dict[str, Any]:
    """Return a run's recipe."""
    recipe: dict[str, Any] = run.about["recipe"]
    return recipe


def common(recipe: dict[str, Any]) -> dict[str, Any]:
    """Return what all runs share of a recipe."""
    return {key: value for key, value in recipe.items() if key not in OWN}


def matches(run: Run, recipe: Recipe) -> bool:
    """Return whether a run has the recipe in all but what is each run's own."""
    return common(of(run)) == common(recipe.as_dict())


def _dataset(name: str, runs: Sequence[Run], alphas: Sequence[float]) -> dict[str, Any]:
    """Return what the file holds of one data set, by α."""
    plain = {what: _columns(runs, what, alphas.index(0.0)) for what in MEASURES}
    return {
        "modes": len(TARGETS[name].modes),
        "seeds": [of(one)["seed"] for one in runs],
        "iterations": runs[0].iteration,
        "seconds": [one.about["seconds"] for one in runs],
        "alphas": [
            {
                "alpha": alpha,
                **{what: _summary(_columns(runs, what, number), plain[what]) for what in MEASURES},
            }
            for number, alpha in enumerate(alphas)
        ],
    }


def _columns(runs: Sequence[Run], what: str, number: int) -> Floats:
    """Return a measure of one α for all seeds and snapshots, (S, T)."""
    return np.stack([getattr(one, what)[:, number] for one in runs]).astype(np.float64)


def _summary(values: Floats, plain: Floats) -> dict[str, Any]:
    """Return values (S, T) with their mean, and what they are at the end beside the plain GAN's.

    The standard deviation has S − 1 degrees of freedom; a single seed has none.
    """
    end = values[:, -1]
    return {
        "values": values,
        "mean": values.mean(axis=0),
        "end": {"mean": end.mean(), "sd": end.std(ddof=1) if len(end) > 1 else None},
        "difference": _difference(end - plain[:, -1]),
    }


def _difference(differences: Floats) -> dict[str, Any]:
    """Return the mean of paired differences (S,), and Student's 95 % interval of it over seeds.

    No interval where there is one seed, or all differences are the same.
    """
    return {"mean": differences.mean(), "interval": student(differences)}
