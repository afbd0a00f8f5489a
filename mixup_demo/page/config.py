"""What the page knows before any question, and uploaded images as it shows them."""

from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo.images import gallery
from mixup_demo.serving import sweeps as handlers, settings
from mixup_demo import mixing, texts
from mixup_demo.models import zoo
from mixup_demo.images.reading import MAX_MEGABYTES, data_uri
from mixup_demo.models import names as models
from mixup_demo.serving.encoding import rounded
from mixup_demo.views.toy.payload import toy_config
from mixup_demo.serving.pictures import Picture

DENSITY_POINTS = 101
#: the drawn height of a density: its peak, but at least the first (so that α = 1 lies half-way
#: up) and at most the second (Beta(α, α) with α < 1 has no peak: it grows without limit at 0 and 1)
DENSITY_HEIGHT = (2.0, 8.0)
#: of a model's entry in the manifest
CARD = ("name", "test_error", "test_images", "recipe", "parameters")


def image_payload(picture: Picture) -> str:
    """Return the display image as a lossless data URI."""
    return data_uri(picture.display)


@lru_cache
def page_config() -> dict[str, Any]:
    """Return what the page knows before any question: words, limits, photos, densities."""
    return {
        "texts": {
            language: texts.table(language) | models.names(language) for language in texts.LANGUAGES
        },
        "classes": list(zoo.pair_classes(settings.PAIR.default)),
        "controls": _controls(),
        "alphas": {f"{alpha:g}": density(alpha) for alpha in settings.alpha_grid()},
        "photos": {
            key: {"file": photo.file.name, "label": photo.label, "title": photo.title}
            for key, photo in gallery.photos().items()
        },
        "pairs": gallery.pairs(),
        "triples": gallery.triples(),
        "devices": handlers.devices(),
        "upload_megabytes": MAX_MEGABYTES,
        "cards": {name: _card(name) for name in zoo.comparable()},
        "models": zoo.PAIRS,
        "groups": models.groups(),
        "family": models.family(),
        "toy": toy_config(),
    }


def _controls() -> dict[str, dict[str, Any]]:
    """Return the controls as data; the pair's names the models that it may be put together of."""
    controls = {control.name: dict(vars(control)) for control in settings.CONTROLS}
    controls[settings.PAIR.name]["models"] = zoo.comparable()
    return controls


def _card(name: str) -> dict[str, Any]:
    """Return what the page says of one model."""
    card = zoo.card(name)
    return {key: card[key] for key in CARD}


def density(alpha: float) -> list[float]:
    """Return the density of Beta(α, α) over λ as heights from 0 to 1, for drawing."""
    lam = np.linspace(0, 1, DENSITY_POINTS)
    values = mixing.beta_density(lam, alpha)
    top = np.clip(values.max(), *DENSITY_HEIGHT)
    return rounded(np.minimum(values, top) / top, 3)
