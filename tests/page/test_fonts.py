"""The page's own fonts have every letter that it shows, in all weights, and are small."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from mixup_demo.figures import theme
from tools.fonts import used
from tools.fonts.cutting import WEIGHTS
from tools.fonts.making import FONTS, WEB
from tools.fonts.packages import LICENCES
from tools.fonts.sheet import FALLBACKS, FAMILY, MATH_FAMILY

#: bytes that a first visit may load, and those of its Korean part
BUDGET = 400_000
KOREAN_BUDGET = 200_000

SHEET = (WEB / "fonts.css").read_text(encoding="utf-8")
FILES = {path.stem: path for path in FONTS.glob("*.woff2")}
#: loaded for every visitor; the rest only where Korean is shown
ALWAYS = ("latin", "extra")
#: of text, in all weights; the formulas' one has a single weight
TEXT = ("latin", "korean", "extra")
WEIGHT = re.compile(r"""(?:font-weight: *|\bfont: *`?|weight"?: )([1-9]\d\d)\b""")


@cache
def characters() -> set[str]:
    return used.characters()


@cache
def covered(*names: str) -> set[str]:
    return {chr(code) for name in names for code in TTFont(FILES[name]).getBestCmap()}


def rules() -> Iterator[tuple[str, str]]:
    """Yield the name of each font file of the style sheet, and its rule."""
    for rule in re.findall(r"@font-face \{(.*?)\}", SHEET, re.DOTALL):
        if match := re.search(r'url\("fonts/(.+?)\.woff2"\)', rule):
            yield match[1], rule


def in_range(letter: str, rule: str) -> bool:
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        if int(first, 16) <= ord(letter) <= int(last or first, 16):
            return True
    return False


def test_the_scan_finds_what_texts_scripts_styles_and_data_show():
    # a table's sign, a combining mark, an escape, a style's content, a script's, a caption's
    assert {"λ", "\u0303", "\u00a0", "−", "✓", "✎", "é", "한"} <= characters()
    english, korean = zip(*used.sentences(), strict=True)
    assert "Copy link" in english
    assert "링크 복사" in korean


def test_every_letter_is_in_the_fonts():
    assert characters() - covered(*FILES) == set(), "make them anew: python -m tools.fonts"


def test_the_mathematics_of_the_paper_is_in_the_fonts():
    assert set("λαεβδ−×≤≥∂∇∈‖⊙·–…ỹ\u0303←→↑↓±√∞≈≠∑½²₁") <= covered(*ALWAYS)


def test_every_letter_of_a_formula_is_in_the_font_with_the_measures_of_mathematics():
    font = TTFont(FILES["math"])
    assert used.mathematics() <= covered("math"), "make them anew: python -m tools.fonts"
    assert {"𝑥", "𝜆", "ℎ"} == {used.italic(letter) for letter in "xλh"}
    assert font["MATH"].table.MathConstants.FractionRuleThickness.Value > 0
    style = (used.CODE / "views" / "learn" / "web" / "learn.css").read_text(encoding="utf-8")
    assert f'math {{ font-family: "{MATH_FAMILY}"' in style


def test_the_english_page_needs_no_korean_file():
    english = {letter for sentence, _ in used.sentences() for letter in sentence if letter != "\n"}
    assert english - covered(*ALWAYS) == set()
    scopes = dict(rules())
    for letter in filter(used.is_hangul, english):
        assert in_range(letter, scopes["extra"])
        assert not in_range(letter, scopes["korean"])


def test_each_letter_belongs_to_a_rule_whose_file_has_it():
    scopes = dict(rules())
    for letter in characters() & covered(*TEXT):
        (name,) = [name for name, rule in scopes.items() if in_range(letter, rule)]
        assert letter in covered(name), f"{letter} is looked for in {name}"


def test_a_first_visit_stays_within_the_budget():
    sizes = {name: path.stat().st_size for name, path in FILES.items()}
    assert sum(sizes.values()) <= BUDGET
    assert sizes["korean"] <= KOREAN_BUDGET


def test_the_style_sheet_names_every_file_and_no_other():
    assert {name for name, _ in rules()} == set(FILES)
    assert len(re.findall(r"url\(", SHEET)) == len(FILES)
    assert all("font-display: swap" in rule for _, rule in rules())


@pytest.mark.parametrize("name", FILES)
class TestEachFile:
    def test_the_weights_are_those_that_the_style_sheet_states(self, name: str):
        if name not in TEXT:
            assert "fvar" not in TTFont(FILES[name])
            assert "font-weight: 400;" in dict(rules())[name]
            return
        (axis,) = TTFont(FILES[name])["fvar"].axes
        assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", *WEIGHTS)
        low, high = WEIGHTS
        assert f"font-weight: {low} {high};" in dict(rules())[name]

    def test_the_licence_of_its_outlines_lies_beside_it(self, name: str):
        licences = [path.read_text(encoding="utf-8") for path in FONTS.glob("OFL-*.txt")]
        assert len(licences) == len(LICENCES)
        assert all("SIL OPEN FONT LICENSE Version 1.1" in licence for licence in licences)
        notice = TTFont(FILES[name])["name"].getDebugName(0)
        assert any(notice in licence for licence in licences)

    def test_it_does_not_bear_a_reserved_name(self, name: str):
        table = TTFont(FILES[name])["name"]
        for number in (1, 3, 4, 6, 16, 25):
            assert "Source" not in (table.getDebugName(number) or "")


@pytest.mark.parametrize(
    ("name", "letters"), [("latin", "ABλ−"), ("korean", "혼합"), ("extra", "한")]
)
def test_bold_letters_differ_from_regular_ones(name: str, letters: str):
    font = TTFont(FILES[name])
    for letter in letters:
        glyph = font.getBestCmap()[ord(letter)]
        regular, bold = (outline(font, glyph, weight) for weight in (400, 700))
        assert regular
        assert regular != bold


def outline(font: TTFont, glyph: str, weight: int) -> list[tuple]:
    pen = RecordingPen()
    font.getGlyphSet(location={"wght": weight})[glyph].draw(pen)
    return pen.value


def test_the_weights_cover_what_styles_and_figures_ask_for():
    paths = [path for kind in ("css", "js", "py") for path in used.CODE.rglob(f"*.{kind}")]
    asked = {int(weight) for path in paths for weight in weights(path)}
    assert {400, 650, 700} <= asked
    assert min(asked) >= WEIGHTS[0]
    assert max(asked) <= WEIGHTS[1]


def weights(path: Path) -> list[str]:
    return WEIGHT.findall(path.read_text(encoding="utf-8")) if path.name != "fonts.css" else []


def test_page_and_charts_use_the_family():
    families = ", ".join(f"'{name}'" for name in (FAMILY, *FALLBACKS))
    assert theme.FONT.startswith(f"{families}, ")
    page = (WEB / "page.css").read_text(encoding="utf-8")
    assert "font-family: var(--family) !important" in page
    assert f"--family:{theme.FONT};" in theme.style_sheet()
    assert theme.layout().font.family == theme.FONT
