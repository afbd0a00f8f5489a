"""The λ sweep as a film: opened again, and compared with what the page shows."""

import base64
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from mixup_demo.figures import theme
from mixup_demo.figures.lettering import _runs, fitted, font, width
from mixup_demo.images import gallery
from mixup_demo.models.spec import ClassList
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.line import Place
from mixup_demo.serving.schema import Request
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import sweep as sweep_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix import films, frames
from mixup_demo.views.mix.requests import question as question_of
from tests.browser.kit import services as bundled
from tests.kit import answered
from tests.models.kit import dummy

PAIR = gallery.pairs()[0]
#: at most so long, several times what two cores take; a busy machine counts by what the process
#: itself computed
SECONDS = 10


def asked(**more: str) -> Request:
    return {"a": {"photo": PAIR[0]}, "b": {"photo": PAIR[1]}, **more}


def seconds_of_two_cores(start: tuple[float, float]) -> float:
    return min(time.perf_counter() - start[0], time.process_time() - start[1])


def test_mp4_and_gif_are_files_that_open_with_all_frames():
    sweep_of(bundled(), example_sweep(bundled(), *PAIR))
    start = time.perf_counter(), time.process_time()
    name, content = films.film_file(bundled(), asked(format="mp4"))
    assert seconds_of_two_cores(start) < SECONDS
    with av.open(BytesIO(content)) as container:
        (stream,) = container.streams
        shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
        assert (stream.codec_context.name, float(stream.average_rate)) == ("h264", 20)
    assert name == f"mixup-{'-'.join(key[:-2] for key in PAIR)}.mp4"
    assert (len(shown), shown[0].shape) == (100, (frames.HEIGHT, frames.WIDTH, 3))
    # from B over A back to B: the bar of the soft label says how much
    bar = np.array([row[80, 376:696, 2] > row[80, 376:696, 0] for row in shown]).mean(axis=1)
    there = np.linspace(0, 1, 51)
    np.testing.assert_allclose(bar, [*there, *there[-2:0:-1]], atol=0.02)

    start = time.perf_counter(), time.process_time()
    page = answered(films.film, bundled(), asked(format="gif", language="ko"))
    assert seconds_of_two_cores(start) < SECONDS
    with Image.open(BytesIO(base64.b64decode(page["file"]))) as animation:
        assert (page["type"], animation.n_frames, animation.info["duration"]) == (
            *("image/gif", 50),
            100,
        )
        assert animation.size == (frames.WIDTH, frames.HEIGHT)
    assert len(page["file"]) < 6e6


def test_a_frame_draws_the_mixture_and_both_predictions():
    asked_of = example_sweep(bundled(), *PAIR)
    swept = sweep_of(bundled(), asked_of)
    a, b = (picture.display for picture in asked_of.pictures)
    size = asked_of.comparison.input_size
    shown = frames.frames((a, b), swept, size, frames.Words({}))
    frame = np.asarray(shown[30])  # λ = 0.6
    half = frames.blended((a, b), swept, 60, size)
    expected = 0.6 * a.astype(float) + 0.4 * b.astype(float)
    np.testing.assert_allclose(half, expected, atol=0.6)
    inner = np.asarray(Image.fromarray(half).resize((320, 320)), float)
    assert np.abs(frame[24:344, 24:344] - inner).mean() < 4
    for top, answers in zip((150, 284), swept.answers.values(), strict=True):
        row = frame[top + 25 - 2, 510:640].astype(int)
        grey = tuple(int(theme.COLOURS["ground"][0][k : k + 2], 16) for k in (1, 3, 5))
        filled = (np.abs(row - grey).sum(axis=1) > 30).mean()
        assert filled == pytest.approx(answers.probabilities[60, swept.labels[0]], abs=0.02)


def test_two_pictures_of_one_class_have_one_part_and_one_row():
    asked_of = replace(example_sweep(bundled(), *PAIR), labels=(3, 3))
    swept = sweep_of(bundled(), asked_of)
    pictures = (asked_of.pictures[0].display, asked_of.pictures[1].display)
    shown = frames.frames(pictures, swept, asked_of.comparison.input_size, frames.Words({}))
    bar = np.asarray(shown[15])[80, 376:696]
    assert len(np.unique(bar, axis=0)) == 1
    rows = list(frames._rows(swept, "erm", 30, frames.Words({})))
    assert [name for name, *_ in rows].count(swept.classes[3]) == 1
    assert [colour for *_, colour in rows] == ["class-a", "class-other"]


def test_of_two_classes_there_is_no_other_to_be_shown():
    models = {name: dummy(name, ClassList("two", ("cat", "dog")), seed=7) for name in ("l", "r")}
    zoo = Zoo(None, models.values(), {"pair": {name: name for name in models}}, {})
    request = asked(label_a="cat", label_b="dog", format="gif")
    name, content = films.film_file(Services(zoo), request)
    assert name == "mixup-cat-dog.gif"
    with Image.open(BytesIO(content)) as animation:
        assert animation.n_frames == 50


def test_cutmix_pastes_the_box_of_the_sweep():
    request = asked(method="cutmix")
    question = question_of(bundled(), {**request, "seed": 3})
    swept = sweep_of(bundled(), question)
    a, b = (picture.display for picture in question.pictures)
    size = question.comparison.input_size
    mixed = frames.blended((a, b), swept, 50, size)
    share = (mixed == b).all(axis=2).mean()
    assert share == pytest.approx(1 - swept.applied[50], abs=0.05)


def test_korean_is_drawn_and_long_names_are_cut():
    assert width("고양이", 20) > 2.2 * width("…", 20)
    for letters in (
        "한국어",
        "고양이",
        "λ 0.5",
    ):  # of three files; what a font lacks is an empty box
        shapes = {
            bytes(face.getmask(letter)) for letter in letters for _, face in _runs(letter, 20, 400)
        }
        assert bytes(font("latin", 20, 400).getmask("\uffff")) not in shapes
        assert len(shapes) == len(letters)
    cut = fitted("Mexican hairless dog, a very long name", 16, 100)
    assert cut.endswith("…")
    assert width(cut, 16) <= 100


def test_a_film_waits_for_its_turn_unless_it_is_known(monkeypatch: pytest.MonkeyPatch):
    services = Services()
    with monkeypatch.context() as crowded:
        crowded.setattr(services.jobs, "answer", lambda *_: Place(3, None))
        waits = films.film(services, asked(format="gif"))
        assert waits["waits"]["before"] == 3
    made = answered(films.film, services, asked(format="gif"))
    monkeypatch.setattr(services.jobs, "answer", lambda *_: pytest.fail("it is known"))
    assert films.film(services, asked(format="gif")) is made


def test_who_has_left_gets_no_film():
    stops = iter([False, False, True])
    with pytest.raises(StoppedError):
        films.film_file(bundled(), asked(format="gif", language="ko"), lambda: next(stops, True))


@pytest.mark.parametrize("ask", [films.film, films.film_file])
@pytest.mark.parametrize(("name", "value"), [("format", "avi"), ("language", "fr")])
def test_other_films_are_refused(ask: Callable[..., Any], name: str, value: str):
    with pytest.raises(InputError, match=f"must be one of .*, but is {value}"):
        ask(bundled(), asked(**{name: value}))
