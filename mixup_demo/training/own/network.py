"""The network of a training: this package's own from scratch, or one of timm's with its weights."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import timm
import torch
from safetensors import SafetensorError
from torch import nn

from mixup_demo.models.networks import ARCHITECTURES, build
from mixup_demo.models.normalising import behind
from mixup_demo.models.pretrained.config import MAX_SIDE, MIN_SIDE
from mixup_demo.models.pretrained.hub import fetch
from mixup_demo.models.pretrained.timm_weights import timm_file
from mixup_demo.models.spec import Preprocessing
from mixup_demo.training.own.recipe import HUB, RANDOM, OwnRecipe

#: side in pixels that this package's networks are trained at unless another is asked for
SIZE = 64


@dataclass(frozen=True)
class Architecture:
    """Which pictures an architecture takes, its own or one of timm's.

    Attributes:
        size: side in pixels that it is trained at unless another is asked for.
        fixed: whether it takes no other.
        cut: how a picture becomes its input; mean and deviation where it does not normalise itself.
    """

    size: int
    fixed: bool
    cut: Preprocessing


def architecture(name: str) -> Architecture:
    """Return which pictures an architecture takes.

    Raises:
        ValueError: nobody can build it.
    """
    if name in ARCHITECTURES:
        side = ARCHITECTURES[name].side
        return Architecture(side or SIZE, side is not None, Preprocessing())
    if not timm.is_model(name.partition(".")[0]):
        raise ValueError(
            f"--backbone must be a network of timm, such as resnet18.a1_in1k, but is {name}. "
            "Take a name of timm.list_models(pretrained=True)."
        )
    try:
        stated = timm.get_pretrained_cfg(name) or timm.get_pretrained_cfg(name.partition(".")[0])
    except RuntimeError:  # a tag that timm does not know
        stated = None
    if stated is None:
        raise ValueError(f"timm states no input size for {name}. Take another --backbone.")
    cut = Preprocessing(
        crop=0.875, interpolation="bicubic", mean=_three(stated.mean), std=_three(stated.std)
    )
    return Architecture(stated.input_size[-1], stated.fixed_input_size, cut)


def _three(values: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = values
    return red, green, blue


def check_size(name: str, size: int) -> None:
    """Refuse a side that an architecture does not take.

    Raises:
        ValueError: with the rule and the remedy.
    """
    known = architecture(name)
    if not MIN_SIDE <= size <= MAX_SIDE:
        raise ValueError(
            f"--size must be from {MIN_SIDE} to {MAX_SIDE} pixels, but is {size}. Take for "
            f"example {known.size}."
        )
    if known.fixed and size != known.size:
        raise ValueError(
            f"{name} takes images of {known.size} pixels a side, but --size is {size}. Leave "
            "--size out, or take a network that takes any, such as preact-resnet18-16."
        )
    if name not in ARCHITECTURES and size != known.size:
        _try_size(name, size, known.size)


def _try_size(name: str, size: int, usual: int) -> None:
    """Let a network of timm answer to an image: what it takes beside its own size, it does not say.

    Raises:
        ValueError: it cannot, as where the image is smaller than a window inside.
    """
    try:
        with torch.no_grad():
            timm.create_model(name).eval()(torch.zeros(1, 3, size, size))
    except Exception as error:  # whatever an architecture does with images that it does not take
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise ValueError(
            f"{name} cannot take images of {size} pixels a side, the --size ({said}). Leave it out "
            f"for {usual}, or take a size in between."
        ) from error


def build_network(recipe: OwnRecipe, classes: int) -> tuple[nn.Module, nn.Module]:
    """Return a network from images in [0, 1] to logits, and the part of it that is stored.

    First weights that are drawn are drawn by the recipe's seed; a new last layer too.

    Raises:
        ValueError: the weights' file is none, or timm has none.
        InputError: "error.fetch", the weights cannot be fetched.
    """
    torch.manual_seed(recipe.seed)
    if recipe.architecture in ARCHITECTURES:
        own = build(recipe.architecture, classes)
        return own, own
    cut = architecture(recipe.architecture).cut
    bare = _of_timm(recipe, classes)
    return behind(bare, cut.mean, cut.std), bare


def _of_timm(recipe: OwnRecipe, classes: int) -> nn.Module:
    name, given = recipe.architecture, recipe.weights
    source: dict[str, Any] = {}
    if given != RANDOM:
        path = fetched(name) if given == HUB else Path(given)
        if not path.is_file():
            raise ValueError(f"--backbone-weights must be a file or {RANDOM}, but is {given}.")
        source = {"pretrained": True, "pretrained_cfg_overlay": {"file": str(path)}}
    try:
        return timm.create_model(name, num_classes=classes, **source)
    except (RuntimeError, KeyError, SafetensorError) as error:
        said = (str(error).splitlines() or [""])[0]
        raise ValueError(
            f"The weights in {given} must be those of {name}, but are not: {said} Name those "
            f"that timm has for it, or --backbone-weights {RANDOM}."
        ) from error


def fetched(name: str) -> Path:
    """Return the file of weights that timm keeps under a name on the Hub, fetched if need be.

    Raises:
        ValueError: there are none.
        InputError: "error.fetch", with the reason and the remedies.
    """
    file = timm_file(name)
    if file is None:
        raise ValueError(
            f"--backbone needs weights that timm has on the Hub, but {name} has none there. Take "
            f"another, such as resnet18.a1_in1k, or give --backbone-weights FILE or {RANDOM}."
        )
    return fetch(file, lambda *_: None)
