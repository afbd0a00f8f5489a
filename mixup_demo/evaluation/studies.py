"""What the studies' trainings found: test errors over seeds, by cell of each study.

No weights and no images are asked: test errors are the manifest's, measured in fp32 when a training
ended, and errors over epochs those of its log. What is not finished is left out.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mixup_demo.evaluation.pilot import complete, pilot
from mixup_demo.evaluation.report import rounded
from mixup_demo.evaluation.study_cells import ALPHA, CELLS, study
from mixup_demo.evaluation.study_methods import GROUPS, groups
from mixup_demo.evaluation.trainings import Trained, finished
from mixup_demo.training.studies import STUDIES, by_worth

NAME = "studies"
HOUR = 3600  # seconds


def evaluate(models: Path) -> dict[str, Any]:
    """Return the content of the results file: all finished models of all studies.

    Args:
        models: the folder of the models.

    Raises:
        WeightsError: there is no readable manifest.
        ValueError: none of the studies' models is finished, or a log is missing.
    """
    found = _decided(finished(models))
    entries = {name: one.entry for name, one in found.items()}
    return {
        "name": NAME,
        "command": f"python -m mixup_demo.evaluate --only {NAME}",
        "n": _common(entries, "test_images"),
        "seeds": sorted({one.recipe.seed for one in found.values()}),
        "date": max(entry["finished"] for entry in entries.values()),
        "precision": "fp32",
        **{key: "; ".join(_kinds(entries, key)) for key in ("data", "hardware")},
        "versions": next(reversed(entries.values()))["versions"],
        "models": {name: entry["sha256"][:16] for name, entry in entries.items()},
        "values": rounded(
            {
                "mixup_alpha": ALPHA,
                "studies": {name: study(name, found) for name in CELLS},
                "methods": {name: groups(name, found) for name in GROUPS},
                "pilot": pilot(found),
                "queue": _queue(found),
            }
        ),
    }


def _decided(found: Mapping[str, Trained]) -> dict[str, Trained]:
    """Return the models without those of shares whose α and dropout the pilot has not chosen."""
    waits = {
        name for name, recipe in STUDIES["noisy"].items() if not complete(recipe.corruption, found)
    }
    return {name: one for name, one in found.items() if name not in waits}


def _kinds(entries: Mapping[str, Mapping[str, Any]], key: str) -> list[str]:
    return sorted({entry[key] for entry in entries.values()})


def _common(entries: Mapping[str, Mapping[str, Any]], key: str) -> int:
    """Return what all entries share.

    Raises:
        ValueError: they do not share it.
    """
    found = {entry[key] for entry in entries.values()}
    if len(found) > 1:
        raise ValueError(f"The studies' models differ in {key}: {sorted(found)}.")
    return int(found.pop())


def _queue(found: Mapping[str, Trained]) -> dict[str, Any]:
    """Return how far the trainings are and what they took, and which of them to try again.

    Without the page's own models, which other commands train. Hours are of the clock: a training
    has a core for itself only as long as nothing else wants it.
    """
    queued = by_worth()
    trained = [one for name, one in found.items() if name in queued]
    hours = Counter[str]()
    for one in trained:
        hours[one.entry["hardware"]] += one.entry["wall_time_s"] / HOUR
    return {
        "finished": len(trained),
        "total": len(queued),
        "studies": [
            {"study": name, "finished": sum(one in found for one in study), "total": len(study)}
            for name, study in STUDIES.items()
        ],
        "hours": sum(hours.values()),
        "hardware": [{"hardware": name, "hours": taken} for name, taken in sorted(hours.items())],
        "again": _again(found),
    }


def _again(found: Mapping[str, Trained]) -> dict[str, Any]:
    """Return a recipe of `ALPHA` that trains in minutes, and the least that its length took.

    The least, because pauses and other load only lengthen what the clock says.
    """
    name = next((key for key, one in found.items() if one.recipe.alpha == ALPHA), next(iter(found)))
    epochs = found[name].recipe.epochs
    same = [one for one in found.values() if one.recipe.epochs == epochs]
    minutes = [one.entry["wall_time_s"] / 60 for one in same]
    return {
        "recipe": name,
        "images": found[name].recipe.train_images,
        "n": len(same),
        "minutes": min(minutes),
        "hardware": _kinds({one.recipe.name: one.entry for one in same}, "hardware"),
    }
