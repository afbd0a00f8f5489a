"""The same images as other libraries mix them.

torchvision's transforms run themselves. The two-loader loop is written out as it is taught.
Keras 3, fastai and kornia are no requirements of the page: their rules are given here in few lines,
from

- keras/src/layers/preprocessing/image_preprocessing/mix_up.py and cut_mix.py of Keras 3.15 (tests
  compare the layers themselves with these rules, where Keras is installed),
- fastai/callback/mixup.py of fastai 2.8, and
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
    if cutmix_alpha > 0:
        yield keras_cutmix(images, cutmix_alpha, seed)
    if mixup_alpha > 0:
        yield fastai_mixup(images, mixup_alpha, seed)
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


def keras_cutmix(images: Images, alpha: float, seed: int) -> Rule:
    """Return the rule of `keras.layers.CutMix`: a λ and a box for each image, a permutation.

    The box lies wholly inside the image, its corners between pixels: λ is the share outside the box
    as drawn, and the pixels whose upper left corners are inside are replaced. α ends at 1, the most
    that the layer's factor may be.
    """
    rng = np.random.default_rng(seed)
    count, (height, width) = len(images), images.shape[2:]
    partner = pair_by_permutation(count, rng)
    ratio = np.sqrt(1 - draw_lambda(min(alpha, 1.0), rng, count))
    rows, columns = (_between(length, ratio, rng.random(count)) for length in (height, width))
    inside = (rows[:, :, None] & columns[:, None, :])[:, None]
    return Rule("keras-cutmix", np.where(inside, images[partner], images), partner, 1 - ratio**2)


def _between(
    length: int, ratio: NDArray[np.float64], place: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return (N, length), which pixels of a side are within each image's part of it."""
    start = (place * (1 - ratio) * length)[:, None]
    pixels = np.arange(length)
    inside: NDArray[np.bool_] = (pixels >= start) & (pixels < start + length * ratio[:, None])
    return inside


def fastai_mixup(images: Images, alpha: float, seed: int) -> Rule:
    """Return the rule of fastai's `MixUp`: as Keras's, but the larger of λ and 1 − λ is one's own.

    It is the same distribution of pairs, for Beta(α, α) is symmetric.
    """
    rng = np.random.default_rng(seed)
    partner = pair_by_permutation(len(images), rng)
    drawn = draw_lambda(alpha, rng, len(images))
    return _each("fastai-mixup", images, partner, np.maximum(drawn, 1 - drawn))


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
