"""Kinds of controls: what a setting may be, and the check that says so."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mixup_demo.texts.input_error import InputError

#: characters of a wrong text that its sentence shows
SHOWN = 24


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


@dataclass(frozen=True)
class Text:
    """A short text of a form of its own.

    Attributes:
        name, default: as in `Number`.
        pattern: regular expression that the whole text matches; one that browsers know, too.
        limit: of how many parts it may consist; the pattern says so, too.
        error: key of the sentence for a text that does not; {value} and {limit} are filled in.
    """

    name: str
    default: str
    pattern: str
    limit: int
    error: str

    def check(self, value: object) -> str:
        """Return the value if it matches; None counts as the default.

        Raises:
            InputError: it does not match; the sentence shows how it begins.
        """
        text = self.default if value is None else str(value)
        if not re.fullmatch(self.pattern, text):
            raise InputError(self.error, value=text[:SHOWN], limit=self.limit)
        return text


Control = Number | Choice | Text
