"""Images that a request names: our photos, files, and recipes that give the same image always."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from mixup_demo.images import gallery
from mixup_demo.images.reading import Pixels
from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.serving.pictures import Picture, read_picture, seen
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import SEED
from mixup_demo.texts.input_error import InputError

#: how far a drawn point may lie outside its triangle: no plane that the page shows reaches further
MOST_WEIGHT = 8.0
#: pictures that span the plane in which a point is drawn
PARTS = 3


def picture_of(services: Services, image: object, model: ModelSpec) -> Picture | None:
    """Return an image as a picture; None where a request names none.

    Args:
        services: what requests share.
        image: {"photo": key}, {"upload": path}, {"noise": seed} or {"parts": three of these,
            "weights": as many numbers} of the page's scripts; or the path of a file that the API
            has received.
        model: whose input size and preprocessing count.

    Raises:
        InputError: no such photo; a path that no upload of this server has, because the scripts'
            requests could name any file of the machine; a file that cannot be read; or a recipe
            that breaks its rule.
    """
    if isinstance(image, Path):  # JSON holds none: it comes from the API's own upload
        return read_picture(services.pictures, image, model)
    return _named(services, image, model) if isinstance(image, Mapping) else None


def _named(services: Services, image: Mapping[str, Any], model: ModelSpec) -> Picture:
    if "noise" in image:
        return _noise(services, int(SEED.check(image["noise"])), model)
    if "parts" in image:
        return _blend(services, image, model)
    return read_picture(services.pictures, _file(services, image), model)


def _file(services: Services, image: Mapping[str, Any]) -> Path:
    if "photo" in image:
        return gallery.photo(str(image["photo"])).file
    try:
        file = Path(str(image.get("upload"))).resolve()
        known = file.is_relative_to(services.uploads.resolve()) and file.is_file()
    except (OSError, ValueError) as error:  # a name that no file can have
        raise InputError("error.image.gone") from error
    if not known:
        raise InputError("error.image.gone")
    return file


def _noise(services: Services, seed: int, model: ModelSpec) -> Picture:
    """Return noise as large as the model sees it: each value uniform, by itself."""

    def make() -> Picture:
        shape = (*model.input_size, 3)
        return seen(np.random.default_rng(seed).integers(0, 256, shape, np.uint8))

    key = ("noise", seed, model.input_size, model.preprocessing)
    return services.pictures.get(key, make)


def _blend(services: Services, image: Mapping[str, Any], model: ModelSpec) -> Picture:
    """Return the weighted sum of pictures, both as they are shown and as the model sees them.

    Values are whole ones from 0 to 255: what lies outside is clipped, as in any picture.
    """
    weights = _weights(image.get("weights"))
    parts = image["parts"] if isinstance(image["parts"], list) else []
    plain = [part for part in parts if isinstance(part, Mapping) and "parts" not in part]
    # counted before one of them is read: a request has room for a hundred thousand
    if not len(plain) == len(parts) == len(weights) == PARTS:
        raise InputError("error.image.point", limit=f"{MOST_WEIGHT:g}")
    pictures = [_named(services, part, model) for part in plain]

    def make() -> Picture:
        inputs = [255 * picture.input.transpose(1, 2, 0) for picture in pictures]
        display = _sum(weights, [picture.display for picture in pictures])
        return seen(_sum(weights, inputs), display)

    digests = tuple(picture.digest for picture in pictures)
    key = ("blend", digests, weights, model.input_size, model.preprocessing)
    return services.pictures.get(key, make)


def _sum(weights: tuple[float, ...], images: list[np.ndarray]) -> Pixels:
    total = np.tensordot(weights, np.stack(images).astype(float), 1)
    pixels: Pixels = np.rint(np.clip(total, 0, 255)).astype(np.uint8)
    return pixels


def _weights(given: object) -> tuple[float, ...]:
    """Return weights that are numbers within their limit and sum to one; none where they are not.

    The page rounds them, so the sum may be off by as much.
    """
    if not isinstance(given, list) or not all(isinstance(one, int | float) for one in given):
        return ()
    near = all(abs(one) <= MOST_WEIGHT for one in given)
    return tuple(given) if near and math.isclose(sum(given), 1, abs_tol=1e-3) else ()


def own_class(image: object, comparison: Comparison) -> int | None:
    """Return the index of the class of one of our photos; None for other images and classes."""
    if not isinstance(image, Mapping) or "photo" not in image:
        return None
    return own_label(gallery.photo(str(image["photo"])), comparison)


def own_label(photo: gallery.Photo, comparison: Comparison) -> int | None:
    """Return the index of a bundled photo's class, None where the models know no such class."""
    name, names = photo.labels.get(comparison.classes.id), comparison.classes.names
    return names.index(name) if name in names else None
