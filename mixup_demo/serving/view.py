"""What a view is to the page, and an endpoint to the API."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

from mixup_demo.models.manifest import WeightsError
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.serving.controls import Control
from mixup_demo.serving.first import Fill, First
from mixup_demo.serving.schema import ENDED, Answer, Request, Schema
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError

#: answers a request of the page's scripts; its name is the one that they call it by
Handler = Callable[[Services, Request], Answer]


@dataclass(frozen=True)
class Endpoint:
    """A public endpoint of the API.

    Attributes:
        name: in its address.
        answer: from a request as `schema` describes it to one value an output. Its docstring is the
            description that users of the API read.
        schema: the inputs.
        outputs: kind of each output ("json", "image", "number", or "file": its name and bytes) and
            its name.
    """

    name: str
    answer: Callable[[Services, Request], Any]
    schema: Schema
    outputs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class View:
    """All that the page needs of a view.

    Attributes:
        name: in links; "view.NAME" is the text key of its tab.
        folder: of the view's ``web``, which holds NAME.html, NAME.js and any style sheets.
        controls: the part of its state that links restore.
        requests: what its scripts ask the server for.
        endpoints: its part of the API.
        texts: its sentences, key -> (English, Korean).
        config: what its scripts know before any question, by name.
        files: what else its scripts may fetch, by name.
        opening: the answer that the page comes with, where this view opens it.
        first: what fills its template before any script has run, by data-id; nothing where the link
            asks other than what the page opens with.
        apart: whether its template, sentences and style sheets come with its script instead of with
            every page; of its sentences only that of its tab is known before.
    """

    name: str
    folder: Path
    controls: tuple[Control, ...] = ()
    requests: tuple[Handler, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    config: Callable[[Services], dict[str, Any]] | None = None
    files: Callable[[Services], dict[str, bytes]] | None = None
    opening: Callable[[Services], Answer] | None = None
    first: Callable[[First], Mapping[str, Fill]] | None = None
    apart: bool = False

    @property
    def later(self) -> Mapping[str, tuple[str, str]]:
        """The sentences that come with its script."""
        if not self.apart:
            return {}
        return {key: pair for key, pair in self.texts.items() if key != f"view.{self.name}"}

    @property
    def web(self) -> Path:
        """The folder of its scripts, styles and templates."""
        return self.folder / "web"


def damaged(error: WeightsError) -> InputError:
    """Return what a visitor hears of damaged weights; file and remedy go to the log."""
    logging.getLogger(__name__).error("%s", error)
    return InputError("error.weights")


def answering(handler: Handler, services: Services) -> Callable[[Any], Answer]:
    """Return a handler as the page's scripts reach it.

    A visitor's mistake comes back as ``{"error": {language: sentence}}``, so that the page can show
    it in its own language, and so do damaged weights, whose file the log names; everything else
    that goes wrong is a bug and stays an exception.
    """

    @wraps(handler)
    def answer(request: Any) -> Answer:
        try:
            asked = request if isinstance(request, Mapping) else {}
            return services.meters.counted(handler.__name__, lambda: handler(services, asked))
        except InputError as error:
            return {"error": error.messages}
        except WeightsError as error:
            return {"error": damaged(error).messages}
        except StoppedError:  # the sender has left, or asked for something else
            return ENDED

    del answer.__wrapped__  # Gradio shall see one parameter
    return answer
