"""The Boundary view's measures over many pairs and planes of test images."""

from dataclasses import fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, as_input
from mixup_demo.evaluation.intervals import band
from mixup_demo.evaluation.paths import (
    Doubles,
    Paths,
    Values,
    answer_paths,
    by_measure,
    draw_apart,
    draw_pairs,
)
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.evidence.population_file import significant
from mixup_demo.models.engine import Engine
from mixup_demo.probes.plane import plane
from mixup_demo.probes.plane_geometry import geometry
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.probes.thickness import RADIUS, STEP, STEPS, adversarial_thickness
from mixup_demo.results import Floats, PlaneMeasures
from mixup_demo.texts.input_error import InputError

#: every how many of a path's points the curves keep
STRIDE = 2

#: curves over λ, and what of `Paths` they are made of
CURVES = {"own": "own", "gradient_norm": "norms", "confidence": "confidence"}

#: images that are attacked at once
CHUNK = 50

PLANE_MEASURES = tuple(field.name for field in fields(PlaneMeasures))


def evaluate(material: Material) -> Findings:
    """Measure both models on the paths between pairs, and on the planes of triples.

    Raises:
        WeightsError: one of the pair is missing.
    """
    pairs = draw_pairs(material)
    return Findings(
        n=len(pairs),
        models=list(material.pair.values()),
        values={"pairs": _pairs(material, pairs), "planes": _planes(material)},
    )


def draw_triples(material: Material) -> NDArray[np.intp]:
    """Return the numbers of test images of three different labels that span a plane, (N, 3).

    There are none, N = 0, where the images have fewer than three labels. Images of one's own may
    hold the same picture under two labels: such a triple is left out.
    """
    n = material.sizes.planes
    drawn = draw_apart(material.rng("planes"), material.labels, n, 3)
    return drawn[[_spans_a_plane(material, triple) for triple in drawn]]


def _spans_a_plane(material: Material, triple: NDArray[np.intp]) -> bool:
    try:
        geometry(as_input(material.data.test_images[triple]))
    except InputError:
        return False
    return True


def _pairs(material: Material, pairs: NDArray[np.intp]) -> dict[str, Any]:
    paths = answer_paths(material)
    attacked = pairs[: material.sizes.thickness]
    columns = {
        **by_measure(paths),
        "adversarial_thickness": thickness(material, material.engine(material.pair), attacked),
    }
    return {
        "n": len(pairs),
        "image_a": pairs[:, 0],
        "image_b": pairs[:, 1],
        "lam": LAMBDAS[::STRIDE],
        "curves": {name: _curve(paths, source) for name, source in CURVES.items()},
        "measures": {name: compared(material, column) for name, column in columns.items()},
        "attack": {
            **{"norm": "L2", "radius": RADIUS, "steps": STEPS, "step": STEP},
            "n": len(attacked),
        },
    }


def _curve(paths: dict[str, Paths], source: str) -> dict[str, Any]:
    bands = {role: band(getattr(path, source)[:, ::STRIDE]) for role, path in paths.items()}
    return {
        role: {end: short(values) for end, values in ends.items()} for role, ends in bands.items()
    }


def thickness(material: Material, engine: Engine, pairs: NDArray[np.intp]) -> Values:
    """Return the adversarial thickness from each A towards B's class, by role.

    Args:
        material: whose test images are attacked.
        engine: the models, by role.
        pairs: numbers of the images A and B, (N, 2).
    """
    found: list[dict[str, Floats]] = []
    chunks = [pairs[start : start + CHUNK] for start in range(0, len(pairs), CHUNK)]
    for chunk in progress(chunks, "adversarial thickness"):
        images = as_input(material.data.test_images[chunk[:, 0]])
        found.append(adversarial_thickness(engine, images, *material.labels[chunk].T))
    return {role: np.concatenate([part[role] for part in found]).astype(float) for role in PAIR}


def _planes(material: Material) -> dict[str, Any] | None:
    """Return what all planes measure, None where there are none."""
    triples = draw_triples(material)
    if not len(triples):
        return None
    seen = [_plane(material, triple) for triple in progress(list(triples), "planes")]
    measures = {
        name: compared(material, {role: _measured(seen, role, name) for role in PAIR})
        for name in PLANE_MEASURES
    }
    agreement = np.array([one.agreement for one in seen])
    return {
        "n": len(triples),
        "resolution": material.sizes.resolution,
        **{f"image_{letter}": triples[:, k] for k, letter in enumerate("abc")},
        "measures": {
            **measures,
            "agreement": {
                "values": short(agreement),
                "mean": agreement.mean(),
                "interval": material.bootstrap.of_mean(agreement),
            },
        },
    }


class _Seen(NamedTuple):
    """The part of a plane's results that is kept; its maps would fill the memory."""

    measures: dict[str, PlaneMeasures]
    agreement: float


def _plane(material: Material, triple: NDArray[np.intp]) -> _Seen:
    a, b, c = material.labels[triple].tolist()
    images = as_input(material.data.test_images[triple])
    found = plane(material.engine(material.pair), images, (a, b, c), material.sizes.resolution)
    return _Seen({role: rows.measures for role, rows in found.answers.items()}, found.agreement)


def _measured(seen: list[_Seen], role: str, name: str) -> Doubles:
    return np.array([getattr(one.measures[role], name) for one in seen], float)


def compared(material: Material, values: Values) -> dict[str, Any]:
    """Return each role's values (N,), the mean of mixup − ERM, and its 95 % interval."""
    differences = values["mixup"] - values["erm"]
    return {
        **{role: short(column) for role, column in values.items()},
        "difference": differences.mean(),
        "interval": material.bootstrap.of_mean(differences),
    }


def short(values: Doubles) -> list[float]:
    """Return numbers with as many digits as the page needs."""
    return [significant(value) for value in values.tolist()]
