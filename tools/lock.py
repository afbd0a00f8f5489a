"""Write the lock files: exact versions of what is installed, for every Python that is supported.

uv must be installed (``pip install uv``, in any environment). ``requirements.lock`` holds the
newest versions that the requirements allow, but for those that it holds already; ``--upgrade``
gives these up. ``requirements-oldest.lock`` holds the lowest ones, and of what the tests alone need
the newest.

Both are constraints of ``pip install``: `tools/install.sh` hands one of them over. What a build of
torch with CUDA brings along is left out, because builds without it must not bring it, and because
torch itself names the exact versions.

    python tools/lock.py [--upgrade]
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LOCK, OLDEST = ROOT / "requirements.lock", ROOT / "requirements-oldest.lock"
RUN, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
#: the lowest Python that is supported
PYTHON = "3.10"
HEAD = "# Written by tools/lock.py from {name}; constraints of pip install.\n"
#: what torch brings along where it is built for CUDA
_CUDA = re.compile(r"(nvidia-|cuda-|triton)")


def compile_lock(sources: list[Path], target: Path, *options: str) -> None:
    """Write the versions that satisfy `sources` into a file."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("error: uv is not to be found. Install it with pip install uv.")
    fixed = ["--no-annotate", "--no-header", "--no-emit-index-url", "--quiet", "--no-config"]
    command = [uv, "pip", "compile", "--python-version", PYTHON, *fixed, *options]
    done = subprocess.run(
        [*command, *map(str, sources), "--output-file", str(target)], capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"error: {done.stderr}")


def write(target: Path, found: Path, name: str) -> None:
    """Write a lock file without what depends on the build of torch."""
    lines = found.read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not _CUDA.match(line))
    target.write_text(HEAD.format(name=name) + kept, "utf-8")


def main() -> None:
    """Write both files."""
    with TemporaryDirectory() as folder:
        newest, lowest, oldest = (Path(folder) / name for name in ("newest", "lowest", "oldest"))
        if LOCK.exists() and "--upgrade" not in sys.argv[1:]:
            shutil.copy(LOCK, newest)  # uv keeps what the file holds, where that is allowed
        compile_lock([DEV], newest, "--universal")
        compile_lock([RUN], lowest, "--resolution", "lowest-direct")
        compile_lock([DEV], oldest, "--constraint", str(lowest))
        write(LOCK, newest, DEV.name)
        write(OLDEST, oldest, f"{DEV.name}, with the lowest versions of {RUN.name}")


if __name__ == "__main__":
    main()
