import copy
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch

from mixup_demo.models import engine as engine_module
from mixup_demo.models.devices import choose_device, cpu_features, gpu_available
from mixup_demo.models.engine import Engine
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import (
    CPU,
    MeanColour,
    convnet,
    engine_of,
    pair,
    random_answers,
    random_images,
    tiny_net,
)

SIZE, CLASSES = 6, 4


@pytest.fixture
def in_fp32(monkeypatch):
    monkeypatch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)


@pytest.fixture(scope="module")
def networks():
    return {"erm": tiny_net(1), "mixup": tiny_net(2)}


@pytest.fixture
def tiny(networks, in_fp32):
    return Engine(pair(**networks, classes=CLASSES, size=SIZE), CPU)


def losses(network, images, soft_labels):
    """Soft cross-entropy of each image in float64."""
    log_probabilities = network(torch.as_tensor(images, dtype=torch.float64)).log_softmax(dim=1)
    return -(torch.as_tensor(soft_labels) * log_probabilities).sum(dim=1)


def nudged_norm(network, image, soft_label, step=1e-5):
    """L2 norm of the loss's gradient by central differences, pixel by pixel."""
    pixels = np.eye(image.size).reshape(-1, *image.shape) * step
    with torch.no_grad():
        rise = losses(network, image + pixels, soft_label)
        fall = losses(network, image - pixels, soft_label)
    return float(((rise - fall) / (2 * step)).norm())


class TestProbabilities:
    @pytest.mark.parametrize("count", [1, 2, 101, 260])
    def test_are_each_networks_softmax_in_the_order_of_the_images(self, tiny, networks, count):
        images = random_images(count, SIZE)
        answers = tiny.probabilities(images)
        assert list(answers) == ["erm", "mixup"]
        for name, network in networks.items():
            expected = network(torch.from_numpy(images)).softmax(dim=1).numpy()
            assert answers[name].dtype == np.float32
            np.testing.assert_allclose(answers[name], expected, atol=1e-6)
        assert np.abs(answers["erm"] - answers["mixup"]).max() > 0.01

    def test_sum_to_1(self, tiny):
        sums = tiny.probabilities(random_images(101, SIZE))["erm"].sum(axis=1)
        assert sums == pytest.approx(np.ones(101), abs=1e-6)

    def test_images_of_another_size_are_refused(self, tiny):
        with pytest.raises(ValueError, match=r"\(N, \(3, 6, 6\)\), but have \(2, 3, 7, 7\)"):
            tiny.probabilities(random_images(2, 7))

    def test_images_that_may_not_be_written_to_are_taken(self, tiny):
        images = random_images(3, SIZE)
        images.setflags(write=False)
        assert tiny.probabilities(images)["mixup"].shape == (3, CLASSES)

    def test_each_model_can_be_shown_images_of_its_own(self, tiny):
        shown = {"mixup": random_images(40, SIZE, 1), "erm": random_images(40, SIZE, 2)}
        answers = tiny.probabilities(shown)
        for name, images in shown.items():
            expected = tiny.probabilities(images)[name]
            np.testing.assert_allclose(answers[name], expected, atol=1e-6)


class TestRun:
    @pytest.mark.parametrize("count", [1, 26, 60])
    def test_one_row_goes_with_every_batch(self, tiny, count):
        def brightness(network, images, offsets):
            return (images.mean(dim=(1, 2, 3)) + offsets,)

        image, offsets = random_images(1, SIZE), np.arange(count, dtype=np.float32)
        (sums,) = tiny.run(brightness, image, offsets)["erm"]
        np.testing.assert_allclose(sums, image.mean() + offsets, rtol=1e-6)
        (sums,) = tiny.run(brightness, np.repeat(image, count, axis=0), offsets[-1:])["mixup"]
        np.testing.assert_allclose(sums, np.full(count, image.mean() + count - 1), rtol=1e-6)


class TestGradients:
    def test_norms_agree_with_finite_differences(self, tiny, networks):
        images = random_images(5, SIZE, seed=3)
        soft_labels = random_answers(5, CLASSES, seed=4).astype(np.float32)
        answers = tiny.respond(images, soft_labels)
        for name, network in networks.items():
            exact = copy.deepcopy(network).double()
            expected = [
                nudged_norm(exact, image.astype(np.float64), label.astype(np.float64))
                for image, label in zip(images, soft_labels, strict=True)
            ]
            assert min(expected) > 0.05
            np.testing.assert_allclose(answers[name].gradient_norm, expected, rtol=1e-4)

    def test_come_with_the_same_probabilities(self, tiny):
        images, soft_labels = random_images(101, SIZE), np.full((101, 4), 0.25, np.float32)
        plain = tiny.probabilities(images)
        for name, (logarithms, norm) in tiny.respond(images, soft_labels).items():
            np.testing.assert_allclose(np.exp(logarithms), plain[name], atol=1e-6)
            assert norm.shape == (101,)

    def test_each_image_has_its_own(self, tiny):
        images = random_images(101, SIZE)
        soft_labels = random_answers(101, CLASSES, seed=5).astype(np.float32)
        together = tiny.respond(images, soft_labels)["erm"].gradient_norm
        alone = tiny.respond(images[77:78], soft_labels[77:78])["erm"].gradient_norm
        assert together[77] == pytest.approx(alone[0], rel=1e-5)
        assert together[76] != pytest.approx(alone[0], rel=1e-2)

    def test_vanish_where_the_answer_is_the_soft_label(self, tiny):
        images = random_images(20, SIZE)
        answer = tiny.probabilities(images)["erm"]
        norms = {name: norm for name, (_, norm) in tiny.respond(images, answer).items()}
        assert norms["erm"].max() < 1e-5 < norms["mixup"].min()

    def test_are_computed_even_where_the_caller_switched_them_off(self, tiny):
        images, soft_labels = random_images(2, SIZE), np.full((2, 4), 0.25, np.float32)
        with torch.no_grad():
            assert tiny.respond(images, soft_labels)["erm"].gradient_norm.min() > 0


class TestFastMode:
    """bf16 against fp32 on the bundled architecture with random weights."""

    @pytest.fixture
    def engine(self):
        return engine_of(convnet(1), convnet(2), 10, 32)

    def test_precision_is_named_after_the_hardware(self, engine):
        features = cpu_features()
        fast = features.get("avx512_bf16") or features.get("amx_bf16")
        assert engine.precision == ("bf16" if fast else "fp32")
        assert engine.device == "cpu"

    def test_answers_stay_close(self, engine):
        images = random_images(101, 32)
        soft_labels = random_answers(101, 10, seed=0).astype(np.float32)
        for seed, name in ((1, "erm"), (2, "mixup")):
            logarithms, norm = engine.respond(images, soft_labels)[name]
            probabilities = np.exp(logarithms)
            inputs = torch.from_numpy(images).requires_grad_()
            logits = convnet(seed)(inputs)
            loss = torch.nn.functional.cross_entropy(
                logits, torch.from_numpy(soft_labels), reduction="sum"
            )
            expected_norm = torch.autograd.grad(loss, inputs)[0].flatten(1).norm(dim=1).numpy()
            expected = logits.detach().softmax(dim=1).numpy()
            # random weights round worse than trained ones, which test_fast_mode.py is about
            assert 0.5 * np.abs(probabilities - expected).sum(axis=1).mean() < 0.01
            assert np.median(np.abs(norm / expected_norm - 1)) < 0.02

    def test_an_untraceable_network_makes_it_fp32(self, networks):
        class Counting(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.network = networks["erm"]

            def forward(self, images):
                return self.network(images) * len(images)

        assert engine_of(Counting(), Counting(), CLASSES, SIZE).precision == "fp32"

    def test_callers_at_the_same_time_get_their_own_answers(self, engine):
        batches = [random_images(30, 32, seed) for seed in range(6)]
        alone = [engine.probabilities(batch)["mixup"] for batch in batches]
        with ThreadPoolExecutor(6) as pool:
            together = list(pool.map(engine.probabilities, batches))
        for expected, answers in zip(alone, together, strict=True):
            np.testing.assert_allclose(answers["mixup"], expected, atol=1e-6)


class TestPropose:
    """ERM sees the mean colours; "mixup" exaggerates or reverses them."""

    def flat(self, red, green, blue):
        return np.broadcast_to(np.float32([red, green, blue])[:, None, None], (3, 4, 4))

    def test_names_the_likeliest_class(self):
        engine = engine_of(MeanColour(), MeanColour(), 3, 4)
        images = np.stack([self.flat(0.1, 0.9, 0.5), self.flat(0.2, 0.1, 0.8)])
        assert engine.propose(images).tolist() == [1, 2]

    def test_takes_the_mean_of_the_probabilities(self):
        """A model that is sure outweighs one that is not."""
        image = self.flat(0.9, 0.1, 0.4)[None]
        assert engine_of(MeanColour(1.0), MeanColour(-20.0), 3, 4).propose(image).tolist() == [1]
        assert engine_of(MeanColour(20.0), MeanColour(-1.0), 3, 4).propose(image).tolist() == [0]


class TestChooseDevice:
    def test_without_a_gpu(self, monkeypatch):
        monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
        assert choose_device("auto") == choose_device("cpu") == CPU
        with pytest.raises(InputError, match=r"GPU .* has none. Choose automatic or CPU") as error:
            choose_device("gpu")
        assert error.value.message("ko").startswith("GPU는")

    def test_with_a_gpu(self, monkeypatch):
        monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
        assert choose_device("auto").type == choose_device("gpu").type == "cuda"
        assert choose_device("cpu") == CPU


@pytest.mark.gpu
@pytest.mark.skipif(not gpu_available(), reason="there is no GPU here")
def test_a_gpu_gives_the_cpus_answers():
    models = pair(convnet(1), convnet(2), 10, 32)
    images = random_images(101, 32)
    soft_labels = random_answers(101, 10, seed=0).astype(np.float32)
    on_gpu, on_cpu = (
        Engine(models, device).respond(images, soft_labels)
        for device in (choose_device("gpu"), CPU)
    )
    for name in ("erm", "mixup"):
        probabilities = (np.exp(one[name].log_probabilities) for one in (on_gpu, on_cpu))
        np.testing.assert_allclose(*probabilities, atol=0.05)
        ratio = on_gpu[name][1] / on_cpu[name][1]
        assert np.median(np.abs(ratio - 1)) < 0.02
