"""Every sentence exists in both languages and is filled; every key that is used has one.

Keys are found in what the page consists of: its template, its scripts and its controls. Where a
script puts a key together, `DOMAINS` says of what.
"""

import ast
import pkgutil
import re
import string
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest

import mixup_demo
from mixup_demo import texts
from mixup_demo.batches.results import OPERATIONS
from mixup_demo.evidence.claims import PANELS as CLAIMS
from mixup_demo.figures.measures import MEASURES
from mixup_demo.figures.theme import MARKS
from mixup_demo.gan.recipe import LOSSES
from mixup_demo.mixing import METHODS
from mixup_demo.models.comparisons import PRESETS
from mixup_demo.models.devices import DEVICES
from mixup_demo.models.names import GROUPS, names
from mixup_demo.models.pretrained.own import RESERVED
from mixup_demo.models.pretrained.recipes import RECIPES
from mixup_demo.models.zoo import Zoo
from mixup_demo.page import words
from mixup_demo.page.about import about
from mixup_demo.page.settings import controls
from mixup_demo.page.templates import markup, template
from mixup_demo.serving.controls import Choice
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.results import SCORES
from mixup_demo.views import VIEWS
from mixup_demo.views.boundary import payload as boundary
from mixup_demo.views.boundary.population import population_payload
from mixup_demo.views.evidence.payload import evidence_payload
from mixup_demo.views.learn.sheets import SHEETS
from mixup_demo.views.learn.texts.glossary import TERMS
from mixup_demo.views.toy import gan_settings, settings
from mixup_demo.views.train import settings as train_settings
from tests.evidence.panels import NAMES
from tests.kit import SENTENCES

PACKAGE = Path(mixup_demo.__path__[0])
ZOO = Zoo()
KNOWN = SENTENCES.keys() | names(ZOO, "en").keys()
HANGUL = re.compile("[가-힣]")


def modules() -> Iterator[str]:
    """Yield the names of all modules that are texts."""
    for module in pkgutil.walk_packages(mixup_demo.__path__, "mixup_demo."):
        _, _, rest = module.name.partition(".texts")
        if (module.name.endswith(".texts") or rest) and module.name != "mixup_demo.texts":
            yield module.name


#: by module; those of packages are put together of their modules' ones
TABLES = {
    name: table for name in modules() if (table := getattr(import_module(name), "TEXTS", None))
}
TOPICS = {
    name: table
    for name, table in TABLES.items()
    if not any(other.startswith(f"{name}.") for other in TABLES)
}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


class TestEverySentence:
    def test_both_languages_say_something(self):
        for key, sentences in SENTENCES.items():
            assert len(sentences) == len(texts.LANGUAGES), key
            for sentence in sentences:
                assert sentence == sentence.strip() != "", key

    def test_both_languages_have_the_same_placeholders(self):
        for key, (english, korean) in SENTENCES.items():
            assert placeholders(english) == placeholders(korean), key

    def test_english_holds_no_korean(self):
        for key, (english, _) in SENTENCES.items():
            if not key.startswith("language."):  # a language is named in its own words
                assert not HANGUL.search(english), key


def test_every_room_with_sentences_is_found():
    rooms = {name.split(".texts")[0] for name in TOPICS}
    views = {f"mixup_demo.views.{view.name}" for view in VIEWS}
    assert rooms == {"mixup_demo", "mixup_demo.page", "mixup_demo.evidence", *views}


@pytest.mark.parametrize("name", TABLES)
def test_every_topic_is_part_of_the_whole(name: str):
    assert TABLES[name].items() <= SENTENCES.items()


def test_no_key_stands_in_two_topics():
    assert sum(map(len, TOPICS.values())) == len(SENTENCES)


#: sentences for mistakes; one that hands a reason on ends as that does
ERRORS = [
    key for key in SENTENCES if key.startswith("error.") and "{reason}" not in SENTENCES[key][0]
]


@pytest.mark.parametrize("key", ERRORS)
def test_errors_are_polite_sentences(key: str):
    english, korean = SENTENCES[key]
    assert english.endswith(".")
    assert re.search(r"(주세요|니다)\.$", korean)


#: Korean that readers stumble over: particles in brackets, other registers, words that are not the
#: field's
NO_KOREAN = {
    "a particle in brackets": r"[은는이가을를와과]\([은는이가을를와과]\)|\(이?으?\)로",
    "another register": r"십시오|(?<![주보]세)요[.?]",
    "not the field's": r"시험 (이미지|점|오|정확)|걸음|봉우리|덩어리|정칙화|확신|데이터 집합",
}


@pytest.mark.parametrize("why", NO_KOREAN)
def test_korean_is_that_of_its_readers(why: str):
    assert [key for key, (_, ko) in SENTENCES.items() if re.search(NO_KOREAN[why], ko)] == []


def test_text_fills_the_placeholders_of_its_language():
    assert "but is 1.5." in texts.text("error.lambda", "en", value=1.5)
    assert "1.5입니다" in texts.text("error.lambda", "ko", value=1.5)
    assert words.table(SENTENCES, "ko")["error.lambda"] == texts.TEXTS["error.lambda"][1]


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError, match="no such key"):
        texts.text("no such key", "en")


def test_an_error_says_its_sentence_in_either_language():
    error = InputError("error.lambda", value=-2)
    assert str(error) == error.message("en") == texts.text("error.lambda", "en", value=-2)
    assert HANGUL.search(error.message("ko"))


def raised_errors() -> Iterator[tuple[str, set[str | None]]]:
    """Yield key and keywords of every `InputError("key", ...)` in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InputError":
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    yield key.value, {keyword.arg for keyword in node.keywords}


@pytest.mark.parametrize(("key", "names"), list(raised_errors()))
def test_every_raised_error_has_a_sentence_that_takes_its_values(key: str, names: set[str]):
    assert placeholders(texts.TEXTS[key][0]) == names


@pytest.mark.parametrize("control", controls(VIEWS), ids=lambda control: control.name)
def test_every_control_has_a_sentence_for_what_it_refuses(control: object):
    key = getattr(control, "error", "error.pair")
    assert "value" in placeholders(texts.TEXTS[key][0])


ENGLISH = words.table(SENTENCES, "en")
TEMPLATE = template(VIEWS, ENGLISH, VIEWS[0].name) + "".join(markup(v) for v in VIEWS if v.apart)
SCRIPTS = [
    path.read_text("utf-8")
    for folder in (PACKAGE / "page" / "web", *(view.web for view in VIEWS))
    for path in sorted(folder.rglob("*.js"))
]
ASKED = r'data-(?:text|label|hint)="([^"]+)"'
WHOLE = rf'{ASKED}|\b(?:t|inAll|helpButton)\(\s*"([^"]+)"|dataset\.(?:text|label|hint) = "([^"]+)"'
#: a text key with gaps, or the gap of one with a last part: "class.${name}", "${key}.help"
GAPPED = re.compile(r"`((?:[a-z]+\.|\$\{[\w.]+(?:\([^()]*\))?\}\.)(?:[\w.-]|\$\{[^`{}]*\})*)`")

VALUES = tuple(measure.name for measure in MEASURES)
PLANE = tuple(name for name, _ in boundary.MEASURES)
PANELS = tuple(name for name in NAMES if name not in ("population", "limits"))
MODELS = (*ZOO.models, *(mark.name for mark in MARKS))
LEGEND = (
    *("erm", "mixup", "erm-dropout", "mixup-dropout", "further", "training", "seeds"),
    *("spread", "best", "plain"),
    *("other", "paper", "reported-erm", "reported-mixup", *(f"source-{k}" for k in range(4))),
)
TOUR = tuple(
    re.findall(r'\{ name: "(\w+)", view:', (PACKAGE / "page/web/tour.js").read_text("utf-8"))
)
LECTURE = tuple(
    re.findall(r"[ {](\w+): \(\) =>", (PACKAGE / "page/web/lecture/room.js").read_text("utf-8"))
)
SHARED = tuple(
    f"{view}.{panel}"
    for view, panels in re.findall(
        r"^  (\w+): \{(.*?)\},$",
        (PACKAGE / "page/web/lecture/panels.js").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    for panel in re.findall(r"(\w+): \[", panels)
)
CHECKS = tuple(
    re.findall(
        r"^  (\w+): ", (PACKAGE / "views/train/web/findings.js").read_text("utf-8"), re.MULTILINE
    )
)
RULES = (
    *("before", "timm", "torchvision-mixup", "torchvision-cutmix"),
    *("two-loaders", "keras-mixup", "keras-cutmix", "fastai-mixup", "kornia-mixup"),
)
STEMS = ("population", *(f"evidence.{name}" for name in (*PANELS, "limits")))


def worded() -> dict[str, tuple[str, ...]]:
    """Key of each control of a training's panel -> its options."""
    found = {}
    for prefix, panel in (
        ("toy", settings.CONTROLS),
        ("gan", gan_settings.CONTROLS),
        ("train", train_settings.CONTROLS),
    ):
        for control in panel:
            if f'data-control="{control.name}"' in TEMPLATE:
                key = f"{prefix}.{control.name.removeprefix(f'{prefix}_')}"
                found[key] = control.options if isinstance(control, Choice) else ()
    return found


#: what the gaps of a key that a script puts together may hold
DOMAINS: dict[str, tuple[tuple[str, ...], ...]] = {
    "define.{}.term": (METHODS,),
    "recipe.row.{}": (tuple(RECIPES["tv"]),),
    "class.{}": (tuple({name for model in ZOO.models.values() for name in model.classes.names}),),
    "chart.save.{}": (("svg", "png", "csv"),),
    "compare.group.{}": (GROUPS,),
    "compare.preset.{}": (tuple(PRESETS),),
    "define.{}.help": (("erm", "mixup", "cutmix"),),
    "device.{}": (DEVICES,),
    "evidence.{}.title": (PANELS,),
    "evidence.claim.{}": (tuple(CLAIMS),),
    "evidence.ruling.{}": (("better", "worse", "open"),),
    "evidence.test.{}": (("images", "seeds", "curves"),),
    "evidence.legend.{}": (LEGEND,),
    "gan.loss.{}": (LOSSES,),
    "lecture.do.{}": (LECTURE,),
    "lecture.edit.{}": (("up", "down", "remove"),),
    "lecture.question.{}": (("close", "counts", "answer"),),
    "share.address.{}": (("app", "space"),),
    "share.panel.{}": (SHARED,),
    "learn.sheet.{}": (tuple(one.name for one in SHEETS),),
    "learn.term.{}.help": (tuple(TERMS),),
    "measure.{}": (VALUES,),
    "measure.{}.help": (VALUES,),
    "measure.{}.unit": (VALUES,),
    "mixed.save.{}": (("png", "gif", "mp4"),),
    "model.{}": (MODELS,),
    "model.{}.method": (MODELS,),
    "model.{}.setting": (MODELS,),
    "model.{}.{}": (MODELS, ("method", "setting")),
    "model.{}{}": (MODELS, ("", ".method")),
    "number.{}": (("confidence", "entropy", "loss"),),
    "number.{}.help": (("confidence", "entropy", "loss"),),
    "plane.{}": (PLANE,),
    "plane.{}.help": (PLANE,),
    "picture.{}.label": (tuple("abc"),),
    "population.values.{}": (("csv", "json"),),
    "said.{}": (("sure", "leaning", "torn", "a", "b", "half", "blend", "same"),),
    "strip.hint.{}": (METHODS,),
    "toy.{}": (SCORES,),
    "toy.{}.help": (SCORES,),
    "toy.class.{}": (("1", "2", "3", "4"),),
    "toy.dataset.{}": (settings.DATASETS,),
    "about.cite.{}": (tuple(about()["cite"]),),
    "train.applied.{}": (OPERATIONS,),
    "train.check.{}": (CHECKS,),
    "train.check.{}.text": (CHECKS,),
    "train.library.{}": (train_settings.LIBRARIES,),
    "train.loss.{}": (("ce", "bce", "bce-threshold"),),
    "train.op.{}": (OPERATIONS,),
    "train.rule.{}": (RULES,),
    "train.rule.{}.text": (RULES,),
    "tour.{}.text": (TOUR,),
    "tour.{}.title": (TOUR,),
    "view.{}": (tuple(view.name for view in VIEWS),),
    "{}.alt": (("path", "gradient"),),
    "{}.guessed": (("attack.falls", "attack.stands", "attack.wrong"),),
    "{}.claim": (STEMS,),
    "{}.setting": (STEMS,),
    "{}.title": (STEMS,),
    "{}.help": (
        (
            *worded(),
            *(f"measure.{name}" for name in VALUES),
            *(f"plane.{name}" for name in PLANE),
            *(f"toy.{name}" for name in SCORES),
            *(f"learn.term.{name}" for name in TERMS),
        ),
    ),
}
#: stems that are put together, and handed on to one of the above
STEMMED = {"evidence.{}", "{}.{}", "{}.term", "{}.label"}  # the last two: where there is one


def missing(keys: set[str]) -> set[str]:
    return keys - KNOWN


def gapped(script: str) -> set[str]:
    """The keys that a script puts together, with a gap for each value."""
    found = {re.sub(r"\$\{[^}]*\}", "{}", key) for key in GAPPED.findall(script)}
    return {key for key in found if "{}" in key}


def whole(source: str) -> set[str]:
    """The keys that stand in a script or template as they are."""
    found = {key for keys in re.findall(WHOLE, source) for key in keys if key}
    return {key for key in found if re.fullmatch(r"[a-z][\w.-]*", key)}


def test_every_key_of_the_template_has_a_sentence():
    assert len(whole(TEMPLATE)) > 60
    assert missing(set(re.findall(ASKED, TEMPLATE))) == set()


def test_every_whole_key_of_the_scripts_has_a_sentence():
    keys = set().union(*map(whole, SCRIPTS))
    assert len(keys) > 40
    assert missing(keys) == set()


def test_every_key_that_scripts_put_together_has_a_domain():
    found = set().union(*map(gapped, SCRIPTS))
    assert len(found) > 15
    assert found - DOMAINS.keys() - STEMMED == set()


def test_what_is_written_here_of_the_evidence_is_what_it_shows():
    shown = evidence_payload()
    assert {panel["name"] for panel in shown["panels"]} == set(PANELS)
    assert {claim["name"] for claim in shown["claims"]} == set(CLAIMS)
    panels = (*shown["panels"], shown["limits"], population_payload())
    assert {part for panel in panels for part in panel["legend"]} == set(LEGEND)


@pytest.mark.parametrize("key", DOMAINS)
def test_every_key_of_a_domain_has_a_sentence(key: str):
    assert missing({key.format(*values) for values in product(*DOMAINS[key])}) == set()


def test_no_model_of_a_user_s_takes_the_place_of_a_sentence():
    names = {key.split(".")[1] for key in SENTENCES if key.startswith("model.")}
    assert names == set(RESERVED)


def test_every_control_of_a_training_has_words_for_itself_and_its_options():
    assert len(worded()) > 15
    options = {f"{key}.{option}" for key, found in worded().items() for option in found}
    assert missing(worded().keys() | options) == set()


class TestControls:
    """Each check fails on what it is for."""

    def test_keys_are_found(self):
        assert whole('t("a.b") + inAll("c.d", {}); x.dataset.hint = "e.f"') == {"a.b", "c.d", "e.f"}
        script = "t(`view.${name}`) + `${this.base}/x.js` + `${t(`toy.${a.b}.c`)}` + `${key}.help`"
        assert gapped(script) == {"view.{}", "toy.{}.c", "{}.help"}

    def test_a_missing_sentence_is_noticed(self):
        assert missing({"mix.unheard-of"}) == {"mix.unheard-of"}
        assert missing({key for key in KNOWN if key.startswith("class.")}) == set()
