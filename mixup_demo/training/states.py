"""The states that trainings leave to go on from, read without trusting what is in the file."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import torch


def read_state(path: Path, device: torch.device, needed: Collection[str]) -> dict[str, Any]:
    """Return the state in a file of torch.save; nothing in it is run.

    Args:
        path: of the checkpoint.
        device: where its tensors go.
        needed: names that it must hold.

    Raises:
        ValueError: it is damaged, or no state of this program.
        OSError: it cannot be opened.
    """
    try:
        state = torch.load(path, map_location=device, weights_only=True)
    except OSError:
        raise
    except Exception as error:  # bytes that are no checkpoint make torch raise almost anything
        raise _damaged(path) from error
    if not isinstance(state, dict) or not set(needed) <= set(state):
        raise _damaged(path)
    return state


def _damaged(path: Path) -> ValueError:
    # without torch's own words, which advise to trust the file
    return ValueError(
        f"{path} must be the state of a training that was stopped, but is damaged. Delete it, and "
        "the training starts anew."
    )
