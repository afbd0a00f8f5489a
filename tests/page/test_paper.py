"""The paper's numbers have one source: sentences are filled from it, and none types one itself."""

import ast
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

import mixup_demo
from mixup_demo.batches.checks import LARGE
from mixup_demo.gan.recipe import ALPHAS
from mixup_demo.images.gallery import ASSETS
from mixup_demo.texts import paper
from mixup_demo.training.recipes import CORRUPTED
from tests.kit import SENTENCES

PACKAGE = Path(mixup_demo.__path__[0])
#: a sentence that says whose numbers it speaks of
OF_THE_PAPER = re.compile(r"\bpaper\b|\bauthors\b|논문|저자", re.IGNORECASE)
#: digits that are no numbers of the paper's: names, its own figures and sections, mathematics,
#: our intervals and grids
NAMES = re.compile(
    r"CIFAR-100?|ResNet-\d+|VGG-11|\d+-GAN|ICLR(?: \d{4})?|(?:\(|al\. |외 )\d{4}|95 %|"
    r"Figure \d|그림 \d|section \d\.\d|\d\.\d절|1 − [λD]|"
    r"[2-5]분의 [1-4]|제3의|101 λ|101개의 λ|top-5|L2|from 0 to 1|0~1"
)
#: where a sentence ends
ENDS = re.compile(r"(?<=[.?!:;])\s+|\n")


def typed() -> Iterator[tuple[str, str]]:
    """Yield file and text of all sentences as they are written, before they are filled."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if {"texts", "sheets"} & {*path.parts, path.stem}:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Tuple):
                    for one in node.elts:
                        if isinstance(one, ast.Constant) and isinstance(one.value, str):
                            yield path.name, one.value
    lecture = json.loads((ASSETS / "lecture.json").read_text("utf-8"))
    yield from (("lecture.json", text) for text in _texts(lecture))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def numbers_of_the_paper(text: str) -> list[str]:
    """The sentences of a text that speak of the paper and hold digits of their own."""
    return [
        one
        for one in ENDS.split(text)
        if OF_THE_PAPER.search(one) and re.search(r"\d", NAMES.sub("", one))
    ]


def test_no_sentence_types_a_number_of_the_paper():
    found = list(typed())
    assert sum(bool(OF_THE_PAPER.search(text)) for _, text in found) > 100
    assert [(name, one) for name, text in found for one in numbers_of_the_paper(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "0 is off. The paper uses 1 on CIFAR-10.",
        "On ImageNet 0.1 to 0.4 improved on ERM, as the authors say.",
        "가깝습니다. 논문은 CIFAR-10에서 200에폭을 학습합니다.",
        "저자들은 α = 0.2를 썼습니다.",
        "The paper’s Figure 2 has 1,000 pairs.",
    ],
)
def test_a_typed_number_is_found(text: str):
    assert len(numbers_of_the_paper(text)) == 1


def test_names_are_no_numbers():
    said = "With 0 nothing is mixed. The paper, Figure 2 (ICLR 2018), trains ResNet-101; 1 is all."
    assert numbers_of_the_paper(said) == []


def test_every_name_is_used_and_none_is_left_unfilled():
    asked = {name for _, text in typed() for name in re.findall(r"\{(papers_\w+)\}", text)}
    assert asked == paper.NAMES.keys()
    assert [key for key, pair in SENTENCES.items() if "{papers_" in "".join(pair)] == []


def test_sentences_follow_the_file():
    """Each number is changed on its own, and the sentence that names it with it."""
    table = {name: (f"{{{name}}} {{other}}", f"{{other}}, {{{name}}}") for name in paper.NAMES}
    for name, (english, korean) in paper.filled(table, _changed()).items():
        assert (english, korean) == (f"{CHANGED[name]} {{other}}", f"{{other}}, {CHANGED[name]}")


CHANGED = {
    **{"papers_alpha": "3", "papers_alpha_low": "0.15", "papers_alpha_high": "0.45"},
    **{"papers_budget": "16", "papers_epochs": "201", "papers_epochs_short": "91"},
    **{"papers_epochs_long": "202", "papers_gan_alpha": "0.25", "papers_gan_steps": "6"},
    "papers_gan_width": "513",
}


def _changed() -> paper.Numbers:
    found = deepcopy(paper.numbers())
    found["test_error"]["rows"][0]["alpha"] = 3
    found["imagenet_alpha"]["interval"] = [0.15, 0.45]
    found["adversarial"]["budget"] = 16
    found["training"]["rows"][0]["epochs"] = [201]
    found["training"]["rows"][1]["epochs"] = [91, 202]
    found["gan"] |= {"alpha": 0.25, "discriminator_steps": 6, "width": 513}
    return found


def test_what_the_code_takes_from_the_paper_is_what_its_file_says():
    """Values that sentences call the paper's, and that trainings and rules hold as they are."""
    found = paper.numbers()
    assert found["gan"]["alpha"] in ALPHAS
    assert found["test_error"]["rows"][0]["alpha"] == LARGE
    rows = {(row["share"], row["method"]): row for row in found["corrupted"]["rows"]}
    for share, (beside_erm, alpha, both) in CORRUPTED.items():
        assert rows[share, "erm-dropout"]["dropout"] == beside_erm
        assert rows[share, "mixup"]["alpha"] == alpha
        together = rows[share, "mixup-dropout"]
        assert (together["alpha"], together["dropout"]) == both


def test_what_several_places_of_the_file_say_agrees():
    found = paper.numbers()
    rows = found["test_error"]["rows"]
    epochs = {row["data"]: row["epochs"] for row in found["training"]["rows"]}
    lengths = {int(n) for row in rows for n in re.findall(r"(\d+) epochs", row["network"])}
    assert sorted(lengths) == epochs["ImageNet"]
    assert f"of {epochs['CIFAR-10'][0]} epochs" in found["test_error"]["unit"]
    assert f"{epochs['CIFAR-10'][0]} epochs" in found["corrupted"]["unit"]
    assert f"{found['adversarial']['budget']}/255" in found["adversarial"]["unit"]
    low, high = found["imagenet_alpha"]["interval"]
    of_imagenet = [row["alpha"] for row in rows if row["data"] == "ImageNet"]
    assert all(low <= alpha <= high for alpha in of_imagenet)
