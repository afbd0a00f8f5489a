"""The measures of the paths between test images once more, with both models equally calibrated.

A model that is less sure of everything also changes its answers less: as trained, some measures of
smoothness are partly measures of underconfidence. Here each model's logits are divided by its
fitted temperature first (see `calibration`), so that this part is gone.
"""

from collections.abc import Mapping

import numpy as np

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.calibration import fitted_temperatures
from mixup_demo.evaluation.paths import Values, by_measure, draw_pairs, paths_of
from mixup_demo.evaluation.population import thickness
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.models.temperature import scaled


def evaluate(material: Material) -> Findings:
    """Measure both models, each at its fitted temperature, on the first pairs of `population`.

    Raises:
        WeightsError: one of the pair is missing.
    """
    temperatures = fitted_temperatures(material)
    pairs = draw_pairs(material)[: material.sizes.calibrated]
    engine = calibrated_engine(material, temperatures)
    attacked = pairs[: material.sizes.thickness]
    columns: dict[str, Values] = {
        **by_measure(paths_of(material, engine, pairs)),
        "adversarial_thickness": thickness(material, engine, attacked),
    }
    return Findings(
        n=len(pairs),
        models=list(PAIR.values()),
        values={
            "temperatures": temperatures,
            "measures": {name: compared(material, column) for name, column in columns.items()},
        },
    )


def calibrated_engine(
    material: Material, temperatures: Mapping[str, float], pair: Mapping[str, str] = PAIR
) -> Engine:
    """Return both models of a pair, each at its temperature.

    Args:
        material: whose models they are.
        temperatures: by role.
        pair: names by role; without it the bundled one's.
    """
    models = {
        role: scaled(material.zoo.model(name), temperatures[role]) for role, name in pair.items()
    }
    return Engine(Comparison("equally calibrated", models), material.device)


def compared(material: Material, values: Values) -> dict[str, object]:
    """Return means, the mean of mixup − ERM, its 95 % interval over pairs, and how many pairs."""
    differences = values["mixup"] - values["erm"]
    return {
        **{role: float(np.mean(column)) for role, column in values.items()},
        "difference": differences.mean(),
        "interval": material.bootstrap.of_mean(differences),
        "n": len(differences),
    }
