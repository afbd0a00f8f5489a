"""Answers that many ask for: their JSON is made once, and packed once."""

import json
import sys
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import brotli

#: Brotli's effort, and the bytes from which it pays: those of one packet
QUALITY, WORTH_PACKING = 5, 1200


class Ready(dict[str, Any]):
    """An answer as it is kept; nobody may change it."""

    @cached_property
    def json(self) -> bytes:
        """The answer as JSON."""
        return encoded(self)

    @cached_property
    def packed(self) -> bytes:
        """The same, packed by Brotli."""
        return packed(self.json)

    @cached_property
    def nbytes(self) -> int:
        """Memory of the answer and of both its forms."""
        return size(self) + len(self.json) + len(self.packed)


def encoded(answer: Mapping[str, Any]) -> bytes:
    """Return an answer as JSON.

    Raises:
        ValueError: it holds a number that is none.
    """
    return json.dumps(answer, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


def packed(content: bytes) -> bytes:
    """Return a content packed by Brotli."""
    found: bytes = brotli.compress(content, quality=QUALITY)
    return found


def size(value: object) -> int:
    """Return the memory of what JSON can carry, as if no two parts of it were the same object."""
    own = sys.getsizeof(value)
    if isinstance(value, Mapping):
        return own + sum(size(key) + size(part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return own + sum(map(size, value))
    return own
