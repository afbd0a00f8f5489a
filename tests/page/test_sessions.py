"""What Gradio keeps for each session: little, for every call of the API may be a session."""

import sys

import pytest
from gradio.blocks import Block
from gradio.state_holder import SessionState

from benchmarks.memory import resident_mb
from mixup_demo.page.app import SESSIONS, Page
from mixup_demo.serving import memory

#: memory that is taken, in pieces too small for glibc to map each by itself
MEGABYTES, PIECE = 100, 16 * 1024


@pytest.fixture(scope="module")
def page() -> Page:
    return Page()


def test_a_session_s_values_are_its_own(page: Page):
    first, second = SessionState(page.blocks), SessionState(page.blocks)
    plain = {key: dict(one["props"]) for key, one in second.config_values.items()}
    for key in first.config_values:
        first._update_value_in_config(key, "another")
    assert {key: one["props"] for key, one in second.config_values.items()} == plain


def test_components_are_described_once_for_all_sessions(
    page: Page, monkeypatch: pytest.MonkeyPatch
):
    described: list[Block] = []
    describe = Block.get_config

    def counted(block: Block, *given: object) -> dict[str, object]:
        described.append(block)
        return describe(block, *given)

    SessionState(page.blocks)
    monkeypatch.setattr(Block, "get_config", counted)
    SessionState(page.blocks)
    assert len(described) < len(page.blocks.blocks) / 4
    for block in page.blocks.blocks.values():
        vars(block).pop("_descriptions", None)
    SessionState(page.blocks)
    assert len(described) > len(page.blocks.blocks) / 2


def test_few_sessions_are_kept(page: Page):
    assert page.options()["state_session_capacity"] == SESSIONS <= 1000


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own")
def test_free_memory_goes_back_to_the_system():
    pieces = [bytes(PIECE) for _ in range(MEGABYTES * 2**20 // PIECE)]
    last = pieces[-1]  # the C library itself gives back only what lies behind all that is used
    full = resident_mb()
    del pieces
    assert memory.give_back()
    assert full - resident_mb() > MEGABYTES / 2
    assert len(last) == PIECE


def test_who_runs_it_may_choose_the_arenas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(memory.CHOSEN, "4")
    assert not memory.share_arenas()
