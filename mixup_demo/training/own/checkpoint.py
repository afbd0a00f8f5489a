"""The state of a training on disk: replaced whole, refused where it is another training's."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from mixup_demo.training.states import read_state

FILE = "checkpoint.pt"


def exists(folder: Path) -> bool:
    """Return whether there is a state to go on from."""
    return (folder / FILE).exists()


def write(folder: Path, what: Mapping[str, Any], state: Mapping[str, Any]) -> None:
    """Write a state; a kill in between leaves the older one whole.

    Args:
        folder: made where it is missing.
        what: that it is the state of, JSON.
        state: tensors, numbers and containers of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{FILE}.part"
    torch.save({"what": json.dumps(what), **state}, draft)
    draft.replace(folder / FILE)


def read(folder: Path, what: Mapping[str, Any], device: torch.device) -> dict[str, Any] | None:
    """Return the state that is there, None where there is none.

    Raises:
        ValueError: it is damaged, or that of something else; the message names what differs.
    """
    if not exists(folder):
        return None
    state = read_state(folder / FILE, device, ["what"])
    found, asked = json.loads(state["what"]), json.loads(json.dumps(what))
    differing = [name for name in asked if asked[name] != found.get(name)]
    if differing:
        raise ValueError(
            f"{folder} holds a training with another {', '.join(differing)}. Give this one "
            "another --name, or delete that folder."
        )
    return state
