"""One process at a time in the folder of a run: two would write one checkpoint."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Hold a run's folder while the context lasts; yield False where another process holds it.

    The system lets go of the lock when its process ends, however that comes about.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(lock)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a run's folder while the context lasts.

    Raises:
        ValueError: another process holds it.
    """
    with claimed(folder) as ours:
        if not ours:
            raise ValueError(
                f"{folder} is held by another process, which trains there: wait for its end, or "
                "name another folder by --runs."
            )
        yield
