"""The page's component, through which scripts reach the server."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from mixup_demo.page.sending import sending
from mixup_demo.serving.fetching import fetch
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import View, answering

#: of the component, in Gradio's configuration
ELEMENT = "explorer-server"


class Explorer(gr.HTML):
    """What Gradio gives to the page: the views' requests, and uploads; it shows nothing.

    The frame and the views stand beside Gradio's application, see `page.document`.

    Args:
        views: whose requests are answered.
        services: what they share.
    """

    def __init__(self, views: Sequence[View], services: Services) -> None:
        super().__init__(
            value={},
            html_template="",
            js_on_load="window.explorer?.connect({ server, upload });",
            apply_default_css=False,
            elem_id=ELEMENT,
            server_functions=[
                sending(answering(handler, services))
                for handler in (fetch, *(one for view in views for one in view.requests))
            ],
        )

    def api_info(self) -> dict[str, Any]:
        """Describe the value, for Gradio's API."""
        return {"type": "object"}

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "html"
