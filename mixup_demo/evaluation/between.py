"""Behaviour between test images of different classes, over many pairs (paper, figure 2)."""

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.intervals import QUANTILES, band
from mixup_demo.evaluation.report import Findings
from mixup_demo.evaluation.walks import MEASURES, Doubles, walk
from mixup_demo.probes.sweep import LAMBDAS


def evaluate(material: Material) -> Findings:
    """Walk the way between the images of each pair with both models.

    Raises:
        WeightsError: one of the pair is missing.
    """
    ways = walk(material)
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


def _spread(norms: Doubles) -> dict[str, Doubles]:
    return {**band(norms), "mean": norms.mean(axis=0)}
