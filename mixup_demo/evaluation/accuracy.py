"""How often each of two models answers wrongly, and whether they differ."""

from mixup_demo.evaluation.answers import Material
from mixup_demo.evaluation.report import Findings


def evaluate(material: Material) -> Findings:
    """Compare the errors of the pair on the same images.

    Raises:
        WeightsError: one of the pair is missing.
    """
    rows = {role: material.wrong(name) for role, name in material.pair.items()}
    difference = rows["mixup"].astype(float) - rows["erm"]
    values = {
        role: {"error": wrong.mean(), "interval": material.bootstrap.of_mean(wrong)}
        for role, wrong in rows.items()
    }
    values["difference"] = {
        "value": difference.mean(),
        "interval": material.bootstrap.of_mean(difference),
    }
    return Findings(len(material.labels), list(material.pair.values()), values)
