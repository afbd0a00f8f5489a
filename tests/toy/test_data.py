"""Points of the plane: every data set, flipped labels, drawn points."""

import numpy as np
import pytest

from mixup_demo.texts.input_error import InputError
from mixup_demo.toy import drawing
from mixup_demo.toy.data import MOST_FLOWERS, SHAPES, TESTED, flipped, points
from mixup_demo.toy.results import FRAME
from mixup_demo.views.toy.questions import toy_question

CORNERS = "0zzzz10000" * 3 + "2i0i0"

CLASSES = {
    **dict.fromkeys(("toy", "moons", "circles", "spirals2", "blobs2", "xor", "checkerboard"), 2),
    **dict.fromkeys(("spirals3", "blobs3", "iris", "drawn"), 3),
    "blobs4": 4,
}


@pytest.mark.parametrize("dataset", CLASSES)
@pytest.mark.parametrize("noise", [0, 0.5])
def test_every_data_set_lies_in_the_frame(dataset: str, noise: float):
    found = points(toy_question({"dataset": dataset, "noise": noise, "n": 90, "points": CORNERS}))
    assert found.classes == CLASSES[dataset]
    assert set(found.true) == set(found.test_labels) == set(range(found.classes))
    assert np.abs(found.train).max() <= FRAME
    assert found.train.shape == (len(found.labels), 2)
    assert found.test.shape == (len(found.test_labels), 2)
    assert np.array_equal(found.labels, found.true)
    if dataset in SHAPES:
        assert (len(found.train), len(found.test)) == (90, TESTED)
        counts = np.bincount(found.true)
        assert counts.max() - counts.min() <= 12  # a board's cells do not all divide 90


@pytest.mark.parametrize("dataset", SHAPES)
def test_a_shape_without_noise_fills_the_unit_square(dataset: str):
    places, _ = SHAPES[dataset].draw(1000, np.random.default_rng(0))
    assert 0.6 < np.abs(places).max() <= 1.15


def test_the_paper_s_problem_is_a_disc_within_a_ring():
    found = points(toy_question({"noise": 0}))
    radius = np.linalg.norm(found.train, axis=1)
    assert radius[found.true == 1].max() < 0.5 < 0.65 < radius[found.true == 0].min()


def test_iris_keeps_flowers_back_for_the_test():
    found = points(toy_question({"dataset": "iris", "noise": 0, "n": 300}))
    assert (len(found.train), len(found.test)) == (MOST_FLOWERS, 150 - MOST_FLOWERS)
    assert np.ptp(np.bincount(found.true)) <= 1


def test_points_follow_from_the_seed():
    first, again, other = (points(toy_question({"toy_seed": seed})) for seed in (1, 1, 2))
    # sines and cosines may be rounded in another way where they lie otherwise in memory
    np.testing.assert_allclose(first.train, again.train, rtol=0, atol=1e-6)
    np.testing.assert_allclose(first.test, again.test, rtol=0, atol=1e-6)
    assert np.abs(first.train - other.train).mean() > 0.05


def test_flipped_labels_are_so_many_and_all_wrong():
    labels = np.arange(200) % 4
    wrong = flipped(labels, 0.3, 4, np.random.default_rng(0))
    assert (wrong != labels).sum() == 60
    assert set(wrong) == {0, 1, 2, 3}
    assert np.array_equal(labels, np.arange(200) % 4)


def test_test_labels_are_never_flipped():
    clean, half = (points(toy_question({"flip": flip})) for flip in (0, 0.5))
    assert np.array_equal(clean.test_labels, half.test_labels)
    assert (half.labels != half.true).mean() == 0.5


def test_drawn_points_are_decoded():
    places, labels = drawing.decode("0zzzz100002i0zz")
    assert labels.tolist() == [0, 1, 2]
    expected = [[1.25, 1.25], [-1.25, -1.25], [1.25 * (2 * 648 / 1295 - 1), 1.25]]
    assert places == pytest.approx(np.array(expected))


def test_drawn_points_stay_where_they_are():
    drawn = "0i0i01000029999" * 2
    found = points(toy_question({"dataset": "drawn", "points": drawn, "noise": 0.5}))
    places, labels = drawing.decode(drawn)
    shrink = np.abs(found.train).max() / np.abs(places).max()  # for marks to be whole
    assert found.train == pytest.approx(shrink * places, abs=1e-6)
    assert shrink == pytest.approx(0.96)
    assert np.array_equal(found.labels, labels)
    assert np.array_equal(found.test, found.train)


BAD = {
    "no points": ("", "needs at least 4 of them, but there are 0"),
    "too few": ("0000010000" + "00000", "at least 4 of them, but there are 3. Draw more"),
    "one class": ("20000" * 5, "at least two classes, but all 5 have class 3. Draw some"),
    "cut off": ("0000", "five characters.* but begin with 0000"),
    "no such class": ("40000" * 5, "a class 0 to 3"),
    "no digits": ("0ABCD" * 5, "base 36"),
    "too many": ("00000" * 401, "at most 400 times"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_drawings_are_refused(name: str):
    text, message = BAD[name]
    with pytest.raises(InputError, match=message):
        toy_question({"dataset": "drawn", "points": text})


def test_other_data_do_not_depend_on_what_was_drawn():
    assert toy_question({"points": CORNERS}) == toy_question({})
    drawn = toy_question({"dataset": "drawn", "points": CORNERS})
    assert drawn != toy_question({"dataset": "drawn", "points": CORNERS[:-5]})
