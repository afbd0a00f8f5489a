"""What GAN training returns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixup_demo.results import Record

#: points a side of the discriminator's surface
SIDE = 48


@dataclass(frozen=True, eq=False)
class Snapshot(Record):
    """All GANs of one training, one for each α, after so many iterations.

    Attributes:
        iteration: generator steps made.
        samples: what the generators make of the same latent vectors, (A, N, 2); a generator that
            has diverged may give numbers that are not finite.
        surface: the discriminators' probability that a point is real, (A, 48, 48), at the middles
            of the cells of the square that `gan.targets.Target.extent` spans, the lowest row first.
        modes: how many modes each generator covers, (A,); see `gan.measures`.
        quality: share of high-quality samples, (A,), 0 to 1; see `gan.measures`.
    """

    iteration: int
    samples: NDArray[np.float32]
    surface: NDArray[np.float32]
    modes: NDArray[np.int64]
    quality: NDArray[np.float64]
