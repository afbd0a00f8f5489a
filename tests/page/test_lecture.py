"""The bundled lecture: its links open what the views allow, its words are its readers'."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from mixup_demo.evidence.panels import bundled
from mixup_demo.page.settings import APART, MOST_ANSWERS, MOST_STEPS, controls
from mixup_demo.page.static import LECTURE
from mixup_demo.serving import polls
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS
from tests.page.test_texts import HANGUL, NO_KOREAN

CONTENT = json.loads(LECTURE.read_text("utf-8"))
STEPS = CONTENT["steps"]
KNOWN = {control.name: control for control in controls(VIEWS)}
SCRIPTS = Path(__file__).parents[2] / "mixup_demo" / "page" / "web" / "lecture"


def words(value: Any) -> Iterator[dict[str, str]]:
    """Yield the texts of a lecture, each by language."""
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from words(part)


def test_it_is_about_an_hour_long_and_asks_now_and_then():
    assert 14 <= len(STEPS) <= 18
    assert 4 <= sum("question" in step for step in STEPS) <= 8
    assert {step["link"].split("view=")[1].split("&")[0].split("#")[0] for step in STEPS} == {
        view.name for view in VIEWS
    }


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["title"]["en"])
def test_every_link_is_one_that_the_page_restores(step: dict[str, Any]):
    query, _, part = step["link"].removeprefix("?").partition("#")
    state = dict(parse_qsl(query, strict_parsing=True))
    (view,) = (view for view in VIEWS if view.name == state["view"])
    assert state.keys() <= {"view", *(control.name for control in view.controls)}
    assert not state.keys() & {control.name for control in APART}
    for name, value in state.items():
        KNOWN[name].check(value)
    html = "".join(path.read_text("utf-8") for path in view.web.glob("*.html"))
    # those of Learn and Evidence are made by scripts: the browser's test looks for them
    made = {f"figure-{state.get('chapter')}", f"charts-{state.get('panel')}"}
    opened = (one for one in bundled().panels if one.name == state.get("panel"))
    shown = (one for panel in opened for one in panel.findings if one.says or one.charts)
    made |= {one.title.removeprefix("evidence.").replace(".", "-") for one in shown if one.title}
    assert not part or part in made or f'id="{part}"' in html


def test_words_are_in_both_languages_and_korean_is_that_of_its_readers():
    found = list(words(CONTENT))
    assert len(found) == 1 + 2 * len(STEPS) + sum(
        1 + len(step["question"]["answers"]) + ("because" in step["question"])
        for step in STEPS
        if "question" in step
    )
    for text in found:
        assert not HANGUL.search(text["en"])
        for rule in NO_KOREAN.values():
            assert not re.search(rule, text["ko"]), text["ko"]
        # numbers are the views' to tell, but for 0 and 1, a fifth and a third
        for one in text.values():
            assert not re.findall(r"\d", re.sub(r"(?<!\d)[01](?!\d)|[35]분의 1", "", one)), one


def test_words_polls_and_links_agree_on_how_many_answers_there_may_be():
    assert polls.MOST_ANSWERS == MOST_ANSWERS
    script = (SCRIPTS / "codeword.js").read_text("utf-8")
    consonants, vowels = (
        re.findall(rf'{name} = "(\w+)"', script)[0] for name in ("CONSONANTS", "VOWELS")
    )
    assert len(consonants) * len(vowels) ** 2 >= MOST_STEPS * MOST_ANSWERS
