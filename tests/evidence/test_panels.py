"""Sentences follow from the numbers, charts hold them, and the paper's stand apart."""

import pytest

from mixup_demo import texts
from mixup_demo.evidence import adversarial, between, calibration, corrupted, generalisation, limits
from mixup_demo.evidence.panel import Panel, compare, paper, percent, ratio, signed, span
from mixup_demo.figures.rows import PAPERS
from tests.evidence import kit, words


def verdicts(panel: Panel) -> list[str | None]:
    return [says.verdict for says in panel.says]


def all_panels() -> list[Panel]:
    return [
        generalisation.panel(kit.generalisation(), paper()),
        corrupted.panel(kit.corrupted(), paper()),
        adversarial.panel(kit.adversarial(), paper()),
        calibration.panel(kit.calibration(), kit.out_of_distribution()),
        between.panel(kit.between()),
    ]


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [(-0.02, -0.01, "better"), (0.01, 0.02, "worse"), (-0.01, 0.01, "open"), (0, 0.01, "open")],
)
def test_a_verdict_needs_the_whole_interval(low: float, high: float, verdict: str):
    says = compare("evidence.paper", "evidence.measure.ece", 0.2, 0.3, 0.1, [low, high])
    assert says.verdict == verdict
    assert says.values["verdict"] == f"[[evidence.verdict.{verdict}]]"


def test_numbers_as_text():
    assert (percent(0.06789), percent(0.5, 0)) == ("6.8", "50")
    assert (signed(-0.234), signed(0.04), signed(-0.04), signed(1.25)) == (
        "−0.2",
        "0.0",
        "0.0",
        "+1.2",
    )
    assert (ratio(None), ratio(2.666)) == ("–", "2.67")
    assert (span(None), span([0.1, 0.2]), span([1, 2], share=False)) == (
        "–",
        "10.0 – 20.0",
        "1.00 – 2.00",
    )


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_sentences_take_exactly_their_values(language: str):
    panels = all_panels()
    for panel in [*panels, limits.panel(panels, paper())]:
        for says in panel.says:
            assert "{" not in words.text(says.key, language, **says.values)


def test_tables_are_rectangular():
    for panel in all_panels():
        assert {len(row) for row in panel.table.rows} == {len(panel.table.columns)}


def test_generalisation_says_who_is_better():
    better = generalisation.panel(kit.generalisation(0.061, 0.0524), paper())
    worse = generalisation.panel(kit.generalisation(0.0524, 0.061), paper())
    unclear = generalisation.panel(kit.generalisation(0.061, 0.0624), paper())
    assert verdicts(better)[:2] == ["better", "better"]
    assert verdicts(worse)[:2] == ["worse", "worse"]
    assert verdicts(unclear)[:2] == ["open", "open"]
    assert better.says[0].values["difference"] == "−0.9"


def test_underfitting_is_said_only_where_both_errors_rise():
    results = kit.generalisation()
    erm, largest = results["values"]["alpha"][0], results["values"]["alpha"][3]
    erm.update(test_error=0.1, interval=[0.09, 0.11], train_error=0.01)
    largest.update(test_error=0.2, interval=[0.19, 0.21], train_error=0.15)
    says = generalisation.panel(results, paper()).says[-1]
    assert says.key == "evidence.alpha.says.underfits"
    largest.update(train_error=0.005)
    says = generalisation.panel(results, paper()).says[-1]
    assert says.key == "evidence.alpha.says.holds"


def test_ratio_of_the_paper_is_that_of_accuracies():
    row = adversarial.paper_row(paper()["adversarial"], "fgsm", "white")
    assert adversarial.paper_ratio(row) == pytest.approx(24.8 / 9.3)
    black = adversarial.paper_row(paper()["adversarial"], "fgsm", "black")
    assert adversarial.paper_ratio(black) == pytest.approx(54.0 / 43.0)


def test_without_accuracy_there_is_no_ratio():
    panel = adversarial.panel(kit.adversarial(white=None), paper())
    keys = [says.key.rpartition(".")[2] for says in panel.says]
    assert keys == ["nothing-left", "ratio", "nothing-left", "ratio"]


def test_where_nothing_is_left_a_smaller_budget_tells():
    results = kit.adversarial()
    attacks = results["values"]["attacks"]
    white = [a for a in attacks if (a["method"], a["source"]) == ("ifgsm", "white")]
    for attack in white[2:]:
        attack["ratio"] = {"value": None, "interval": None}
    white[1]["ratio"] = {"value": 0.567891, "interval": [0.4, 0.8]}
    says = adversarial.panel(results, paper()).says
    ours = next(one for one in says if one.key == "evidence.adversarial.says.ours")
    assert (ours.verdict, ours.values["ratio"], ours.values["budget"]) == ("worse", "0.57", "2")


def test_papers_points_are_hollow_diamonds_on_tinted_ground():
    figure = generalisation.panel(kit.generalisation(), paper()).charts[0].figure
    symbols = {trace.name: trace.marker.symbol for trace in figure.data if trace.mode == "markers"}
    assert symbols["[[model.erm]]"] == "circle"
    assert symbols["[[evidence.paper]], [[model.erm]]"] == PAPERS
    assert [shape.type for shape in figure.layout.shapes] == ["rect"]


def test_curves_hold_every_epoch_and_ends_the_best_and_the_last():
    results = kit.corrupted()
    panel = corrupted.panel(results, paper())
    model = results["values"]["shares"][0]["models"][0]
    assert list(panel.charts[0].figure.data[0].y) == [100 * error for error in model["curve"]]
    ends = [trace.x[0] for trace in panel.charts[3].figure.data if trace.mode == "markers"][:2]
    assert ends == [100 * model["best"], 100 * model["last"]]


def test_memorised_labels_are_those_given_back():
    results = kit.corrupted()
    erm = results["values"]["shares"][0]["models"][0]
    says = corrupted.panel(results, paper()).says[1]
    assert says.values["erm"] == percent(1 - erm["train_error_corrupted"])


def test_empty_bins_are_not_drawn():
    panel = calibration.panel(kit.calibration(), kit.out_of_distribution())
    lines = [trace for trace in panel.charts[0].figure.data if trace.name]
    assert [len(trace.x) for trace in lines] == [2, 2]


def test_sets_count_only_where_intervals_lie_apart():
    says = calibration.panel(kit.calibration(), kit.out_of_distribution()).says[-1]
    assert (says.values["lower"], says.values["higher"], says.values["count"]) == ("1", "0", "2")


def test_limits_repeat_what_does_not_favour_mixup():
    panels = all_panels()
    against = [s for panel in panels for s in panel.says if s.verdict in ("worse", "open")]
    assert len(against) >= 3
    panel = limits.panel(panels, paper())
    assert list(panel.says)[: len(against)] == against
    assert all(says.verdict is None for says in list(panel.says)[len(against) :])
