"""What losses say of one soft target: timm's own classes on two answers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from timm.loss.binary_cross_entropy import BinaryCrossEntropy
from timm.loss.cross_entropy import SoftTargetCrossEntropy

#: above this a target counts as 1, as in timm's own recipes (ResNet strikes back, arXiv 2110.00476)
THRESHOLD = 0.2
#: what an answer that is sure of one class leaves to all others together
LEAST = 1e-3
#: no probability is 0, or 1 less this, so that every loss is finite
FLOOR = 1e-9


@dataclass(frozen=True)
class Loss:
    """A loss of two answers to one soft target.

    Attributes:
        name: "ce", "bce" or "bce-threshold".
        soft: of the answer that is the target itself.
        sure: of the answer that gives the largest part all but `LEAST`.
    """

    name: str
    soft: float
    sure: float


def losses(target: NDArray[np.float32]) -> Iterator[Loss]:
    """Yield each loss of one soft target (K,), a mean over classes where it is binary."""
    sure = np.full_like(target, LEAST / (len(target) - 1))
    sure[target.argmax()] = 1 - LEAST
    soft, hard = (_answer(answer) for answer in (target, sure))
    expected = torch.tensor(target, dtype=torch.float64)[None]
    cross_entropy = SoftTargetCrossEntropy()
    ends = (float(cross_entropy(answer.log(), expected)) for answer in (soft, hard))
    yield Loss("ce", *ends)
    for name, threshold in (("bce", None), ("bce-threshold", THRESHOLD)):
        binary = BinaryCrossEntropy(target_threshold=threshold)
        yield Loss(name, *(float(binary(answer.logit(), expected)) for answer in (soft, hard)))


def _answer(shares: NDArray[np.float32]) -> torch.Tensor:
    """Return shares (K,) as probabilities (1, K) that are neither 0 nor 1."""
    return torch.tensor(shares, dtype=torch.float64).clamp(FLOOR, 1 - FLOOR)[None]
