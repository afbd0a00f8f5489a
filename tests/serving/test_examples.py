"""The bundled answers of the example pairs are those of the bundled weights and photos."""

import numpy as np
import pytest

from mixup_demo.images import gallery
from mixup_demo.probes.sweep import sweep
from mixup_demo.serving import examples
from mixup_demo.serving.packing import unpack_sweep
from mixup_demo.serving.questions import engine
from mixup_demo.serving.settings import DEVICE, PAIR


@pytest.fixture(scope="module")
def stored() -> dict[str, np.ndarray]:
    with np.load(examples.FILE) as arrays:
        return dict(arrays)


@pytest.mark.parametrize("keys", gallery.pairs(), ids="+".join)
def test_every_pair_is_stored_for_these_weights_and_photos(
    stored: dict[str, np.ndarray], keys: tuple[str, str]
):
    assert str(stored[f"{'+'.join(keys)}/key"]) == examples.question_of(*keys).key


def test_the_opening_pair_s_answer_is_what_the_models_say(stored: dict[str, np.ndarray]):
    keys = gallery.pairs()[0]
    asked = examples.question_of(*keys)
    fresh = sweep(
        engine(PAIR.default, DEVICE.default),
        *(asked.a.input, asked.b.input, asked.label_a, asked.label_b),
    )
    bundled = unpack_sweep("+".join(keys), stored)
    for model, answers in fresh.answers.items():
        before = bundled.answers[model].probabilities
        assert np.abs(answers.probabilities - before).max() < 0.05
        assert np.abs(answers.probabilities - before).mean() < 0.002


def test_the_photos_cover_all_classes_in_pairs_of_two():
    used = {gallery.photo(key).label for pair in gallery.pairs() for key in pair}
    assert len(used) == 10
    assert all(gallery.photo(a).label != gallery.photo(b).label for a, b in gallery.pairs())
    first = [gallery.photo(key).label for key in gallery.pairs()[0]]
    assert first == ["cat", "dog"]
