"""How much the probabilities react to the pixels between test images: as trained, and calibrated.

A model that is less sure of everything also reacts less: so both models are measured once more at
their fitted temperatures (see `calibration`).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, as_input
from mixup_demo.evaluation.calibration import fitted_temperatures
from mixup_demo.evaluation.equal_calibration import calibrated_engine, compared
from mixup_demo.evaluation.paths import Values, draw_pairs
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.mixing import mix
from mixup_demo.models.engine import Engine
from mixup_demo.probes.jacobian import jacobian_norms

#: points of each path, from B to A: each takes a backward pass a class
LAM = np.linspace(0, 1, 11)


def evaluate(material: Material) -> Findings:
    """Measure both models on the first pairs of `population`, the same for each.

    Raises:
        WeightsError: one of the pair is missing.
    """
    pairs = draw_pairs(material)[: material.sizes.calibrated]
    temperatures = fitted_temperatures(material)
    engines = {
        "trained": material.engine(PAIR),
        "calibrated": calibrated_engine(material, temperatures),
    }
    values: dict[str, Any] = {
        stage: compared(material, path_norms(material, engine, pairs))
        for stage, engine in engines.items()
    }
    return Findings(n=len(pairs), models=list(PAIR.values()), values={"points": len(LAM), **values})


def path_norms(material: Material, engine: Engine, pairs: NDArray[np.intp]) -> Values:
    """Return the mean norm of the Jacobian on the path of each pair, (N,), by role.

    Args:
        material: whose test images lie at the paths' ends.
        engine: the models, by role.
        pairs: numbers of the images A and B, (N, 2).
    """
    lam = LAM.astype(np.float32)[:, None, None, None]
    found: dict[str, list[float]] = {role: [] for role in PAIR}
    for pair in progress(list(pairs), "jacobian"):
        a, b = as_input(material.data.test_images[pair])
        for role, norms in jacobian_norms(engine, mix(a[None], b[None], lam)).items():
            found[role].append(float(norms.mean()))
    return {role: np.array(means) for role, means in found.items()}
