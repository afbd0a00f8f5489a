"""Every number of the Evidence view comes from a results file or from the paper's numbers."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from mixup_demo.evidence import files as evidence
from mixup_demo import texts
from mixup_demo.evidence.adversarial import paper_ratio
from mixup_demo.evidence.panel import paper
from mixup_demo.views.evidence.payload import evidence_payload

NUMBER = re.compile(r"(?<![\w.])[+−-]?\d+(?:\.\d+)?(?![\w]|\.\d)")
#: what a sentence itself may say in digits: names, units, and the definitions of measures
NAMES = re.compile(
    r"CIFAR-100?|ResNe[X]?t-\d+(?: 32×4d)?|top-\d|L2|95 %|32 × 32|4/255|1/255|/255|of 255|255 중|"
    r"(?:20|50|80) %|0\.5|101 λ|Figure 2|그림 2|101개|10th|90th|10~90|α = 1$|ICLR 2018|5분의 1|"
    r"(?:\(|al\. |외 )\d{4}"
)


def numbers(value: Any) -> Iterator[float]:
    """Yield every number in a JSON value, however deep; those in texts too."""
    if isinstance(value, dict):
        for item in value.values():
            yield from numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, str):
        yield from (float(found.replace("−", "-")) for found in NUMBER.findall(value))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def shown_here() -> set[str]:
    """Names of the files behind the Evidence view.

    The Boundary and Toy views show the others. The population's many thousand single values, and
    the GANs' over iterations, would make nearly any number a known one.
    """
    return set(evidence.names()) - {"population", "gan"}


def known() -> set[float]:
    """All numbers there are, as they are, as per cents, and as what is left of 1 or of 100."""
    files = [evidence.read(name) for name in shown_here()]
    given = {value for file in files for value in numbers(file)} | set(numbers(paper()))
    given |= {paper_ratio(row) for row in paper()["adversarial"]["rows"]}
    return given | {100 * v for v in given} | {100 * (1 - v) for v in given}


def rounded(values: set[float]) -> set[str]:
    """The texts that these numbers may be shown as."""
    return {f"{abs(value):.{d}f}" for value in values for d in range(4)} | {
        f"{abs(value):g}" for value in values
    }


def texts_of(panel: dict[str, Any]) -> Iterator[str]:
    for says in panel["says"]:
        yield from says["values"].values()
    for row in panel["table"]["rows"]:
        yield from row


def untraced(panel: dict[str, Any], allowed: set[str]) -> set[str]:
    """The numbers of a panel's sentences and table that come from nowhere."""
    shown = (NAMES.sub("", text) for text in texts_of(panel))
    found = {match.lstrip("+−-") for text in shown for match in NUMBER.findall(text)}
    counts = {"0", "1", "2", "3", "4", "5", "6"}  # of sets, by a sentence that counts them
    return found - allowed - counts


def drawn(panel: dict[str, Any]) -> Iterator[float]:
    """The values that a panel's charts draw, but for places of rows and numbers of epochs."""
    for chart in panel["charts"]:
        for trace in chart["figure"]["data"]:
            if trace.get("hoverinfo") == "skip":
                continue
            values = [*trace["x"], *trace["y"]]
            yield from (v for v in values if isinstance(v, float) and v != int(v))


PANELS = [*evidence_payload()["panels"], evidence_payload()["limits"]]


def test_all_results_are_shown():
    assert {file["name"] for panel in PANELS for file in panel["results"]} == shown_here()
    assert len(shown_here()) >= 6


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel["name"])
def test_sentences_and_tables(panel: dict[str, Any]):
    assert untraced(panel, rounded(known())) == set()


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel["name"])
def test_charts(panel: dict[str, Any]):
    given = {round(value, 4) for value in known()}
    assert {value for value in drawn(panel) if round(value, 4) not in given} == set()


def test_control_finds_a_number_from_nowhere():
    panel = {"says": [{"values": {"erm": "6.1234", "in": "CIFAR-10"}}], "table": {"rows": []}}
    assert untraced(panel, rounded({0.05})) == {"6.1234"}


def test_sentences_hold_no_numbers_of_their_own():
    for key, sentences in texts.TEXTS.items():
        if key.startswith(("evidence.", "attack.")):
            for sentence in sentences:
                assert not NUMBER.findall(NAMES.sub("", sentence)), (key, sentence)
