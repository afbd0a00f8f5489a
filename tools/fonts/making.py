"""Four families become four small files, their licences and a style sheet."""

from pathlib import Path

from fontTools.ttLib import TTFont

from tools.fonts.cutting import gather, narrow, save
from tools.fonts.packages import KOREAN, LATIN, LICENCES, MATH, SYMBOLS, find, unpack
from tools.fonts.sheet import FAMILY, MATH_FAMILY, style_sheet
from tools.fonts.used import CODE, characters, english_hangul, is_hangul, mathematics

WEB = CODE / "page" / "web"
FONTS = WEB / "fonts"

#: kept whether a text uses them today or not: of the Latin file what it has, of the extra file all
BLOCKS = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # Latin of Western and Central Europe
    (0x0300, 0x0304),  # combining marks: x̃, x̄
    (0x0370, 0x03FF),  # Greek
    (0x1EF8, 0x1EF9),  # ỹ
    (0x2010, 0x203A),  # dashes, quotation marks
    (0x2070, 0x209C),  # raised and lowered figures
    (0x20A9, 0x20AC),
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25FF),  # shapes
    (0x2713, 0x2717),
)
SIGNS = "★◐✎∇∈⊙∥"

#: of the layout features those that the page needs; figures are tabular by themselves
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum"]
MATH_FEATURES = ["ssty"]  # letters drawn for indices


def make(folder: Path) -> dict[str, Path]:
    """Write fonts, licences and style sheet; returns the fonts by name.

    Args:
        folder: of the packages.
    """
    unpack(folder)
    FONTS.mkdir(exist_ok=True)
    files = _text_fonts(folder, characters(), mathematics())
    files["math"] = _math_font(folder, mathematics())
    _licences(folder)
    (WEB / "fonts.css").write_text(style_sheet(folder, files), encoding="utf-8")
    return files


def _text_fonts(folder: Path, used: set[str], formulas: set[str]) -> dict[str, Path]:
    (path,) = find(folder, LATIN)
    font = TTFont(path, recalcTimestamp=False)
    wanted = {chr(code) for first, last in BLOCKS for code in range(first, last + 1)}
    latin = {character for character in wanted | used if ord(character) in font.getBestCmap()}
    common = english_hangul()
    hangul = {character for character in used if is_hangul(character)} - common
    rest = {c for c in used - formulas | set(SIGNS) if not is_hangul(c)} - latin | common
    korean = find(folder, KOREAN)
    fonts = {
        "latin": narrow(font, latin, FEATURES),
        "korean": gather(korean, hangul),
        "extra": gather([*korean, *find(folder, SYMBOLS)], rest),
    }
    return {
        name: save(font, FONTS / f"{name}.woff2", family=FAMILY) for name, font in fonts.items()
    }


def _math_font(folder: Path, formulas: set[str]) -> Path:
    (path,) = find(folder, MATH)
    font = narrow(TTFont(path, recalcTimestamp=False), formulas, MATH_FEATURES)
    return save(font, FONTS / "math.woff2", family=MATH_FAMILY)


def _licences(folder: Path) -> None:
    for name, (source, font_file) in LICENCES.items():
        copyright_notice = TTFont(find(folder, font_file)[0])["name"].getDebugName(0)
        licence = find(folder, source)[0].read_text(encoding="utf-8").replace("\r\n", "\n")
        # a package's licence may lack what the font itself says
        if copyright_notice not in licence:
            licence = f"{copyright_notice}\n\n{licence}"
        (FONTS / name).write_text(licence, encoding="utf-8")
