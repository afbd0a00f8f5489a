"""The page's one component, which owns all views; see web/main.js."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from mixup_demo.page.static import WEB, StaticFiles
from mixup_demo.page.words import sentences, table
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import View, answering


class Explorer(gr.HTML):
    """The frame and its views; its value is the answer that the page opens with.

    Args:
        views: the first one opens the page.
        services: what requests share.
        static: what the browser may fetch.
    """

    def __init__(self, views: Sequence[View], services: Services, static: StaticFiles) -> None:
        opening = next((view.opening for view in views if view.opening), None)
        super().__init__(
            value=opening(services) if opening else {},
            html_template=template(views),
            js_on_load=script(static),
            apply_default_css=False,
            elem_id="explorer",
            server_functions=[
                answering(handler, services) for view in views for handler in view.requests
            ],
        )

    def api_info(self) -> dict[str, Any]:
        """Describe the value, for Gradio's API."""
        return {"type": "object"}

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "html"


def template(views: Sequence[View]) -> str:
    """Return the views' HTML with English words in place, so that nothing is blank at first."""
    first = views[0].name
    panels = "".join(
        f'<div data-view="{view.name}"{"" if view.name == first else " hidden"}>'
        f"{_html(view.name, {}, (view.web, WEB))}</div>"
        for view in views
    )
    tabs = "".join(
        f'<a data-go="{view.name}" href="?view={view.name}" data-text="view.{view.name}" '
        f'data-testid="view-{view.name}"></a>'
        for view in views
    )
    words = table(sentences(views), "en")
    whole = _html("shell", {"tabs": tabs, "views": panels}, (WEB,))
    return re.sub(r'data-text="([\w.-]+)"[^>]*>', lambda found: found[0] + words[found[1]], whole)


def _html(name: str, values: dict[str, str], folders: Sequence[Path]) -> str:
    """Return NAME.html of the first folder that has it, its {placeholders} filled in.

    A placeholder that is not one of `values` names a partial to inline, together with its own
    values: {picture side=a name=A}.

    Raises:
        FileNotFoundError: no folder has it.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1] in values:
            return values[match[1]]
        return _html(match[1], dict(part.split("=") for part in match[2].split()), folders)

    files = [path for folder in folders if (path := folder / f"{name}.html").is_file()]
    if not files:
        places = ", ".join(map(str, folders))
        raise FileNotFoundError(f"There is no {name}.html in any of these folders: {places}.")
    content = files[0].read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)((?: \w+=[\w.-]+)*)\}", fill, content)


def script(static: StaticFiles) -> str:
    """Return the line that hands the component over to its module."""
    return (
        f"const base = new URL('{static.base}', document.baseURI).href;"
        "import(base + '/page/web/main.js')"
        ".then((view) => view.mount({ element, props, server, upload }, base));"
    )
