"""Settings of a training: each control's rule, and the sentence for breaking it."""

import re

import pytest

from mixup_demo.serving.controls import Number
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.question import MOST_WORK
from mixup_demo.views.toy import settings as toy_settings
from mixup_demo.views.toy.questions import toy_question

NUMBERS = [control for control in toy_settings.CONTROLS if isinstance(control, Number)]
WORDS = ["dataset", "lambdas", "activation", "optimiser"]


@pytest.mark.parametrize("control", NUMBERS, ids=lambda control: control.name)
@pytest.mark.parametrize("value", [float("nan"), -1, 1e12, None, "x"])
def test_numbers_outside_their_limits_get_rule_value_and_remedy(control: Number, value: object):
    ends = (f"{end:.10g}" for end in (control.minimum, control.maximum))
    rule = re.escape("from {} to {}, but is ".format(*ends)) + r".*\. Choose"
    with pytest.raises(InputError, match=rule) as refused:
        toy_question({control.name: value})
    assert refused.value.message("ko").endswith("주세요.")


@pytest.mark.parametrize("name", ["n", "depth", "width", "batch", "steps", "toy_seed"])
def test_counts_are_whole(name: str):
    with pytest.raises(InputError, match=r"whole number .*, but is 60\.5"):
        toy_question({name: 60.5})


@pytest.mark.parametrize("name", WORDS)
def test_words_are_among_their_options(name: str):
    with pytest.raises(InputError, match=r"perhaps\. Choose one of these"):
        toy_question({name: "perhaps"})


def test_a_training_that_would_take_minutes_is_refused():
    heavy = {"width": 256, "depth": 6, "n": 1000, "batch": 1000}
    with pytest.raises(InputError, match=r"at most 3 · 10¹².* it takes 20\.\d.*Choose fewer steps"):
        toy_question({**heavy, "steps": 5000})
    assert toy_question({**heavy, "steps": 500}).work < MOST_WORK


def test_every_other_setting_makes_another_question():
    other = {
        "dataset": "moons",
        "lambdas": "sample",
        "activation": "tanh",
        "optimiser": "sgd",
        "toy_alpha": 0.4,
        **dict.fromkeys(("n", "width", "batch", "steps", "toy_seed"), 60),
        **dict.fromkeys(("noise", "flip", "rate", "decay"), 0.05),
        "depth": 2,
    }
    asked = {toy_question({name: value}) for name, value in other.items()}
    assert len(asked | {toy_question({})}) == len(other) + 1
    assert {*other, "points"} == {control.name for control in toy_settings.CONTROLS}
