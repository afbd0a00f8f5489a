"""The chapters: every word, number, door and answer is what it says."""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import numpy as np
import pytest
import torch
from scipy import stats
from torch import nn
from torch.nn.functional import cross_entropy

from mixup_demo.evidence.corruptions_says import kind_verdicts
from mixup_demo.evidence.gan import FAILED
from mixup_demo.evidence.origins import Source
from mixup_demo.images import gallery
from mixup_demo.page.settings import MORE
from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.sweeps import sweep as sweep_of
from mixup_demo.views import VIEWS
from mixup_demo.views.learn import payload
from mixup_demo.views.learn.chapter import Chapter, Door
from mixup_demo.views.learn.chapters import CHAPTERS
from mixup_demo.views.learn.code import CODE
from mixup_demo.views.learn.formulas import FORMULAS, mathml
from mixup_demo.views.learn.numbers import NUMBERS
from mixup_demo.views.learn.references import REFERENCES
from mixup_demo.views.learn.settings import NAMES
from mixup_demo.views.learn.sheets import SHEETS
from mixup_demo.views.learn.texts import TEXTS
from mixup_demo.views.learn.texts.glossary import TERMS
from tests.browser.kit import services as bundled
from tests.evidence import recompute, roles
from tests.evidence.recompute import Files
from tests.kit import SENTENCES

FILES = Files()
FOUND = payload.evidence()
BY_NAME = {chapter.name: chapter for chapter in CHAPTERS}
SAYS = {name: make(FOUND) for name, make in NUMBERS.items()}
DOORS = [door for chapter in CHAPTERS for door in chapter.doors]
#: the sentences on tables, by the end of their names
TABLES = ("iris", "wine", "cancer", "digits")
MARKS = re.compile(r"\[([a-z]+)\|")
#: digits that a sentence may hold: names, and 0 and 1 as mathematics has them
NAMES_WITH_DIGITS = re.compile(
    r"CIFAR-100?|ResNet-\d+|VGG-11|95 %|Figure [12]|그림 [12]|제3의|[245]분의 [14]|"
    r"(?<!\d)[01](?!\d)"
)
SCRIPTS = "".join(
    path.read_text("utf-8") for path in sorted((Path(payload.__file__).parent / "web").glob("*.js"))
)


def test_they_are_those_that_links_name_and_as_many_as_the_view_says():
    assert tuple(BY_NAME) == NAMES
    english, korean = TEXTS["learn.intro"]
    assert len(CHAPTERS) == 15
    assert "fifteen" in english
    assert "열다섯" in korean


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_every_word_is_there(chapter: Chapter):
    assert set(chapter.words()) <= set(SENTENCES)
    assert chapter.right < chapter.choices
    sent = payload.chapter_payload(chapter)
    assert {says["key"] for says in sent["says"]} <= set(SENTENCES)
    assert {code["name"] for code in sent["code"]} <= set(SENTENCES)
    legends = {f"evidence.legend.{part}" for one in chapter.charts for part in one.legend}
    assert legends <= set(SENTENCES)


def test_no_word_is_left_over():
    used = {word for chapter in CHAPTERS for word in chapter.words()}
    used |= {says.key for says in SAYS.values()} | {f"learn.code.{name}" for name in CODE}
    used |= {f"learn.term.{name}{part}" for name in TERMS for part in ("", ".help")}
    used |= {one.title for chapter in CHAPTERS for one in chapter.charts}
    found = SAYS["kinds.tables"].values, *(SAYS[f"kinds.{name}"].values for name in TABLES)
    charts = FOUND.chart("learn", "learn.kinds.table.chart").figure.to_json()
    used |= set(re.findall(r"\[\[(learn[\w.]+)\]\]", f"{found} {charts}"))
    used |= {f"learn.sheet.{one.name}" for one in SHEETS}
    used |= set(re.findall(r'["[](learn\.[\w.-]+)["\]]', SCRIPTS)) | {"view.learn"}
    assert sorted(TEXTS.keys() - used) == []


def test_every_name_of_a_part_is_used_and_known():
    def all_of(what: str) -> set[str]:
        return {name for chapter in CHAPTERS for name in getattr(chapter, what)}

    assert all_of("formulas") == FORMULAS.keys()
    assert all_of("numbers") == NUMBERS.keys()
    assert all_of("code") == CODE.keys()
    assert {name for one in REFERENCES for name in one.chapters} <= set(NAMES)


def test_marked_terms_are_in_the_glossary_and_the_same_in_both_languages():
    marked = {key: tuple(sorted(MARKS.findall(one)) for one in pair) for key, pair in TEXTS.items()}
    assert [key for key, (english, korean) in marked.items() if english != korean] == []
    assert {term for english, _ in marked.values() for term in english} == TERMS.keys()


def test_sentences_hold_no_numbers_of_their_own():
    for key, sentences in TEXTS.items():
        for sentence in sentences:
            assert not re.findall(r"\d", NAMES_WITH_DIGITS.sub("", sentence)), (key, sentence)


@pytest.mark.parametrize("name", SAYS)
def test_every_number_is_what_its_source_says(name: str):
    says = SAYS[name]
    assert recompute.says_problems(says, FILES) == []
    assert list(roles.says_problems(says, FILES)) == []


def test_the_chart_of_the_chapters_is_of_the_paper():
    chart = FOUND.chart("learn", "learn.kinds.chart")
    assert recompute.chart_problems(chart, FILES) == []
    tables = FOUND.chart("learn", "learn.kinds.table.chart")
    assert recompute.chart_problems(tables, FILES) == []
    assert [len(trace.x) for trace in chart.figure.data] == [3, 3]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_every_door_opens_a_state_that_its_view_allows(door: Door):
    (view,) = (view for view in VIEWS if view.name == door.view)
    query, _, part = door.href.removeprefix("?").partition("#")
    assert dict(parse_qsl(query)) == {"view": view.name, **door.state}
    assert part == door.part
    html = "".join(path.read_text("utf-8") for path in view.web.glob("*.html"))
    assert not part or f'id="{part}"' in html
    own = {control.name: control for control in (*view.controls, MORE)}
    for name, value in door.state.items():
        if name in ("a", "b", "c"):
            assert value in gallery.photos()
        else:
            assert str(own[name].check(value)) == value or own[name].check(value) == float(value)


def test_no_two_doors_have_one_name_or_lead_to_one_place():
    assert len({door.name for door in DOORS}) == len({door.href for door in DOORS}) == len(DOORS)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_a_door_to_a_panel_leads_to_the_numbers_that_are_told(chapter: Chapter):
    for door in chapter.doors:
        if "panel" in door.state and chapter.name != "kinds":
            told = {SAYS[name].key for name in chapter.numbers}
            told |= {one.title for one in chapter.charts}
            panel = FOUND.panels[door.state["panel"]]
            there = {says.key for says in panel.says} | {chart.title for chart in panel.charts}
            assert told & there


def answered(name: str) -> dict[str, tuple[str, bool, float]]:
    """What the door to two photos shows, by model: class, whether it is neither's, confidence."""
    state = next(door.state for door in DOORS if door.name == name)
    swept = sweep_of(bundled(), example_sweep(bundled(), state["a"], state["b"]))
    at = int(np.argmin(abs(swept.applied - float(state["lam"]))))
    rows = {model: each.probabilities[at] for model, each in swept.answers.items()}
    return {
        model: (
            swept.classes[row.argmax()],
            int(row.argmax()) not in swept.labels,
            float(row.max()),
        )
        for model, row in rows.items()
    }


def test_between_the_photos_of_chapter_6_erm_names_a_third_class_and_mixup_none():
    swept = sweep_of(bundled(), example_sweep(bundled(), *payload.PATH))
    found = payload.path_payload(swept)
    missed = {
        model: [name for name in each["first"] if name not in found["classes"]]
        for model, each in found["models"].items()
    }
    assert len(missed["erm"]) > 5
    assert missed["mixup"] == []
    assert found["models"]["erm"]["first"][found["start"]] in missed["erm"]
    for name, each in found["models"].items():
        answers = swept.answers[name]
        chosen = answers.probabilities.max(axis=1)
        np.testing.assert_allclose(each["share"], chosen, atol=1e-4)
        assert each["a"][-1] > 0.5 > each["a"][0]


def test_the_photos_behind_doors_show_what_the_doors_say():
    (_, erm_third, _), (_, mixup_third, _) = answered("mix-third").values()
    assert (erm_third, mixup_third) == (True, False)
    (_, _, erm), (_, _, mixup) = answered("mix-unsure").values()
    assert mixup < 0.5 < 0.9 < erm
    found = answered("mix-intrusion").values()
    assert {(name, neither) for name, neither, _ in found} == {("deer", True)}


def test_parts_in_the_words_of_doors_are_those_of_their_states():
    doors = {door.name: door.state for door in DOORS}
    assert "fifth" in TEXTS["learn.door.toy-flipped"][0]
    assert float(doors["toy-flipped"]["flip"]) == 1 / 5
    assert "quarter" in TEXTS["learn.door.attack-many"][0]
    assert 4 * int(doors["attack-many"]["epsilon"]) == int(doors["attack-one"]["epsilon"])


def right(name: str) -> str:
    """The answer that a chapter calls right, in English."""
    return SENTENCES[f"learn.{name}.ask.{'abcd'[BY_NAME[name].right]}"][0]


class TestAnswers:
    """What a chapter calls right is what the results files and the paper say."""

    def test_memory(self):
        assert float(SAYS["memory.paper"].values["corrupted"]) < 5
        assert right("memory") == "Nearly all"

    def test_between(self):
        curves = FOUND.files["between"]["values"]["miss_rate"]
        highest = int(np.argmax(list(curves["erm"])))
        assert SAYS["between.miss"].verdict == "better"
        assert SAYS["between.equal"].verdict == "worse"
        assert 0.35 <= FOUND.files["between"]["values"]["lam"][highest] <= 0.65
        assert right("between") == "ERM"

    def test_general(self):
        cells = FOUND.files["studies"]["values"]["studies"]["curves"]["cells"]
        gains = {
            cell["images"]: arm["difference"]["mean"]
            for cell in cells
            for arm in cell["alphas"]
            if arm["alpha"] == 1 and arm["difference"] and len(list(arm["seeds"])) >= 3
        }
        assert gains[min(gains)] < gains[max(gains)] < 0
        assert SAYS["general.ours"].verdict == "better"
        gain = -float(SAYS["general.ours"].values["difference"].replace("−", "-"))
        assert gain < 100 * abs(gains[max(gains)])  # less than with fewer images
        (together,) = (
            one for one in FOUND.panels["generalisation"].says if one.key.endswith(".together")
        )
        assert together.values["lost"] == "[[evidence.pair.page]]"
        assert right("general") == "With few images"

    @pytest.mark.parametrize("name", ["corrupted.paper", "corrupted.ours"])
    def test_corrupted(self, name: str):
        errors = {
            key: float(SAYS[name].values[key])
            for key in ("erm", "erm_dropout", "mixup", "mixup_dropout")
        }
        assert min(errors, key=lambda key: errors[key]) == "mixup_dropout"
        gain = errors["erm"] - errors["mixup_dropout"]
        assert errors["erm"] - errors["erm_dropout"] > gain / 2
        assert errors["erm"] - errors["mixup"] > gain / 2
        assert right("corrupted") == "mixup with dropout"
        both = SAYS["corrupted.both"].values
        assert int(both["total"]) >= 3
        assert both["better"] == both["worse"] == "0"

    def test_attacks(self):
        assert float(SAYS["attacks.masked"].values["ratio"]) > 2
        panel = FOUND.panels["adversarial"]
        verdicts = {one.verdict for one in panel.says if one.key.endswith(".says.pgd")}
        assert verdicts == {"worse"}
        assert float(SAYS["attacks.paper"].values["white"]) > 2
        values = FOUND.files["corruptions"]["values"]
        kinds = [one["kind"] for one in values["groups"][0]["kinds"]]
        found = zip(kinds, kind_verdicts(values), strict=True)
        assert {kind for kind, verdict in found if verdict == "better"} == {"blur", "contrast"}
        assert right("attacks") == "None"

    def test_gan(self):
        found, spoilt = SAYS["gan.minimax"], SAYS["gan.nonsaturating"]
        for says, loss in ((found, "minimax"), (spoilt, "nonsaturating")):
            assert "ring" in says.values["where"]
            assert loss in says.values["where"]
        assert float(found.values["mixup"]) > float(found.values["plain"])
        assert (found.verdict, spoilt.verdict) == ("better", "worse")
        decided = [
            (*re.findall(r"gan\.(?:data|loss)\.(\w+)", one.values["where"]), one.verdict)
            for one in FOUND.panels["gan"].says
            if one.verdict in ("better", "worse")
        ]
        assert set(decided) == {
            *(("ring", "minimax", "better"), ("grid", "minimax", "better")),
            *(("grid", "nonsaturating", "better"), ("ring", "nonsaturating", "worse")),
        }
        long = FOUND.files["gan_20000"]["values"]["losses"]["nonsaturating"]["ring"]
        (mixup,) = (row for row in long["alphas"] if row["alpha"] == 0.2)
        ends = [curve[-1] for curve in mixup["modes"]["values"]]
        assert ends.count(long["modes"]) == len(ends) - 1
        assert sum(curve[-1] < FAILED for curve in mixup["quality"]["values"]) == 1
        (as_long,) = (
            one
            for one in FOUND.panels["gan"].says
            if one.verdict in ("better", "worse") and "steps" in one.values["where"]
        )
        assert (as_long.key, as_long.verdict) == ("evidence.gan.says.modes", "better")
        assert "minimax" in as_long.values["where"]
        assert right("gan") == "It depends on target and loss"

    def test_kinds(self):
        gains = {
            name: float(SAYS[name].values["erm"]) - float(SAYS[name].values["mixup"])
            for name in ("kinds.large", "kinds.small")
        }
        assert gains["kinds.large"] > 0 > gains["kinds.small"]
        assert right("kinds") == "The larger one alone"

    def test_tables(self):
        """No comparison is decided, as the chapter says, and each interval is the corrected one."""
        values = FILES.value(Source("results/tabular"))["values"]
        for table in values["tables"]:
            for cell in table["lengths"]:
                splits = np.array(cell["difference"]["by_split"])
                assert len(splits) == values["repeats"] * values["folds"]
                ratio = 1 / (values["folds"] - 1)
                error = np.sqrt((1 / len(splits) + ratio) * splits.var(ddof=1))
                reach = float(stats.t.ppf(0.975, len(splits) - 1) * error)
                ends = splits.mean() - reach, splits.mean() + reach
                np.testing.assert_allclose(cell["difference"]["interval"], ends, atol=2e-6)
                assert ends[0] < 0 < ends[1]
        assert SAYS["kinds.tables"].verdict == "open"
        assert SAYS["kinds.tables"].values["open"] == SAYS["kinds.tables"].values["total"]

    def test_alpha(self):
        family = FOUND.files["generalisation"]["values"]["alpha"]
        plain = next(one for one in family if one["alpha"] == 0 and str(one["method"]) == "erm")
        mixed = [one for one in family if str(one["method"]) == "mixup"]
        assert all(one["test_error"] > plain["test_error"] for one in mixed)
        assert SAYS["alpha.underfits"].key.endswith("underfits")
        told = SAYS["alpha.several"].values["list"].split("; ")
        assert told[-1].startswith("α = 32: −")
        assert told[-1].endswith("[[evidence.studies.verdict.better]]")
        assert right("alpha") == "Training and test error both rise: underfitting"

    def test_limits(self):
        under = SAYS["limits.under"].values
        assert float(under["confidence"]) < float(under["accuracy"]) - 5
        assert abs(float(SAYS["limits.calibration"].values["after"])) < 1
        of = {
            one.key.rpartition("calibration.says.")[2]: one
            for one in FOUND.panels["calibration"].says
        }
        assert (of["curves.before"].verdict, of["seeds.before"].verdict) == ("better", "worse")
        assert right("limits") == "Not sure enough"


@pytest.mark.parametrize("name", FORMULAS)
def test_formulas_are_mathml_with_their_parts(name: str):
    math = mathml(name)
    assert math.startswith('<math display="block">')
    parts = [part for _, part in FORMULAS[name] if part]
    assert re.findall(r'data-part="([\w-]+)"', math) == parts
    assert "\\" not in math


def test_the_losses_of_a_real_prediction_add_up():
    swept = sweep_of(bundled(), example_sweep(bundled(), *gallery.pairs()[0]))
    found = payload.loss_payload(swept)
    lam = np.array(found["lam"])
    for losses in found["models"].values():
        mixed = lam * np.array(losses["a"]) + (1 - lam) * np.array(losses["b"])
        np.testing.assert_allclose(mixed, losses["soft"], atol=2e-3)


class TestCode:
    """The code of the last chapter runs, and both pieces give a loss."""

    def setup_method(self):
        self.names = {
            "torch": torch,
            "cross_entropy": cross_entropy,
            "alpha": 1.0,
            "model": nn.Sequential(nn.Flatten(), nn.Linear(12, 10)),
            "images": torch.rand(4, 3, 2, 2, generator=torch.Generator().manual_seed(0)),
            "labels": torch.tensor([0, 1, 2, 3]),
        }

    def test_plain(self):
        exec(CODE["plain"], self.names)
        scores, order, lam = (self.names[name] for name in ("scores", "order", "lam"))
        hot = torch.eye(10)[self.names["labels"]]
        soft = lam * hot + (1 - lam) * hot[order]
        torch.testing.assert_close(self.names["loss"], cross_entropy(scores, soft))

    def test_timm(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(torch.Tensor, "cuda", lambda tensor: tensor, raising=False)
        exec(CODE["timm"], self.names)
        assert self.names["targets"].shape == (4, 10)
        torch.testing.assert_close(self.names["targets"].sum(1), torch.ones(4))
        assert self.names["loss"].ndim == 0
