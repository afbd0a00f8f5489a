"""GANs with several α side by side, against ordinary trainings one after another.

python -m benchmarks.gan
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import count, pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from benchmarks.sweep import Row, machine
from benchmarks.timing import median_ms
from mixup_demo import mixing
from mixup_demo.gan.networks import sizes
from mixup_demo.gan.recipe import Recipe, recorded, stream
from mixup_demo.gan.targets import TARGETS
from mixup_demo.gan.training import Training
from mixup_demo.models.devices import fast_dtype
from mixup_demo.models.workers import Workers
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.train_gan import BUNDLED
from mixup_demo.views.toy.gan_payload import gan_payload
from mixup_demo.views.toy.gan_questions import GanQuestion, gan_question
from mixup_demo.views.toy.gan_settings import ALPHA, DATA, RUN, SEED
from mixup_demo.views.toy.gans import RecordedRun, gan_stage, stop

CPU = torch.device("cpu")
#: the first iterations are slower, and none is as slow as a whole training
ITERATIONS, REPEATS = 5, 5
LIVE_REPEATS = 1
VISITOR = Visitor("benchmark")


class OrdinaryGan:
    """One GAN as one would write it first: modules, `torch.optim.Adam`, fp32."""

    def __init__(self, recipe: Recipe, alpha: float) -> None:
        self.recipe, self.alpha, self.iteration = recipe, alpha, 0
        self.generator = _perceptron(sizes(recipe.latent, recipe.width, 2))
        self.discriminator = _perceptron(sizes(2, recipe.width, 1))
        betas = (recipe.beta1, recipe.beta2)
        self.adams = [
            torch.optim.Adam(network.parameters(), recipe.rate, betas)
            for network in (self.generator, self.discriminator)
        ]

    def step(self) -> None:
        """Make one iteration."""
        recipe, target = self.recipe, TARGETS[self.recipe.dataset]
        rng, half = stream(recipe, "real", self.iteration), self.recipe.batch // 2
        for _ in range(recipe.discriminator_steps):
            real = torch.from_numpy(target.draw(half, rng))
            fake = self.generator(torch.randn(half, recipe.latent)).detach()
            lam = torch.from_numpy(mixing.draw_lambda(self.alpha, rng, (half, 1))).float()
            labels = torch.cat([lam, 1 - lam])
            mixed = mixing.mix(real.repeat(2, 1), fake.repeat(2, 1), labels)
            loss = F.binary_cross_entropy_with_logits(self.discriminator(mixed), labels)
            self._descend(1, loss)
        answers = self.discriminator(self.generator(torch.randn(recipe.batch, recipe.latent)))
        self._descend(0, F.softplus(-answers).mean())
        self.iteration += 1

    def _descend(self, which: int, loss: Tensor) -> None:
        for adam in self.adams:
            adam.zero_grad()
        loss.backward()
        self.adams[which].step()


def _perceptron(units: tuple[int, ...]) -> nn.Sequential:
    layers = [part for pair in pairwise(units) for part in (nn.Linear(*pair), nn.ReLU())]
    return nn.Sequential(*layers[:-1])


def iteration_rows(recipe: Recipe, dtype: torch.dtype, repeats: int, limit: str) -> Iterator[Row]:
    """Yield times of an iteration of all α on one core, and the ratio."""
    alone = Workers(1)  # both ways on one core, as the page trains

    def time_ms(steps: list[Callable[[], None]]) -> float:
        def some() -> None:
            for step in steps * ITERATIONS:
                step()

        return alone.submit(median_ms, some, repeats).result() / ITERATIONS

    alone.submit(torch.set_flush_denormal, True).result()
    ours_ms = time_ms([Training(recipe, dtype).step])
    ordinary_ms = time_ms([OrdinaryGan(recipe, alpha).step for alpha in recipe.alphas])
    name = f"{len(recipe.alphas)} GANs of {recipe.width} units"
    yield Row(f"{name}, an iteration of all", ours_ms, "ms")
    yield Row("the same one after another, ordinary", ordinary_ms, "ms")
    yield Row("ratio", ordinary_ms / ours_ms, "times", limit)


def live_rows(asked: GanQuestion, repeats: int) -> Iterator[Row]:
    """Yield times of the page's answers to a live training, each from its beginning."""
    seeds, services = count(asked.seed + 1), Services()
    chosen = {RUN.name: "live", DATA.name: asked.dataset, ALPHA.name: asked.alpha}

    def streamed(frames: int) -> None:
        fresh = gan_question({**chosen, SEED.name: next(seeds)})
        start = 0
        while start < frames:
            run = gan_stage(services, fresh, VISITOR, start)
            if isinstance(run, RecordedRun):  # else it says how long the line is
                start += len(gan_payload(fresh, run, start)["frames"])
        stop(services, VISITOR)

    yield Row("live: first frame", median_ms(lambda: streamed(1), REPEATS), "ms", "≤1000")
    last = len(recorded(asked.recipe.iterations)) if asked.recipe else 1
    whole_ms = median_ms(lambda: streamed(last), repeats)
    yield Row("live: streamed to the last frame, as JSON", whole_ms / 1e3, "s", "≤30")


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS, help="of which the median is taken")
    repeats = parser.parse_args().repeats
    print(machine())
    asked = gan_question({RUN.name: "live"})
    for rows in (
        iteration_rows(BUNDLED, fast_dtype(CPU), repeats, "≥2"),
        iteration_rows(asked.recipe or BUNDLED, torch.float32, repeats, "≥1.5"),
        live_rows(asked, LIVE_REPEATS),
    ):
        for row in rows:
            print(row, flush=True)


if __name__ == "__main__":
    main()
