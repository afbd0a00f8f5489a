"""Every text key that the evidence uses has a sentence, those that are put together too.

Keys are found twice: in what panels show, of real and of made-up results, and in the code itself,
where each template, such as "evidence.verdict.{}", is filled with all that it may be filled with.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest

from mixup_demo import evidence, figures, texts
from mixup_demo.evaluation.tabular import TABLES
from mixup_demo.evidence import files, gan, population, toy
from mixup_demo.evidence.claims import PANELS
from mixup_demo.evidence.corrupted_seeds import STUDIES as CORRUPTED_STUDIES
from mixup_demo.evidence.panel import MODELS, Panel, Says, Table
from mixup_demo.figures.measures import MEASURES
from mixup_demo.results import PlaneMeasures, Smoothness
from tests.evidence import kit, words
from tests.evidence.panels import NAMES, kit_panels, panels, real_panels

IN_TEXT = re.compile(r"\[\[([\w.{}-]+?)\]\]")
IS_KEY = re.compile(r"(?:evidence|population|gan|toy|measure|plane|model|chart)\.[\w.{}-]+")
IS_SUFFIX = re.compile(r"\{\}\.[a-z]+")
#: look like keys, and are none
NO_KEYS = {"gan.FAILED", "gan.ALL", "{}.json"}

COMPARED = tuple(name for name, *_ in toy.COMPARED.values())
VERDICTS = ("better", "worse", "open")
STUDIES = ("curves", "added", "length")
METHODS = ("erm", "mixup", "erm-dropout", "mixup-dropout")
KINDS = ("noise", "blur", "contrast", "jpeg", "rotation")
SHARES = ("20", "50", "80")
SMOOTHNESS = (
    *(field.name for field in fields(Smoothness)),
    *("adversarial_thickness", "input_jacobian"),
)
PLANE = tuple(field.name for field in fields(PlaneMeasures))
MEASURED = (*(f"measure.{name}" for name in SMOOTHNESS), *(f"plane.{name}" for name in PLANE))
WITHOUT_IDEAL = tuple(measure.name for measure in MEASURES if not measure.ideal)
COLUMNS = (
    *("model", "erm", "mixup", "interval", "source", "best", "last", "train-true", "attack"),
    *("train-corrupted", "ratio", "measure", "difference", "setting", "corruption"),
)

#: template -> what each of its gaps may hold
DOMAINS: dict[str, tuple[tuple[str, ...], ...]] = {
    "learn.kinds.table.{}": (tuple(TABLES),),
    "evidence.attack.{}.white.{}": (("fgsm", "pgd"), ("page", "scarce")),
    "evidence.adversarial.passed.{}": (("page", "scarce"),),
    "evidence.attack.{}.black.sources": (("fgsm", "ifgsm"),),
    "evidence.attack.{}.black": (("fgsm", "ifgsm", "pgd"),),
    "evidence.attack.{}.{}": (("fgsm", "ifgsm", "pgd"), ("white", "black")),
    "evidence.between.{}": (("trained", "calibrated"),),
    "evidence.between.says.{}": (("gradient", "equal", "jacobian.trained", "jacobian.calibrated"),),
    "evidence.smoothness.{}": (("trained", "calibrated"),),
    "evidence.smoothness.chart.{}.{}": (("trained", "calibrated"), ("page", "scarce")),
    "evidence.smoothness.says.{}": (("trained", "calibrated"),),
    "evidence.claim.{}": (tuple(PANELS),),
    "evidence.axis.{}": (("confidence", "auroc"),),
    "evidence.calibration.chart.{}": (("before", "after"),),
    "evidence.calibration.says.{}": (("over", "under"),),
    "evidence.calibration.says.seeds.{}": (("before", "after"),),
    "evidence.calibration.says.curves.{}": (("before", "after"),),
    "evidence.calibration.{}": (("before", "after"),),
    "evidence.column.{}": (COLUMNS,),
    "evidence.corrupted.chart.{}": ((*SHARES, *CORRUPTED_STUDIES),),
    "evidence.corrupted.says.{}": (("memorised", "missed"),),
    "evidence.corrupted.says.seeds.{}{}": (("last", "best"), ("", ".few")),
    "evidence.corrupted.share.{}": (SHARES,),
    "evidence.corruptions.axis.{}": (KINDS,),
    "evidence.corruptions.difference.{}": (("bundled", "page", "scarce"),),
    "evidence.corruptions.kind.{}": (KINDS,),
    "evidence.corruptions.pair.{}": (("bundled", "page", "scarce"),),
    "evidence.gan.axis.{}": (("modes", "quality"),),
    "evidence.gan.chart.{}": (("modes", "quality"),),
    "evidence.gan.chart.steps.{}": (("minimax", "nonsaturating"),),
    "evidence.gan.data.{}": (("ring", "grid", "swiss"),),
    "evidence.gan.loss.{}": (("minimax", "nonsaturating"),),
    "evidence.gan.says.{}": (("modes", "quality"),),
    "evidence.gan.says.length{}": (("", ".long"),),
    "evidence.summary.gan.{}": (("modes", "quality"),),
    "evidence.summary.all-images.{}": (("bundled", "page"),),
    "evidence.summary.page.{}": (("better", "worse", "total"),),
    "evidence.{}.chart": (("alphas", "family"),),
    "evidence.alphas.says{}": (("", ".few"),),
    "evidence.finding.corrupted.{}": (tuple(CORRUPTED_STUDIES),),
    "evidence.finding.generalisation.{}": ((*STUDIES, "relatives"),),
    "evidence.group.{}": (("bundled", "page", "scarce"),),
    "evidence.legend.{}": (METHODS,),
    "evidence.method.{}": (("erm", "cutmix", "smoothing"),),
    "evidence.pair.{}": (("bundled", "page", "scarce"),),
    "evidence.ruling.{}": (VERDICTS,),
    "evidence.set.{}": (("inside", "uniform", "gaussian", "textures", "digits", "crops"),),
    "evidence.short.{}": (("erm", "cutmix", "smoothing"),),
    "evidence.source.{}": (("page-erm-seed1", "cifar10-erm-seed1", "small-mixup-1", *kit.FURTHER),),
    "evidence.studies.augmentation.{}": (("alone", "crop-flip"),),
    "evidence.studies.chart.{}": (STUDIES,),
    "evidence.studies.network.{}": (("cnn", "resnet"),),
    "evidence.studies.says.{}{}": (STUDIES, ("", ".few")),
    "evidence.studies.study.{}": (STUDIES,),
    "evidence.studies.method.{}": (
        ("erm", "mixup", "inputs", "cutmix", "smoothing", "erm-dropout"),
    ),
    "evidence.studies.of.{}": (
        (*STUDIES, "relatives", "alphas", "corrupted", "pilot", "noisy", "page", "family"),
    ),
    "evidence.studies.says.relatives{}": (("", ".few"),),
    "evidence.studies.says.alphas{}": (("", ".few"),),
    "evidence.studies.trend.{}": (VERDICTS,),
    "evidence.studies.verdict.{}": ((*VERDICTS, "few"),),
    "evidence.summary.white{}": (("", ".plain"),),
    "evidence.test.{}": (("images", "page", "seeds", "curves"),),
    "evidence.verdict.{}": (VERDICTS,),
    "gan.column.{}": (("alpha", "modes", "quality", "n"),),
    "gan.says.{}": (("modes", "quality"),),
    "gan.says.{}.alone": (("modes", "quality"),),
    "measure.{}": (SMOOTHNESS,),
    "measure.{}.ideal": (WITHOUT_IDEAL,),
    "measure.{}.unit": (SMOOTHNESS,),
    "model.{}": (MODELS,),
    "plane.{}": (PLANE,),
    "population.axis.{}": (("own", "gradient_norm", "confidence"),),
    "population.chart.{}": (("own", "gradient_norm", "confidence"),),
    "population.needed.{}": (("pairs", "planes"),),
    "population.ordinal.{}": (("st", "nd", "rd", "th"),),
    "population.says.{}": (VERDICTS,),
    "population.verdict.{}": (VERDICTS,),
    "toy.says.one.{}": (COMPARED,),
    "toy.says.seeds.{}": (COMPARED,),
    "toy.says.seeds.{}.alike": (COMPARED,),
    "toy.verdict.{}.{}": (COMPARED, VERDICTS),
    # keys whose beginning was put together before, or is handed over whole
    "{}": (MEASURED,),
    "{}.unit": (MEASURED,),
    "{}.ends": (tuple(f"evidence.corrupted.chart.{share}" for share in SHARES),),
}


def missing(keys: set[str]) -> set[str]:
    return keys - set(words.TEXTS)


def keys_of_says(says: Says) -> Iterator[str]:
    yield says.key
    for value in says.values.values():
        yield from IN_TEXT.findall(value)


def keys_of_table(table: Table) -> Iterator[str]:
    for row in (table.columns, *table.rows):
        for cell in row:
            yield from IN_TEXT.findall(cell)


def keys_of(panel: Panel) -> set[str]:
    """The keys of everything in a panel, and those that the page makes of its name."""
    stem = "population" if panel.name == "population" else f"evidence.{panel.name}"
    keys = {f"{stem}.{part}" for part in ("title", "claim", "setting")} | {panel.heading}
    keys |= {f"evidence.legend.{part}" for part in panel.legend}
    keys |= {finding.title for finding in panel.findings if finding.title}
    keys |= {key for says in panel.says for key in keys_of_says(says)}
    keys |= {chart.title for chart in panel.charts} | set(keys_of_table(panel.table))
    return keys | {key for c in panel.charts for key in IN_TEXT.findall(c.figure.to_json())}


def templates(source: str) -> set[str]:
    """The keys in a module's code; a gap for each value that is put into an f-string."""
    tree = ast.parse(source)
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inner = {id(part) for node in joined for part in ast.walk(node) if part is not node}
    found = {_template(node) for node in joined}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            found.add(node.value)
    keys = {key for text in found for key in IN_TEXT.findall(text)}
    return keys | {text for text in found if IS_KEY.fullmatch(text) or IS_SUFFIX.fullmatch(text)}


def _template(node: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)


def code_keys() -> set[str]:
    folders = (Path(evidence.__path__[0]), Path(figures.__path__[0]))
    modules = [path for folder in folders for path in folder.glob("*.py") if path.stem != "texts"]
    return {key for path in modules for key in templates(path.read_text("utf-8"))} - NO_KEYS


def expanded(template: str) -> set[str]:
    return {template.format(*fill) for fill in product(*DOMAINS[template])}


@pytest.mark.parametrize("made", [real_panels, kit_panels])
@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_a_panel_has_a_sentence(name: str, made: Callable[[], list[Panel]]):
    keys = keys_of(made()[NAMES.index(name)])
    assert len(keys) > 10
    assert missing(keys) == set()


def test_every_key_of_the_gans_has_a_sentence():
    losses = files.read("gan")["values"]["losses"]
    for values in (part for data in losses.values() for part in data.values()):
        said = [*gan.says(values, 0.2), gan.note(values)]
        keys = {key for says in said for key in keys_of_says(says)}
        assert missing(keys | set(keys_of_table(gan.table(values)))) == set()


def test_whole_keys_in_the_code_have_sentences():
    keys = {key for key in code_keys() if "{}" not in key}
    assert len(keys) > 60
    assert missing(keys) == set()


def test_every_template_of_the_code_has_a_domain():
    assert {key for key in code_keys() if "{}" in key} <= set(DOMAINS)


@pytest.mark.parametrize("template", DOMAINS)
def test_every_key_that_a_template_may_give_has_a_sentence(template: str):
    assert missing(expanded(template)) == set()


def test_domains_hold_what_panels_show():
    """The domains are written here: what results give must be in them."""
    possible = {key for template in DOMAINS for key in expanded(template)} | code_keys()
    shown = {key for panel in (*real_panels(), *kit_panels()) for key in keys_of(panel)}
    of_the_page = re.compile(r".+\.(title|claim|setting)|evidence\.legend\..+")
    assert {key for key in shown - possible if not of_the_page.fullmatch(key)} == set()


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_placeholder_has_a_value(language: str):
    for says in (says for panel in (*real_panels(), *kit_panels()) for says in panel.says):
        sentence = words.TEXTS[says.key][texts.LANGUAGES.index(language)]
        assert set(re.findall(r"\{(\w+)\}", sentence)) <= set(says.values)
        assert "{" not in words.text(says.key, language, **says.values)


class TestControls:
    """Each check has to fail on what it is for."""

    @pytest.mark.parametrize("key", ["evidence.verdict.better", "measure.miss_rate.unit"])
    def test_a_missing_sentence_is_found(self, key: str, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.delitem(words.TEXTS, key)
        assert any(missing(keys_of(panel)) == {key} for panel in real_panels())
        assert any(key in missing(expanded(template)) for template in DOMAINS)

    def test_a_missing_sentence_of_the_code_is_found(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.delitem(words.TEXTS, "evidence.alpha.says.holds")
        assert missing(code_keys()) >= {"evidence.alpha.says.holds"}

    def test_results_of_a_new_name_have_no_sentence(self):
        def read(name: str) -> dict:
            made = getattr(kit, name)()
            if name == "generalisation":
                made["values"]["groups"][0]["group"] = "unheard-of"
            return made

        unheard = {"evidence.group.unheard-of", "evidence.pair.unheard-of"}
        assert missing(keys_of(panels(read)[0])) == unheard

    def test_a_verdict_that_no_result_earns_is_in_a_domain(self):
        told = population.says(files.read("population"))
        earned = {says.key.rpartition(".")[2] for says in told} & {*VERDICTS}
        assert set() < earned < {*VERDICTS}
        assert expanded("population.says.{}") == {f"population.says.{v}" for v in VERDICTS}

    def test_a_new_template_and_a_new_key_are_found_in_code(self):
        found = templates('a = f"[[evidence.new.{x}.y]], {n}"; b = "gan.other"; c = f"{t}.odd"')
        assert found == {"evidence.new.{}.y", "gan.other", "{}.odd"}
        assert not found & set(DOMAINS)
