"""Every control of the page once, as data: default, limits, URL name; presets; validation.

The page, the URL, the API's defaults and the checks all derive from `CONTROLS`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from mixup_demo.errors import InputError


@dataclass(frozen=True)
class Number:
    """A number with limits.

    Attributes:
        name: also its name in the URL.
        default, minimum, maximum, step: in the control's own unit (dimensionless but for ε: levels
            of 1/255).
        error: key of the sentence for a value outside the limits; {value} is filled in.
        presets: values offered as buttons.
    """

    name: str
    default: float
    minimum: float
    maximum: float
    step: float
    error: str
    presets: tuple[float, ...] = ()

    def check(self, value: object) -> float:
        """Return the value as a float.

        Raises:
            InputError: it is no number, NaN, or outside the limits.
        """
        try:
            number = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            number = math.nan
        if not self.minimum <= number <= self.maximum:
            raise self._refusal(value)
        return number

    def check_whole(self, value: object) -> int:
        """Return the value as an int; the same errors, also for fractions."""
        number = self.check(value)
        if number != int(number):
            raise self._refusal(value)
        return int(number)

    def _refusal(self, value: object) -> InputError:
        limits = {"minimum": f"{self.minimum:g}", "maximum": f"{self.maximum:g}"}
        return InputError(self.error, value=value, **limits)


@dataclass(frozen=True)
class Choice:
    """One of several words. Attributes as in `Number`; {names} lists the options."""

    name: str
    default: str
    options: tuple[str, ...]
    error: str

    def check(self, value: object) -> str:
        """Return the value if it is an option.

        Raises:
            InputError: it is none of the options.
        """
        if value not in self.options:
            raise InputError(self.error, value=value, names=", ".join(self.options))
        return str(value)


@dataclass(frozen=True)
class PairChoice(Choice):
    """Two models: one of the pairs in `options`, or any two by their names as "LEFT:RIGHT".

    Which models there are is known to `zoo` alone, which checks their names.

    Attributes:
        presets: comparisons offered as buttons, by the last part of their text key.
    """

    presets: Mapping[str, str] = field(default_factory=dict)

    def check(self, value: object) -> str:
        """Return the value if it is an option, or names two different models; errors of `two`."""
        self.two(value)
        return str(value)

    def two(self, value: object) -> tuple[str, str] | None:
        """Return the names of the left and the right model, None for an option.

        Raises:
            InputError: "error.pair", it is neither an option nor two names; "error.pair.same", it
                names one model twice.
        """
        if value in self.options:
            return None
        names = value.split(":") if isinstance(value, str) else []
        if len(names) != 2 or not all(names):
            raise InputError(self.error, value=value, names=", ".join(self.options))
        left, right = names
        if left == right:
            raise InputError("error.pair.same", value=value, model=left)
        return left, right


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
VIEW = Choice("view", "mix", ("mix", "boundary", "evidence"), "error.view")
SHOW = Choice("show", "classes", ("classes", "difference", "confidence", "margin"), "error.show")
#: a place in the plane: shares of its width from the left, and of its height from below
PLACE_X = Number("x", 0.5, 0.0, 1.0, 0.001, "error.place")
PLACE_Y = Number("y", 0.5, 0.0, 1.0, 0.001, "error.place")
PANELS = ("generalisation", "corrupted", "adversarial", "calibration", "between", "limits")
PANEL = Choice("panel", PANELS[0], PANELS, "error.panel")

CONTROLS = (
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
