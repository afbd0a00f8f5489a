"""The page's one component, which owns all views; see web/main.js."""

import re
from typing import Any

import gradio as gr

from mixup_demo.serving import examples, sweeps as handlers, settings
from mixup_demo.images import gallery
from mixup_demo import texts
from mixup_demo.views.mix.payload import sweep_payload
from mixup_demo.views.toy import gan_requests, requests as toy_requests
from mixup_demo.serving import requests
from mixup_demo.page import static


class Explorer(gr.HTML):
    """The frame and its views; its value is the opening pair's answer, for the Mix view."""

    def __init__(self) -> None:
        super().__init__(
            value=opening(),
            html_template=template(),
            js_on_load=script(),
            apply_default_css=False,
            elem_id="explorer",
            server_functions=[
                *(requests.ask, requests.inspect, requests.draw),
                *(requests.attack, requests.plane, requests.draw_plane, requests.stop),
                requests.place,
                *(toy_requests.toy, toy_requests.draw_toy),
                *(toy_requests.toy_strip, toy_requests.toy_stop),
                *(gan_requests.gan, gan_requests.gan_stop),
            ],
        )

    def api_info(self) -> dict[str, Any]:
        """Describe the value, for Gradio's API."""
        return {"type": "object"}

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "html"


def opening() -> dict[str, Any]:
    """Answer the opening pair, from the bundled sweeps where they fit the weights."""
    asked = examples.question_of(*gallery.pairs()[0])
    return sweep_payload(asked, handlers.answer(asked))


def template() -> str:
    """Return the views' HTML with English words in place, so that nothing is blank at first."""
    views = "".join(
        f'<div data-view="{name}"{"" if name == settings.VIEW.default else " hidden"}>'
        f"{_html(name, {})}</div>"
        for name in settings.VIEW.options
    )

    def fill(match: re.Match[str]) -> str:
        return f"{match[0]}{texts.text(match[1], 'en')}"

    return re.sub(r'data-text="([\w.-]+)"[^>]*>', fill, _html("shell", {"views": views}))


def _html(name: str, values: dict[str, str]) -> str:
    """Return a file of `static.WEB` with its {names} filled in.

    What is no name of a value is one of a file, which takes the place together with its own values:
    {picture side=a name=A}.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1] in values:
            return values[match[1]]
        return _html(match[1], dict(part.split("=") for part in match[2].split()))

    content = (static.WEB / f"{name}.html").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)((?: \w+=[\w.-]+)*)\}", fill, content)


def script() -> str:
    """Return the line that hands the component over to its module."""
    return (
        f"const base = new URL('{static.base_url()}', document.baseURI).href;"
        "import(base + '/main.js')"
        ".then((view) => view.mount({ element, props, server, upload }, base));"
    )
