"""Architectures. Every network takes images in [0, 1] and returns logits."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from mixup_demo.models.normalising import Normalise

#: held by whoever makes a network whose first weights do not matter, which torch's global generator
#: gives, and by whoever gives this generator a seed: the one would disturb the other's draws
GENERATOR = Lock()

#: of CIFAR-10's training images in [0, 1], per channel
CIFAR10_MEAN = (0.4914, 0.4822, 0.4465)
CIFAR10_STD = (0.2470, 0.2435, 0.2616)


def _block(inputs: int, outputs: int) -> list[nn.Module]:
    """Two 3x3 convolutions; the first is followed by 2x2 pooling, so the second is cheap."""
    return [
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
        nn.MaxPool2d(2),
        nn.BatchNorm2d(outputs),
        nn.GELU(),
        nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.GELU(),
    ]


class WhitenedConvNet(nn.Module):
    """Plain CNN for 32x32 images: a whitening 2x2 layer, then three blocks of two convolutions.

    1.97 M parameters and 0.24 GFLOP an image. The layout follows the public speed records on
    CIFAR-10 (Jordan 2024, arXiv 2404.00498): a fixed whitening layer, pooling before the
    normalisation, and logits scaled down, which together reach a given error in few epochs.

    Args:
        n_classes: length of the logits.
        widths: channels of the three blocks.
        dropout: probability of zeroing a feature before the last layer while training.
        mean, std: the training data's statistics per channel, images in [0, 1].
    """

    def __init__(
        self,
        n_classes: int = 10,
        widths: Sequence[int] = (64, 256, 256),
        dropout: float = 0.0,
        mean: Sequence[float] = CIFAR10_MEAN,
        std: Sequence[float] = CIFAR10_STD,
    ) -> None:
        super().__init__()
        whitened = 2 * 3 * 2 * 2  # each of the 12 patch directions with both signs
        self.normalise = Normalise(mean, std)
        self.whiten = nn.Conv2d(3, whitened, 2)
        layers: list[nn.Module] = [nn.GELU()]
        for inputs, outputs in zip((whitened, *widths), widths, strict=False):
            layers += _block(inputs, outputs)
        self.features = nn.Sequential(*layers, nn.MaxPool2d(3), nn.Flatten())
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1], n_classes, bias=False)
        self._initialise()

    def _initialise(self) -> None:
        """Start convolutions near the identity; leave the batch norm's gains at one."""
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d) and layer is not self.whiten:
                nn.init.dirac_(layer.weight.data[: layer.in_channels])
            if isinstance(layer, nn.BatchNorm2d):
                layer.weight.requires_grad = False
        self.whiten.weight.requires_grad = False
        nn.init.zeros_(self.whiten.bias)  # type: ignore[arg-type]

    @torch.no_grad()
    def fit_whitening(self, images: Tensor, floor: float = 5e-4) -> None:
        """Set the first layer to the whitening transform of 2x2 patches.

        Args:
            images: some thousand training images, shape (N, 3, H, W), in [0, 1].
            floor: added to the eigenvalues, so that flat directions are not blown up.
        """
        pixels = self.normalise(images)
        patches = pixels.unfold(2, 2, 1).unfold(3, 2, 1).permute(0, 2, 3, 1, 4, 5).reshape(-1, 12)
        covariance = patches.T @ patches / len(patches)
        values, vectors = torch.linalg.eigh(covariance)
        filters = (vectors / (values + floor).sqrt()).T.flip(0).reshape(12, 3, 2, 2)
        self.whiten.weight.copy_(torch.cat([filters, -filters]))

    def forward(self, images: Tensor) -> Tensor:
        """Return logits of shape (N, n_classes) for images of shape (N, 3, 32, 32) in [0, 1]."""
        features = self.features(self.whiten(self.normalise(images)))
        logits: Tensor = self.head(self.dropout(features))
        return logits / 9  # keeps the first steps' softmax flat without shrinking the weights


class PreActBlock(nn.Module):
    """Pre-activation residual block (He et al. 2016, arXiv 1603.05027, figure 4e)."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.norm1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.shortcut = (
            nn.Identity()
            if stride == 1 and inputs == outputs
            else nn.Conv2d(inputs, outputs, 1, stride, bias=False)
        )

    def forward(self, features: Tensor) -> Tensor:
        """Return features of shape (N, outputs, H / stride, W / stride)."""
        activated = F.relu(self.norm1(features))
        kept = features if isinstance(self.shortcut, nn.Identity) else self.shortcut(activated)
        inner: Tensor = self.conv2(F.relu(self.norm2(self.conv1(activated))))
        return inner + kept


class PreActResNet(nn.Module):
    """PreAct ResNet-18, the paper's network for CIFAR, thinner and with a stem of stride 2.

    At width 16: 0.70 M parameters and 0.02 GFLOP an image (the paper's has width 64, stride 1,
    11.2 M parameters).

    Args:
        n_classes: length of the logits.
        width: channels of the first of the four stages; each later one has twice as many.
        dropout: probability of zeroing a feature before the last layer while training.
        mean, std: the training data's statistics per channel, images in [0, 1].
    """

    def __init__(
        self,
        n_classes: int = 10,
        width: int = 16,
        dropout: float = 0.0,
        mean: Sequence[float] = CIFAR10_MEAN,
        std: Sequence[float] = CIFAR10_STD,
    ) -> None:
        super().__init__()
        self.normalise = Normalise(mean, std)
        self.stem = nn.Conv2d(3, width, 3, 2, padding=1, bias=False)
        widths = [width, width, 2 * width, 4 * width, 8 * width]
        blocks: list[nn.Module] = []
        for stage, (inputs, outputs) in enumerate(pairwise(widths)):
            blocks += [PreActBlock(inputs, outputs, 1 if stage == 0 else 2)]
            blocks += [PreActBlock(outputs, outputs, 1)]
        self.blocks = nn.Sequential(*blocks)
        self.norm = nn.BatchNorm2d(widths[-1])
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1], n_classes)
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, images: Tensor) -> Tensor:
        """Return logits of shape (N, n_classes) for images of shape (N, 3, H, W) in [0, 1]."""
        features = F.relu(self.norm(self.blocks(self.stem(self.normalise(images)))))
        logits: Tensor = self.head(self.dropout(features.mean((2, 3))))
        return logits


class Blueprint(NamedTuple):
    """What is known of an architecture before it is built.

    Attributes:
        make: from the number of classes, and dropout, to a network.
        side: in pixels, of the only images that it takes; None where it takes any.
        residual: whether its blocks add to what they are given.
    """

    make: Callable[..., nn.Module]
    side: int | None = None
    residual: bool = False


#: the small CNN: 0.50 M parameters and 0.07 GFLOP an image
ARCHITECTURES: Mapping[str, Blueprint] = {
    "whitened-cnn": Blueprint(WhitenedConvNet, 32),
    "whitened-cnn-small": Blueprint(partial(WhitenedConvNet, widths=(32, 128, 128)), 32),
    "preact-resnet18-16": Blueprint(PreActResNet, residual=True),
    "preact-resnet18-32": Blueprint(partial(PreActResNet, width=32), residual=True),
}


def build(architecture: str, n_classes: int, dropout: float = 0.0) -> nn.Module:
    """Return a freshly initialised network.

    Raises:
        KeyError: `architecture` is not a key of `ARCHITECTURES`.
    """
    return ARCHITECTURES[architecture].make(n_classes, dropout=dropout)


@lru_cache
def gflop(architecture: str, n_classes: int, size: tuple[int, int]) -> float:
    """Return the arithmetic of one forward pass of one image, in 10⁹ floating-point operations.

    PyTorch loads its compiler for this, for two seconds: what is trained has it in its manifest.

    Args:
        architecture, n_classes: as in `build`.
        size: height and width of the image.
    """
    return counted(build(architecture, n_classes), size)[1]


def counted(network: nn.Module, size: tuple[int, int]) -> tuple[Tensor, float]:
    """Return a network's answer to one black image, and its arithmetic, see `gflop`.

    Args:
        network: from images (N, 3, H, W) to logits.
        size: height and width of the image.
    """
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        logits: Tensor = network.eval()(torch.zeros(1, 3, *size))
    return logits, 1e-9 * float(counter.get_total_flops())


def with_weights(network: nn.Module, file: Path) -> nn.Module:
    """Return a network with the weights of a safetensors file, in fp32, ready to answer."""
    state = load_file(file)
    single = {
        name: value.float() if value.is_floating_point() else value for name, value in state.items()
    }
    network.load_state_dict(single)
    return network.eval().requires_grad_(False)
