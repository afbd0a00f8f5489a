"""A finished training as a folder that timm's ``local-dir:`` and ``python app.py --pair`` open."""

from pathlib import Path

from mixup_demo.models.networks import ARCHITECTURES
from mixup_demo.models.pretrained.folder import AS_IT_IS, check_folder, write_folder
from mixup_demo.models.spec import listed
from mixup_demo.training.cards import percent
from mixup_demo.training.own.network import architecture
from mixup_demo.training.own.task import Learned, Task

CARD = "README.md"


def export(task: Task, learned: Learned, command: str, about: str) -> Path:
    """Write weights, config.json and model card into a training's folder, checked as the page does.

    Args:
        task: what was trained.
        learned: what came of it.
        command: that trains it again.
        about: hardware and versions.

    Raises:
        InputError: the page would refuse the folder, see `check_folder`.
    """
    recipe, classes = task.recipe, list(task.photos.classes)
    known = architecture(recipe.architecture)
    cut = known.cut
    label = recipe.method
    config = {
        # timm builds by the name in front of the dot; what is behind it names weights
        "architecture": recipe.architecture.partition(".")[0],
        "num_classes": len(classes),
        "label_names": classes,
        "label": label,
        "pretrained_cfg": {
            "input_size": [3, recipe.size, recipe.size],
            "fixed_input_size": known.fixed,
            "interpolation": cut.interpolation,
            "crop_pct": cut.crop,
            # without both, the network normalises by itself
            "mean": list(cut.mean or AS_IT_IS[0]),
            "std": list(cut.std or AS_IT_IS[1]),
        },
    }
    write_folder(task.folder, learned.network.state_dict(), config)
    check_folder(task.folder, str(task.folder))
    (task.folder / CARD).write_text(card(task, learned, command, about), "utf-8")
    return task.folder


def card(task: Task, learned: Learned, command: str, about: str) -> str:
    """Return a model card in Markdown, with what the Hub reads at its head."""
    recipe, photos, last = task.recipe, task.photos, learned.log[-1]
    settings = {**recipe.as_dict(), **recipe.as_dict()["mixup"]}
    del settings["mixup"]
    rows = "\n".join(f"| {name} | {value} |" for name, value in settings.items())
    use = (
        "This architecture is this project's own: `python app.py --pair` opens it."
        if recipe.architecture in ARCHITECTURES
        else f'`timm.create_model("local-dir:{task.folder.name}", pretrained=True)` loads it.'
    )
    start = "" if recipe.weights == "random" else f", from the weights {Path(recipe.weights).name}"
    return f"""---
library_name: timm
pipeline_tag: image-classification
tags:
  - image-classification
  - mixup
---

# {photos.name}: {recipe.method}

A {recipe.architecture}{start}, trained on {len(task.split.train):,} images of {photos.name} with
{recipe.method}. {use}

| Result | |
| --- | --- |
| test accuracy of these weights, fp32 | {percent(last["test_accuracy"])} |
| test loss | {last["test_loss"]:.4f} nat |
| test images | {len(task.split.test):,}, each seen once, cut as the page cuts pictures |
| time | {last["seconds"]:.0f} s |
| hardware and versions | {about} |
| seeds behind these numbers | 1 |

Classes, in the order of the labels: {listed(photos.classes)}.

The weights are the last epoch's: neither seed nor epoch was chosen by the test images. Train it
again: `{command}`

| Setting | |
| --- | --- |
{rows}
"""
