"""Any two models as a pair: which are taken, how their answers are named, what is kept of them."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from mixup_demo.images import gallery
from mixup_demo.models import zoo
from mixup_demo.results import Sweep
from mixup_demo.serving import planes as boundary
from mixup_demo.serving import questions, settings
from mixup_demo.serving import sweeps as handlers
from mixup_demo.serving.questions import Question, attack_question, plane_question, question
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix.payload import sweep_payload

LEFT, RIGHT = CHOSEN = ("small-mixup-0.2", "small-cutmix-1")
PAIR = ":".join(CHOSEN)
FILES = [str(gallery.photo(key).file) for key in ("cat-1", "dog-1", "frog-1")]
LABELS = ["cat", "dog", "frog"]


@pytest.fixture(scope="module")
def asked() -> Question:
    return question(*FILES[:2], *LABELS[:2], pair=PAIR)


@pytest.fixture(scope="module")
def answered(asked: Question) -> Sweep:
    return handlers.answer(asked)


@pytest.fixture
def other_data(tmp_path: Path) -> Path:
    """A folder of models, one of which knows other classes and one takes larger images."""
    shutil.copy(zoo.MODELS / zoo.MANIFEST, tmp_path)
    manifest = zoo.read_manifest(tmp_path)
    manifest["small-mixup-1"]["classes"] = ["cat", "dog"]
    manifest["small-mixup-2"]["input_size"] = 64
    (tmp_path / zoo.MANIFEST).write_text(json.dumps(manifest))
    return tmp_path


def test_the_control_s_options_are_the_zoo_s_pairs():
    assert settings.PAIR.options == tuple(zoo.PAIRS)


@pytest.mark.parametrize("pair", zoo.PAIRS)
def test_named_pairs_keep_the_public_keys(pair: str):
    assert list(zoo.pair_models(pair)) == ["erm", "mixup"]


@pytest.mark.parametrize("pair", settings.PAIR.presets.values())
def test_the_comparisons_offered_are_pairs(pair: str):
    assert zoo.checked_pair(pair) == pair
    assert list(zoo.pair_models(pair)) == pair.split(":")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("imagenet", r"must be one of cifar10, .* or two models as LEFT:RIGHT, but is imagenet"),
        (":small-erm", r"as LEFT:RIGHT, but is :small-erm\. .* names from models/manifest\.json"),
        ("small-erm:", r"as LEFT:RIGHT, but is small-erm:\."),
        ("small-erm:small-cutmix-1:small-mixup-1", r"as LEFT:RIGHT, but is small-erm:small-cut"),
        (None, r"as LEFT:RIGHT, but is None"),
        (["small-erm", "small-mixup-1"], r"as LEFT:RIGHT, but is \["),
        ("small-erm:small-erm", r"must be different ones, .* names small-erm twice\. Replace one"),
        ("small-erm:resnet", r"models/manifest\.json, but resnet is none .* pairs cifar10, small"),
    ],
)
def test_bad_pairs_get_the_rule_the_value_and_the_remedy(value: object, message: str):
    with pytest.raises(InputError, match=message):
        zoo.checked_pair(value)


@pytest.mark.parametrize("name", ["small-mixup-1", "small-mixup-2"])
def test_models_of_other_classes_or_sizes_are_not_compared(other_data: Path, name: str):
    assert name not in zoo.comparable(other_data)
    assert set(zoo.comparable(other_data)) < set(zoo.comparable())
    with pytest.raises(InputError, match=f"same classes and input size, but small-erm and {name}"):
        zoo.checked_pair(f"small-erm:{name}", other_data)


def test_answers_are_those_of_the_named_models_in_their_order(asked: Question, answered: Sweep):
    assert list(answered.answers) == list(CHOSEN)
    for pair, key, name in (("small-0.2", "mixup", LEFT), ("small-erm:" + RIGHT, RIGHT, RIGHT)):
        other = handlers.answer(question(*FILES[:2], *LABELS[:2], pair=pair)).answers[key]
        own = answered.answers[name].probabilities
        assert own == pytest.approx(other.probabilities, abs=0.02)  # bf16, other batches
    assert not np.allclose(*(one.probabilities for one in answered.answers.values()), atol=0.1)


def test_a_chosen_pair_does_not_share_the_answers_of_a_named_one():
    same = ":".join(zoo.PAIRS["small-0.2"].values())
    keys = {question(*FILES[:2], *LABELS[:2], pair=pair).key for pair in ("small-0.2", same)}
    assert len(keys) == 2
    assert zoo.pair_digest(":".join(reversed(CHOSEN))) != zoo.pair_digest(PAIR)


def test_the_payload_names_the_models_that_answer(asked: Question, answered: Sweep):
    payload = sweep_payload(asked, answered)
    assert payload["models"] == {LEFT: LEFT, RIGHT: RIGHT}
    for part in ("answers", "verdicts"):
        assert list(payload[part]) == list(CHOSEN)
    for row in (*payload["bars"], *payload["table"]):
        assert set(CHOSEN) < set(row)
    named = sweep_payload(question(*FILES[:2], *LABELS[:2], pair="small-0.2"), answered)
    assert named["models"] == {"erm": "small-erm", "mixup": LEFT}


def test_mix_and_sweep_report_by_the_models_names(asked: Question):
    _, report = handlers.mix(asked, 0.5)
    assert list(report["predictions"]) == list(report["smoothness"]) == list(CHOSEN)
    assert set(CHOSEN) < set(handlers.sweep_report(asked))


def test_the_plane_is_asked_of_the_same_two():
    report = boundary.plane_report(plane_question(*FILES, *LABELS, 8, PAIR))
    assert np.shape(report[LEFT]["classes"]) == np.shape(report[RIGHT]["classes"]) == (8, 8)


@pytest.mark.parametrize(("source", "width"), [("white", 1024), ("black", 512)])
def test_an_attack_leads_each_or_both(source: str, width: int):
    asked = attack_question(FILES[0], "cat", source=source, pair=PAIR)
    adversarial, _, report = handlers.attack(asked, 4)
    assert adversarial.shape == (512, width, 3)
    assert list(report["predictions"]) == list(CHOSEN)


def test_the_api_takes_two_models_and_says_what_is_wrong_with_others(app_url: str):
    client = Client(app_url, verbose=False)
    images = {"image_a": handle_file(FILES[0]), "image_b": handle_file(FILES[1])}
    curves = client.predict(**images, pair=PAIR, api_name="/sweep")
    assert np.shape(curves[RIGHT]["probabilities"]) == (101, 10)
    assert set(curves["smoothness"]) == set(CHOSEN)
    with pytest.raises(AppError, match=r"manifest\.json, but resnet is none of them"):
        client.predict(**images, pair="small-erm:resnet", api_name="/mix")


def test_pairs_share_the_networks_of_a_model():
    chosen = zoo.load_pair(PAIR)
    assert chosen.models[LEFT] is zoo.load_pair("small-0.2").models["mixup"]
    assert chosen.models[RIGHT] is zoo.load_model(RIGHT)


def test_clicking_through_pairs_forgets_old_ones_and_never_the_page_s():
    default = questions.engine(settings.PAIR.default, "cpu")
    first = questions.engine(PAIR, "cpu")
    assert questions.engine(PAIR, "cpu") is first
    names = [name for name in zoo.comparable() if name.startswith(("small", "scarce"))]
    for other in names[: questions.CHOSEN_ENGINES]:
        questions.engine(f"cifar10-erm:{other}", "cpu")
    assert questions._chosen_engine.cache_info().currsize == questions.CHOSEN_ENGINES
    assert questions.engine(PAIR, "cpu") is not first
    assert questions.engine(settings.PAIR.default, "cpu") is default
