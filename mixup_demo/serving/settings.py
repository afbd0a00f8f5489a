"""Every control of the page once, as data: default, limits, URL name; presets.

The page, the URL, the API's defaults and the checks all derive from `CONTROLS`; the kinds of
controls are in `controls`, and those of the Toy view in `toy_settings` and
`gan_settings`.
"""

import math

from mixup_demo.views.toy import gan_settings, settings as toy_settings
from mixup_demo.serving.controls import Choice, Control, Number, PairChoice

LAMBDA = Number("lam", 0.5, 0.0, 1.0, 0.01, "error.lambda")
ALPHA = Number("alpha", 1.0, 0.05, 32.0, 0.0, "error.alpha.range", (0.1, 0.2, 0.4, 1.0, 8.0))
SEED = Number("seed", 0, 0, 2**31 - 1, 1, "error.seed")
METHOD = Choice("method", "mixup", ("mixup", "cutmix"), "error.method")
DEVICE = Choice("device", "auto", ("auto", "cpu", "gpu"), "error.device.name")
#: mixup's α of the pairs that are trained to be compared with each other
FAMILY = (0.1, 0.2, 0.4, 1.0, 2.0, 8.0, 32.0)
PAIR = PairChoice(
    "pair",
    "cifar10",
    ("cifar10", *(f"small-{a:g}" for a in FAMILY)),
    "error.pair",
    {
        "alphas": "small-mixup-0.2:small-mixup-8",
        "cutmix": "small-mixup-1:small-cutmix-1",
        "corrupted": "corrupted-50-erm:corrupted-50-mixup",
    },
)
EPSILON = Number("epsilon", 4, 0, 16, 1, "error.epsilon")
ATTACK = Choice("attack", "fgsm", ("fgsm", "ifgsm"), "error.attack")
RESOLUTION = Number("resolution", 48, 8, 96, 1, "error.resolution")
SOURCE = Choice("source", "white", ("white", "black"), "error.source")
LANGUAGE = Choice("lang", "en", ("en", "ko"), "error.language")
VIEW = Choice("view", "mix", ("mix", "boundary", "toy", "evidence"), "error.view")
SHOW = Choice("show", "classes", ("classes", "difference", "confidence", "margin"), "error.show")
#: a place in the plane: shares of its width from the left, and of its height from below
PLACE_X = Number("x", 0.5, 0.0, 1.0, 0.001, "error.place")
PLACE_Y = Number("y", 0.5, 0.0, 1.0, 0.001, "error.place")
PANELS = ("generalisation", "corrupted", "adversarial", "calibration", "between", "limits")
PANEL = Choice("panel", PANELS[0], PANELS, "error.panel")

CONTROLS: tuple[Control, ...] = (
    LAMBDA,
    ALPHA,
    SEED,
    METHOD,
    DEVICE,
    PAIR,
    EPSILON,
    ATTACK,
    SOURCE,
    RESOLUTION,
    LANGUAGE,
    VIEW,
    SHOW,
    PLACE_X,
    PLACE_Y,
    PANEL,
    *toy_settings.CONTROLS,
    toy_settings.AT,
    *gan_settings.CONTROLS,
)

#: how many mixed images the strip shows, at λ drawn one after another from one seed
STRIP = 8

_STEPS_PER_OCTAVE = 8


def alpha_grid() -> tuple[float, ...]:
    """Return the positions of the α slider: evenly spaced logarithms, and the presets."""
    octaves = math.log2(ALPHA.maximum / ALPHA.minimum)
    count = round(octaves * _STEPS_PER_OCTAVE)
    spaced = (ALPHA.minimum * 2 ** (octaves * i / count) for i in range(count + 1))
    away = (x for x in spaced if all(abs(math.log2(x / p)) > 0.05 for p in ALPHA.presets))
    return tuple(sorted({*(float(f"{x:.3g}") for x in away), *ALPHA.presets}))
