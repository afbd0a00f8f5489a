"""In every sentence of both models' numbers, each number stands beside its own model's name."""

import re

import pytest

from tests.kit import SENTENCES

NAMES = {"erm": "ERM", "mixup": "mixup"}
#: ways to set numbers beside names, within one part of a sentence
BESIDE = (
    r"{name}(?:\(α = \{{alpha\}}\))?[^{{}};.]*\{{{number}\}}",  # ERM {erm} %, mixup {mixup} %
    r"\{{{number}\}}[^{{}};.]*(?:with|for) {name}\b",  # {erm} % with ERM, {mixup} % with mixup
)
#: sentences that say it otherwise, and their language: what stands before each number
OTHERWISE = {
    ("evidence.outside.says", "en"): ("ERM's ", "On test images its confidence is "),
    ("evidence.outside.says.scaled", "en"): ("% confident, ERM ", "on {set} it is "),
    ("population.pair.place", "en"): ("left model ", "right model "),
    ("population.pair.place", "ko"): ("왼쪽 모델 ", "오른쪽 모델 "),
    ("population.pair.place.plane", "en"): ("left model ", "right model "),
    ("population.pair.place.plane", "ko"): ("왼쪽 모델 ", "오른쪽 모델 "),
}
#: whole clauses are filled in here, each with its model's name
CLAUSES = {"toy.point"}
BOTH = {
    (key, language): sentence
    for key, sentences in SENTENCES.items()
    for language, sentence in zip(("en", "ko"), sentences, strict=True)
    if "{erm}" in sentence and "{mixup}" in sentence and key not in CLAUSES
}


def ways(place: tuple[str, str]) -> list[list[str]]:
    """Each way as a pattern for every model."""
    if place in OTHERWISE:
        numbers = zip(NAMES, OTHERWISE[place], strict=True)
        return [[re.escape(f"{before}{{{number}}}") for number, before in numbers]]
    return [
        [way.format(name=name, number=number) for number, name in NAMES.items()] for way in BESIDE
    ]


def is_beside(place: tuple[str, str], sentence: str) -> bool:
    return any(all(re.search(one, sentence) for one in way) for way in ways(place))


def swapped(sentence: str) -> str:
    return sentence.replace("{erm}", "{-}").replace("{mixup}", "{erm}").replace("{-}", "{mixup}")


@pytest.mark.parametrize("place", BOTH, ids="-".join)
def test_each_number_stands_beside_its_models_name(place: tuple[str, str]):
    assert is_beside(place, BOTH[place])
    assert not is_beside(place, swapped(BOTH[place]))  # the control


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("evidence.verdict.better", ("mixup is better", "mixup이 더 낫습니다")),
        ("evidence.verdict.worse", ("mixup is worse", "mixup이 더 나쁩니다")),
        ("evidence.ruling.better", ("supported", "지지")),
        ("evidence.ruling.worse", ("contradicted", "반박")),
        ("evidence.studies.verdict.better", ("better", "더 나음")),
        ("evidence.studies.verdict.worse", ("worse", "더 나쁨")),
        ("population.verdict.better", ("mixup is smoother", "mixup이 더 매끄럽습니다")),
        ("population.verdict.worse", ("ERM is smoother", "ERM이 더 매끄럽습니다")),
    ],
)
def test_verdicts_mean_what_they_are_called(key: str, words: tuple[str, str]):
    assert SENTENCES[key] == words
