"""Models at equal calibration: each one's logits divided by a temperature that was fitted to it.

A model that is less sure of everything also changes its answers less, so that some measures of
smoothness are partly measures of underconfidence. At the temperature at which each model's
confidence fits its accuracy, this part is gone. The likeliest class stays what it is.

Source: Guo et al. 2017, arXiv 1706.04599, section 4.2.
"""

import hashlib
from dataclasses import replace

from torch import Tensor, nn

from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.texts.input_error import InputError

#: the temperature of a model as it was trained, and of one to which none could be fitted
AS_TRAINED = 1.0


class Scaled(nn.Module):
    """A network whose logits are divided by a temperature."""

    def __init__(self, network: nn.Module, temperature: float) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, images: Tensor) -> Tensor:
        """Return logits (N, K) of images (N, 3, H, W)."""
        logits: Tensor = self.network(images)
        return logits / self.temperature


def scaled(model: ModelSpec, temperature: float) -> ModelSpec:
    """Return a model at a temperature; its digest tells it from the one that was trained."""
    parts = f"{model.digest} at temperature {temperature!r}"
    return replace(
        model,
        load=lambda: Scaled(model.load(), temperature).eval(),
        digest=hashlib.sha256(parts.encode()).hexdigest(),
    )


def equally_calibrated(comparison: Comparison) -> Comparison:
    """Return a comparison of the same models, each at its own fitted temperature.

    Raises:
        InputError: "error.calibration.none", no temperature was fitted to one of the models.
    """
    temperatures = {
        key: model.temperature
        for key, model in comparison.models.items()
        if model.temperature is not None
    }
    lacking = [model.name for key, model in comparison.models.items() if key not in temperatures]
    if lacking:
        raise InputError("error.calibration.none", value=", ".join(lacking))
    return Comparison(
        comparison.name,
        {key: scaled(comparison.models[key], value) for key, value in temperatures.items()},
        temperatures,
    )
