"""Whether this machine lends GPUs: Hugging Face Spaces with ZeroGPU. Imports no torch.

``app.py`` asks before it may import torch, see `serving.lending`.
"""

import os

#: set by Spaces with ZeroGPU
VARIABLE = "SPACES_ZERO_GPU"
#: what the package ``spaces`` takes for a yes
YES = ("1", "t", "true")


def is_lent() -> bool:
    """Return whether this machine lends GPUs instead of having one."""
    return os.environ.get(VARIABLE, "").lower() in YES
