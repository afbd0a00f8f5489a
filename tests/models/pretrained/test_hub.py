"""Fetching from a hub on this machine: whole, missing, broken, slow, silent, and without one."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from huggingface_hub import constants
from huggingface_hub.utils._runtime import is_xet_available

from mixup_demo.models.pretrained import hub as client
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.hub import HubFile, cached
from mixup_demo.texts.input_error import InputError
from tests.models.pretrained.hub_server import Hub, at, served_hub

CONTENT = bytes(range(256)) * 8_000  # 2 MB
DIGEST = hashlib.sha256(CONTENT).hexdigest()
FILE = HubFile("tiny", "someone/tiny")
#: seconds; whoever waits for ever would wait longer
TOLERANCE = 30


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    """A hub that the client asks, and a cache of its own."""
    with served_hub() as served:
        served.files["someone/tiny", "model.safetensors"] = CONTENT
        at(served.url, monkeypatch)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
        yield served


def refused(downloads: Downloads, file: HubFile = FILE) -> InputError:
    with pytest.raises(InputError) as refusal:
        downloads.path(file)
    assert refusal.value.key == "error.fetch"
    assert "python -m mixup_demo.fetch tiny" in str(refusal.value)
    assert "--pair LEFT RIGHT" in str(refusal.value)
    reason = refusal.value.values["reason"]
    assert isinstance(reason, InputError)
    return reason


def test_a_file_is_fetched_once_and_then_asked_for_no_more(hub: Hub):
    assert cached(FILE) is None
    assert Downloads().path(FILE).read_bytes() == CONTENT
    asked = len(hub.asked)
    assert Downloads().path(FILE).read_bytes() == CONTENT
    assert len(hub.asked) == asked > 0


def test_large_files_come_from_another_host_as_the_hub_names_it(hub: Hub):
    hub.behaviour = "redirected"
    downloads = Downloads()
    assert downloads.path(FILE).read_bytes() == CONTENT
    assert downloads.look(FILE, 0) == (len(CONTENT), len(CONTENT), True)
    assert any("/cdn/" in asked for asked in hub.asked)


def test_two_who_ask_share_one_download(hub: Hub):
    hub.behaviour = "slow"
    downloads = Downloads()
    assert downloads.start(FILE) is downloads.start(FILE)
    assert downloads.path(FILE).read_bytes() == CONTENT
    assert sum(asked.startswith("GET") for asked in hub.asked) == 1


def test_progress_is_seen_in_bytes(hub: Hub):
    hub.behaviour = "slow"
    downloads, seen = Downloads(), []
    while not (now := downloads.look(FILE, 0.05)).ready:
        seen.append(now)
    assert now == (len(CONTENT), len(CONTENT), True)
    assert len({one.done for one in seen}) > 2
    assert seen[-1].total == len(CONTENT)


def test_what_the_hub_does_not_have(hub: Hub):
    del hub.files["someone/tiny", "model.safetensors"]
    assert refused(Downloads()).key == "fetch.missing"
    hub.files["someone/tiny", "another"] = b""
    assert refused(Downloads()).key == "fetch.missing"


def test_what_ends_in_the_middle_is_not_kept(hub: Hub, monkeypatch: pytest.MonkeyPatch):
    hub.behaviour = "truncated"
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _: None)
    assert refused(Downloads()).key in ("fetch.broken", "fetch.unreachable")
    assert cached(FILE) is None
    hub.behaviour = "whole"
    assert Downloads().path(FILE).read_bytes() == CONTENT


@pytest.mark.parametrize("pinned", [None, DIGEST])
def test_another_content_than_was_said_is_deleted(hub: Hub, pinned: str | None):
    hub.behaviour = "other"
    file = HubFile("tiny", "someone/tiny", sha256=pinned)
    assert refused(Downloads(), file).key == "fetch.hash"
    hub.behaviour = "whole"
    assert Downloads().path(file).read_bytes() == CONTENT


def test_a_pinned_hash_counts_more_than_the_hubs(hub: Hub):
    file = HubFile("tiny", "someone/tiny", sha256=64 * "0")
    assert refused(Downloads(), file).key == "fetch.hash"


def test_nobody_waits_for_a_hub_that_never_answers(hub: Hub):
    hub.behaviour = "silent"
    start = monotonic()
    assert refused(Downloads(patience=0.5)).key == "fetch.stalled"
    assert monotonic() - start < TOLERANCE


def test_a_failure_is_told_to_who_looks_and_tried_again_after_it(hub: Hub):
    downloads = Downloads()
    content = hub.files.pop(("someone/tiny", "model.safetensors"))
    with pytest.raises(InputError, match="no such file"):
        downloads.look(FILE, 10)
    hub.files["someone/tiny", "model.safetensors"] = content
    assert downloads.look(FILE, 10).ready


def test_without_a_connection(hub: Hub, monkeypatch: pytest.MonkeyPatch):
    at("http://127.0.0.1:9", monkeypatch)
    start = monotonic()
    assert refused(Downloads()).key == "fetch.unreachable"
    assert monotonic() - start < TOLERANCE


def test_offline_the_cache_answers_and_nobody_is_asked(hub: Hub, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert refused(Downloads()).key == "fetch.offline"
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    Downloads().path(FILE)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    asked = len(hub.asked)
    assert Downloads().path(FILE).read_bytes() == CONTENT
    assert len(hub.asked) == asked


def test_the_progress_is_noted_more_often_than_the_client_would():
    assert constants.DOWNLOAD_CHUNK_SIZE <= 2**18
    assert not is_xet_available()
    assert client.ANSWER_SECONDS < 30
