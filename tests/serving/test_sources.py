"""Images that the page's scripts name: noise, points of a plane, and classes that are guessed."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.models.zoo import Zoo
from mixup_demo.serving.services import Services
from mixup_demo.serving.sources import picture_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.evidence import requests as evidence
from mixup_demo.views.mix import requests as mix
from mixup_demo.views.mix.payload import opening
from tests.kit import answered
from tests.models.kit import dummy_zoo

PHOTOS: list[dict[str, Any]] = [{"photo": key} for key in ("cat-1", "dog-1", "frog-1")]
THIRDS = [0.3333, 0.3333, 0.3334]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The bundled models, and one photo of ours that was uploaded."""
    folder = tmp_path_factory.mktemp("uploads")
    shutil.copy(gallery.photo("dog-1").file, folder / "mine.jpg")
    return Services(Zoo(), uploads=folder)


def mine(services: Services) -> dict[str, str]:
    return {"upload": str(Path(services.uploads) / "mine.jpg")}


def test_noise_is_the_same_for_a_seed_and_as_large_as_the_model_sees_it():
    services = Services(dummy_zoo())
    for pair, size in (("thousand", (224, 224)), ("three", (48, 64))):
        model = services.zoo.comparison(pair).first
        pictures = [picture_of(services, {"noise": seed}, model) for seed in (5, 5, 6)]
        again = picture_of(Services(dummy_zoo()), {"noise": 5}, model)
        assert pictures[0].input.shape == (3, *size)
        assert np.array_equal(pictures[0].input, again.input)
        assert pictures[0].digest == pictures[1].digest == again.digest != pictures[2].digest
        assert pictures[0].input.mean() == pytest.approx(0.5, abs=0.02)
        assert pictures[0].input.std() == pytest.approx(12**-0.5, abs=0.01)


def test_a_point_is_the_weighted_sum_of_what_is_shown_clipped(services: Services):
    model = services.zoo.comparison(services.zoo.default).first
    parts = [*PHOTOS[:1], mine(services), {"noise": 3}]
    shown = [picture_of(services, part, model).display.astype(float) for part in parts]
    for weights in ([1, 0, 0], [0.25, 0.25, 0.5], [1.5, -0.75, 0.25]):
        point = picture_of(services, {"parts": parts, "weights": weights}, model)
        wanted = np.clip(sum(w * one for w, one in zip(weights, shown, strict=True)), 0, 255)
        assert np.abs(point.display - wanted).max() <= 0.5


@pytest.mark.parametrize("pair", ["thousand", "three"])
def test_a_corner_is_its_picture_for_any_model(pair: str):
    services = Services(dummy_zoo())
    model = services.zoo.comparison(pair).first
    corner = picture_of(services, {"parts": PHOTOS, "weights": [0, 1, 0]}, model)
    own = picture_of(services, PHOTOS[1], model)
    assert np.array_equal(corner.display, own.display)
    assert np.allclose(corner.input, own.input, atol=1e-6)


@pytest.mark.parametrize(
    ("image", "says"),
    [
        ({"noise": -1}, "seed must be"),
        ({"noise": "many"}, "seed must be"),
        ({"parts": PHOTOS, "weights": [1, 0]}, "three weights"),
        ({"parts": PHOTOS[:2], "weights": [0.5, 0.5]}, "three weights"),
        ({"parts": PHOTOS, "weights": [0.5, 0.5, 0.5]}, "sum to"),
        ({"parts": PHOTOS, "weights": [9, -8, 0]}, "−8 to 8"),
        ({"parts": PHOTOS, "weights": [float("nan"), 1, 0]}, "three weights"),
        ({"parts": PHOTOS, "weights": ["1", 0, 0]}, "three weights"),
        ({"parts": PHOTOS, "weights": None}, "three weights"),
        ({"parts": 3, "weights": THIRDS}, "three pictures"),
        (
            {"parts": [*PHOTOS[:2], {"parts": PHOTOS, "weights": THIRDS}], "weights": THIRDS},
            "three",
        ),
        ({"parts": [*PHOTOS[:2], {"upload": "/etc/hostname"}], "weights": THIRDS}, "Upload it"),
    ],
)
def test_a_recipe_that_breaks_its_rule_gets_a_sentence(
    services: Services, image: dict[str, Any], says: str
):
    model = services.zoo.comparison(services.zoo.default).first
    with pytest.raises(InputError) as error:
        picture_of(services, image, model)
    assert says in error.value.message("en")


def test_a_name_that_no_file_can_have_is_a_file_that_is_gone(services: Services):
    model = services.zoo.comparison(services.zoo.default).first
    for name in ("a" * 300, "a\0b", "../../etc/passwd", ""):
        with pytest.raises(InputError, match="Upload it"):
            picture_of(services, {"upload": f"{services.uploads}/{name}"}, model)


def test_parts_are_counted_before_one_is_read():
    """A request has room for a hundred thousand, each of which would be made and kept."""
    services = Services(dummy_zoo())
    model = services.zoo.comparison("three").first
    many = [{"noise": seed} for seed in range(9)]
    with pytest.raises(InputError, match="three pictures"):
        picture_of(services, {"parts": many, "weights": THIRDS}, model)
    assert services.pictures.misses == 0


def test_answers_say_which_classes_were_guessed(services: Services):
    own = mine(services)
    sweep = answered(mix.ask, services, {"a": own, "b": PHOTOS[0]})
    assert sweep["guessed"] == [True, False]
    named = answered(mix.ask, services, {"a": own, "b": own, "label_b": "cat"})
    assert named["guessed"] == [True, False]
    plane = {"a": PHOTOS[0], "b": own, "c": {"noise": 1}, "resolution": 8, "visitor": "test"}
    assert answered(boundary.plane, services, plane)["guessed"] == [False, True, True]
    for request, guessed in (({"image": own}, [True]), ({"image": own, "label": "dog"}, [False])):
        assert answered(evidence.attack, services, request)["guessed"] == guessed


def test_a_guess_that_is_agreed_to_is_not_computed_again(services: Services):
    guess = mix.question(services, {"a": mine(services), "b": PHOTOS[0]})
    name = guess.comparison.classes.names[guess.labels[0]]
    agreed = mix.question(services, {"a": mine(services), "b": PHOTOS[0], "label_a": name})
    assert guess.key == agreed.key
    assert (guess.guessed, agreed.guessed) == ((True, False), (False, False))


def test_the_answer_that_the_page_opens_with_says_so_too(services: Services):
    assert opening(services)["guessed"] == [False, False]
