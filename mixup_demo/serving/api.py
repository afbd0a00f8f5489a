"""The public endpoints; nothing else answers by accident."""

import hashlib
from collections.abc import Callable, Iterable
from inspect import Signature, cleandoc
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.data_classes import FileData, ImageData
from gradio.processing_utils import save_bytes_to_cache

from mixup_demo.images.reading import Pixels, encode_png
from mixup_demo.images.remote import fetch_image
from mixup_demo.models.manifest import WeightsError
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.controls import Number
from mixup_demo.serving.schema import Input, PictureInput, Setting
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Endpoint, damaged
from mixup_demo.texts.input_error import InputError

CONCURRENT = 4
#: pictures of answers whose files are remembered, for each output
SAVED = 1024
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


class MadeFile(gr.File):
    """A file output that takes a name and bytes; Gradio deletes the file as it does uploads."""

    def postprocess(self, value: Any) -> Any:
        """Return where Gradio serves the file; None for none, as at the start."""
        if value is None:
            return None
        name, content = value
        path = save_bytes_to_cache(content, name, self.GRADIO_CACHE)
        return FileData(path=path, orig_name=name, size=len(content))

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "file"


class PngFile(gr.Image):
    """An image output that is encoded once, however often it is answered."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, format="png", type="numpy")
        self._saved: SingleFlight[Path] = SingleFlight(SAVED)

    def postprocess(self, value: Any) -> ImageData | None:
        """Return the file of a picture (H, W, 3) in Gradio's folder, written if need be."""
        if value is None:
            return None
        digest = hashlib.sha256(repr(value.shape).encode() + value.tobytes()).digest()
        file = self._saved.get(digest, lambda: self._save(value))
        if not file.exists():  # Gradio deletes files after some hours
            file = self._save(value)
        return ImageData(path=str(file), orig_name=file.name)

    def _save(self, pixels: Pixels) -> Path:
        return Path(save_bytes_to_cache(encode_png(pixels), "image.png", self.GRADIO_CACHE))

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
        return PngFile(name)
    if kind == "file":
        return MadeFile(label=name)
    return gr.Number(label=name) if kind == "number" else gr.JSON(label=name)


def _function(endpoint: Endpoint, services: Services) -> Callable[..., Any]:
    """Return what Gradio calls: with the schema's signature, from which it reads the names."""

    def call(*values: Any) -> Any:
        try:
            with services.meters.answering(f"api {endpoint.name}"):
                return endpoint.answer(services, endpoint.schema.request(values))
        except InputError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except WeightsError as error:
            raise gr.Error(str(damaged(error)), print_exception=False) from error
        except Exception as error:  # a bug: its traceback is for the log, and names paths
            raise gr.Error(str(InputError("error.internal"))) from error

    call.__name__ = endpoint.name
    call.__signature__ = Signature(list(endpoint.schema.parameters(services.zoo.default)))  # type: ignore[attr-defined]
    return call
