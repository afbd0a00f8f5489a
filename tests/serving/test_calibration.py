"""The bundled pair at equal calibration: what changes, what stays, and what is kept of it."""

import numpy as np
import pytest

from mixup_demo.evidence import files
from mixup_demo.images import gallery
from mixup_demo.results import Sweep
from mixup_demo.serving import planes, sweeps
from mixup_demo.serving.questions import PlaneQuestion, SweepQuestion
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.mix import requests as mix
from mixup_demo.views.mix.payload import sweep_payload
from tests.models.kit import dummy_zoo

PHOTOS = {side: {"photo": key} for side, key in zip("abc", gallery.triples()[0], strict=True)}
TIMES = ("trained", "equal")


def line(services: Services, calibration: str, **more: object) -> SweepQuestion:
    return mix.question(services, {**PHOTOS, "calibration": calibration, **more})


def plane(services: Services, calibration: str) -> PlaneQuestion:
    return boundary.question(services, {**PHOTOS, "resolution": 16, "calibration": calibration})


@pytest.fixture(scope="module")
def swept(services: Services) -> dict[str, Sweep]:
    return {time: sweeps.sweep(services, line(services, time)) for time in TIMES}


def test_classes_stay_and_confidence_changes_as_the_temperature_says(swept: dict[str, Sweep]):
    trained, equal = (swept[time].answers for time in TIMES)
    for key, surer in (("erm", False), ("mixup", True)):
        before, after = trained[key], equal[key]
        classes = [one.probabilities.argmax(axis=1) for one in (before, after)]
        assert (classes[0] == classes[1]).mean() > 0.98  # bf16, other batches
        for name in ("miss_rate", "boundary_crossings"):
            values = [getattr(one.smoothness, name) for one in (before, after)]
            assert values[0] == pytest.approx(values[1], abs=0.011), name
        assert bool(after.confidence.mean() > before.confidence.mean()) is surer
        slopes = [one.smoothness.steepest_slope for one in (before, after)]
        assert bool(slopes[1] > slopes[0]) is surer


def test_the_difference_in_slope_shrinks_as_that_of_many_pairs(swept: dict[str, Sweep]):
    gaps = {}
    for time, one in swept.items():
        slopes = {key: answers.smoothness.steepest_slope for key, answers in one.answers.items()}
        gaps[time] = slopes["mixup"] - slopes["erm"]
    assert abs(gaps["equal"]) < abs(gaps["trained"])
    typical = files.read("population")["values"]["pairs"]["measures"]["steepest_slope"]
    equal = files.read("equal_calibration")["values"]["measures"]["steepest_slope"]
    assert abs(equal["difference"]) < abs(np.subtract(typical["mixup"], typical["erm"]).mean())


def test_probabilities_are_those_of_the_divided_logits(services: Services, swept: dict):
    temperatures = line(services, "equal").comparison.temperatures
    for key, temperature in temperatures.items():
        powers = swept["trained"].answers[key].probabilities.astype(float) ** (1 / temperature)
        expected = powers / powers.sum(axis=1, keepdims=True)
        found = swept["equal"].answers[key].probabilities
        assert found == pytest.approx(expected, abs=0.05)  # bf16, other batches


def test_a_plane_keeps_its_measures(services: Services):
    trained, equal = (planes.plane(services, plane(services, time)) for time in TIMES)
    assert trained is not equal
    for key, answers in trained.answers.items():
        after = equal.answers[key]
        assert (after.classes == answers.classes).mean() > 0.98  # bf16, other batches
        assert np.abs(after.confidence - answers.confidence).mean() > 0.005
    assert equal.agreement == pytest.approx(trained.agreement, abs=0.02)


def test_neither_is_kept_for_the_other(services: Services, swept: dict[str, Sweep]):
    for ask in (line, plane):
        assert len({ask(services, time).key for time in TIMES}) == 2
    for time in TIMES:
        assert sweeps.sweep(services, line(services, time)) is swept[time]
    trained, equal = (services.engine(line(services, time).comparison, "cpu") for time in TIMES)
    assert trained is not equal
    assert services.engine(line(services, "equal").comparison, "cpu") is equal


def test_classes_are_proposed_by_the_models_as_trained(services: Services):
    files_ = {side: gallery.photo(PHOTOS[side]["photo"]).file for side in "ab"}
    questions = [line(services, time, **files_) for time in TIMES]
    engine = services.engine(questions[0].comparison, "auto")
    images = np.stack([picture.input for picture in questions[0].pictures])
    for asked in questions:
        assert asked.labels == tuple(engine.propose(images))
        assert asked.guessed == (True, True)


def test_the_page_is_told_the_temperatures(services: Services, swept: dict[str, Sweep]):
    asked = line(services, "equal")
    payload = sweep_payload(asked, swept["equal"])
    fitted = files.read("temperatures")["values"]["models"]
    expected = {key: fitted[f"cifar10-{key}"]["temperature"] for key in ("erm", "mixup")}
    assert payload["temperatures"] == expected
    assert sweep_payload(line(services, "trained"), swept["trained"])["temperatures"] == {}


def test_saved_pictures_say_at_which_temperatures(services: Services, swept: dict[str, Sweep]):
    temperatures = line(services, "equal").comparison.temperatures
    said = "[[calibration.note]] T = {erm:.2f}, {mixup:.2f}".format(**temperatures)
    notes = {}
    for time in TIMES:
        figures = sweep_payload(line(services, time), swept[time])["figures"]
        layouts = {name: figure["layout"] for name, figure in figures.items()}
        request = {**PHOTOS, "resolution": 16, "calibration": time, "show": "confidence"}
        layouts["plane"] = boundary.draw_plane(services, request)["figure"]["layout"]
        notes[time] = {name: one.get("meta", {}).get("note") for name, one in layouts.items()}
    dashed = "[[chart.target.dashed]]"
    assert notes["trained"] == {"path": dashed, "gradient": None, "plane": None}
    assert notes["equal"] == {"path": f"{dashed} · {said}", "gradient": said, "plane": said}


def test_the_population_was_measured_as_trained_so_nothing_has_a_place(services: Services):
    answer = boundary.place(services, {**PHOTOS, "calibration": "equal", "visitor": "me"})
    assert answer["places"] == {}
    assert [note["key"] for note in answer["notes"]] == ["population.calibrated"]


def test_other_words_are_refused_with_the_rule(services: Services):
    for ask in (line, plane):
        with pytest.raises(InputError, match="must be one of trained, equal, but is hot"):
            ask(services, "hot")


def test_models_without_a_temperature_answer_as_trained_only():
    services = Services(dummy_zoo())
    trained = line(services, "trained", label_a="thing 1", label_b="thing 2")
    assert trained.comparison.temperatures == {}
    with pytest.raises(InputError, match="none for thousand-plain, thousand-mixed"):
        line(services, "equal", label_a="thing 1", label_b="thing 2")
