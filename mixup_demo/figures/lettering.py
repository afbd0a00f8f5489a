"""Text in pictures, in the page's own fonts.

FreeType, as Pillow brings it along, reads the page's WOFF2 files and their weights. Pillow chooses
no other font for a letter that one lacks, so a text is cut where the style sheet changes the file.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

WEB = Path(__file__).resolve().parents[1] / "page" / "web"
FONTS = WEB / "fonts"
#: weights, as in the page's style sheets
PLAIN, BOLD = 400, 700
#: all but Latin is drawn smaller beside it, as in `fonts.css`
SMALLER = 0.94
_FACE = re.compile(r'url\("fonts/(\w+)\.woff2"\).*?unicode-range: ([^;]+);', re.DOTALL)
_MORE = "…"


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return a font of the page.

    Args:
        name: of its file, "latin", "korean" or "extra".
        size: in px.
        weight: from 400 to 800.
    """
    found = ImageFont.truetype(FONTS / f"{name}.woff2", size)
    found.set_variation_by_axes([weight])
    return found


@cache
def _ranges() -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the page's fonts in the order in which they are tried, and the letters of each."""
    found = _FACE.findall((WEB / "fonts.css").read_text(encoding="utf-8"))
    return [(name, list(_spans(letters))) for name, letters in reversed(found)]


def _spans(letters: str) -> Iterator[tuple[int, int]]:
    """Yield first and last code of each part of a CSS unicode-range."""
    for part in letters.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield int(first, 16), int(last or first, 16)


def _file(letter: str) -> str:
    """Return the font that has a letter, the Latin one where none has."""
    code = ord(letter)
    return next(
        (name for name, spans in _ranges() if any(low <= code <= high for low, high in spans)),
        "latin",
    )


def _runs(text: str, size: int, weight: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """Return the pieces of a text, each with the font that has its letters."""
    return [
        (
            "".join(letters),
            font(name, size if name == "latin" else round(SMALLER * size), weight),
        )
        for name, letters in groupby(text, _file)
    ]


def width(text: str, size: int, weight: int = PLAIN) -> float:
    """Return how wide a text is, in px."""
    return sum(face.getlength(piece) for piece, face in _runs(text, size, weight))


def fitted(text: str, size: int, room: float, weight: int = PLAIN) -> str:
    """Return a text, cut at its end where it is wider than `room` px."""
    if width(text, size, weight) <= room:
        return text
    while text and width(text + _MORE, size, weight) > room:
        text = text[:-1]
    return text.rstrip() + _MORE


def write(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    size: int,
    colour: str,
    weight: int = PLAIN,
    align: str = "left",
) -> None:
    """Draw a line of text.

    Args:
        draw: of the picture.
        place: x of the left end (of the right one, or of the middle), y of the baseline, in px.
        text: the words.
        size: in px.
        colour: as Pillow takes it.
        weight: from 400 to 800.
        align: "left", "right" or "middle".
    """
    x, y = place
    share = {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
    x -= share * width(text, size, weight)
    for piece, face in _runs(text, size, weight):
        draw.text((x, y), piece, colour, face, anchor="ls")
        x += face.getlength(piece)
