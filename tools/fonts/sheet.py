"""The style sheet of the page's fonts, and of those that stand in until they arrive."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.fonts.cutting import WEIGHTS
from tools.fonts.packages import find
from tools.fonts.used import HANGUL, sentences

FAMILY = "Explorer Sans"
MATH_FAMILY = "Explorer Math"

#: Korean beside Latin: Noto draws both for Latin letters that are larger than Source Sans's
KOREAN_SIZE = 0.94


class Fallback(NamedTuple):
    """Fonts of one width that a visitor's machine may have, shown until the page's own arrive.

    Attributes:
        plain, bold: where a font as wide lies in its package, by weight.
        names: of the fonts as they are known there; bold ones by `bold_names`.
    """

    plain: str
    bold: str
    names: tuple[str, ...]
    bold_names: tuple[str, ...]


#: in the order in which they are looked for: Windows, Apple and many a Linux; Android; other Linux
FALLBACKS = {
    f"{FAMILY} Fallback": Fallback(
        "@fontsource/arimo/files/arimo-latin-400-normal.woff2",
        "@fontsource/arimo/files/arimo-latin-700-normal.woff2",
        ("Arial", "ArialMT", "Liberation Sans", "Arimo", "Helvetica"),
        ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold", "Helvetica Bold"),
    ),
    f"{FAMILY} Roboto": Fallback(
        "@fontsource/roboto/files/roboto-latin-400-normal.woff2",
        "@fontsource/roboto/files/roboto-latin-700-normal.woff2",
        ("Roboto", "Roboto-Regular"),
        ("Roboto Bold", "Roboto-Bold"),
    ),
    f"{FAMILY} DejaVu": Fallback(
        "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
        "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
        ("DejaVu Sans", "DejaVuSans", "Verdana"),
        ("DejaVu Sans Bold", "DejaVuSans-Bold", "Verdana Bold"),
    ),
}


def ranges(codes: Iterable[int]) -> str:
    """Return code points as a CSS unicode-range."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def width(font: TTFont, weight: int, letters: Counter[str]) -> float:
    """Return the mean advance width of letters, in em."""
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": weight})
    names, units = font.getBestCmap(), font["head"].unitsPerEm
    known = {letter: number for letter, number in letters.items() if ord(letter) in names}
    total = sum(font["hmtx"][names[ord(letter)]][0] * known[letter] for letter in known)
    return float(total / units / sum(known.values()))


def style_sheet(folder: Path, files: Mapping[str, Path]) -> str:
    """Return the @font-face rules.

    No two rules of text share a character. The fallbacks are made as wide and as high as the
    family, so that little moves when the fonts arrive.

    Args:
        folder: of the packages.
        files: the fonts by name.
    """
    latin = TTFont(files["latin"])
    rules = [*_text_rules(files, latin), _math_rule(files["math"]), *_fallback_rules(folder, latin)]
    return "/* Made by tools/fonts: the page's own fonts. */\n\n" + "\n".join(rules)


def _metrics(latin: TTFont, size: float) -> str:
    """Return a font's size, and heights that come out as those of the Latin file."""
    units = latin["head"].unitsPerEm
    up, down = latin["hhea"].ascent / units, -latin["hhea"].descent / units
    heights = f"ascent-override: {up / size:.1%}; descent-override: {down / size:.1%};"
    return f"size-adjust: {size:.1%}; {heights} line-gap-override: 0%;"


def _text_rules(files: Mapping[str, Path], latin: TTFont) -> Iterator[str]:
    extra = set(TTFont(files["extra"]).getBestCmap())
    scopes = {
        "latin": set(latin.getBestCmap()),
        # without those of the other: no file is asked for a letter that it lacks
        "korean": set(range(HANGUL[0], HANGUL[1] + 1)) - extra,
        "extra": extra,
    }
    for name, scope in scopes.items():
        yield f"""@font-face {{
  font-family: "{FAMILY}"; font-style: normal; font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  font-display: swap;
  src: url("fonts/{files[name].name}") format("woff2");
  {_metrics(latin, 1 if name == "latin" else KOREAN_SIZE)}
  unicode-range: {ranges(scope)};
}}
"""


def _math_rule(file: Path) -> str:
    return f"""@font-face {{
  font-family: "{MATH_FAMILY}"; font-style: normal; font-weight: 400;
  font-display: swap;
  src: url("fonts/{file.name}") format("woff2");
}}
"""


def _fallback_rules(folder: Path, latin: TTFont) -> Iterator[str]:
    letters = Counter("".join(english for english, _ in sentences()))
    own = {weight: width(latin, weight, letters) for weight in (400, 700)}
    for family, fallback in FALLBACKS.items():
        for weight, scope, pattern, names in (
            (400, "400 500", fallback.plain, fallback.names),
            (700, f"501 {WEIGHTS[1]}", fallback.bold, fallback.bold_names),
        ):
            (path,) = find(folder, pattern)
            sources = ", ".join(f'local("{name}")' for name in names)
            yield f"""@font-face {{
  font-family: "{family}"; font-style: normal; font-weight: {scope};
  src: {sources};
  {_metrics(latin, own[weight] / width(TTFont(path), weight, letters))}
}}
"""
