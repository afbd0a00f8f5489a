"""Weights by name from a file of torch.save or safetensors, without running anything in it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from pickle import UnpicklingError

import torch
from safetensors.torch import load_file
from torch import Tensor

from mixup_demo.texts.input_error import InputError

#: end of a file of safetensors; how what torch.save writes begins, since PyTorch 1.6 and before
SAFETENSORS, ZIP, PICKLE = ".safetensors", b"PK", b"\x80"
#: GB that a checkpoint may hold
LIMIT = 8
#: put in front of every name by torch.nn.DataParallel
PARALLEL = "module."


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """Return the weights of a file of torch.save or safetensors, without running anything in it.

    Raises:
        InputError: "error.convert.file", there is none, it is packed, cut off, of another kind,
            damaged, asks for code, or holds none.
        OSError: it cannot be opened.
    """
    if not path.is_file():
        raise _refusal(path, "missing")
    content = _content(path)
    inner = content.get("state_dict", content) if isinstance(content, Mapping) else None
    state = {  # of its own each, for weights that are tied share their memory
        str(name).removeprefix(PARALLEL): value.clone()
        for name, value in (inner.items() if isinstance(inner, Mapping) else ())
        if isinstance(value, Tensor)
    }
    if not state:
        raise _refusal(path, "state")
    return state


def _content(path: Path) -> object:
    """Return what a file of torch.save or safetensors holds.

    Raises:
        InputError: as `read_checkpoint`.
        OSError: it cannot be opened.
    """
    try:
        if path.suffix == SAFETENSORS:
            return load_file(path)
        _check_kind(path)
        return torch.load(path, map_location="cpu", weights_only=True)
    except (InputError, OSError):
        raise
    except EOFError as error:
        raise _refusal(path, "cut") from error
    except UnpicklingError as error:
        # what PyTorch's reader of weights says of a pickle that torch.save has not written
        strange = "operand" in str(error) or "magic number" in str(error)
        raise _refusal(path, "kind" if strange else "code") from error
    except Exception as error:  # readers of zip files and pickles trip over damage in many ways
        raise _refusal(path, "kind") from error


def _check_kind(path: Path) -> None:
    """Compare how a file begins and ends with what torch.save writes: a zip file or a pickle.

    Raises:
        InputError: "error.convert.file", it is cut off, of another kind, or packed.
    """
    with path.open("rb") as file:
        begin = file.read(len(ZIP))
    if not begin or (begin == ZIP and not zipfile.is_zipfile(path)):
        raise _refusal(path, "cut")
    if begin != ZIP and not begin.startswith(PICKLE):
        raise _refusal(path, "kind")
    if begin == ZIP:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
        packed = any(part.compress_type != zipfile.ZIP_STORED for part in parts)
        if packed or sum(part.file_size for part in parts) > LIMIT * 10**9:
            raise _refusal(path, "packed", limit=LIMIT)


def _refusal(path: Path, key: str, **values: object) -> InputError:
    reason = InputError(f"convert.{key}", **values)
    return InputError("error.convert.file", value=path, reason=reason)
