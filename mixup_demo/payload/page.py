"""What the page knows before any question, and uploaded images as it shows them."""

from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo import gallery, handlers, mixing, settings, texts, zoo
from mixup_demo.images import MAX_MEGABYTES, data_uri
from mixup_demo.payload.parts import rounded
from mixup_demo.questions import Picture

DENSITY_POINTS = 101
#: the drawn height of a density: its peak, but at least the first (so that α = 1 lies half-way
#: up) and at most the second (Beta(α, α) with α < 1 has no peak: it grows without limit at 0 and 1)
DENSITY_HEIGHT = (2.0, 8.0)


def image_payload(picture: Picture) -> str:
    """Return the display image as a lossless data URI."""
    return data_uri(picture.display)


@lru_cache
def page_config() -> dict[str, Any]:
    """Return what the page knows before any question: words, limits, photos, densities."""
    return {
        "texts": {language: texts.table(language) for language in texts.LANGUAGES},
        "classes": list(zoo.pair_classes(settings.PAIR.default)),
        "controls": {control.name: vars(control) for control in settings.CONTROLS},
        "alphas": {f"{alpha:g}": density(alpha) for alpha in settings.alpha_grid()},
        "photos": {
            key: {"file": photo.file.name, "label": photo.label, "title": photo.title}
            for key, photo in gallery.photos().items()
        },
        "pairs": gallery.pairs(),
        "devices": handlers.devices(),
        "upload_megabytes": MAX_MEGABYTES,
        "models": {
            pair: {role: zoo.card(name) for role, name in models.items()}
            for pair, models in zoo.PAIRS.items()
        },
        "family": family(),
    }


def family() -> list[dict[str, Any]]:
    """Return which pair answers for which α; the default pair, trained longest, for its own."""
    default = zoo.card(zoo.PAIRS[settings.PAIR.default]["mixup"])["recipe"]["alpha"]
    others = [alpha for alpha in settings.FAMILY if alpha != default]
    return [{"alpha": default, "pair": settings.PAIR.default}] + [
        {"alpha": alpha, "pair": f"small-{alpha:g}"} for alpha in others
    ]


def density(alpha: float) -> list[float]:
    """Return the density of Beta(α, α) over λ as heights from 0 to 1, for drawing."""
    lam = np.linspace(0, 1, DENSITY_POINTS)
    values = mixing.beta_density(lam, alpha)
    top = np.clip(values.max(), *DENSITY_HEIGHT)
    return rounded(np.minimum(values, top) / top, 3)
