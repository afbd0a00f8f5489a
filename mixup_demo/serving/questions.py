"""What is asked: checked pictures, classes and settings, and the models that will answer."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray

from mixup_demo.serving import settings
from mixup_demo.models import zoo
from mixup_demo.models.devices import choose_device
from mixup_demo.texts.input_error import InputError
from mixup_demo.serving.pictures import Picture, picture
from mixup_demo.models.engine import Engine
from mixup_demo.probes.plane_geometry import NAMES, geometry

#: pairs that visitors put together, kept ready; a pair of the small networks takes some MB
CHOSEN_ENGINES = 8


@dataclass(frozen=True)
class Question:
    """What is asked of a pair of models; everything that a sweep depends on.

    Attributes:
        a, b: the pictures.
        label_a, label_b: indices of their classes.
        method, seed, pair, device: see `settings`.
    """

    a: Picture
    b: Picture
    label_a: int
    label_b: int
    method: str
    seed: int
    pair: str
    device: str

    @property
    def key(self) -> str:
        """Return a text that is the same for questions with the same answer, and only for them."""
        seed = self.seed if self.method == "cutmix" else 0  # it places CutMix's box, nothing else
        labels = f"{self.label_a},{self.label_b}"
        weights = zoo.pair_digest(self.pair)
        return "/".join(
            (self.a.digest, self.b.digest, labels, self.method, str(seed), weights, self.device)
        )


@dataclass(frozen=True)
class PlaneQuestion:
    """What the plane through three pictures depends on.

    Attributes:
        pictures: A, B and C.
        labels: indices of their classes.
        resolution, pair, device: see `settings`.
    """

    pictures: tuple[Picture, Picture, Picture]
    labels: tuple[int, int, int]
    resolution: int
    pair: str
    device: str

    @property
    def images(self) -> NDArray[np.float32]:
        """What the networks see, (3, 3, S, S) in [0, 1]."""
        return np.stack([picture.input for picture in self.pictures])

    @property
    def key(self) -> str:
        """Return a text that is the same for questions with the same answer, and only for them."""
        digests = (picture.digest for picture in self.pictures)
        labels = ",".join(str(label) for label in self.labels)
        weights = zoo.pair_digest(self.pair)
        return "/".join((*digests, labels, str(self.resolution), weights, self.device))


@dataclass(frozen=True)
class AttackQuestion:
    """What an attack on a pair of models depends on, but for the budget: all are answered at once.

    Attributes:
        picture: what is attacked.
        label: index of its class.
        method: `settings.ATTACK`.
        source, pair, device: see `settings`.
    """

    picture: Picture
    label: int
    method: str
    source: str
    pair: str
    device: str

    @property
    def key(self) -> str:
        """Return a text that is the same for questions with the same answer, and only for them."""
        leader = zoo.card(zoo.BLACK_BOX)["sha256"] if self.source == "black" else "own"
        weights = zoo.pair_digest(self.pair)
        return "/".join(
            (self.picture.digest, str(self.label), self.method, leader, weights, self.device)
        )


def engine(pair: str, device: str) -> Engine:
    """Return the prepared models of a pair on a device.

    Later calls return the same object: always for a pair of `zoo.PAIRS`; for others, of which there
    are hundreds, as long as it is among those used last.

    Raises:
        InputError: no such pair, or no such device on this machine.
        WeightsError: weights are missing or damaged.
    """
    pair, place = zoo.checked_pair(pair), choose_device(settings.DEVICE.check(device))
    return (_named_engine if pair in zoo.PAIRS else _chosen_engine)(pair, place)


def _new_engine(pair: str, device: torch.device) -> Engine:
    return Engine(zoo.load_pair(pair), device)


_named_engine = lru_cache(maxsize=None)(_new_engine)
_chosen_engine = lru_cache(CHOSEN_ENGINES)(_new_engine)


def black_box_engine(device: str) -> Engine:
    """Return the prepared model that leads attacks in the black box, as an engine of its own.

    Raises:
        InputError: no such device on this machine.
        WeightsError: weights are missing or damaged.
    """
    return _black_box_engine(choose_device(settings.DEVICE.check(device)))


@lru_cache
def _black_box_engine(device: torch.device) -> Engine:
    models = {"source": zoo.load_model(zoo.BLACK_BOX)}
    card = zoo.card(zoo.BLACK_BOX)
    classes, size, digest = tuple(card["classes"]), card["input_size"], card["sha256"]
    return Engine(zoo.Pair("black box", classes, size, models, digest), device)


def question(
    image_a: str | Path | None,
    image_b: str | Path | None,
    label_a: str | None = None,
    label_b: str | None = None,
    method: object = settings.METHOD.default,
    seed: object = settings.SEED.default,
    pair: object = settings.PAIR.default,
    device: object = settings.DEVICE.default,
) -> Question:
    """Check all inputs of a sweep; propose the classes that are not given.

    Raises:
        InputError: the first input that breaks its rule.
    """
    pair, device = zoo.checked_pair(pair), settings.DEVICE.check(device)
    method, seed = settings.METHOD.check(method), settings.SEED.check_whole(seed)
    a, b = picture(image_a, "A"), picture(image_b, "B")
    index_a, index_b = (_label_index(pair, label) for label in (label_a, label_b))
    if index_a is None or index_b is None:
        proposed = engine(pair, device).propose(np.stack([a.input, b.input]))
        index_a = int(proposed[0]) if index_a is None else index_a
        index_b = int(proposed[1]) if index_b is None else index_b
    return Question(a, b, index_a, index_b, method, seed, pair, device)


def plane_question(
    image_a: str | Path | None,
    image_b: str | Path | None,
    image_c: str | Path | None,
    label_a: str | None = None,
    label_b: str | None = None,
    label_c: str | None = None,
    resolution: object = settings.RESOLUTION.default,
    pair: object = settings.PAIR.default,
    device: object = settings.DEVICE.default,
) -> PlaneQuestion:
    """Check all inputs of a plane; propose the classes that are not given.

    Raises:
        InputError: the first input that breaks its rule; it names the picture, A, B or C.
    """
    pair, device = zoo.checked_pair(pair), settings.DEVICE.check(device)
    resolution = settings.RESOLUTION.check_whole(resolution)
    a, b, c = map(_corner, (image_a, image_b, image_c), NAMES)
    given = [_label_index(pair, label) for label in (label_a, label_b, label_c)]
    images = np.stack([a.input, b.input, c.input])
    geometry(images)  # for its check
    if None in given:
        proposed = engine(pair, device).propose(images).tolist()
        given = [
            own if index is None else index for index, own in zip(given, proposed, strict=True)
        ]
    label_index = cast(tuple[int, int, int], tuple(given))
    return PlaneQuestion((a, b, c), label_index, resolution, pair, device)


def _corner(source: str | Path | None, side: str) -> Picture:
    """Read one of three image files, and name it where that fails."""
    if not source:
        raise InputError("error.plane.missing", side=side)
    try:
        return picture(source)
    except InputError as error:
        raise InputError("error.plane.picture", side=side, reason=error) from error


def attack_question(
    image: str | Path | None,
    label: str | None = None,
    method: object = settings.ATTACK.default,
    source: object = settings.SOURCE.default,
    pair: object = settings.PAIR.default,
    device: object = settings.DEVICE.default,
) -> AttackQuestion:
    """Check all inputs of an attack; propose the class if it is not given.

    Raises:
        InputError: the first input that breaks its rule.
    """
    pair, device = zoo.checked_pair(pair), settings.DEVICE.check(device)
    method, source = settings.ATTACK.check(method), settings.SOURCE.check(source)
    attacked = picture(image)
    index = _label_index(pair, label)
    if index is None:
        index = int(engine(pair, device).propose(attacked.input[None])[0])
    return AttackQuestion(attacked, index, method, source, pair, device)


def _label_index(pair: str, label: str | None) -> int | None:
    """Return the index of a class name, None for none."""
    if label is None or label == "":
        return None
    classes = zoo.pair_classes(pair)
    if label not in classes:
        raise InputError("error.label", value=label, names=", ".join(classes))
    return classes.index(label)
