"""What a finished run leaves for the page: weights, manifest entry, log and model card."""

import fcntl
import hashlib
import json
import platform
import statistics
from collections.abc import Mapping
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from mixup_demo.models.manifest import MANIFEST, read_manifest
from mixup_demo.models.networks import gflop
from mixup_demo.training.cards import model_card
from mixup_demo.training.data import Dataset, digest
from mixup_demo.training.loop import Run, error_rate
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.subset import measured_set

DIGITS = 6  # of GFLOP
LAST_EPOCHS = 10  # the authors report the median of the last ten epochs
#: half precision may change the answers to so many test images, as a share: rounding moves the
#: few that lie on a boundary, in either direction
UNCHANGED = 0.0005


def export(recipe: Recipe, data: Dataset, run: Run, device: torch.device, models: Path) -> Path:
    """Write weights, log, model card and the manifest's entry of a finished run.

    Weights are stored in half precision if that leaves the test error as it is (to `UNCHANGED`),
    else in single. The card's error is that of the stored weights.

    Args:
        device: what the run was trained on; the test error is measured there too.
        models: the folder of ``manifest.json``.

    Returns:
        The weights' file.
    """
    models.mkdir(parents=True, exist_ok=True)
    tested = measured_set(recipe, data)
    state, error = _stored_form(run.network, tested, device)
    weights = models / f"{recipe.name}.safetensors"
    save_file({name: value.cpu().contiguous() for name, value in state.items()}, weights)
    weights.chmod(0o644)
    measured = {"test_error": error, "test_images": len(tested[1])}
    entry = {**measured, **_entry(recipe, data, run, weights, device)}
    _write_manifest(models, recipe.name, entry)
    _write_log(models / "logs" / f"{recipe.name}.jsonl", run)
    card = models / "cards" / f"{recipe.name}.md"
    card.parent.mkdir(exist_ok=True)
    card.write_text(model_card(recipe.name, entry), encoding="utf-8")
    return weights


def _stored_form(
    network: nn.Module, tested: tuple[Tensor, Tensor], device: torch.device
) -> tuple[dict[str, Tensor], float]:
    """Return the state to store, in half precision where that is harmless, and its test error."""
    single = {name: value.clone() for name, value in network.state_dict().items()}
    images, labels = (part.to(device) for part in tested)
    network.to(device)
    errors = []
    for state in (single, halved(single)):
        network.load_state_dict(state)
        errors.append(error_rate(network, images, labels, fast=False))
    if abs(errors[1] - errors[0]) <= UNCHANGED:
        return halved(single), errors[1]
    return single, errors[0]


def halved(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the state with its matrices and kernels in fp16; the rest needs fp32's range."""
    return {name: value.half() if value.ndim > 1 else value for name, value in state.items()}


def _entry(
    recipe: Recipe, data: Dataset, run: Run, weights: Path, device: torch.device
) -> dict[str, Any]:
    last = [entry["test_error"] for entry in run.log[-LAST_EPOCHS:]]
    height, width = data.train_images.shape[-2:]
    size = (height, width)
    return {
        "file": weights.name,
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "bytes": weights.stat().st_size,
        "parameters": sum(parameter.numel() for parameter in run.network.parameters()),
        "gflop": round(gflop(recipe.architecture, len(data.classes), size), DIGITS),
        "data": data.name,
        "data_digest": digest(data),
        "classes": list(data.classes),
        "input_size": data.train_images.shape[-1],
        "train_images": recipe.train_images or len(data.train_labels),
        "test_error_last": last[-1],
        "test_error_median": statistics.median(last),
        "test_error_median_epochs": len(last),
        "wall_time_s": round(run.log[-1]["seconds"], 1),
        "finished": datetime.now(timezone.utc).date().isoformat(),
        "hardware": hardware(device),
        "versions": {name: version(name) for name in ("torch", "numpy")},
        "recipe": recipe.as_dict(),
    }


def hardware(device: torch.device) -> str:
    """Return in words what computed: the GPU's name, or the processor's and its threads."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    count = torch.get_num_threads()
    return f"{processor()}, {count} thread{'s' if count > 1 else ''}"


def processor() -> str:
    """Return the processor's name as the system states it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _write_manifest(models: Path, name: str, entry: dict[str, Any]) -> None:
    """Add an entry to the manifest, one process after another."""
    path = models / MANIFEST
    with (models / ".manifest.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        manifest = read_manifest(models) if path.exists() else {}
        text = json.dumps({**manifest, name: entry}, indent=2, sort_keys=True, ensure_ascii=False)
        draft = path.with_suffix(".part")
        draft.write_text(text + "\n", encoding="utf-8")
        draft.replace(path)


def _write_log(path: Path, run: Run) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = "".join(json.dumps(entry) + "\n" for entry in run.log)
    path.write_text(lines, encoding="utf-8")
