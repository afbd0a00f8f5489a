"""What the page gets of a training, taken apart again."""

import base64
import json

import numpy as np
import pytest

from mixup_demo.evidence.toy import toy_says
from mixup_demo.figures import theme
from mixup_demo.probes.plane_outline import boundary_lines
from mixup_demo.serving.encoding import FINENESS
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import answering
from mixup_demo.toy.intrusion import intrusion
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import MODELS, SCORES, SIDE, Frame
from mixup_demo.views.toy import VIEW, requests
from mixup_demo.views.toy import settings as toy_settings
from mixup_demo.views.toy import trainings as playground
from mixup_demo.views.toy.figures.curves import toy_figure
from mixup_demo.views.toy.figures.maps import COLOURS
from mixup_demo.views.toy.payload import SAMPLED, toy_payload
from tests.kit import SENTENCES, answered, words
from tests.toy import kit
from tests.toy.kit import small

SMALL = {**kit.SMALL, "dataset": "blobs3"}


def unpacked(text: str, kind: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), kind)


@pytest.fixture(scope="module")
def asked() -> ToyQuestion:
    return small(dataset="blobs3")


@pytest.fixture(scope="module")
def services() -> Services:
    return Services()


@pytest.fixture(scope="module")
def training(services: Services, asked: ToyQuestion) -> playground.Training:
    return playground.training(services, asked)


@pytest.fixture(scope="module")
def frames(services: Services, asked: ToyQuestion) -> list[Frame]:
    return playground.all_frames(services, asked)


@pytest.fixture(scope="module")
def answer(asked: ToyQuestion, training: playground.Training, frames: list[Frame]) -> dict:
    return toy_payload(asked, training, frames, 0)


def test_it_is_json_and_says_how_far_it_is(answer: dict):
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["classes"], answer["side"], answer["steps"]) == (3, 64, 60)
    assert answer["models"] == list(MODELS)
    assert answer["names"] == ["toy.class.1", "toy.class.2", "toy.class.3"]
    assert set(answer["names"]) <= set(SENTENCES)
    assert answer["frame"] == {"left": -1.25, "right": 1.25, "bottom": -1.25, "top": 1.25}
    assert answer["recorded"] == [frame["step"] for frame in answer["frames"]]
    assert (answer["start"], answer["done"]) == (0, True)


def test_points_come_back(answer: dict, training: playground.Training):
    found, told = training.points, answer["points"]
    for name in ("train", "test"):
        assert np.array_equal(unpacked(told[name], "<f4").reshape(-1, 2), getattr(found, name))
    for name in ("labels", "true", "test_labels"):
        assert np.array_equal(unpacked(told[name], "u1"), getattr(found, name))


def test_maps_lines_and_mixtures_come_back(answer: dict, frames: list[Frame]):
    for told, frame in zip(answer["frames"], frames, strict=True):
        for index, model in enumerate(MODELS):
            probabilities = frame.maps[index].astype(np.float32)
            shown = unpacked(told["maps"][model], "u1").reshape(2, SIDE, SIDE)
            assert np.abs(shown - 255 * probabilities[:2]).max() <= 0.51
            second, first = np.sort(probabilities, axis=0)[-2:]
            lines = boundary_lines(probabilities.argmax(axis=0), first - second)
            drawn = unpacked(told["lines"][model], "<u2").reshape(-1, 2, 2)
            assert np.abs(drawn - FINENESS * lines).max(initial=0) <= 0.51
        mixed = told["mixed"]
        assert np.array_equal(unpacked(mixed["i"], "<u2"), frame.first)
        assert np.array_equal(unpacked(mixed["j"], "<u2"), frame.second)
        assert np.array_equal(unpacked(mixed["lam"], "<f4"), frame.lam[1])


def test_curves_hold_the_scores(answer: dict, frames: list[Frame]):
    for index, model in enumerate(MODELS):
        for name in SCORES:
            values = [frame.scores[name][index] for frame in frames]
            assert answer["curves"][name][model] == pytest.approx(values, rel=1e-3, abs=1e-9)


def test_sentences_come_with_the_last_frame(
    asked: ToyQuestion, training: playground.Training, answer: dict, frames: list[Frame]
):
    said = toy_says(frames[-1].scores, asked.alphas[1], intrusion(training.points, frames))
    assert answer["says"] == [one.as_dict() for one in said]
    assert "says" not in toy_payload(asked, training, frames[:40], 0)


@pytest.mark.parametrize(("columns", "last"), [(3, (2 / 3, 1 / 2)), (2, (1 / 2, 1 / 3))])
def test_panels_stand_in_as_many_columns_as_there_is_room_for(
    asked: ToyQuestion,
    training: playground.Training,
    frames: list[Frame],
    columns: int,
    last: tuple[float, float],
):
    answer = toy_payload(asked, training, frames, 0, columns)
    panels = [answer["figure"]["layout"][f"xaxis{number}"]["domain"] for number in range(2, 7)]
    assert panels[-1][0] > last[0]
    assert panels[-1][1] == 1
    assert len({left for left, _ in panels} | {0.0}) == columns
    assert answer["figure"]["layout"]["yaxis6"]["domain"][0] == 0


def test_the_page_knows_how_maps_look_and_a_few_points_of_every_data_set(services: Services):
    assert VIEW.config is not None
    config = VIEW.config(services)["toy"]
    assert (config["side"], config["fineness"]) == (SIDE, FINENESS)
    assert config["models"] == list(MODELS)
    assert [f"class-{colour}" for colour in config["colours"]] == list(COLOURS)
    assert set(config["samples"]) == set(toy_settings.DATASETS) - {"drawn"}
    for sample in config["samples"].values():
        places = unpacked(sample["points"], "<f4").reshape(-1, 2)
        assert np.abs(places).max() < config["frame"]["right"]
        assert 2 <= len(set(unpacked(sample["labels"], "u1"))) <= 4
        assert len(places) == len(unpacked(sample["labels"], "u1")) == SAMPLED


def test_later_answers_bring_only_what_is_new(
    asked: ToyQuestion, training: playground.Training, frames: list[Frame]
):
    later = toy_payload(asked, training, frames[:40], 30)
    assert "points" not in later
    assert (later["start"], later["done"], len(later["frames"])) == (30, False, 10)
    assert len(later["curves"]["loss"]["erm"]) == 40
    assert len(later["recorded"]) == 60


def test_the_figure_has_a_panel_a_score_with_both_models(answer: dict):
    figure = toy_figure(answer["curves"], answer["recorded"])
    assert answer["figure"] == json.loads(figure.to_json())
    assert [note.text for note in figure.layout.annotations] == [f"[[toy.{n}]]" for n in SCORES]
    assert len(figure.data) == 2 * len(SCORES)
    for number, name in enumerate(SCORES):
        for index, model in enumerate(MODELS):
            trace = figure.data[2 * number + index]
            assert list(trace.y) == answer["curves"][name][model]
            assert list(trace.x) == list(range(60))
            assert list(trace.customdata) == answer["recorded"]
            assert trace.line.color == theme.var(model)
            assert trace.line.dash == theme.DASHES[model]
            panel = number + 1 if number else ""  # Plotly's name for the first has no number
            assert (trace.xaxis, trace.yaxis) == (f"x{panel}", f"y{panel}")
    assert list(figure.layout.xaxis.range) == [0, 59]
    assert figure.layout.xaxis.ticktext[-1] == "60"
    korean = words("ko")
    resolved = theme.resolve(figure, "dark", korean)
    assert resolved.layout.annotations[0].text == korean["toy.loss"]


def test_every_score_and_class_has_a_name_and_every_score_an_explanation(services: Services):
    for name in SCORES:
        assert {f"toy.{name}", f"toy.{name}.help"} <= set(SENTENCES)
    iris = answered(requests.toy, services, {**SMALL, "dataset": "iris"})
    assert [SENTENCES[key][0] for key in iris["names"]] == ["setosa", "versicolor", "virginica"]


class TestRequests:
    def test_lead_to_the_end(self, services: Services):
        start, done = 0, False
        while not done:
            asked = {**SMALL, "start": start, "visitor": "page"}
            answer = answered(requests.toy, services, asked)
            assert answer["start"] == start
            start, done = start + len(answer["frames"]), answer["done"]
        assert start == 60

    def test_the_strip_compares_four_alphas(self, services: Services):
        strip = answered(requests.toy_strip, services, {**SMALL, "visitor": "page"})["strip"]
        assert tuple(entry["alpha"] for entry in strip) == STRIP_ALPHAS
        for entry in strip:
            assert len(unpacked(entry["map"], "u1")) == 2 * SIDE**2
            assert 0 <= entry["test_accuracy"] <= 1
            assert "lines" in entry
            assert "loss" not in entry  # other targets make other losses

    def test_stop_answers_even_who_never_asked(self, services: Services):
        assert requests.toy_stop(services, {"visitor": "nobody"}) == {"ended": True}

    @pytest.mark.parametrize(
        "bad", [{"toy_alpha": "NaN"}, {"steps": 0}, {"start": -1}, {"dataset": "drawn"}]
    )
    def test_mistakes_get_a_sentence_in_both_languages(self, services: Services, bad: dict):
        answer = answering(requests.toy, services)({**SMALL, **bad})
        assert set(answer["error"]) == {"en", "ko"}
