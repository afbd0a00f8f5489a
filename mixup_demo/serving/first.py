"""What a view shows before any script has run: HTML that fills its template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from typing import Any

VOID = {"input", "img", "br"}


@dataclass(frozen=True)
class Fill:
    """What one element of a template gets.

    Attributes:
        inner: HTML in place of its content; None leaves that.
        attributes: by name, as they are.
    """

    inner: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class First:
    """What a first state is made from; the page's scripts have the same.

    Attributes:
        answer: the one that the page opens with.
        config: what scripts know before any question.
        words: the sentences of the visit's language by key.
        link: the address's parameters.
    """

    answer: Mapping[str, Any]
    config: Mapping[str, Any]
    words: Mapping[str, str]
    link: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its placeholders filled; the key where there is none."""
        sentence = self.words.get(key, key)
        return sentence.format(**values) if values else sentence

    def term(self, hint: str) -> str:
        """Return what a hint explains, as page/web/words.js finds it."""
        stem = hint.removesuffix(".help")
        keys = (f"{stem}.term", stem, f"{stem}.title", f"{stem}.label")
        return next((self.words[key] for key in keys if key in self.words), hint)

    def class_name(self, name: str) -> str:
        """Return a class's name; names that no table has stay as they are."""
        return self.words.get(f"class.{name}", name)


def tag(name: str, attributes: Mapping[str, str] | None = None, *children: str) -> str:
    """Return an element.

    Args:
        attributes: by name, unescaped.
        children: HTML, or `escaped`.
    """
    listed = "".join(f' {key}="{escape(value)}"' for key, value in (attributes or {}).items())
    return f"<{name}{listed}>" + ("" if name in VOID else f"{''.join(children)}</{name}>")


def escaped(words: str) -> str:
    """Return words as HTML."""
    return escape(words, quote=False)


def fixed(value: float, digits: int = 0) -> str:
    """Return a number as JavaScript's toFixed writes it: halves are rounded up."""
    return str(Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def shares(share: float) -> tuple[float, float]:
    """Return the two parts of a whole in whole per cents, see page/web/words.js."""
    first = float(fixed(share, 2))
    return first, 1 - first


def percent(share: float, digits: int = 0) -> str:
    """Return a share as the page's scripts write it, see page/web/words.js."""
    return f"{fixed(100 * share, digits)}\N{NO-BREAK SPACE}%"
