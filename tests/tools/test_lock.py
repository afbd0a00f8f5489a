"""The lock files: an exact version of everything, at both ends of what requirements.txt allows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-oldest.lock")
#: torch and torchvision of one release
RELEASES = {"2.8": "0.23", "2.14": "0.29"}
REMEDY = "write the lock files anew: make lock"


def requirements(name: str) -> Iterator[Requirement]:
    """The requirements in a file that hold for this Python."""
    for line in (ROOT / name).read_text().splitlines():
        text = line.partition("#")[0].strip()
        if text and not text.startswith("-r"):
            found = Requirement(text)
            if found.marker is None or found.marker.evaluate():
                yield found


def locked(name: str) -> dict[str, Version]:
    """The versions in a lock file, by name."""
    found = {}
    for one in requirements(name):
        (pin,) = one.specifier
        assert pin.operator == "=="
        found[canonicalize_name(one.name)] = Version(pin.version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_hold_all_that_is_required_within_its_range(name: str, lock: str):
    versions = locked(lock)
    for one in requirements(name):
        version = versions.get(canonicalize_name(one.name))
        assert version is not None, f"{one.name} is missing: {REMEDY}"
        assert one.specifier.contains(version), f"{one.name} {version}: {REMEDY}"


def test_the_oldest_are_the_lower_ends():
    versions = locked("requirements-oldest.lock")
    for one in requirements("requirements.txt"):
        (low,) = (pin for pin in one.specifier if pin.operator in ("==", ">="))
        assert versions[canonicalize_name(one.name)] == Version(low.version), REMEDY


@pytest.mark.parametrize("lock", LOCKS)
def test_torch_and_torchvision_are_of_one_release(lock: str):
    torch, torchvision = (locked(lock)[name] for name in ("torch", "torchvision"))
    short = [f"{version.major}.{version.minor}" for version in (torch, torchvision)]
    assert RELEASES[short[0]] == short[1]


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_nothing_that_only_cuda_needs(lock: str):
    _, *lines = (ROOT / lock).read_text().splitlines()
    assert all(re.match(r"[a-z0-9.-]+==\d[\w.]*( ; |$)", line) for line in lines)
    assert not [line for line in lines if line.startswith(("nvidia", "cuda", "triton"))]


def test_the_space_s_gradio_is_the_same():
    """A Space installs `sdk_version` before requirements.txt."""
    head = yaml.safe_load((ROOT / "README.md").read_text().split("---\n")[1])
    (gradio,) = (one for one in requirements("requirements.txt") if one.name == "gradio")
    assert str(gradio.specifier) == f"=={head['sdk_version']}"
