import dataclasses

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from mixup_demo.models import engine as engine_module
from mixup_demo.models.devices import choose_device, gpu_available
from mixup_demo.models.engine import Engine, joined
from mixup_demo.probes import chunks
from mixup_demo.probes.chunks import StoppedError, never
from mixup_demo.probes.plane import MAPS, plane
from mixup_demo.probes.plane_geometry import geometry, weights
from mixup_demo.results import Plane
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import CPU, MeanColour, convnet, engine_of, pair, random_images, tiny_net

SIZE, CLASSES = 6, 4
IMAGES = random_images(3, SIZE, seed=58)  # of 120 seeds the one furthest from ties, see NO_TIE
#: batches of other sizes add sums in other orders: by less than this, so that a class that leads by
#: more is the same
NO_TIE = 1e-4
LABELS = (0, 1, 2)
#: red, green and blue: at any point the mean colours are the three weights
COLOURS = np.eye(3, dtype=np.float32)[:, :, None, None] * np.ones((4, 4), np.float32)


class Counted(Engine):
    """Counts the points that it is asked about, call by call."""

    def __init__(self, *args) -> None:
        super().__init__(*args)
        self.calls: list[int] = []

    def start(self, step, images, *more):
        self.calls.append(len(more[0]))
        return super().start(step, images, *more)


class Stripes(nn.Module):
    """Classes 0 to 3 one after the other along a direction, each `width` wide, from `start` on."""

    def __init__(self, direction: np.ndarray, start: float, width: float) -> None:
        super().__init__()
        self.direction = nn.Parameter(torch.tensor(direction.ravel(), dtype=torch.float32))
        self.start, self.width = start, width
        self.places = nn.Parameter(torch.arange(4.0) + 0.5)

    def forward(self, images: Tensor) -> Tensor:
        place = (images.flatten(1) @ self.direction - self.start) / self.width
        return place[:, None] * self.places - self.places**2 / 2


@pytest.fixture(scope="module")
def networks():
    return {"erm": tiny_net(1), "mixup": tiny_net(2)}


@pytest.fixture
def engine(networks, monkeypatch):
    monkeypatch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
    return Counted(pair(**networks, classes=CLASSES, size=SIZE), CPU)


def mixed(found: Plane, images: np.ndarray) -> np.ndarray:
    """The image at each point in float64, (R, R, 3, S, S)."""
    points = np.stack(np.meshgrid(found.x, found.y), axis=-1)
    return np.tensordot(weights(points, found.positions), images.astype(np.float64), 1)


def assert_equal(found: Plane, expected: Plane) -> None:
    assert np.array_equal(found.x, expected.x)
    assert np.array_equal(found.y, expected.y)
    for name, answers in expected.answers.items():
        assert answers.margin.min() > NO_TIE
        assert np.array_equal(found.answers[name].classes, answers.classes)
        assert found.answers[name].measures == answers.measures
        for of in MAPS:
            np.testing.assert_allclose(
                getattr(found.answers[name], of), getattr(answers, of), atol=1e-5
            )
    assert found.agreement == expected.agreement


class TestAgainstTheOrdinaryWay:
    """Point by point and model by model, the images blended by their weights."""

    def test_the_maps_are_the_models_answers_at_each_point(self, engine, networks):
        found = plane(engine, IMAGES, LABELS, 11)
        grid = mixed(found, IMAGES)
        for name, network in networks.items():
            answers = found.answers[name]
            for row, column in np.ndindex(11, 11):
                image = torch.tensor(grid[row, column], dtype=torch.float32)[None]
                p = network(image).softmax(dim=1)[0].double().numpy()
                second, first = np.sort(p)[-2:]
                assert first - second > NO_TIE
                assert answers.classes[row, column] == p.argmax()
                assert answers.confidence[row, column] == pytest.approx(first, abs=1e-4)
                assert answers.margin[row, column] == pytest.approx(first - second, abs=1e-4)
                entropy = -(p * np.log(p)).sum()
                assert answers.entropy[row, column] == pytest.approx(entropy, abs=1e-3)
        maps = [answers.classes for answers in found.answers.values()]
        assert found.agreement == pytest.approx((maps[0] == maps[1]).mean())
        assert 0 < found.agreement < 1

    def test_the_nearest_point_to_an_image_answers_as_the_image_does(self, engine, networks):
        found = plane(engine, IMAGES, LABELS, 48)
        for name, network in networks.items():
            at_images = network(torch.from_numpy(IMAGES)).softmax(dim=1).max(dim=1).values
            for (x, y), confidence in zip(found.positions, at_images, strict=True):
                row, column = np.abs(found.y - y).argmin(), np.abs(found.x - x).argmin()
                near = found.answers[name].confidence[row, column]
                assert near == pytest.approx(float(confidence), abs=0.08)


class TestLinearClassifiers:
    """Their boundaries are known exactly."""

    def test_straight_boundaries_across_the_plane(self):
        spanned = geometry(IMAGES)
        origin = IMAGES[0].ravel()
        (x_low, y_low), (x_high, y_high) = spanned.bounds
        across, up = (
            Stripes(e, float(e.ravel() @ origin + low), float(high - low) / 4)
            for e, low, high in zip(spanned.basis, (x_low, y_low), (x_high, y_high), strict=True)
        )
        found = plane(engine_of(across, up, 4, SIZE), IMAGES, (1, 1, 1), 21)
        # at 21 a side a quarter is 5.25 points: stripes of 6, 5, 5 and 5
        stripes = np.repeat(np.arange(4), [6, 5, 5, 5])
        maps = {"erm": np.tile(stripes, (21, 1)), "mixup": np.tile(stripes[:, None], 21)}
        for name, expected in maps.items():
            answers = found.answers[name]
            assert np.array_equal(answers.classes, expected)
            assert answers.measures.fragmentation == 4
            assert answers.measures.boundary_length == 3
            assert answers.measures.foreign_share == pytest.approx(16 / 21)
        assert found.agreement == pytest.approx(sum(n * n for n in (6, 5, 5, 5)) / 21**2)

    def test_three_rays_from_the_middle(self):
        found = plane(engine_of(MeanColour(5.0), MeanColour(-5.0), 3, 4), COLOURS, LABELS, 19)
        points = np.stack(np.meshgrid(found.x, found.y), axis=-1)
        share = weights(points, found.positions)
        for name, scale in (("erm", 5), ("mixup", -5)):
            answers = found.answers[name]
            assert answers.margin.min() > NO_TIE
            assert np.array_equal(answers.classes, (scale * share).argmax(axis=-1))
            assert answers.measures.fragmentation == 3
            assert answers.measures.foreign_share == 0

    def test_values_outside_of_0_and_1_are_kept(self):
        found = plane(engine_of(MeanColour(1.0), MeanColour(2.0), 3, 4), COLOURS, LABELS, 12)
        points = np.stack(np.meshgrid(found.x, found.y), axis=-1)
        share = weights(points, found.positions)
        assert share.min() < -0.3
        assert share.max() > 1.3

        def confidence(values):
            return np.exp(values.max(axis=-1)) / np.exp(values).sum(axis=-1)

        assert found.answers["erm"].confidence == pytest.approx(confidence(share), abs=1e-5)
        assert found.answers["mixup"].confidence == pytest.approx(confidence(2 * share), abs=1e-5)
        assert np.abs(confidence(share) - confidence(share.clip(0, 1))).max() > 0.05


def coarse_to_fine(engine, stop=never):
    """Planes of 5, 10 and 20 points a side, each of which takes over the one before."""
    known = None
    for resolution in (5, 10, 20):
        known = plane(engine, IMAGES, LABELS, resolution, known, stop)
        yield known


class TestStages:
    def test_are_what_each_resolution_alone_gives(self, engine):
        stages = list(coarse_to_fine(engine))
        assert [stage.resolution for stage in stages] == [5, 10, 20]
        for stage in stages:
            assert_equal(stage, plane(engine, IMAGES, LABELS, stage.resolution))

    def test_ask_no_point_twice(self, engine):
        list(coarse_to_fine(engine))
        assert sum(engine.calls) == 20**2

    @pytest.mark.parametrize(("known", "wanted", "shared"), [(6, 9, 3), (16, 8, 8), (7, 9, 1)])
    def test_any_resolution_takes_over_what_it_shares(self, engine, known, wanted, shared):
        before = plane(engine, IMAGES, LABELS, known)
        engine.calls.clear()
        found = plane(engine, IMAGES, LABELS, wanted, before)
        assert sum(engine.calls) == wanted**2 - shared**2
        assert_equal(found, plane(engine, IMAGES, LABELS, wanted))

    def test_known_points_are_taken_over_as_they_are(self, engine):
        before = plane(engine, IMAGES, LABELS, 4)
        marked = {
            name: dataclasses.replace(answers, confidence=np.full((4, 4), 7, np.float32))
            for name, answers in before.answers.items()
        }
        found = plane(engine, IMAGES, LABELS, 8, dataclasses.replace(before, answers=marked))
        for answers in found.answers.values():
            assert np.array_equal(np.argwhere(answers.confidence == 7) % 2, np.zeros((16, 2)))


class TestStop:
    def test_ends_the_stages_between_two_batches(self, engine, monkeypatch):
        monkeypatch.setattr(engine, "chunk", 30)
        stages = coarse_to_fine(engine, lambda: len(engine.calls) >= 5)
        assert [next(stages).resolution, next(stages).resolution] == [5, 10]
        with pytest.raises(StoppedError):
            next(stages)  # after 1 batch, 3 batches, and 1 of 10
        assert len(engine.calls) == 5

    def test_of_one_plane_is_told(self, engine):
        with pytest.raises(StoppedError):
            plane(engine, IMAGES, LABELS, 5, stop=lambda: True)
        assert engine.calls == []


def test_batches_stay_small(engine, monkeypatch):
    monkeypatch.setattr(engine, "chunk", 30)
    plane(engine, IMAGES, LABELS, 10)
    assert engine.calls == [25] * 4


def test_no_worker_waits_and_no_more_than_two_batches_do(engine, monkeypatch):
    monkeypatch.setattr(engine, "chunk", 30)
    under_way = []

    def noted(running):
        if running:
            under_way.append(len(engine.calls) - len(under_way))
        return joined(running)

    monkeypatch.setattr(chunks, "joined", noted)
    plane(engine, IMAGES, LABELS, 10)
    assert under_way == [2, 2, 2, 1]  # of four batches, at the end of each


def test_a_plane_says_what_was_asked(engine):
    found = plane(engine, IMAGES, (3, 0, 3), 5)
    assert (found.labels, found.classes, found.resolution) == ((3, 0, 3), engine.classes, 5)
    assert (found.device, found.precision) == ("cpu", "fp32")
    assert list(found.answers) == ["erm", "mixup"]
    for answers in found.answers.values():
        assert [getattr(answers, of).dtype for of in MAPS] == [np.int16] + 3 * [np.float32]


def test_its_arrays_are_read_only(engine):
    found = plane(engine, IMAGES, LABELS, 5)
    arrays = [found.x, found.y, found.positions]
    arrays += [getattr(answers, of) for answers in found.answers.values() for of in MAPS]
    assert not any(array.flags.writeable for array in arrays)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.agreement = 1


def test_bad_input_is_refused(engine):
    with pytest.raises(InputError, match="from 0 to 3, but is 4"):
        plane(engine, IMAGES, (0, 4, 1), 5)
    with pytest.raises(InputError, match="A and C are the same"):
        plane(engine, IMAGES[[0, 1, 0]], LABELS, 5)
    assert engine.calls == []


@pytest.mark.gpu
@pytest.mark.skipif(not gpu_available(), reason="there is no GPU here")
def test_a_gpu_gives_the_cpus_answers():
    models, images = pair(convnet(1), convnet(2), 10, 32), random_images(3, 32)
    on_gpu, on_cpu = (
        plane(Engine(models, device), images, LABELS, 24) for device in (choose_device("gpu"), CPU)
    )
    for name, answers in on_cpu.answers.items():
        difference = np.abs(on_gpu.answers[name].confidence - answers.confidence)
        assert difference.mean() < 0.01
        assert (on_gpu.answers[name].classes == answers.classes).mean() > 0.97
