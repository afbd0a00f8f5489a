"""The way between many pairs of test images, walked once for all evaluations that look at it."""

from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, as_input
from mixup_demo.evaluation.progress import progress
from mixup_demo.probes.sweep import sweep
from mixup_demo.results import Smoothness, Sweep

MEASURES = tuple(field.name for field in fields(Smoothness))

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class Ways:
    """One model on the ways of N pairs, from image B to image A, at P points each.

    Attributes:
        missed: (N, P), 1 where the answer is neither A's class nor B's.
        own: (N, P), probability of A's class.
        confidence: (N, P), the largest probability.
        norms: (N, P), gradient norms as in `results.Answers`.
        measures: (N, M), the fields of `results.Smoothness` in their order.
    """

    missed: Doubles
    own: Doubles
    confidence: Doubles
    norms: Doubles
    measures: Doubles


def draw_pairs(material: Material) -> NDArray[np.intp]:
    """Return the numbers of test images A and B of different labels, (N, 2)."""
    rng, labels = material.rng("pairs"), material.labels
    drawn = rng.integers(0, len(labels), (4 * material.sizes.pairs, 2))
    different = labels[drawn[:, 0]] != labels[drawn[:, 1]]
    pairs: NDArray[np.intp] = drawn[different][: material.sizes.pairs]
    return pairs


def walk(material: Material) -> dict[str, Ways]:
    """Return both models on the ways of all pairs, by role; a second call computes nothing.

    Raises:
        WeightsError: one of the pair is missing.
    """
    return material.once("walks", lambda: _walk(material, draw_pairs(material)))


def _walk(material: Material, pairs: NDArray[np.intp]) -> dict[str, Ways]:
    engine, labels = material.engine(PAIR), material.labels
    walked: dict[str, list[Ways]] = {role: [] for role in PAIR}
    for pair in progress(list(pairs), "pairs"):
        a, b = as_input(material.data.test_images[pair])
        label_a, label_b = labels[pair].tolist()
        way = sweep(engine, a, b, label_a, label_b)
        for role, rows in walked.items():
            rows.append(_way(way, role))
    return {role: _stacked(rows) for role, rows in walked.items()}


def _way(way: Sweep, role: str) -> Ways:
    """Return one pair's way, each array without its first axis."""
    answers = way.answers[role]
    measures = asdict(answers.smoothness)
    return Ways(
        missed=(~np.isin(answers.probabilities.argmax(axis=1), way.labels)).astype(float),
        own=answers.probabilities[:, way.labels[0]].astype(float),
        confidence=answers.confidence.astype(float),
        norms=np.asarray(answers.gradient_norm, float),
        measures=np.array([measures[name] for name in MEASURES], float),
    )


def _stacked(rows: list[Ways]) -> Ways:
    return Ways(
        **{field.name: np.stack([vars(row)[field.name] for row in rows]) for field in fields(Ways)}
    )
