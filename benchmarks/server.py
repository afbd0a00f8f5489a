"""The app as a user starts it, in a process of its own, for benchmarks and tests."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
START_LIMIT_S = 120


@dataclass(frozen=True)
class Server:
    """A running app: its address, its process id, and how long it took to answer, in seconds."""

    url: str
    pid: int
    start_s: float


@contextmanager
def served(*program: str, port: int | None = None, **variables: str) -> Iterator[Server]:
    """Start the app on this machine and stop it at the end.

    Args:
        program: arguments of Python that start another app than ours.
        port: where it listens; without it on a free one.
        variables: of its environment, besides those of this process.

    Raises:
        RuntimeError: it did not start; the message holds its log.
    """
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        port = port or free_port()
        environment = {
            **os.environ,
            **variables,
            "GRADIO_SERVER_PORT": str(port),
            "GRADIO_TEMP_DIR": str(Path(folder) / "uploads"),
        }
        started = time.perf_counter()
        with log.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, *(program or ("app.py",))],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=output,
            )
        try:
            url = f"http://127.0.0.1:{port}/"
            _wait_for(url, process, log)
            yield Server(url, process.pid, time.perf_counter() - started)
        finally:
            process.kill()  # told to end, it would wait for pages that are still open
            process.wait(20)


def free_port() -> int:
    """Return a port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                text = log.read_text()[-3000:]
                raise RuntimeError(f"the app did not start:\n{text}") from error
            time.sleep(0.05)
