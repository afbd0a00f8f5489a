"""tools/install.sh: a clear word about a wrong Python, and no trust in half an install."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "install.sh"

# Stands for Python: knows its version, "makes" an environment by copying itself, "runs" pip.
PYTHON = """#!/bin/sh
case "$*" in
    --version) echo "Python {version}" ;;
    -c*) exit {too_old} ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip "*) {pip} ;;
esac
"""


def write_python(
    folder: Path, version: str = "3.12.1", too_old: int = 0, pip: str = "exit 0"
) -> Path:
    path = folder / "python-stand-in"
    path.write_text(PYTHON.format(version=version, too_old=too_old, pip=pip))
    path.chmod(0o755)
    return path


def install(python: Path | str, venv: Path) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(SCRIPT), str(python), str(venv), "requirements.txt", "a.lock"]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    return tmp_path / "venv"


def test_finished_install_leaves_no_marker(tmp_path: Path, venv: Path) -> None:
    assert install(write_python(tmp_path), venv).returncode == 0
    assert (venv / "bin" / "python").exists()
    assert not (venv / ".installing").exists()


def test_the_lock_s_versions_are_installed(tmp_path: Path, venv: Path) -> None:
    python = write_python(tmp_path, pip='echo "$*" > "${0%/bin/*}/asked"')
    assert install(python, venv).returncode == 0
    asked = (venv / "asked").read_text()
    assert asked.endswith("--requirement requirements.txt --constraint a.lock\n")


def test_missing_python_names_the_remedy(venv: Path) -> None:
    run = install("python-that-is-not-there", venv)
    assert run.returncode == 1
    assert "python-that-is-not-there is not to be found. Install it or name another" in run.stderr
    assert not venv.exists()


def test_old_python_is_refused_with_its_version(tmp_path: Path, venv: Path) -> None:
    run = install(write_python(tmp_path, version="3.9.2", too_old=1), venv)
    assert run.returncode == 1
    assert "is Python 3.9.2, but 3.10 or later is needed. Install it or name" in run.stderr
    assert not venv.exists()


def test_old_environment_is_refused_with_its_own_remedy(tmp_path: Path, venv: Path) -> None:
    (venv / "bin").mkdir(parents=True)
    write_python(tmp_path, version="3.9.4", too_old=1).rename(venv / "bin" / "python")
    run = install(write_python(tmp_path), venv)
    assert run.returncode == 1
    assert f"is Python 3.9.4, but 3.10 or later is needed. Remove {venv}" in run.stderr


def test_install_that_was_cut_off_is_done_anew(tmp_path: Path, venv: Path) -> None:
    cut_off = install(write_python(tmp_path, pip='touch "${0%/bin/*}/half"; kill $PPID'), venv)
    assert cut_off.returncode != 0
    assert (venv / "half").exists()
    again = install(write_python(tmp_path), venv)
    assert (again.returncode, "cut off" in again.stdout) == (0, True)
    assert not (venv / "half").exists()


def test_failure_of_pip_keeps_the_environment(tmp_path: Path, venv: Path) -> None:
    install(write_python(tmp_path), venv)
    write_python(tmp_path, pip="exit 1").rename(venv / "bin" / "python")
    (venv / "package").touch()
    run = install(tmp_path / "unused", venv)
    assert (run.returncode, "could not be installed" in run.stderr) == (1, True)
    assert install(write_python(tmp_path), venv).returncode == 1
    assert (venv / "package").exists()


def test_sound_environment_is_kept(tmp_path: Path, venv: Path) -> None:
    install(write_python(tmp_path), venv)
    (venv / "package").touch()
    assert install("python-that-is-not-there", venv).returncode == 0
    assert (venv / "package").exists()
