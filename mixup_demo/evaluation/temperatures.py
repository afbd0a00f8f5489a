"""The temperature at which each model's confidence fits its accuracy: the page divides by it."""

from typing import Any

from mixup_demo.evaluation.answers import Material
from mixup_demo.evaluation.calibration import fitted_temperature, halves, judge
from mixup_demo.evaluation.report import Findings
from mixup_demo.probes.calibration import BINS, calibration_error


def evaluate(material: Material) -> Findings:
    """Fit a temperature to every model that knows the data's classes.

    It is fitted on the half of the test images that `calibration` takes, too; the calibration error
    is measured on the other half.
    """
    fit, measured = halves(material)
    names = [
        name
        for name in material.manifest
        if material.zoo.model(name).classes.names == material.data.classes
    ]
    # no model of these classes: asking any says so
    found = {name: _fitted(material, name) for name in names or material.manifest}
    return Findings(
        n=len(measured),
        models=list(found),
        values={"bins": BINS, "fit_n": len(fit), "models": found},
    )


def _fitted(material: Material, name: str) -> dict[str, Any]:
    """Return a model's temperature, and its calibration error without and with it."""
    _, measured = halves(material)
    answers, labels = material.answers(name)[measured], material.labels[measured]
    temperature = fitted_temperature(material, name)
    return {
        "temperature": temperature,
        "ece": {
            time: calibration_error(*judge(answers, labels, at))
            for time, at in (("before", 1.0), ("after", temperature))
        },
    }
