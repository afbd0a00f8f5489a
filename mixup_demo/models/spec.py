"""A model as a value: what it takes, what it answers, what it costs, and how it loads."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from torch import nn

from mixup_demo.texts.input_error import InputError

#: names that an error message lists before it says how many more there are
NAMED = 12
#: classes up to which a list is read through; in longer ones one searches
READABLE = 20


@dataclass(frozen=True)
class ClassList:
    """The classes that a model distinguishes.

    Attributes:
        id: of the list; models with the same list can be compared.
        names: in the order of the labels. "class.NAME" is the text key of a translation, where
            there is one.
        synonyms: of each name, in the same order, what else it can be found by; empty where no
            class has any.

    Raises:
        ValueError: there are synonyms, but not for each name.
    """

    id: str
    names: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if self.synonyms and len(self.synonyms) != len(self.names):
            raise ValueError(f"{len(self.names)} names have {len(self.synonyms)} lists of synonyms")

    def __len__(self) -> int:
        return len(self.names)

    @property
    def long(self) -> bool:
        """Whether there are too many classes to show them all."""
        return len(self) > READABLE

    def index(self, name: str) -> int:
        """Return the index of a class.

        Raises:
            InputError: "error.label", no class has this name.
        """
        if name not in self.names:
            raise InputError("error.label", value=name, names=listed(self.names))
        return self.names.index(name)


def listed(names: tuple[str, ...]) -> str:
    """Return the first `NAMED` names as one text, with the number of those left out."""
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return f"{shown}, … (+{more})" if more > 0 else shown


@dataclass(frozen=True)
class Preprocessing:
    """How a picture becomes a network's input, before its own normalisation.

    Attributes:
        crop: share of the largest centre crop of the input's aspect that is kept.
        interpolation: filter for shrinking; enlarging is always bicubic.
        mean, std: of each channel, subtracted and divided by in front of the network; None where
            the network normalises by itself.
    """

    crop: float = 1.0
    interpolation: Literal["hamming", "bilinear", "bicubic"] = "hamming"
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None


class Fetched(NamedTuple):
    """How much of a model's weights is on this machine.

    Attributes:
        done: bytes.
        total: bytes that there will be, None as long as nobody has said so.
        ready: whether the network can be loaded.
    """

    done: int
    total: int | None
    ready: bool


@dataclass(frozen=True)
class ModelSpec:
    """One trained network.

    Attributes:
        name: identifies it in links, requests and results.
        classes: what it answers.
        input_size: height and width of the images that it takes, in pixels.
        gflop: arithmetic of one forward pass of one image, in 10⁹ floating-point operations.
        digest: changes when the weights change.
        load: returns the network in fp32 on the CPU, evaluation mode, without gradients to its
            weights: from images (N, 3, H, W) in [0, 1] to logits (N, K).
        preprocessing: of pictures.
        provenance: what its card says; empty where nothing is known.
        temperature: by which its logits are divided at equal calibration, so that its confidence
            fits its accuracy, see `models.temperature`; None where none was fitted.
        calibration_error: what is left of it then, as expected calibration error on images that the
            temperature was not fitted to; None where that is not known.
        fetch: of weights that may have to come from elsewhere: begins to fetch them, and returns
            within so many seconds how far they are. `load` does the same and waits. None where
            they are at hand. Both raise an InputError, "error.fetch", where they cannot be had.
    """

    name: str
    classes: ClassList
    input_size: tuple[int, int]
    gflop: float
    digest: str
    load: Callable[[], nn.Module] = field(compare=False, repr=False)
    preprocessing: Preprocessing = Preprocessing()
    provenance: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    temperature: float | None = None
    calibration_error: float | None = None
    fetch: Callable[[float], Fetched] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Comparison:
    """An ordered list of models that answer the same questions; a model's place decides its mark.

    Attributes:
        name: as it stands in links and requests.
        models: by the key of their answers. They share classes, input size and preprocessing.
        temperatures: by which their logits are divided, by the same keys; empty as trained.
    """

    name: str
    models: Mapping[str, ModelSpec]
    temperatures: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def first(self) -> ModelSpec:
        """The first model; all share its classes, input size and preprocessing."""
        return next(iter(self.models.values()))

    @property
    def classes(self) -> ClassList:
        """What all of them answer."""
        return self.first.classes

    @property
    def input_size(self) -> tuple[int, int]:
        """Height and width of the images, in pixels."""
        return self.first.input_size

    @property
    def gflop(self) -> float:
        """Arithmetic of one forward pass of one image through all models, in GFLOP."""
        return sum(model.gflop for model in self.models.values())

    @cached_property
    def digest(self) -> str:
        """A text that changes when a weight, a key of the answers, or what is shown changes."""
        parts = [repr((self.input_size, self.first.preprocessing))]
        parts += [f"{key}={model.digest}" for key, model in self.models.items()]
        return hashlib.sha256("/".join(parts).encode()).hexdigest()[:16]


def comparable(one: ModelSpec, other: ModelSpec) -> bool:
    """Return whether two models share classes, input size and preprocessing."""
    return (one.classes, one.input_size, one.preprocessing) == (
        other.classes,
        other.input_size,
        other.preprocessing,
    )
