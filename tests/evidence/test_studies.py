"""When mixup helps: said as the studies' numbers say it, in favour or not, or not yet."""

from typing import Any

import pytest

from mixup_demo.evidence import alphas, files, generalisation, over_alpha, relatives
from mixup_demo.evidence import groups as of_groups
from mixup_demo.evidence import studies as of_studies
from mixup_demo.evidence.panel import Panel, Says
from mixup_demo.evidence.studies import distinct
from mixup_demo.evidence.trace import file_values
from mixup_demo.figures.marks import SEED
from mixup_demo.texts.paper import numbers as paper
from tests.evidence import kit, recompute, roles, words

STUDIES = ("curves", "added", "length")


def panel(studies: dict[str, Any] | None, **pair: float) -> Panel:
    return generalisation.panel(kit.generalisation(**pair), paper(), studies)


def said(studies: dict[str, Any]) -> dict[str, Says]:
    """The panel's sentences on the studies, without its charts, which take longer."""
    values = file_values(studies)["values"]
    groups = kit.generalisation()["values"]["groups"]
    notes = [
        *of_studies.network(values, groups),
        *of_studies.trainings(values),
        *of_groups.together(groups, values),
    ]
    of_alphas = [*alphas.says(values), *over_alpha.thin(values)]
    each = [of_studies.says(name, values) for name in of_studies.comparing(values)]
    found = [*each, *relatives.says(values), *of_alphas, *notes]
    return {one.key.removeprefix("evidence.studies.says."): one for one in found}


def test_the_panel_opens_with_the_studies():
    found = panel(kit.studies())
    asked = (*STUDIES, "relatives")
    together, *findings = found.findings
    assert [one.key for one in together.says] == ["evidence.studies.says.together"]
    assert [one.title for one in findings[:4]] == [
        f"evidence.finding.generalisation.{name}" for name in asked
    ]
    for finding, name in zip(findings, asked, strict=False):
        assert finding.says[0].key == f"evidence.studies.says.{name}"
        assert finding.charts[0].title == f"evidence.studies.chart.{name}"
    assert [len(one.charts) for one in findings] == [2, 1, 1, 1, 1, 3, 0]
    assert found.results == ["studies", "generalisation"]
    assert found.models == ["generalisation-model", "studies-model"]
    without = panel(None)
    assert (without.says[0].key, len(without.charts)) == ("evidence.says.difference", 2)
    assert without.results == ["generalisation"]


@pytest.mark.parametrize("seeds", [1, 2, 3])
def test_every_number_is_what_its_source_says(seeds: int):
    studies = kit.studies(seeds=seeds)
    files = recompute.Files(**{"results/studies": studies})
    files._contents["results/generalisation"] = kit.generalisation()
    found = panel(studies)
    assert recompute.panel_problems(found, files) == []
    assert roles.panel_problems(found, files) == []


@pytest.mark.parametrize(
    ("gains", "verdict", "better", "worse"),
    [
        ((0.09, 0.06, 0.03), "better", "3", "0"),
        ((-0.09, -0.06, -0.03), "worse", "0", "3"),
        ((0.09, 0.0, -0.03), "open", "1", "1"),
    ],
)
def test_the_sentence_follows_most_numbers_of_images(gains, verdict: str, better: str, worse: str):
    says = said(kit.studies(gains))["curves"]
    assert says.verdict == verdict
    assert (says.values["better"], says.values["worse"], says.values["total"]) == (
        *(better, worse, "3"),
    )
    assert says.values["list"].startswith("1,000 [[evidence.studies.images]]: ")
    assert f"(n = 3), [[evidence.studies.verdict.{verdict}]]" in says.values["list"]


@pytest.mark.parametrize(
    ("gains", "trend"),
    [((0.09, 0.06, 0.03), "worse"), ((0.03, 0.06, 0.09), "better"), ((0.06, 0.03, 0.06), "open")],
)
def test_the_gain_changes_only_where_the_interval_of_the_change_says_so(gains, trend: str):
    change = said(kit.studies(gains))["curves"].values["change"]
    assert "1,000 → 5,000 [[evidence.studies.images]]: " in change
    assert change.endswith(f"[[evidence.studies.trend.{trend}]].")


def test_few_seeds_decide_nothing_and_show_no_interval():
    found = said(kit.studies(seeds=2))
    for name in STUDIES:
        says = found[f"{name}.few"]
        assert (says.verdict, name in found) == ("open", False)
        assert "−9.0 (n = 2)" in says.values["list"]
        assert says.values["change"].endswith("[[evidence.studies.verdict.few]].")


def test_a_comparison_of_few_seeds_beside_others_is_not_counted():
    studies = kit.studies()
    last = studies["values"]["studies"]["curves"]["cells"][-1]["alphas"][-1]["difference"]
    last.update(by_seed=last["by_seed"][:2])
    says = said(studies)["curves"]
    assert says.values["total"] == "2"
    assert says.values["list"].endswith("−3.0 (n = 2), [[evidence.studies.verdict.few]]")


def test_a_study_without_two_comparisons_is_left_out():
    studies = kit.studies()
    for name in ("added", "length"):
        del studies["values"]["studies"][name]["cells"][1:]
        studies["values"]["studies"][name]["changes"] = []
    found = panel(studies)
    keys = {one.key for one in found.says} | {chart.title for chart in found.charts}
    assert not {key for key in keys if "added" in key or "length" in key}
    assert not [row for row in found.table.rows if "study.added" in row[0]]


@pytest.mark.parametrize(
    ("gain", "verdict", "better", "worse"), [(0.09, "better", "4", "0"), (0.0, "worse", "0", "4")]
)
def test_mixup_is_judged_beside_each_of_its_relatives(gain, verdict, better, worse):
    studies = kit.studies((gain, 0.06, 0.03))
    says = said(studies)["relatives"]
    assert says.verdict == verdict
    assert (says.values["better"], says.values["worse"]) == (better, worse)
    assert says.values["total"] == "4"
    first, *_, last = says.values["list"].split("; ")
    assert first.startswith("[[evidence.studies.method.inputs]], α = 1: ")
    assert last.startswith("[[evidence.studies.method.erm-dropout]] 0.5: ")
    own = says.values["own"].split("; ")
    assert [one.endswith("[[evidence.studies.verdict.better]]") for one in own] == [True] * 4
    assert own[0].startswith("[[evidence.studies.method.inputs]], α = 1: −2.0 [")
    labels = [trace["text"] for trace in panel(studies).charts[4].figure.layout.annotations]
    assert "[[evidence.studies.method.smoothing]] 0.1" in labels


def test_relatives_are_shown_once_mixup_can_be_compared_with_several():
    studies = kit.studies(seeds=1)
    assert said(studies)["relatives.few"].verdict == "open"
    (group,) = studies["values"]["methods"]["relatives"]
    del group["methods"][3:]
    found = panel(studies)
    assert not [one.key for one in found.says if "relatives" in one.key]
    assert not [chart.title for chart in found.charts if "relatives" in chart.title]
    assert not [row for row in found.table.rows if "relatives" in row[0]]
    studies["values"]["methods"]["relatives"] = []
    assert len(panel(studies).says) == len(found.says)


@pytest.mark.parametrize(
    ("gain", "verdict", "better", "worse"), [(0.09, "better", "2", "0"), (-0.09, "worse", "0", "2")]
)
def test_every_alpha_is_compared_with_erm(gain, verdict, better, worse):
    says = said(kit.studies((gain, 0.06, 0.03)))["evidence.alphas.says"]
    assert (says.verdict, says.values["better"], says.values["worse"]) == (verdict, better, worse)
    first, second = says.values["list"].split("; ")
    assert first.startswith("α = 0.2: " + ("−3.0 [" if gain > 0 else "+3.0 ["))
    assert second.startswith("α = 1: " + ("−9.0 [" if gain > 0 else "+9.0 ["))
    assert says.values["others"].startswith("α = 0.2: " + ("−6.0 [" if gain > 0 else "+6.0 ["))


def test_errors_over_alpha_have_erm_apart_and_every_seed():
    studies = kit.studies()
    (cell,) = studies["values"]["studies"]["alphas"]["cells"]
    found = {one.title: one.figure for one in panel(studies).charts}["evidence.alphas.chart"]
    assert list(found.layout.xaxis.categoryarray) == ["[[evidence.short.erm]]", "0.2", "1"]
    for model, arms in (("erm", cell["alphas"][:1]), ("mixup", cell["alphas"][1:])):
        means, seeds = (one for one in found.data if one.name == f"[[model.{model}]]")
        assert list(means.y) == [100 * arm["mean"] for arm in arms]
        assert list(seeds.y) == [100 * error for arm in arms for error in arm["errors"]]
        assert len(set(seeds.x)) == len(arms)
    said_of = {one.key: one for one in panel(studies).says}["evidence.alphas.says"]
    assert (said_of.values["best"], said_of.values["epochs"]) == ("α = 1", "64")


def test_a_study_of_two_alphas_is_left_out():
    studies = kit.studies()
    for name in ("alphas", "family"):
        (cell,) = studies["values"]["studies"][name]["cells"]
        del cell["alphas"][1]
    found = panel(studies)
    keys = {one.key for one in found.says} | {chart.title for chart in found.charts}
    assert not {key for key in keys if "evidence.alphas" in key or "evidence.family" in key}
    assert "evidence.alphas.says.few" in said(kit.studies(seeds=2))


@pytest.mark.parametrize(
    ("gains", "better", "worse"),
    [((0.09, 0.06, 0.03), "3", "0"), ((-0.09, 0.06, -0.03), "1", "2"), ((0.0, 0.0, 0.0), "0", "0")],
)
def test_a_further_alpha_is_compared_with_the_first(gains, better: str, worse: str):
    says = said(kit.studies(gains))["alphas"]
    assert says.verdict is None  # mixup beside mixup
    assert (says.values["alpha"], says.values["other"]) == ("1", "0.2")
    assert (says.values["better"], says.values["worse"]) == (better, worse)
    assert says.values["total"] == "3"
    assert says.values["list"].startswith("1,000 [[evidence.studies.images]]: ")
    assert len(says.values["own"].split("; ")) == 3
    assert "alphas.few" in said(kit.studies(gains, seeds=2))


def test_a_further_alpha_is_a_line_of_its_own():
    found = panel(kit.studies())
    both = [one for one in found.charts[0].figure.data if one.name == "[[model.mixup]], α = 0.2"]
    line, seeds = both
    assert (line.mode, line.line.dash, len(line.x)) == ("lines", "dot", 3)
    assert (seeds.mode, len(seeds.x)) == ("markers", 3 * 3)
    assert "further" in found.legend
    studies = kit.studies()
    for cell in studies["values"]["studies"]["curves"]["cells"][1:]:
        del cell["alphas"][1]
    without = panel(studies)  # one number of images is no curve
    assert not [one for one in without.charts[0].figure.data if "α" in (one.name or "")]
    assert not [one for one in without.says if "studies.says.alphas" in one.key]
    assert "further" not in without.legend


def test_a_cell_without_mixup_has_no_difference_and_no_guess():
    studies = kit.studies()
    del studies["values"]["studies"]["curves"]["cells"][0]["alphas"][1:]
    assert not said(studies)["curves"].values["list"].startswith("1,000")
    row = panel(studies).table.rows[0]
    assert row[0].endswith("1,000 [[evidence.studies.images]]")
    assert (row[2][-5:], row[3], row[4]) == ("n = 3", "", "")


def test_nothing_is_said_of_learning_curves_that_do_not_exist():
    studies = kit.studies()
    studies["values"]["studies"]["curves"].update(cells=[], changes=[])
    keys = [*said(studies)]
    assert keys[:3] == ["added", "length", "relatives"]
    assert not {"curves", "heart", "behind"} & {*keys}
    assert {"again", "queue"} <= {*keys}


def test_how_well_the_network_learns_its_images_is_computed():
    studies = kit.studies()
    heart = said(studies)["heart"].values
    assert (heart["learned"], heart["total"], heart["most"]) == ("3", "3", "0.1")
    studies["values"]["studies"]["curves"]["cells"][2]["alphas"][0]["train_errors"][1] = 0.034
    heart = said(studies)["heart"].values
    assert (heart["learned"], heart["total"], heart["most"]) == ("2", "3", "3.4")


def test_it_is_behind_the_pair_only_where_it_is():
    assert "evidence.studies.says.behind" in {one.key for one in panel(kit.studies()).says}
    worse = {one.key for one in panel(kit.studies(), erm=0.5, mixup=0.49).says}
    assert "evidence.studies.says.behind" not in worse


def test_every_seed_is_a_point_and_the_line_goes_through_the_means():
    studies = kit.studies()
    cells = studies["values"]["studies"]["curves"]["cells"]
    figure = panel(studies).charts[0].figure
    assert figure.layout.xaxis.type == "log"
    for model, at in (("erm", 0), ("mixup", 2)):
        arms = [cell["alphas"][at] for cell in cells]
        own = [trace for trace in figure.data if trace.name == f"[[model.{model}]]"]
        line, points = own
        assert list(line.x) == list(kit.COUNTS)
        assert list(line.y) == [100 * arm["mean"] for arm in arms]
        assert (points.marker.symbol, points.mode) == (SEED, "markers")
        assert list(points.y) == [100 * error for arm in arms for error in arm["errors"]]


def test_sentences_take_exactly_their_values():
    for seeds in (1, 2, 3):
        said = panel(kit.studies(seeds=seeds)).says
        assert [says.key for says in said if not words.is_told(says)] == []


def test_trainings_of_several_studies_count_once():
    values = file_values(files.read("studies"))["values"]
    once = distinct(values)
    every = [
        arm["difference"]
        for name in STUDIES
        for cell in values["studies"][name]["cells"]
        for arm in cell["alphas"]
        if arm["alpha"] == values["mixup_alpha"] and arm["difference"]
    ]
    # the same networks have the same first seeds; of those that stand twice most seeds count
    seeds: dict[tuple[float, ...], int] = {}
    for one in every:
        first = tuple(one["by_seed"][:3])
        seeds[first] = max(seeds.get(first, 0), len(one["seeds"]))
    assert len(once) < len(every)
    assert sorted(one.seeds for one in once) == sorted(seeds.values())


def test_all_comparisons_are_corrected_together():
    # three, three and two cells that are not the same, and the pairs of few and of all images
    together = said(kit.studies((0.09, 0.06, 0.03)))["together"]
    assert (together.verdict, together.values["total"]) == (None, "10")
    assert (together.values["better"], together.values["worse"]) == ("10", "0")
    # p = 0.01: enough among the three of a study, but not among ten, of which one is clear
    wide = said(kit.studies((0.05, 0.05, 0.05), by=0.009))
    assert (wide["curves"].values["better"], wide["together"].values["better"]) == ("3", "1")


def test_what_the_wider_correction_takes_from_the_claim_is_named():
    assert said(kit.studies((0.09, 0.06, 0.03)))["together"].values["lost"] == "–"
    lost = said(kit.studies((0.05, 0.05, 0.05), by=0.009))["together"].values["lost"]
    assert lost.count("[[evidence.studies.network.resnet]]") == len(kit.COUNTS)
    real = generalisation.panel(files.read("generalisation"), paper(), files.read("studies"))
    (together,) = (one for one in real.says if one.key.endswith(".together"))
    assert together.values["lost"] == "[[evidence.pair.page]]"


def test_before_the_last_epoch_a_short_training_is_worse_as_the_sentence_says():
    """By the median of the last epochs; in the long one there is hardly a difference."""
    groups = {one["group"]: one for one in files.read("generalisation")["values"]["groups"]}

    def behind(group: str, model: str) -> float:
        of = groups[group][model]
        return sum(of["medians"]) / len(of["medians"]) - of["mean"]

    assert groups["scarce"]["epochs"] < groups["bundled"]["epochs"] / 2
    assert all(behind("scarce", model) > 0.005 for model in ("erm", "mixup"))
    assert all(abs(behind("bundled", model)) < 0.001 for model in ("erm", "mixup"))
