"""Text in pictures, in the page's own fonts.

FreeType, as Pillow brings it along, reads the page's WOFF2 files and their weights. Pillow chooses
no other font for a letter that one lacks, so a text is cut where Hangul begins and ends.
"""

import re
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[1] / "page" / "web" / "fonts"
#: weights, as in the page's style sheets
PLAIN, BOLD = 400, 700
#: Korean beside Latin is drawn smaller, as in `fonts.css`
KOREAN_SIZE = 0.94
_HANGUL = re.compile("([가-힣]+)")
_MORE = "…"


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return a font of the page.

    Args:
        name: "latin" or "korean", its file.
        size: in px.
        weight: from 400 to 800.
    """
    found = ImageFont.truetype(FONTS / f"{name}.woff2", size)
    found.set_variation_by_axes([weight])
    return found


def _runs(text: str, size: int, weight: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """Return the pieces of a text, each with the font that has its letters."""
    korean = font("korean", round(KOREAN_SIZE * size), weight)
    latin = font("latin", size, weight)
    pieces = _HANGUL.split(text)
    return [(piece, korean if k % 2 else latin) for k, piece in enumerate(pieces) if piece]


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
