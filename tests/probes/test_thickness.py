import copy

import numpy as np
import pytest
import torch
from captum.robust import FGSM, PGD
from torch.nn.functional import cross_entropy

from mixup_demo.models import engine as engine_module
from mixup_demo.models.engine import Engine
from mixup_demo.probes.thickness import (
    RADIUS,
    STEP,
    STEPS,
    adversarial_ends,
    adversarial_thickness,
)
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import CPU, MeanColour, engine_of, pair, random_images, tiny_net

SIZE, CLASSES, COUNT = 6, 4, 8
IMAGES = random_images(COUNT, SIZE, seed=3)
LABELS = np.arange(COUNT) % CLASSES
TARGETS = (LABELS + 1 + np.arange(COUNT) % 3) % CLASSES
MODELS = {"erm": tiny_net(1), "mixup": tiny_net(2)}


@pytest.fixture(scope="module")
def engine():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
        return Engine(pair(**MODELS, classes=CLASSES, size=SIZE), CPU)


class NormalisedStep(FGSM):
    """Captum's step goes along the gradient's sign, for L2 too; this one along the gradient."""

    def _perturb(self, inputs, grads, epsilon, targeted, masks):
        sign = -1 if targeted else 1
        units = [rows / rows.norm(p=2, dim=(1, 2, 3), keepdim=True) for rows in grads]
        return tuple(rows + sign * epsilon * u for rows, u in zip(inputs, units, strict=True))


def captums(network):
    """Captum's targeted L2-PGD: its gradients, its projection, its bounds."""
    attack = PGD(network, lambda logits, labels: cross_entropy(logits, labels, reduction="none"))
    attack.fgsm = NormalisedStep(network, attack.fgsm.loss_func)
    attack.bound = lambda rows: rows.clamp(0, 1)
    inputs, targets = torch.from_numpy(IMAGES), torch.from_numpy(TARGETS)
    return attack.perturb(inputs, RADIUS, STEP, STEPS, targets, targeted=True, norm="L2").numpy()


def answers(network, images):
    """Softmax of images in float64."""
    with torch.no_grad():
        logits = copy.deepcopy(network).double()(torch.as_tensor(images, dtype=torch.float64))
    return logits.softmax(dim=1).numpy()


def norms(rows):
    return np.sqrt((rows.astype(float) ** 2).sum(axis=(1, 2, 3)))


@pytest.mark.filterwarnings("ignore:Input Tensor 0 did not already require gradients")
def test_ends_are_those_of_captums_attack(engine):
    ends = adversarial_ends(engine, IMAGES, TARGETS)
    for name, network in MODELS.items():
        np.testing.assert_allclose(ends[name], captums(network), atol=2e-4)


def test_ends_keep_the_budget_and_the_range_and_reach_the_target(engine):
    ends = adversarial_ends(engine, IMAGES, TARGETS)
    for name, network in MODELS.items():
        assert ends[name].dtype == np.float32
        assert ends[name].min() >= 0
        assert ends[name].max() <= 1
        assert norms(ends[name] - IMAGES).max() <= RADIUS + 1e-5
        before, after = (
            answers(network, rows)[range(COUNT), TARGETS] for rows in (IMAGES, ends[name])
        )
        assert (after > before).all()


def test_thickness_is_that_of_a_plain_loop(engine):
    found = adversarial_thickness(engine, IMAGES, LABELS, TARGETS)
    ends = adversarial_ends(engine, IMAGES, TARGETS)
    for name, network in MODELS.items():
        for row, (label, target) in enumerate(zip(LABELS, TARGETS, strict=True)):
            image, end = IMAGES[row].astype(float), ends[name][row].astype(float)
            ways = [k / 100 * image + (1 - k / 100) * end for k in range(101)]
            leads = [p[label] - p[target] for p in answers(network, np.array(ways))]
            on_boundary = sum(0 < lead < 0.75 for lead in leads)
            length = np.sqrt(((image - end) ** 2).sum())
            assert found[name][row] == pytest.approx(length * on_boundary / 101, abs=0.011 * length)
        assert np.mean(found[name]) > 0


def test_a_linear_models_boundary_is_as_thick_as_its_softmax_says():
    """Two colours decide: the lead is tanh of half the log odds, which are linear on the way."""
    scale, size = 12.0, 4
    image = np.full((1, 3, size, size), 0.5, np.float32)
    image[:, 0], image[:, 2] = 0.65, 0.0
    found = adversarial_thickness(
        engine_of(MeanColour(scale), MeanColour(scale / 20), 3, size), image, [0], [1]
    )
    # the third class keeps e^(12 · (0 − 0.5)) of the odds: too little to matter
    way = np.linspace(0, 1, 101)
    pixels = size**2
    # downhill for class 1's log odds: all of it along red − green, half each in squares
    end_odds = 0.15 - 2 * RADIUS / np.sqrt(2 * pixels)
    odds = scale * ((1 - way) * end_odds + way * 0.15)
    lead = np.tanh(odds / 2)
    share = ((lead > 0) & (lead < 0.75)).mean()
    assert found["erm"][0] == pytest.approx(RADIUS * share, abs=0.03)
    assert found["mixup"][0] > found["erm"][0] > 0  # a twentieth as steep, so thicker


def test_where_the_image_is_the_targets_already_there_is_no_boundary(engine):
    images = IMAGES[:1]
    target = answers(MODELS["erm"], images).argmax(axis=1)
    label = answers(MODELS["erm"], images).argmin(axis=1)
    assert adversarial_thickness(engine, images, label, target)["erm"][0] == 0


def test_batches_change_nothing(engine):
    images, labels = random_images(40, SIZE, seed=8), np.arange(40) % CLASSES
    targets = (labels + 1) % CLASSES
    together = adversarial_thickness(engine, images, labels, targets)
    alone = adversarial_thickness(engine, images[27:28], labels[27:28], targets[27:28])
    for name in MODELS:
        assert together[name].shape == (40,)
        assert together[name][27] == pytest.approx(alone[name][0], abs=0.011)


@pytest.mark.parametrize(("label", "target"), [(4, 0), (0, -1)])
def test_classes_there_are_not_are_refused(engine, label, target):
    with pytest.raises(InputError, match="must be a class number from 0 to 3"):
        adversarial_thickness(engine, IMAGES[:1], [label], [target])
