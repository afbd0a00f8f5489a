"""A file is packed by one of those who ask for it first, whatever is packed besides."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import brotli
import pytest

from mixup_demo.page.compression import StaticFile

FORMS: dict[bytes, tuple[Any, str]] = {
    b"br": (brotli, "compress"),
    b"gzip": (gzip, "compress"),
    b"": (Path, "read_bytes"),
}
MANY = 8
#: seconds until a test that hangs fails
PATIENCE = 10


def files(folder: Path, count: int) -> list[StaticFile]:
    names = [folder / f"{number}.txt" for number in range(count)]
    for name in names:
        name.write_text(name.name * 100)
    return [StaticFile("text/plain", name) for name in names]


@pytest.mark.parametrize("accepted", FORMS)
def test_of_many_first_visitors_one_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: bytes
):
    """From Python 3.12 on each would: `cached_property` has no lock there."""
    module, name = FORMS[accepted]
    inner, made, asked = getattr(module, name), [], Barrier(MANY)

    def noted(*given: Any, **named: Any) -> Any:
        made.append(given)
        return inner(*given, **named)

    monkeypatch.setattr(module, name, noted)
    (file,) = files(tmp_path, 1)
    assert file.kept(accepted) is None

    def ask(_: int) -> tuple[bytes, bytes]:
        asked.wait(PATIENCE)
        return file.packed(accepted)

    with ThreadPoolExecutor(MANY) as pool:
        found = set(pool.map(ask, range(MANY)))
    assert len(made) == 1
    assert found == {file.kept(accepted)}


@pytest.mark.parametrize("accepted", FORMS)
def test_files_are_packed_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: bytes
):
    """Up to Python 3.11 all would wait for one: `cached_property` has a lock for all objects."""
    module, name = FORMS[accepted]
    inner, both = getattr(module, name), Barrier(2)

    def together(*given: Any, **named: Any) -> Any:
        both.wait(PATIENCE)
        return inner(*given, **named)

    two = files(tmp_path, 2)
    monkeypatch.setattr(module, name, together)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda file: file.packed(accepted), two)
    assert first != second
