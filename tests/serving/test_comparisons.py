"""Any two models as they are asked: how their answers are named, and what is kept of them."""

import re
from pathlib import Path

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from mixup_demo.images import gallery
from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.spec import Comparison
from mixup_demo.results import Sweep
from mixup_demo.serving.fetching import fetch
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import CHOSEN_ENGINES, Services
from mixup_demo.serving.sweeps import sweep
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary.requests import plane_report
from mixup_demo.views.evidence.requests import attack_report
from mixup_demo.views.mix.mixtures import mix
from mixup_demo.views.mix.payload import sweep_payload
from mixup_demo.views.mix.requests import inspect, question
from mixup_demo.views.mix.requests import sweep as sweep_report

LEFT, RIGHT = CHOSEN = ("small-mixup-0.2", "small-cutmix-1")
PAIR = ":".join(CHOSEN)
FILES: list[Path] = [gallery.photo(key).file for key in ("cat-1", "dog-1", "frog-1")]
TWO = {"a": FILES[0], "b": FILES[1], "label_a": "cat", "label_b": "dog"}
THREE = {**TWO, "c": FILES[2], "label_c": "frog", "resolution": 8}


@pytest.fixture
def asked(services: Services) -> SweepQuestion:
    return question(services, {**TWO, "pair": PAIR})


@pytest.fixture
def answered(services: Services, asked: SweepQuestion) -> Sweep:
    return sweep(services, asked)


def test_answers_are_those_of_the_named_models_in_their_order(services: Services, answered: Sweep):
    assert list(answered.answers) == list(CHOSEN)
    for pair, key, name in (("small-0.2", "mixup", LEFT), ("small-erm:" + RIGHT, RIGHT, RIGHT)):
        other = sweep(services, question(services, {**TWO, "pair": pair})).answers[key]
        own = answered.answers[name].probabilities
        assert own == pytest.approx(other.probabilities, abs=0.02)  # bf16, other batches
    assert not np.allclose(*(one.probabilities for one in answered.answers.values()), atol=0.1)


def test_a_chosen_pair_does_not_share_the_answers_of_a_named_one(services: Services):
    same = ":".join(COMPARISONS["small-0.2"].values())
    keys = {question(services, {**TWO, "pair": pair}).key for pair in ("small-0.2", same)}
    assert len(keys) == 2


def test_the_payload_names_the_models_that_answer(
    services: Services, asked: SweepQuestion, answered: Sweep
):
    payload = sweep_payload(asked, answered)
    assert payload["models"] == [{"key": name, "name": name} for name in CHOSEN]
    for part in ("answers", "verdicts"):
        assert list(payload[part]) == list(CHOSEN)
    for row in (*payload["bars"], *payload["table"]):
        assert set(CHOSEN) < set(row)
    named = sweep_payload(question(services, {**TWO, "pair": "small-0.2"}), answered)
    assert named["models"] == [
        {"key": "erm", "name": "small-erm"},
        {"key": "mixup", "name": LEFT},
    ]
    assert (payload["class_list"], payload["input_size"]) == ("cifar10", [32, 32])


def test_mix_and_sweep_report_by_the_models_names(services: Services):
    _, report = mix(services, {**TWO, "pair": PAIR, "lam": 0.5})
    assert list(report["predictions"]) == list(report["smoothness"]) == list(CHOSEN)
    assert set(CHOSEN) < set(sweep_report(services, {**TWO, "pair": PAIR}))


def test_the_plane_is_asked_of_the_same_two(services: Services):
    report = plane_report(services, {**THREE, "pair": PAIR})
    assert np.shape(report[LEFT]["classes"]) == np.shape(report[RIGHT]["classes"]) == (8, 8)


@pytest.mark.parametrize(("source", "width"), [("white", 1024), ("black", 512)])
def test_an_attack_leads_each_or_both(services: Services, source: str, width: int):
    asked = {"image": FILES[0], "label": "cat", "source": source, "pair": PAIR, "epsilon": 4}
    adversarial, _, report = attack_report(services, asked)
    assert adversarial.shape == (512, width, 3)
    assert list(report["predictions"]) == list(CHOSEN)


def test_the_api_takes_two_models_and_says_what_is_wrong_with_others(app_url: str):
    client = Client(app_url, verbose=False)
    images = {"image_a": handle_file(str(FILES[0])), "image_b": handle_file(str(FILES[1]))}
    curves = client.predict(**images, pair=PAIR, api_name="/sweep")
    assert np.shape(curves[RIGHT]["probabilities"]) == (101, 10)
    assert set(curves["smoothness"]) == set(CHOSEN)
    with pytest.raises(AppError, match="page's list, but resnet is not"):
        client.predict(**images, pair="small-erm:resnet", api_name="/mix")


@pytest.mark.parametrize("value", [None, 7, ["small-erm", "small-mixup-1"]])
def test_what_is_no_text_is_refused_with_how_it_begins(services: Services, value: object):
    begins = re.escape(str(value)[:20])
    with pytest.raises(InputError, match=f"as LEFT:RIGHT, but is {begins}"):
        question(services, {**TWO, "pair": value})


def test_a_request_without_a_pair_is_answered_by_the_opening_one(services: Services):
    for pair in ({}, {"pair": ""}):
        assert question(services, {**TWO, **pair}).comparison.name == "cifar10"
        assert fetch(services, pair)["ready"]
        assert set(inspect(services, {**pair, "image": FILES[0]})) == {"image"}


def test_clicking_through_pairs_forgets_old_ones_and_never_the_page_s():
    services = Services()

    def engine(pair: str) -> object:
        return services.engine(services.zoo.comparison(pair), "cpu")

    default, first = engine(services.zoo.default), engine(PAIR)
    assert engine(PAIR) is first
    names = [name for name in services.zoo.models if name.startswith(("small", "scarce"))]
    for other in names[: CHOSEN_ENGINES - 1]:
        engine(f"cifar10-erm:{other}")
    assert engine(PAIR) is first  # now the one that was used last
    for other in names[:CHOSEN_ENGINES]:
        engine(f"cifar10-erm:{other}")
    assert engine(PAIR) is not first
    assert engine(services.zoo.default) is default


def test_a_comparison_of_the_same_name_in_another_zoo_is_another(services: Services):
    other = Services()
    comparison: Comparison = services.zoo.comparison("small-1")
    assert services.engine(comparison, "cpu") is not other.engine(comparison, "cpu")
