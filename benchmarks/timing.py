"""Wall times, and the speed of matrix products that other speeds are held against."""

import statistics
import time
from collections.abc import Callable

import torch

SIZES = (1024, 2048, 3072)


def median_ms(action: Callable[[], object], repeats: int) -> float:
    """Return the median time of an action in ms, after one run to warm up."""
    action()
    return 1e3 * statistics.median(_seconds(action) for _ in range(repeats))


def product_gflops(dtype: torch.dtype, repeats: int) -> float:
    """Return the best speed of a product of square matrices, on all cores, in GFLOP/s."""
    return max(_product_gflops(size, dtype, repeats) for size in SIZES)


def _product_gflops(size: int, dtype: torch.dtype, repeats: int) -> float:
    a, b = torch.randn(2, size, size).to(dtype)
    fastest = min(_seconds(lambda: a @ b) for _ in range(repeats + 1))
    return 2 * size**3 / fastest / 1e9


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
