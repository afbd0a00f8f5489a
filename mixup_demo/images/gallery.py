"""The bundled example photos and the pairs made of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mixup_demo.texts.input_error import InputError

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@dataclass(frozen=True)
class Photo:
    """A bundled photo.

    Attributes:
        key: names it in links.
        file: its JPEG.
        labels: id of a class list -> name of its class in that list.
        title: a short description by language.
    """

    key: str
    file: Path
    labels: Mapping[str, str]
    title: dict[str, str]


@lru_cache
def photos() -> dict[str, Photo]:
    """Return all photos by key."""
    return {
        key: Photo(key, ASSETS / entry["file"], entry["classes"], entry["title"])
        for key, entry in _index()["photos"].items()
    }


@lru_cache
def pairs(classes: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return the example pairs as keys of photos; the first one opens the page.

    Args:
        classes: id of a class list: those pairs alone whose photos all have a class in it.
    """
    return tuple((a, b) for a, b in _index()["pairs"] if fits((a, b), classes))


@lru_cache
def triples(classes: str | None = None) -> tuple[tuple[str, str, str], ...]:
    """Return the example triples as keys of photos; the first one opens the Boundary view.

    Args:
        classes: as for `pairs`.
    """
    return tuple((a, b, c) for a, b, c in _index()["triples"] if fits((a, b, c), classes))


def fits(keys: tuple[str, ...], classes: str | None) -> bool:
    """Return whether all of these photos have a class in a list; True where none is asked for."""
    return classes is None or all(classes in photo(key).labels for key in keys)


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
