"""From resident uint8 images to a step's inputs and soft targets.

Every epoch has random streams of its own, derived from (seed, epoch, purpose): a resumed run sees
what the uninterrupted one would have seen, and mixing never shifts the order or the crops.
"""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from mixup_demo import mixing
from mixup_demo.training.recipe import Recipe

ShareT = TypeVar("ShareT", float, Tensor)

STREAMS = ("order", "crop", "flip", "mixing", "corruption", "subset", "held-out")


def stream(recipe: Recipe, purpose: str, epoch: int = 0) -> np.random.Generator:
    """Return the generator of one purpose (an item of `STREAMS`) in one epoch."""
    return np.random.default_rng([recipe.seed, epoch, STREAMS.index(purpose)])


def steps_per_epoch(recipe: Recipe, n_images: int) -> int:
    """Return the number of full batches.

    Raises:
        ValueError: there are fewer images than one batch holds.
    """
    if n_images < recipe.batch_size:
        raise ValueError(
            f"A batch of {recipe.batch_size} needs as many training images, but there are "
            f"{n_images}: lower the recipe's batch_size."
        )
    return n_images // recipe.batch_size


def epoch_batches(
    recipe: Recipe, epoch: int, images: Tensor, labels: Tensor, n_classes: int
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield (inputs, targets) of one epoch.

    Args:
        images: uint8, shape (N, 3, H, W), on the device that trains.
        labels: int64, shape (N,), on the same device.

    Yields:
        inputs: float32 in [0, 1], shape (batch, 3, H, W), channels last.
        targets: float32, shape (batch, n_classes), rows sum to 1.
    """
    device = images.device
    order = torch.from_numpy(stream(recipe, "order", epoch).permutation(len(images))).to(device)
    mirrored = torch.from_numpy(_mirrored(recipe, epoch, len(images))).to(device)
    crop_rng, mix_rng = stream(recipe, "crop", epoch), stream(recipe, "mixing", epoch)
    for step in range(steps_per_epoch(recipe, len(images))):
        chosen = order[step * recipe.batch_size : (step + 1) * recipe.batch_size]
        inputs = images[chosen].float() / 255
        inputs = torch.where(mirrored[chosen, None, None, None], inputs.flip(3), inputs)
        inputs = random_crop(inputs, recipe.crop_padding, crop_rng)
        targets = soft_targets(labels[chosen], n_classes, recipe.label_smoothing)
        inputs, targets = mix_batch(recipe, inputs, targets, mix_rng)
        yield inputs.contiguous(memory_format=torch.channels_last), targets


def _mirrored(recipe: Recipe, epoch: int, n_images: int) -> np.ndarray:
    """Return which images this epoch mirrors: half of them, the other half in the next epoch."""
    if not recipe.flip:
        return np.zeros(n_images, dtype=bool)
    return (stream(recipe, "flip").random(n_images) < 0.5) ^ (epoch % 2 == 1)


def soft_targets(labels: Tensor, n_classes: int, smoothing: float) -> Tensor:
    """Return float32 targets: off value ε/K, on value 1 - ε + ε/K (timm's convention)."""
    return F.one_hot(labels, n_classes).float() * (1 - smoothing) + smoothing / n_classes


def random_crop(images: Tensor, padding: int, rng: np.random.Generator) -> Tensor:
    """Shift every image by up to `padding` pixels each way; the border is reflected."""
    if padding == 0:
        return images
    n, _, height, width = images.shape
    offsets = torch.from_numpy(rng.integers(0, 2 * padding + 1, (2, n))).to(images.device)
    rows = offsets[0, :, None] + torch.arange(height, device=images.device)
    columns = offsets[1, :, None] + torch.arange(width, device=images.device)
    padded = F.pad(images, (padding,) * 4, mode="reflect")
    index = torch.arange(n, device=images.device)[:, None, None]
    return padded[index, :, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)


def mix_batch(
    recipe: Recipe, inputs: Tensor, targets: Tensor, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Mix a batch with a permutation of itself, as the recipe asks; ERM returns it unchanged."""
    methods = [
        name
        for name, alpha in (("mixup", recipe.alpha), ("cutmix", recipe.cutmix_alpha))
        if alpha > 0
    ]
    if not methods:
        return inputs, targets
    method = methods[rng.integers(len(methods))]
    partners = torch.from_numpy(mixing.pair_by_permutation(len(inputs), rng)).to(inputs.device)
    if method == "cutmix":
        return _cutmix_batch(recipe, inputs, targets, partners, rng)
    size = len(inputs) if recipe.lambda_per_sample else 1
    lam = torch.as_tensor(
        mixing.draw_lambda(recipe.alpha, rng, size), dtype=torch.float32, device=inputs.device
    )
    return (
        mixing.mix(inputs, inputs[partners], lam.view(-1, 1, 1, 1)),
        mixing.mix(targets, targets[partners], _label_share(recipe, lam).view(-1, 1)),
    )


def _cutmix_batch(
    recipe: Recipe, inputs: Tensor, targets: Tensor, partners: Tensor, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Paste one box, the same for the whole batch; λ is the share of A that is really left."""
    height, width = inputs.shape[-2:]
    drawn = float(mixing.draw_lambda(recipe.cutmix_alpha, rng))
    box = mixing.cutmix_box(drawn, height, width, mixing.draw_centre(height, width, rng))
    lam = mixing.box_lambda(box, height, width)
    return (
        mixing.cutmix(inputs, inputs[partners], box),
        mixing.mix(targets, targets[partners], _label_share(recipe, lam)),
    )


def _label_share(recipe: Recipe, lam: ShareT) -> ShareT:
    """Return the weight of A's label: λ, or all or nothing where labels are not mixed."""
    return lam if recipe.mix_labels else (lam >= 0.5) * 1.0
