"""timm and torchvision as oracles: the same draws give the same bits."""

import numpy as np
import pytest
import torch
from timm.data.mixup import Mixup, rand_bbox, rand_bbox_minmax
from torchvision.transforms import v2

from mixup_demo.mixing import (
    Box,
    box_lambda,
    cutmix,
    cutmix_box,
    draw_centre,
    draw_lambda,
    minmax_box,
    mix,
    one_hot,
    pair_by_flip,
    pair_by_roll,
)

N_CLASSES = 10
LABELS = torch.tensor([3, 0, 9, 1, 4, 7, 2, 6])
SIZES = [(32, 32), (31, 45), (7, 1)]


@pytest.fixture
def images():
    return torch.rand(8, 3, 31, 45, generator=torch.Generator().manual_seed(0))


@pytest.fixture
def timm_draws(monkeypatch):
    """Let timm draw from a generator, whose twin with the same seed is returned."""
    theirs, ours = np.random.default_rng(4), np.random.default_rng(4)
    monkeypatch.setattr("numpy.random.beta", theirs.beta)
    monkeypatch.setattr("numpy.random.rand", lambda *shape: theirs.random(shape or None))
    monkeypatch.setattr(
        "numpy.random.randint", lambda low, high, size=None: theirs.integers(low, high, size)
    )
    return ours


def assert_equal(ours, theirs):
    np.testing.assert_array_equal(np.asarray(ours), theirs.numpy(), strict=True)


def mixed_labels(pairing, lam, smoothing=0.0):
    vectors = one_hot(LABELS, N_CLASSES, smoothing)
    return mix(vectors, vectors[pairing], lam)


class TestTimm:
    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    def test_mixup_of_a_batch(self, images, timm_draws, smoothing):
        theirs = Mixup(mixup_alpha=0.4, label_smoothing=smoothing, num_classes=N_CLASSES)
        their_images, their_labels = theirs(images.clone(), LABELS)
        timm_draws.random()  # whether to mix at all
        lam = draw_lambda(0.4, timm_draws)
        pairing = pair_by_flip(8)
        assert_equal(mix(images, images[pairing], lam), their_images)
        assert_equal(mix(images.numpy(), images.numpy()[pairing], lam), their_images)
        assert_equal(mixed_labels(pairing, lam, smoothing), their_labels)

    def test_cutmix_of_a_batch(self, images, timm_draws):
        theirs = Mixup(0.0, cutmix_alpha=1.0, label_smoothing=0.1, num_classes=N_CLASSES)
        their_images, their_labels = theirs(images.clone(), LABELS)
        timm_draws.random()
        lam = draw_lambda(1.0, timm_draws)
        box = cutmix_box(lam, 31, 45, draw_centre(31, 45, timm_draws))
        pairing = pair_by_flip(8)
        assert 0 < box_lambda(box, 31, 45) < 1
        assert_equal(cutmix(images, images[pairing], box), their_images)
        assert_equal(mixed_labels(pairing, box_lambda(box, 31, 45), 0.1), their_labels)

    @pytest.mark.parametrize("mode", ["elem", "pair"])
    def test_mixup_with_a_lambda_each(self, images, timm_draws, mode):
        theirs = Mixup(0.4, label_smoothing=0.0, num_classes=N_CLASSES, mode=mode)
        their_images, their_labels = theirs(images.clone(), LABELS)
        lam = draw_lambda(0.4, timm_draws, 8 if mode == "elem" else 4).astype(np.float32)
        if mode == "pair":
            lam = np.concatenate([lam, lam[::-1]])
        pairing = pair_by_flip(8)
        per_image = torch.from_numpy(lam).view(8, 1, 1, 1)
        assert_equal(mix(images, images[pairing], per_image), their_images)
        assert_equal(mixed_labels(pairing, lam[:, None]), their_labels)

    def test_cutmix_with_a_box_each(self, images, timm_draws):
        theirs = Mixup(0.0, 1.0, label_smoothing=0.0, num_classes=N_CLASSES, mode="elem")
        their_images, their_labels = theirs(images.clone(), LABELS)
        asked = draw_lambda(1.0, timm_draws, 8).astype(np.float32)
        timm_draws.random(8)
        boxes = [cutmix_box(lam, 31, 45, draw_centre(31, 45, timm_draws)) for lam in asked]
        partners = images[pair_by_flip(8)]
        ours = [cutmix(a, b, box) for a, b, box in zip(images, partners, boxes, strict=True)]
        assert_equal(torch.stack(ours), their_images)
        lam = np.array([[box_lambda(box, 31, 45)] for box in boxes], np.float32)
        assert_equal(mixed_labels(pair_by_flip(8), lam), their_labels)

    @pytest.mark.parametrize(("height", "width"), SIZES)
    def test_boxes(self, timm_draws, height, width):
        for lam in np.linspace(0, 1, 201):
            top, bottom, left, right = rand_bbox((3, height, width), lam)
            centre = draw_centre(height, width, timm_draws)
            assert cutmix_box(lam, height, width, centre) == Box(top, bottom, left, right)

    def test_boxes_between_two_shares(self, timm_draws):
        for _ in range(200):
            top, bottom, left, right = rand_bbox_minmax((3, 31, 45), (0.2, 0.8))
            assert minmax_box((0.2, 0.8), 31, 45, timm_draws) == Box(top, bottom, left, right)


class TestTorchvision:
    @pytest.mark.parametrize("lam", [0.0, 0.123456789, 0.5, 1.0])
    def test_mixup(self, images, monkeypatch, lam):
        transform = v2.MixUp(num_classes=N_CLASSES)
        monkeypatch.setattr(transform, "make_params", lambda inputs: {"lam": lam})
        their_images, their_labels = transform(images, LABELS)
        pairing = pair_by_roll(8)
        assert_equal(mix(images, images[pairing], lam), their_images)
        assert_equal(mixed_labels(pairing, lam), their_labels)

    @pytest.mark.parametrize(("height", "width"), SIZES)
    def test_cutmix(self, monkeypatch, height, width):
        images = torch.arange(8.0 * height * width).reshape(8, 1, height, width)
        rng = np.random.default_rng(0)
        transform = v2.CutMix(num_classes=N_CLASSES)
        for lam in np.linspace(0, 1, 41):
            row, column = centre = draw_centre(height, width, rng)
            draws = iter([column, row])  # torchvision draws x first
            monkeypatch.setattr(transform._dist, "sample", lambda shape, lam=lam: lam)
            monkeypatch.setattr("torch.randint", lambda *_, size, d=draws: torch.tensor([next(d)]))
            their_images, their_labels = transform(images, LABELS)
            box = cutmix_box(lam, height, width, centre, rounding="torchvision")
            pairing = pair_by_roll(8)
            assert_equal(cutmix(images, images[pairing], box), their_images)
            assert_equal(mixed_labels(pairing, box_lambda(box, height, width)), their_labels)
