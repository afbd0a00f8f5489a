"""Kinds of controls: what a setting may be, and the check that says so."""

import math
import re
from dataclasses import dataclass

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
        error: key of the sentence for a value outside the limits; {name}, {value} and both limits
            are filled in.
        presets: values offered as buttons.
        whole: fractions break the rule too.
    """

    name: str
    default: float
    minimum: float
    maximum: float
    step: float
    error: str
    presets: tuple[float, ...] = ()
    whole: bool = False

    def check(self, value: object) -> float:
        """Return the value as a float, as an int where it must be whole.

        Raises:
            InputError: it is no number (True is none, "0.5" of a link is one), NaN, outside the
                limits, or a fraction of what is whole.
        """
        try:
            number = math.nan if isinstance(value, bool) else float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            number = math.nan
        if not self.minimum <= number <= self.maximum:
            raise self._refusal(value)
        if self.whole and number != int(number):
            raise self._refusal(value)
        return int(number) if self.whole else number

    def _refusal(self, value: object) -> InputError:
        # all digits of a whole number: of 2147483647, "g" would make 2.14748e+09
        form = ".0f" if self.whole else "g"
        limits = {name: format(getattr(self, name), form) for name in ("minimum", "maximum")}
        return InputError(self.error, name=self.name, value=value, **limits)


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
class ModelsChoice:
    """Which models are compared: the name of a comparison, or two models as "LEFT:RIGHT".

    Which there are is known to `models.zoo` alone, so that more can be handed in.

    Attributes:
        name: as in `Number`.
        default: "" for the comparison that opens the page.
    """

    name: str
    default: str

    def check(self, value: object) -> str:
        """Return the value as a text, which `Zoo.comparison` checks."""
        return value if isinstance(value, str) else str(value)[:SHOWN]


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


Control = Number | Choice | ModelsChoice | Text
