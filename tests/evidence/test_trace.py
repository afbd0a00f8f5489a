"""Numbers keep their origins through arithmetic and text, and payloads hold none."""

import copy
import json
import pickle

import numpy as np
import plotly.graph_objects as go
import pytest

from mixup_demo.evidence.origins import Derived, Part, Shown, Source, join, parts_of
from mixup_demo.evidence.panel import Says, Table, chart, percent, signed, span
from mixup_demo.evidence.trace import (
    Traced,
    apply,
    count,
    file_values,
    length,
    plain,
    positions,
    show,
    trace,
)

FILE = {
    "name": "made-up",
    "values": {"a": 0.125, "b": 4, "none": None, "flag": True, "many": [1.0, 2.5, 3.0]},
    "models": {"PreAct-18": "0123"},
}
VALUES = file_values(FILE)["values"]
A = Source("results/made-up", ("values", "a"))
B = Source("results/made-up", ("values", "b"))


def test_what_is_read_knows_its_path():
    assert (VALUES["a"], VALUES["a"].origin) == (0.125, A)
    assert VALUES["b"].origin == B
    assert VALUES["none"] is None
    assert VALUES["flag"] is True
    assert [one.origin.path[2:] for one in VALUES["many"]] == [(0,), (1,), (2,)]
    assert VALUES["many"][-1].origin.path[-1] == 2
    assert [one.origin.path[-1] for one in VALUES["many"][1:]] == [1, 2]
    assert parts_of(file_values(FILE)["models"]["PreAct-18"])[0].origin.path[-1] == "PreAct-18"


def test_tracing_twice_changes_nothing():
    assert file_values(file_values(FILE))["values"]["a"].origin == A
    assert trace(VALUES["a"], Source("other")).origin == A


def test_arrays_are_sequences_and_other_things_have_no_source():
    assert [*trace(np.float32([0.5, 0.25]), A)] == [0.5, 0.25]
    with pytest.raises(TypeError, match="Only what JSON can hold has a source"):
        trace({1}, A)


@pytest.mark.parametrize(
    ("value", "expected", "origin"),
    [
        (100 * VALUES["a"], 12.5, Derived("*", (100.0, A))),
        (VALUES["a"] * 100, 12.5, Derived("*", (A, 100.0))),
        (1 - VALUES["a"], 0.875, Derived("-", (1.0, A))),
        (VALUES["a"] - VALUES["b"], -3.875, Derived("-", (A, B))),
        (VALUES["a"] + VALUES["b"], 4.125, Derived("+", (A, B))),
        (2.5 + VALUES["a"], 2.625, Derived("+", (2.5, A))),
        (VALUES["a"] / VALUES["b"], 0.03125, Derived("/", (A, B))),
        (1 / VALUES["b"], 0.25, Derived("/", (1.0, B))),
        (-VALUES["a"], -0.125, Derived("negative", (A,))),
        (abs(VALUES["a"]), 0.125, Derived("abs", (A,))),
    ],
)
def test_arithmetic_keeps_operands_and_operation(value: Traced, expected: float, origin: Derived):
    assert (value, value.origin) == (expected, origin)


def test_functions_of_many_values():
    many = Source("results/made-up", ("values", "many"))
    assert length(VALUES["many"]).origin == Derived("length", (many,))
    assert positions(VALUES["many"]) == [1, 2, 3]
    assert positions(VALUES["many"])[1].origin == Derived("position", (many.at(1),))
    assert count([VALUES["a"], VALUES["b"]]) == 2


def test_plain_numbers_stay_plain():
    assert type(apply("mean", sum, [1.0, 2.0])) is float
    assert positions([5, 6]) == [1, 2]
    assert type(plain(VALUES["a"])) is float
    with pytest.raises(TypeError, match="must be traced or a constant"):
        apply("sum", lambda a, b: a + sum(b), VALUES["a"], [1.0])


def test_text_keeps_its_parts():
    text = "± " + percent(VALUES["a"]) + " / " + show(VALUES["b"], ".0f")
    assert text == "± 12.5 / 4"
    assert [part.origin for part in parts_of(text)] == [None, Derived("*", (100.0, A)), None, B]
    both = join(", ", ["α", show(VALUES["a"], "g")])
    assert (both, [part.origin for part in both.parts]) == ("α, 0.125", [None, None, A])
    assert parts_of(f"{text}") == (Part("± 12.5 / 4"),)
    assert [part.origin for part in parts_of(span(VALUES["many"][:2]))][1] is None
    assert show(VALUES["a"], ".1%") == "12.5%"
    assert parts_of(signed(-VALUES["a"] / 100, 1))[0].text == "0.0"


@pytest.mark.parametrize("clone", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_keep_origins(clone):
    assert clone(VALUES["a"]).origin == A
    assert clone(show(VALUES["a"], ".2f")).parts == (Part("0.12", A),)


def test_payloads_hold_no_origins():
    text = show(VALUES["a"], ".2f")
    says = Says("key", {"n": text}, "better").as_dict()
    table = Table(["[[k]]", text], [[text, "a"]]).as_dict()
    assert says == {"key": "key", "values": {"n": "0.12"}, "verdict": "better"}
    assert table == {"columns": ["[[k]]", "0.12"], "rows": [["0.12", "a"]]}
    for value in (says["values"]["n"], *table["columns"], *table["rows"][0]):
        assert type(value) is str
    assert json.loads(json.dumps([says, table])) == [says, table]


def test_charts_hold_plain_numbers_and_origins_beside_them():
    name = "with " + show(VALUES["a"], "g")
    drawn = go.Scatter(x=[1, 2], y=[VALUES["a"], 100 * VALUES["a"]], hovertemplate=name)
    made = chart("title", go.Figure(drawn), wide=True)
    assert {type(value) for value in made.figure.data[0].y} == {float}
    assert made.origins == {
        ("data", 0, "y", 0): A,
        ("data", 0, "y", 1): Derived("*", (100.0, A)),
        ("data", 0, "hovertemplate"): (Part("with "), Part("0.125", A)),
    }
    content = made.as_dict()
    assert (content["title"], content["wide"]) == ("title", True)
    assert content["figure"]["data"][0]["y"] == [0.125, 12.5]
    assert isinstance(Shown([Part("a")]) + "b", Shown)
