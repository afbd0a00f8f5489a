"""Behaviour between test images of different classes, over many pairs (paper, figure 2)."""

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.intervals import QUANTILES, band
from mixup_demo.evaluation.paths import MEASURES, Doubles, answer_paths
from mixup_demo.evaluation.report import Findings
from mixup_demo.probes.sweep import LAMBDAS


def evaluate(material: Material) -> Findings:
    """Measure both models on the path between the images of each pair.

    Raises:
        WeightsError: one of the pair is missing.
    """
    paths = answer_paths(material)
    differences = paths["mixup"].measures - paths["erm"].measures
    ends = np.quantile(material.bootstrap.means(differences), QUANTILES, axis=0).T
    miss_ends = {
        role: np.quantile(material.bootstrap.means(path.missed), QUANTILES, axis=0)
        for role, path in paths.items()
    }
    measures = {
        name: {
            **{role: path.measures[:, k].mean() for role, path in paths.items()},
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
            "miss_rate": {role: path.missed.mean(axis=0) for role, path in paths.items()},
            "miss_interval": miss_ends,
            "gradient_norm": {role: _spread(path.norms) for role, path in paths.items()},
            "measures": measures,
        },
    )


def _spread(norms: Doubles) -> dict[str, Doubles]:
    return {**band(norms), "mean": norms.mean(axis=0)}
