"""A folder with config.json and model.safetensors as a model: checked whole, loaded, written.

Nothing in the folder is run: the weights are read as numbers, into a network that timm or this
package builds by name.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import timm
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from mixup_demo.models.networks import ARCHITECTURES, GENERATOR, build, counted, with_weights
from mixup_demo.models.normalising import behind
from mixup_demo.models.pretrained.config import CONFIG, WEIGHTS, Config, read_config
from mixup_demo.models.pretrained.hub import sha256
from mixup_demo.models.responding import respond_with_gradient
from mixup_demo.models.spec import ModelSpec, Preprocessing
from mixup_demo.texts.input_error import InputError

#: ends of files that are read by running what is in them
PICKLES = (".bin", ".pth", ".pt", ".ckpt", ".pkl", ".tar")
#: mean and standard deviation of a network that normalises by itself
AS_IT_IS = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
Shapes = Mapping[str, tuple[int, ...]]


def check_weights(folder: Path, config: Config) -> str:
    """Return the hash of a folder's weights after comparing them with the network's.

    Raises:
        InputError: "error.own...", they are missing, no safetensors, damaged, of another network,
            not all finite, or other than the config's hash says.
    """
    path = folder / WEIGHTS
    if not path.is_file():
        pickles = sorted(file.name for file in folder.iterdir() if file.suffix in PICKLES)
        if pickles:
            raise InputError("error.own.pickle", source=config.source, file=pickles[0])
        raise InputError("error.own.file", source=config.source, file=WEIGHTS)
    found, expected = _shapes(path, config), _expected(config)
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            raise InputError(
                "error.own.fit",
                source=config.source,
                architecture=config.architecture,
                value=name,
                found=_said(found, name),
                expected=_said(expected, name),
            )
    _check_finite(path, config)
    digest = sha256(path)
    if config.sha256 not in (None, digest):
        raise InputError("error.own.hash", source=config.source, value=str(config.sha256)[:12])
    return digest


def _shapes(path: Path, config: Config) -> Shapes:
    """Return the shapes that the file's header states; the library checks them against its size."""
    try:
        with safe_open(path, "pt") as file:
            return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError, ValueError, MemoryError) as error:
        value = str(error).splitlines()[0][:80]
        raise InputError("error.own.weights", source=config.source, value=value) from error


def _check_finite(path: Path, config: Config) -> None:
    """Refuse weights of which one is no number: a training that diverged leaves them."""
    with safe_open(path, "pt") as file:
        for name in file.keys():  # noqa: SIM118
            if not file.get_tensor(name).float().isfinite().all():
                raise InputError("error.own.finite", source=config.source, value=name)


def _expected(config: Config) -> Shapes:
    """Return the shapes of a network's weights, without memory for them."""
    try:
        with torch.device("meta"):
            network = bare(config)
    except Exception as error:  # whatever an architecture does with arguments that it does not know
        value = f"{type(error).__name__}: {error}".splitlines()[0][:80]
        raise InputError("error.own.network", source=config.source, value=value) from error
    return {name: tuple(value.shape) for name, value in network.state_dict().items()}


def _said(shapes: Shapes, name: str) -> str:
    return " × ".join(map(str, shapes[name])) or "1" if name in shapes else "–"


def bare(config: Config) -> nn.Module:
    """Return a config's network with weights of no meaning."""
    if config.architecture in ARCHITECTURES:
        return build(config.architecture, len(config.classes))
    return timm.create_model(
        config.architecture, num_classes=len(config.classes), **config.arguments
    )


def load(folder: Path, config: Config) -> nn.Module:
    """Return the network of a checked folder, behind its normalisation, fp32, without gradients."""
    with GENERATOR:
        network = bare(config)
    network = with_weights(network, folder / WEIGHTS)
    if (config.mean, config.std) == AS_IT_IS:
        return network
    return behind(network, config.mean, config.std).eval()


def _digest(
    weights: str, config: Config, size: tuple[int, int], preprocessing: Preprocessing
) -> str:
    """Return what stands for a model's answers: all that they depend on beside the image."""
    rest = (config.architecture, sorted(config.arguments.items()), config.mean, config.std)
    return hashlib.sha256(repr((weights, *rest, size, preprocessing)).encode()).hexdigest()


def spec_of(
    folder: Path,
    config: Config,
    name: str,
    size: tuple[int, int],
    preprocessing: Preprocessing,
    label: str,
) -> ModelSpec:
    """Return a folder as a model, after all its checks.

    Args:
        folder, config: see `read_config`.
        name: in links and requests.
        size: that it is asked at, one of the config's.
        preprocessing: of the pair.
        label: what the page calls it.

    Raises:
        InputError: as `check_weights`; "error.own.network", it does not answer at this size, or
            gives no gradient; "error.own.finite", its answers are no numbers.
    """
    weights = check_weights(folder, config)
    return ModelSpec(
        name,
        config.classes,
        size,
        _gflop(folder, config, size),
        _digest(weights, config, size, preprocessing),
        lambda: load(folder, config),
        preprocessing,
        provenance={
            "group": "own",
            "label": label,
            "architecture": config.architecture,
            "parameters": sum(weight.numel() for weight in bare(config).parameters()),
        },
    )


def check_folder(folder: Path, source: str) -> ModelSpec:
    """Return a folder as a model by itself, after all checks that the page makes of it in a pair.

    Args:
        folder: with config and weights.
        source: what the user calls it, for sentences.

    Raises:
        InputError: as `read_config` and `spec_of`.
    """
    config = read_config(folder, source)
    own = Preprocessing(config.crop, config.interpolation)
    label = config.label or folder.name
    return spec_of(folder, config, folder.name, max(config.sizes), own, label)


def _gflop(folder: Path, config: Config, size: tuple[int, int]) -> float:
    """Return 10⁹ operations of one image's forward pass, once it has answered, with gradient.

    Raises:
        InputError: as `spec_of`.
    """
    images, count = _trial_images(size), len(config.classes)
    soft_labels = torch.full((len(images), count), 1 / count)
    try:
        network = load(folder, config).requires_grad_(False)
        logits, cost = counted(network, size)
        if logits.shape != (1, count):
            raise ValueError(f"logits of shape {tuple(logits.shape)}")
        answers, _ = respond_with_gradient(network, images, soft_labels)
    except Exception as error:  # as in `_expected`
        value = f"{type(error).__name__}: {error}".splitlines()[0][:80]
        raise InputError("error.own.network", source=config.source, value=value) from error
    if not answers.isfinite().all():  # finite weights can be so large that sums of them are not
        raise InputError("error.own.finite", source=config.source, value="logits")
    return cost


def _trial_images(size: tuple[int, int]) -> Tensor:
    """Return images (4, 3, H, W) in [0, 1]: black, grey, white, and noise."""
    plain = torch.tensor([0.0, 0.5, 1.0]).view(3, 1, 1, 1).expand(3, 3, *size)
    noise = torch.rand(1, 3, *size, generator=torch.Generator().manual_seed(0))
    return torch.cat([plain, noise])


def write_folder(folder: Path, state: Mapping[str, Tensor], config: Mapping[str, Any]) -> Path:
    """Write a folder in this form; the config gets the hash of the weights.

    Args:
        folder: made where it is missing.
        state: the network's, by its own names.
        config: what config.json shall say besides.
    """
    folder.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in state.items()}, folder / WEIGHTS)
    content = {**config, "sha256": sha256(folder / WEIGHTS)}
    text = json.dumps(content, indent=2, ensure_ascii=False)
    (folder / CONFIG).write_text(text + "\n", encoding="utf-8")
    return folder
