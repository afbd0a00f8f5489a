"""Import, load, and answer one sweep; print the resident memory in MB. A process for sweep.py."""

from benchmarks.memory import resident_mb
from benchmarks.photos import smooth_jpeg
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.devices import choose_device
from mixup_demo.models.engine import Engine
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.sweep import sweep


def main() -> None:
    """Answer once from nothing, as a fresh process does."""
    engine = Engine(Zoo().comparison("cifar10"), choose_device("cpu"))
    a, b = (to_input(read_image(smooth_jpeg(seed)), (32, 32)) for seed in (0, 1))
    sweep(engine, a, b, 0, 1)
    print(resident_mb())


if __name__ == "__main__":
    main()
