"""Planes of the bundled pair: what is asked, what is refused, what is reported."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mixup_demo.images import gallery
from mixup_demo.models import zoo
from mixup_demo.probes.plane_geometry import geometry, weights
from mixup_demo.serving import planes as boundary
from mixup_demo.serving import questions
from mixup_demo.serving.questions import PlaneQuestion, plane_question
from mixup_demo.texts.input_error import InputError

KEYS = ("cat-1", "dog-1", "frog-1")
FILES = tuple(str(gallery.photo(key).file) for key in KEYS)


@pytest.fixture(scope="module")
def asked() -> PlaneQuestion:
    return plane_question(*FILES, "cat", "dog", "frog", 8)


@pytest.fixture
def mixture(tmp_path: Path) -> str:
    """The picture half-way between the first two, as a file of the size that models see."""
    a, b = (picture.input for picture in plane_question(*FILES, "cat", "cat", "cat").pictures[:2])
    pixels = np.rint(255 * (a + b) / 2).astype(np.uint8).transpose(1, 2, 0)
    Image.fromarray(pixels).save(tmp_path / "half.png")
    return str(tmp_path / "half.png")


def test_classes_that_are_not_given_are_proposed():
    proposed = plane_question(*FILES, label_b="ship").labels
    images = plane_question(*FILES).images
    own = questions.engine("cifar10", "auto").propose(images)
    assert proposed == (own[0], zoo.pair_classes("cifar10").index("ship"), own[2])


def test_images_are_the_pictures_in_order(asked: PlaneQuestion):
    assert asked.images.shape == (3, 3, 32, 32)
    for image, file in zip(asked.images, FILES, strict=True):
        assert np.array_equal(image, questions.picture(file).input)


def test_keys_differ_with_whatever_changes_the_answer(asked: PlaneQuestion):
    a, b, c = asked.pictures
    changed = [
        replace(asked, pictures=(a, c, b)),
        replace(asked, pictures=(a, b, a)),
        replace(asked, labels=(3, 5, 5)),
        replace(asked, resolution=9),
        replace(asked, device="cpu"),
    ]
    assert len({question.key for question in (asked, *changed)}) == 6
    assert zoo.pair_digest("cifar10") in asked.key
    assert plane_question(*FILES, "cat", "dog", "frog", 8).key == asked.key


BAD = {
    "image_a": (None, "needs three pictures, but picture A is missing"),
    "image_c": ("", "needs three pictures, but picture C is missing"),
    "label_c": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "resolution": (97, "whole number of points a side from 8 to 96, but is 97.* for example 48"),
    "pair": ("imagenet", "pair of models must be one of .* but is imagenet"),
    "device": ("tpu", "device must be one of auto, cpu, gpu, but is tpu"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_questions_are_refused(name: str):
    value, message = BAD[name]
    images = dict(zip(("image_a", "image_b", "image_c"), FILES, strict=True))
    with pytest.raises(InputError, match=message):
        plane_question(**{**images, name: value})


@pytest.mark.parametrize("resolution", [7, 24.5, float("nan"), "many", None])
def test_resolutions_are_whole_and_within_limits(resolution: object):
    with pytest.raises(InputError, match=f"from 8 to 96, but is {resolution}"):
        plane_question(*FILES, resolution=resolution)


def test_a_bad_file_is_named_in_both_languages(tmp_path: Path):
    (tmp_path / "text.png").write_text("this is no picture")
    with pytest.raises(InputError, match=r"^Picture B: An image must be a JPEG, PNG") as error:
        plane_question(FILES[0], tmp_path / "text.png", FILES[2])
    assert error.value.message("ko").startswith("사진 B: 이미지는 JPEG, PNG")


@pytest.mark.parametrize(
    ("places", "names"), [((0, 0, 1), "A and B"), ((0, 1, 0), "A and C"), ((1, 0, 0), "B and C")]
)
def test_equal_pictures_are_named_with_the_remedy(places: tuple[int, ...], names: str):
    with pytest.raises(InputError, match=f"{names} are the same .* Choose another picture"):
        plane_question(*(FILES[place] for place in places))


def test_a_picture_on_the_line_of_the_others_is_named_with_the_remedy(mixture: str):
    with pytest.raises(InputError, match=r"a mixture of the other two .* Choose another picture C"):
        plane_question(FILES[0], FILES[1], mixture)


class TestReport:
    def test_has_coordinates_maps_and_measures(self, asked: PlaneQuestion):
        report, plane = boundary.plane_report(asked), boundary.plane_answer(asked)
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

    def test_says_what_was_asked(self, asked: PlaneQuestion):
        report = boundary.plane_report(asked)
        assert tuple(report["classes"]) == zoo.pair_classes("cifar10")
        assert report["labels"] == {"a": "cat", "b": "dog", "c": "frog"}
        assert report["resolution"] == 8
        assert report["device"] in ("cpu", "gpu")


def test_maps_are_the_models_answers_to_the_blended_images(asked: PlaneQuestion):
    plane = boundary.plane_answer(asked)
    points = np.stack(np.meshgrid(plane.x, plane.y), axis=-1).reshape(-1, 2)
    blended = np.tensordot(weights(points, plane.positions), asked.images, 1).astype(np.float32)
    for model, p in questions.engine("cifar10", "auto").probabilities(blended).items():
        found = plane.answers[model].confidence.ravel()
        assert found == pytest.approx(p.max(axis=1), abs=0.05)  # bf16, other batches


def test_stages_end_with_the_answer(asked: PlaneQuestion):
    *_, last = boundary.plane_stages(asked, "visitor")
    assert last is boundary.plane_answer(asked)
