"""Planes through three images, both models, against the ordinary way and against matrix products.

python -m benchmarks.plane
"""

import argparse
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import torch

from benchmarks.photos import smooth_jpeg
from benchmarks.sweep import ORDINARY_REPEATS, Row, forward_gflop, machine
from benchmarks.timing import median_ms, product_gflops
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.devices import choose_device
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.plane import RESOLUTIONS, plane
from mixup_demo.probes.plane_geometry import geometry
from mixup_demo.serving import planes
from mixup_demo.serving.services import Services
from mixup_demo.views.boundary.requests import plane_report, question

LABELS = (0, 1, 2)
FIRST, FINEST = RESOLUTIONS[0], RESOLUTIONS[-1]
#: a side of the plane whose points the ordinary way asks about, for it takes the same time for each
ORDINARY_SIDE = 12
#: a plane takes as long as a hundred sweeps
REPEATS = 3


def ordinary_plane(pair: Comparison, images: Singles, resolution: int) -> None:
    """Ask as one would write it first: one point and one model at a time, in fp32."""
    spanned = geometry(images)
    x, y = spanned.axes(resolution)
    networks = [model.load() for model in pair.models.values()]
    for height in y:
        for place in x:
            image = images[0] + place * spanned.basis[0] + height * spanned.basis[1]
            for network in networks:
                with torch.no_grad():
                    network(torch.tensor(image[None], dtype=torch.float32)).softmax(dim=1).numpy()


def coarse_to_fine(engine: Engine, images: Singles) -> None:
    """Ask as the page does: each resolution takes over the points of the one before."""
    known = None
    for resolution in RESOLUTIONS:
        known = plane(engine, images, LABELS, resolution, known)


def plane_rows(pair: Comparison, engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield times of planes from decoded images, and the ratios."""
    images = np.stack([to_input(read_image(smooth_jpeg(seed)), (32, 32)) for seed in range(3)])
    first_ms = median_ms(lambda: plane(engine, images, LABELS, FIRST), repeats)
    yield Row(f"first answer, {FIRST} x {FIRST}, both models", first_ms, "ms", "≤400")
    finest_ms = median_ms(lambda: coarse_to_fine(engine, images), REPEATS)
    name = f"{FINEST} x {FINEST}, both models, coarse to fine"
    yield Row(name, finest_ms / 1e3, "s", "≤5")
    point_ms = finest_ms / FINEST**2
    ordinary = partial(ordinary_plane, pair, images, ORDINARY_SIDE)
    ordinary_ms = median_ms(ordinary, ORDINARY_REPEATS) / ORDINARY_SIDE**2
    yield Row("a point of it, both models", point_ms, "ms")
    yield Row("the ordinary way, a point, both models", ordinary_ms, "ms")
    yield Row("ratio a point", ordinary_ms / point_ms, "times", "≥10")
    product = product_gflops(torch.bfloat16, repeats)
    speed = forward_gflop(pair, 1) / point_ms * 1e3
    yield Row("matrix product, bfloat16", product, "GFLOP/s")
    yield Row(f"the plane, {engine.precision}", speed, "GFLOP/s")
    yield Row("share of the bf16 product", 100 * speed / product, "%", "≥50")


def cached_rows(repeats: int) -> Iterator[Row]:
    """Yield the times from three files to a plane that was computed before."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("a.jpg", "b.jpg", "c.jpg")]
        for seed, file in enumerate(files):
            file.write_bytes(smooth_jpeg(seed))

        services = Services()
        names = services.zoo.comparison("cifar10").classes.names
        labels = {f"label_{side}": name for side, name in zip("abc", names, strict=False)}
        sides = dict(zip("abc", files, strict=True))
        request = {**sides, **labels, "resolution": FINEST, "device": "cpu"}
        again_ms = median_ms(lambda: planes.plane(services, question(services, request)), repeats)
        report_ms = median_ms(lambda: plane_report(services, request), repeats)
    yield Row(f"{FINEST} x {FINEST} asked for again, from three files", again_ms, "ms", "≤20")
    yield Row("the same as the API's lists of numbers", report_ms, "ms")


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15, help="of which the median is taken")
    repeats = parser.parse_args().repeats
    print(machine())
    pair = Zoo().comparison("cifar10")
    for rows in (
        plane_rows(pair, Engine(pair, choose_device("cpu")), repeats),
        cached_rows(repeats),
    ):
        for row in rows:
            print(row, flush=True)


if __name__ == "__main__":
    main()
