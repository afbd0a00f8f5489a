"""The same images as other libraries mix them.

torchvision's transforms run themselves. The two-loader loop is written out as it is taught. Keras 3
and kornia are no requirements of the page: their rules are given here in a few lines, from

- keras/src/layers/preprocessing/image_preprocessing/mix_up.py of Keras 3.15 (a test compares the
  layer itself with this rule, where Keras is installed), and
- kornia/augmentation/random_generator/_2d/mixup.py of kornia 0.8.
"""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torchvision.transforms import v2

from mixup_demo.batches.results import Rule
from mixup_demo.batches.seeding import seeded
from mixup_demo.mixing import draw_lambda, mix, pair_by_permutation

Images = NDArray[np.float32]


def rules(images: Images, mixup_alpha: float, cutmix_alpha: float, seed: int) -> Iterator[Rule]:
    """Yield the batch as each library mixes it; torchvision is left out where α is 0: it raises.

    Args:
        images: float32 in [0, 1], (N, 3, H, W).
        mixup_alpha, cutmix_alpha: as in `MixupArguments`; one that is 0 yields nothing.
        seed: of all draws of each rule.
    """
    if mixup_alpha > 0:
        yield torchvision("torchvision-mixup", v2.MixUp, images, mixup_alpha, seed)
    if cutmix_alpha > 0:
        yield torchvision("torchvision-cutmix", v2.CutMix, images, cutmix_alpha, seed)
    if mixup_alpha > 0:
        yield two_loaders(images, mixup_alpha, seed)
        yield keras_mixup(images, mixup_alpha, seed)
    yield kornia_mixup(images, seed)


def torchvision(
    name: str, transform: type[v2.MixUp | v2.CutMix], images: Images, alpha: float, seed: int
) -> Rule:
    """Return what torchvision's transform makes of a batch: one λ, the partner is the one before.

    λ is read off the labels, which are the images' own numbers.
    """
    size = len(images)
    with seeded(seed):
        mixed, labels = transform(alpha=alpha, num_classes=size)(
            torch.from_numpy(images), torch.arange(size)
        )
    lam = labels.numpy().diagonal().astype(np.float64)
    return Rule(name, mixed.numpy(), np.roll(np.arange(size), 1), lam)


def two_loaders(images: Images, alpha: float, seed: int) -> Rule:
    """Return λ x₁ + (1 − λ) x₂, one λ for the batch, x₂ from a second loader of the same images.

    The loop as it is taught, `for (x1, y1), (x2, y2) in zip(loader1, loader2)`: both loaders
    shuffle, so that beside the first one's order the second one's is any permutation, and an image
    may meet itself.
    """
    rng = np.random.default_rng(seed)
    lam, partner = draw_lambda(alpha, rng), pair_by_permutation(len(images), rng)
    mixed = mix(images, images[partner], lam)
    return Rule("two-loaders", mixed, partner, np.full(len(images), lam))


def keras_mixup(images: Images, alpha: float, seed: int) -> Rule:
    """Return the rule of `keras.layers.MixUp`: a λ ~ Beta(α, α) for each image, a permutation."""
    rng = np.random.default_rng(seed)
    partner = pair_by_permutation(len(images), rng)
    return _each("keras-mixup", images, partner, draw_lambda(alpha, rng, len(images)))


def kornia_mixup(images: Images, seed: int) -> Rule:
    """Return the rule of kornia's `RandomMixUpV2`: λ is uniform, there is no α.

    kornia's own λ is the partner's weight; here, as everywhere, it is the image's own.
    """
    rng = np.random.default_rng(seed)
    partner = pair_by_permutation(len(images), rng)
    return _each("kornia-mixup", images, partner, 1 - rng.random(len(images)))


def _each(name: str, images: Images, partner: NDArray[np.intp], lam: NDArray[np.float64]) -> Rule:
    weights = lam.astype(np.float32)[:, None, None, None]
    return Rule(name, mix(images, images[partner], weights), partner, lam)
