"""Resident memory of a process."""

from pathlib import Path


def resident_mb(pid: int | str = "self") -> float:
    """Return the resident memory of a process, by default this one, in MB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
