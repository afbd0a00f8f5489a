"""The sweep: both models' answers along the whole path between two images."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo import mixing
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.probes.chunks import Columns, Stop, in_chunks, never
from mixup_demo.probes.smoothness import smoothness
from mixup_demo.results import Answers, Floats, Sweep
from mixup_demo.texts.input_error import InputError

LAMBDAS = np.arange(101) / 100

#: what answers hold of each point by itself
ROWS = ("probabilities", "confidence", "entropy", "loss")

Rows = dict[str, NDArray[Any]]


def sweep(
    engine: Engine,
    image_a: Singles,
    image_b: Singles,
    label_a: int,
    label_b: int,
    method: str = mixing.METHODS[0],
    seed: int = 0,
    gradients: bool = True,
    points: int = len(LAMBDAS),
    known: Sweep | None = None,
    stop: Stop = never,
) -> Sweep:
    """Ask both models at λ = 0, 0.01, ..., 1 (A's weight), and measure how they go from B to A.

    Args:
        engine: the models.
        image_a, image_b: (3, H, W) float32 in [0, 1], of the engine's input size.
        label_a, label_b: indices of their classes.
        method: "mixup", or "cutmix": a box of B on A, about one centre as far as it has room there.
        seed: of the centre.
        gradients: whether to compute gradient norms, which takes more than twice as long.
        points: P, of λ from 0 to 1 at equal distances; P - 1 divides 100.
        known: the same sweep at fewer points or without gradients, whose answers are taken over
            where there are some.
        stop: asked between chunks of points whether to give up.

    Raises:
        InputError: "error.method", no such method; "error.label.index", no such class.
        StoppedError: `stop` said so.
    """
    labels = (label_a, label_b)
    path = _path(engine, labels, method, seed, points)
    fresh, before = _taken_over(known, points)
    asked = np.arange(points) if gradients else np.flatnonzero(fresh)
    columns = _ask(engine, (image_a, image_b), path.at(asked), gradients, stop)
    distance = float(np.linalg.norm(image_a - image_b))
    return Sweep(
        lam=path.lam.copy(),
        applied=path.applied.copy(),
        soft_labels=path.soft_labels,
        boxes=path.boxes,
        labels=labels,
        classes=engine.classes,
        method=method,
        seed=seed,
        distance=distance,
        answers={
            name: _answers(
                _merged(_rows(logarithms, path.soft_labels[asked]), asked, before.get(name), fresh),
                path.soft_labels,
                path.applied,
                labels,
                distance,
                *norms,
            )
            for name, (logarithms, *norms) in columns.items()
        },
        device=engine.device,
        precision=engine.precision,
    )


class _Path(NamedTuple):
    """What is asked at P points: see `Sweep` for the fields."""

    lam: Floats
    applied: Floats
    soft_labels: Singles
    boxes: NDArray[np.int64] | None

    def at(self, points: NDArray[np.intp]) -> "_Path":
        """Return the path at some of its points, by their numbers."""
        boxes = None if self.boxes is None else self.boxes[points]
        return _Path(self.lam[points], self.applied[points], self.soft_labels[points], boxes)

    def images(self, a: Singles, b: Singles) -> Singles:
        """Return the mixed images at all points, (P, 3, H, W)."""
        if self.boxes is None:
            return mixing.mix(a[None], b[None], self.lam.astype(np.float32)[:, None, None, None])
        return np.stack([mixing.cutmix(a, b, mixing.Box(*box)) for box in self.boxes])


def _path(engine: Engine, labels: tuple[int, int], method: str, seed: int, points: int) -> _Path:
    """Return the path; arguments and errors as in `sweep`."""
    if method not in mixing.METHODS:
        raise InputError("error.method", value=method, names=", ".join(mixing.METHODS))
    targets = mixing.one_hot(labels, len(engine.classes))
    lam = LAMBDAS[:: (len(LAMBDAS) - 1) // (points - 1)]
    boxes = cutmix_boxes(lam, *engine.input_size, seed) if method == "cutmix" else None
    applied = lam if boxes is None else _corrected(boxes, *engine.input_size)
    soft_labels = mixing.mix(targets[:1], targets[1:], applied.astype(np.float32)[:, None])
    return _Path(lam, applied, soft_labels, boxes)


def _taken_over(known: Sweep | None, points: int) -> tuple[NDArray[np.bool_], dict[str, Rows]]:
    """Return which points are new, (P,), and by model what is known of all others."""
    fresh = np.ones(points, bool)
    if known is None:
        return fresh, {}
    fresh[:: (points - 1) // (len(known.lam) - 1)] = False
    return fresh, {
        name: {row: getattr(answers, row) for row in ROWS}
        for name, answers in known.answers.items()
    }


def _ask(
    engine: Engine,
    images: tuple[Singles, Singles],
    path: _Path,
    gradients: bool,
    stop: Stop,
) -> Columns:
    """Return the models' log-probabilities, and gradient norms if wanted, along a path."""

    def starts() -> Iterator[partial[Any]]:
        numbers = np.arange(len(path.lam))
        for chunk in np.array_split(numbers, -(-len(numbers) // engine.chunk)):
            part = path.at(chunk)
            wanted = part.soft_labels if gradients else None
            yield partial(engine.start_responding, part.images(*images), wanted)

    return in_chunks(starts(), stop)


def _rows(log_probabilities: Singles, soft_labels: Singles) -> Rows:
    """Return what answers hold of points whose log-probabilities are (N, K)."""
    probabilities = np.exp(log_probabilities)
    return {
        "probabilities": probabilities,
        "confidence": probabilities.max(axis=1),
        "entropy": -(probabilities * log_probabilities).sum(axis=1),
        "loss": -(soft_labels * log_probabilities).sum(axis=1),
    }


def _merged(
    computed: Rows, asked: NDArray[np.intp], before: Rows | None, fresh: NDArray[np.bool_]
) -> Rows:
    """Return rows of all points: those that are known as they are, the computed ones elsewhere."""
    if before is None:
        return computed
    whole = {}
    for name, values in computed.items():
        whole[name] = np.empty((len(fresh), *values.shape[1:]), values.dtype)
        whole[name][asked] = values
        whole[name][~fresh] = before[name]
    return whole


def cutmix_box(lam: float, height: int, width: int, seed: int) -> mixing.Box:
    """Return the box at one λ, about a centre that is drawn from the seed: the same for each λ.

    It is not clipped at the border but moved inside, so that the path ends in all of B.
    """
    centre = mixing.draw_centre(height, width, np.random.default_rng(seed))
    return mixing.inner_box(lam, height, width, centre)


def cutmix_boxes(lam: Floats, height: int, width: int, seed: int) -> NDArray[np.int64]:
    """Return the `cutmix_box` at each λ, (P, 4)."""
    return np.array([cutmix_box(float(value), height, width, seed) for value in lam])


def _corrected(boxes: NDArray[np.int64], height: int, width: int) -> Floats:
    return np.array([mixing.box_lambda(mixing.Box(*box), height, width) for box in boxes])


def _answers(
    rows: Rows,
    soft_labels: Singles,
    lam: Floats,
    labels: tuple[int, int],
    distance: float,
    gradient_norm: Singles | None = None,
) -> Answers:
    measures = smoothness(rows["probabilities"], soft_labels, lam, labels, distance, gradient_norm)
    return Answers(**rows, gradient_norm=gradient_norm, smoothness=measures)
