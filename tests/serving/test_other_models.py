"""1,000 classes at 224 x 224, and 3 at 48 x 64: asked as the bundled models are."""

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mixup_demo import mixing
from mixup_demo.images import gallery
from mixup_demo.images.preparing import display_size
from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.app import Page
from mixup_demo.probes.plane import COARSER, RESOLUTIONS
from mixup_demo.probes.sweep import LAMBDAS, cutmix_box, cutmix_boxes
from mixup_demo.serving import planes
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import sweep as answer_sweep
from mixup_demo.serving.view import answering
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.evidence import requests as evidence
from mixup_demo.views.mix import mixtures
from mixup_demo.views.mix import requests as mix
from tests.kit import answered
from tests.models.kit import COMPARISONS, THOUSAND, THREE, dummy, dummy_zoo

PHOTOS = [{"photo": key} for key in ("cat-1", "dog-1", "frog-1")]
SIZES = {"thousand": (224, 224), "three": (48, 64)}
CLASSES = {"thousand": THOUSAND.names, "three": THREE.names}


@pytest.fixture(scope="module")
def dummies() -> Services:
    return Services(dummy_zoo())


def request(pair: str, **more: object) -> dict[str, Any]:
    sides = dict(zip("abc", PHOTOS, strict=True))
    return {**sides, "image": PHOTOS[0], "pair": pair, **more}


def decoded(text: str, kind: str = "u1") -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), kind)


@pytest.mark.parametrize("pair", COMPARISONS)
class TestEveryView:
    def test_a_sweep(self, dummies: Services, pair: str):
        report = mix.sweep(dummies, request(pair))
        assert report["classes"] == list(CLASSES[pair])
        for model in ("erm", "mixup"):
            rows = np.array(report[model]["probabilities"])
            assert rows.shape == (101, len(CLASSES[pair]))
            assert rows.sum(axis=1) == pytest.approx(np.ones(101), abs=1e-3)
            assert min(report[model]["gradient_norm"]) > 0
        assert (
            np.abs(
                np.array(report["erm"]["probabilities"]) - report["mixup"]["probabilities"]
            ).max()
            > 0.05
        )

    def test_what_the_page_is_told_of_it(self, dummies: Services, pair: str):
        payload = mix.ask(dummies, request(pair))
        assert payload["input_size"] == list(SIZES[pair])
        assert payload["class_list"] == dummies.zoo.comparison(pair).classes.id
        for side in "ab":
            assert len(decoded(payload["inputs"][side])) == 3 * np.prod(SIZES[pair])
        for bar in payload["bars"]:
            assert bar["class"] is None or bar["class"] in CLASSES[pair]
        assert sum(bar["count"] for bar in payload["bars"]) == len(CLASSES[pair])
        for model in ("erm", "mixup"):
            total = np.sum([bar[model] for bar in payload["bars"]], axis=0)
            assert total == pytest.approx(np.ones(101), abs=2e-3)
        json.dumps(payload)

    def test_no_row_sums_up_nothing(self, dummies: Services, pair: str):
        bars = mix.ask(dummies, request(pair))["bars"]
        attacked = answered(evidence.attack, dummies, request(pair))["bars"]
        assert all(bar["count"] for bar in (*bars, *attacked))

    def test_a_mixed_image(self, dummies: Services, pair: str):
        image, report = mixtures.mix(dummies, request(pair, **{"lam": 0.25}))
        assert image.shape == (*display_size(SIZES[pair]), 3)
        assert max(image.shape) == 512
        assert sum(report["soft_label"].values()) == pytest.approx(1)
        assert list(report["predictions"]["erm"]) == list(CLASSES[pair])

    def test_a_plane(self, dummies: Services, pair: str):
        asked = request(pair, resolution=12)
        report = boundary.plane_report(dummies, asked)
        assert report["classes"] == list(CLASSES[pair])
        payload = answered(boundary.plane, dummies, {**asked, "visitor": pair})
        for model in ("erm", "mixup"):
            named = decoded(payload["answers"][model]["classes"], "<u2")
            assert named.tolist() == np.ravel(report[model]["classes"]).tolist()
            for region in payload["answers"][model]["regions"]:
                assert region["class"] in named
        assert payload["input_size"] == list(SIZES[pair])
        assert payload["finest"] == RESOLUTIONS[-1]
        for image in payload["inputs"]:
            assert len(decoded(image)) == 3 * np.prod(SIZES[pair])
        for show in ("classes", "confidence"):
            assert boundary.draw_plane(dummies, {**asked, "show": show})["figure"]["data"]

    @pytest.mark.parametrize("method", ["fgsm", "ifgsm"])
    def test_an_attack(self, dummies: Services, pair: str, method: str):
        height, width = SIZES[pair]
        asked = request(pair, attack=method, epsilon=8)
        adversarial, perturbation, report = evidence.attack_report(dummies, asked)
        scale = display_size(SIZES[pair])[0] // height
        assert adversarial.shape == perturbation.shape == (scale * height, scale * 2 * width, 3)
        for model, answers in report["predictions"].items():
            assert answers["after"][report["label"]] < answers["before"][report["label"]], model
        payload = answered(evidence.attack, dummies, asked)
        pixels = answered(evidence.attack_pixels, dummies, asked)["pixels"]
        assert set(pixels) == set(payload["falls"]) == {"erm", "mixup"}
        for one in pixels.values():
            for part in ("shown", "perturbation"):
                assert len(decoded(one[part])) == 3 * height * width
        assert ("pixels_all" in payload) == (pair == "three")  # the larger come one at a time
        json.dumps(payload)


def test_classes_beyond_a_byte_survive_the_plane_s_payload(dummies: Services):
    asked = request("thousand", resolution=8, visitor="visitor")
    plane = planes.plane(dummies, boundary.question(dummies, asked))
    payload = answered(boundary.plane, dummies, asked)
    beyond = set()
    for model, answers in plane.answers.items():
        told = decoded(payload["answers"][model]["classes"], "<u2").reshape(8, 8)
        assert np.array_equal(told, answers.classes)
        beyond |= {int(k) for k in np.unique(told) if k > 255}
    assert beyond
    labels = {"label_a": "thing 256", "label_b": "thing 999", "label_c": "thing 0"}
    assert answered(boundary.plane, dummies, {**asked, **labels})["labels"] == [256, 999, 0]


class TestCutMix:
    @pytest.mark.parametrize("size", [(48, 64), (224, 224), (64, 48), (33, 20)])
    def test_the_applied_share_is_that_of_the_box(self, size: tuple[int, int]):
        height, width = size
        boxes = cutmix_boxes(LAMBDAS, *size, seed=5)
        top, bottom, left, right = boxes.T
        assert (top >= 0).all()
        assert (left >= 0).all()
        assert (bottom <= height).all()
        assert (right <= width).all()
        assert (right - left).max() <= width
        shares = 1 - (bottom - top) * (right - left) / (height * width)
        found = [mixing.box_lambda(mixing.Box(*box), height, width) for box in boxes]
        assert found == pytest.approx(shares)

    @pytest.mark.parametrize("seed", [0, 1, 2])
    @pytest.mark.parametrize("pair", COMPARISONS)
    def test_the_share_of_b_in_the_image_is_the_applied_one(
        self, dummies: Services, tmp_path: Path, pair: str, seed: int
    ):
        """On black and white, which also shows how far the shown picture is from the input."""
        files = [self.plain(tmp_path / f"{grey}.png", grey, SIZES[pair]) for grey in (0, 255)]
        asked = {"a": files[0], "b": files[1], "pair": pair, "method": "cutmix", "seed": seed}
        for lam in (0.1, 0.5, 0.7):
            image, report = mixtures.mix(dummies, {**asked, "lam": lam})
            share = (image == 255).mean()
            height, width = SIZES[pair]
            box = cutmix_box(lam, height, width, seed)
            area = (box.bottom - box.top) * (box.right - box.left) / (height * width)
            assert report["lam"] == pytest.approx(1 - area)
            # edges lie on whole pixels: half a pixel of four edges at most
            assert share == pytest.approx(area, abs=2 * 0.5 / image.shape[0] + 2 * 0.5 / 512)
            if all(512 % side == 0 for side in (height, width)) or pair == "three":
                assert share == pytest.approx(area, abs=1e-9)

    def test_the_sweep_s_shares_are_those_of_its_boxes(self, dummies: Services):
        swept = answer_sweep(dummies, mix.question(dummies, request("three", method="cutmix")))
        top, bottom, left, right = np.asarray(swept.boxes).T
        shares = 1 - (bottom - top) * (right - left) / (48 * 64)
        assert swept.applied == pytest.approx(shares)
        a, b = swept.labels
        if a != b:
            assert swept.soft_labels[:, a] == pytest.approx(shares, abs=1e-6)

    def plain(self, file: Path, grey: int, size: tuple[int, int]) -> Path:
        Image.new("RGB", size[::-1], (grey,) * 3).save(file)
        return file


class TestMessages:
    def test_of_1_000_classes_a_few_are_named(self, dummies: Services):
        for asks in (mix.ask, boundary.plane, evidence.attack):
            asked = request("thousand", label_a="ball", label="ball", visitor="v")
            with pytest.raises(InputError, match=r"thing 0, .*, thing 11, … \(\+988\)") as refused:
                asks(dummies, asked)
            assert len(refused.value.message("ko")) < 400

    def test_without_a_third_model_there_is_no_black_box(self, dummies: Services):
        asked = request("three", source="black")
        for asks in (evidence.attack, evidence.attack_pixels, evidence.attack_report):
            with pytest.raises(InputError, match="needs a third model") as refused:
                answered(asks, dummies, asked)
            assert refused.value.key == "error.source.none"
        assert set(answering(evidence.attack, dummies)(asked)["error"]) == {"en", "ko"}

    def test_with_a_third_model_there_is_one(self, dummies: Services):
        asked = request("thousand", source="black", epsilon=2)
        adversarial, _, report = evidence.attack_report(dummies, asked)
        assert report["source"] == "black"
        assert adversarial.shape == (448, 448, 3)

    def test_models_of_other_inputs_are_not_compared(self, dummies: Services):
        with pytest.raises(InputError, match="same classes and input size"):
            mix.ask(dummies, request("three-plain:thousand-plain"))


def costly(gflop: float) -> Services:
    """A comparison of models that claim to need so much arithmetic, all together."""
    models = [dummy(name, seed=seed, gflop=gflop / 2) for seed, name in enumerate("lr")]
    return Services(Zoo(None, models, {"costly": {"erm": "l", "mixup": "r"}}, {}))


class TestCost:
    """Of an answer, before it is computed."""

    @pytest.mark.parametrize(
        "asks",
        [mix.ask, boundary.plane, boundary.plane_report, evidence.attack, mix.sweep, mixtures.mix],
    )
    def test_what_takes_too_long_is_refused_with_the_remedy(self, asks: Any):
        with pytest.raises(InputError, match="Choose a lower resolution, smaller models") as no:
            asks(costly(1e9), request("costly", visitor="v"))
        assert no.value.key == "error.cost"
        assert no.value.values["limit"] == cost.LIMIT_SECONDS

    def test_a_plane_is_answered_as_finely_as_the_machine_may(self):
        device = choose_device("auto")
        most = cost.LIMIT_SECONDS * cost.SHARE * cost.speed(device)
        found = {}
        for resolution in COARSER:
            services = costly(0.9 * most / resolution**2)
            asked = boundary.question(services, request("costly", resolution=24))
            found[resolution] = planes.ladder(asked)
            with pytest.raises(InputError) as refused:
                planes.plane(services, replace(asked, resolution=2 * resolution))
            assert refused.value.key == "error.cost"
        assert found == {12: (12,), 24: (12, 24), 48: (12, 24, 48)}
        assert planes.ladder(boundary.question(costly(1e9), request("costly"))) == COARSER[:1]
        assert planes.ladder(boundary.question(costly(1e-3), request("costly"))) == RESOLUTIONS

    def test_the_environment_may_leave_the_finest_out(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv(planes.FINEST, "48")
        assert planes.ladder(boundary.question(costly(1e-3), request("costly"))) == (24, 48)

    @pytest.mark.parametrize("value", ["fine", "11", "-48", "48.5", ""])
    def test_what_the_environment_says_wrongly_is_named_before_the_page_opens(
        self, value: str, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setenv(planes.FINEST, value)
        with pytest.raises(
            InputError, match=f"MIXUP_FINEST must be .* at least 12, but is {value}"
        ):
            Page(costly(1e-3))

    def test_the_page_is_told_the_finest(self):
        most = cost.LIMIT_SECONDS * cost.SHARE * cost.speed(choose_device("auto"))
        services = costly(0.9 * most / 24**2)
        payload = answered(boundary.plane, services, request("costly", resolution=24, visitor="v"))
        assert (payload["resolution"], payload["finest"]) == (24, 24)
        first = answered(boundary.plane, services, request("costly", visitor="v"))
        assert (first["resolution"], first["resolutions"]) == (24, (12, 24))  # which is at hand

    def test_an_answer_that_is_kept_costs_nothing(self):
        cheap, dear = costly(1e-3), costly(1e9)
        asked = request("costly", resolution=8)
        answered = planes.plane(cheap, boundary.question(cheap, asked))
        planes.remember(dear, boundary.question(dear, asked), answered)
        assert planes.plane(dear, boundary.question(dear, asked)) is answered


class TestThePage:
    def test_opens_with_models_that_are_handed_in(self, dummies: Services):
        page = Page(dummies)
        config = json.loads(page.static.files["config.json"].content)
        assert config["controls"]["pair"]["default"] == "thousand"
        assert len(config["class_lists"]["things"]) == 1000

    def test_opens_where_its_first_answer_is_too_costly(self):
        Page(costly(1e9))


def test_a_request_without_a_pair_is_answered_by_the_zoo_s_first(dummies: Services):
    asked = {name: value for name, value in request("").items() if name != "pair"}
    assert mix.question(dummies, asked).comparison.name == "thousand"


def test_the_photos_have_no_class_among_others(dummies: Services):
    assert gallery.photo("cat-1").labels["cifar10"] == "cat"
    asked = mix.question(dummies, request("three"))
    own = dummies.engine(asked.comparison, "auto").propose(
        np.stack([picture.input for picture in asked.pictures])
    )
    assert asked.labels == tuple(own)
