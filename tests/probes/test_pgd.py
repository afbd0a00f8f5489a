"""PGD against a linear model, whose worst case is known, and against a bent gradient."""

from itertools import pairwise

import numpy as np
import pytest
import torch
from captum.robust import PGD
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from mixup_demo.models import engine as engine_module
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec
from mixup_demo.probes import pgd as pgd_module
from mixup_demo.probes.attacks import LEVEL, attack, odds
from mixup_demo.probes.pgd import LOSSES, margins, pgd
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import random_images, tiny_net

CPU = torch.device("cpu")
CLASSES = ClassList("three", ("a", "b", "c"))
EPSILON = 4 * LEVEL


class Linear(nn.Module):
    """Logits are weighted sums of the pixels."""

    def __init__(self) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(0)
        self.weights = nn.Parameter(torch.randn(3, 48, generator=generator))

    def forward(self, images: Tensor) -> Tensor:
        return images.flatten(1) @ self.weights.T


class Bent(nn.Module):
    """Two classes by the mean colour, whose gradient points the wrong way at every known image."""

    def __init__(self, known: np.ndarray) -> None:
        super().__init__()
        self.known = nn.Parameter(torch.from_numpy(known).mean(dim=(1, 2, 3)))

    def forward(self, images: Tensor) -> Tensor:
        means = images.mean(dim=(1, 2, 3))
        away = means[:, None] - self.known
        bump = (torch.exp(-((away / 0.001) ** 2)) * away).sum(dim=1)
        lead = 10 * (means - 0.5) - 40 * bump
        return torch.stack([lead, -lead, torch.full_like(lead, -9.0)], dim=1)


def engine(network: nn.Module) -> Engine:
    model = ModelSpec("it", CLASSES, (4, 4), 0.0, "it", lambda: network.eval())
    return Engine(Comparison("alone", {"it": model}), CPU)


def images(n: int) -> np.ndarray:
    return np.random.default_rng(1).uniform(0.3, 0.7, (n, 3, 4, 4)).astype(np.float32)


@pytest.mark.parametrize(("loss", "near"), [(LOSSES[0], 0.25), (LOSSES[1], 0.02)])
def test_a_linear_model_is_brought_to_its_worst_case(loss: str, near: float):
    """The margin's own gradient leads there; the cross-entropy's also heeds the third class."""
    network, pictures = Linear(), images(6)
    labels = network(torch.from_numpy(pictures)).argmax(dim=1).numpy()
    starts = np.random.default_rng(2).uniform(-1, 1, pictures.shape).astype(np.float32)
    made = pgd(engine(network), pictures, labels, EPSILON, starts, loss)["it"]
    assert np.abs(made - pictures).max() <= EPSILON + 1e-6
    assert (made.min(), made.max()) >= (0, 0)
    weights = network.weights.detach().numpy()
    for picture, label, found in zip(pictures, labels, made, strict=True):
        logits, reached = weights @ picture.ravel(), weights @ found.ravel()
        others = [k for k in range(3) if k != label]
        worst = max(
            logits[k] - logits[label] + EPSILON * np.abs(weights[k] - weights[label]).sum()
            for k in others
        )
        margin = max(reached[k] for k in others) - reached[label]
        assert margin <= worst + 1e-4
        assert margin == pytest.approx(worst, rel=near)


def test_random_starts_get_past_a_gradient_that_one_step_follows_astray():
    pictures = np.full((1, 3, 4, 4), 0.51, np.float32)
    asked, labels = engine(Bent(pictures)), [0]
    budget = 0.02
    one_step = attack(asked, pictures, labels, budget, "fgsm")
    assert asked.probabilities(one_step)["it"].argmax() == 0  # it went the wrong way
    starts = np.full(pictures.shape, -0.4, np.float32)
    many = pgd(asked, pictures, labels, budget, starts)
    assert asked.probabilities(many)["it"].argmax() == 1


def test_without_a_budget_nothing_changes():
    pictures = images(2)
    made = pgd(engine(Linear()), pictures, [0, 1], 0.0, np.ones_like(pictures))["it"]
    np.testing.assert_array_equal(made, pictures)


def test_objectives_are_those_of_the_papers():
    logits = torch.tensor([[2.0, 1.0, -1.0], [0.0, 3.0, 0.5]])
    targets = torch.eye(3)[[0, 2]]
    assert margins(logits, targets).tolist() == [-1.0, 2.5]
    loss = nn.functional.cross_entropy(logits, torch.tensor([0, 2]), reduction="none")
    torch.testing.assert_close(nn.functional.softplus(odds(logits, targets)), loss)


def test_an_unknown_class_is_refused():
    with pytest.raises(InputError) as refused:
        pgd(engine(Linear()), images(1), [3], EPSILON, images(1))
    assert refused.value.key == "error.label.index"


SIZE, SOME = 6, 40
IMAGES, LABELS = random_images(SOME, SIZE, seed=7), np.arange(SOME) % 4


@pytest.fixture(scope="module")
def exact():
    """A network with bends of all kinds, asked in fp32."""
    names = ClassList("four", tuple("abcd"))
    model = ModelSpec("it", names, (SIZE, SIZE), 0.0, "it", lambda: tiny_net(3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
        return Engine(Comparison("exact", {"it": model}), CPU)


def margins_of(exact: Engine, shown: np.ndarray) -> np.ndarray:
    """By how much another class is ahead of the label's, (N,)."""
    with torch.no_grad():
        return margins(tiny_net(3)(torch.from_numpy(shown)), torch.eye(4)[LABELS]).numpy()


def starts(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, IMAGES.shape).astype(np.float32)


def fooled(exact: Engine, epsilon: float, restarts: int) -> np.ndarray:
    """Which images some start of each loss fools, (N,)."""
    found = margins_of(exact, IMAGES) > 0
    for seed in range(restarts):
        for loss in LOSSES:
            made = pgd(exact, IMAGES, LABELS, epsilon, starts(seed), loss)["it"]
            found |= margins_of(exact, made) > 0
    return found


class TestWhatEveryCorrectPgdDoes:
    @pytest.mark.parametrize("loss", LOSSES)
    @pytest.mark.parametrize("levels", [0.5, 4, 60])
    def test_stays_in_the_ball_and_in_the_range(self, exact, levels: float, loss: str):
        pictures = np.round(IMAGES)  # black and white, where half of all steps leave the range
        made = pgd(exact, pictures, LABELS, levels * LEVEL, starts(0), loss)["it"]
        assert np.abs(made - pictures).max() <= levels * LEVEL + 1e-6
        assert made.min() >= 0
        assert made.max() <= 1

    @pytest.mark.parametrize("levels", [0.5, 4, 150])
    def test_one_step_from_the_image_is_fgsm(self, exact, levels: float, monkeypatch):
        monkeypatch.setattr(pgd_module, "STEPS", 1)
        monkeypatch.setattr(pgd_module, "REACH", 1.0)
        one = pgd(exact, IMAGES, LABELS, levels * LEVEL, np.zeros_like(IMAGES))["it"]
        fgsm = attack(exact, IMAGES, LABELS, levels * LEVEL, "fgsm")["it"]
        # of the two ends of the step, the one that leads further from the label is kept
        further = margins_of(exact, fgsm) > margins_of(exact, IMAGES)
        assert further.mean() > 0.8
        assert further.all() == (levels < 100)  # so long a step goes too far for some images
        np.testing.assert_allclose(one[further], fgsm[further], atol=1e-6)
        np.testing.assert_allclose(one[~further], IMAGES[~further], atol=1e-6)

    @pytest.mark.filterwarnings("ignore:Input Tensor 0 did not already require gradients")
    @pytest.mark.parametrize("levels", [1, 8])
    def test_goes_no_less_far_than_that_of_captum(self, exact, levels: float):
        """Captum keeps the last point of the same way, ours the best one."""
        theirs = PGD(tiny_net(3), lambda x, y: cross_entropy(x, y, reduction="none"), 0.0, 1.0)
        theirs.fgsm.zero_thresh = 0.0
        radius, steps = levels * LEVEL, pgd_module.STEPS
        step = pgd_module.REACH * radius / steps
        inputs, labels = torch.from_numpy(IMAGES), torch.from_numpy(LABELS)
        last = theirs.perturb(inputs, radius, step, steps, labels).detach().numpy()
        ours = pgd(exact, IMAGES, LABELS, radius, np.zeros_like(IMAGES))["it"]
        gained = margins_of(exact, ours) - margins_of(exact, last)
        assert gained.min() >= -1e-4
        assert gained.max() > 1e-4  # of some images an earlier point is better
        same = np.abs(ours - last).max(axis=(1, 2, 3)) < 1e-5
        assert same.mean() > 0.25  # of others the last one is best

    @pytest.mark.parametrize("levels", [1, 2, 4, 8])
    def test_fools_all_that_one_step_fools(self, exact, levels: float):
        made = attack(exact, IMAGES, LABELS, levels * LEVEL, "fgsm")["it"]
        one_step = margins_of(exact, made) > 0
        many = fooled(exact, levels * LEVEL, restarts=3)
        assert (many >= one_step).all()

    def test_fools_more_with_every_budget(self, exact):
        budgets = [fooled(exact, levels * LEVEL, 2) for levels in (0, 1, 2, 4, 8, 16)]
        for less, more in pairwise(budgets):
            assert (more >= less).all()
        assert budgets[0].mean() < budgets[2].mean() < budgets[-1].mean()
