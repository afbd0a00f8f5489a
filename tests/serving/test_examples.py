"""The bundled answers of the example pairs are those of the bundled weights and photos."""

import logging
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.probes.sweep import sweep
from mixup_demo.serving import examples, planes, sweeps, thickness
from mixup_demo.serving.packing import SCHEMA, unpack_plane, unpack_sweep
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import DEVICE
from tests.models.kit import dummy_zoo


@pytest.fixture(scope="module")
def stored() -> dict[str, np.ndarray]:
    with np.load(examples.FILE) as arrays:
        return dict(arrays)


def test_every_line_and_plane_is_stored_for_these_weights_and_photos(
    stored: dict[str, np.ndarray], services: Services
):
    lines, whole = dict(examples.lines(services)), dict(examples.whole_planes(services))
    assert {"+".join(keys) for keys in gallery.pairs("cifar10")} <= set(lines)
    assert {"+".join(keys) for keys in gallery.triples("cifar10")} <= set(whole)
    for name, asked in {**lines, **whole}.items():
        assert str(stored[f"{name}/key"]) == asked.key, name
    for name, plane_asked in whole.items():
        assert unpack_plane(name, stored).resolution == plane_asked.resolution


def test_the_opening_pair_s_answer_is_what_the_models_say(
    stored: dict[str, np.ndarray], services: Services
):
    keys = gallery.pairs()[0]
    asked = examples.example_sweep(services, *keys)
    fresh = sweep(
        services.engine(asked.comparison, DEVICE.default),
        *(picture.input for picture in asked.pictures),
        *asked.labels,
    )
    bundled = unpack_sweep("+".join(keys), stored)
    for model, answers in fresh.answers.items():
        before = bundled.answers[model].probabilities
        assert np.abs(answers.probabilities - before).max() < 0.05
        assert np.abs(answers.probabilities - before).mean() < 0.002


def test_the_photos_cover_all_classes_in_pairs_of_two():
    def label(key: str) -> str:
        return gallery.photo(key).labels["cifar10"]

    assert len({label(key) for pair in gallery.pairs("cifar10") for key in pair}) == 10
    assert all(label(a) != label(b) for a, b in gallery.pairs("cifar10"))


class TestRecall:
    def kept(self, services: Services) -> list[bool]:
        """Return of each answer of an example, its sweeps first, whether it is in the cache."""
        asked = [one for _, one in examples.lines(services)]
        caches = [(room, one) for room in (sweeps, thickness) for one in asked]
        caches += [(planes, one) for _, one in examples.whole_planes(services)]
        return [
            services.cache(room.CACHE, room.CACHED).kept(one.key) is not None
            for room, one in caches
        ]

    def warnings(self, services: Services, file: Path, caplog: pytest.LogCaptureFixture) -> str:
        with caplog.at_level(logging.WARNING):
            examples.recall(services, file)
        return caplog.text

    def test_all_are_in_the_caches(self, caplog: pytest.LogCaptureFixture):
        services = Services()
        assert self.warnings(services, examples.FILE, caplog) == ""
        assert all(self.kept(services))

    def test_they_are_the_file_s(self):
        services = Services()
        examples.recall(services)
        keys = gallery.pairs()[0]
        answered = sweeps.sweep(services, examples.example_sweep(services, *keys))
        with np.load(examples.FILE) as arrays:
            soft = arrays[f"{'+'.join(keys)}/soft_labels"]
            assert np.array_equal(answered.soft_labels, soft)

    @pytest.mark.parametrize("schema", ["0123456789abcdef", None])
    def test_a_file_of_other_records_is_refused_with_a_warning(
        self,
        stored: dict[str, np.ndarray],
        tmp_path: Path,
        caplog: pytest.LogCaptureFixture,
        schema: str | None,
    ):
        changed = {name: rows for name, rows in stored.items() if name != "schema"}
        if schema:
            changed["schema"] = np.array(schema)
        file = tmp_path / "examples.npz"
        np.savez(file, **changed)
        services = Services()
        said = self.warnings(services, file, caplog)
        assert "holds other records than these: make examples" in said
        assert not any(self.kept(services))

    def test_the_file_s_schema_is_today_s(self, stored: dict[str, np.ndarray]):
        assert str(stored["schema"]) == SCHEMA

    def test_an_example_of_other_weights_is_left_out(
        self, stored: dict[str, np.ndarray], tmp_path: Path
    ):
        name = "+".join(gallery.pairs()[0])
        file = tmp_path / "examples.npz"
        np.savez(file, **{**stored, f"{name}/key": np.array("others")})
        services = Services()
        examples.recall(services, file)
        kept = self.kept(services)
        lines = len(list(examples.lines(services)))
        assert [number for number, is_kept in enumerate(kept) if not is_kept] == [0, lines]

    def test_a_missing_file_is_said(self, tmp_path: Path, caplog: pytest.LogCaptureFixture):
        said = self.warnings(Services(), tmp_path / "none.npz", caplog)
        assert "none.npz is missing: make examples" in said

    def test_those_of_other_models_are_left_out(self, caplog: pytest.LogCaptureFixture):
        services = Services(dummy_zoo())
        examples.recall(services)
        assert not any(self.kept(services))
