"""Common corruptions of images by torchvision's and Pillow's operators, each at five strengths.

After Hendrycks and Dietterich, "Benchmarking neural network robustness to common corruptions and
perturbations", ICLR 2019, arXiv 1903.12261.
"""

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torchvision.transforms.v2 import InterpolationMode
from torchvision.transforms.v2 import functional as operators

#: of the kernel of a blur: four standard deviations of the strongest one to each side
KERNEL = 9

Rng = np.random.Generator


def noise(images: Tensor, deviation: float, rng: Rng) -> Tensor:
    """Add normal noise of a standard deviation, a share of the range of values."""
    drawn = rng.normal(0, deviation, images.shape)
    return images + torch.from_numpy(drawn).to(images.dtype)


def blur(images: Tensor, deviation: float, rng: Rng) -> Tensor:
    """Blur with a Gaussian kernel of a standard deviation in pixels."""
    found: Tensor = operators.gaussian_blur(images, [KERNEL, KERNEL], [deviation, deviation])
    return found


def contrast(images: Tensor, factor: float, rng: Rng) -> Tensor:
    """Pull all values towards the image's mean grey, so that a share of the differences is left."""
    found: Tensor = operators.adjust_contrast(images, factor)
    return found


def jpeg(images: Tensor, quality: float, rng: Rng) -> Tensor:
    """Compress each image, at a quality from 100, the best, to 1, and read it again.

    By Pillow, as CIFAR-10-C's images were: torchvision's own encoder is deprecated.
    """
    pictures = _levels(images).permute(0, 2, 3, 1).numpy()
    read = np.stack([_compressed(picture, int(quality)) for picture in pictures])
    return torch.from_numpy(read).permute(0, 3, 1, 2).float() / 255


def _compressed(picture: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    file = BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file))


def rotation(images: Tensor, degrees: float, rng: Rng) -> Tensor:
    """Turn each image to the left or to the right; mirrored edges fill the corners."""
    side = images.shape[-1]
    framed = operators.pad(images, [side // 4] * 4, padding_mode="reflect")
    left = torch.from_numpy(rng.random(len(images)) < 0.5)[:, None, None, None]
    turned = (
        operators.rotate(framed, angle, InterpolationMode.BILINEAR) for angle in (degrees, -degrees)
    )
    found: Tensor = operators.center_crop(torch.where(left, *turned), [side, side])
    return found


class Kind(NamedTuple):
    """What is done to images (N, 3, S, S) of values from 0 to 1, and how strongly, rising."""

    apply: Callable[[Tensor, float, Rng], Tensor]
    strengths: tuple[float, ...]


#: the strengths are those of CIFAR-10-C (the authors' make_cifar_c.py). Rotation is none of its
#: corruptions: the angles are chosen here, from a slight tilt on
KINDS = {
    "noise": Kind(noise, (0.04, 0.06, 0.08, 0.09, 0.1)),
    "blur": Kind(blur, (0.4, 0.6, 0.7, 0.8, 1.0)),
    "contrast": Kind(contrast, (0.75, 0.5, 0.4, 0.3, 0.15)),
    "jpeg": Kind(jpeg, (80, 65, 58, 50, 40)),
    "rotation": Kind(rotation, (5, 10, 15, 20, 30)),
}


def corrupted(images: Tensor, kind: str, strength: float, rng: Rng) -> Tensor:
    """Return images (N, 3, S, S), uint8, after one corruption, rounded to 8 bits again."""
    return _levels(KINDS[kind].apply(images.float() / 255, strength, rng))


def _levels(images: Tensor) -> Tensor:
    """Return values from 0 to 1 as levels of 8 bits."""
    return (255 * images).round().clamp(0, 255).to(torch.uint8)
