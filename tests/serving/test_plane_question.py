"""Planes of the bundled pair: what is asked, what is refused, what is reported."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mixup_demo.images import gallery
from mixup_demo.probes.chunks import never
from mixup_demo.probes.plane_geometry import geometry, weights
from mixup_demo.serving import planes
from mixup_demo.serving.pictures import read_picture
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary.requests import plane_report, question

KEYS = ("cat-1", "dog-1", "frog-1")
FILES = tuple(gallery.photo(key).file for key in KEYS)
CLASSES = ("cat", "dog", "frog")


def request(*files: object, **more: object) -> dict[str, object]:
    """Ask about three files, by default those of `KEYS`."""
    return {**dict(zip("abc", files or FILES, strict=True)), **more}


LABELLED = request(**{f"label_{side}": name for side, name in zip("abc", CLASSES, strict=True)})
SMALL = {**LABELLED, "resolution": 8}


@pytest.fixture
def asked(services: Services) -> PlaneQuestion:
    return question(services, SMALL)


@pytest.fixture
def mixture(tmp_path: Path, asked: PlaneQuestion) -> Path:
    """The picture half-way between the first two, as a file of the size that models see."""
    a, b, _ = asked.images
    pixels = np.rint(255 * (a + b) / 2).astype(np.uint8).transpose(1, 2, 0)
    Image.fromarray(pixels).save(tmp_path / "half.png")
    return tmp_path / "half.png"


def test_classes_that_are_not_given_are_proposed(services: Services):
    asked = question(services, request(label_b="ship"))
    own = services.engine(asked.comparison, "auto").propose(asked.images)
    assert asked.labels == (own[0], asked.comparison.classes.index("ship"), own[2])


def test_a_bundled_photo_brings_its_own_class(services: Services, asked: PlaneQuestion):
    named = question(services, request(*({"photo": key} for key in KEYS), resolution=8))
    assert named.labels == asked.labels
    assert named.key == asked.key


def test_images_are_the_pictures_in_order(services: Services, asked: PlaneQuestion):
    assert asked.images.shape == (3, 3, 32, 32)
    for image, file in zip(asked.images, FILES, strict=True):
        read = read_picture(services.pictures, file, asked.comparison.first)
        assert np.array_equal(image, read.input)


def test_keys_differ_with_whatever_changes_the_answer(services: Services, asked: PlaneQuestion):
    a, b, c = asked.pictures
    changed = [
        replace(asked, pictures=(a, c, b)),
        replace(asked, pictures=(a, b, a)),
        replace(asked, labels=(3, 5, 5)),
        replace(asked, resolution=9),
        replace(asked, device="cpu"),
        replace(asked, comparison=services.zoo.comparison("small-1")),
    ]
    assert len({one.key for one in (asked, *changed)}) == 7
    assert services.zoo.comparison("cifar10").digest in asked.key
    assert question(services, SMALL).key == asked.key


BAD = {
    "a": (None, "needs three pictures, but picture A is missing"),
    "c": ("", "needs three pictures, but picture C is missing"),
    "label_c": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "resolution": (97, "whole number of points per side from 8 to 96, but is 97.* for example 48"),
    "pair": ("imagenet", "pair of models must be one of .* but is imagenet"),
    "device": ("tpu", "device must be one of auto, cpu, gpu, but is tpu"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_questions_are_refused(services: Services, name: str):
    value, message = BAD[name]
    with pytest.raises(InputError, match=message):
        question(services, request(**{name: value}))


@pytest.mark.parametrize("resolution", [7, 24.5, float("nan"), "many", None])
def test_resolutions_are_whole_and_within_limits(services: Services, resolution: object):
    with pytest.raises(InputError, match=f"from 8 to 96, but is {resolution}"):
        question(services, request(resolution=resolution))


def test_a_bad_file_is_named_in_both_languages(services: Services, tmp_path: Path):
    (tmp_path / "text.png").write_text("this is no picture")
    with pytest.raises(InputError, match=r"^Picture B: An image must be a JPEG, PNG") as error:
        question(services, request(FILES[0], tmp_path / "text.png", FILES[2]))
    assert error.value.message("ko").startswith("사진 B: 이미지는 JPEG, PNG")


@pytest.mark.parametrize(
    ("places", "names"), [((0, 0, 1), "A and B"), ((0, 1, 0), "A and C"), ((1, 0, 0), "B and C")]
)
def test_equal_pictures_are_named_with_the_remedy(
    services: Services, places: tuple[int, ...], names: str
):
    with pytest.raises(InputError, match=f"{names} are the same .* Choose another picture"):
        question(services, request(*(FILES[place] for place in places)))


def test_a_picture_on_the_line_of_the_others_is_named_with_the_remedy(
    services: Services, mixture: Path
):
    with pytest.raises(InputError, match=r"a mixture of the other two .* Choose another picture C"):
        question(services, request(FILES[0], FILES[1], mixture))


class TestReport:
    def test_has_coordinates_maps_and_measures(self, services: Services, asked: PlaneQuestion):
        report, plane = plane_report(services, SMALL), planes.plane(services, asked)
        assert report["coordinates"]["x"] == plane.x.tolist()
        assert report["coordinates"]["y"] == plane.y.tolist()
        positions = geometry(asked.images).positions
        assert report["coordinates"]["positions"] == pytest.approx(positions)
        for model in ("erm", "mixup"):
            answers = plane.answers[model]
            assert report[model]["classes"] == answers.classes.tolist()
            assert np.abs(report[model]["confidence"] - answers.confidence).max() < 1e-4
            assert report[model]["measures"] == vars(answers.measures)
        assert report["agreement"] == plane.agreement

    def test_says_what_was_asked(self, services: Services, asked: PlaneQuestion):
        report = plane_report(services, SMALL)
        assert tuple(report["classes"]) == asked.comparison.classes.names
        assert report["labels"] == {"a": "cat", "b": "dog", "c": "frog"}
        assert report["resolution"] == 8
        assert report["device"] in ("cpu", "gpu")


def test_maps_are_the_models_answers_to_the_blended_images(
    services: Services, asked: PlaneQuestion
):
    plane = planes.plane(services, asked)
    points = np.stack(np.meshgrid(plane.x, plane.y), axis=-1).reshape(-1, 2)
    blended = np.tensordot(weights(points, plane.positions), asked.images, 1).astype(np.float32)
    for model, p in services.engine(asked.comparison, "auto").probabilities(blended).items():
        found = plane.answers[model].confidence.ravel()
        assert found == pytest.approx(p.max(axis=1), abs=0.05)  # bf16, other batches


def test_stages_end_with_the_answer(services: Services, asked: PlaneQuestion):
    *_, last = planes.plane_stages(services, asked, never)
    assert last is planes.plane(services, asked)
