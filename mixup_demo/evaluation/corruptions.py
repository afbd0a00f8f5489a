"""Errors on images that are corrupted as in everyday use: noise, blur, contrast, JPEG, rotation.

Errors are not divided by those of a reference network, as the mean corruption error of Hendrycks
and Dietterich (arXiv 1903.12261) is: every number is a share of images.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mixup_demo.evaluation.answers import Material, lacking, wrong
from mixup_demo.evaluation.corrupting import KINDS, corrupted
from mixup_demo.evaluation.pairs import (
    BUNDLED,
    GROUPS,
    SEEDS,
    Pair,
    Rows,
    by_role,
    complete_groups,
    curves,
    difference_of,
    errors_of,
    place,
)
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings

#: a kind and the number of a strength
Place = tuple[str, int]

CLEAN: Place = ("clean", 0)


def evaluate(material: Material) -> Findings:
    """Compare the bundled pairs and those of the learning curves on the same corrupted images.

    Raises:
        WeightsError: no pair is complete.
    """
    pairs = complete_groups(material, (BUNDLED, *SEEDS))
    groups = {name: by_role(some) for name, some in pairs.items()}
    if not groups:
        raise lacking(material, [name for pair in GROUPS[BUNDLED] for name in pair])
    of_curves = curves(material)
    models = [
        *(name for names in groups.values() for role in names.values() for name in role),
        *(name for pair in of_curves for name in pair.values()),
    ]
    chosen = material.draw("corrupted images", len(material.labels), material.sizes.corrupted)
    answered = _answered(material, models, chosen)
    return Findings(
        n=len(chosen),
        models=models,
        values={
            "kinds": {name: kind.strengths for name, kind in KINDS.items()},
            "groups": [_group(material, *group, answered) for group in groups.items()],
            "curves": [_curve(material, pair, answered) for pair in of_curves],
        },
    )


def _answered(
    material: Material, models: Sequence[str], chosen: np.ndarray
) -> dict[Place, dict[str, Rows]]:
    """Return which images each model answers wrongly, (N,), uncorrupted and of each corruption."""
    images, labels = material.data.test_images[chosen], material.labels[chosen]
    found = {CLEAN: {name: wrong(material.ask(name, images), labels) for name in models}}
    jobs = [(name, k) for name, kind in KINDS.items() for k in range(len(kind.strengths))]
    for name, k in progress(jobs, "corruptions"):
        # of one kind, all strengths turn the same images left and scale the same noise
        shown = corrupted(
            images, name, KINDS[name].strengths[k], material.rng(f"corrupted: {name}")
        )
        found[name, k] = {model: wrong(material.ask(model, shown), labels) for model in models}
    return found


def _group(
    material: Material,
    name: str,
    names: Mapping[str, Sequence[str]],
    answered: Mapping[Place, Mapping[str, Rows]],
) -> dict[str, Any]:
    """Compare the pairs of one group."""
    return {
        "group": name,
        "models": names,
        "seeds": [material.recipe(one).seed for one in names["erm"]],
        "epochs": material.recipe(names["erm"][0]).epochs,
        **_judged(material, names, answered),
    }


def _curve(
    material: Material, pair: Pair, answered: Mapping[Place, Mapping[str, Rows]]
) -> dict[str, Any]:
    """Compare one pair of the learning curves."""
    names = {role: [name] for role, name in pair.items()}
    return {**place(material, pair), **_judged(material, names, answered)}


def _judged(
    material: Material,
    names: Mapping[str, Sequence[str]],
    answered: Mapping[Place, Mapping[str, Rows]],
) -> dict[str, Any]:
    """Compare pairs on clean images, by kind, and over all corruptions."""
    rows = {
        where: {role: np.stack([found[one] for one in of]) for role, of in names.items()}
        for where, found in answered.items()
    }
    corruptions = [of for where, of in rows.items() if where != CLEAN]
    return {
        "clean": _compared(material, [rows[CLEAN]]),
        "kinds": [_kind(material, kind, rows) for kind in KINDS],
        "all": _compared(material, corruptions),
    }


def _kind(
    material: Material, kind: str, rows: Mapping[Place, Mapping[str, Rows]]
) -> dict[str, Any]:
    strengths = KINDS[kind].strengths
    of = [rows[kind, k] for k in range(len(strengths))]
    return {
        "kind": kind,
        "strengths": [
            {"strength": strength, **_compared(material, [one])}
            for strength, one in zip(strengths, of, strict=True)
        ],
        **_compared(material, of),
    }


def _compared(material: Material, many: Sequence[Mapping[str, Rows]]) -> dict[str, Any]:
    """Compare ERM and mixup on the mean over several corruptions of each image."""
    rows = {role: np.mean([one[role] for one in many], axis=0) for role in many[0]}
    return {
        **{role: errors_of(material, of) for role, of in rows.items()},
        "difference": difference_of(material, rows),
    }
