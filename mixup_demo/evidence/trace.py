"""Numbers and texts that remember where they come from: a file's key path, and what was computed.

`trace` wraps the content of a file. What is read from it, computed from that by +, −, ×, ÷ or
`apply`, and formatted by `show` keeps its origin, so that a test can follow the path in the file,
compute the number again and compare. A number that was typed by hand has no origin.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from numbers import Real
from typing import Any

import numpy as np

from mixup_demo.evidence.origins import Derived, Origin, Part, Shown, Source

MINUS = "−"

Function = Callable[..., float]


class Traced(float):
    """A number that keeps its origin through arithmetic."""

    origin: Source | Derived

    def __new__(cls, value: float, origin: Source | Derived) -> "Traced":
        """Return a number with an origin."""
        traced = super().__new__(cls, value)
        traced.origin = origin
        return traced

    def __getnewargs__(self) -> Any:
        return (float(self), self.origin)

    def __add__(self, other: float) -> float:
        return apply("+", operator.add, self, other)

    def __radd__(self, other: float) -> float:
        return apply("+", operator.add, other, self)

    def __sub__(self, other: float) -> float:
        return apply("-", operator.sub, self, other)

    def __rsub__(self, other: float) -> float:
        return apply("-", operator.sub, other, self)

    def __mul__(self, other: float) -> float:
        return apply("*", operator.mul, self, other)

    def __rmul__(self, other: float) -> float:
        return apply("*", operator.mul, other, self)

    def __truediv__(self, other: float) -> float:
        return apply("/", operator.truediv, self, other)

    def __rtruediv__(self, other: float) -> float:
        return apply("/", operator.truediv, other, self)

    def __abs__(self) -> float:
        return apply("abs", operator.abs, self)

    def __neg__(self) -> float:
        return apply("negative", operator.neg, self)


class TracedMapping(Mapping[str, Any]):
    """A mapping whose values are traced as they are read."""

    def __init__(self, plain: Mapping[str, Any], source: Source) -> None:
        self.plain, self.source = plain, source

    def __getitem__(self, key: str) -> Any:
        return trace(self.plain[key], self.source.at(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)


class TracedSequence(Sequence[Any]):
    """A sequence whose items are traced as they are read."""

    def __init__(self, plain: Any, source: Source) -> None:
        self.plain, self.source = plain, source

    def __getitem__(self, index: int | slice) -> Any:
        places = range(len(self.plain))[index]
        return [self._item(k) for k in places] if isinstance(places, range) else self._item(places)

    def __len__(self) -> int:
        return len(self.plain)

    def _item(self, index: int) -> Any:
        return trace(self.plain[index], self.source.at(index))


def trace(value: Any, source: Source) -> Any:
    """Return a value that keeps its source: a number, a text, or a mapping or sequence of such.

    None, truth values, and what is traced already stay as they are.
    """
    if isinstance(value, Traced | Shown | TracedMapping | TracedSequence | bool | None):
        return value
    if isinstance(value, str):
        return Shown([Part(value, source)])
    if isinstance(value, Real):
        return Traced(float(value), source)
    if isinstance(value, Mapping):
        return TracedMapping(value, source)
    if isinstance(value, Sequence | np.ndarray):
        return TracedSequence(value, source)
    raise TypeError(f"Only what JSON can hold has a source, but {source} is a {type(value)}.")


def file_values(results: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the content of a results file, traced under the name that it has itself."""
    content: Mapping[str, Any] = trace(results, Source(f"results/{results['name']}"))
    return content


def declared(name: str, value: float) -> Traced:
    """Return a number that is a definition of the code, such as "gan.FAILED"."""
    return Traced(value, Source("declared", (name,)))


def apply(operation: str, function: Function, *operands: Any) -> float:
    """Return function(*operands), traced if an operand is.

    Args:
        operation: what tests know the function by, which compute it in their own code.
        operands: numbers and traced sequences.
    """
    value = function(*map(plain, operands))
    if not any(isinstance(operand, Traced | TracedSequence) for operand in operands):
        return value
    return Traced(value, Derived(operation, tuple(map(origin, operands))))


def count(items: Iterable[Any]) -> float:
    """Return how many traced values there are, traced to each of them."""
    origins = tuple(map(origin, items))
    return Traced(len(origins), Derived("count", origins))


def length(values: Sequence[Any]) -> float:
    """Return how many values a sequence has, traced if it is."""
    return apply("length", len, values)


def positions(values: Sequence[Any]) -> list[float]:
    """Return the number of each value in a sequence, from 1; traced if the values are."""
    return [apply("position", lambda _, k=k: k, value) for k, value in enumerate(values, 1)]


def origin(value: Any) -> Origin:
    """Return where a value comes from; a plain number is a constant.

    Raises:
        TypeError: it is neither traced nor a number.
    """
    if isinstance(value, Traced):
        return value.origin
    if isinstance(value, TracedSequence | TracedMapping):
        return value.source
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"An operand must be traced or a constant, but is a {type(value)}.")


def plain(value: Any) -> Any:
    """Return a value without its origin."""
    if isinstance(value, TracedMapping | TracedSequence):
        return value.plain
    return float(value) if isinstance(value, Traced) else value


def show(value: float, form: str) -> Shown:
    """Return a number as text, in a form of `format`, with a real minus sign."""
    if form.endswith("%"):
        return show(100 * value, form[:-1] + "f") + "%"
    text = format(value, form)
    text = MINUS + text[1:] if text.startswith("-") else text
    return Shown([Part(text, value.origin if isinstance(value, Traced) else None)])
