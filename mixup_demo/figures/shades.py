"""One colour as two that can be read: a shade of it on the light page, and one on the dark page."""

from mixup_demo.figures.theme import COLOURS

#: contrast of text with its ground, by WCAG 2.2, level AA
CONTRAST = 4.5
STEPS = 100
#: channels from 0 to 1
Colour = tuple[float, float, float]
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def shades(colour: str) -> tuple[str, str]:
    """Return a colour for the light and for the dark page, each as near to it as can be read.

    Each is mixed with black or white just until it has the contrast of text both with the page's
    card and with what is written on it.

    Args:
        colour: "#rrggbb".
    """
    given = _channels(colour)
    return _readable(given, BLACK, _grounds(0)), _readable(given, WHITE, _grounds(1))


def _grounds(theme: int) -> list[Colour]:
    return [_channels(COLOURS[name][theme]) for name in ("card", "on-model")]


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21: WCAG 2.2, "contrast ratio"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _readable(colour: Colour, end: Colour, grounds: list[Colour]) -> str:
    steps = (
        tuple(c + (e - c) * step / STEPS for c, e in zip(colour, end, strict=True))
        for step in range(STEPS + 1)
    )
    found = next(
        (r, g, b)
        for r, g, b in steps
        if min(contrast((r, g, b), ground) for ground in grounds) >= CONTRAST
    )
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in found)


def _channels(colour: str) -> Colour:
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
