"""Room on the disk where uploads and the files of answers lie: the oldest make some for others."""

import errno
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mixup_demo.texts.input_error import InputError

#: room on the disk that uploads and answers leave
RESERVE_MEGABYTES = 64
#: seconds for which an upload stays whoever else needs the room; the page sends again what is gone
KEPT_SECONDS = 120
#: seconds after which an upload that did not come to its end is deleted
UNFINISHED_SECONDS = 3600
#: what a full disk raises
FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def room_for(folder: Path, size: int) -> Iterator[None]:
    """Let something be written for which there is room.

    Args:
        folder: of the uploads, where it comes to lie.
        size: in bytes.

    Raises:
        InputError: "error.disk", there is no room, or no longer.
    """
    if not has_room(folder, size):
        raise InputError("error.disk")
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise InputError("error.disk") from error


def has_room(uploads: Path, size: int) -> bool:
    """Return whether so many bytes leave the reserve, see `make_room`."""
    return make_room(uploads, size + RESERVE_MEGABYTES * 2**20)


def make_room(uploads: Path, size: int, seconds: float = KEPT_SECONDS) -> bool:
    """Return whether so many bytes are free, if need be without the oldest uploads.

    Args:
        uploads: the folder.
        size: in bytes.
        seconds: since an upload came for which it stays.
    """
    place = next(one for one in (uploads, *uploads.parents) if one.exists())
    if _free(place) > size:
        return True
    since = time.time() - seconds
    deleted = (_delete_old(file, since) for file in sorted(uploads.glob("*/*"), key=_came))
    return any(gone and _free(place) > size for gone in deleted)


def _free(place: Path) -> int:
    return shutil.disk_usage(place).free


def _came(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def delete_unfinished(uploads: Path, seconds: float = UNFINISHED_SECONDS) -> int:
    """Delete what has come of uploads that did not come to their end; return how many these were.

    Args:
        uploads: the folder, in which Gradio collects an upload before it has a folder of its own.
        seconds: since anything came.
    """
    since = time.time() - seconds
    return sum(_delete_old(file, since) for file in list(uploads.glob("tmp*")))


def _delete_old(file: Path, since: float) -> bool:
    """Delete a file that has not changed since; Gradio may move it away at any moment."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_mtime < since:
            file.unlink()
            return True
    return False
