"""Run the Dockerfile's steps in a folder with a Debian system, where there is no Docker.

As root, with Debian's mmdebstrap. The folder is made where it is missing; ``FROM`` stands for
Debian with its own Python in an environment, every ``RUN`` and the last ``CMD`` run within the
folder, by chroot, and what is copied is what ``.dockerignore`` lets through. The last command runs
as the image's user on a file system that is read-only but for ``/tmp``.

    python tools/image.py FOLDER [--build-arg NAME=VALUE] [--built] [--check]

``--built`` takes the folder as an earlier call has left it. ``--check`` starts the page, waits for
the image's own health check, says how large the folder is, and ends; without it the page stays.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUITE = "bookworm"
PACKAGES = "python3,python3-venv,ca-certificates"
#: Debian's Python is no place for pip: an environment takes the place of the official image's
PYTHON = "/opt/python"
READY_SECONDS = 180
#: of this machine, how the network and pip's index are reached
NETWORK = ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt", "/etc/pip.conf")

#: instructions that change files
CHANGING = ("FROM", "RUN", "COPY")

Step = tuple[str, str]


def steps(text: str) -> Iterator[Step]:
    """Yield name and rest of each instruction of a Dockerfile, continued lines joined."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            name, _, rest = line.strip().partition(" ")
            yield name, rest.strip()


def included(text: str) -> list[str]:
    """Return what a .dockerignore that starts with ``*`` lets through."""
    first, *others = [line for line in text.splitlines() if line and not line.startswith("#")]
    if first != "*":
        raise ValueError(".dockerignore must start with * and name what the image takes")
    return [line.removeprefix("!") for line in others if line.startswith("!")]


class Image:
    """A folder that becomes what the Dockerfile describes.

    Args:
        folder: of the system.
        arguments: values that take the place of those of ``ARG``.
    """

    def __init__(self, folder: Path, arguments: dict[str, str]) -> None:
        self.folder, self.arguments = folder, arguments
        self.place, self.user = "/", "0"
        self.environment = {"PATH": f"{PYTHON}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
        self.command: list[str] = []
        self.health: list[str] = []

    def build(self, built: bool = False) -> None:
        """Run all steps; of a folder that is built already those that change no file."""
        for name, rest in steps((ROOT / "Dockerfile").read_text("utf-8")):
            if built and name in CHANGING:
                continue
            print(f"{name} {rest}", flush=True)
            getattr(self, f"_{name.lower()}")(rest)

    def within(self, command: list[str], read_only: bool = False) -> list[str]:
        """Return the command that runs another one within the folder."""
        mount = (
            f"mount --rbind {self.folder} {self.folder}; mount -t proc none {self.folder}/proc; "
        )
        if read_only:
            mount += (
                f"mount -o remount,bind,ro {self.folder}; mount -t tmpfs none {self.folder}/tmp; "
            )
        enter = f"cd /; exec chroot --userspec={self.user}:{self.user} {self.folder} "
        inside = ["sh", "-c", f'cd {self.place} && exec "$@"', "sh", *command]
        return ["unshare", "-m", "sh", "-c", f'{mount}{enter}"$@"', "sh", *inside]

    def run(self, command: list[str]) -> None:
        """Run a command within the folder; end where it fails."""
        subprocess.run(self.within(command), env=self.environment, check=True)

    def _from(self, _: str) -> None:
        if not (self.folder / "usr").exists():
            made = ["mmdebstrap", "--variant=minbase", f"--include={PACKAGES}", SUITE]
            subprocess.run([*made, str(self.folder)], check=True)
        for path in map(Path, NETWORK):
            if path.exists():
                shutil.copyfile(path, self.folder / path.relative_to("/"))
        self.run(["python3", "-m", "venv", PYTHON])

    def _arg(self, rest: str) -> None:
        name, _, default = rest.partition("=")
        self.environment[name] = self.arguments.get(name, default)

    def _env(self, rest: str) -> None:
        self.environment |= dict(pair.split("=", 1) for pair in rest.split())

    def _workdir(self, rest: str) -> None:
        self.place = rest
        (self.folder / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)

    def _run(self, rest: str) -> None:
        self.run(["sh", "-c", rest])

    def _copy(self, rest: str) -> None:
        *sources, target = [word for word in rest.split() if not word.startswith("--")]
        allowed = included((ROOT / ".dockerignore").read_text("utf-8"))
        to = self.folder / self.place.lstrip("/") / target
        for source in sources:
            if source not in allowed:
                sys.exit(f"error: {source} is not let through by .dockerignore")
            if (ROOT / source).is_dir():
                leave = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / source, to, dirs_exist_ok=True, ignore=leave)
            else:
                shutil.copy(ROOT / source, to)

    def _user(self, rest: str) -> None:
        self.user = rest
        users = (self.folder / "etc" / "passwd").read_text("utf-8").splitlines()
        self.environment["HOME"] = next(
            home
            for _, _, number, _, _, home, _ in (line.split(":") for line in users)
            if number == rest
        )

    def _expose(self, _: str) -> None:
        """Nothing to do: the folder shares the machine's network."""

    def _healthcheck(self, rest: str) -> None:
        self.health = json.loads(rest.partition("CMD ")[2])

    def _cmd(self, rest: str) -> None:
        self.command = json.loads(rest)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the image's command as its user, on a read-only file system."""
        return subprocess.Popen(self.within(self.command, read_only=True), env=self.environment)

    def is_healthy(self) -> bool:
        """Return whether the image's health check is content."""
        check = self.within(self.health, read_only=True)
        return not subprocess.run(check, env=self.environment, stderr=subprocess.DEVNULL).returncode


def check(image: Image) -> None:
    """Start the page, wait until it is healthy, and say how large the image is."""
    started, process = time.monotonic(), image.start()
    try:
        while not image.is_healthy():
            if process.poll() is not None or time.monotonic() > started + READY_SECONDS:
                sys.exit("error: the page did not become healthy")
            time.sleep(1)
        print(f"healthy after {time.monotonic() - started:.0f} s")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    size = subprocess.run(["du", "-sxm", image.folder], capture_output=True, text=True, check=True)
    print(f"{size.stdout.split()[0]} MB")


def main() -> None:
    """Build the folder, then start or check it."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--build-arg", action="append", default=[], metavar="NAME=VALUE")
    options.add_argument("--built", action="store_true")
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    if os.geteuid() != 0:
        sys.exit("error: chroot needs root")
    arguments = dict(pair.split("=", 1) for pair in given.build_arg)
    image = Image(given.folder.resolve(), arguments)
    image.build(given.built)
    if given.check:
        check(image)
    else:
        image.start().wait()


if __name__ == "__main__":
    main()
