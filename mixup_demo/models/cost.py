"""Estimates of an answer's computing time, and the limit beyond which it is refused."""

import time
from functools import lru_cache
from threading import Lock

import torch

from mixup_demo.models.devices import fast_dtype
from mixup_demo.texts.input_error import InputError

#: seconds that one answer may take
LIMIT_SECONDS = 120
#: seconds up to which an answer comes whole; what takes longer comes coarse to fine
SOON_SECONDS = 2
#: passes of the network that a gradient takes beside the answer, counted as arithmetic
GRADIENT = 2
#: share of the speed of matrix products that a network reaches, cautiously
SHARE = 0.5

_SIDE = 1024
#: at least so many products, for a machine that halts during the first one is not slow
_PRODUCTS, _MEASURING_SECONDS = 10, 1.0
_measuring = Lock()


def speed(device: torch.device) -> float:
    """Return the speed of matrix products in the fast number format, in GFLOP/s, measured once.

    The best of several, for a machine that is busy at this moment may be idle at the next.
    """
    with _measuring:  # one of all who ask at the same time
        return _speed(device)


@lru_cache
def _speed(device: torch.device) -> float:
    factor = torch.ones(_SIDE, _SIDE, dtype=fast_dtype(device), device=device)
    best, made, until = 0.0, 0, time.perf_counter() + _MEASURING_SECONDS
    while made < _PRODUCTS or time.perf_counter() < until:
        start = time.perf_counter()
        float((factor @ factor)[0, 0])  # reading a value waits for the GPU
        best, made = max(best, 2e-9 * _SIDE**3 / (time.perf_counter() - start)), made + 1
    return best


def seconds(gflop: float, device: torch.device) -> float:
    """Return about how long so much arithmetic of networks takes on a device."""
    return gflop / (SHARE * speed(device))


def check(gflop: float, device: torch.device) -> None:
    """Refuse what would take longer than `LIMIT_SECONDS`.

    Raises:
        InputError: "error.cost", with the estimate, the limit and the remedy.
    """
    estimate = seconds(gflop, device)
    if estimate > LIMIT_SECONDS:
        raise InputError("error.cost", value=f"{estimate:.0f}", limit=LIMIT_SECONDS)
