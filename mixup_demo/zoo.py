"""The trained models: manifest, hash check, and pairs loaded once a process."""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import nn

from mixup_demo import settings
from mixup_demo.nets import build

MODELS = Path(__file__).resolve().parent.parent / "models"
MANIFEST = "manifest.json"

#: the models that are shown side by side, by the name of the pair
PAIRS = {"cifar10": {"erm": "cifar10-erm", "mixup": "cifar10-mixup"}} | {
    f"small-{alpha:g}": {"erm": "small-erm", "mixup": f"small-mixup-{alpha:g}"}
    for alpha in settings.FAMILY
}

#: the model whose gradients lead attacks in the black box: not one of those that are shown
BLACK_BOX = "cifar10-erm-seed1"


class WeightsError(RuntimeError):
    """Weights that are missing or damaged; the message names the file and the remedy."""


@dataclass(frozen=True)
class Pair:
    """Two networks that differ in mixup and in nothing else.

    Attributes:
        name: key of `PAIRS`.
        classes: names, in the order of the labels.
        input_size: height and width of the images that the networks take, in pixels.
        models: "erm" and "mixup": fp32 networks on the CPU in evaluation mode, from images
            (N, 3, S, S) in [0, 1] to logits (N, K).
        digest: changes when a weight changes.
    """

    name: str
    classes: tuple[str, ...]
    input_size: int
    models: dict[str, nn.Module]
    digest: str


def read_manifest(models: Path = MODELS) -> dict[str, Any]:
    """Return the manifest: name of a model -> its entry (see `training.export`).

    Raises:
        WeightsError: there is no readable manifest.
    """
    path = models / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{path} cannot be read ({error}). {_remedy(path)}") from error
    return manifest


def checked_weights(name: str, models: Path = MODELS) -> Path:
    """Return a model's weights file after comparing it with the manifest's hash.

    Raises:
        WeightsError: the model, its file or its hash is not what the manifest says.
    """
    manifest = read_manifest(models)
    if name not in manifest:
        raise WeightsError(
            f"{models / MANIFEST} has no model {name!r}. "
            f"Train it with: python -m mixup_demo.train --recipe {name}"
        )
    path: Path = models / manifest[name]["file"]
    if not path.is_file():
        raise WeightsError(f"{path} is missing. {_remedy(path)}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != manifest[name]["sha256"]:
        raise WeightsError(f"{path} is damaged: its hash is not the manifest's. {_remedy(path)}")
    return path


def _remedy(path: Path) -> str:
    return f"Restore it with: git checkout -- models/{path.name}"


@lru_cache
def pair_digest(name: str, models: Path = MODELS) -> str:
    """Return the content hash of a pair's weights, without loading them."""
    manifest = read_manifest(models)
    hashes = "".join(manifest[model]["sha256"] for model in PAIRS[name].values())
    return hashlib.sha256(hashes.encode()).hexdigest()[:16]


@lru_cache
def pair_classes(name: str, models: Path = MODELS) -> tuple[str, ...]:
    """Return the class names of a pair, in the order of the labels, without loading it."""
    return tuple(read_manifest(models)[PAIRS[name]["erm"]]["classes"])


@lru_cache
def load_pair(name: str = "cifar10", models: Path = MODELS) -> Pair:
    """Load a pair's networks; later calls return the same object.

    Raises:
        KeyError: there is no such pair.
        WeightsError: weights are missing or damaged.
    """
    networks = {role: load_model(model, models) for role, model in PAIRS[name].items()}
    size = read_manifest(models)[PAIRS[name]["erm"]]["input_size"]
    return Pair(name, pair_classes(name, models), size, networks, pair_digest(name, models))


def card(name: str, models: Path = MODELS) -> dict[str, Any]:
    """Return what the page says of one model: its entry in the manifest."""
    entry: dict[str, Any] = read_manifest(models)[name]
    return {"name": name, **entry}


def load_model(name: str, models: Path = MODELS) -> nn.Module:
    """Return one trained network: fp32, evaluation mode, no gradients to its weights."""
    path = checked_weights(name, models)
    entry = read_manifest(models)[name]
    network = build(entry["recipe"]["architecture"], len(entry["classes"]))
    state = {key: _single(value) for key, value in load_file(path).items()}
    network.load_state_dict(state)
    return network.eval().requires_grad_(False)


def _single(value: torch.Tensor) -> torch.Tensor:
    return value.float() if value.is_floating_point() else value
