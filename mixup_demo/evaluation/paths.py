"""Models' answers on the straight paths between many pairs of test images, computed once."""

from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, as_input
from mixup_demo.evaluation.progress import progress
from mixup_demo.models.engine import Engine
from mixup_demo.probes.sweep import sweep
from mixup_demo.results import Smoothness, Sweep

#: how often as many are drawn as are wanted, by the number of images
DRAWS = {2: 4, 3: 16}

MEASURES = tuple(field.name for field in fields(Smoothness))

Doubles = NDArray[np.float64]

#: one value a pair or plane, by role of the model
Values = dict[str, Doubles]


@dataclass(frozen=True)
class Paths:
    """One model's answers on the paths of N pairs, from image B to image A, at P points each.

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
    return draw_apart(material.rng("pairs"), material.labels, material.sizes.pairs, 2)


def draw_apart(
    rng: np.random.Generator, labels: NDArray[np.int64], n: int, size: int
) -> NDArray[np.intp]:
    """Return the numbers of n times 2 or 3 images of different labels, (n, size).

    All images are drawn alike, and draws in which a label comes twice are left out. Where labels
    are so uneven that too few are left, in all further ones each image is drawn from those of other
    labels than those before it. None, (0, size), where there are not as many labels.
    """
    if len(np.unique(labels)) < size:
        return np.empty((0, size), np.intp)
    drawn = rng.integers(0, len(labels), (DRAWS[size] * n, size))
    kinds = np.sort(labels[drawn], axis=1)
    apart = drawn[(np.diff(kinds, axis=1) > 0).all(axis=1)][:n]
    further = [_one_after_another(rng, labels, size) for _ in range(n - len(apart))]
    return np.concatenate([apart, np.reshape(further, (-1, size))]).astype(np.intp)


def _one_after_another(rng: np.random.Generator, labels: NDArray[np.int64], size: int) -> list[int]:
    found: list[int] = []
    for _ in range(size):
        others = np.flatnonzero(~np.isin(labels, labels[found]))
        found.append(int(rng.choice(others)))
    return found


def answer_paths(material: Material) -> dict[str, Paths]:
    """Return both models' answers on the paths of all pairs, by role, computed once.

    Raises:
        WeightsError: one of the pair is missing.
    """
    return material.once(
        "paths", lambda: paths_of(material, material.engine(material.pair), draw_pairs(material))
    )


def paths_of(material: Material, engine: Engine, pairs: NDArray[np.intp]) -> dict[str, Paths]:
    """Return the answers of an engine's models on the paths of pairs (N, 2), by role."""
    labels = material.labels
    answered: dict[str, list[Paths]] = {role: [] for role in PAIR}
    for pair in progress(list(pairs), "pairs"):
        a, b = as_input(material.data.test_images[pair])
        label_a, label_b = labels[pair].tolist()
        swept = sweep(engine, a, b, label_a, label_b)
        for role, rows in answered.items():
            rows.append(_path(swept, role))
    return {role: _stacked(rows) for role, rows in answered.items()}


def by_measure(paths: dict[str, Paths]) -> dict[str, Values]:
    """Return each measure's values (N,) by role, of the answers on N paths."""
    return {
        name: {role: path.measures[:, k] for role, path in paths.items()}
        for k, name in enumerate(MEASURES)
    }


def _path(swept: Sweep, role: str) -> Paths:
    """Return the answers on one pair's path, each array without its first axis."""
    answers = swept.answers[role]
    measures = asdict(answers.smoothness)
    return Paths(
        missed=(~np.isin(answers.probabilities.argmax(axis=1), swept.labels)).astype(float),
        own=answers.probabilities[:, swept.labels[0]].astype(float),
        confidence=answers.confidence.astype(float),
        norms=np.asarray(answers.gradient_norm, float),
        measures=np.array([measures[name] for name in MEASURES], float),
    )


def _stacked(rows: list[Paths]) -> Paths:
    return Paths(
        **{field.name: np.stack([vars(row)[field.name] for row in rows]) for field in fields(Paths)}
    )
