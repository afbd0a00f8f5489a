"""Smoothness between test images over seeds, as trained and with all models equally calibrated.

What holds for one pair of networks may be chance of its training. So the measures of the paths are
taken once more of pairs that differ in their seed, all on the same images.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.calibration import fitted_temperature
from mixup_demo.evaluation.equal_calibration import calibrated_engine
from mixup_demo.evaluation.jacobian import LAM, path_norms
from mixup_demo.evaluation.pairs import by_seed, names_of, over_all_seeds
from mixup_demo.evaluation.paths import Values, by_measure, draw_pairs, paths_of
from mixup_demo.evaluation.population import thickness
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Engine

NAME = "smoothness_seeds"

#: of one pair of networks, each measure's mean over image pairs and how many these are
Means = dict[str, tuple[dict[str, float], int]]


def evaluate(material: Material) -> Findings:
    """Measure groups of several seeds on the first image pairs of `population`.

    Raises:
        WeightsError: fewer than two seeds of the smaller network are trained.
    """
    groups, images = over_all_seeds(material), draw_pairs(material)[: material.sizes.calibrated]
    return Findings(
        n=len(images),
        models=names_of(groups),
        values={
            "points": len(LAM),
            "groups": [_group(material, *group, images) for group in groups.items()],
        },
    )


def _group(
    material: Material, group: str, names: Mapping[str, Sequence[str]], images: NDArray[np.intp]
) -> dict[str, Any]:
    """Return every measure of the pairs of one group, by seed, and how they differ over seeds."""
    temperatures = {
        role: [fitted_temperature(material, name) for name in of] for role, of in names.items()
    }
    seeds = progress(range(len(names["erm"])), f"{NAME}, {group}")
    found = [_stages(material, names, temperatures, images, k) for k in seeds]
    return {
        **{"group": group, "temperatures": temperatures},
        **{stage: _compared([one[stage] for one in found]) for stage in found[0]},
    }


def _stages(
    material: Material,
    names: Mapping[str, Sequence[str]],
    temperatures: Mapping[str, Sequence[float]],
    images: NDArray[np.intp],
    seed: int,
) -> dict[str, Means]:
    """Return what the pair of the k-th seed measures, as trained and at its own temperatures."""
    pair = {role: of[seed] for role, of in names.items()}
    fitted = {role: of[seed] for role, of in temperatures.items()}
    engines = {
        "trained": material.engine(pair),
        "calibrated": calibrated_engine(material, fitted, pair),
    }
    return {stage: _means(material, engine, images) for stage, engine in engines.items()}


def _means(material: Material, engine: Engine, images: NDArray[np.intp]) -> Means:
    fewer = images[: material.sizes.costly]
    columns: dict[str, Values] = {
        **by_measure(paths_of(material, engine, images)),
        "adversarial_thickness": thickness(material, engine, fewer),
        "input_jacobian": path_norms(material, engine, fewer),
    }
    return {
        name: ({role: float(of[role].mean()) for role in PAIR}, len(of["erm"]))
        for name, of in columns.items()
    }


def _compared(seeds: Sequence[Means]) -> dict[str, Any]:
    """Return each measure of both roles by seed, and the paired difference mixup − ERM."""
    return {
        name: {"n": n, **by_seed({role: [one[name][0][role] for one in seeds] for role in PAIR})}
        for name, (_, n) in seeds[0].items()
    }
