"""What the page may show: every character of its texts, formulas, scripts, styles and data."""

import ast
import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

from mixup_demo.views.learn.formulas import FORMULAS, mathml

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "mixup_demo"

#: all of Unicode's Korean: what the Korean file lacks of it falls to the visitor's own fonts
HANGUL = (0xAC00, 0xD7A3)

#: how scripts and JSON write a character by its number
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")

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
