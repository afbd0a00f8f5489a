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

from mixup_demo.serving import settings
from mixup_demo.texts.input_error import InputError
from mixup_demo.models.networks import build

MODELS = Path(__file__).resolve().parent.parent / "models"
MANIFEST = "manifest.json"

#: the models that differ in mixup alone, by the name of the pair and the key of their answers
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
    """Two networks that answer side by side.

    Attributes:
        name: as `checked_pair` gives it.
        classes: names, in the order of the labels.
        input_size: height and width of the images that the networks take, in pixels.
        models: left and right, by the key of their answers (see `pair_models`): fp32 networks on
            the CPU in evaluation mode, from images (N, 3, S, S) in [0, 1] to logits (N, K).
        digest: changes when a weight or a key changes.
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


def checked_pair(value: object, models: Path = MODELS) -> str:
    """Return the value if it is the name of a pair, or "LEFT:RIGHT" of two comparable models.

    Raises:
        InputError: it breaks the rule of `settings.PAIR`, or one that `pair_models` names.
    """
    name = settings.PAIR.check(value)
    pair_models(name, models)
    return name


@lru_cache
def pair_models(name: str, models: Path = MODELS) -> dict[str, str]:
    """Return the names of the left and the right model of a pair, by the key of their answers.

    The keys are "erm" and "mixup" for `PAIRS`, and the models' names for "LEFT:RIGHT".

    Raises:
        InputError: as `settings.PAIR.two`; or "error.pair.model", there is no such model;
            "error.pair.unlike", the two differ in classes or input size.
    """
    chosen = settings.PAIR.two(name)
    if chosen is None:
        return PAIRS[name]
    manifest, pairs = read_manifest(models), ", ".join(PAIRS)
    for model in chosen:
        if model not in manifest:
            raise InputError("error.pair.model", value=model, names=pairs)
    left, right = chosen
    if _answers_to(manifest[left]) != _answers_to(manifest[right]):
        raise InputError("error.pair.unlike", left=left, right=right, names=pairs)
    return {left: left, right: right}


def comparable(models: Path = MODELS) -> list[str]:
    """Return the names of all models that take and answer what the default pair does."""
    manifest = read_manifest(models)
    wanted = _answers_to(manifest[next(iter(PAIRS[settings.PAIR.default].values()))])
    return [name for name, entry in manifest.items() if _answers_to(entry) == wanted]


def _answers_to(entry: dict[str, Any]) -> tuple[tuple[str, ...], int]:
    """Return classes and input size: what two models must share to be asked the same."""
    return tuple(entry["classes"]), entry["input_size"]


@lru_cache
def pair_digest(name: str, models: Path = MODELS) -> str:
    """Return a hash of a pair's weights, and of the answers' keys where these are models' names.

    So the same two models have one digest as a pair of `PAIRS`, another as "LEFT:RIGHT".
    """
    manifest = read_manifest(models)
    hashes = "".join(manifest[model]["sha256"] for model in pair_models(name, models).values())
    keys = "" if name in PAIRS else name
    return hashlib.sha256((keys + hashes).encode()).hexdigest()[:16]


@lru_cache
def pair_classes(name: str, models: Path = MODELS) -> tuple[str, ...]:
    """Return the class names of a pair, in the order of the labels, without loading it."""
    return _pair_answers_to(name, models)[0]


def _pair_answers_to(name: str, models: Path) -> tuple[tuple[str, ...], int]:
    left, _ = pair_models(name, models).values()
    return _answers_to(read_manifest(models)[left])


@lru_cache
def load_pair(name: str = "cifar10", models: Path = MODELS) -> Pair:
    """Load a pair's networks; later calls return the same object.

    Raises:
        InputError: there is no such pair, see `pair_models`.
        WeightsError: weights are missing or damaged.
    """
    networks = {key: load_model(model, models) for key, model in pair_models(name, models).items()}
    classes, size = _pair_answers_to(name, models)
    return Pair(name, classes, size, networks, pair_digest(name, models))


def card(name: str, models: Path = MODELS) -> dict[str, Any]:
    """Return what the page says of one model: its entry in the manifest."""
    entry: dict[str, Any] = read_manifest(models)[name]
    return {"name": name, **entry}


def load_model(name: str, models: Path = MODELS) -> nn.Module:
    """Return one trained network: fp32, evaluation mode, no gradients to its weights.

    Later calls return the same object, which all pairs with this model share.

    Raises:
        WeightsError: weights are missing or damaged.
    """
    return _load_model(name, models)


@lru_cache
def _load_model(name: str, models: Path) -> nn.Module:
    path = checked_weights(name, models)
    entry = read_manifest(models)[name]
    network = build(entry["recipe"]["architecture"], len(entry["classes"]))
    state = {key: _single(value) for key, value in load_file(path).items()}
    network.load_state_dict(state)
    return network.eval().requires_grad_(False)


def _single(value: torch.Tensor) -> torch.Tensor:
    return value.float() if value.is_floating_point() else value
