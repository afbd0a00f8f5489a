"""What the page gets of a plane, and planes in a file."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.probes.plane_outline import boundary_lines
from mixup_demo.serving import examples, requests
from mixup_demo.serving import planes as boundary
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.packing import pack_plane, unpack_plane
from mixup_demo.views.boundary.payload import FINENESS, plane_figure, plane_payload
from tests.serving.plane_kit import POSITIONS, plane, question


def payload() -> dict:
    return plane_payload(question(), plane())


def decoded(text: str, kind: str = "u1") -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), kind)


def test_maps_are_the_plane_s_row_by_row():
    answers, sent = plane().answers["erm"], payload()["models"]["erm"]
    assert np.array_equal(decoded(sent["classes"]), answers.classes.ravel())
    for name in ("confidence", "margin"):
        expected = getattr(answers, name).ravel()
        assert np.abs(decoded(sent[name]) / 255 - expected).max() <= 0.501 / 255


def test_lines_are_the_boundary_s_in_parts_of_a_cell():
    for model, answers in plane().answers.items():
        sent = decoded(payload()["models"][model]["lines"], "<u2").reshape(-1, 2, 2)
        lines = boundary_lines(answers.classes, answers.margin)
        assert len(sent) == len(lines) > 20
        assert np.abs(sent / FINENESS - lines).max() <= 0.5 / FINENESS


def test_regions_and_shares_name_what_is_there():
    sent = payload()["models"]
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
    for show in ("classes", "confidence", "margin"):
        json.dumps(plane_figure(plane(), show), allow_nan=False)


def test_a_plane_survives_the_file(tmp_path: Path):
    np.savez_compressed(tmp_path / "x.npz", **pack_plane("x", "key", plane()))
    with np.load(tmp_path / "x.npz") as arrays:
        after = unpack_plane("x", arrays)
    assert plane_payload(question(), after) == payload()
    assert after.answers["erm"].entropy.dtype == np.float32


@pytest.mark.parametrize("keys", gallery.triples(), ids="+".join)
def test_every_triple_is_stored_for_these_weights_and_photos(keys: tuple[str, str, str]):
    with np.load(examples.FILE) as arrays:
        assert str(arrays[f"{'+'.join(keys)}/key"]) == examples.plane_question_of(keys).key


def test_the_triples_show_three_classes_each():
    for keys in gallery.triples():
        assert len({gallery.photo(key).label for key in keys}) == 3


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundary, "_planes", SingleFlight(20))


def test_what_is_remembered_is_answered_at_the_finest_at_once(fresh: None, monkeypatch):
    monkeypatch.setattr(boundary, "probe_plane", None)  # nothing may be computed
    boundary.remember(question(resolution=96), plane(96))
    answered = boundary.plane_stage(question(), "visitor")
    assert answered is not None
    assert answered.resolution == 96


def test_stored_planes_are_recalled(fresh: None, monkeypatch):
    monkeypatch.setattr(boundary, "probe_plane", None)
    examples.recall()
    keys = gallery.triples()[-1]
    asked = {side: {"photo": key} for side, key in zip("abc", keys, strict=True)}
    answer = requests.plane({**asked, "resolution": 24, "visitor": "x"})
    assert answer["resolution"] == 96


def test_an_ended_request_says_so(fresh: None, monkeypatch):
    def stopped(*_: object) -> None:
        boundary.stop("x")
        raise boundary.StoppedError

    monkeypatch.setattr(boundary, "probe_plane", stopped)
    asked = {side: {"photo": key} for side, key in zip("abc", gallery.triples()[0], strict=True)}
    assert requests.plane({**asked, "resolution": 24, "visitor": "x"}) == {"ended": True}


def test_figures_are_of_the_height_that_is_asked_for(fresh: None, monkeypatch):
    monkeypatch.setattr(boundary, "probe_plane", lambda *_: plane())
    asked = {side: {"photo": key} for side, key in zip("abc", gallery.triples()[0], strict=True)}
    heights = [
        requests.draw_plane({**asked, "resolution": 24, "show": height})["figure"]["data"][0]["z"]
        for height in ("confidence", "margin")
    ]
    assert heights[0] != heights[1]
