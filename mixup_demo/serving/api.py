"""The public endpoints; nothing else answers by accident."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from inspect import Signature, cleandoc
from typing import Any

import gradio as gr
from gradio.components import Component

from mixup_demo.models.manifest import WeightsError
from mixup_demo.serving.components import (
    ImageFile,
    JsonOutput,
    MadeFile,
    NumberInput,
    PngFile,
    TextInput,
)
from mixup_demo.serving.controls import Number
from mixup_demo.serving.schema import Input, PictureInput, Setting
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Endpoint, damaged
from mixup_demo.texts.input_error import InputError

CONCURRENT = 4
#: components by the kinds of `Endpoint.outputs`
OUTPUTS: Mapping[str, Callable[[str], Component]] = {
    "image": PngFile,
    "file": MadeFile,
    "number": NumberInput,
    "json": JsonOutput,
}


def add_endpoints(endpoints: Iterable[Endpoint], services: Services) -> None:
    """Add endpoints to the page that is being built; they show nothing on it."""
    # every session has a description of each component, so endpoints share what is alike
    made = lru_cache(None, typed=True)(lambda kind, *given: kind(*given))
    with gr.Group(visible=False):
        nobody_s = gr.Button(visible=False)
        for endpoint in endpoints:
            nobody_s.click(
                _function(endpoint, services),
                [made(*_input(one, services.zoo.default)) for one in endpoint.schema.inputs],
                [_output(kind, name) for kind, name in endpoint.outputs],
                api_name=endpoint.name,
                api_description=cleandoc(endpoint.answer.__doc__ or ""),
                concurrency_limit=CONCURRENT,
                show_progress="hidden",
            )


def _input(one: Input, pair: str) -> tuple[Any, ...]:
    """Return the class of a component, and what it is made of."""
    if isinstance(one, PictureInput):
        return ImageFile, one.api
    if isinstance(one, Setting) and isinstance(one.control, Number):
        return NumberInput, one.api, one.control.default
    default = None
    if isinstance(one, Setting) and not one.required:
        default = str(one.default(pair))
    return TextInput, one.api, default


def _output(kind: str, name: str) -> Component:
    return OUTPUTS[kind](name)


def _function(endpoint: Endpoint, services: Services) -> Callable[..., Any]:
    """Return what Gradio calls: with the schema's signature, from which it reads the names."""

    def call(*values: Any) -> Any:
        try:
            return services.meters.counted(
                f"api {endpoint.name}",
                lambda: endpoint.answer(services, endpoint.schema.request(values)),
            )
        except InputError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except WeightsError as error:
            raise gr.Error(str(damaged(error)), print_exception=False) from error
        except Exception as error:  # a bug: its traceback is for the log, and names paths
            raise gr.Error(str(InputError("error.internal"))) from error

    call.__name__ = endpoint.name
    call.__signature__ = Signature(list(endpoint.schema.parameters(services.zoo.default)))  # type: ignore[attr-defined]
    return call
