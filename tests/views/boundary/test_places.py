"""Where pictures lie in the population, against the other ways to the same numbers."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixup_demo.evidence import population_file as population
from mixup_demo.evidence.population_file import Marks
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import never
from mixup_demo.probes.thickness import adversarial_thickness
from mixup_demo.serving import planes
from mixup_demo.serving.line import WAITS, Line
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.serving.schema import ENDED
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import smoothness, sweep
from mixup_demo.serving.view import answering
from mixup_demo.views.boundary import places, requests
from mixup_demo.views.boundary.population import place_payload
from mixup_demo.views.mix import requests as mix
from tests.evidence import kit
from tests.kit import answered

KEYS = ("cat-1", "dog-1", "frog-1")
PHOTOS = {side: {"photo": key} for side, key in zip("abc", KEYS, strict=True)}
SERVICES = Services()


def results(resolution: int = 16) -> dict[str, Any]:
    """A population measured with the bundled pair, its planes coarse, so that tests are quick."""
    file = kit.population(pairs=30, planes=20, attacked=10)
    file["values"]["planes"]["resolution"] = resolution
    file["models"] = {
        model.name: model.digest[:16] for model in comparison("cifar10").models.values()
    }
    return file


def comparison(pair: str) -> Comparison:
    return SERVICES.zoo.comparison(pair)


def comparable(models: Comparison, file: dict[str, Any]) -> bool:
    return population.is_of([model.digest for model in models.models.values()], file)


def asked(*labels: str, resolution: int = 96) -> PlaneQuestion:
    given = zip("abc", labels or ("cat", "dog", "frog"), strict=True)
    classes = {f"label_{side}": label for side, label in given}
    return requests.question(SERVICES, {**PHOTOS, **classes, "resolution": resolution})


@pytest.fixture(scope="module")
def marks() -> Marks:
    found = places.marks(SERVICES, asked(), results(), never)
    assert found
    return found


@pytest.mark.parametrize("model", ["erm", "mixup"])
def test_the_line_is_that_of_the_mix_view(marks: Marks, model: str):
    expected = smoothness(sweep(SERVICES, mix.question(SERVICES, PHOTOS)))[model]
    assert {name: marks[model][name] for name in expected} == expected


@pytest.mark.parametrize("model", ["erm", "mixup"])
def test_the_plane_has_the_populations_resolution(marks: Marks, model: str):
    expected = requests.plane_report(SERVICES, {**PHOTOS, "resolution": 16})[model]["measures"]
    assert {name: marks[model][name] for name in expected} == expected


def test_the_attack_leads_from_a_to_b(marks: Marks):
    models, image = SERVICES.engine(comparison("cifar10"), "auto"), asked().images[:1]
    expected = adversarial_thickness(models, image, [3], [5])  # from cat to dog
    for model, thickness in expected.items():
        assert marks[model]["adversarial_thickness"] == pytest.approx(float(thickness[0]))


@pytest.mark.parametrize("pair", ["cifar10-erm:cifar10-mixup", "cifar10-mixup:cifar10-erm"])
def test_the_same_models_put_together_by_hand_have_the_same_places(marks: Marks, pair: str):
    by_hand = replace(asked(), comparison=comparison(pair))
    assert comparable(by_hand.comparison, results())
    assert places.marks(SERVICES, by_hand, results(), never) == marks


def test_every_measure_of_the_population_is_marked(marks: Marks):
    for model in ("erm", "mixup"):
        assert set(marks[model]) == set(population.measures(results()))


def test_pictures_of_one_class_are_not_compared_with_pairs_of_two():
    alike = places.marks(SERVICES, asked("cat", "cat", "frog"), results(), never)
    assert alike == {"erm": {}, "mixup": {}}
    two = places.marks(SERVICES, asked("cat", "dog", "dog"), results(), never)
    assert two
    assert "steepest_slope" in two["erm"]
    assert "fragmentation" not in two["erm"]


@pytest.mark.parametrize("end", [requests.stop, requests.plane])
def test_a_newer_plane_or_a_stop_ends_it(end: Callable, monkeypatch: pytest.MonkeyPatch):
    class Ending(Services):
        ended = 0

        def engine(self, comparison: Comparison, device: str) -> Engine:
            if not self.ended:  # of the place; the newer plane asks its own
                self.ended = 1
                answering(end, self)({**PHOTOS, "visitor": "me", "turn": 2})
            return super().engine(comparison, device)

    monkeypatch.setattr(places, "population_of", lambda comparison: results(resolution=17))
    services = Ending()
    asked_for = {**PHOTOS, "visitor": "me", "turn": 1}
    assert answered(requests.place, services, asked_for) == ENDED
    assert services.ended


def test_it_ends_no_plane_of_its_visitor(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "population_of", lambda comparison: results())
    plane = SERVICES.newest(planes.CACHE).begin(Visitor("me"))
    answered(requests.place, SERVICES, {**PHOTOS, "visitor": "me"})
    assert not plane.is_set()


def test_others_come_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "population_of", lambda comparison: results())
    joined = []
    monkeypatch.setattr(Line, "join", lambda line, work: joined.append(work))
    answer = requests.place(Services(), {**PHOTOS, "visitor": "me"})
    assert WAITS in answer
    (work,) = joined
    assert work.extra


def test_other_weights_are_not_comparable():
    assert comparable(comparison("cifar10"), results())
    assert not comparable(comparison("small-1"), results())
    damaged = results()
    damaged["models"]["cifar10-mixup"] = "0" * 16
    assert not comparable(comparison("cifar10"), damaged)


def test_the_payload_has_a_sentence_and_two_marks_for_each_measure(marks: Marks):
    payload = json.loads(json.dumps(place_payload(results(), marks), allow_nan=False))
    assert payload["notes"] == []
    assert len(payload["places"]) == 12
    for title, place in payload["places"].items():
        name = title.partition(".")[2]
        assert [mark["x"] for mark in place["marks"]] == [2 * [marks[m][name]] for m in marks]
        of_plane = name in population.OF_PLANES
        assert place["says"]["key"] == (
            "population.place.plane" if of_plane else "population.place"
        )
        assert place["says"]["values"].get("resolution") == ("16" if of_plane else None)


def test_the_bundled_pair_has_the_bundled_population():
    found = places.population_of(comparison("cifar10"))
    assert found == population.read()
    assert len(population.measures(found)) == 12


def test_a_request_is_answered_with_places(marks: Marks, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places, "population_of", lambda comparison: results())
    answer = answered(requests.place, SERVICES, {**PHOTOS, "visitor": "me"})
    assert answer == place_payload(results(), marks)


def test_a_request_for_models_of_no_population_says_so():
    answer = requests.place(SERVICES, {**PHOTOS, "pair": "small-1", "visitor": "me"})
    (note,) = answer["notes"]
    assert note["key"] == "population.other"
    assert answer["places"] == {}


def test_a_request_without_pictures_gets_a_sentence():
    assert set(answering(requests.place, SERVICES)({})["error"]) == {"en", "ko"}


def test_a_picture_as_typical_as_can_be_is_in_the_middle():
    file = results()
    values = population.measures(file)["steepest_slope"]
    values["erm"] = values["mixup"] = np.arange(101).tolist()
    steep = {model: {"steepest_slope": 50.0} for model in ("erm", "mixup")}
    place = place_payload(file, steep)["places"]["measure.steepest_slope"]
    assert place["says"]["values"]["erm_rank"].startswith("50[[")
