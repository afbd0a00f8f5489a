"""One schema: the API's signature, the names in requests, checks and defaults."""

from inspect import Parameter

import pytest

from mixup_demo.serving.controls import Choice, Number, Text
from mixup_demo.serving.newest import Newest
from mixup_demo.serving.schema import ClassInput, PictureInput, Schema, Setting, visitor_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views import VIEWS

SHARE = Number("the_share", 0.5, 0, 1, 0.1, "error.lambda")
COUNT = Number("count", 3, 1, 9, 1, "error.seed", whole=True)
METHOD = Choice("method", "mixup", ("mixup", "cutmix"), "error.method")
LEFT = PictureInput("a", "image_a", "label_a", "A")
RIGHT = PictureInput("b", "image_b", "label_b", "B")
SCHEMA = Schema(
    (
        *(LEFT, RIGHT, ClassInput("label_b"), ClassInput("label_a")),
        *(Setting(SHARE, "share"), Setting(COUNT, required=True), Setting(METHOD)),
    )
)

PAIR = {"pair": "cifar10", "device": "auto"}
CALIBRATED = {**PAIR, "calibration": "trained"}
SWEEP = {"method": "mixup", "label_a": None, "label_b": None, "seed": 0, **CALIBRATED}
TOY = {
    **{"dataset": "toy", "n": 300, "noise": 0.15, "flip": 0.0, "points": "", "alpha": 1.0},
    **{"lambdas": "batch", "depth": 3, "width": 64, "activation": "relu"},
    **{"optimiser": "adam", "rate": 0.005, "decay": 0.0, "batch": 64, "steps": 2000, "seed": 0},
}
#: parameters and defaults of the public API, in order; `...` where a value must be given
API = {
    "mix": {"image_a": ..., "image_b": ..., "lam": 0.5, **SWEEP},
    "sweep": {"image_a": ..., "image_b": ..., **SWEEP},
    "draw_lambda": {"alpha": 1.0, "seed": 0},
    "plane": {
        **{"image_a": ..., "image_b": ..., "image_c": ...},
        **{"label_a": None, "label_b": None, "label_c": None, "resolution": 48},
        **CALIBRATED,
    },
    "population": {"name": "all"},
    "film": {"image_a": ..., "image_b": ..., **SWEEP, "format": "mp4", "language": "en"},
    "toy": TOY,
    "toy_code": {**TOY, "at": 5000},
    "gan": {"dataset": "ring", "alpha": 0.2, "loss": "minimax", "seed": 0},
    "attack": {
        **{"image": ..., "label": None, "epsilon": 4, "method": "fgsm", "source": "white"},
        **PAIR,
    },
    "evidence": {"name": ...},
    "batch": {
        **{"images": "", "mixup_alpha": 1.0, "cutmix_alpha": 0.0, "cutmix_minmax": "none"},
        **{"prob": 1.0, "switch_prob": 0.5, "mode": "batch", "correct_lam": "on"},
        **{"label_smoothing": 0.1, "num_classes": 10, "seed": 0},
    },
}


def signature(schema: Schema) -> dict[str, object]:
    return {
        one.name: ... if one.default is Parameter.empty else one.default
        for one in schema.parameters("cifar10")
    }


def test_the_signature_has_the_api_s_names_and_defaults_in_the_order_of_the_inputs():
    expected = {"image_a": ..., "image_b": ..., "label_b": None, "label_a": None}
    expected |= {"share": 0.5, "count": ..., "method": "mixup"}
    assert signature(SCHEMA) == expected
    assert list(signature(SCHEMA)) == list(expected)
    assert {one.kind for one in SCHEMA.parameters("cifar10")} == {Parameter.POSITIONAL_OR_KEYWORD}


def test_an_api_call_becomes_a_request_by_the_names_of_links():
    request = SCHEMA.request(["one.png", "two.png", "cat", None, 0.25, 7, "cutmix"])
    assert request == {
        **{"a": "one.png", "b": "two.png", "label_a": None, "label_b": "cat"},
        **{"the_share": 0.25, "count": 7, "method": "cutmix"},
    }


@pytest.mark.parametrize("count", [6, 8])
def test_a_call_with_values_too_few_or_too_many_is_a_bug(count: int):
    with pytest.raises(ValueError, match="zip"):
        SCHEMA.request([None] * count)


def test_pictures_and_controls_come_in_their_order():
    assert SCHEMA.pictures == (LEFT, RIGHT)
    assert SCHEMA.controls == (SHARE, COUNT, METHOD)


@pytest.mark.parametrize("control", [SHARE, COUNT])
@pytest.mark.parametrize("value", [True, False, None, "", "one", [1]])
def test_what_is_no_number_is_refused(control: Number, value: object):
    with pytest.raises(InputError) as refusal:
        control.check(value)
    assert refusal.value.key == control.error


def test_what_a_request_leaves_out_is_the_default():
    assert SCHEMA.check({}) == {"the_share": 0.5, "count": 3, "method": "mixup"}
    chosen = SCHEMA.check({"the_share": "0.25", "count": 4.0, "a": None, "unknown": 1})
    assert chosen == {"the_share": 0.25, "count": 4, "method": "mixup"}
    assert isinstance(chosen["count"], int)


def test_what_a_request_says_is_checked_in_order():
    with pytest.raises(InputError, match="λ must be a number from 0 to 1, but is 2"):
        SCHEMA.check({"the_share": 2, "method": "perhaps"})
    with pytest.raises(InputError, match="perhaps"):
        SCHEMA.check({"method": "perhaps"})
    with pytest.raises(InputError, match=r"whole number .*but is 2\.5"):
        SCHEMA.check({"count": 2.5})


def test_a_text_matches_from_its_first_letter_to_its_last():
    word = Text("word", "ab", "(?:[a-z]{2})?", 2, "error.word")
    assert [word.check(value) for value in ("xy", "", None)] == ["xy", "", "ab"]
    for wrong in ("xyz", "xy\n", "x", "1xy", "XY"):
        with pytest.raises(InputError):
            word.check(wrong)


def test_none_is_a_value_and_no_default():
    with pytest.raises(InputError, match="but is None"):
        SCHEMA.check({"the_share": None})


@pytest.mark.parametrize("name", API)
def test_the_public_api_keeps_names_defaults_and_order(name: str):
    (schema,) = (one.schema for view in VIEWS for one in view.endpoints if one.name == name)
    assert list(signature(schema).items()) == list(API[name].items())


def test_the_public_api_has_no_other_endpoint():
    assert {one.name for view in VIEWS for one in view.endpoints} == set(API)


@pytest.mark.parametrize("name", API)
def test_each_class_belongs_to_a_picture(name: str):
    (schema,) = (one.schema for view in VIEWS for one in view.endpoints if one.name == name)
    classes = {one.api for one in schema.inputs if isinstance(one, ClassInput)}
    assert classes == {picture.label for picture in schema.pictures}


def test_a_request_that_names_no_visitor_ends_no_other():
    newest = Newest()
    first, second, named = (newest.begin(visitor_of(one)) for one in ({}, {}, {"visitor": "me"}))
    newest.begin(visitor_of({"visitor": "me"}))
    assert (first.is_set(), second.is_set(), named.is_set()) == (False, False, True)


def test_of_a_long_name_only_the_first_letters_are_remembered():
    """Of a thousand visitors, whose names may be as long as a request."""
    known = visitor_of({"visitor": "a" * 10**6, "turn": 3})
    assert known == visitor_of({"visitor": "a" * 64})
    assert known != visitor_of({"visitor": "a" * 63})
    assert len(str(known.name)) == 64


def test_limits_of_whole_numbers_are_said_with_all_digits():
    seed = Number("seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)
    with pytest.raises(InputError, match="from 0 to 2147483647, but is -1"):
        seed.check(-1)
