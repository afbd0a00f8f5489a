"""What is asked: checked pictures, classes and settings, and the models that will answer."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch

from mixup_demo import settings, zoo
from mixup_demo.devices import choose_device
from mixup_demo.errors import InputError
from mixup_demo.images import DISPLAY_SIZE, Pixels, read_image, square, to_input
from mixup_demo.probes.cache import SingleFlight
from mixup_demo.probes.engine import Engine

CACHED_PICTURES = 64


@dataclass(frozen=True)
class Picture:
    """An image as the page shows it and as the networks see it.

    Attributes:
        display: uint8, (512, 512, 3).
        input: float32 in [0, 1], (3, 32, 32).
        digest: of the file's content.
    """

    display: Pixels
    input: np.ndarray
    digest: str


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


_pictures: SingleFlight[Picture] = SingleFlight(CACHED_PICTURES)


def engine(pair: str, device: str) -> Engine:
    """Return the prepared models of a pair on a device; later calls return the same object.

    Raises:
        InputError: no such pair, or no such device on this machine.
        WeightsError: weights are missing or damaged.
    """
    return _engine(settings.PAIR.check(pair), choose_device(settings.DEVICE.check(device)))


@lru_cache
def _engine(pair: str, device: torch.device) -> Engine:
    return Engine(zoo.load_pair(pair), device)


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


def picture(source: str | Path | None, side: str | None = None) -> Picture:
    """Read an image file once; the same content is not decoded again.

    Args:
        source: path of the file.
        side: "A" or "B", for the message, where there are two.

    Raises:
        InputError: the image is missing, or not one we can read.
    """
    if not source and side:
        raise InputError("error.image.side", side=side)
    if not source:
        raise InputError("error.image.missing")
    path = Path(source)
    content = path.read_bytes() if path.is_file() and path.stat().st_size <= 2**25 else None
    if content is None:
        return _read(path)  # which says what is wrong with it
    digest = hashlib.sha256(content).hexdigest()
    return _pictures.get(digest, lambda: _read(content))


def _read(source: Path | bytes) -> Picture:
    pixels = read_image(source)
    digest = hashlib.sha256(pixels.tobytes()).hexdigest()
    return Picture(square(pixels, DISPLAY_SIZE), to_input(pixels), digest)


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
    pair, device = settings.PAIR.check(pair), settings.DEVICE.check(device)
    method, seed = settings.METHOD.check(method), settings.SEED.check_whole(seed)
    a, b = picture(image_a, "A"), picture(image_b, "B")
    index_a, index_b = (_label_index(pair, label) for label in (label_a, label_b))
    if index_a is None or index_b is None:
        proposed = engine(pair, device).propose(np.stack([a.input, b.input]))
        index_a = int(proposed[0]) if index_a is None else index_a
        index_b = int(proposed[1]) if index_b is None else index_b
    return Question(a, b, index_a, index_b, method, seed, pair, device)


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
    pair, device = settings.PAIR.check(pair), settings.DEVICE.check(device)
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
