"""What is said of the GANs: as computed, in favour of mixup or not."""

import pytest

from mixup_demo import texts
from mixup_demo.evidence import gan
from mixup_demo.evidence.gan import note, says, table
from tests.evidence import words


def row(alpha: float, modes: float, quality: list[float], interval: list[float] | None) -> dict:
    def measured(end: float, curves: list[list[float]], scale: float) -> dict:
        ends = interval and [scale * one for one in interval]
        return {
            "values": curves,
            "mean": curves[0],
            "end": {"mean": end, "sd": 0.5 * scale if interval else None},
            "difference": {"mean": sum(ends) / 2 if ends else 0.125 * scale, "interval": ends},
        }

    return {
        "alpha": alpha,
        "modes": measured(modes, [[modes] for _ in quality], 8),
        "quality": measured(sum(quality) / len(quality), [[one] for one in quality], 1),
    }


def values(interval: list[float] | None, quality: list[float]) -> dict:
    return {
        "modes": 8,
        "seeds": list(range(len(quality))),
        "iterations": [100],
        "alphas": [row(0.0, 3.0, [0.5] * len(quality), None), row(0.2, 7.5, quality, interval)],
    }


@pytest.mark.parametrize(
    ("interval", "verdict"),
    [([0.1, 0.2], "better"), ([-0.2, -0.1], "worse"), ([-0.1, 0.3], "open")],
)
def test_the_verdict_follows_the_interval(interval: list[float], verdict: str):
    modes, quality, _ = says(values(interval, [0.75, 0.5, 0.625]), 0.2)
    assert (modes.key, quality.key) == ("gan.says.modes", "gan.says.quality")
    for one in (modes, quality):
        assert one.verdict == verdict
        assert one.values["verdict"] == f"[[evidence.verdict.{verdict}]]"
    assert (modes.values["plain"], modes.values["mixup"]) == ("3.0", "7.5")
    assert (quality.values["plain"], quality.values["mixup"]) == ("50.0", "62.5")
    assert quality.values["low"].replace("−", "-") == f"{100 * interval[0]:+.1f}"


def test_longer_trainings_are_introduced_by_their_length():
    longer = {**values([0.1, 0.2], [0.75, 0.5, 0.625]), "iterations": [0, 20_000]}
    first, modes, quality = gan.longer(longer, 0.2)
    assert (first.key, first.values["steps"]) == ("gan.says.longer", "20,000")
    assert (modes.verdict, quality.verdict) == ("better", "better")
    assert gan.longer(longer, 0.0) == gan.longer(longer, 0.3) == []


@pytest.mark.parametrize(
    ("interval", "seeds"),
    [(None, 1), ([0.1, 0.2], 2)],
)
def test_few_seeds_are_inconclusive(interval, seeds: int):
    modes, quality, *_ = says(values(interval, [0.75] * seeds), 0.2)
    assert (modes.key, modes.verdict) == ("gan.says.modes.alone", "open")
    assert (quality.key, quality.values["n"]) == ("gan.says.quality.alone", str(seeds))
    assert not {"low", "high", "difference"} & (set(modes.values) | set(quality.values))


@pytest.mark.parametrize(
    ("interval", "verdict", "ends"),
    [([0.1, 1.2], "better", ("+10.0", "+100.0")), ([-1.5, 1.5], "open", ("−100.0", "+100.0"))],
)
def test_an_interval_ends_at_all_samples(
    interval: list[float], verdict: str, ends: tuple[str, str]
):
    modes, quality, *_ = says(values(interval, [0.75] * 3), 0.2)
    assert (modes.verdict, quality.verdict) == (verdict, verdict)
    assert (quality.values["low"], quality.values["high"]) == ends
    assert modes.values["high"] == "+8.0"


def test_the_band_is_of_all_seeds():
    assert note(values(None, [0.75])).key == "gan.band.alone"
    assert note(values([0, 1], [0.75, 0.5])).values == {"n": "2"}


def test_failed_runs_are_named():
    *_, failed = says(values([0.1, 0.2], [0.75, 0.009, 0.0]), 0.2)
    assert failed.key == "gan.says.failed"
    assert failed.values["runs"] == "α = 0.2 ([[gan.seed]] 1), α = 0.2 ([[gan.seed]] 2)"
    *_, none = says(values([0.1, 0.2], [0.75, 0.01]), 0.2)
    assert none.key == "gan.says.none-failed"


@pytest.mark.parametrize("alpha", [0.0, 0.3])
def test_nothing_is_compared_with_itself_or_with_what_was_not_trained(alpha: float):
    assert len(says(values([0.1, 0.2], [0.75, 0.5]), alpha)) == 1


@pytest.mark.parametrize("quality", [[0.75], [0.75, 0.0, 0.5]])
def test_every_sentence_can_be_said(quality: list[float]):
    measured = values([0.1, 0.2] if len(quality) > 1 else None, quality)
    for language in texts.LANGUAGES:
        for one in (*says(measured, 0.2), note(measured)):
            assert "{" not in words.text(one.key, language, **one.values)


def test_the_table_has_a_row_for_each_alpha():
    found = table(values([0.1, 0.2], [0.75, 0.5]))
    assert found.rows == [
        ["0", "3.0 / 8", "50.0", "2"],
        ["0.2", "7.5 ± 4.0 / 8", "62.5 ± 50.0", "2"],
    ]
    assert all(column.strip("[]") in words.TEXTS for column in found.columns)
