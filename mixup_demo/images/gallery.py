"""The bundled example photos and the pairs made of them."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mixup_demo.texts.input_error import InputError

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@dataclass(frozen=True)
class Photo:
    """A bundled photo. Attributes: key, file, class name, and a short description by language."""

    key: str
    file: Path
    label: str
    title: dict[str, str]


@lru_cache
def photos() -> dict[str, Photo]:
    """Return all photos by key."""
    return {
        key: Photo(key, ASSETS / entry["file"], entry["class"], entry["title"])
        for key, entry in _index()["photos"].items()
    }


@lru_cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Return the example pairs as keys of photos; the first one opens the page."""
    return tuple((a, b) for a, b in _index()["pairs"])


@lru_cache
def triples() -> tuple[tuple[str, str, str], ...]:
    """Return the example triples as keys of photos; the first one opens the Boundary view."""
    return tuple((a, b, c) for a, b, c in _index()["triples"])


def photo(key: str) -> Photo:
    """Return one photo.

    Raises:
        InputError: there is no such photo.
    """
    if key not in photos():
        raise InputError("error.example", value=key, names=", ".join(photos()))
    return photos()[key]


@lru_cache
def _index() -> dict[str, dict]:  # type: ignore[type-arg]
    index: dict[str, dict] = json.loads((ASSETS / "examples.json").read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return index
