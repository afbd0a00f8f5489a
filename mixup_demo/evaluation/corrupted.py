"""Training with partly wrong labels: memorisation and its cost (paper, section 3.4).

Which images a model learned from and which labels were wrong is drawn again from its recipe, so
the data must have the order that it was trained on: that of the same folder, or of torchvision.
"""

import json
from collections.abc import Sequence
from typing import Any

from mixup_demo.evaluation.answers import Material, lacking, method_of, wrong
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.data import digest
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.subset import training_set

NAMES = tuple(name for name, recipe in RECIPES.items() if recipe.corruption)

ORDER = ("erm", "erm-dropout", "mixup", "mixup-dropout")


def evaluate(material: Material) -> Findings:
    """Measure every model that learned from corrupted labels.

    Raises:
        WeightsError: there is none, or a log is missing.
    """
    names = sorted(material.present(NAMES), key=lambda name: _place(material, name))
    if not names:
        raise lacking(material, NAMES)
    rows = {name: _row(material, name) for name in progress(names, "corrupted")}
    shares: dict[float, list[dict[str, Any]]] = {}
    for name, row in rows.items():
        shares.setdefault(material.recipe(name).corruption, []).append(row)
    recipe = material.recipe(names[0])
    return Findings(
        n=len(material.labels),
        models=names,
        values={
            "shares": [_share(material, share, rows) for share, rows in shares.items()],
            "epochs": recipe.epochs,
            "train_images": material.manifest[names[0]]["train_images"],
            "architecture": recipe.architecture,
        },
    )


def _place(material: Material, name: str) -> tuple[float, int]:
    recipe = material.recipe(name)
    return recipe.corruption, ORDER.index(method_of(recipe)[0])


def _share(material: Material, share: float, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "share": share,
        "models": rows,
        "difference": _difference(material, rows, "erm"),
        "dropout_difference": _difference(material, rows, "erm-dropout"),
    }


def _difference(
    material: Material, rows: Sequence[dict[str, Any]], other: str
) -> dict[str, Any] | None:
    """Return mixup's last error less another method's; None where one of them is not trained.

    Mean and interval are of the same answers, those of the stored weights.
    """
    by_method = {row["method"]: row for row in rows}
    if not {other, "mixup"} <= set(by_method):
        return None
    theirs, mixup = by_method[other], by_method["mixup"]
    differing = material.wrong(mixup["model"]).astype(int) - material.wrong(theirs["model"])
    return {"mean": differing.mean(), "interval": material.bootstrap.of_mean(differing)}


def _row(material: Material, name: str) -> dict[str, Any]:
    """Return one model's errors. Epochs count from 1.

    Best and last are the log's, whose errors were all measured alike. "error" is that of the
    stored weights' answers, with its interval: half precision makes it differ from the last one.
    """
    recipe, curve = material.recipe(name), error_curve(material, name)
    method, alpha = method_of(recipe)
    return {
        "model": name,
        "method": method,
        "alpha": alpha,
        "dropout": recipe.dropout,
        "best": min(curve),
        "best_epoch": curve.index(min(curve)) + 1,
        "last": curve[-1],
        "error": material.wrong(name).mean(),
        "interval": material.bootstrap.of_mean(material.wrong(name)),
        **training_errors(material, name),
        "curve": curve,
    }


def error_curve(material: Material, name: str) -> list[float]:
    """Return the test error after each epoch, as the log has it.

    Raises:
        WeightsError: the log is missing.
    """
    path = material.folder / "logs" / f"{name}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        remedy = f"git checkout -- models/logs/{path.name}"
        raise WeightsError(f"{path} is missing. Restore it with: {remedy}") from error
    return [json.loads(line)["test_error"] for line in lines]


def training_errors(material: Material, name: str) -> dict[str, float | None]:
    """Return the errors on the images of the training as they are, without augmentation.

    Returns:
        train_error_true: over the images that kept their true label.
        train_error_corrupted: by the labels learned, over the images whose label is wrong; 1 is a
            model that memorised nothing. None where no label is wrong.

    Raises:
        ValueError: the data are not those that the model learned from.
    """
    check_data(material, name)
    learned = training_set(material.recipe(name), material.data)
    answers = material.ask(name, learned.images)
    labels = learned.labels.numpy()
    changed = labels != learned.true_labels.numpy()
    missed = wrong(answers, labels)
    return {
        "train_error_true": float(missed[~changed].mean()) if not changed.all() else None,
        "train_error_corrupted": float(missed[changed].mean()) if changed.any() else None,
    }


def check_data(material: Material, name: str) -> None:
    """Refuse data in another order: it would be unknown which labels were corrupted.

    Raises:
        ValueError: as said, with the remedy.
    """
    trained_on = material.manifest[name].get("data_digest")
    if trained_on not in (None, digest(material.data)):
        raise ValueError(
            f"{name} learned from the same or other images in another order, so its corrupted "
            "labels cannot be found again: evaluate with the --data it was trained with, or train "
            f"it again with: python -m mixup_demo.train --recipe {name}"
        )
