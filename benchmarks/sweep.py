"""Sweeps against the ordinary way and against this machine's matrix products; start and memory.

python -m benchmarks.sweep
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from benchmarks.ordinary import ordinary_sweep
from benchmarks.photos import Photos, smooth_jpeg
from benchmarks.timing import median_ms, product_gflops
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.devices import choose_device, cpu_features
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.sweep import LAMBDAS, sweep
from mixup_demo.serving import sweeps
from mixup_demo.serving.services import Services
from mixup_demo.views.mix.requests import question

ROOT = Path(__file__).resolve().parent.parent
ORDINARY_REPEATS = 3  # it is slow, and for that reason also steady


@dataclass(frozen=True)
class Row:
    """One measured figure.

    Attributes:
        what: what was measured.
        value: in `unit`.
        unit: of value and limit.
        limit: the target, "" where there is none; starts with "≤" or "≥".
    """

    what: str
    value: float
    unit: str
    limit: str = ""

    def __str__(self) -> str:
        line = f"{self.what:<52}{self.value:>8.4g} {self.unit:<8}"
        return f"{line}{self.limit:>7}  {self._verdict()}".rstrip()

    def _verdict(self) -> str:
        if not self.limit:
            return ""
        bound = float(self.limit[1:])
        reached = self.value <= bound if self.limit[0] == "≤" else self.value >= bound
        return "reached" if reached else "MISSED"


def machine() -> str:
    """Return in one line what the figures depend on."""
    cpu = cpu_features().get("cpu_name") or platform.machine()
    return (
        f"{cpu}, {torch.get_num_threads()} threads, torch {torch.__version__}, "
        f"load {os.getloadavg()[0]:.1f} before the run"
    )


def decoded(photos: Photos) -> tuple[np.ndarray, np.ndarray]:
    """Return what the networks see of two photos."""
    return to_input(read_image(photos[0]), (32, 32)), to_input(read_image(photos[1]), (32, 32))


def sweep_rows(pair: Comparison, engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield times of sweeps from two 1-megapixel JPEGs, decoding included, and the ratios."""
    photos = (smooth_jpeg(0), smooth_jpeg(1))

    def ours(gradients: bool) -> None:
        sweep(engine, *decoded(photos), label_a=0, label_b=1, gradients=gradients)

    def ordinary(gradients: bool) -> None:
        ordinary_sweep(pair, *decoded(photos), gradients=gradients)

    for gradients, words, limit in ((False, "without", "≤100"), (True, "with", "≤250")):
        time_ms = median_ms(partial(ours, gradients), repeats)
        ordinary_ms = median_ms(partial(ordinary, gradients), ORDINARY_REPEATS)
        yield Row(f"sweep {words} gradients", time_ms, "ms", limit)
        yield Row(f"the ordinary way {words} gradients", ordinary_ms, "ms")
        yield Row(f"ratio {words} gradients", ordinary_ms / time_ms, "times", "≥10")
    yield Row("of which both photos decoded", median_ms(partial(decoded, photos), repeats), "ms")
    yield Row("sweep asked for again, from two files", cached_ms(photos, repeats), "ms", "≤10")


def cached_ms(photos: Photos, repeats: int) -> float:
    """Return the time from two files to a sweep that was computed before, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("a.jpg", "b.jpg")]
        for file, content in zip(files, photos, strict=True):
            file.write_bytes(content)
        services, asked = Services(), dict(zip("ab", files, strict=True))
        return median_ms(lambda: sweeps.sweep(services, question(services, asked)), repeats)


def share_rows(pair: Comparison, engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield the speeds of matrix products and of the forward pass, and the share it reaches."""
    products = {dtype: product_gflops(dtype, repeats) for dtype in (torch.float32, torch.bfloat16)}
    for dtype, speed in products.items():
        yield Row(f"matrix product, {str(dtype).removeprefix('torch.')}", speed, "GFLOP/s")
    images = np.random.default_rng(0).random((len(LAMBDAS), 3, 32, 32), dtype=np.float32)
    time_ms = median_ms(lambda: engine.probabilities(images), repeats)
    speed = forward_gflop(pair, len(LAMBDAS)) / time_ms * 1e3
    yield Row(f"forward pass of both models, 101 points, {engine.precision}", time_ms, "ms")
    yield Row("forward pass of both models", speed, "GFLOP/s")
    yield Row("share of the bf16 product", 100 * speed / products[torch.bfloat16], "%", "≥50")


def forward_gflop(pair: Comparison, points: int) -> float:
    """Return the arithmetic of both models' forward passes, counted on the networks as trained."""
    image = torch.zeros(1, 3, *pair.input_size)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        for model in pair.models.values():
            model.load()(image)
    return float(points * counter.get_total_flops() / 1e9)


def fresh_process_rows() -> Iterator[Row]:
    """Yield time and memory of a process that imports, loads, and answers once, without a page."""
    command = [sys.executable, "-m", "benchmarks.first_answer"]
    started = time.perf_counter()
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    yield Row("start of a process to its first answer", time.perf_counter() - started, "s", "≤12")
    yield Row("its resident memory", float(run.stdout), "MB", "≤1300")


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15, help="of which the median is taken")
    repeats = parser.parse_args().repeats
    print(machine())
    pair = Zoo().comparison("cifar10")
    engine = Engine(pair, choose_device("cpu"))
    for rows in (
        share_rows(pair, engine, repeats),
        sweep_rows(pair, engine, repeats),
        fresh_process_rows(),
    ):
        for row in rows:
            print(row, flush=True)


if __name__ == "__main__":
    main()
