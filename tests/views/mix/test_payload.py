import base64
import json
import re
from pathlib import Path

import numpy as np
import pytest

from mixup_demo import texts, ui
from mixup_demo.models import zoo
from mixup_demo.models.names import family
from mixup_demo.serving import requests, settings
from mixup_demo.serving.packing import pack_sweep, unpack_sweep
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.questions import Question
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix.payload import sweep_payload
from tests.kit import sweep

WEB = Path(ui.__path__[0]) / "web"


def asked() -> Question:
    rng = np.random.default_rng(0)

    def picture(name: str) -> Picture:
        pixels = rng.integers(0, 256, (3, 32, 32)).astype(np.float32)
        return Picture(np.zeros((512, 512, 3), np.uint8), pixels / np.float32(255), name)

    return Question(picture("a"), picture("b"), 2, 1, "mixup", 0, "cifar10", "auto")


def test_bars_name_a_b_the_likeliest_others_and_sum_up_the_rest():
    bars = sweep_payload(asked(), sweep())["bars"]
    assert [(bar["class"], bar["kind"]) for bar in bars] == [
        ("cow", "a"),
        ("bee", "b"),
        ("ant", "other"),
        ("dog", "other"),
        (None, "other"),
    ]
    for model in ("erm", "mixup", "target"):
        assert np.sum([bar[model] for bar in bars], axis=0) == pytest.approx(np.ones(101), abs=1e-3)


def test_the_page_sees_the_bytes_that_the_models_see():
    question = asked()
    sent = base64.b64decode(sweep_payload(question, sweep())["inputs"]["a"])
    pixels = np.frombuffer(sent, np.uint8).reshape(32, 32, 3)
    assert np.array_equal(pixels / np.float32(255), question.a.input.transpose(1, 2, 0))


def test_a_payload_is_json():
    json.dumps(sweep_payload(asked(), sweep()), allow_nan=False)


def test_a_sweep_survives_the_file(tmp_path: Path):
    before = sweep()
    np.savez_compressed(tmp_path / "x.npz", **pack_sweep("x", "key", before))
    with np.load(tmp_path / "x.npz") as arrays:
        after = unpack_sweep("x", dict(arrays))
    assert sweep_payload(asked(), after) == sweep_payload(asked(), before)


def test_every_text_key_of_the_page_has_a_sentence():
    sources = [path.read_text(encoding="utf-8") for path in WEB.iterdir()]
    keys = set(re.findall(r'data-(?:text|label|hint)="([\w.-]+)"', "".join(sources)))
    keys |= set(re.findall(r'\bt\("([\w.-]+)"', "".join(sources)))
    keys |= set(re.findall(r'inAll\("([\w.-]+)"', "".join(sources)))
    assert len(keys) > 60
    assert keys - set(texts.TEXTS) == set()


def test_alpha_grid_holds_the_presets_and_the_limits():
    grid = settings.alpha_grid()
    assert set(settings.ALPHA.presets) <= set(grid)
    assert (grid[0], grid[-1]) == (0.05, 32)
    assert list(grid) == sorted(set(grid))


def test_each_alpha_of_the_family_has_a_pair_trained_with_it():
    assert next(entry["alpha"] for entry in family()) == settings.ALPHA.default
    assert sorted(entry["alpha"] for entry in family()) == sorted(settings.FAMILY)
    for entry in family():
        models = zoo.PAIRS[entry["pair"]]
        assert zoo.card(models["mixup"])["recipe"]["alpha"] == entry["alpha"]
        assert zoo.card(models["erm"])["recipe"]["alpha"] == 0


@pytest.mark.parametrize("pair", zoo.PAIRS)
def test_the_models_of_a_pair_differ_in_mixup_alone(pair: str):
    erm, mixup = (zoo.card(zoo.PAIRS[pair][role])["recipe"] for role in ("erm", "mixup"))
    assert {key for key in erm if erm[key] != mixup[key]} == {"name", "alpha"}


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), "x", None, [1]])
def test_numbers_outside_their_limits_are_refused(value: object):
    with pytest.raises(InputError, match="λ must be a number from 0 to 1, but is"):
        settings.LAMBDA.check(value)


@pytest.mark.parametrize("value", [1.5, -1, 2**31, float("nan")])
def test_seeds_are_whole(value: float):
    with pytest.raises(InputError, match="seed must be a whole number"):
        settings.SEED.check_whole(value)


@pytest.mark.parametrize(
    "path", ["/etc/hostname", "../../etc/hostname", "", "assets/examples.json"]
)
def test_requests_cannot_name_files_that_were_not_uploaded(path: str):
    answer = requests.inspect({"upload": path, "side": "A"})
    assert "Upload it again" in answer["error"]["en"]
    assert answer["error"]["ko"]


@pytest.mark.parametrize("request_", [{}, None, {"a": 3, "b": {"photo": "nope"}}])
def test_requests_without_pictures_get_a_sentence(request_: object):
    assert set(requests.ask(request_)["error"]) == {"en", "ko"}


def test_documentation_names_every_control_and_endpoint():
    readme = (Path(ui.__path__[0]).parents[1] / "README.md").read_text(encoding="utf-8")
    for control in settings.CONTROLS:
        assert f"`{control.name}`" in readme
    for endpoint in (
        "/mix",
        "/sweep",
        "/draw_lambda",
        "/attack",
        "/plane",
        "/toy",
        "/evidence",
        "/population",
        "/gan",
    ):
        assert f"`{endpoint}`" in readme
