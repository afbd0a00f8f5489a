"""What is asked of a training on points: every setting, checked."""

from dataclasses import dataclass

from mixup_demo.views.toy import settings as controls
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy import drawing
from mixup_demo.toy.results import FRAMES, SIDE

#: α of the strip that compares the ends of trainings; the first is ERM
STRIP_ALPHAS = (0.0, 0.2, 1.0, 8.0)
#: arithmetic of the largest training that is done, in units of 10¹² floating-point operations:
#: about a minute of one CPU core
MOST_WORK = 3.0

INPUTS, CLASSES = 2, 4


@dataclass(frozen=True)
class ToyQuestion:
    """Everything that a training depends on.

    Equal questions draw the same numbers everywhere. What is learned from them is equal but for
    rounding: processors, and numbers of threads, add sums in orders of their own.

    Attributes:
        alphas: mixup's α of the models that train side by side, 0 for ERM.
        dataset, n, noise, flip, points, lambdas, depth, width, activation, optimiser, rate, decay,
            batch, steps, seed: see `toy_settings`.
    """

    alphas: tuple[float, ...]
    dataset: str
    n: int
    noise: float
    flip: float
    points: str
    lambdas: str
    depth: int
    width: int
    activation: str
    optimiser: str
    rate: float
    decay: float
    batch: int
    steps: int
    seed: int

    @property
    def work(self) -> float:
        """Return about how much arithmetic it takes, in 10¹² floating-point operations."""
        inner = (self.depth - 1) * self.width
        weights = (INPUTS + inner + CLASSES) * self.width
        # a weight costs a multiplication and an addition on the way forth, and two of each back
        trained, mapped = 6 * self.batch * self.steps, 2 * SIDE**2 * FRAMES
        return 1e-12 * len(self.alphas) * weights * (trained + mapped)


def toy_question(
    dataset: object = controls.DATASET.default,
    n: object = controls.N.default,
    noise: object = controls.NOISE.default,
    flip: object = controls.FLIP.default,
    points: object = controls.POINTS.default,
    toy_alpha: object = controls.ALPHA.default,
    lambdas: object = controls.LAMBDAS.default,
    depth: object = controls.DEPTH.default,
    width: object = controls.WIDTH.default,
    activation: object = controls.ACTIVATION.default,
    optimiser: object = controls.OPTIMISER.default,
    rate: object = controls.RATE.default,
    decay: object = controls.DECAY.default,
    batch: object = controls.BATCH.default,
    steps: object = controls.STEPS.default,
    toy_seed: object = controls.SEED.default,
) -> ToyQuestion:
    """Check all settings of ERM and mixup side by side.

    What the data do not depend on is left out, so that equal trainings are equal questions.

    Raises:
        InputError: the first setting that breaks its rule; "error.toy.work", all together would
            take too long.
    """
    chosen = controls.DATASET.check(dataset)
    asked = ToyQuestion(
        alphas=(0.0, controls.ALPHA.check(toy_alpha)),
        dataset=chosen,
        n=controls.N.check_whole(n),
        noise=controls.NOISE.check(noise),
        flip=controls.FLIP.check(flip),
        points=_points(chosen, points),
        lambdas=controls.LAMBDAS.check(lambdas),
        depth=controls.DEPTH.check_whole(depth),
        width=controls.WIDTH.check_whole(width),
        activation=controls.ACTIVATION.check(activation),
        optimiser=controls.OPTIMISER.check(optimiser),
        rate=controls.RATE.check(rate),
        decay=controls.DECAY.check(decay),
        batch=controls.BATCH.check_whole(batch),
        steps=controls.STEPS.check_whole(steps),
        seed=controls.SEED.check_whole(toy_seed),
    )
    if asked.work > MOST_WORK:
        raise InputError("error.toy.work", value=f"{asked.work:.1f}", limit=f"{MOST_WORK:g}")
    return asked


def _points(dataset: str, points: object) -> str:
    """Return checked points; none where the data are not the drawn ones."""
    drawn = controls.POINTS.check(points)
    if dataset != "drawn":
        return ""
    drawing.check(drawn)
    return drawn
