"""Two ResNet-18 of 1,000 classes at 224 x 224: sweep and plane, against the ordinary way; memory.

python -m benchmarks.thousand

Their weights are random, for neither time nor memory depends on them. On a busy machine the least
of several runs says most; it is shown beside the median.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import timm
import torch
from gradio.utils import get_upload_folder
from gradio_client import Client, handle_file
from PIL import Image
from timm.data.transforms_factory import create_transform
from torch import nn

from benchmarks.memory import resident_mb
from benchmarks.photos import smooth_jpeg
from benchmarks.server import served
from benchmarks.sweep import Row, machine
from benchmarks.timing import product_gflops
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.devices import choose_device, fast_dtype
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.models.pretrained.classes import imagenet
from mixup_demo.models.pretrained.imagenet import COSTS, INPUT
from mixup_demo.models.spec import ModelSpec, Preprocessing
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.app import Page
from mixup_demo.probes.plane import COARSER, plane
from mixup_demo.probes.sweep import LAMBDAS, sweep
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import FIRST

ARCHITECTURE, PAIR = "resnet18", "thousand"
CROP, MEAN, STD = 0.95, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
#: points of the ordinary way, for each takes the same time
ORDINARY_POINTS = 5


def build(seed: int) -> nn.Module:
    """Return a network of timm with random weights, as `timm.create_model` makes it."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return timm.create_model(ARCHITECTURE).eval().requires_grad_(False)


def thousand_zoo() -> Zoo:
    """Return the bundled models, and two such networks as a comparison."""
    rule = Preprocessing(CROP, "bicubic", MEAN, STD)
    models = [
        ModelSpec(
            f"{ARCHITECTURE}-{seed}",
            *(imagenet(), INPUT, COSTS[ARCHITECTURE][0], f"random weights {seed}"),
            partial(build, seed),
            rule,
        )
        for seed in range(2)
    ]
    pair = {key: model.name for key, model in zip(("erm", "mixup"), models, strict=True)}
    return Zoo(others=models, comparisons={**COMPARISONS, PAIR: pair})


def ordinary_sweep(photos: list[bytes], networks: list[nn.Module]) -> None:
    """Ask as one would write it first: timm's transform, a point and a model at a time, fp32."""
    prepare = create_transform(
        (3, *INPUT), interpolation="bicubic", crop_pct=CROP, mean=MEAN, std=STD
    )
    a, b = (prepare(Image.open(io.BytesIO(photo)).convert("RGB")) for photo in photos)
    for lam in np.linspace(0, 1, ORDINARY_POINTS).tolist():
        for network in networks:
            with torch.no_grad():
                network((lam * a + (1 - lam) * b)[None]).softmax(dim=1).numpy()


def decoded(photos: list[bytes]) -> list[Singles]:
    """Return what the networks see of photos."""
    return [to_input(read_image(photo), INPUT, CROP, "bicubic") for photo in photos]


def times(action: Callable[[], object], repeats: int) -> tuple[float, float]:
    """Return the least and the median of the seconds that an action takes."""
    found = []
    for _ in range(repeats):
        started = time.perf_counter()
        action()
        found.append(time.perf_counter() - started)
    return min(found), statistics.median(found)


def both(what: str, seconds: tuple[float, float], limit: str = "") -> Iterator[Row]:
    """Yield the least of several runs, which the target is for, and their median."""
    yield Row(what, seconds[0], "s", limit)
    yield Row("  median", seconds[1], "s")


def sweep_rows(engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield times of a sweep's stages from two 1-megapixel JPEGs, decoding included."""
    photos = [smooth_jpeg(0), smooth_jpeg(1)]
    ask = partial(sweep, engine, label_a=0, label_b=1)

    def first() -> object:
        return ask(*decoded(photos), gradients=False, points=FIRST)

    def whole() -> object:
        a, b = decoded(photos)
        known = ask(a, b, gradients=False, points=FIRST)
        return ask(a, b, gradients=False, known=known)

    a, b = decoded(photos)
    known = ask(a, b, gradients=False)
    least = times(first, repeats)
    yield from both(f"sweep, {FIRST} points, both models", least, "≤1.5")
    least = times(whole, repeats)
    yield from both(f"sweep, {FIRST} and then all {len(LAMBDAS)} points", least, "≤6")
    point = least[0] / len(LAMBDAS)
    gradients = times(partial(ask, a, b, known=known), max(1, repeats // 3))
    yield from both("its gradients, which come last", gradients)
    networks = [build(seed) for seed in range(2)]
    ordinary = times(partial(ordinary_sweep, photos, networks), repeats)[0] / ORDINARY_POINTS
    yield Row("the ordinary way, a point", 1e3 * ordinary, "ms")
    yield Row("ours, a point", 1e3 * point, "ms")
    yield Row("ratio", ordinary / point, "times")
    product = product_gflops(fast_dtype(choose_device("cpu")), 3 * repeats)
    yield Row(f"matrix product, {engine.precision}", product, "GFLOP/s")
    yield Row("the sweep", engine.gflop / point, "GFLOP/s")
    yield Row("share of the matrix product", 100 * engine.gflop / point / product, "%", "≥60")


def plane_rows(engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield the time of a plane's first map, from decoded images."""
    images = np.stack(decoded([smooth_jpeg(seed) for seed in range(3)]))
    first = COARSER[0]
    least = times(partial(plane, engine, images, (0, 1, 2), first), repeats)
    yield from both(f"plane, {first} x {first}, both models", least, "≤4")


def page_rows() -> Iterator[Row]:
    """Yield the memory of a page that has answered with both pairs."""
    with (
        served("-m", "benchmarks.thousand", "--page") as server,
        tempfile.TemporaryDirectory() as folder,
    ):
        files = [Path(folder) / f"{seed}.jpg" for seed in range(3)]
        for seed, file in enumerate(files):
            file.write_bytes(smooth_jpeg(seed))
        uploads = [handle_file(str(file)) for file in files]
        sides = {f"image_{side}": one for side, one in zip("abc", uploads, strict=True)}
        two = {name: sides[name] for name in ("image_a", "image_b")}
        client = Client(server.url, verbose=False)
        client.predict(**two, api_name="/sweep")
        yield Row("memory of the page, bundled pair", resident_mb(server.pid), "MB")
        client.predict(**two, pair=PAIR, api_name="/sweep")
        client.predict(**sides, pair=PAIR, resolution=COARSER[0], api_name="/plane")
        yield Row(
            "  and both ResNet-18, gradients included", resident_mb(server.pid), "MB", "≤1600"
        )


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="of which the least is taken")
    parser.add_argument(
        "--page", action="store_true", help="serve the page whose memory is measured"
    )
    chosen = parser.parse_args()
    if chosen.page:
        Page(Services(thousand_zoo(), uploads=Path(get_upload_folder()))).launch()
        return
    print(machine())
    engine = Engine(thousand_zoo().comparison(PAIR), choose_device("cpu"))
    for rows in (sweep_rows(engine, chosen.repeats), plane_rows(engine, 3), page_rows()):
        for row in rows:
            print(row, flush=True)


if __name__ == "__main__":
    main()
