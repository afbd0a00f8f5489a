"""The public endpoints; nothing else answers by accident."""

from collections.abc import Callable, Iterable
from inspect import Signature, cleandoc
from pathlib import Path
from typing import Any

import gradio as gr

from mixup_demo.images.remote import fetch_image
from mixup_demo.serving.controls import Number
from mixup_demo.serving.schema import Input, PictureInput, Setting
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Endpoint
from mixup_demo.texts.input_error import InputError

CONCURRENT = 4
#: what Gradio takes for an address instead of a path
ADDRESSES = ("http://", "https://")


class _Words:
    """An input that is no file: Gradio would fetch any address for it, and copy any file."""

    async def async_move_resource_to_block_cache(self, resource: Any) -> Any:
        """Refuse a file or an address."""
        raise gr.Error(str(InputError("error.file")), print_exception=False)

    def preprocess(self, payload: Any) -> Any:
        """Return a value as it came: the schema checks it, in sentences of ours."""
        return payload


class Words(_Words, gr.Textbox):
    """A text."""

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "textbox"


class Figure(_Words, gr.Number):
    """A number."""

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "number"


class ImageFile(gr.Image):
    """An image input that hands over the uploaded file unopened: `images` alone decodes."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, type="filepath", sources=["upload"])

    async def async_move_resource_to_block_cache(self, resource: Any) -> str | None:
        """Return the path of a file; an address is fetched by our rules instead of Gradio's."""
        if not str(resource).startswith(ADDRESSES):
            path: str | None = await super().async_move_resource_to_block_cache(resource)
            return path
        try:
            file = await fetch_image(str(resource), Path(self.GRADIO_CACHE))
        except InputError as error:
            raise gr.Error(str(error), print_exception=False) from error
        self.temp_files.add(str(file))
        return str(file)

    def preprocess(self, payload: Any) -> Any:
        """Return the path of the uploaded file, None where there is none."""
        return Path(payload.path) if payload else None

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "image"


def add_endpoints(endpoints: Iterable[Endpoint], services: Services) -> None:
    """Add endpoints to the page that is being built; they show nothing on it."""
    with gr.Group(visible=False):
        for endpoint in endpoints:
            gr.Button(visible=False).click(
                _function(endpoint, services),
                [_input(one, services.zoo.default) for one in endpoint.schema.inputs],
                [_output(kind, name) for kind, name in endpoint.outputs],
                api_name=endpoint.name,
                api_description=cleandoc(endpoint.answer.__doc__ or ""),
                concurrency_limit=CONCURRENT,
                show_progress="hidden",
            )


def _input(one: Input, pair: str) -> gr.components.Component:
    if isinstance(one, PictureInput):
        return ImageFile(label=one.api)
    if isinstance(one, Setting) and isinstance(one.control, Number):
        return Figure(one.control.default, label=one.api)
    default = None
    if isinstance(one, Setting) and not one.required:
        default = str(one.default(pair))
    return Words(default, label=one.api)


def _output(kind: str, name: str) -> gr.components.Component:
    if kind == "image":
        return gr.Image(label=name, format="png", type="numpy")
    return gr.Number(label=name) if kind == "number" else gr.JSON(label=name)


def _function(endpoint: Endpoint, services: Services) -> Callable[..., Any]:
    """Return what Gradio calls: with the schema's signature, from which it reads the names."""

    def call(*values: Any) -> Any:
        try:
            with services.meters.answering(f"api {endpoint.name}"):
                return endpoint.answer(services, endpoint.schema.request(values))
        except InputError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except Exception as error:  # a bug: its traceback is for the log, and names paths
            raise gr.Error(str(InputError("error.internal"))) from error

    call.__name__ = endpoint.name
    call.__signature__ = Signature(list(endpoint.schema.parameters(services.zoo.default)))  # type: ignore[attr-defined]
    return call
