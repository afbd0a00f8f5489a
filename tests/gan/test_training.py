"""The GAN's training against an ordinary one, and what each GAN of a stack must not feel."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from mixup_demo import mixing
from mixup_demo.gan.recipe import recorded, stream
from mixup_demo.gan.targets import TARGETS
from mixup_demo.gan.training import Training, snapshots
from tests.gan.kit import TINY

#: between two runs of the same steps, which may add sums in another order: rounding, of about 1e-7,
#: after the few steps of these tests
ROUNDING = {"rtol": 1e-4, "atol": 1e-5}


class Ordinary:
    """One GAN as one writes it down: modules, torch.optim.Adam, a loop."""

    def __init__(self, training: Training, which: int) -> None:
        self.recipe, self.which = training.recipe, which
        self.generator = _module(training.generator.parameters, which)
        self.discriminator = _module(training.discriminator.parameters, which)
        betas = (self.recipe.beta1, self.recipe.beta2)
        self.adams = [
            torch.optim.Adam(network.parameters(), self.recipe.rate, betas)
            for network in (self.generator, self.discriminator)
        ]

    def step(self, iteration: int) -> None:
        recipe, half = self.recipe, self.recipe.batch // 2
        n = recipe.discriminator_steps * half
        target = TARGETS[recipe.dataset]
        real = torch.from_numpy(target.draw(n, stream(recipe, "real", iteration)))
        drawn = stream(recipe, "latent", iteration).standard_normal(
            (n + recipe.batch, recipe.latent), dtype=np.float32
        )
        latent, rng = torch.from_numpy(drawn), stream(recipe, "mixing", iteration)
        lam = [mixing.draw_lambda(alpha, rng, (n, 1)) for alpha in recipe.alphas][self.which]
        for first in range(0, n, half):
            rows = slice(first, first + half)
            self.step_discriminator(real[rows], latent[rows], torch.from_numpy(lam[rows]).float())
        self.step_generator(latent[n:])

    def step_discriminator(self, real: Tensor, latent: Tensor, lam: Tensor) -> None:
        fake = self.generator(latent).detach()
        seen = torch.cat([lam * real + (1 - lam) * fake, (1 - lam) * real + lam * fake])
        self.descend(1, soft_loss(self.discriminator(seen), torch.cat([lam, 1 - lam])))

    def step_generator(self, latent: Tensor) -> None:
        answer = self.discriminator(self.generator(latent)).sigmoid()
        saturating = self.recipe.loss == "minimax"
        self.descend(0, (torch.log(1 - answer) if saturating else -torch.log(answer)).mean())

    def descend(self, which: int, loss: Tensor) -> None:
        for adam in self.adams:
            adam.zero_grad()
        loss.backward()
        self.adams[which].step()


class Plain(Ordinary):
    """The plain GAN without a word of mixing: hard labels, real points apart from generated."""

    def step_discriminator(self, real: Tensor, latent: Tensor, lam: Tensor) -> None:
        fake = self.generator(latent).detach()
        on_real, on_fake = self.discriminator(real), self.discriminator(fake)
        ones, zeros = torch.ones_like(on_real), torch.zeros_like(on_fake)
        loss = F.binary_cross_entropy_with_logits(on_real, ones)
        self.descend(1, (loss + F.binary_cross_entropy_with_logits(on_fake, zeros)) / 2)


def soft_loss(logits: Tensor, labels: Tensor) -> Tensor:
    answer = logits.sigmoid()
    return -(labels * torch.log(answer) + (1 - labels) * torch.log(1 - answer)).mean()


def _module(parameters: list[Tensor], which: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for weight, bias in zip(parameters[::2], parameters[1::2], strict=True):
        layer = nn.Linear(*weight.shape[1:])
        layer.weight.data, layer.bias.data = (
            weight[which].detach().T.clone(),
            bias[which, 0].detach().clone(),
        )
        layers += [layer, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


@pytest.mark.parametrize(
    ("kind", "which", "loss"),
    [
        (Plain, 0, "nonsaturating"),
        (Plain, 0, "minimax"),
        (Ordinary, 1, "nonsaturating"),
        (Ordinary, 1, "minimax"),
    ],
)
def test_each_gan_of_the_stack_is_the_ordinary_one(kind: type[Ordinary], which: int, loss: str):
    training = Training(replace(TINY, loss=loss))
    ordinary = kind(training, which)
    before = training.generator.parameters[0].detach().clone()
    for iteration in range(TINY.iterations):
        training.step()
        ordinary.step(iteration)
    pairs = (
        (training.generator, ordinary.generator),
        (training.discriminator, ordinary.discriminator),
    )
    for stack, module in pairs:
        theirs = _module(stack.parameters, which).state_dict()
        for key, value in module.state_dict().items():
            torch.testing.assert_close(theirs[key], value, rtol=1e-3, atol=1e-5)
    assert (training.generator.parameters[0] - before).abs().max() > 1e-3


def test_a_gan_does_not_feel_the_others():
    apart = Training(replace(TINY, alphas=(0.0,)))
    together = Training(TINY)
    for _ in range(3):
        apart.step()
        together.step()
    for ours, theirs in zip(apart.generator.parameters, together.generator.parameters, strict=True):
        torch.testing.assert_close(ours[0], theirs[0])
    assert not torch.equal(together.generator.parameters[0][0], together.generator.parameters[0][1])


def test_a_diverged_gan_does_not_reach_the_others_and_is_measured_as_lost():
    healthy, ill = Training(TINY), Training(TINY)
    with torch.no_grad():
        ill.discriminator.parameters[0][1] = torch.inf
    for training in (healthy, ill):
        training.step()
        training.step()
    snapshot = ill.snapshot(10)
    np.testing.assert_allclose(snapshot.samples[0], healthy.snapshot(10).samples[0], **ROUNDING)
    assert not np.isfinite(snapshot.samples[1]).any()
    assert (snapshot.modes[1], snapshot.quality[1]) == (0, 0)


def test_a_snapshot_changes_nothing_and_has_the_documented_shapes():
    watched, alone = Training(TINY), Training(TINY)
    taken = list(snapshots(watched, (0, 1, 4), 7))
    while alone.iteration < 4:
        alone.step()
    assert [one.iteration for one in taken] == [0, 1, 4]
    last = taken[-1]
    np.testing.assert_allclose(last.samples, alone.snapshot(7).samples, **ROUNDING)
    assert (last.samples.shape, last.surface.shape) == ((2, 7, 2), (2, 48, 48))
    assert last.modes.shape == last.quality.shape == (2,)
    assert (last.surface > 0).all()
    assert (last.surface < 1).all()


def test_bf16_is_close_to_fp32():
    plain, fast = Training(TINY), Training(TINY, torch.bfloat16)
    for training in (plain, fast):
        for _ in range(3):
            training.step()
    assert np.abs(plain.snapshot(50).samples - fast.snapshot(50).samples).max() < 0.02


@pytest.mark.parametrize("iterations", [1, 2, 9, 10, 37, 100, 4000, 20_000])
def test_snapshots_are_denser_early_and_include_powers_of_ten_and_the_end(iterations: int):
    at = recorded(iterations)
    assert (at[0], at[-1]) == (0, iterations)
    assert list(at) == sorted(set(at))
    tens = {10**power for power in range(1, 6) if 10**power <= iterations}
    assert tens <= set(at)
    assert len(at) == min(iterations + 1, len(at)) <= 44
    if iterations >= 4000:
        early = sum(one <= iterations // 10 for one in at)
        assert early > 0.4 * len(at)
        assert max(np.diff(at)) <= iterations / 15 + 1  # and no long gap at the end


def test_a_training_goes_on_from_its_state_as_if_it_had_not_stopped():
    whole, first, second = Training(TINY), Training(TINY), Training(TINY)
    for _ in range(4):
        whole.step()
    for _ in range(2):
        first.step()
    second.restore(first.state())
    for _ in range(2):
        second.step()
    assert second.iteration == 4
    for ours, theirs in zip(whole.state()["numbers"], second.state()["numbers"], strict=True):
        torch.testing.assert_close(ours, theirs, **ROUNDING)


def test_a_state_of_another_recipe_is_refused():
    with pytest.raises(ValueError, match="another training"):
        Training(TINY).restore(Training(replace(TINY, seed=4)).state())


def test_a_state_with_the_former_name_of_a_field_is_restored():
    training = Training(TINY)
    training.step()
    state = training.state()
    state["recipe"]["critic"] = state["recipe"].pop("discriminator_steps")
    restored = Training(TINY)
    restored.restore(state)
    assert restored.iteration == 1
