"""A sheet on paper, as HTML that stands for itself, and as the cells of a notebook."""

import re
from collections.abc import Iterator
from html import escape

from mixup_demo import texts
from mixup_demo.evidence import texts as evidence
from mixup_demo.evidence.panel import Says
from mixup_demo.figures import lettering
from mixup_demo.texts import LANGUAGES
from mixup_demo.views.learn.evidence import Evidence
from mixup_demo.views.learn.formulas import mathml
from mixup_demo.views.learn.numbers import NUMBERS
from mixup_demo.views.learn.sheets.exercises import Exercise, Sheet
from mixup_demo.views.learn.sheets.wording import WORDS
from mixup_demo.views.learn.texts import TEXTS

#: from a static file to the page
_PAGE = "../../"
_KEY = re.compile(r"\[\[([\w.-]+)\]\]")
_TABLE = {**texts.TEXTS, **evidence.TEXTS, **TEXTS}

#: the page's own fonts, as they lie beside the sheets
_FONTS = (
    (lettering.WEB / "fonts.css").read_text("utf-8").replace('url("fonts/', 'url("page/web/fonts/')
)
_STYLE = """
@page { size: A4; margin: 16mm 16mm; }
body { font: 10.5pt/1.45 "Explorer Sans", "Noto Sans KR", "Noto Sans CJK KR", system-ui,
  sans-serif; color: #14181d;
  background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1.2em; word-break: keep-all;
  overflow-wrap: anywhere; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 2em;
  border-bottom: 2px solid #14181d; flex-wrap: wrap; }
h1 { font-size: 1.5em; margin: 0 0 .2em; } h2 { font-size: 1.06em; margin: 1em 0 .2em; }
.name { flex: 0 0 14em; border-bottom: 1px solid #818c97; color: #56616d; margin-bottom: .6em; }
p { margin: .3em 0; } math { font: 1.16em "Explorer Math", math; margin: .4em 0; }
section { break-inside: avoid; } .room { height: 4.2em; }
.solutions { break-before: page; border-top: 2px solid #14181d; margin-top: 3em; }
pre { font: .76em/1.4 ui-monospace, monospace; background: #f4f6f8; padding: .7em .9em;
  white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: #0072b2; } footer { color: #56616d; font-size: .82em; margin-top: 2em; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  pre { margin: .4em 0; } footer { margin-top: .8em; } .solutions { border: 0; margin: 0; }
  a { color: inherit; } }
"""


def _word(key: str, language: str) -> str:
    return WORDS[key][LANGUAGES.index(language)]


def said(says: Says, language: str) -> str:
    """Return a computed sentence in words."""
    text = texts.fill(_TABLE, says.key, language, **says.values)
    while _KEY.search(text):
        text = _KEY.sub(lambda found: texts.fill(_TABLE, found[1], language), text)
    return text


def ask(exercise: Exercise, found: Evidence, language: str) -> str:
    """Return the question in words."""
    return _word(f"{exercise.name}.ask", language).format(**exercise.values(found))


def solution(exercise: Exercise, found: Evidence, language: str) -> list[str]:
    """Return the paragraphs of the solution, those with the evidence's numbers last."""
    own = _word(f"{exercise.name}.solution", language).format(**exercise.values(found))
    return [own, *(said(NUMBERS[name](found), language) for name in exercise.numbers)]


def html(sheet: Sheet, found: Evidence, language: str) -> str:
    """Return a sheet as a page: questions with room to write, solutions on pages of their own."""
    title = escape(_word(f"{sheet.name}.title", language))
    body = [
        f"<header><h1>{title}</h1><p class=name>{escape(_word('name', language))}</p></header>",
        f"<p>{escape(_word(f'{sheet.name}.intro', language))}</p>",
        *_questions(sheet, found, language),
        f"<div class=solutions><h1>{escape(_word('solutions', language))}</h1>",
        *_solutions(sheet, found, language),
        f"</div><footer>{escape(_word('foot', language))}</footer>",
    ]
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}'
    )
    inner = "\n".join(body)
    return (
        f'<!doctype html>\n<html lang="{language}"><head>{head}</title>'
        f"<style>{_FONTS}{_STYLE}</style></head>\n<body><main>\n{inner}\n</main></body></html>\n"
    )


def _heading(number: int, language: str) -> str:
    return _word("exercise", language).format(number=number)


def _questions(sheet: Sheet, found: Evidence, language: str) -> Iterator[str]:
    for number, one in enumerate(sheet.exercises, 1):
        formula = mathml(one.formula) if one.formula else ""
        href = escape(f"{_PAGE}{one.link}&lang={language}")
        yield (
            f"<section><h2>{escape(_heading(number, language))}</h2>"
            f"<p>{escape(ask(one, found, language))}</p>{formula}"
            f'<p><a href="{href}">{escape(_word("try", language))}</a></p>'
            "<div class=room></div></section>"
        )


def _solutions(sheet: Sheet, found: Evidence, language: str) -> Iterator[str]:
    for number, one in enumerate(sheet.exercises, 1):
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in solution(one, found, language))
        yield (
            f"<section><h2>{escape(_heading(number, language))}</h2>{paragraphs}"
            f"<pre>{escape(one.code)}</pre></section>"
        )


def cells(sheet: Sheet, found: Evidence, language: str) -> Iterator[tuple[str, str]]:
    """Yield the cells of a sheet's notebook: each question, its solution, and what computes it."""
    head = _word(f"{sheet.name}.title", language), _word(f"{sheet.name}.intro", language)
    yield "markdown", f"# {head[0]}\n\n{head[1]} {_word('run', language)}"
    for number, one in enumerate(sheet.exercises, 1):
        yield "markdown", f"## {_heading(number, language)}\n\n{ask(one, found, language)}"
        folded = "\n\n".join(solution(one, found, language))
        summary = _word("solutions", language)
        yield (
            "markdown",
            f"<details><summary>{summary}</summary>\n\n{folded}\n\n</details>",
        )
        yield "code", one.code
    yield "markdown", _word("foot", language)
