"""Questions to models: requests whose pictures, classes and settings are checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.models.devices import choose_device
from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.models.temperature import equally_calibrated
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.schema import PictureInput, Request, Schema
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import CALIBRATION, DEVICE, PAIR
from mixup_demo.serving.sources import own_class, picture_of
from mixup_demo.texts.input_error import InputError

#: cache of the classes that models proposed
PROPOSALS, PROPOSED = "proposals", 1024


@dataclass(frozen=True)
class Question:
    """A checked request."""

    @property
    def key(self) -> str:
        """A text that is the same for questions with the same answer, and only for them."""
        parts = [getattr(self, one.name) for one in fields(self) if one.compare]
        return "/".join(_part(value) for value in parts)


def _part(value: Any) -> str:
    if isinstance(value, Picture | Comparison | ModelSpec):
        return value.digest
    if isinstance(value, tuple):
        return ",".join(_part(one) for one in value)
    return str(value)


@dataclass(frozen=True)
class PictureQuestion(Question):
    """What is asked about pictures.

    Attributes:
        guessed: of each picture, whether the models have proposed its class; what is computed does
            not depend on it.
    """

    guessed: tuple[bool, ...] = field(default=(), kw_only=True, compare=False)


@dataclass(frozen=True)
class SweepQuestion(PictureQuestion):
    """What is asked of models on the line from B to A.

    Attributes:
        pictures: A and B.
        labels: indices of their classes.
        method: "mixup" or "cutmix".
        seed: of CutMix's box; 0 for mixup, which has none.
        comparison, device: who answers, and where they compute.
    """

    pictures: tuple[Picture, ...]
    labels: tuple[int, ...]
    method: str
    seed: int
    comparison: Comparison
    device: str


@dataclass(frozen=True)
class PlaneQuestion(PictureQuestion):
    """What is asked of models in the plane through A, B and C.

    Attributes:
        resolution: points a side.
        pictures, labels, comparison, device: as in `SweepQuestion`.
    """

    pictures: tuple[Picture, ...]
    labels: tuple[int, ...]
    resolution: int
    comparison: Comparison
    device: str

    @property
    def images(self) -> NDArray[np.float32]:
        """What the networks see, (3, 3, H, W) in [0, 1]."""
        return np.stack([picture.input for picture in self.pictures])


@dataclass(frozen=True)
class AttackQuestion(PictureQuestion):
    """What is asked of models under attack, but for the budget: all are answered at once.

    Attributes:
        picture: what is attacked.
        label: index of its class.
        method: "fgsm" or "ifgsm".
        source: whose gradient is taken in the black box; None for each model's own.
        comparison, device: as in `SweepQuestion`.
    """

    picture: Picture
    label: int
    method: str
    source: ModelSpec | None
    comparison: Comparison
    device: str


def asked_of(services: Services, chosen: Mapping[str, Any]) -> tuple[Comparison, str]:
    """Return the models, as they were trained, and the device that checked settings name.

    Raises:
        InputError: as `Zoo.comparison`.
    """
    return services.comparison(chosen[PAIR.name]), chosen[DEVICE.name]


def calibrated_as(comparison: Comparison, chosen: Mapping[str, Any]) -> Comparison:
    """Return the models as checked settings want them to answer: as trained, or equally calibrated.

    What pictures show is proposed as trained in both cases, so that it stays when this changes.

    Raises:
        InputError: as `equally_calibrated`.
    """
    as_trained = chosen[CALIBRATION.name] == CALIBRATION.default
    return comparison if as_trained else equally_calibrated(comparison)


def read_pictures(
    services: Services, schema: Schema, request: Request, comparison: Comparison
) -> tuple[tuple[Picture, ...], list[int | None]]:
    """Return a request's pictures, and the indices of their classes as far as they are known.

    Raises:
        InputError: the first picture or class that breaks its rule; it names the side.
    """
    pictures, labels = [], []
    for one in schema.pictures:
        image = request.get(one.name)
        pictures.append(_read(services, one, image, comparison.first))
        given, own = request.get(one.label), own_class(image, comparison)
        labels.append(comparison.classes.index(str(given)) if given else own)
    return tuple(pictures), labels


def _read(services: Services, one: PictureInput, image: object, model: ModelSpec) -> Picture:
    try:
        picture = picture_of(services, image, model)
    except InputError as error:
        if one.wrong is None:
            raise
        raise InputError(one.wrong, side=one.side, reason=error) from error
    if picture is None:
        raise InputError(one.missing, **({"side": one.side} if one.side else {}))
    return picture


def unknown(labels: Sequence[int | None]) -> tuple[bool, ...]:
    """Return of each class whether it is not known, so that the models propose it."""
    return tuple(label is None for label in labels)


def proposed(
    services: Services,
    comparison: Comparison,
    device: str,
    pictures: Sequence[Picture],
    labels: Sequence[int | None],
) -> tuple[int, ...]:
    """Return the classes, those that are not known as the models propose them.

    Raises:
        InputError: there is no such device.
    """
    asked = [one for one, known in zip(pictures, labels, strict=True) if known is None]
    found = iter(_propose(services, comparison, device, asked) if asked else ())
    return tuple(next(found) if known is None else known for known in labels)


def _propose(
    services: Services, comparison: Comparison, device: str, pictures: Sequence[Picture]
) -> tuple[int, ...]:
    """Return the classes that models propose, once for the same pictures."""

    def propose() -> tuple[int, ...]:
        images = np.stack([picture.input for picture in pictures])
        return tuple(services.engine(comparison, device).propose(images).tolist())

    key = (comparison.digest, choose_device(device), *(picture.digest for picture in pictures))
    found: tuple[int, ...] = services.cache(PROPOSALS, PROPOSED).get(key, propose)
    return found
