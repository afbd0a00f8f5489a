"""What a caller of the API hears of bugs and of damaged weights: a sentence that names no path."""

import logging

import gradio as gr
import pytest

from mixup_demo.models.manifest import WeightsError
from mixup_demo.serving import api
from mixup_demo.serving.schema import Schema
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Endpoint
from mixup_demo.texts.input_error import InputError

WHERE = "/srv/models/x.safetensors"


@pytest.mark.parametrize(
    ("raised", "key"),
    [(KeyError(WHERE), "error.internal"), (WeightsError(f"{WHERE} is damaged."), "error.weights")],
    ids=["a bug", "damaged weights"],
)
def test_no_path_is_told(raised: Exception, key: str, caplog: pytest.LogCaptureFixture):
    def answer(*_: object) -> None:
        raise raised

    call = api._function(Endpoint("broken", answer, Schema(()), (("json", "x"),)), Services())
    with caplog.at_level(logging.ERROR), pytest.raises(gr.Error) as told:
        call()
    assert told.value.message == str(InputError(key))
    assert told.value.__cause__ is raised  # for the log


def test_bad_input_is_told_in_its_own_sentence():
    def answer(*_: object) -> None:
        raise InputError("error.body", limit=4)

    call = api._function(Endpoint("refusing", answer, Schema(()), (("json", "x"),)), Services())
    with pytest.raises(gr.Error, match="at most 4 MB"):
        call()
