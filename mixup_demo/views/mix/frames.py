"""The λ sweep as pictures: the mixture, its soft label, and what both models predict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from mixup_demo import mixing
from mixup_demo.figures import theme
from mixup_demo.figures.lettering import BOLD, PLAIN, fitted, write
from mixup_demo.results import Sweep

#: A and B as the page shows them, (H, W, 3)
Pictures = tuple[NDArray[np.uint8], NDArray[np.uint8]]

#: of a film, in px; both even, as H.264 wants them
WIDTH, HEIGHT = 720, 400
#: every second of a sweep's points is a frame, on the way to A and back to B
STRIDE = 2
_PICTURE = (24, 24, 320)  # left, top, longer side
_SLIDER = 372  # y
_COLUMN = (376, 696)  # left and right end of what is said
_BAR, _NAMES, _SHARES = (510, 640), 376, 696  # of a bar; left of names, right end of percents
_BLOCKS = (150, 284)  # top of each model
_ROW = 25


@dataclass(frozen=True)
class Words:
    """What a film says, in one language: text keys and model names -> words."""

    of: Mapping[str, str]

    def cls(self, name: str) -> str:
        """Return a class's name; one that no text has goes by its own."""
        return self.of.get(f"class.{name}", name)

    def model(self, key: str) -> str:
        """Return a model's name."""
        return self.of.get(f"model.{key}", key)


def frames(
    pictures: Pictures, swept: Sweep, input_size: tuple[int, int], words: Words
) -> list[Image.Image]:
    """Return the frames from B to A and back.

    Args:
        pictures: A and B, of one size.
        swept: the answers along the path, P points.
        input_size: height and width of what the networks see, whose pixels CutMix's boxes count.
        words: in the film's language.
    """
    pictures = (_small(pictures[0]), _small(pictures[1]))
    points = range(0, len(swept.lam), STRIDE)
    there = [_frame(blended(pictures, swept, k, input_size), swept, k, words) for k in points]
    return [*there, *there[-2:0:-1]]


def _small(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture as large as a film shows it."""
    image = Image.fromarray(picture)
    image.thumbnail(_PICTURE[2:] * 2, Image.Resampling.LANCZOS)
    return np.asarray(image)


def _colour(name: str) -> str:
    return theme.COLOURS[name][0]


def _frame(picture: NDArray[np.uint8], swept: Sweep, at: int, words: Words) -> Image.Image:
    frame = Image.new("RGB", (WIDTH, HEIGHT), _colour("card"))
    left, top, side = _PICTURE
    mixed = Image.fromarray(picture)
    frame.paste(mixed, (left + (side - mixed.width) // 2, top + (side - mixed.height) // 2))
    draw = ImageDraw.Draw(frame)
    applied = float(swept.applied[at])
    _slider(draw, float(swept.lam[at]))
    _soft_label(draw, applied, [words.cls(swept.classes[k]) for k in swept.labels])
    for block, model, mark in zip(_BLOCKS, swept.answers, theme.MARKS, strict=True):
        _model(draw, block, words.model(model), mark.name, list(_rows(swept, model, at, words)))
    return frame


def blended(
    pictures: Pictures, swept: Sweep, at: int, input_size: tuple[int, int]
) -> NDArray[np.uint8]:
    """Return the mixture at one point of a sweep, (H, W, 3).

    Args:
        pictures, swept, input_size: as in `frames`.
        at: the point's number.
    """
    a, b = (picture.transpose(2, 0, 1).astype(np.float32) for picture in pictures)
    if swept.boxes is None:
        mixed = mixing.mix(a, b, float(swept.lam[at]))
    else:
        down, right = (shown / seen for shown, seen in zip(a.shape[1:], input_size, strict=True))
        scales = (down, down, right, right)
        edges = (round(k * scale) for k, scale in zip(swept.boxes[at], scales, strict=True))
        mixed = mixing.cutmix(a, b, mixing.Box(*edges))
    shown: NDArray[np.uint8] = np.rint(mixed.transpose(1, 2, 0)).astype(np.uint8)
    return shown


def _slider(draw: ImageDraw.ImageDraw, lam: float) -> None:
    left, _, side = _PICTURE
    ends = (left + 22, left + side - 22)
    write(draw, (left, _SLIDER + 6), "B", 18, _colour("class-b"), BOLD)
    write(draw, (left + side, _SLIDER + 6), "A", 18, _colour("class-a"), BOLD, "right")
    draw.rounded_rectangle((ends[0], _SLIDER - 2, ends[1], _SLIDER + 2), 2, _colour("line"))
    x = ends[0] + lam * (ends[1] - ends[0])
    draw.ellipse((x - 8, _SLIDER - 8, x + 8, _SLIDER + 8), _colour("ink"))


def percent(share: float) -> str:
    """Return a share in whole per cents."""
    return f"{100 * share:.0f}\u00a0%"


def _soft_label(draw: ImageDraw.ImageDraw, lam: float, names: list[str]) -> None:
    """Draw λ and the soft label's two parts, or the one of two pictures of one class."""
    left, right = _COLUMN
    write(draw, (left, 52), f"λ = {lam:.2f}", 30, _colour("ink"), BOLD)
    shares = (lam, 1 - lam) if names[0] != names[1] else (1.0,)
    middle = left + shares[0] * (right - left)
    draw.rectangle((left, 70, right, 90), _colour("class-b"))
    draw.rectangle((left, 70, middle, 90), _colour("class-a"))
    half = (right - left) / 2 - 6
    ends = ((left, "class-a", "left"), (right, "class-b", "right"))
    for name, share, (x, colour, end) in zip(names, shares, ends, strict=False):
        text = fitted(f"{name} {percent(share)}", 17, half)
        write(draw, (x, 112), text, 17, _colour(colour), BOLD, end)


def _rows(swept: Sweep, model: str, at: int, words: Words) -> Iterator[tuple[str, float, str]]:
    """Yield name, share and colour of A's class, of B's if another, and of the likeliest other."""
    shares, (a, b) = swept.answers[model].probabilities[at], swept.labels
    named = [(a, "class-a"), *([(b, "class-b")] if b != a else [])]
    others = np.delete(np.arange(len(shares)), [a, b])
    if others.size:
        named.append((int(others[shares[others].argmax()]), "class-other"))
    for k, colour in named:
        yield words.cls(swept.classes[k]), float(shares[k]), colour


def _model(
    draw: ImageDraw.ImageDraw, top: int, name: str, mark: str, rows: list[tuple[str, float, str]]
) -> None:
    write(draw, (_NAMES, top), fitted(name, 20, _SHARES - _NAMES, BOLD), 20, _colour(mark), BOLD)
    likeliest = max(share for _, share, _ in rows)
    for k, (label, share, colour) in enumerate(rows, 1):
        y = top + k * _ROW + 4
        weight = BOLD if share == likeliest else PLAIN
        room = _BAR[0] - _NAMES - 10
        write(draw, (_NAMES, y), fitted(label, 16, room, weight), 16, _colour("ink"), weight)
        draw.rectangle((_BAR[0], y - 12, _BAR[1], y), _colour("ground"))
        draw.rectangle((_BAR[0], y - 12, _BAR[0] + share * (_BAR[1] - _BAR[0]), y), _colour(colour))
        write(draw, (_SHARES, y), percent(share), 16, _colour("ink"), weight, "right")
