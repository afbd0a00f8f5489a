"""GANs in two dimensions, plain and with mixup, trained side by side as one batched computation.

The discriminator of mixup learns to tell λ from λ x + (1 − λ) G(z), x real, z latent,
λ ~ Beta(α, α) (mixup paper, arXiv 1710.09412, section 3.7): the loss is the cross-entropy between
its answer and the soft label λ. It sees each pair of x and G(z) twice, mixed with λ and with 1 − λ,
which is as likely; so α = 0, where λ is 1, gives half a batch of real points with label 1 and half
a batch of generated ones with label 0, the plain GAN (Goodfellow et al. 2014, arXiv 1406.2661),
through the same lines of code. λ is drawn for each pair, as the expectation in the paper's
objective is over λ as well as over x and z. The generator is asked about unmixed points.

All GANs of a training see the same real points and the same latent vectors, and start with the same
weights. All randomness is derived from (seed, iteration), so that a training which goes on from a
checkpoint sees what the uninterrupted one would have seen.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from mixup_demo import mixing
from mixup_demo.gan.measures import match
from mixup_demo.gan.networks import Adam, Stack, sizes
from mixup_demo.gan.recipe import Recipe, present_names, stream
from mixup_demo.gan.results import SIDE, Snapshot
from mixup_demo.gan.targets import TARGETS, Points

#: samples that the measures are taken on
MEASURED = 2500


class Training:
    """Networks, optimisers and position of one training.

    Args:
        recipe: what to train.
        dtype: as in `Stack`.

    Attributes:
        recipe: as given.
        iteration: generator steps made so far.
    """

    def __init__(self, recipe: Recipe, dtype: torch.dtype = torch.float32) -> None:
        self.recipe = recipe
        self.iteration = 0
        self._target = TARGETS[recipe.dataset]
        rng, count = stream(recipe, "weights"), len(recipe.alphas)
        self.generator = Stack(count, sizes(recipe.latent, recipe.width, 2), rng, dtype)
        self.discriminator = Stack(count, sizes(2, recipe.width, 1), rng, dtype)
        self._adams = {
            stack: Adam(stack.parameters, recipe.rate, (recipe.beta1, recipe.beta2))
            for stack in (self.generator, self.discriminator)
        }

    def step(self) -> None:
        """Make the discriminators' steps of one iteration, then the generators'."""
        real, latent, lam = self._draw()
        with torch.no_grad():
            fake = self.generator(latent[:, : real.shape[1]])
        steps = (part.chunk(self.recipe.discriminator_steps, dim=1) for part in (real, fake, lam))
        for some in zip(*steps, strict=True):
            self._step_discriminator(*some)
        self._step_generator(latent[:, real.shape[1] :])
        self.iteration += 1

    def _draw(self) -> tuple[Tensor, Tensor, Tensor]:
        """Draw an iteration's real points, latent vectors, and λ of each GAN, all (A, N, ...).

        The last latent vectors are those of the generators' own step.
        """
        recipe = self.recipe
        n, count = recipe.discriminator_steps * recipe.batch // 2, len(recipe.alphas)
        real_rng, latent_rng, mixing_rng = (
            stream(recipe, purpose, self.iteration) for purpose in ("real", "latent", "mixing")
        )
        real = torch.from_numpy(self._target.draw(n, real_rng))
        latent = _normal((n + recipe.batch, recipe.latent), latent_rng)
        lam = [mixing.draw_lambda(alpha, mixing_rng, (n, 1)) for alpha in recipe.alphas]
        lam_all = torch.from_numpy(np.stack(lam)).float()
        return real.expand(count, -1, -1), latent.expand(count, -1, -1), lam_all

    def _step_discriminator(self, real: Tensor, fake: Tensor, lam: Tensor) -> None:
        labels = torch.cat([lam, 1 - lam], dim=1)
        mixed = mixing.mix(real.repeat(1, 2, 1), fake.repeat(1, 2, 1), labels)
        logits = self.discriminator(mixed)
        losses = F.binary_cross_entropy_with_logits(logits, labels, reduction="none")
        self._descend(self.discriminator, losses)

    def _step_generator(self, latent: Tensor) -> None:
        logits = self.discriminator(self.generator(latent), frozen=True)
        # log D = −softplus(−logit), log(1 − D) = −softplus(logit)
        losses = F.softplus(-logits) if self.recipe.loss == "nonsaturating" else -F.softplus(logits)
        self._descend(self.generator, losses)

    def _descend(self, stack: Stack, losses: Tensor) -> None:
        """Follow the gradient of each GAN's mean loss, of losses (A, N, 1)."""
        total = losses.mean(dim=1).sum()
        self._adams[stack].step(torch.autograd.grad(total, stack.parameters))

    @torch.no_grad()
    def snapshot(self, samples: int) -> Snapshot:
        """Return what the GANs do now, computed in fp32; the first `samples` samples are kept."""
        recipe, count = self.recipe, len(self.recipe.alphas)
        latent = _normal((MEASURED, recipe.latent), stream(recipe, "samples"))
        drawn = self.generator(latent.expand(count, -1, -1), exact=True).numpy()
        points = torch.from_numpy(_cells(self._target.extent)).expand(count, -1, -1)
        surface = self.discriminator(points, exact=True).sigmoid()
        matches = [match(own, self._target) for own in drawn]
        return Snapshot(
            iteration=self.iteration,
            samples=np.ascontiguousarray(drawn[:, :samples]),
            surface=surface.reshape(count, SIDE, SIDE).numpy(),
            modes=np.array([found.modes for found in matches]),
            quality=np.array([found.quality for found in matches]),
        )

    def state(self) -> dict[str, Any]:
        """Return all that `restore` needs."""
        return {
            "recipe": self.recipe.as_dict(),
            "iteration": self.iteration,
            "numbers": [number.detach() for number in self._numbers()],
        }

    @torch.no_grad()
    def restore(self, state: dict[str, Any]) -> None:
        """Resume from a `state`.

        Raises:
            ValueError: another recipe's.
        """
        if present_names(state["recipe"]) != self.recipe.as_dict():
            raise ValueError(f"The state is that of another training: {state['recipe']}.")
        self.iteration = state["iteration"]
        for ours, theirs in zip(self._numbers(), state["numbers"], strict=True):
            ours.copy_(theirs)

    def _numbers(self) -> list[Tensor]:
        """Return all that changes from step to step, weights and Adam's means."""
        return [
            number
            for stack, adam in self._adams.items()
            for number in (*stack.parameters, *adam.state)
        ]


def snapshots(training: Training, at: Sequence[int], samples: int) -> Iterator[Snapshot]:
    """Train on, and yield a snapshot after each of the iterations `at` that is still to come."""
    for iteration in at:
        while training.iteration < iteration:
            training.step()
        if training.iteration == iteration:
            yield training.snapshot(samples)


def _normal(shape: tuple[int, int], rng: np.random.Generator) -> Tensor:
    return torch.from_numpy(rng.standard_normal(shape, dtype=np.float32))


def _cells(extent: float) -> Points:
    """Return the middles of the surface's cells, (48 * 48, 2), the lowest row first."""
    ticks = (np.arange(SIDE) + 0.5) / SIDE * 2 * extent - extent
    return np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2).astype(np.float32)
