"""What a request consists of, once, as data.

From a `Schema` follow the API's signature and inputs, the checks, and the names in a link. A
request is a mapping by these names; it comes from the page's scripts, or is made from an API call.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import Parameter
from typing import Any

from mixup_demo.serving.controls import Control, ModelsChoice
from mixup_demo.serving.newest import Visitor

Request = Mapping[str, Any]
Answer = dict[str, Any]

#: of a visitor's name: it is remembered, and a request has room for millions
MOST_LETTERS = 64

#: the answer to a request that a newer one, or the visitor, has ended
ENDED: Answer = {"ended": True}


@dataclass(frozen=True)
class PictureInput:
    """A picture and its class.

    Attributes:
        name: in a request; "label_NAME" or "label" is its class.
        api: what the API calls it.
        label: what requests and the API call its class; where it is not given, the photo's own
            counts, else the models propose one.
        side: "A", "B" or "C", for messages, where there are several pictures.
        missing: key of the sentence for no picture; {side} is filled in, where there is one.
        wrong: key of a sentence about a picture that cannot be read, with {side} and {reason}; None
            for the reason alone.
    """

    name: str
    api: str
    label: str
    side: str | None = None
    missing: str = "error.image.missing"
    wrong: str | None = None


@dataclass(frozen=True)
class ClassInput:
    """Where in the order of the API's inputs the class of a picture stands."""

    api: str


@dataclass(frozen=True)
class Setting:
    """A control as an input.

    Attributes:
        control: what it may be; its name is the one in requests and links.
        api_name: what the API calls it, where that differs.
        required: the API has no default for it.
    """

    control: Control
    api_name: str | None = None
    required: bool = False

    @property
    def api(self) -> str:
        """What the API calls it."""
        return self.api_name or self.control.name

    def default(self, pair: str) -> float | str:
        """Return what counts where an API call does not say; `pair` as in `Schema.parameters`."""
        return pair if isinstance(self.control, ModelsChoice) else self.control.default


Input = PictureInput | ClassInput | Setting


@dataclass(frozen=True)
class Schema:
    """The inputs of a request, in the order of the API's parameters."""

    inputs: tuple[Input, ...]

    @property
    def pictures(self) -> tuple[PictureInput, ...]:
        """The pictures, in their order."""
        return tuple(one for one in self.inputs if isinstance(one, PictureInput))

    @property
    def controls(self) -> tuple[Control, ...]:
        """The controls, in their order."""
        return tuple(one.control for one in self.inputs if isinstance(one, Setting))

    @property
    def names(self) -> tuple[str, ...]:
        """All that requests may say: pictures, their classes, and settings."""
        classes = (one.label for one in self.pictures)
        settings = (control.name for control in self.controls)
        return (*(one.name for one in self.pictures), *classes, *settings)

    def check(self, request: Request) -> dict[str, Any]:
        """Return the settings by name, checked; the default where a request does not say.

        Raises:
            InputError: the first one that breaks its rule.
        """
        return {
            control.name: control.check(request.get(control.name, control.default))
            for control in self.controls
        }

    def parameters(self, pair: str) -> Iterator[Parameter]:
        """Yield the API's parameters.

        Args:
            pair: the default of `ModelsChoice`.
        """
        for one in self.inputs:
            default: Any = None
            if isinstance(one, PictureInput):
                default = Parameter.empty
            elif isinstance(one, Setting):
                default = Parameter.empty if one.required else one.default(pair)
            yield Parameter(one.api, Parameter.POSITIONAL_OR_KEYWORD, default=default)

    def request(self, values: Sequence[Any]) -> dict[str, Any]:
        """Return an API call's values, in the order of the inputs, as a request."""
        return {
            one.control.name if isinstance(one, Setting) else _name(one): value
            for one, value in zip(self.inputs, values, strict=True)
        }


def _name(one: PictureInput | ClassInput) -> str:
    return one.name if isinstance(one, PictureInput) else one.api


def visitor_of(request: Request) -> Visitor:
    """Return the page that sends a request, and which of its requests this is.

    A request without a name is a visitor of its own, and ends nobody's.
    """
    name, turn = request.get("visitor"), request.get("turn")
    own = object() if name is None else str(name)[:MOST_LETTERS]
    return Visitor(own, turn if isinstance(turn, int) else 0)
