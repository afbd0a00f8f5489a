"""Pictures are read once, and few at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import numpy as np
import pytest
from PIL import Image

from mixup_demo.serving import pictures
from mixup_demo.serving.pictures import AT_ONCE, read_picture
from mixup_demo.serving.services import Services
from tests.models.kit import dummy_zoo


def test_few_files_are_decoded_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A hundred who send large ones would else take all memory, however few cores there are."""
    services = Services(dummy_zoo())
    full = Barrier(AT_ONCE + 1)  # one more than may come

    def reading(_: object) -> np.ndarray:
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
