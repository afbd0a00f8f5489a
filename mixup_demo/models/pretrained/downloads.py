"""Downloads that several requests wait for, each seen in bytes, none waited for without end."""

from concurrent.futures import Future
from concurrent.futures import TimeoutError as Waiting
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from mixup_demo.models.pretrained import hub
from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.spec import Fetched

#: seconds without a single byte after which nobody waits any longer
PATIENCE = 30.0


class Download:
    """One file under way, in a thread of its own.

    Args:
        file: what is fetched.
        patience: seconds without a byte that are waited.
    """

    def __init__(self, file: HubFile, patience: float = PATIENCE) -> None:
        self.file = file
        self.done, self.total = 0, file.bytes
        self._patience = patience
        self._moved = monotonic()
        self._path: Future[Path] = Future()
        Thread(target=self._run, name=f"fetch {file.name}", daemon=True).start()

    @property
    def over(self) -> bool:
        """Whether it failed, or has stalled, so that a next one may be started."""
        failed = self._path.done() and self._path.exception() is not None
        return failed or self._stalled

    @property
    def _stalled(self) -> bool:
        return not self._path.done() and monotonic() - self._moved > self._patience

    def wait(self, seconds: float) -> Path | None:
        """Return the file as soon as it is there, None if that takes longer.

        Raises:
            InputError: "error.fetch", it cannot be fetched, or no byte has come for too long.
        """
        until = monotonic() + seconds
        while True:
            left = min(until - monotonic(), 1.0)
            try:
                return self._path.result(max(left, 0.0))
            except Waiting:
                if self._stalled:
                    raise self.file.refusal("stalled", value=f"{self._patience:g}") from None
                if left <= 0:
                    return None

    def _run(self) -> None:
        try:
            self._path.set_result(hub.fetch(self.file, self._watch))
        except BaseException as error:  # whoever waits must hear of any end
            self._path.set_exception(error)

    def _watch(self, more: int, total: int | None) -> None:
        self.done, self.total = self.done + more, total or self.total
        self._moved = monotonic()


class Downloads:
    """All downloads of one process; safe for threads.

    Args:
        patience: as in `Download`.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._started: dict[HubFile, Download] = {}
        self._lock = Lock()

    def start(self, file: HubFile) -> Download:
        """Return the file's download, which is begun unless it is under way or done."""
        with self._lock:
            known = self._started.get(file)
            if known is None or known.over:
                known = self._started[file] = Download(file, self._patience)
            return known

    def path(self, file: HubFile) -> Path:
        """Return the file, waiting for it.

        Raises:
            InputError: as `Download.wait`.
        """
        download = self.start(file)
        while (path := download.wait(self._patience)) is None:
            pass
        return path

    def look(self, file: HubFile, seconds: float) -> Fetched:
        """Return how far a file is, after some seconds at most; where it is missing, it is fetched.

        Raises:
            InputError: as `Download.wait`.
        """
        known = self._started.get(file)
        download = known if known and known.over else self.start(file)
        try:
            path = download.wait(seconds)
        finally:
            if download.over:
                self._forget(file, download)
        size = path.stat().st_size if path else None
        return Fetched(size or download.done, size or download.total, path is not None)

    def _forget(self, file: HubFile, download: Download) -> None:
        with self._lock:
            if self._started.get(file) is download:  # and not one that was begun since
                del self._started[file]
