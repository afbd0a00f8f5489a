"""The Mix view's controls, as data."""

import math

from mixup_demo.mixing import METHODS
from mixup_demo.serving.controls import Choice, Number
from mixup_demo.serving.settings import CALIBRATION, PAIR, SEED
from mixup_demo.texts import LANGUAGES

LAMBDA = Number("lam", 0.5, 0.0, 1.0, 0.01, "error.lambda")
ALPHA = Number("alpha", 1.0, 0.05, 32.0, 0.0, "error.alpha.range", (0.1, 0.2, 0.4, 1.0, 8.0))
METHOD = Choice("method", METHODS[0], METHODS, "error.method")

#: of a film of the whole line, and the language of what it says
FORMAT = Choice("format", "mp4", ("mp4", "gif"), "error.film.format")
LANGUAGE = Choice("language", LANGUAGES[0], LANGUAGES, "error.film.language")

CONTROLS = (LAMBDA, ALPHA, SEED, METHOD, PAIR, CALIBRATION)

#: how many mixed images the strip shows, at λ drawn one after another from one seed
STRIP = 8

#: share of the soft label's bar from which on a class's name has room in it
ROOM = 0.14

_STEPS_PER_OCTAVE = 8


def alpha_grid() -> tuple[float, ...]:
    """Return the positions of the α slider: evenly spaced logarithms, and the presets."""
    octaves = math.log2(ALPHA.maximum / ALPHA.minimum)
    count = round(octaves * _STEPS_PER_OCTAVE)
    spaced = (ALPHA.minimum * 2 ** (octaves * i / count) for i in range(count + 1))
    away = (x for x in spaced if all(abs(math.log2(x / p)) > 0.05 for p in ALPHA.presets))
    return tuple(sorted({*(float(f"{x:.3g}") for x in away), *ALPHA.presets}))
