"""A seed of its own for libraries that draw from global generators.

timm's Mixup draws from NumPy's, torchvision's from torch's. While one of them draws here, the
global generator has the given seed; after that it is what it was before. A lock keeps two such
draws apart, and those of networks that other threads make, whose first weights do not matter.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch

from mixup_demo.models.networks import GENERATOR


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Give NumPy's and torch's (CPU) global generators a seed, and their state back.

    Args:
        seed: 0 to 2³² − 1.
    """
    with GENERATOR, torch.random.fork_rng(devices=[]):
        state = np.random.get_state()  # noqa: NPY002 - timm draws from it
        try:
            np.random.seed(seed)  # noqa: NPY002
            torch.default_generator.manual_seed(seed)  # torch.manual_seed would reach GPUs, too
            yield
        finally:
            np.random.set_state(state)  # noqa: NPY002
