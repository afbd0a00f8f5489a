"""A GPU that is lent for some seconds a question: ZeroGPU, the free one of Hugging Face Spaces.

There CUDA works within functions alone that ``spaces.GPU`` has marked. These run in a process of
their own, which gets arguments and returns results by pickle, so the models are named, not handed
over. To be lent a GPU takes a second or two, so small questions stay on the CPU. Everywhere else
nothing of this happens. See https://huggingface.co/docs/hub/spaces-zerogpu.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import torch

from mixup_demo.models import cost
from mixup_demo.models.catalogue import page_zoo
from mixup_demo.models.engine import Engine
from mixup_demo.models.lent import is_lent
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.plane import plane
from mixup_demo.probes.sweep import sweep
from mixup_demo.texts.input_error import InputError

#: seconds on the CPU from which on a question is worth a loan
WORTH_SECONDS = 4
#: seconds of a loan: to copy the weights and to begin, and at most
START_SECONDS, MOST_SECONDS = 10, 60
#: arithmetic a second that a lent GPU reaches, cautiously: a tenth of its bf16 matrix products
GFLOP_A_SECOND = 20_000

PROBES: dict[str, Callable[..., Any]] = {"plane": plane, "sweep": sweep}


def seconds(kind: str, pair: str, gflop: float, **_: Any) -> int:
    """Return for how long a GPU is asked for; takes what `_probe` takes."""
    return min(MOST_SECONDS, START_SECONDS + round(gflop / GFLOP_A_SECOND))


def pays(comparison: Comparison, gflop: float) -> bool:
    """Return whether a question of so much arithmetic is worth a loan.

    Args:
        comparison: the models; of those that the catalogue does not name, none can be lent a GPU.
        gflop: of the whole question.
    """
    if not is_lent() or cost.seconds(gflop, torch.device("cpu")) < WORTH_SECONDS:
        return False
    try:
        return _comparison(comparison.name).digest == comparison.digest
    except InputError:
        return False


def run(kind: str, comparison: Comparison, gflop: float, **arguments: Any) -> Any:
    """Return what a probe answers on a GPU that is lent for it; None where none could be had.

    That is so where a visitor's share of the day is used up, or no GPU is free for too long. What
    the probe itself raises arrives in the same wrapping: the CPU, asked next, says it better.

    Args:
        kind: of `PROBES`.
        comparison: the models.
        gflop: the estimate of the arithmetic.
        arguments: of the probe, after the engine.
    """
    try:
        return _probe(kind, comparison.name, gflop, **arguments)
    except Exception as error:  # of classes of the package's own, for all reasons alike
        logging.getLogger(__name__).warning("No GPU was lent, so the CPU answers: %s", error)
        return None


def marked(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function as ``spaces.GPU`` marks it; itself where no GPU is lent."""
    if not is_lent():
        return function
    import spaces  # such a Space comes with it

    found: Callable[..., Any] = spaces.GPU(duration=seconds)(function)
    return found


@marked
def _probe(kind: str, pair: str, gflop: float, **arguments: Any) -> Any:
    return PROBES[kind](_engine(pair), **arguments)


@lru_cache(maxsize=1)
def _engine(pair: str) -> Engine:
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return Engine(_comparison(pair), torch.device(device))


@lru_cache(maxsize=8)
def _comparison(pair: str) -> Comparison:
    return page_zoo().comparison(pair)
