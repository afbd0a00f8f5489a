"""What the page gets of a plane, and planes in a file."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import StoppedError, never
from mixup_demo.probes.plane_outline import boundary_lines
from mixup_demo.serving import examples, planes
from mixup_demo.serving.encoding import FINENESS
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.packing import pack_plane, unpack_plane
from mixup_demo.serving.services import Services
from mixup_demo.views.boundary import requests
from mixup_demo.views.boundary.payload import plane_figure, plane_payload
from tests.kit import WithoutEngines
from tests.serving.plane_kit import POSITIONS, plane, question


def payload() -> dict:
    return plane_payload(question(), plane())


def decoded(text: str, kind: str = "u1") -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), kind)


def test_maps_are_the_plane_s_row_by_row():
    answers, sent = plane().answers["erm"], payload()["answers"]["erm"]
    assert np.array_equal(decoded(sent["classes"], "<u2"), answers.classes.ravel())
    for name in ("confidence", "margin"):
        expected = getattr(answers, name).ravel()
        assert np.abs(decoded(sent[name]) / 255 - expected).max() <= 0.501 / 255


def test_lines_are_the_boundary_s_in_parts_of_a_cell():
    for model, answers in plane().answers.items():
        sent = decoded(payload()["answers"][model]["lines"], "<u2").reshape(-1, 2, 2)
        lines = boundary_lines(answers.classes, answers.margin)
        assert len(sent) == len(lines) > 20
        assert np.abs(sent / FINENESS - lines).max() <= 0.5 / FINENESS


def test_regions_and_shares_name_what_is_there():
    sent = payload()["answers"]
    assert {region["class"] for region in sent["erm"]["regions"]} == {0, 1, 2, 3}
    assert {region["class"] for region in sent["mixup"]["regions"]} == {0, 1, 2}
    shares = dict(map(tuple, sent["mixup"]["shares"]))
    classes = plane().answers["mixup"].classes
    assert shares == {k: round(100 * (classes == k).mean()) for k in (0, 1, 2)}


def test_weights_turn_places_into_shares_of_the_images():
    matrix = np.array(payload()["weights"])
    for corner, (x, y) in enumerate(POSITIONS):
        assert matrix @ [x, y, 1] == pytest.approx(np.eye(3)[corner], abs=1e-9)


def test_a_cell_s_point_is_its_middle():
    frame, x = payload()["frame"], plane().x
    width = (frame["right"] - frame["left"]) / 24
    assert frame["left"] + width / 2 == pytest.approx(x[0])
    assert frame["right"] - width / 2 == pytest.approx(x[-1])


def test_the_page_sees_the_bytes_that_the_models_see():
    for sent, value in zip(payload()["inputs"], (10, 100, 200), strict=True):
        assert set(decoded(sent)) == {value}


def test_a_payload_is_json():
    json.dumps(payload(), allow_nan=False)
    for show in ("classes", "difference", "confidence", "margin"):
        json.dumps(plane_figure(question(), plane(), show), allow_nan=False)


def test_a_plane_survives_the_file(tmp_path: Path):
    np.savez_compressed(tmp_path / "x.npz", **pack_plane("x", "key", plane()))
    with np.load(tmp_path / "x.npz") as arrays:
        after = unpack_plane("x", arrays)
    assert plane_payload(question(), after) == payload()
    assert after.answers["erm"].entropy.dtype == np.float32


def test_the_triples_show_three_classes_each():
    for keys in gallery.triples("cifar10"):
        assert len({gallery.photo(key).labels["cifar10"] for key in keys}) == 3


def asking(keys: tuple[str, ...], **more: object) -> dict[str, object]:
    pictures = {side: {"photo": key} for side, key in zip("abc", keys, strict=True)}
    return {**pictures, "resolution": 24, "visitor": "x", **more}


def test_what_is_remembered_is_answered_at_the_finest_at_once():
    services = WithoutEngines()  # nothing may be computed
    planes.remember(services, question(resolution=96), plane(96))
    answered = planes.finest(services, question(), never)
    assert answered is not None
    assert answered.resolution == 96


def test_stored_planes_are_recalled():
    services = WithoutEngines()
    examples.recall(services)
    answer = requests.plane(services, asking(gallery.triples("cifar10")[-1]))
    assert answer["resolution"] == 96
    assert [model["key"] for model in answer["models"]] == ["erm", "mixup"]
    assert (answer["class_list"], answer["input_size"]) == ("cifar10", [32, 32])
    for keys in gallery.triples("cifar10"):
        assert requests.place(services, asking(keys))["places"]


def test_an_ended_request_says_so():
    class Stopping(Services):
        def engine(self, comparison: Comparison, device: str) -> Engine:
            self.stop(planes.CACHE, Visitor("x"))
            raise StoppedError

    assert requests.plane(Stopping(), asking(gallery.triples("cifar10")[0])) == {"ended": True}


def test_figures_are_of_the_height_that_is_asked_for():
    services, keys = WithoutEngines(), gallery.triples("cifar10")[0]
    planes.remember(services, requests.question(services, asking(keys)), plane())
    for height in ("confidence", "margin"):
        drawn = requests.draw_plane(services, asking(keys, show=height))["figure"]["data"][0]["z"]
        expected = getattr(plane().answers["erm"], height)[:-1, :-1]
        np.testing.assert_allclose(np.array(drawn)[::2, ::2], expected, atol=1e-3)
