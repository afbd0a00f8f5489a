"""Model cards: Markdown computed from a manifest's entry, never written by hand."""

from collections.abc import Mapping
from typing import Any

from mixup_demo.training.recipe import Recipe

FULL_EPOCHS = Recipe("").epochs


def model_card(name: str, entry: Mapping[str, Any]) -> str:
    """Return a model's card.

    Args:
        entry: as `training.export` writes it into the manifest.
    """
    # in the order that recipes are declared in, without what was declared since
    declared = Recipe(**entry["recipe"]).as_dict()
    recipe = {key: value for key, value in declared.items() if key in entry["recipe"]}
    settings = "\n".join(f"| {key} | {value} |" for key, value in recipe.items())
    versions = ", ".join(
        f"{package} {number}" for package, number in sorted(entry["versions"].items())
    )
    error = "held-out error" if recipe.get("held_out") else "test error"
    return f"""# {name}

A {recipe["architecture"]} of {entry["parameters"]:,} parameters, trained on {entry["data"]}
with {_method(recipe)}.

{_schedule(entry)}

| Result | |
| --- | --- |
| {error} of these weights, fp32 | {percent(entry["test_error"])} |
| {error}, last epoch of training | {percent(entry["test_error_last"])} |
{_median(entry)}| test images | {_tested(entry)} |
| training images | {entry["train_images"]:,} |
| wall time | {entry["wall_time_s"] / 60:.0f} minutes |
| hardware | {entry["hardware"]} |
| versions | {versions} |
| finished | {entry["finished"]} |
| seeds behind these numbers | 1 |

Classes, in the order of the labels: {", ".join(entry["classes"])}.

Train it again: `python -m mixup_demo.train --recipe {name}`

Neither seed nor epoch was chosen by the test images: the weights are the last epoch's.

| Recipe | |
| --- | --- |
{settings}
"""


def _tested(entry: Mapping[str, Any]) -> str:
    count = f"{entry['test_images']:,}"
    if entry["recipe"].get("held_out"):
        return f"none: {count} training images that were held out, with labels corrupted alike"
    return f"{count}, each seen once, as it is"


def _median(entry: Mapping[str, Any]) -> str:
    """Return the row of the authors' measure; none where it would reach far into the training."""
    recipe, count = Recipe(**entry["recipe"]), entry["test_error_median_epochs"]
    if recipe.measure_every > 1 or count > recipe.epochs / 5:
        return ""
    median = percent(entry["test_error_median"])
    return f"| test error, median of the last {count} epochs | {median} |\n"


def _method(recipe: Mapping[str, Any]) -> str:
    mixup = "mixup" if recipe.get("mix_labels", True) else "mixup of the inputs alone"
    parts = [(mixup, recipe["alpha"]), ("CutMix", recipe["cutmix_alpha"])]
    used = [f"{method}, α = {alpha:g}" for method, alpha in parts if alpha]
    method = " or ".join(used) or "single images: empirical risk minimisation (ERM)"
    if recipe["dropout"]:
        method += f", and dropout {recipe['dropout']:g}"
    if recipe["label_smoothing"]:
        method += f", and label smoothing {recipe['label_smoothing']:g}"
    if recipe["corruption"]:
        method += f",\n{100 * recipe['corruption']:g} % of the training labels replaced at random"
    return method


def _schedule(entry: Mapping[str, Any]) -> str:
    """Say how long the training was, and what the model may be compared with."""
    epochs, images = entry["recipe"]["epochs"], entry["train_images"]
    length = f"{epochs} epochs of {images:,} images."
    if epochs >= FULL_EPOCHS:
        return length
    return (
        f"{length} A short schedule, for want of faster hardware: compare this model only with\n"
        "those of the same architecture, images and epochs."
    )


def percent(share: float) -> str:
    """Return a share as a percentage with two decimals."""
    return f"{100 * share:.2f} %"
