"""The endpoints as tools of a language model, asked by the real client of MCP."""

import asyncio
import os
from ast import literal_eval
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.server import served
from mixup_demo.page.app import MCP_WANTED
from mixup_demo.views import VIEWS

pytest.importorskip("mcp", reason="requirements-mcp.txt is not installed")

from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
ENDPOINTS = {endpoint.name: endpoint for view in VIEWS for endpoint in view.endpoints}
ASKED = ("mix", "sweep", "plane", "attack", "evidence")


@pytest.fixture(scope="module")
def mcp_url() -> Iterator[str]:
    os.environ[MCP_WANTED] = "1"
    try:
        with served() as server:
            yield f"{server.url}gradio_api/mcp/"
    finally:
        del os.environ[MCP_WANTED]


def ask(url: str, *calls: tuple[str, dict[str, Any]]) -> tuple[dict[str, Any], list[Any]]:
    """The tools by name, and the answers to some calls."""

    async def talk() -> tuple[dict[str, Any], list[Any]]:
        async with (
            streamablehttp_client(url) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            return tools, [await session.call_tool(*call) for call in calls]

    return asyncio.run(talk())


def test_every_endpoint_is_a_tool_that_says_what_it_does(mcp_url: str):
    tools, (evidence, wrong) = ask(
        mcp_url, ("evidence", {"name": "corrupted"}), ("evidence", {"name": "nothing"})
    )
    assert set(ASKED) <= set(ENDPOINTS) == set(tools)
    for name, tool in tools.items():
        first = (ENDPOINTS[name].answer.__doc__ or "").splitlines()[0]
        assert first in tool.description
        assert set(tool.inputSchema["properties"]) == {
            one.api for one in ENDPOINTS[name].schema.inputs
        }
    assert "values" in literal_eval(evidence.content[0].text)  # Gradio writes it as Python does
    assert wrong.isError
    assert "There are no results named nothing. Choose one of" in wrong.content[0].text


def test_pictures_come_as_addresses_but_never_of_the_server_s_own_machine(mcp_url: str):
    inside = mcp_url.replace("mcp/", "file=a.png")
    _, (answer,) = ask(mcp_url, ("mix", {"image_a": inside, "image_b": inside, "lam": 0.5}))
    assert answer.isError
    assert "lead to a public server" in answer.content[0].text


def test_pictures_are_mixed_and_come_back_as_addresses(mcp_url: str, photos: tuple[Path, Path]):
    a, b = (f"data:image/jpeg;base64,{b64encode(one.read_bytes()).decode()}" for one in photos)
    _, (answer,) = ask(mcp_url, ("mix", {"image_a": a, "image_b": b, "lam": 0.25}))
    assert not answer.isError
    text = " ".join(one.text for one in answer.content if one.type == "text")
    assert "http" in text
    assert "'lam': 0.25" in text
