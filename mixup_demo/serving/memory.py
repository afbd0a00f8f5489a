"""What the C library keeps of the memory that is free again: little of it (glibc; else nothing)."""

import ctypes
import os
from typing import Any

#: places that threads allocate from. By glibc's own measure, eight a core, each thread gets one,
#: and what is free in one is of no use to another: 120 MB more under load
ARENAS = 2
#: glibc's number of that parameter (malloc.h), and its environment variable, which goes before ours
_M_ARENA_MAX, CHOSEN = -8, "MALLOC_ARENA_MAX"


def share_arenas() -> bool:
    """Let threads share `ARENAS` from now on; return whether that could be set here."""
    mallopt = _function("mallopt")
    return bool(mallopt and CHOSEN not in os.environ and mallopt(_M_ARENA_MAX, ARENAS))


def give_back() -> bool:
    """Give whole pages that are free back to the system; return whether there were any."""
    trim = _function("malloc_trim")
    return bool(trim and trim(0))


def _function(name: str) -> Any:
    """Return a function of the C library, None where it has no such one."""
    try:
        return getattr(ctypes.CDLL(None), name, None)
    except (OSError, TypeError):  # no library of this process can be opened, as on Windows
        return None
