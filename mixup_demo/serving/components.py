"""The inputs and outputs of the endpoints, as Gradio's components."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.data_classes import FileData, ImageData
from gradio.processing_utils import save_bytes_to_cache

from mixup_demo.images.reading import Pixels, encode_png
from mixup_demo.images.remote import fetch_image
from mixup_demo.limits import MAX_MEGABYTES
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.room import room_for
from mixup_demo.texts.input_error import InputError

#: pictures of answers whose files are remembered, for each output
SAVED = 1024
#: what Gradio takes for an address instead of a path
ADDRESSES = ("http://", "https://")


class _Described:
    """A component that is described once.

    Gradio describes all components anew for each session, of which every call of the API that names
    none is one, and keeps the descriptions: with more than a hundred of them, 9 ms and 250 KB.
    """

    def get_config(self, cls: Any = None) -> dict[str, Any]:
        """Return what Gradio's front end gets; a copy, for sessions write its value into it."""
        found = super().get_config  # type: ignore[misc]
        return dict(self._once("config", found) if cls is None else found(cls))

    def api_info(self) -> dict[str, Any]:
        """Return the type, for Gradio's API."""
        info: dict[str, Any] = self._once("type", super().api_info)  # type: ignore[misc]
        return info

    def example_inputs(self) -> Any:
        """Return an example, for Gradio's API."""
        return self._once("example", super().example_inputs)  # type: ignore[misc]

    @classmethod
    @cache
    def get_component_class_id(cls) -> str:
        """Return what stands for the class: a digest of its file's path."""
        found: str = super().get_component_class_id()  # type: ignore[misc]
        return found

    def _once(self, what: str, describe: Callable[[], Any]) -> Any:
        known = vars(self).setdefault("_descriptions", {})
        if what not in known:
            known[what] = describe()
        return known[what]

    def get_expected_parent(self) -> None:
        """Say that it needs no form about it: nobody sees it."""


class Words(_Described):
    """An input that is no file: Gradio would fetch any address for it, and copy any file."""

    async def async_move_resource_to_block_cache(self, resource: Any) -> Any:
        """Refuse a file or an address."""
        raise gr.Error(str(InputError("error.file")), print_exception=False)

    def preprocess(self, payload: Any) -> Any:
        """Return a value as it came: the schema checks it, in sentences of ours."""
        return payload


class TextInput(Words, gr.Textbox):
    """A text."""

    def __init__(self, label: str, value: str | None = None) -> None:
        super().__init__(value, label=label)

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "textbox"


class NumberInput(Words, gr.Number):
    """A number."""

    def __init__(self, label: str, value: float | None = None) -> None:
        super().__init__(value, label=label)

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "number"


class JsonOutput(_Described, gr.JSON):
    """An answer as JSON."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label)

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "json"


class ImageFile(_Described, gr.Image):
    """An image input that hands over the uploaded file unopened: `images` alone decodes."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, type="filepath", sources=["upload"])

    async def async_move_resource_to_block_cache(self, resource: Any) -> str | None:
        """Return the path of a file; an address is fetched by our rules instead of Gradio's."""
        if not str(resource).startswith(ADDRESSES):
            path: str | None = await super().async_move_resource_to_block_cache(resource)
            return path
        folder = Path(self.GRADIO_CACHE)
        try:
            with room_for(folder, MAX_MEGABYTES * 2**20):
                file = await fetch_image(str(resource), folder)
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


def _saved(content: bytes, name: str, folder: str) -> str:
    """Return the path of a new file in Gradio's folder.

    Raises:
        gr.Error: there is no room for it.
    """
    try:
        with room_for(Path(folder), len(content)):
            path: str = save_bytes_to_cache(content, name, folder)
            return path
    except InputError as error:
        raise gr.Error(str(error), print_exception=False) from error


class MadeFile(_Described, gr.File):
    """A file output that takes a name and bytes; Gradio deletes the file as it does uploads."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label)

    def postprocess(self, value: Any) -> Any:
        """Return where Gradio serves the file; None for none, as at the start."""
        if value is None:
            return None
        name, content = value
        path = _saved(content, name, self.GRADIO_CACHE)
        return FileData(path=path, orig_name=name, size=len(content))

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "file"


class PngFile(_Described, gr.Image):
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
        return Path(_saved(encode_png(pixels), "image.png", self.GRADIO_CACHE))

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "image"
