"""Cut fonts to the characters that are needed, join them, and name what comes out."""

from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: the weights that the style sheets ask for lie between these
WEIGHTS = (400, 800)

#: entries of a font's name table: copyright, names, trademark, licence
KEPT_NAMES = (0, 1, 2, 3, 4, 6, 7, 13, 14)
WEIGHT_NAME = 256

DROPPED = ["BASE", "DSIG", "MVAR", "VORG", "vhea", "vmtx", "STAT", "gasp", "meta"]


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


def save(font: TTFont, path: Path, family: str) -> Path:
    """Write a font as woff2 under a family's name; returns the path."""
    names = font["name"]
    for number, value in {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}.items():
        names.setName(value, number, 3, 1, 0x409)
    names.setName(f"{family} {path.stem}", 3, 3, 1, 0x409)
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES]
    if "fvar" in font:
        font["fvar"].instances = []  # they are named after the originals
        font["fvar"].axes[0].axisNameID = WEIGHT_NAME
        names.setName("Weight", WEIGHT_NAME, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(path)
    return path
