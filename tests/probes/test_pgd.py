"""PGD against a linear model, whose worst case is known, and against a bent gradient."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec
from mixup_demo.probes.attacks import LEVEL, attack
from mixup_demo.probes.pgd import LOSSES, margins, odds, pgd
from mixup_demo.texts.input_error import InputError

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
