"""The fast mode against fp32 on the bundled weights: how far may the answers differ?"""

import os
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from mixup_demo.models import engine as engine_module
from mixup_demo.models.engine import Engine
from mixup_demo.models.manifest import MANIFEST, MODELS
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.attacks import attack
from mixup_demo.probes.sweep import sweep
from tests.probes.kit import CPU

ROOT = Path(__file__).parents[2]
CIFAR10 = Path(os.environ.get("MIXUP_CIFAR10", ROOT.parent / "shared/data/cifar10"))
IMAGES_PER_CLASS = 60


@pytest.fixture(scope="module")
def pair() -> Comparison:
    if not (MODELS / MANIFEST).is_file():
        pytest.skip(f"{MODELS} holds no trained models")
    return Zoo().comparison("cifar10")


@pytest.fixture(scope="module")
def fast(pair) -> Engine:
    engine = Engine(pair, CPU)
    if engine.precision == "fp32":
        pytest.skip("this CPU is fastest in fp32")
    return engine


@pytest.fixture(scope="module")
def exact(pair) -> Engine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
        return Engine(pair, CPU)


@pytest.fixture(scope="module")
def test_images(pair) -> np.ndarray:
    """The first images of each class of CIFAR-10's test set, (N, 3, 32, 32) in [0, 1]."""
    if not (CIFAR10 / "test").is_dir():
        pytest.skip(f"{CIFAR10} holds no CIFAR-10; MIXUP_CIFAR10 can name another folder")
    images = []
    for name in pair.classes.names:
        sheet = np.asarray(Image.open(CIFAR10 / "test" / f"{name}.webp").convert("RGB"))
        tiles = sheet.reshape(-1, 32, 100, 32, 3).transpose(0, 2, 4, 1, 3)
        images.append(tiles.reshape(-1, 3, 32, 32)[:IMAGES_PER_CLASS])
    return np.concatenate(images).astype(np.float32) / 255


def smooth_images(count: int) -> np.ndarray:
    """Coloured clouds: no photos, but as smooth as photos, (count, 3, 32, 32) in [0, 1]."""
    coarse = np.random.default_rng(0).integers(0, 256, (count, 5, 5, 3)).astype(np.uint8)
    clouds = [Image.fromarray(image).resize((32, 32), Image.Resampling.BICUBIC) for image in coarse]
    return np.stack([np.asarray(cloud) for cloud in clouds]).transpose(0, 3, 1, 2) / np.float32(255)


def compare(fast: Engine, exact: Engine, images: np.ndarray) -> dict[str, tuple[float, float]]:
    """Return by model the share of equal answers and the mean total variation distance."""
    ours, theirs = fast.probabilities(images), exact.probabilities(images)
    return {
        name: (
            float((ours[name].argmax(axis=1) == theirs[name].argmax(axis=1)).mean()),
            float(0.5 * np.abs(ours[name] - theirs[name]).sum(axis=1).mean()),
        )
        for name in ours
    }


def test_answers_to_test_images_agree(fast, exact, test_images):
    for name, (equal, distance) in compare(fast, exact, test_images).items():
        assert equal >= 0.995, name
        assert distance <= 0.005, name


def test_answers_to_clouds_agree(fast, exact):
    for name, (equal, distance) in compare(fast, exact, smooth_images(200)).items():
        assert equal >= 0.98, name  # less than above: no cloud is clearly of any class
        assert distance <= 0.005, name


def test_fp32_mode_gives_the_plain_networks_answers(pair, exact):
    images = smooth_images(50)
    for name, answers in exact.probabilities(images).items():
        expected = pair.models[name].load()(torch.from_numpy(images)).softmax(dim=1)
        np.testing.assert_allclose(answers, expected.detach().numpy(), atol=1e-5)


@pytest.mark.parametrize(("a", "b"), [(0, 1), (2, 3)])
def test_gradient_norms_agree(fast, exact, a, b):
    images = smooth_images(4)
    ours, theirs = (sweep(engine, images[a], images[b], a, b) for engine in (fast, exact))
    for name, answers in ours.answers.items():
        expected = theirs.answers[name]
        errors = np.abs(answers.gradient_norm / expected.gradient_norm - 1)
        assert np.median(errors) <= 0.02, name
        mean = expected.smoothness.mean_gradient_norm
        assert answers.smoothness.mean_gradient_norm == pytest.approx(mean, rel=0.02), name


@pytest.mark.parametrize("method", ["fgsm", "ifgsm"])
def test_attacks_mislead_as_far(fast, exact, method):
    images = smooth_images(20)
    labels = exact.propose(images)
    ours, theirs = (attack(engine, images, labels, 2 / 255, method) for engine in (fast, exact))

    def loss(answers):
        return -np.log(answers[range(20), labels]).mean()

    clean = exact.probabilities(images)
    for name, made in ours.items():
        shown = exact.probabilities(np.concatenate([made, theirs[name]]))[name]
        rise, expected = (loss(answers) - loss(clean[name]) for answers in (shown[:20], shown[20:]))
        assert rise == pytest.approx(expected, rel=0.05), name
        if method == "fgsm":
            assert (np.abs(made - theirs[name]) < 1e-6).mean() > 0.95, name
