"""What is sent slowly, breaks off, or finds no room on the disk."""

import asyncio
import errno
import os
import shutil
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from mixup_demo.page.receiving import ReceivingMiddleware
from mixup_demo.serving.room import delete_unfinished, make_room

PARTS = [b"one ", b"two"]


async def echo(scope: Any, receive: Any, send: Any) -> None:
    content = await Request(scope, receive).body()
    await PlainTextResponse(content)(scope, receive, send)


async def full(scope: Any, receive: Any, send: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "/srv/uploads/tmp1")


def post(
    app: Any, folder: Path, parts: list[bytes], *, ends: bool = True, whole_s: float = 60
) -> tuple[int, str]:
    """Status and text of the answer to a request that comes in parts, and perhaps to its end."""
    coming, sent = iter(parts), []

    async def receive() -> dict[str, Any]:
        part = next(coming, None)
        if part is None:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": part, "more_body": not ends or part != parts[-1]}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"content-length", b"7")]
    scope = {"type": "http", "method": "POST", "path": "/gradio_api/upload", "headers": headers}
    asyncio.run(ReceivingMiddleware(app, folder, rest_s=0.1, whole_s=whole_s)(scope, receive, send))
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:]).decode()


def test_what_comes_in_time_is_passed_on(tmp_path: Path):
    assert post(echo, tmp_path, PARTS) == (200, "one two")


def test_a_sender_that_stops_is_not_waited_for(tmp_path: Path):
    status, text = post(echo, tmp_path, PARTS, ends=False)
    assert status == 408
    assert "must go on" in text


def test_what_takes_too_long_in_all_is_told_so(tmp_path: Path):
    status, text = post(echo, tmp_path, PARTS, ends=False, whole_s=0.05)
    assert status == 408
    assert "must arrive whole" in text


def test_a_full_disk_is_said_without_a_path(tmp_path: Path):
    status, text = post(full, tmp_path, PARTS)
    assert (status, "/srv" in text) == (507, False)
    assert "no room" in text


def test_an_upload_that_would_fill_the_disk_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=64 * 2**20))
    assert post(echo, tmp_path / "not there yet", PARTS)[0] == 507


def test_the_oldest_uploads_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for age in (300, 200, 100, 0):
        (tmp_path / str(age)).mkdir()
        file = tmp_path / str(age) / "photo.jpg"
        file.write_bytes(b"x" * 10)
        os.utime(file, (time.time() - age,) * 2)

    def usage(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=100 - 10 * len(list(tmp_path.glob("*/*"))))

    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert make_room(tmp_path, 65, 150)
    assert sorted(one.name for one in tmp_path.glob("*") if any(one.iterdir())) == [
        "0",
        "100",
        "200",
    ]
    assert not make_room(tmp_path, 85, 150)
    assert sorted(one.name for one in tmp_path.glob("*") if any(one.iterdir())) == ["0", "100"]


def test_what_else_goes_wrong_stays_an_error(tmp_path: Path):
    async def fails(scope: Any, receive: Any, send: Any) -> None:
        raise OSError(errno.EACCES, "no")

    with pytest.raises(PermissionError):
        post(fails, tmp_path, PARTS)


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    (tmp_path / "digest").mkdir()
    for name in ("tmpbroken", "tmpcoming", "digest/tmp.jpg"):
        (tmp_path / name).write_bytes(b"part")
    long_ago = time.time() - 7200
    for name in ("tmpbroken", "digest/tmp.jpg"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    return tmp_path


def test_uploads_that_broke_off_are_deleted(uploads: Path):
    assert delete_unfinished(uploads) == 1
    left = sorted(one.relative_to(uploads).as_posix() for one in uploads.rglob("*"))
    assert left == ["digest", "digest/tmp.jpg", "tmpcoming"]


def test_an_upload_that_is_moved_meanwhile_ends_no_housekeeping(
    uploads: Path, monkeypatch: pytest.MonkeyPatch
):
    (uploads / "tmpbroken").rename(uploads / "tmpmoved")
    found = [uploads / "tmpbroken", uploads / "tmpmoved"]  # the first is gone since it was listed
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    monkeypatch.setattr(Path, "glob", lambda *_: iter(found))
    assert delete_unfinished(uploads) == 1
