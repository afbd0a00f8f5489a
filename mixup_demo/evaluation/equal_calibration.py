"""The measures of the paths between test images once more, with both models equally calibrated.

A model that is less sure of everything also changes its answers less: as trained, some measures of
smoothness are partly measures of underconfidence. Here each model's logits are divided by its
fitted temperature first (see `calibration`), so that this part is gone.
"""

from dataclasses import replace

import numpy as np
from torch import Tensor, nn

from mixup_demo.evaluation.answers import PAIR, Material
from mixup_demo.evaluation.calibration import fitted_temperatures
from mixup_demo.evaluation.paths import MEASURES, draw_pairs, paths_of
from mixup_demo.evaluation.population import Values, thickness
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison, ModelSpec


class Scaled(nn.Module):
    """A network whose logits are divided by a temperature."""

    def __init__(self, network: nn.Module, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, images: Tensor) -> Tensor:
        """Return logits (N, K) of images (N, 3, H, W)."""
        logits: Tensor = self.network(images)
        return logits / self.temperature


def evaluate(material: Material) -> Findings:
    """Measure both models, each at its fitted temperature, on the first pairs of `population`.

    Raises:
        WeightsError: one of the pair is missing.
    """
    temperatures = fitted_temperatures(material)
    pairs = draw_pairs(material)[: material.sizes.calibrated]
    engine = _engine(material, temperatures)
    paths = paths_of(material, engine, pairs)
    attacked = pairs[: material.sizes.thickness]
    columns: dict[str, Values] = {
        **{
            name: {role: path.measures[:, k] for role, path in paths.items()}
            for k, name in enumerate(MEASURES)
        },
        "adversarial_thickness": thickness(material, engine, attacked),
    }
    return Findings(
        n=len(pairs),
        models=list(PAIR.values()),
        values={
            "temperatures": temperatures,
            "measures": {name: _compared(material, column) for name, column in columns.items()},
        },
    )


def _engine(material: Material, temperatures: dict[str, float]) -> Engine:
    models = {
        role: _scaled(material.zoo.model(name), temperatures[role]) for role, name in PAIR.items()
    }
    return Engine(Comparison("equally calibrated", models), material.device)


def _scaled(model: ModelSpec, temperature: float) -> ModelSpec:
    return replace(model, load=lambda: Scaled(model.load(), temperature).eval())


def _compared(material: Material, values: Values) -> dict[str, object]:
    """Return means, the mean of mixup − ERM, its 95 % interval over pairs, and how many pairs."""
    differences = values["mixup"] - values["erm"]
    return {
        **{role: float(np.mean(column)) for role, column in values.items()},
        "difference": differences.mean(),
        "interval": material.bootstrap.of_mean(differences),
        "n": len(differences),
    }
