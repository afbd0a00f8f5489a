"""What the page gets of a sweep, and what requests refuse."""

import base64
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.models.comparisons import FAMILY
from mixup_demo.models.names import family
from mixup_demo.models.zoo import Zoo
from mixup_demo.serving.packing import pack_sweep, unpack_sweep
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import SEED
from mixup_demo.serving.view import answering
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix import requests
from mixup_demo.views.mix.payload import sweep_payload
from mixup_demo.views.mix.settings import ALPHA, LAMBDA, alpha_grid
from tests.kit import comparison, sweep

ZOO = Zoo()


def asked() -> SweepQuestion:
    rng = np.random.default_rng(0)

    def picture(name: str) -> Picture:
        pixels = rng.integers(0, 256, (3, 32, 32)).astype(np.float32)
        return Picture(np.zeros((512, 512, 3), np.uint8), pixels / np.float32(255), name)

    pictures = (picture("a"), picture("b"))
    return SweepQuestion(pictures, (2, 1), "mixup", 0, comparison(), "auto")


def test_a_payload_says_who_answers_and_what_they_take():
    payload = sweep_payload(asked(), sweep())
    models = [{"key": "erm", "name": "the erm"}, {"key": "mixup", "name": "the mixup"}]
    assert payload["models"] == models
    assert (payload["class_list"], payload["input_size"]) == ("animals", [32, 32])
    assert set(payload["answers"]) == {"erm", "mixup"}


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        # of four classes, none is left for a last row
        ((2, 1), [("cow", "a", 1), ("bee", "b", 1), ("ant", "other", 1), ("dog", "other", 1)]),
        ((2, 2), [("cow", "a", 1), ("ant", "other", 1), ("bee", "other", 1), (None, "other", 1)]),
    ],
)
def test_bars_name_a_b_the_likeliest_others_and_sum_up_the_rest(
    labels: tuple[int, int], rows: list[tuple[str | None, str, int]]
):
    bars = sweep_payload(asked(), sweep(labels))["bars"]
    assert [(bar["class"], bar["kind"], bar["count"]) for bar in bars] == rows
    for model in ("erm", "mixup", "target"):
        assert np.sum([bar[model] for bar in bars], axis=0) == pytest.approx(np.ones(101), abs=1e-3)


def test_of_two_pictures_of_one_class_is_said_where_another_is_predicted():
    swept = sweep((2, 2))
    strayed = swept.answers["mixup"]
    strayed = replace(strayed, smoothness=replace(strayed.smoothness, miss_rate=0.2))
    swept = replace(swept, answers={**swept.answers, "mixup": strayed})
    payload = sweep_payload(asked(), swept)
    nothing, fifth = (f"{share}\N{NO-BREAK SPACE}%" for share in (0, 20))
    assert payload["verdicts"] == {
        "erm": {"key": "verdict.stays", "share": nothing},
        "mixup": {"key": "verdict.leaves", "share": fifth},
    }
    assert payload["blend"][50] == "same"
    assert sweep_payload(asked(), sweep())["verdicts"]["erm"]["key"] == "verdict.jumps"


def test_the_page_sees_the_bytes_that_the_models_see():
    question = asked()
    sent = base64.b64decode(sweep_payload(question, sweep())["inputs"]["a"])
    pixels = np.frombuffer(sent, np.uint8).reshape(32, 32, 3)
    assert np.array_equal(pixels / np.float32(255), question.pictures[0].input.transpose(1, 2, 0))


def test_a_payload_is_json():
    json.dumps(sweep_payload(asked(), sweep()), allow_nan=False)


def test_a_sweep_survives_the_file(tmp_path: Path):
    before = sweep()
    np.savez_compressed(tmp_path / "x.npz", **pack_sweep("x", "key", before))
    with np.load(tmp_path / "x.npz") as arrays:
        after = unpack_sweep("x", dict(arrays))
    assert sweep_payload(asked(), after) == sweep_payload(asked(), before)


def test_alpha_grid_holds_the_presets_and_the_limits():
    grid = alpha_grid()
    assert set(ALPHA.presets) <= set(grid)
    assert (grid[0], grid[-1]) == (0.05, 32)
    assert list(grid) == sorted(set(grid))


def test_each_alpha_of_the_family_has_a_pair_trained_with_it():
    assert next(entry["alpha"] for entry in family(ZOO)) == ALPHA.default
    assert sorted(entry["alpha"] for entry in family(ZOO)) == sorted(FAMILY)
    for entry in family(ZOO):
        models = ZOO.comparisons[entry["pair"]]
        assert ZOO.manifest[models["mixup"]]["recipe"]["alpha"] == entry["alpha"]
        assert ZOO.manifest[models["erm"]]["recipe"]["alpha"] == 0


@pytest.mark.parametrize("pair", ZOO.comparisons)
def test_the_models_of_a_pair_differ_in_mixup_alone(pair: str):
    erm, mixup = (ZOO.manifest[ZOO.comparisons[pair][role]]["recipe"] for role in ("erm", "mixup"))
    assert {key for key in erm if erm[key] != mixup[key]} == {"name", "alpha"}


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), "x", None, [1]])
def test_numbers_outside_their_limits_are_refused(value: object):
    with pytest.raises(InputError, match="λ must be a number from 0 to 1, but is"):
        LAMBDA.check(value)


@pytest.mark.parametrize("value", [1.5, -1, 2**31, float("nan")])
def test_seeds_are_whole(value: float):
    with pytest.raises(InputError, match="seed must be a whole number"):
        SEED.check(value)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Services that have received one photo; another lies beside their folder."""
    (tmp_path / "uploads").mkdir()
    for place in ("uploads/mine.jpg", "other.jpg"):
        shutil.copy(gallery.photo("cat-1").file, tmp_path / place)
    return Services(uploads=tmp_path / "uploads")


PATHS = ["/etc/hostname", "../../etc/hostname", "", ".", "../other.jpg", "assets/examples.json"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("below", [True, False])
def test_requests_cannot_name_files_that_were_not_uploaded(
    services: Services, path: str, below: bool
):
    asked_for = str(services.uploads / path) if below else path
    answer = answering(requests.inspect, services)({"image": {"upload": asked_for}})
    assert "Upload it again" in answer["error"]["en"]
    assert answer["error"]["ko"]


def test_an_upload_comes_back_as_the_page_shows_it(services: Services):
    answer = requests.inspect(services, {"image": {"upload": str(services.uploads / "mine.jpg")}})
    assert answer["image"].startswith("data:image/webp;base64,")


@pytest.mark.parametrize("request_", [{}, None, {"a": 3, "b": {"photo": "nope"}}])
def test_requests_without_pictures_get_a_sentence(request_: object):
    assert set(answering(requests.ask, Services())(request_)["error"]) == {"en", "ko"}


def test_the_two_likeliest_classes_are_named_at_each_point():
    swept = sweep()
    answers = sweep_payload(asked(), swept)["answers"]
    for model, known in swept.answers.items():
        leaders = answers[model]["leaders"]
        ranked = np.sort(known.probabilities, axis=1)
        points = np.arange(len(ranked))
        assert known.probabilities[points, leaders["first"]] == pytest.approx(ranked[:, -1])
        assert leaders["second_share"] == pytest.approx(ranked[:, -2], abs=1e-4)
        assert all(map(int.__ne__, leaders["first"], leaders["second"]))


class TestStrip:
    def draw(self, services: Services, method: str) -> dict[str, list]:
        request = {"alpha": 1.0, "seed": 4, "method": method, "pair": services.zoo.default}
        return requests.draw(services, request)

    def test_mixup_applies_lambda_as_it_is_drawn(self):
        drawn = self.draw(Services(ZOO), "mixup")
        assert drawn["applied"] == drawn["lam"]
        assert drawn["boxes"] is None

    def test_cutmix_clips_drawn_boxes_as_its_paper_says(self):
        services = Services(ZOO)
        drawn, mixed = self.draw(services, "cutmix"), self.draw(services, "mixup")
        assert drawn["lam"] == mixed["lam"]
        for applied, (top, bottom, left, right) in zip(
            drawn["applied"], drawn["boxes"], strict=True
        ):
            assert 0 <= top <= bottom <= 32
            assert 0 <= left <= right <= 32
            assert applied == pytest.approx(1 - (bottom - top) * (right - left) / 1024)
        assert all(map(float.__ge__, drawn["applied"], drawn["lam"]))
        assert max(np.subtract(drawn["applied"], drawn["lam"])) > 0.05  # some are clipped
