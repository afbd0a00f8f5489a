"""Questions to models: requests whose pictures, classes and settings are checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.images import gallery
from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.serving.pictures import Picture, read_picture
from mixup_demo.serving.schema import PictureInput, Request, Schema
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import DEVICE, PAIR
from mixup_demo.texts.input_error import InputError


class Question:
    """A checked request; made a frozen dataclass by those who inherit."""

    @property
    def key(self) -> str:
        """A text that is the same for questions with the same answer, and only for them."""
        return "/".join(_part(value) for value in vars(self).values())


def _part(value: Any) -> str:
    if isinstance(value, Picture | Comparison | ModelSpec):
        return value.digest
    if isinstance(value, tuple):
        return ",".join(_part(one) for one in value)
    return str(value)


@dataclass(frozen=True)
class SweepQuestion(Question):
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
class PlaneQuestion(Question):
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
class AttackQuestion(Question):
    """What is asked of models under attack, but for the budget: all are answered at once.

    Attributes:
        picture: what is attacked.
        label: index of its class.
        method: "fgsm" or "ifgsm".
        leader: whose gradient leads in the black box; None for each model's own.
        comparison, device: as in `SweepQuestion`.
    """

    picture: Picture
    label: int
    method: str
    leader: ModelSpec | None
    comparison: Comparison
    device: str


def asked_of(services: Services, chosen: Mapping[str, Any]) -> tuple[Comparison, str]:
    """Return the models and the device that checked settings name.

    Raises:
        InputError: as `Zoo.comparison`.
    """
    zoo = services.zoo
    return zoo.comparison(chosen[PAIR.name] or zoo.default), chosen[DEVICE.name]


def read_pictures(
    services: Services, schema: Schema, request: Request, comparison: Comparison
) -> tuple[tuple[Picture, ...], list[int | None]]:
    """Return a request's pictures, and the indices of their classes as far as they are known.

    Raises:
        InputError: the first picture or class that breaks its rule; it names the side.
    """
    pictures, labels = [], []
    for one in schema.pictures:
        file, own = source(services, request.get(one.name), comparison)
        pictures.append(_read(services, one, file, comparison.first))
        given = request.get(one.label) or own
        labels.append(None if given is None else comparison.classes.index(str(given)))
    return tuple(pictures), labels


def _read(services: Services, one: PictureInput, file: Path | None, model: ModelSpec) -> Picture:
    if file is None:
        raise InputError(one.missing, **({"side": one.side} if one.side else {}))
    try:
        return read_picture(services.pictures, file, model)
    except InputError as error:
        if one.wrong is None:
            raise
        raise InputError(one.wrong, side=one.side, reason=error) from error


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
    if None not in labels:
        return tuple(label for label in labels if label is not None)
    images = np.stack([picture.input for picture in pictures])
    own = services.engine(comparison, device).propose(images).tolist()
    return tuple(o if known is None else known for known, o in zip(labels, own, strict=True))


def own_label(photo: gallery.Photo, comparison: Comparison) -> int | None:
    """Return the index of a bundled photo's class, None where the models know no such class."""
    name, names = photo.labels.get(comparison.classes.id), comparison.classes.names
    return names.index(name) if name in names else None


def source(
    services: Services, image: object, comparison: Comparison
) -> tuple[Path | None, str | None]:
    """Return an image's file and, where it is one of ours, its class among the comparison's.

    Args:
        image: {"photo": key} or {"upload": path} of the page's scripts, the path of a file that
            the API has received, or None.
        comparison: whose classes count.

    Raises:
        InputError: no such photo; or a path that no upload of this server has: the scripts'
            requests could name any file of the machine.
    """
    if isinstance(image, Path):  # JSON holds none: it comes from the API's own upload
        return image, None
    if not isinstance(image, Mapping):
        return None, None
    if "photo" in image:
        photo = gallery.photo(str(image["photo"]))
        index = own_label(photo, comparison)
        return photo.file, None if index is None else comparison.classes.names[index]
    file = Path(str(image.get("upload"))).resolve()
    if not file.is_relative_to(services.uploads.resolve()) or not file.is_file():
        raise InputError("error.image.gone")
    return file, None
