import copy
import dataclasses

import numpy as np
import pytest
import torch
from captum.robust import FGSM, PGD
from torch.nn.functional import cross_entropy

from mixup_demo.models import engine as engine_module
from mixup_demo.models.devices import choose_device, gpu_available
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.attacks import EPSILONS, attack, attack_sweep, passes
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import (
    CPU,
    MeanColour,
    convnet,
    engine_of,
    pair,
    random_images,
    spec,
    tiny_net,
)

SIZE, CLASSES = 6, 4
METHODS = ("fgsm", "ifgsm")
IMAGES = random_images(12, SIZE, seed=7)
LABELS = np.arange(12) % CLASSES
GREY = np.full((1, 3, 8, 8), 0.5, np.float32)


@pytest.fixture(scope="module")
def networks():
    return {"erm": tiny_net(1), "mixup": tiny_net(2)}


@pytest.fixture(scope="module")
def engine(networks):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
        return Engine(pair(**networks, classes=CLASSES, size=SIZE), CPU)


def own_losses(logits, labels):
    return cross_entropy(logits, labels, reduction="none")


def colours(erm: float, mixup: float) -> Engine:
    """Models whose answers follow the mean colours, or flee them where the scale is negative."""
    return engine_of(MeanColour(erm), MeanColour(mixup), 3, 8)


def one_model(scale: float) -> Engine:
    return Engine(Comparison("one", {"source": spec("one", MeanColour(scale), 3, 8)}), CPU)


def losses(network, images, labels):
    """Cross-entropy of each image in float64."""
    exact = copy.deepcopy(network).double()
    inputs = torch.as_tensor(images, dtype=torch.float64)
    with torch.no_grad():
        return own_losses(exact(inputs), torch.as_tensor(labels)).numpy()


def moved(images: dict[str, np.ndarray], model: str) -> np.ndarray:
    """By how much of 1/255 an attack on the grey image moves red, green and blue."""
    change = 255 * (images[model][0] - GREY[0])
    assert np.ptp(change, axis=(1, 2)).max() == 0
    return change[:, 0, 0]


class TestAgainstCaptum:
    """An independent implementation, in fp32."""

    @pytest.mark.parametrize("levels", [1, 8, 60])
    def test_fgsm(self, engine, networks, levels):
        ours = attack(engine, IMAGES, LABELS, levels / 255, "fgsm")
        for name, network in networks.items():
            theirs = FGSM(network, own_losses, 0.0, 1.0)
            theirs.zero_thresh = 0.0
            inputs = torch.from_numpy(IMAGES).requires_grad_()
            expected = theirs.perturb(inputs, levels / 255, torch.from_numpy(LABELS))
            np.testing.assert_allclose(ours[name], expected.detach().numpy(), atol=1e-6)

    @pytest.mark.filterwarnings("ignore:Input Tensor 0 did not already require gradients")
    @pytest.mark.parametrize("levels", [1, 8, 60])
    def test_ifgsm(self, engine, networks, levels):
        ours = attack(engine, IMAGES, LABELS, levels / 255, "ifgsm")
        radius = levels / 255
        for name, network in networks.items():
            theirs = PGD(network, own_losses, 0.0, 1.0)
            theirs.fgsm.zero_thresh = 0.0
            inputs, labels = torch.from_numpy(IMAGES), torch.from_numpy(LABELS)
            expected = theirs.perturb(inputs, radius, radius / 10, 10, labels).numpy()
            np.testing.assert_allclose(ours[name], expected, atol=1e-5)


def test_fgsm_moves_each_value_to_where_the_loss_rises(engine, networks):
    """The sign of each value's own central difference, in float64."""
    count, step = 3, 1e-5
    made = attack(engine, IMAGES, LABELS, 1e-3, "fgsm")
    nudges = step * np.eye(3 * SIZE**2).reshape(-1, 3, SIZE, SIZE)
    for name, network in networks.items():
        for image, label, adversarial in zip(IMAGES[:count], LABELS, made[name], strict=False):
            labels = np.full(len(nudges), label)
            ends = (losses(network, image + sign * nudges, labels) for sign in (1, -1))
            slopes = np.subtract(*ends) / (2 * step)
            clear = np.abs(slopes) > 1e-4 * np.abs(slopes).max()
            assert clear.mean() > 0.9
            signs = np.sign(adversarial - image).ravel()
            assert np.array_equal(signs[clear], np.sign(slopes)[clear])


@pytest.mark.parametrize("method", METHODS)
class TestBothMethods:
    def test_keep_the_budgets_and_the_range_of_images(self, engine, method):
        images = np.round(IMAGES)  # black and white, where half of all steps leave the range
        images[::2] = IMAGES[::2]
        budgets = np.arange(12) / 255
        for made in attack(engine, images, LABELS, budgets, method).values():
            assert made.dtype == np.float32
            assert made.min() >= 0
            assert made.max() <= 1
            reached = np.abs(made - images).max(axis=(1, 2, 3))
            assert reached == pytest.approx(budgets, abs=1e-6)

    def test_a_budget_of_0_changes_nothing(self, engine, method):
        for made in attack(engine, IMAGES, LABELS, 0.0, method).values():
            assert np.array_equal(made, IMAGES)

    def test_raise_the_loss(self, engine, networks, method):
        made = attack(engine, IMAGES, LABELS, 2 / 255, method)
        for name, network in networks.items():
            before = losses(network, IMAGES, LABELS)
            assert (losses(network, made[name], LABELS) > before).all()

    def test_each_image_has_its_own_label_and_budget(self, engine, method):
        budgets = np.linspace(0.01, 0.1, 40)
        images, labels = random_images(40, SIZE, seed=8), np.arange(40) % CLASSES
        together = attack(engine, images, labels, budgets, method)
        for row in (0, 26, 39):
            alone = attack(engine, images[row : row + 1], labels[[row]], budgets[row], method)
            for name in alone:
                np.testing.assert_allclose(together[name][row], alone[name][0], atol=1e-6)

    def test_one_image_may_have_many_budgets(self, engine, method):
        budgets = np.linspace(0, 0.1, 40)
        once = attack(engine, IMAGES[:1], LABELS[:1], budgets, method)
        copies = np.repeat(IMAGES[:1], 40, axis=0)
        expected = attack(engine, copies, np.repeat(LABELS[:1], 40), budgets, method)
        for name, rows in expected.items():
            np.testing.assert_allclose(once[name], rows, atol=1e-6)

    @pytest.mark.parametrize("scale", [1.0, 1000.0])
    def test_the_surest_answer_has_a_gradient(self, method, scale):
        """At 1000 all probabilities but the label's are 0, and the loss's gradient vanishes."""
        sure = np.full((1, 3, 8, 8), 0.25, np.float32)
        sure[:, 0] = 0.75
        inputs = torch.from_numpy(sure).requires_grad_()
        loss = cross_entropy(MeanColour(scale)(inputs), torch.tensor([0]))
        (plain,) = torch.autograd.grad(loss, inputs)
        assert bool(plain.any()) == (scale == 1)
        made = attack(colours(scale, scale), sure, [0], 8 / 255, method)["erm"]
        change = 255 * (made - sure).mean(axis=(0, 2, 3))
        assert change == pytest.approx([-8, 8, 8], abs=1e-3)

    def test_the_loss_of_a_linear_model_rises_with_the_budget(self, method):
        """Its log odds move by 2 ε times the scale, so the loss is known at every budget."""
        answered = attack_sweep(colours(5.0, 50.0), None, GREY[0], 1, method)
        for name, scale in (("erm", 5.0), ("mixup", 50.0)):
            loss = -np.log(answered.probabilities[name][:, 1])
            expected = np.log(1 + 2 * np.exp(2 * scale * EPSILONS / 255))
            assert loss == pytest.approx(expected, rel=1e-3)
            assert (np.diff(loss) > 0).all()


class TestSweep:
    @pytest.mark.parametrize("method", METHODS)
    def test_holds_what_each_budget_alone_gives(self, engine, method):
        answered = attack_sweep(engine, None, IMAGES[0], 3, method)
        assert answered.epsilons.tolist() == list(range(17))
        for budget in (0, 1, 16):
            made = attack(engine, IMAGES[:1], [3], budget / 255, method)
            answers = engine.probabilities(made)
            for name in ("erm", "mixup"):
                shown = answered.images[name][budget]
                np.testing.assert_allclose(shown, made[name][0], atol=1e-6)
                probabilities = answered.probabilities[name][budget]
                np.testing.assert_allclose(probabilities, answers[name][0], atol=1e-5)

    def test_says_what_was_asked(self, engine):
        answered = attack_sweep(engine, None, IMAGES[0], 3, "fgsm")
        assert (answered.label, answered.classes) == (3, engine.classes)
        assert (answered.method, answered.source) == ("fgsm", "white")
        assert (answered.device, answered.precision) == ("cpu", "fp32")

    def test_white_box_attacks_each_model_with_its_own_gradient(self):
        follower_and_fleer = colours(1.0, -1.0)
        images = attack_sweep(follower_and_fleer, None, GREY[0], 0, "fgsm").images
        at_9 = {name: rows[9:10] for name, rows in images.items()}
        assert moved(at_9, "erm") == pytest.approx([-9, 9, 9], abs=1e-3)
        assert moved(at_9, "mixup") == pytest.approx([9, -9, -9], abs=1e-3)

    def test_black_box_shows_both_models_what_the_sources_gradient_made(self):
        answered = attack_sweep(colours(1.0, -1.0), one_model(-2.0), GREY[0], 0, "ifgsm")
        at_9 = {name: rows[9:10] for name, rows in answered.images.items()}
        for name in ("erm", "mixup"):
            assert moved(at_9, name) == pytest.approx([9, -9, -9], abs=1e-3)
        likelier = {name: np.diff(rows[:, 0]) > 0 for name, rows in answered.probabilities.items()}
        assert likelier["erm"].all()  # the source misleads in the wrong direction
        assert not likelier["mixup"].any()
        assert answered.source == "black"

    def test_it_is_asked_in_chunks_between_which_it_can_be_stopped(self, engine):
        looks: list[bool] = []
        attack_sweep(engine, None, IMAGES[0], 0, "ifgsm", lambda: bool(looks.append(True)))
        few = engine.chunk // passes("ifgsm")
        assert len(looks) == -(-(len(EPSILONS) - 1) // few) > 2
        with pytest.raises(StoppedError):
            attack_sweep(engine, None, IMAGES[0], 0, "ifgsm", lambda: True)

    def test_its_arrays_are_read_only(self, engine):
        answered = attack_sweep(engine, None, IMAGES[0], 0, "fgsm")
        arrays = [
            answered.epsilons,
            *answered.images.values(),
            *answered.probabilities.values(),
        ]
        assert not any(array.flags.writeable for array in arrays)
        with pytest.raises(dataclasses.FrozenInstanceError):
            answered.label = 1


@pytest.mark.parametrize(
    ("label", "method", "message"),
    [
        (4, "fgsm", "label must be a class number from 0 to 3, but is 4"),
        (-1, "ifgsm", "label must be a class number from 0 to 3, but is -1"),
        (0, "pgd", "attack must be one of fgsm, ifgsm, but is pgd"),
    ],
)
def test_bad_input_is_refused(engine, label, method, message):
    with pytest.raises(InputError, match=message):
        attack_sweep(engine, None, IMAGES[0], label, method)


@pytest.mark.gpu
@pytest.mark.skipif(not gpu_available(), reason="there is no GPU here")
@pytest.mark.parametrize("method", METHODS)
def test_a_gpu_misleads_as_far_as_the_cpu(method):
    models = pair(convnet(1), convnet(2), 10, 32)
    images, labels = random_images(20, 32), np.arange(20) % 10
    for name, network in models.models.items():
        on_gpu, on_cpu = (
            losses(
                network, attack(Engine(models, device), images, labels, 0.01, method)[name], labels
            )
            for device in (choose_device("gpu"), CPU)
        )
        assert on_gpu.mean() == pytest.approx(on_cpu.mean(), rel=0.05)
