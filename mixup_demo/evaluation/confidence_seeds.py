"""Calibration and unfamiliar images of more networks than one pair: does it hold there, too?

What one pair says of confidence may be chance of its training, or a trait of its kind of network:
one that learns its images by heart without mixup is overconfident then, one that is trained shortly
is not. So the pairs that differ in their seed are compared over seeds, and the pairs of the
learning curves, of which the weights of one seed are here, over test images.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.calibration import error_difference, fitted_temperature, halves, judge
from mixup_demo.evaluation.images_outside import SETS
from mixup_demo.evaluation.out_of_distribution import confidence_of, separation
from mixup_demo.evaluation.pairs import Pair, by_seed, curves, names_of, over_all_seeds, place
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.calibration import BINS, auroc, calibration_error

NAME = "confidence_seeds"

STAGES = ("before", "after")

#: of images that show no class, by the name of their set
Outside = Mapping[str, Singles]


def evaluate(material: Material) -> Findings:
    """Compare groups of several seeds over these, and the pairs of the curves over images.

    Raises:
        WeightsError: fewer than two seeds of the smaller network are trained.
    """
    groups, of_curves = over_all_seeds(material), curves(material)
    outside = {
        name: make(material.sizes.outside, material.rng(name), material.data)
        for name, make in SETS.items()
    }
    return Findings(
        n=len(halves(material)[1]),
        models=[*names_of(groups), *(name for pair in of_curves for name in pair.values())],
        values={
            "bins": BINS,
            "groups": [_group(material, *group, outside) for group in groups.items()],
            "curves": [_curve(material, pair, outside) for pair in progress(of_curves, "curves")],
        },
    )


def _group(
    material: Material, group: str, names: Mapping[str, Sequence[str]], outside: Outside
) -> dict[str, Any]:
    """Return what the pairs of one group measure, by seed, and how they differ over seeds."""
    measured = [
        {role: _measured(material, of[k], outside) for role, of in names.items()}
        for k in progress(range(len(names["erm"])), f"{NAME}, {group}")
    ]
    return {
        "group": group,
        "ece": {stage: _over_seeds(measured, stage) for stage in STAGES},
        "sets": [
            {"set": name, "n": len(images), **_over_seeds(measured, name)}
            for name, images in outside.items()
        ],
    }


def _measured(material: Material, name: str, outside: Outside) -> dict[str, float]:
    """Return a model's calibration error by stage, and its AUROC by set."""
    answers, (_, chosen) = material.answers(name), halves(material)
    labels, temperatures = material.labels[chosen], (1.0, fitted_temperature(material, name))
    inside = confidence_of(answers)
    return {
        **{
            stage: calibration_error(*judge(answers[chosen], labels, at))
            for stage, at in zip(STAGES, temperatures, strict=True)
        },
        **{
            of: auroc(inside, confidence_of(material.ask(name, images)))
            for of, images in outside.items()
        },
    }


def _over_seeds(measured: list[dict[str, dict[str, float]]], what: str) -> dict[str, Any]:
    return by_seed({role: [one[role][what] for one in measured] for role in PAIR})


def _curve(material: Material, pair: Pair, outside: Outside) -> dict[str, Any]:
    """Return what one pair's calibration errors and AUROCs are, with intervals over images."""
    return {
        **place(material, pair),
        "ece": _errors(material, pair),
        "sets": [
            {"set": name, "n": len(images), **_apart(material, pair, images)}
            for name, images in outside.items()
        ],
    }


def _errors(material: Material, pair: Pair) -> dict[str, Any]:
    """Return the calibration errors of both by stage, and their difference."""
    _, chosen = halves(material)
    fitted = {role: fitted_temperature(material, name) for role, name in pair.items()}
    found = {}
    for stage, at in zip(STAGES, (dict.fromkeys(pair, 1.0), fitted), strict=True):
        judged = {
            role: judge(material.answers(name)[chosen], material.labels[chosen], at[role])
            for role, name in pair.items()
        }
        found[stage] = {
            **{role: calibration_error(*of) for role, of in judged.items()},
            "difference": error_difference(material, judged),
        }
    return found


def _apart(material: Material, pair: Pair, images: Singles) -> dict[str, Any]:
    """Return how well the confidence of each tells these images from test images."""
    inside = {role: confidence_of(material.answers(name)) for role, name in pair.items()}
    outside = {role: confidence_of(material.ask(name, images)) for role, name in pair.items()}
    return separation(material, inside, outside)
