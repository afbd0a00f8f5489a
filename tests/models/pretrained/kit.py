"""Folders of small networks of timm with random weights."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import timm
import torch
from timm.models import save_for_hf
from torch import nn

#: a real architecture of timm, thin: 0.2 MB
ARCHITECTURE, ARGUMENTS = "resnet18", {"channels": (8, 8, 8, 8), "stem_width": 8}


@cache
def network(classes: int, seed: int) -> nn.Module:
    """Return a network of random weights."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return timm.create_model(ARCHITECTURE, num_classes=classes, **ARGUMENTS).eval()


def folder(path: Path, classes: int = 3, seed: int = 0, size: int = 96, **config: Any) -> Path:
    """Write a folder as timm's `save_for_hf` does, with classes' names; return it.

    Args:
        config: fields of config.json that are added or replaced; None removes one.
    """
    cut = {"input_size": (3, size, size), "crop_pct": 0.9, "interpolation": "bilinear"}
    names = {} if classes == 1000 else {"label_names": [f"shape {k}" for k in range(classes)]}
    save_for_hf(network(classes, seed), str(path), names, safe_serialization=True, data_config=cut)
    file = path / "config.json"
    content = {**json.loads(file.read_text("utf-8")), **config}
    kept = {name: value for name, value in content.items() if value is not None}
    file.write_text(json.dumps(kept), "utf-8")
    return path
