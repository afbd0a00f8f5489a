"""What the page may ask about a batch, about many, and for code."""

from collections.abc import Mapping
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.checks import Checked
from mixup_demo.batches.playing import many, play
from mixup_demo.images.preparing import fit
from mixup_demo.models.spec import ModelSpec
from mixup_demo.serving.line import waiting
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import ENDED, Answer, Request, Schema, Setting, visitor_of
from mixup_demo.serving.services import Services
from mixup_demo.serving.sources import own_class, picture_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.train import settings
from mixup_demo.views.train.code import code
from mixup_demo.views.train.payload import (
    batch_payload,
    draws_payload,
    learning_payload,
    opening,
    pair,
)
from mixup_demo.views.train.trainings import stage, stop

#: side of an image of the batch, in pixels
SIDE = 96
#: batches whose λ are shown, and those that findings are made from
MANY, SOME = 1000, 100
#: held by the one request that draws: it keeps the libraries' generator, for which networks that
#: are being loaded wait as well. What is made of the draws needs it not, and whoever waits for it
#: keeps a thread from others
_mixing = Lock()

ASKED = Schema(tuple(Setting(control) for control in (*settings.ARGUMENTS, settings.SEED)))


def arguments(chosen: Mapping[str, Any]) -> MixupArguments:
    """Return checked settings as the arguments of timm's class."""
    minmax = chosen[settings.MINMAX.name]
    low, high = minmax.split("-") if minmax != settings.NO_MINMAX else ("0", "0")
    return MixupArguments(
        mixup_alpha=chosen[settings.MIXUP.name],
        cutmix_alpha=chosen[settings.CUTMIX.name],
        cutmix_minmax=(float(low), float(high)) if float(high) else None,
        prob=chosen[settings.PROB.name],
        switch_prob=chosen[settings.SWITCH.name],
        mode=chosen[settings.MODE.name],
        correct_lam=chosen[settings.CORRECT.name] == "on",
        label_smoothing=chosen[settings.SMOOTHING.name],
        num_classes=chosen[settings.CLASSES.name],
    )


#: of the API, which names photos as a link does
BATCH = Schema(
    (
        Setting(settings.IMAGES),
        *(Setting(control) for control in settings.ARGUMENTS),
        Setting(settings.SEED, "seed"),
    )
)


def batch_report(services: Services, request: Request) -> dict[str, Any]:
    """Mix a batch of example photos with timm.data.Mixup, and check the settings.

    images names 4 to 16 photos with dots between them ("" for the opening batch); the arguments
    are those of timm's class, with correct_lam on or off, and cutmix_minmax none or two shares.
    Returns JSON with labels (classes of the photos); images, each with partner (its index in the
    batch), operation (none, mixup or cutmix), asked (λ as drawn), lam (λ of its target, its own
    weight), box (top, bottom, left, right as shares of the image) and target (class -> share, all
    other classes together as rest); rules (other libraries: name, partner, lam); and findings
    (name, caused, values).
    """
    named = settings.IMAGES.check(request.get(settings.IMAGES.name))
    keys = named.split(".") if named else opening()
    answer = train_batch(services, {**request, "images": [{"photo": key} for key in keys]})
    kept = ("partner", "operation", "asked", "lam", "box")
    return {
        "labels": answer["labels"],
        "images": [
            {name: cell[name] for name in kept}
            | {"target": {**dict(cell["target"]), "rest": cell["rest"]}}
            for cell in answer["cells"]
        ],
        "rules": [{k: v for k, v in rule.items() if k != "strip"} for rule in answer["rules"]],
        "findings": answer["findings"],
    }


def train_batch(services: Services, request: Request) -> Answer:
    """Mix a batch with timm's class, and beside it as other libraries do; check the settings.

    Args:
        services: what requests share.
        request: `settings.ARGUMENTS` and the seed by name; images, a list of {"photo": key} or
            {"upload": path}, each with "label", the name of its class, where it is not the photo's
            own. Of an odd number the last is left out, as timm's loader does.

    Raises:
        InputError: a setting, the number of images or one of them breaks its rule.
    """
    chosen = ASKED.check(request)
    images, labels = _images(services, request.get("images"))
    given, even = len(images), len(images) // 2 * 2
    images, labels = images[:even], labels[:even]
    own, seed = arguments(chosen), chosen[settings.SEED.name]
    names = services.zoo.comparison(pair(services)).classes.names
    with _mixing:
        batch = play(own, images, labels, seed)
        draws = many(own, even, SIDE, SOME, seed)
    return batch_payload(Checked(own, images, labels, batch, draws, given), names, seed)


def train_draws(services: Services, request: Request) -> Answer:
    """Play many batches, as many images each as `train_batch` mixes; return their λ."""
    chosen = ASKED.check(request)
    size = request.get("size")
    if not isinstance(size, int) or not settings.FEWEST <= size <= settings.MOST:
        raise _wrong_number(size)
    own, seed, even = arguments(chosen), chosen[settings.SEED.name], size // 2 * 2

    def make() -> Ready:
        with _mixing:
            draws = many(own, even, SIDE, MANY, seed)
        return Ready(draws_payload(own, draws))

    return services.answers.get(("train_draws", own, even, seed), make)


def train_code(services: Services, request: Request) -> Answer:
    """Return a library's code with the settings in it: highlighted, plain and as a notebook."""
    chosen = ASKED.check(request)
    library = settings.LIBRARY.check(request.get(settings.LIBRARY.name, settings.LIBRARY.default))
    return code(library, arguments(chosen), chosen[settings.SEED.name])


def train_learn(services: Services, request: Request) -> Answer:
    """Train ERM and mixup on digits; answer as soon as there are new epochs.

    Args:
        services: what requests share.
        request: settings as in `train_batch`; start, how many epochs the page has; and visitor. A
            visitor's newer request ends the older one.

    Returns:
        frames, an entry for each epoch from start on, and what `learning_payload` says of all; or
        the place in the line, see `waiting`; {"ended": True} if a newer request or
        `train_learn_stop` came first.
    """
    chosen = ASKED.check(request)
    start = int(settings.START.check(request.get("start", settings.START.default)))
    own = arguments(chosen)
    found = stage(services, own, chosen[settings.SEED.name], visitor_of(request), start)
    if found is None:
        return ENDED
    epochs, place = found
    if place:
        return waiting(place)
    return {"frames": [True] * (len(epochs) - start), **learning_payload(epochs)}


def train_learn_stop(services: Services, request: Request) -> Answer:
    """End what a visitor is waiting for."""
    stop(services, visitor_of(request))
    return ENDED


def _images(services: Services, given: object) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Return the images (N, 3, H, W) in [0, 1], and the indices of their classes (N,)."""
    named = given if isinstance(given, list) else []
    if not settings.FEWEST <= len(named) <= settings.MOST:
        raise _wrong_number(len(named))
    comparison = services.zoo.comparison(pair(services))
    found = [_image(services, one, comparison.first) for one in named]
    labels = []
    for one in named:
        own, label = own_class(one, comparison), one.get("label")
        labels.append(comparison.classes.index(str(label)) if label or own is None else own)
    return np.stack(found), np.array(labels, np.int64)


def _image(services: Services, one: object, model: ModelSpec) -> NDArray[np.float32]:
    picture = picture_of(services, one, model)
    if picture is None:
        raise InputError("error.image.missing")
    pixels = fit(picture.display, (SIDE, SIDE)).transpose(2, 0, 1)
    return pixels.astype(np.float32) / np.float32(255)


def _wrong_number(value: object) -> InputError:
    return InputError("error.batch", value=value, limit=settings.MOST)
