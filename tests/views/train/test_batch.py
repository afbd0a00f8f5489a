"""What the page is told of a batch: numbers of timm's own output, and mistakes with a remedy."""

import base64
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event

import numpy as np
import pytest
from PIL import Image
from scipy.stats import beta

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.playing import many, play
from mixup_demo.batches.results import Draws
from mixup_demo.figures import theme
from mixup_demo.images import gallery
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.train import requests as asking
from mixup_demo.views.train import settings
from mixup_demo.views.train.figures import BINS, draws_figure
from mixup_demo.views.train.payload import config
from mixup_demo.views.train.requests import (
    SIDE,
    arguments,
    batch_report,
    train_batch,
    train_draws,
    train_learn,
    train_learn_stop,
)
from mixup_demo.views.train.requests import _images as read
from tests.kit import answered

SERVICES = Services()
OPENING = [{"photo": key} for key in config(SERVICES)["train"]["opening"]]
BOTH = {"mixup_alpha": 0.4, "cutmix_alpha": 1.0, "mode": "elem", "prob": 0.8, "train_seed": 5}


def defaults() -> dict:
    return {control.name: control.default for control in settings.ARGUMENTS}


def test_opening_settings_are_timm_s_but_for_the_classes():
    assert arguments(defaults()) == MixupArguments(num_classes=10)


def test_every_argument_is_taken_from_its_control():
    given = {**defaults(), "cutmix_minmax": "0.3-0.9", "correct_lam": "off", "mode": "pair"}
    expected = MixupArguments(num_classes=10, cutmix_minmax=(0.3, 0.9), mode="pair")
    assert arguments(given) == replace(expected, correct_lam=False)


def test_cells_are_those_of_the_batch():
    answer = train_batch(SERVICES, {**BOTH, "images": OPENING})
    images, labels = read(SERVICES, OPENING)
    batch = play(arguments({**defaults(), **BOTH}), images, labels, 5)
    assert [cell["lam"] for cell in answer["cells"]] == batch.lam.round(4).tolist()
    for i, cell in enumerate(answer["cells"]):
        shares = [share for _, share in cell["target"]]
        own = batch.targets[i][[labels[i], labels[batch.partner[i]]]]
        assert shares == pytest.approx(own.tolist(), abs=1e-4)
        assert sum(shares) + cell["rest"] == pytest.approx(1, abs=1e-3)
        assert cell["target"][0][0] == answer["labels"][i]
        top, bottom, left, right = (np.array(cell["box"]) * SIDE).round().astype(int)
        assert (top, bottom, left, right) == tuple(batch.boxes[i])
    assert {cell["operation"] for cell in answer["cells"]} == {"mixup", "cutmix", "none"}


def test_strips_show_the_images_side_by_side():
    answer = train_batch(SERVICES, {"images": OPENING})
    content = base64.b64decode(answer["after"].partition(",")[2])
    pixels = np.asarray(Image.open(io.BytesIO(content)).convert("RGB"), float) / 255
    images, labels = read(SERVICES, OPENING)
    batch = play(MixupArguments(num_classes=10), images, labels, 0)
    expected = np.concatenate(list(batch.images), axis=2).transpose(1, 2, 0)
    assert pixels.shape == expected.shape
    assert np.abs(pixels - expected).mean() < 0.03  # WebP loses a little


def test_of_an_odd_batch_the_last_image_is_left_out_and_timm_s_error_shown():
    answer = train_batch(SERVICES, {"images": OPENING[:5]})
    assert (answer["given"], len(answer["cells"])) == (5, 4)
    odd = next(finding for finding in answer["findings"] if finding["name"] == "odd")
    assert odd["caused"]
    assert "AssertionError" in odd["values"]["error"]


def test_uploads_have_the_class_that_they_are_given(tmp_path: Path):
    file = tmp_path / "own.png"
    Image.open(gallery.photo("cat-1").file).save(file)
    services = Services(uploads=tmp_path)
    images = [{"upload": str(file), "label": "ship"}, *OPENING[:3]]
    assert train_batch(services, {"images": images})["labels"][0] == "ship"


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"images": OPENING[:3]}, "from 4 to 16 images, but this one has: 3"),
        ({"images": OPENING * 3}, "but this one has: 24"),
        ({}, "but this one has: 0"),
        ({"images": OPENING, "num_classes": 9}, "num_classes must be .* but is 9. Choose one"),
        ({"images": OPENING, "prob": 1.5}, "from 0 to 1, but is 1.5"),
        ({"images": OPENING, "mode": "half"}, "one of batch, pair, elem, but is half"),
        ({"images": [{"photo": "none-1"}] * 4}, "none-1"),
        ({"images": [{"upload": "/etc/hostname"}] * 4}, "this picture is gone"),
    ],
)
def test_mistakes_are_named_with_the_remedy(request_: dict, message: str):
    with pytest.raises(InputError, match=message):
        train_batch(SERVICES, request_)


def test_the_chart_shows_the_draws_beside_beta():
    both = MixupArguments(0.4, 1.0, num_classes=10, mode="elem")
    draws = many(both, 8, SIDE, 400, 0)
    played, expected, cut, _ = draws_figure(both, draws).data
    assert [trace.type for trace in (played, expected)] == ["bar", "scatter"]
    assert len(played.x) == BINS
    assert sum(played.y) == pytest.approx(1, abs=1e-3)
    assert expected.y[0] == pytest.approx(beta.cdf(1 / BINS, 0.4, 0.4), abs=1e-5)
    away = np.abs(np.array(played.y) - np.array(expected.y))
    assert away.max() < 0.04  # 1,600 draws
    # as these kinds of training are marked everywhere, and not by colour alone
    assert [trace.marker.color for trace in (played, cut)] == [
        theme.var(name) for name in ("mixup", "cutmix")
    ]
    assert cut.marker.pattern.shape != played.marker.pattern.shape


def test_the_chart_of_no_draws_has_no_negative_shares():
    off = MixupArguments(0.0, 0.0, num_classes=10)
    figure = draws_figure(off, many(off, 8, SIDE, 20, 0))
    assert not figure.data
    assert figure.layout.yaxis.range[0] == 0


def test_many_batches_count_what_was_done():
    answer = train_draws(SERVICES, {**BOTH, "size": 5})
    assert answer["images"] == 4 * answer["batches"] == sum(answer["counts"].values())
    assert answer["counts"]["none"] / answer["images"] == pytest.approx(0.2, abs=0.03)
    with pytest.raises(InputError, match="from 4 to 16"):
        train_draws(SERVICES, {"size": 1000})


def test_many_batches_are_drawn_once_for_all_who_ask_the_same(monkeypatch: pytest.MonkeyPatch):
    first = train_draws(SERVICES, {**BOTH, "size": 6})
    monkeypatch.setattr(asking, "many", None)
    assert train_draws(SERVICES, {**BOTH, "size": 7}) is first
    with pytest.raises(TypeError):
        train_draws(SERVICES, {**BOTH, "size": 6, "train_seed": 6})


def test_one_request_mixes_at_a_time(monkeypatch: pytest.MonkeyPatch):
    """All of them would else stand before whoever loads a network, which takes the same lock."""
    both = Barrier(2)

    def drawing(*given: object) -> Draws:
        with pytest.raises(BrokenBarrierError):
            both.wait(0.3)
        return many(*given)

    monkeypatch.setattr(asking, "many", drawing)
    with ThreadPoolExecutor(2) as pool:
        draws = pool.submit(train_draws, SERVICES, {**BOTH, "size": 8})
        batch = pool.submit(train_batch, SERVICES, {"images": OPENING})
        assert draws.result()["batches"] > len(batch.result()["cells"])


@pytest.mark.parametrize("made", ["batch_payload", "draws_payload"])
def test_others_draw_while_an_answer_is_made(monkeypatch: pytest.MonkeyPatch, made: str):
    """Their threads, which other views need, were parked until its pictures were encoded."""
    at_work, go = Event(), Event()
    inner = getattr(asking, made)

    def slow(*given: object) -> dict:
        at_work.set()
        assert go.wait(10)
        return inner(*given)

    monkeypatch.setattr(asking, made, slow)
    ask, given = {
        "batch_payload": (train_batch, {"images": OPENING}),
        "draws_payload": (train_draws, {"size": 8}),
    }[made]
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask, Services(), given)
        assert at_work.wait(10)
        try:
            assert asking._mixing.acquire(timeout=1)
            asking._mixing.release()
        finally:
            go.set()
        first.result(10)


def test_the_small_training_comes_part_by_part_and_can_be_stopped():
    asked = {**BOTH, "visitor": "one", "start": 0}
    first = answered(train_learn, SERVICES, {**asked, "turn": 1})
    assert 0 < len(first["frames"]) < first["epochs"]
    assert not first["done"]
    assert len(first["loss"]["data"]) == 6
    start = len(first["frames"])
    more = answered(train_learn, SERVICES, {**asked, "start": start, "turn": 2})
    assert more["epoch"] == len(first["frames"]) + len(more["frames"])
    assert set(more["shares"]) == {"mixed", "ceiling", "clean", "test", "erm"}
    assert train_learn_stop(SERVICES, {**asked, "turn": 4}) == {"ended": True}
    assert train_learn(SERVICES, {**asked, "turn": 3}) == {"ended": True}


def test_the_api_s_answer_is_the_page_s():
    asked = {"images": "cat-1.dog-1.ship-1.bird-1", **BOTH}
    report = batch_report(SERVICES, asked)
    images = [{"photo": key} for key in asked["images"].split(".")]
    answer = train_batch(SERVICES, {**BOTH, "images": images})
    assert report["labels"] == ["cat", "dog", "ship", "bird"]
    assert [one["lam"] for one in report["images"]] == [cell["lam"] for cell in answer["cells"]]
    for one in report["images"]:
        assert sum(one["target"].values()) == pytest.approx(1, abs=1e-3)
    assert report["findings"] == answer["findings"]
    assert len(batch_report(SERVICES, {})["images"]) == 8
    with pytest.raises(InputError, match="from 4 to 16 images"):
        batch_report(SERVICES, {"images": "cat-1.dog-1"})
