"""A full disk: a sentence for the caller, and nothing that stays of what found no room."""

import asyncio
import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import numpy as np
import pytest

from mixup_demo.images import remote
from mixup_demo.serving import components
from mixup_demo.serving.components import ImageFile, MadeFile, PngFile
from mixup_demo.texts.input_error import InputError

ADDRESS = "https://example.org/a.png"


async def found(*_: object) -> bytes:
    return b"a picture"


def fetched(component: ImageFile) -> Any:
    return asyncio.run(component.async_move_resource_to_block_cache(ADDRESS))


WRITERS: list[tuple[type, Callable[[Any], Any]]] = [
    (PngFile, lambda made: made.postprocess(np.zeros((8, 8, 3), np.uint8))),
    (MadeFile, lambda made: made.postprocess(("a.gif", b"film"))),
    (ImageFile, fetched),
]


@pytest.fixture(params=WRITERS, ids=lambda pair: pair[0].__name__)
def write(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(remote, "_follow", found)
    kind, call = request.param
    made = kind("file")
    made.GRADIO_CACHE = str(tmp_path)
    return lambda: call(made)


def test_answers_and_fetched_images_leave_the_reserve(
    write: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=64 * 2**20))
    with pytest.raises(gr.Error) as told:
        write()
    assert told.value.message == str(InputError("error.disk"))
    monkeypatch.undo()
    monkeypatch.setattr(remote, "_follow", found)
    assert write()


def test_what_finds_the_disk_full_is_told_and_leaves_nothing(
    write: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(file: Path, content: bytes) -> int:
        file.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(components, "save_bytes_to_cache", lambda *_: full(tmp_path / "x", b""))
    with pytest.raises(gr.Error) as told:
        write()
    assert told.value.message == str(InputError("error.disk"))
    assert not [one for one in tmp_path.glob("*/*") if one.is_file()]
