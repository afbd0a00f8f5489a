"""Pictures are read once, and few at the same time."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event, Lock
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import pytest
from PIL import Image
from PIL.ImageFile import ImageFile

from mixup_demo.images import reading
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.serving import pictures
from mixup_demo.serving.leaving import watched
from mixup_demo.serving.pictures import AT_ONCE, read_picture
from mixup_demo.serving.schema import ENDED
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import answering
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix.requests import inspect
from tests.models.kit import dummy_zoo


def test_few_files_are_decoded_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A hundred who send large ones would else take all memory, however few cores there are."""
    services = Services(dummy_zoo())
    full = Barrier(AT_ONCE + 1)  # one more than may come

    def reading(*_: object) -> np.ndarray:
        with pytest.raises(BrokenBarrierError):
            full.wait(0.2)
        return np.zeros((8, 8, 3), np.uint8)

    monkeypatch.setattr(pictures, "read_image", reading)
    files = [tmp_path / f"{number}" for number in range(4 * AT_ONCE)]
    for file in files:
        file.write_text(file.name)
    model = services.zoo.comparison("three").first
    with ThreadPoolExecutor(len(files)) as pool:
        list(pool.map(lambda file: read_picture(services.pictures, file, model), files))
    assert services.pictures.misses == len(files)


def test_large_files_are_decoded_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    services = Services(dummy_zoo())
    both = Barrier(2)

    def decoding(file: ImageFile) -> np.ndarray:
        with pytest.raises(BrokenBarrierError):
            both.wait(0.2)
        return np.zeros((8, 8, 3), np.uint8)

    monkeypatch.setattr(reading, "_decode", decoding)
    files = [tmp_path / f"{shade}.png" for shade in range(2)]
    for shade, file in enumerate(files):
        Image.new("L", (3000, 3000), shade).save(file)
    model = services.zoo.comparison("three").first
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda file: read_picture(services.pictures, file, model), files))
    assert services.pictures.misses == 2


def test_a_large_file_that_waits_keeps_no_small_one_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Two large ones took both turns, one of them for nothing."""
    services = Services(dummy_zoo())
    at_work, go, held = Event(), Event(), Event()
    decode = reading._decode

    def decoding(file: ImageFile) -> np.ndarray:
        if file.width > 1000:
            at_work.set()
            assert go.wait(10)
        return decode(file)

    class Large:
        """The lock, which says when a thread starts to wait for it."""

        def acquire(self, *given: Any, **named: Any) -> bool:
            if "timeout" in named:
                held.set()
            return lock.acquire(*given, **named)

        def release(self) -> None:
            lock.release()

    lock = Lock()
    monkeypatch.setattr(pictures, "_large", Large())
    monkeypatch.setattr(reading, "_decode", decoding)
    model = services.zoo.comparison("three").first
    sides = (3000, 2999, 8)
    for side in sides:
        Image.new("L", (side, side)).save(tmp_path / f"{side}.png")
    first, second, small = (tmp_path / f"{side}.png" for side in sides)
    with ThreadPoolExecutor(3) as pool:
        large = [pool.submit(read_picture, services.pictures, first, model)]
        assert at_work.wait(10)
        large += [pool.submit(read_picture, services.pictures, second, model)]
        try:
            assert held.wait(10)
            read = pool.submit(read_picture, services.pictures, small, model)
            assert read.result(10).display.size
            assert not any(one.done() for one in large)
        finally:
            go.set()
        assert all(one.result(10).display.size for one in large)


def test_one_waits_for_its_turn_only_so_long_and_holds_no_file_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Sixteen who waited with 20 MB each would hold 320 MB, and a slow file of others for ever."""
    services = Services(dummy_zoo())
    file = tmp_path / "a.png"
    Image.new("L", (8, 8)).save(file)
    monkeypatch.setattr(pictures, "DECODING_SECONDS", 0.05)
    monkeypatch.setattr(Path, "read_bytes", None)
    model = services.zoo.comparison("three").first
    with ExitStack() as others:
        for _ in range(AT_ONCE):
            others.enter_context(pictures._decoding)
        with pytest.raises(InputError, match="other") as found:
            read_picture(services.pictures, file, model)
    assert found.value.key == "error.image.wait"
    monkeypatch.undo()
    assert read_picture(services.pictures, file, model).display.shape[2] == 3


def test_nothing_is_decoded_for_who_has_left_while_it_waited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another who waits for the same picture is answered; one who waits long would block it."""
    services = Services(dummy_zoo())
    file = tmp_path / "a.png"
    Image.new("L", (8, 8)).save(file)
    read, waits, ends = MagicMock(wraps=pictures.read_image), Event(), []
    monkeypatch.setattr(pictures, "read_image", read)
    model = services.zoo.comparison("three").first

    def ask() -> pictures.Picture:
        with watched() as end:
            ends.append(end)
            waits.set()
            return read_picture(services.pictures, file, model)

    with ThreadPoolExecutor(2) as pool, ExitStack() as others:
        for _ in range(AT_ONCE):
            others.enter_context(pictures._decoding)
        leaves = pool.submit(ask)
        assert waits.wait(10)
        stays = pool.submit(ask)
        ends[0]()
        with pytest.raises(StoppedError):
            leaves.result(10)
        assert not read.called
        others.close()
        assert stays.result(10).display.size
    assert read.call_count == 1


def test_who_has_left_when_the_turn_comes_does_not_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The page's handlers say so in the place of an answer that nobody reads."""
    services = Services(dummy_zoo(), uploads=tmp_path)
    Image.new("L", (8, 8)).save(tmp_path / "a.png")
    monkeypatch.setattr(pictures, "read_image", None)
    request = {"image": {"upload": str(tmp_path / "a.png")}, "pair": "three"}
    with watched() as end:
        end()
        assert answering(inspect, services)(request) == ENDED


@pytest.mark.parametrize("step", ["is_file", "stat", "open", "turn", "read_bytes"])
def test_a_file_that_is_deleted_meanwhile_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
):
    """Before each step in which it is read; a visitor would else be told of a fault, or of none."""
    services = Services(dummy_zoo())
    file = tmp_path / "a.png"
    Image.new("L", (8, 8)).save(file)
    module, name = (pictures, "_turn") if step == "turn" else (Path, step)
    inner = getattr(module, name)

    def deleted(*given: Any, **named: Any) -> Any:
        with suppress(FileNotFoundError):
            os.remove(file)  # noqa: PTH107 - a method of Path may be the step itself
        return inner(*given, **named)

    monkeypatch.setattr(module, name, deleted)
    with pytest.raises(InputError) as found:
        read_picture(services.pictures, file, services.zoo.comparison("three").first)
    assert found.value.key == "error.image.gone"


def test_an_input_that_is_sent_back_is_seen_as_it_is(tmp_path: Path):
    """It would else be cropped for a pair that crops, and share its digest with what it is not."""
    services = Services(dummy_zoo())
    model = services.zoo.comparison("thousand-plain:thousand-mixed").first
    assert model.preprocessing.crop < 1
    pixels = np.random.default_rng(0).integers(0, 256, (*model.input_size, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "input.png")
    read = read_picture(services.pictures, tmp_path / "input.png", model)
    assert np.array_equal(np.rint(255 * read.input.transpose(1, 2, 0)), pixels)
    assert read.digest == pictures.seen(pixels).digest
