"""What is asked of a training on points: every setting."""

from dataclasses import dataclass

from mixup_demo.texts.input_error import InputError
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
            batch, steps, seed: see `views.toy.settings`.
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

    def check_work(self) -> None:
        """Refuse what would take too long.

        Raises:
            InputError: "error.toy.work", it takes more than `MOST_WORK`.
        """
        if self.work > MOST_WORK:
            raise InputError("error.toy.work", value=f"{self.work:.1f}", limit=f"{MOST_WORK:g}")
