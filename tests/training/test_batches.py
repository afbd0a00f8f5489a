from dataclasses import replace

import numpy as np
import pytest
import torch

from mixup_demo.training.batches import epoch_batches, mix_batch, random_crop, soft_targets, stream
from mixup_demo.training.recipe import Recipe

PLAIN = Recipe("plain", batch_size=8, crop_padding=0, flip=False)


def numbered_images(n: int, size: int = 8) -> torch.Tensor:
    """Images whose every pixel is their own number."""
    return torch.arange(n, dtype=torch.uint8)[:, None, None, None].expand(n, 3, size, size)


def test_an_epoch_shows_every_image_once_with_its_own_label():
    images, labels = numbered_images(32), torch.arange(32)
    batches = list(epoch_batches(PLAIN, 0, images, labels, 32))
    shown = torch.cat([inputs[:, 0, 0, 0] * 255 for inputs, _ in batches]).round().long()
    answers = torch.cat([targets.argmax(1) for _, targets in batches])
    assert sorted(shown.tolist()) == list(range(32))
    assert torch.equal(shown, answers)


def test_mixing_changes_neither_order_nor_crops_nor_flips():
    generator = torch.Generator().manual_seed(3)
    images = torch.randint(0, 256, (64, 3, 8, 8), generator=generator, dtype=torch.uint8)
    labels = torch.arange(64) % 10
    erm = Recipe("erm", batch_size=16, crop_padding=2)
    # λ so near to 1 or 0 that the mixed batch shows whole images of the ERM batch
    nearly = replace(erm, alpha=1e-3)
    pairs = zip(
        epoch_batches(erm, 4, images, labels, 10),
        epoch_batches(nearly, 4, images, labels, 10),
        strict=True,
    )
    for (plain, _), (mixed, _) in pairs:
        distances = (mixed[:, None] - plain[None]).abs().amax(dim=(2, 3, 4))
        assert distances.amin(dim=1).max() < 0.02


def test_each_image_is_mirrored_every_other_epoch():
    recipe = replace(PLAIN, flip=True, batch_size=4)
    ramp = torch.arange(8, dtype=torch.uint8).expand(4, 3, 8, 8) + 10 * torch.arange(
        4, dtype=torch.uint8
    ).view(4, 1, 1, 1)

    def mirrored(epoch: int) -> dict[int, bool]:
        (inputs, targets), *_ = epoch_batches(recipe, epoch, ramp, torch.arange(4), 4)
        falling = inputs[:, 0, 0, 0] > inputs[:, 0, 0, -1]
        return dict(zip(targets.argmax(1).tolist(), falling.tolist(), strict=True))

    first, second, third = mirrored(0), mirrored(1), mirrored(2)
    assert all(first[k] != second[k] for k in first)
    assert first == third


def test_crops_are_windows_of_the_reflected_image():
    image = torch.arange(16.0).view(1, 1, 4, 4).expand(6, 1, 4, 4)
    crops = random_crop(image, 2, np.random.default_rng(0))
    padded = np.pad(np.arange(16.0).reshape(4, 4), 2, mode="reflect")
    windows = [padded[r : r + 4, c : c + 4] for r in range(5) for c in range(5)]
    for crop in crops[:, 0].numpy():
        assert any(np.array_equal(crop, window) for window in windows)


@pytest.mark.parametrize(("alpha", "cutmix_alpha"), [(1.0, 0.0), (0.0, 1.0)])
def test_targets_are_mixed_as_the_images_are(alpha: float, cutmix_alpha: float):
    recipe = replace(PLAIN, alpha=alpha, cutmix_alpha=cutmix_alpha)
    # image k is 1 in a channel of its own, so an image's channel means are its class shares
    inputs = torch.eye(8)[:, :, None, None].expand(8, 8, 8, 8).contiguous()
    mixed, targets = mix_batch(recipe, inputs, torch.eye(8), np.random.default_rng(5))
    assert torch.allclose(mixed.mean(dim=(2, 3)), targets, atol=1e-6)
    assert not torch.allclose(targets, torch.eye(8))


@pytest.mark.parametrize(("alpha", "cutmix_alpha"), [(1.0, 0.0), (0.0, 1.0)])
def test_without_mixed_labels_a_mixture_has_the_label_of_its_larger_part(
    alpha: float, cutmix_alpha: float
):
    recipe = replace(PLAIN, alpha=alpha, cutmix_alpha=cutmix_alpha, lambda_per_sample=True)
    alone = replace(recipe, mix_labels=False)
    inputs = torch.rand(8, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    sides = set()
    for seed in range(6):
        mixed, targets = mix_batch(recipe, inputs, torch.eye(8), np.random.default_rng(seed))
        same, labels = mix_batch(alone, inputs, torch.eye(8), np.random.default_rng(seed))
        assert torch.equal(same, mixed)
        for own, shares, label in zip(range(8), targets.tolist(), labels.tolist(), strict=True):
            larger = max(range(8), key=lambda k, of=shares: of[k])
            assert label == [float(k == larger) for k in range(8)]
            sides.add(larger == own)
    assert sides == {True, False}


def test_lambda_per_sample_differs_between_samples():
    recipe = replace(PLAIN, alpha=1.0, lambda_per_sample=True)
    _, targets = mix_batch(recipe, torch.zeros(8, 3, 4, 4), torch.eye(8), np.random.default_rng(1))
    largest = targets.amax(dim=1)
    assert len(set(largest[largest < 1].tolist())) > 2


def test_smoothed_targets_follow_timm():
    from timm.data.mixup import one_hot

    labels = torch.tensor([2, 0, 1])
    expected = one_hot(labels, 4, on_value=1 - 0.1 + 0.1 / 4, off_value=0.1 / 4)
    assert torch.allclose(soft_targets(labels, 4, 0.1), expected)


def test_too_few_images_for_a_batch_are_refused():
    with pytest.raises(ValueError, match=r"batch of 8 needs as many .* there are 5: lower"):
        next(epoch_batches(PLAIN, 0, numbered_images(5), torch.arange(5), 5))


def test_streams_differ_by_purpose_and_epoch():
    drawn = {
        stream(PLAIN, purpose, epoch).random() for purpose in ("crop", "mixing") for epoch in (0, 1)
    }
    assert len(drawn) == 4
