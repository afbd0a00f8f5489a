"""What is said of a call's inputs, without a server."""

import asyncio
import errno
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from gradio.exceptions import InvalidPathError

from mixup_demo.page.calls import CheckedBlocks
from mixup_demo.serving.components import ImageFile
from mixup_demo.texts.input_error import InputError


def refused(*inputs: object) -> gr.Error:
    """Return what a call that takes one picture is refused with."""
    with CheckedBlocks() as blocks:
        call: Any = SimpleNamespace(
            inputs=[ImageFile("image")], component_prop_inputs=[], preprocess=True
        )
    with pytest.raises(gr.Error) as caught:
        asyncio.run(blocks.preprocess_data(call, list(inputs), None))
    return caught.value


@pytest.mark.parametrize(
    ("error", "key", "is_logged"),
    [
        (InvalidPathError("no upload"), "error.image.missing", False),
        (FileNotFoundError(errno.ENOENT, "no such file"), "error.image.missing", False),
        (OSError(errno.ENAMETOOLONG, "name too long"), "error.image.missing", False),
        (PermissionError(errno.EACCES, "not yours"), "error.internal", True),
        (OSError(errno.ENOSPC, "no space"), "error.internal", True),
        (ValueError("a bug"), "error.internal", True),
    ],
)
def test_only_a_path_of_no_upload_is_said_to_be_no_picture(
    monkeypatch: pytest.MonkeyPatch, error: Exception, key: str, is_logged: bool
):
    """A full disk and bugs were the visitor's fault, and in no log."""

    async def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(gr.Blocks, "preprocess_data", fails)
    found = refused("a.png")
    assert found.message == str(InputError(key))
    assert found.print_exception is is_logged
    assert found.__cause__ is error


@pytest.mark.parametrize("where", ["a\0b", "\ud800", "x" * 5000, "/etc/passwd/x"])
def test_what_can_be_no_path_is_no_picture(where: str):
    assert refused(where).message == str(InputError("error.image.missing"))


def test_inputs_are_counted():
    assert refused().message == str(InputError("error.call.count", value=0, limit=1))
