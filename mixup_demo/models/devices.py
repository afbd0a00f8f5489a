"""Devices on which networks compute, and their number formats."""

import torch

from mixup_demo.models.lent import is_lent
from mixup_demo.texts.input_error import InputError

#: what may be asked for
DEVICES = ("auto", "cpu", "gpu")


def gpu_available() -> bool:
    """Return whether this machine has a GPU that PyTorch can use, and not one that is only lent.

    Where one is lent (`serving.lending`), PyTorch says that there is one all the time.
    """
    return torch.cuda.is_available() and not is_lent()


def choose_device(name: str) -> torch.device:
    """Return the device of a choice: "cpu", "gpu", or "auto" for the GPU where there is one.

    Raises:
        InputError: "error.device", the GPU is asked for but there is none.
    """
    if name == "gpu" and not gpu_available():
        raise InputError("error.device")
    return torch.device("cuda" if name != "cpu" and gpu_available() else "cpu")


def fast_dtype(device: torch.device) -> torch.dtype:
    """Return the number format in which a device multiplies matrices fastest and reliably.

    bf16 where the hardware has instructions for it: x86 CPUs with AVX-512 BF16 or AMX, and GPUs
    since Ampere. fp32 elsewhere: CPUs without these emulate bf16 slowly, and the range of fp16, all
    that older GPUs offer, loses the small gradients of sure answers.
    """
    if device.type == "cuda":
        native = torch.cuda.is_bf16_supported(including_emulation=False)
    else:
        features = cpu_features()
        native = bool(features.get("avx512_bf16") or features.get("amx_bf16"))
    return torch.bfloat16 if native else torch.float32


def cpu_features() -> dict[str, object]:
    """Return what this CPU can do, by the names of PyTorch; older releases tell only part of it."""
    if hasattr(torch.cpu, "get_capabilities"):
        return dict(torch.cpu.get_capabilities())
    return {"avx512_bf16": torch.cpu._is_avx512_bf16_supported()}
