"""Import, load, and answer one sweep; print the resident memory in MB. A process for sweep.py."""

from pathlib import Path

from benchmarks.photos import smooth_jpeg
from mixup_demo import zoo
from mixup_demo.images import read_image, to_input
from mixup_demo.probes.engine import Engine, choose_device
from mixup_demo.probes.sweep import sweep


def main() -> None:
    """Answer once from nothing, as a fresh process does."""
    engine = Engine(zoo.load_pair("cifar10"), choose_device("cpu"))
    a, b = (to_input(read_image(smooth_jpeg(seed))) for seed in (0, 1))
    sweep(engine, a, b, 0, 1)
    print(resident_mb())


def resident_mb() -> float:
    """Return the resident memory of this process in MB (Linux)."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
