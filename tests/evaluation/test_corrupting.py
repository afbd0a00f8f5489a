"""The corruptions against SciPy, torchvision's JPEG, and the formulas."""

import numpy as np
import pytest
import torch
from scipy import ndimage
from torchvision.transforms.v2 import functional

from mixup_demo.evaluation.corrupting import KINDS, corrupted

STRENGTHS = [(name, k) for name, kind in KINDS.items() for k in range(len(kind.strengths))]


def pictures(n: int = 6, side: int = 32) -> torch.Tensor:
    """Smooth colours with some grain, which JPEG and blur change as they do photos."""
    rng = np.random.default_rng(3)
    coarse = ndimage.zoom(rng.uniform(20, 235, (n, 3, 4, 4)), (1, 1, side / 4, side / 4), order=1)
    return torch.from_numpy(np.clip(coarse + rng.normal(0, 6, coarse.shape), 0, 255)).byte()


PICTURES = pictures()


def made(name: str, k: int, images: torch.Tensor = PICTURES, seed: int = 5) -> np.ndarray:
    strength = KINDS[name].strengths[k]
    return corrupted(images, name, strength, np.random.default_rng(seed)).numpy()


@pytest.mark.parametrize(("name", "k"), STRENGTHS)
def test_every_corruption_keeps_the_form_of_images_and_is_drawn_alike(name: str, k: int):
    found = made(name, k)
    assert (found.shape, found.dtype) == (PICTURES.shape, np.uint8)
    assert np.array_equal(found, made(name, k))
    assert not np.array_equal(found, PICTURES.numpy())


@pytest.mark.parametrize("name", KINDS)
def test_strengths_rise(name: str):
    clean = PICTURES.numpy().astype(float)
    away = [np.abs(made(name, k) - clean).mean() for k in range(5)]
    assert len(KINDS[name].strengths) == 5
    assert away == sorted(away)
    assert away[0] > 0.5


@pytest.mark.parametrize("k", range(5))
def test_noise_is_normal_and_the_same_at_every_strength(k: int):
    grey = torch.full((20, 3, 32, 32), 128).byte()  # far from both ends, so that none is clipped
    added = made("noise", k, grey).astype(float) - 128
    deviation = 255 * KINDS["noise"].strengths[k]
    assert added.std() == pytest.approx(deviation, rel=0.01)
    assert abs(added.mean()) < 4 * deviation / added.size**0.5
    first = made("noise", 0, grey).astype(float) - 128
    assert np.corrcoef(first.ravel(), added.ravel())[0, 1] > 0.99


@pytest.mark.parametrize("k", range(5))
def test_blur_is_a_gaussian_filter(k: int):
    sigma = KINDS["blur"].strengths[k]
    expected = ndimage.gaussian_filter(
        PICTURES.numpy().astype(float), (0, 0, sigma, sigma), mode="mirror", radius=4
    )
    np.testing.assert_allclose(made("blur", k), expected, atol=0.51)


@pytest.mark.parametrize("k", range(5))
def test_contrast_leaves_a_share_of_the_distance_from_the_mean_grey(k: int):
    factor, images = KINDS["contrast"].strengths[k], PICTURES.numpy().astype(float)
    luma = np.tensordot(images, [0.2989, 0.587, 0.114], axes=(1, 0)).mean(axis=(1, 2))
    mean = luma[:, None, None, None]
    np.testing.assert_allclose(made("contrast", k), mean + factor * (images - mean), atol=0.6)


@pytest.mark.filterwarnings("ignore:The image decoding:DeprecationWarning")
@pytest.mark.parametrize("k", range(5))
def test_jpeg_is_that_of_another_reader_and_writer(k: int):
    quality = KINDS["jpeg"].strengths[k]
    theirs = functional.jpeg(PICTURES, int(quality)).numpy().astype(float)
    assert np.abs(made("jpeg", k) - theirs).mean() < 0.5  # they may smooth colours differently


@pytest.mark.parametrize("k", range(5))
def test_rotation_turns_to_either_side_and_mirrors_the_edges(k: int):
    angle = KINDS["rotation"].strengths[k]
    framed = np.pad(PICTURES.numpy().astype(float), ((0, 0), (0, 0), (8, 8), (8, 8)), "reflect")
    sides = [
        ndimage.rotate(framed, sign * angle, axes=(2, 3), reshape=False, order=1)[..., 8:-8, 8:-8]
        for sign in (1, -1)
    ]
    found = made("rotation", k)
    away = np.stack([np.abs(found - side).mean(axis=(1, 2, 3)) for side in sides])
    assert (away.min(axis=0) < 0.5).all()
    assert (away.max(axis=0) > 2).all()
    assert set(away.argmin(axis=0)) == {0, 1}
    assert np.array_equal(
        away.argmin(axis=0), np.where(np.random.default_rng(5).random(6) < 0.5, 0, 1)
    )
