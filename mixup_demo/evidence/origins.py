"""Where numbers and texts come from: a file's key path, and what was computed from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Source:
    """One value of a file.

    Attributes:
        file: "results/<name>" or "paper"; else the name of what a function was given, such as
            "marks".
        path: the keys and indices that lead to the value.
    """

    file: str
    path: tuple[str | int, ...] = ()

    def at(self, key: str | int) -> "Source":
        """Return the source of what this value holds at a key."""
        return Source(self.file, (*self.path, key))


@dataclass(frozen=True)
class Derived:
    """A value computed from others: the operation's name, and the origins of its operands."""

    operation: str
    operands: tuple["Origin", ...]


#: a number among operands is a constant
Origin: TypeAlias = Source | Derived | float


@dataclass(frozen=True)
class Part:
    """A piece of text and where it comes from; None for words that the code itself writes."""

    text: str
    origin: Origin | None = None


class Shown(str):
    """Text that keeps the origins of its parts; adding to it with + keeps them, an f-string not."""

    parts: tuple[Part, ...]

    def __new__(cls, parts: Iterable[Part]) -> "Shown":
        """Return the text of all parts in their order."""
        parts = tuple(parts)
        shown = super().__new__(cls, "".join(part.text for part in parts))
        shown.parts = parts
        return shown

    def __getnewargs__(self) -> Any:
        return (self.parts,)

    def __add__(self, other: str) -> "Shown":
        return Shown((*self.parts, *parts_of(other)))

    def __radd__(self, other: str) -> "Shown":
        return Shown((*parts_of(other), *self.parts))


def join(separator: str, texts: Iterable[str]) -> Shown:
    """Return texts with a separator between them; as str.join, but origins are kept."""
    joined = Shown(())
    for text in texts:
        joined = joined + separator + text if joined else joined + text
    return joined


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts of a text; a plain one has a single part without origin."""
    return text.parts if isinstance(text, Shown) else (Part(text),)
