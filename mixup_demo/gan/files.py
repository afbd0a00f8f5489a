"""Finished trainings as files, small enough for the repository: ``DATASET-LOSS-seedN.npz``.

Samples are int16 in units of 1/8192, clipped at ±4; of a sample that is not finite both numbers are
the least one. The surface is uint8, 255 standing for 1. Quality and modes are kept as measured.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.gan.recipe import present_names
from mixup_demo.gan.results import Snapshot
from mixup_demo.results import Floats

#: samples of a snapshot that are kept
KEPT = 512
#: length of one step of the samples' int16
UNIT = 1 / 8192
END = 4
LOST = np.iinfo(np.int16).min


@dataclass(frozen=True, eq=False)
class Run:
    """A finished training, its arrays as they are in the file.

    Attributes:
        about: recipe, and hardware, versions, date and seconds of the training.
        iteration: after which snapshots were taken, int32, (T,).
        samples: int16, (T, A, 512, 2).
        surface: uint8, (T, A, 48, 48), the lowest row first.
        modes: modes covered, uint8, (T, A).
        quality: share of high-quality samples, float32, (T, A).
    """

    about: dict[str, Any]
    iteration: NDArray[np.int32]
    samples: NDArray[np.int16]
    surface: NDArray[np.uint8]
    modes: NDArray[np.uint8]
    quality: NDArray[np.float32]


ARRAYS = tuple(field.name for field in fields(Run) if field.name != "about")


def pack(snapshots: Sequence[Snapshot], about: dict[str, Any]) -> Run:
    """Return a run of these snapshots, of which all but the first `KEPT` samples are dropped."""
    return Run(
        about=about,
        iteration=np.array([one.iteration for one in snapshots], np.int32),
        samples=packed_points(np.stack([one.samples[:, :KEPT] for one in snapshots])),
        surface=packed_shares(np.stack([one.surface for one in snapshots])),
        modes=np.stack([one.modes for one in snapshots]).astype(np.uint8),
        quality=np.stack([one.quality for one in snapshots]).astype(np.float32),
    )


def packed_points(points: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return points (..., 2) as int16, see above."""
    finite = np.isfinite(points).all(axis=-1, keepdims=True)
    steps = (np.nan_to_num(points).clip(-END, END) / UNIT).round().clip(LOST + 1, -LOST - 1)
    return np.where(finite, steps, LOST).astype(np.int16)


def unpacked_points(whole: NDArray[np.int16]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return points (N, 2), and which of them stand for what is not finite, (N,)."""
    return whole * UNIT, (whole == LOST).any(axis=1)


def packed_shares(shares: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return shares of 1 as uint8; what is not a number, as 0."""
    return (np.nan_to_num(shares) * 255).round().astype(np.uint8)


def save(run: Run, path: Path) -> None:
    """Write a run; the file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    about = np.array(json.dumps(run.about, sort_keys=True))
    with draft.open("wb") as file:
        np.savez_compressed(file, about=about, **{name: getattr(run, name) for name in ARRAYS})
    draft.replace(path)


def load(path: Path) -> Run:
    """Read a run.

    Raises:
        ValueError: it is no such file, or its arrays do not fit each other.
        OSError: it cannot be read.
    """
    arrays = _arrays(path)
    missing = {"about", *ARRAYS} - arrays.keys()
    if missing:
        raise ValueError(f"{path.name} has no {', '.join(sorted(missing))}: train it again.")
    about = json.loads(str(arrays.pop("about")))
    about["recipe"] = present_names(about["recipe"])
    shape = (len(arrays["iteration"]), len(about["recipe"]["alphas"]))
    if any(arrays[name].shape[:2] != shape for name in ARRAYS if name != "iteration"):
        raise ValueError(f"The arrays of {path.name} are not all {shape}: train it again.")
    return Run(about=about, **arrays)


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Return those arrays of a run that are in a file.

    Raises:
        ValueError: it is no such file.
        OSError: it cannot be read.
    """
    try:
        # opened here, for NumPy leaves open what is no whole archive
        with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
            return {name: found[name] for name in ("about", *ARRAYS) if name in found.files}
    except OSError:
        raise
    except Exception as error:  # bytes that are no run raise almost anything, and NumPy advises
        raise ValueError(  # to unpickle them
            f"{path} must be a run as train_gan saves it, but is damaged. Delete it, and train it "
            "again: python -m mixup_demo.train_gan."
        ) from error


def file_name(dataset: str, loss: str, seed: int) -> str:
    """Return the name of a run's file."""
    return f"{dataset}-{loss}-seed{seed}.npz"


def seeds(dataset: str, loss: str, folder: Path) -> tuple[int, ...]:
    """Return the seeds of the runs of a data set and loss in a folder, in rising order."""
    stem = file_name(dataset, loss, 0).removesuffix("0.npz")
    files = folder.glob(f"{stem}*.npz")
    return tuple(sorted(int(file.stem.removeprefix(stem)) for file in files))
