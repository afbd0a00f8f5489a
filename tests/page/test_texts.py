"""Every sentence exists in both languages and is filled by those who use it."""

import ast
import pkgutil
import re
import string
from importlib import import_module
from pathlib import Path

import pytest

import mixup_demo
from mixup_demo import texts
from mixup_demo.texts.input_error import InputError

HANGUL = re.compile("[가-힣]")
TABLES = {
    module.name: import_module(f"mixup_demo.texts.{module.name}").TEXTS
    for module in pkgutil.iter_modules(texts.__path__)
}


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", texts.TEXTS)
class TestEverySentence:
    def test_both_languages_say_something(self, key):
        sentences = texts.TEXTS[key]
        assert len(sentences) == len(texts.LANGUAGES)
        for sentence in sentences:
            assert sentence == sentence.strip() != ""

    def test_both_languages_have_the_same_placeholders(self, key):
        english, korean = texts.TEXTS[key]
        assert placeholders(english) == placeholders(korean)

    def test_english_holds_no_korean(self, key):
        if not key.startswith("language."):  # a language is named in its own words
            assert not HANGUL.search(texts.TEXTS[key][0])


@pytest.mark.parametrize("name", TABLES)
def test_every_topic_is_part_of_the_whole(name):
    assert TABLES[name].items() <= texts.TEXTS.items()


def test_no_key_stands_in_two_topics():
    assert sum(map(len, TABLES.values())) == len(texts.TEXTS)


@pytest.mark.parametrize("key", TABLES["errors"])
def test_errors_are_polite_sentences(key):
    english, korean = texts.TEXTS[key]
    assert english.endswith(".")
    assert re.search(r"(십시오|니다)\.$", korean)


def test_text_fills_the_placeholders_of_its_language():
    assert "but is 1.5." in texts.text("error.lambda", "en", value=1.5)
    assert "1.5입니다" in texts.text("error.lambda", "ko", value=1.5)
    assert texts.table("ko")["error.lambda"] == texts.TEXTS["error.lambda"][1]


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError, match="no such key"):
        texts.text("no such key", "en")


def test_an_error_says_its_sentence_in_either_language():
    error = InputError("error.lambda", value=-2)
    assert str(error) == error.message("en") == texts.text("error.lambda", "en", value=-2)
    assert HANGUL.search(error.message("ko"))


def raised_errors():
    """Yield key and keywords of every `InputError("key", ...)` in the package."""
    for path in sorted(Path(mixup_demo.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InputError":
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    yield key.value, {keyword.arg for keyword in node.keywords}


@pytest.mark.parametrize(("key", "names"), list(raised_errors()))
def test_every_raised_error_has_a_sentence_that_takes_its_values(key, names):
    assert placeholders(texts.TEXTS[key][0]) == names
