"""The Mix view: one component that owns its part of the page, see web/main.js."""

import re
from typing import Any

import gradio as gr

from mixup_demo import examples, gallery, handlers, payload, texts
from mixup_demo.ui import requests, static

class MixView(gr.HTML):
    """Pictures, mixed image, answers and charts; its value is the opening pair's answer."""

    def __init__(self) -> None:
        super().__init__(
            value=opening(),
            html_template=template(),
            js_on_load=script(),
            apply_default_css=False,
            elem_id="explorer",
            server_functions=[requests.ask, requests.inspect, requests.draw],
        )

    def api_info(self) -> dict[str, Any]:
        """Describe the value, for Gradio's API."""
        return {"type": "object"}

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "html"
    from collections.abc import Callable, Sequence
    from typing import TYPE_CHECKING, Any, Literal

    from gradio.blocks import Block

    if TYPE_CHECKING:
        from gradio.components import Timer
        from gradio.components.base import Component

def opening() -> dict[str, Any]:
    """Answer the opening pair, from the bundled sweeps where they fit the weights."""
    asked = examples.question_of(*gallery.pairs()[0])
    return payload.sweep_payload(asked, handlers.answer(asked))

def template() -> str:
    """Return the view's HTML with English words in place, so that nothing is blank at first."""
    html = (static.WEB / "mix.html").read_text(encoding="utf-8")

    def fill(match: re.Match[str]) -> str:
        return f"{match[0]}{texts.text(match[1], 'en')}"

    return re.sub(r'data-text="([\w.-]+)"[^>]*>', fill, html)

def script() -> str:
    """Return the line that hands the component over to its module."""
    return (
        f"const base = new URL('{static.base_url()}', document.baseURI).href;"
        "import(base + '/main.js')"
        ".then((view) => view.mount({ element, props, server, upload }, base));"
    )
