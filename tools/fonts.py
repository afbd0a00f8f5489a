"""Make the page's fonts: small files of two families, from four OFL families on npm.

    python tools/fonts.py [--packages FOLDER]

Run it after a text has gained a letter that the fonts lack (`tests/page/test_fonts.py` tells). It
fetches the packages named in `PACKAGES` with npm, keeps what the texts use, and writes
``page/web/fonts/*.woff2``, their licences, and ``page/web/fonts.css``. The same packages, texts and
versions of fontTools and Brotli give the same bytes.

The result is called "Explorer Sans", because the licence keeps the name "Source" for the originals.

- ``latin``: Latin, Greek and mathematics of Source Sans 3.
- ``korean``: the Hangul of our texts, of Noto Sans KR, whose Latin is drawn after Source Sans.
- ``extra``: what every visitor sees and the Latin file lacks: signs, and the Korean words of the
  English page (the name of the language), so that it does not load the whole Korean file.
- ``math``: what the formulas of Learn use, of STIX Two Math, with its measures for fractions,
  limits and accents ("Explorer Math"). Android and many a Linux have no such font of their own.
"""

import argparse
import ast
import html
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import fromstring

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from mixup_demo.views.learn.formulas import FORMULAS, mathml  # noqa: E402

CODE = ROOT / "mixup_demo"
WEB = CODE / "page" / "web"
FONTS = WEB / "fonts"

FAMILY = "Explorer Sans"
MATH_FAMILY = "Explorer Math"

#: the weights that the style sheets ask for lie between these
WEIGHTS = (400, 800)

#: npm package -> version
PACKAGES = {
    "source-sans": "3.52.0",  # Adobe's own release; Google's cut of it lacks mathematics
    "@fontsource-variable/noto-sans-kr": "5.3.1",
    "@fontsource/noto-sans-symbols-2": "5.3.0",
    "@fontsource/stix-two-math": "5.3.0",
    # measured for the fallbacks, not bundled; Arimo is as wide as Arial
    "@fontsource/arimo": "5.3.0",
    "@fontsource/roboto": "5.3.0",
    "dejavu-fonts-ttf": "2.37.3",
}

LATIN = "source-sans/VF/SourceSans3VF-Upright.ttf"
KOREAN = "@fontsource-variable/noto-sans-kr/files/*-wght-normal.woff2"
SYMBOLS = "@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2"
MATH = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"


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

#: file in `FONTS` -> the licence in its package, a font of it
LICENCES = {
    "OFL-source-sans.txt": ("source-sans/LICENSE.md", LATIN),
    "OFL-noto-sans-kr.txt": ("@fontsource-variable/noto-sans-kr/LICENSE", KOREAN),
    "OFL-noto-sans-symbols-2.txt": ("@fontsource/noto-sans-symbols-2/LICENSE", SYMBOLS),
    "OFL-stix-two-math.txt": ("@fontsource/stix-two-math/LICENSE", MATH),
}

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

#: all of Unicode's Korean: what the Korean file lacks of it falls to the visitor's own fonts
HANGUL = (0xAC00, 0xD7A3)

#: Korean beside Latin: Noto draws both for Latin letters that are larger than Source Sans's
KOREAN_SIZE = 0.94

#: how scripts and JSON write a character by its number
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")

#: entries of a font's name table: copyright, names, trademark, licence
KEPT_NAMES = (0, 1, 2, 3, 4, 6, 7, 13, 14)
WEIGHT_NAME = 256

#: of the layout features those that the page needs; figures are tabular by themselves
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum"]
MATH_FEATURES = ["ssty"]  # letters drawn for indices
DROPPED = ["BASE", "DSIG", "MVAR", "VORG", "vhea", "vmtx", "STAT", "gasp", "meta"]

#: a letter that stands alone in MathML is drawn in italics: the first of each alphabet
ITALICS = {"A": 0x1D434, "a": 0x1D44E, "α": 0x1D6FC}
ITALIC_H = "\N{PLANCK CONSTANT}"  # whose place in the alphabet is empty


def is_hangul(character: str) -> bool:
    """Tell whether a character is a Korean syllable."""
    return HANGUL[0] <= ord(character) <= HANGUL[1]


def strings(path: Path) -> Iterator[str]:
    """Yield what a Python file can show: its string constants without the docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in documentation:
            yield text


def sentences() -> list[tuple[str, str]]:
    """Return the (English, Korean) pairs of every table of texts."""
    return [
        (english.value, korean.value)
        for path in sorted(CODE.rglob("*.py"))
        if "texts" in path.with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Tuple) and len(node.elts) == 2
        for english, korean in [node.elts]
        if isinstance(english, ast.Constant) and isinstance(korean, ast.Constant)
        if isinstance(english.value, str) and isinstance(korean.value, str)
    ]


def characters() -> set[str]:
    """Return every character that the page may show: of texts, markup, scripts, styles, data."""
    pieces = [piece for path in CODE.rglob("*.py") for piece in strings(path)]
    plain = [path for kind in ("html", "js", "css") for path in CODE.rglob(f"*.{kind}")]
    data = [*ROOT.glob("assets/*.json"), *ROOT.glob("models/**/*.json")]
    for path in plain + data:
        piece = html.unescape(path.read_text(encoding="utf-8"))
        pieces.append(ESCAPE.sub(lambda match: chr(int(match[1], 16)), piece))
    letters = {letter for piece in pieces for letter in piece}
    return {letter for letter in letters if unicodedata.category(letter)[0] != "C"}


def italic(letter: str) -> str:
    """Return the character by which browsers draw a letter that stands alone in a formula."""
    for first, code in ITALICS.items():
        place = ord(letter) - ord(first)
        if letter.isalpha() and 0 <= place < 26:
            return ITALIC_H if letter == "h" else chr(code + place)
    return letter


def mathematics() -> set[str]:
    """Return every character that the formulas of Learn are drawn with."""
    letters = {
        letter for name in FORMULAS for letter in "".join(fromstring(mathml(name)).itertext())
    }
    return letters | {italic(letter) for letter in letters} | set("0123456789")


def english_hangul() -> set[str]:
    """Return the Korean syllables of the English page."""
    return {letter for english, _ in sentences() for letter in english if is_hangul(letter)}


def unpack(folder: Path) -> None:
    """Fetch the packages that `folder` does not hold yet."""
    for name, version in PACKAGES.items():
        target = folder / f"{name}@{version}"
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as download:
            command = ["npm", "pack", f"{name}@{version}", "--pack-destination", download]
            subprocess.run([*command, "--silent"], check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(download).iterdir()
            with tarfile.open(archive) as tar:
                tar.extractall(target, filter="data")


def find(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a package that match `pattern` (package name, then path), sorted.

    Raises:
        FileNotFoundError: there are none.
    """
    name = next(name for name in PACKAGES if pattern.startswith(name + "/"))
    place = folder / f"{name}@{PACKAGES[name]}" / "package"
    found = sorted(place.glob(pattern.removeprefix(name + "/")))
    if not found:
        raise FileNotFoundError(f"{place} holds no {pattern}")
    return found


def narrow(font: TTFont, kept: Iterable[str], features: list[str]) -> TTFont:
    """Keep a few characters of a font, and the weights that the page uses."""
    options = subset.Options(
        layout_features=features,
        name_IDs=list(KEPT_NAMES),
        hinting=False,
        notdef_outline=True,
        bidi_closure=False,
        drop_tables=DROPPED,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in kept])
    subsetter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    return font


def gather(paths: Iterable[Path], kept: set[str]) -> TTFont:
    """Make one font of the characters `kept` out of many: each of the first file that has it.

    The first file that has any lends the tables. All of them count 1000 units and the same weights;
    those without weights lend outlines that stay the same. Nothing of layout is kept.

    Raises:
        ValueError: a character is in none of the files.
    """
    whole: TTFont | None = None
    missing = set(kept)
    for path in paths:
        font = TTFont(path, recalcTimestamp=False)
        here = {character for character in missing if ord(character) in font.getBestCmap()}
        if not here:
            continue
        missing -= here
        font = narrow(font, here, [])
        if whole is None:
            whole = _named_by_character(font)
        else:
            _add(_named_by_character(font), whole)
    if whole is None or missing:
        raise ValueError(f"in no file: {''.join(sorted(missing))}")
    for table in ("HVAR", "GDEF", "GPOS", "GSUB"):
        if table in whole:
            del whole[table]
    return whole


def _named_by_character(font: TTFont) -> TTFont:
    """Return the font with glyph names that say the character, so that two fonts can meet."""
    names = {name: f"uni{code:04X}" for code, name in font.getBestCmap().items()}
    order = [names.get(name, name) for name in font.getGlyphOrder()]
    if set(order) - set(names.values()) - {".notdef"}:
        raise ValueError("a glyph is made of others, or stands for two characters")
    font["cmap"].tables = [t for t in font["cmap"].tables if t.isUnicode() and t.format in (4, 12)]
    for table in font["cmap"].tables:
        table.cmap = {code: names[name] for code, name in table.cmap.items()}
    glyphs = {names.get(name, name): font["glyf"][name] for name in font.getGlyphOrder()}
    metrics = {names.get(name, name): pair for name, pair in font["hmtx"].metrics.items()}
    if "gvar" in font:
        variations = font["gvar"].variations
        font["gvar"].variations = {names.get(name, name): variations[name] for name in variations}
    font.setGlyphOrder(order)
    font["glyf"].glyphs, font["glyf"].glyphOrder = glyphs, order
    font["glyf"]._reverseGlyphOrder = {}
    font["hmtx"].metrics = metrics
    return font


def _add(font: TTFont, whole: TTFont) -> None:
    if font["head"].unitsPerEm != whole["head"].unitsPerEm:
        raise ValueError("fonts of different units do not go together")
    added = [name for name in font.getGlyphOrder() if name != ".notdef"]
    order = [*whole.getGlyphOrder(), *added]
    whole.setGlyphOrder(order)
    whole["glyf"].glyphOrder = order
    whole["glyf"]._reverseGlyphOrder = {}
    for name in added:
        whole["glyf"].glyphs[name] = font["glyf"].glyphs[name]
        whole["hmtx"].metrics[name] = font["hmtx"].metrics[name]
        whole["gvar"].variations[name] = font["gvar"].variations[name] if "gvar" in font else []
    for table in whole["cmap"].tables:
        table.cmap |= font.getBestCmap()


def save(font: TTFont, name: str, family: str = FAMILY) -> Path:
    """Write a font as woff2 under the family's own name."""
    names = font["name"]
    for number, value in {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}.items():
        names.setName(value, number, 3, 1, 0x409)
    names.setName(f"{family} {name}", 3, 3, 1, 0x409)
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES]
    if "fvar" in font:
        font["fvar"].instances = []  # they are named after the originals
        font["fvar"].axes[0].axisNameID = WEIGHT_NAME
        names.setName("Weight", WEIGHT_NAME, 3, 1, 0x409)
    font.flavor = "woff2"
    path = FONTS / f"{name}.woff2"
    font.save(path)
    return path


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


def style_sheet(folder: Path, files: dict[str, Path]) -> str:
    """Return the @font-face rules.

    No two rules of text share a character. The fallbacks are made as wide and as high as the
    family, so that little moves when the fonts arrive.
    """
    latin = TTFont(files["latin"])
    units = latin["head"].unitsPerEm
    up, down = latin["hhea"].ascent / units, -latin["hhea"].descent / units

    def metrics(size: float) -> str:
        """Return a font's size, and heights that come out as those of the Latin file."""
        heights = f"ascent-override: {up / size:.1%}; descent-override: {down / size:.1%};"
        return f"size-adjust: {size:.1%}; {heights} line-gap-override: 0%;"

    covered = {name: set(TTFont(path).getBestCmap()) for name, path in files.items()}
    scopes = {
        "latin": ranges(covered["latin"]),
        # without those of the other: no file is asked for a letter that it lacks
        "korean": ranges(set(range(HANGUL[0], HANGUL[1] + 1)) - covered["extra"]),
        "extra": ranges(covered["extra"]),
    }
    rules = []
    for name, scope in scopes.items():
        size = 1 if name == "latin" else KOREAN_SIZE
        rules.append(f"""@font-face {{
  font-family: "{FAMILY}"; font-style: normal; font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  font-display: swap;
  src: url("fonts/{files[name].name}") format("woff2");
  {metrics(size)}
  unicode-range: {scope};
}}
""")
    rules.append(f"""@font-face {{
  font-family: "{MATH_FAMILY}"; font-style: normal; font-weight: 400;
  font-display: swap;
  src: url("fonts/{files["math"].name}") format("woff2");
}}
""")
    letters = Counter("".join(english for english, _ in sentences()))
    own = {weight: width(TTFont(files["latin"]), weight, letters) for weight in (400, 700)}
    for family, fallback in FALLBACKS.items():
        for weight, scope, pattern, names in (
            (400, "400 500", fallback.plain, fallback.names),
            (700, f"501 {WEIGHTS[1]}", fallback.bold, fallback.bold_names),
        ):
            (path,) = find(folder, pattern)
            sources = ", ".join(f'local("{name}")' for name in names)
            rules.append(f"""@font-face {{
  font-family: "{family}"; font-style: normal; font-weight: {scope};
  src: {sources};
  {metrics(own[weight] / width(TTFont(path), weight, letters))}
}}
""")
    return "/* Made by tools/fonts.py: the page's own fonts. */\n\n" + "\n".join(rules)


def make(folder: Path) -> dict[str, Path]:
    """Write fonts, licences and style sheet; returns the fonts by name."""
    unpack(folder)
    used = characters()
    common = english_hangul()
    hangul = {character for character in used if is_hangul(character)} - common

    (path,) = find(folder, LATIN)
    font = TTFont(path, recalcTimestamp=False)
    wanted = {chr(code) for first, last in BLOCKS for code in range(first, last + 1)}
    latin = {character for character in wanted | used if ord(character) in font.getBestCmap()}
    formulas = mathematics()
    rest = {c for c in used - formulas | set(SIGNS) if not is_hangul(c)} - latin | common

    FONTS.mkdir(exist_ok=True)
    korean = find(folder, KOREAN)
    files = {
        "latin": save(narrow(font, latin, FEATURES), "latin"),
        "korean": save(gather(korean, hangul), "korean"),
        "extra": save(gather([*korean, *find(folder, SYMBOLS)], rest), "extra"),
    }
    (path,) = find(folder, MATH)
    font = narrow(TTFont(path, recalcTimestamp=False), formulas, MATH_FEATURES)
    files["math"] = save(font, "math", MATH_FAMILY)
    for name, (source, font_file) in LICENCES.items():
        copyright_notice = TTFont(find(folder, font_file)[0])["name"].getDebugName(0)
        licence = find(folder, source)[0].read_text(encoding="utf-8").replace("\r\n", "\n")
        # a package's licence may lack what the font itself says
        if copyright_notice not in licence:
            licence = f"{copyright_notice}\n\n{licence}"
        (FONTS / name).write_text(licence, encoding="utf-8")
    (WEB / "fonts.css").write_text(style_sheet(folder, files), encoding="utf-8")
    return files


def main() -> int:
    """Make the fonts and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packages", type=Path, help="keep the packages in this folder")
    folder = parser.parse_args().packages
    with tempfile.TemporaryDirectory() as temporary:
        files = make(folder or Path(temporary))
    for path in files.values():
        count = len(TTFont(path).getBestCmap())
        print(f"{path.name:14} {count:5} characters {path.stat().st_size / 1000:7.1f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
