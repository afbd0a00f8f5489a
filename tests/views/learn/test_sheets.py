"""The exercise sheets: complete in both languages, their numbers followed, their code run."""

import json
import re
from html.parser import HTMLParser

import nbformat
import numpy as np
import pytest
from scipy import integrate, stats

from mixup_demo.page.settings import controls
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS
from mixup_demo.views.learn import payload
from mixup_demo.views.learn.numbers import NUMBERS
from mixup_demo.views.learn.sheets import SHEETS, exercises, files, paper
from mixup_demo.views.learn.sheets.exercises import Exercise
from mixup_demo.views.learn.sheets.wording import WORDS
from tests.evidence import recompute
from tests.evidence.recompute import Files
from tests.page.test_texts import HANGUL, NO_KOREAN, placeholders

FOUND = payload.evidence()
FILES = dict(files(FOUND))
ALL = [one for sheet in SHEETS for one in sheet.exercises]
CONTROLS = {control.name for control in controls(VIEWS)} | {"view", "a", "b"}


class Tags(HTMLParser):
    """Opened and closed elements in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_words_are_complete_in_both_languages_and_all_are_used():
    wanted = {f"{one.name}.{part}" for one in ALL for part in ("ask", "solution")}
    wanted |= {f"{sheet.name}.{part}" for sheet in SHEETS for part in ("title", "intro")}
    assert WORDS.keys() - wanted == {"name", "solutions", "exercise", "try", "run", "foot"}
    assert wanted <= WORDS.keys()
    for key, (english, korean) in WORDS.items():
        assert placeholders(english) == placeholders(korean), key
        assert HANGUL.search(korean), key
        assert not HANGUL.search(english), key
        assert not any(re.search(bad, korean) for bad in NO_KOREAN.values()), key
        # digits are computed; 0, 1, 2u and those beside π are mathematics
        assert not re.search(
            r"\d", re.sub(r"(?<!\d)[01](?!\d)|2u|π/2|2/π", "", english + korean)
        ), key


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".html")])
def test_a_page_is_whole_and_says_questions_and_solutions(name: str):
    text = FILES[name].decode()
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    count = len(ALL) // len(SHEETS)
    assert (tags.seen.count("section"), tags.seen.count("pre")) == (2 * count, count)
    assert "[[" not in text
    assert "{" not in text.partition("</style>")[2].replace("{model", "").replace("{attack", "")
    assert f'lang="{name[-7:-5]}"' in text


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".ipynb")])
def test_a_notebook_is_valid_and_holds_all_exercises(name: str):
    made = nbformat.reads(FILES[name].decode(), as_version=4)
    nbformat.validate(made)
    kinds = [cell["cell_type"] for cell in made["cells"]]
    assert kinds == ["markdown", *["markdown", "markdown", "code"] * 5, "markdown"]
    assert json.loads(FILES[name])["nbformat"] == 4


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.name)
def test_links_are_states_and_quoted_numbers_have_sources(exercise: Exercise):
    query = exercise.link.removeprefix("?").split("&")
    assert {part.partition("=")[0] for part in query} <= CONTROLS
    for name in exercise.numbers:
        assert recompute.says_problems(NUMBERS[name](FOUND), Files()) == []
        for language in LANGUAGES:
            said = paper.said(NUMBERS[name](FOUND), language)
            assert said in paper.solution(exercise, FOUND, language)
    given = exercise.values(FOUND)
    for name in ("difference", "low", "high", "epochs", "n", "folds"):
        if exercise.name == "overlap":
            assert recompute.text_problems(given[name], Files()) == []


def test_solutions_say_of_the_panels_what_these_say():
    panel = FOUND.panels["generalisation"]
    (pair,) = (one for one in panel.says if one.key == "evidence.says.difference")
    low, high = (float(pair.values[end].replace("−", "-")) for end in ("low", "high"))
    assert low < 0 < high
    assert NUMBERS["general.ours"](FOUND).verdict == "better"  # over seeds
    fooled = {
        (one["method"], one["budget"]): one["mixup"]["error"] > one["erm"]["error"]
        for one in FOUND.files["adversarial"]["values"]["attacks"]
        if one["source"] == "white"
    }
    assert [fooled["fgsm", budget] for budget in (2, 4, 8)] == [False] * 3
    assert [fooled["ifgsm", budget] for budget in (1, 2)] == [True] * 2


def ran(exercise: Exercise) -> list[str]:
    """Run an exercise's code as a notebook does; what it prints, by line."""
    lines: list[str] = []

    def note(*values: object) -> None:
        lines.append(" ".join(map(str, values)))

    exec(exercise.code, {"print": note})
    return lines


def test_the_code_computes_what_the_solutions_say():
    by_name = {one.name: (ran(one), one.values(FOUND)) for one in ALL}
    lines, given = by_name["beta"]
    for line, name, alpha in zip(lines, ("few", "many"), (0.2, 1.0), strict=True):
        density = stats.beta(alpha, alpha).pdf
        exact = integrate.quad(density, 0.1, 0.9)[0]
        assert float(given[name]) == round(100 * exact)
        assert float(line.split()[1]) == pytest.approx(exact, abs=0.01)
    lines, given = by_name["intrusion"]
    assert float(given["share"]) == pytest.approx(100 * float(lines[0]), abs=1)
    lines, _ = by_name["loss"]
    assert float(lines[0]) == pytest.approx(float(lines[1]), abs=1e-6)
    lines, given = by_name["label"]
    assert float(given["lam"]) in np.fromstring(lines[0].strip("[]"), sep=" ").round(6)
    lines, given = by_name["overlap"]
    plain, corrected = ([float(end) for end in line.split()[1:]] for line in lines)
    factor = (corrected[1] - corrected[0]) / (plain[1] - plain[0])
    assert float(given["factor"]) == pytest.approx(factor, abs=0.006)
    assert [f"{100 * end:+.2f}".replace("-", "−") for end in corrected] == [
        str(given["low"]),
        str(given["high"]),
    ]
    lines, _ = by_name["flip"]
    assert [line.endswith(end) for line, end in zip(lines, ("[]", "[3]"), strict=True)] == [
        True
    ] * 2
    lines, _ = by_name["temperature"]
    assert len(lines) == 3
    assert exercises.middle_share(1.0) == pytest.approx(0.8)
