"""Behaviour between test images of different classes, over many pairs (paper, figure 2)."""

from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, as_input
from mixup_demo.evaluation.intervals import QUANTILES
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.probes.sweep import LAMBDAS, sweep
from mixup_demo.results import Answers, Smoothness

MEASURES = tuple(field.name for field in fields(Smoothness))

#: ends of the band that holds most pairs' gradient norms
BAND = (0.1, 0.9)

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class _Ways:
    """One model on all N pairs: misses and gradient norms (N, P), measures (N, M)."""

    missed: Doubles
    norms: Doubles
    measures: Doubles


def evaluate(material: Material) -> Findings:
    """Walk the way between the images of each pair with both models.

    Raises:
        WeightsError: one of the pair is missing.
    """
    ways = _walk(material, draw_pairs(material))
    differences = ways["mixup"].measures - ways["erm"].measures
    ends = np.quantile(material.bootstrap.means(differences), QUANTILES, axis=0).T
    miss_ends = {
        role: np.quantile(material.bootstrap.means(way.missed), QUANTILES, axis=0)
        for role, way in ways.items()
    }
    measures = {
        name: {
            **{role: way.measures[:, k].mean() for role, way in ways.items()},
            "difference": differences[:, k].mean(),
            "interval": ends[k],
        }
        for k, name in enumerate(MEASURES)
    }
    return Findings(
        n=len(differences),
        models=list(PAIR.values()),
        values={
            "lam": LAMBDAS,
            "miss_rate": {role: way.missed.mean(axis=0) for role, way in ways.items()},
            "miss_interval": miss_ends,
            "gradient_norm": {role: _spread(way.norms) for role, way in ways.items()},
            "measures": measures,
        },
    )


def draw_pairs(material: Material) -> NDArray[np.intp]:
    """Return the numbers of test images A and B of different labels, (N, 2)."""
    rng, labels = material.rng("pairs"), material.labels
    drawn = rng.integers(0, len(labels), (4 * material.sizes.pairs, 2))
    different = labels[drawn[:, 0]] != labels[drawn[:, 1]]
    pairs: NDArray[np.intp] = drawn[different][: material.sizes.pairs]
    return pairs


def _walk(material: Material, pairs: NDArray[np.intp]) -> dict[str, _Ways]:
    engine, labels = material.engine(PAIR), material.labels
    answers: dict[str, list[tuple[Answers, NDArray[np.bool_]]]] = {role: [] for role in PAIR}
    for pair in progress(list(pairs), "between"):
        a, b = as_input(material.data.test_images[pair])
        label_a, label_b = labels[pair].tolist()
        walked = sweep(engine, a, b, label_a, label_b)
        for role, rows in walked.answers.items():
            missed = ~np.isin(rows.probabilities.argmax(axis=1), walked.labels)
            answers[role].append((rows, missed))
    return {role: _ways(rows) for role, rows in answers.items()}


def _ways(answers: list[tuple[Answers, NDArray[np.bool_]]]) -> _Ways:
    return _Ways(
        missed=np.array([missed for _, missed in answers], float),
        norms=np.array([rows.gradient_norm for rows, _ in answers], float),
        measures=np.array(
            [[asdict(rows.smoothness)[name] for name in MEASURES] for rows, _ in answers], float
        ),
    )


def _spread(norms: Doubles) -> dict[str, Doubles]:
    low, median, high = np.quantile(norms, (BAND[0], 0.5, BAND[1]), axis=0)
    return {"median": median, "low": low, "high": high, "mean": norms.mean(axis=0)}
