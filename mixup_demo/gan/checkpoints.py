"""Training with checkpoints: a run that is stopped at any moment resumes from the last one."""

import time
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import torch

from mixup_demo.gan.results import Snapshot
from mixup_demo.gan.training import Training, snapshots
from mixup_demo.training.states import read_state

#: iterations from one checkpoint to the next, at least; there are checkpoints at snapshots only
BETWEEN = 200
NAME = "checkpoint.pt"


def train(
    training: Training, at: Sequence[int], samples: int, folder: Path
) -> tuple[list[Snapshot], float]:
    """Return snapshots after each of the iterations `at`, and the seconds that all parts took.

    Args:
        training: not begun yet; where `folder` holds its state, it goes on from there.
        at: in rising order.
        samples: kept of a snapshot.
        folder: where this training keeps its state; one folder a training.

    Raises:
        ValueError: `folder` holds the state of another training, or a damaged one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken, seconds = _resume(training, folder / NAME)
    started = time.perf_counter() - seconds
    saved = training.iteration
    for snapshot in snapshots(training, at[len(taken) :], samples):
        taken.append(snapshot)
        if training.iteration >= saved + BETWEEN:
            saved = training.iteration
            _save(training, taken, time.perf_counter() - started, folder)
    return taken, time.perf_counter() - started


def _save(training: Training, taken: list[Snapshot], seconds: float, folder: Path) -> None:
    """Write a checkpoint; a kill in between leaves the older one whole."""
    names = [field.name for field in fields(Snapshot) if field.name != "iteration"]
    kept = [
        {"iteration": one.iteration} | {name: torch.tensor(getattr(one, name)) for name in names}
        for one in taken
    ]
    draft = folder / f"{NAME}.part"
    torch.save({"training": training.state(), "taken": kept, "seconds": seconds}, draft)
    draft.replace(folder / NAME)


def _resume(training: Training, checkpoint: Path) -> tuple[list[Snapshot], float]:
    if not checkpoint.exists():
        return [], 0.0
    state = read_state(checkpoint, torch.device("cpu"), ("training", "taken", "seconds"))
    try:
        training.restore(state["training"])
    except ValueError as error:
        raise ValueError(
            f"{checkpoint}: {error} Delete its folder, or name another one by --runs."
        ) from error
    taken = [
        Snapshot(one.pop("iteration"), **{name: value.numpy() for name, value in one.items()})
        for one in state["taken"]
    ]
    return taken, state["seconds"]
