"""The plane: models' answers at R x R points of the plane through three images.

Source: Somepalli et al., CVPR 2022, arXiv 2203.08124; coordinates in `plane_geometry`, measures in
`plane_measures`.
"""

import math
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mixup_demo import mixing
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.probes.chunks import Stop, in_chunks, never
from mixup_demo.probes.plane_geometry import geometry
from mixup_demo.probes.plane_measures import agreement, plane_measures
from mixup_demo.results import Plane, PlaneAnswers

#: coarse to fine: a first look, a good one, and the finest
RESOLUTIONS = (24, 48, 96)
#: the same for models that are too large for this machine to have so many points soon
COARSER = (12, 24, 48)

MAPS = ("classes", "confidence", "margin", "entropy")

Maps = dict[str, NDArray[Any]]


def plane(
    engine: Engine,
    images: Singles,
    labels: tuple[int, int, int],
    resolution: int,
    known: Plane | None = None,
    stop: Stop = never,
) -> Plane:
    """Ask the models at R x R points of the box about three images, 25 % wider on each side.

    Args:
        engine: the models.
        images: (3, 3, H, W) float32 in [0, 1], of the engine's input size.
        labels: indices of the images' classes.
        resolution: R.
        known: the same plane at another resolution, whose points are taken over where they are
            also ours: all of them, where R is a multiple of its resolution.
        stop: asked between batches of points whether to give up.

    Raises:
        InputError: "error.plane.same", "error.plane.line", the images span no plane;
            "error.label.index", no such class.
        StoppedError: `stop` said so.
    """
    mixing.one_hot(labels, len(engine.classes))  # for its check
    spanned = geometry(images)
    x, y = spanned.axes(resolution)
    fresh, before = _taken_over(known, resolution)
    points = np.stack(np.meshgrid(x, y), axis=-1)[fresh]
    answers = {
        name: _answers(fresh, _maps(rows), before.get(name, {}), labels)
        for name, rows in _ask(engine, images[:1], spanned.basis, points, stop).items()
    }
    return Plane(
        x=x,
        y=y,
        positions=spanned.positions,
        labels=labels,
        classes=engine.classes,
        answers=answers,
        agreement=agreement([rows.classes for rows in answers.values()]),
        device=engine.device,
        precision=engine.precision,
    )


def _taken_over(known: Plane | None, resolution: int) -> tuple[NDArray[np.bool_], dict[str, Maps]]:
    """Return which points are new, (R, R), and by model the known maps at all others."""
    fresh = np.ones((resolution, resolution), bool)
    if known is None:
        return fresh, {}
    # our k / R is their k' / R' where k' = k R' / R is whole
    steps = np.arange(resolution) * known.resolution
    ours = np.flatnonzero(steps % resolution == 0)
    theirs = steps[ours] // resolution
    fresh[np.ix_(ours, ours)] = False
    return fresh, {name: _at(answers, theirs) for name, answers in known.answers.items()}


def _at(answers: PlaneAnswers, numbers: NDArray[np.intp]) -> Maps:
    """Return the maps at the crossings of these rows and columns, row by row."""
    crossings = np.ix_(numbers, numbers)
    return {name: getattr(answers, name)[crossings].ravel() for name in MAPS}


def _ask(
    engine: Engine,
    origin: Singles,
    basis: NDArray[np.float64],
    points: NDArray[np.float64],
    stop: Stop,
) -> dict[str, Singles]:
    """Return the models' log-probabilities (N, K) at N points (N, 2)."""
    directions = basis[None].astype(np.float32)
    chunks = math.ceil(len(points) / engine.chunk)
    if not chunks:
        return dict.fromkeys(engine.models, np.empty((0, len(engine.classes)), np.float32))
    starts = (
        partial(engine.start, _answer_mixed, origin, chunk, directions)
        for chunk in np.array_split(points.astype(np.float32), chunks)
    )
    return {name: rows for name, (rows,) in in_chunks(starts, stop).items()}


@torch.no_grad()
def _answer_mixed(
    network: nn.Module, origin: Tensor, points: Tensor, basis: Tensor
) -> tuple[Tensor, ...]:
    """Mix one batch where it is needed: (N, 2) numbers travel instead of N images."""
    mixed = torch.addmm(origin.flatten(1), points, basis[0].flatten(1))
    images = mixed.view(-1, *origin.shape[1:])
    return (network(images).float().log_softmax(dim=1).cpu(),)


def _maps(log_probabilities: Singles) -> Maps:
    """Return what a plane holds of N points' answers (N, K), each (N,), by name."""
    probabilities = np.exp(log_probabilities)
    second, first = np.partition(probabilities, -2, axis=1)[:, -2:].T
    return {
        "classes": log_probabilities.argmax(axis=1).astype(np.int16),
        "confidence": first,
        "margin": first - second,
        "entropy": -(probabilities * log_probabilities).sum(axis=1),
    }


def _answers(
    fresh: NDArray[np.bool_], computed: Maps, before: Maps, labels: tuple[int, int, int]
) -> PlaneAnswers:
    """Merge new answers, where `fresh` is true, with those known before."""
    whole = {}
    for name, values in computed.items():
        whole[name] = np.empty(fresh.shape, values.dtype)
        whole[name][fresh] = values
        whole[name][~fresh] = before.get(name, values[:0])
    return PlaneAnswers(**whole, measures=plane_measures(whole["classes"], labels))
