"""Other libraries' rules: pictures follow from partner and λ, and each has its own draw."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout

import numpy as np
import pytest
import torch
from torchvision.transforms import v2

from mixup_demo.batches.libraries import keras_cutmix, keras_mixup, kornia_mixup, rules
from mixup_demo.batches.seeding import seeded
from mixup_demo.mixing import mix
from mixup_demo.models.zoo import Zoo
from tests.batches.kit import images

FOUND = {rule.name: rule for rule in rules(images(), 0.4, 1.0, 3)}


def test_no_network_is_made_while_others_draw_with_a_seed():
    model = Zoo().model("small-erm")
    with ThreadPoolExecutor(1) as pool:
        with seeded(3):
            loading = pool.submit(model.load)
            with pytest.raises(FutureTimeout):
                loading.result(0.5)
        assert loading.result(60)


def test_torchvision_is_torchvision():
    for name, transform in (("mixup", v2.MixUp), ("cutmix", v2.CutMix)):
        alpha = {"mixup": 0.4, "cutmix": 1.0}[name]
        with seeded(3):
            mixed, _ = transform(alpha=alpha, num_classes=8)(
                torch.from_numpy(images()), torch.arange(8)
            )
        np.testing.assert_array_equal(FOUND[f"torchvision-{name}"].images, mixed.numpy())


@pytest.mark.parametrize("name", [name for name in FOUND if "cutmix" not in name])
def test_pictures_follow_from_partner_and_lambda(name: str):
    rule, own = FOUND[name], images()
    assert sorted(rule.partner.tolist()) == list(range(8))
    expected = mix(own, own[rule.partner], rule.lam[:, None, None, None])
    np.testing.assert_allclose(rule.images, expected, atol=1e-6)


def test_one_lambda_for_all_or_one_each():
    shared = {name: len(set(rule.lam.tolist())) == 1 for name, rule in FOUND.items()}
    assert shared == {
        "torchvision-mixup": True,
        "two-loaders": True,
        "keras-mixup": False,
        "torchvision-cutmix": True,
        "keras-cutmix": False,
        "fastai-mixup": False,
        "kornia-mixup": False,
    }


def boxed(mixed: np.ndarray, partner: np.ndarray, lam: np.ndarray) -> None:
    """Assert that what is not an image's own is one box of its partner, of the size that λ says."""
    own = images()
    height, width = own.shape[2:]
    for i, its in enumerate(partner):
        if its == i:
            continue
        foreign = (mixed[i] != own[i]).any(0)
        rows, columns = foreign.any(1), foreign.any(0)
        assert np.array_equal(foreign, rows[:, None] & columns)
        np.testing.assert_array_equal(mixed[i][:, foreign], own[its][:, foreign])
        for found, length in ((rows.sum(), height), (columns.sum(), width)):
            assert abs(found - length * (1 - lam[i]) ** 0.5) < 1
        assert rows.sum() == np.ptp(np.flatnonzero(rows)) + 1


def test_the_box_of_keras_is_whole_and_of_its_lambda_s_size():
    rule = FOUND["keras-cutmix"]
    assert sorted(rule.partner.tolist()) == list(range(8))
    boxed(rule.images, rule.partner, rule.lam)
    small = np.zeros((4000, 1, 4, 4), np.float32)
    lam = keras_cutmix(small, 8.0, 0).lam  # α ends at 1: uniform
    assert lam.var() == pytest.approx(1 / 12, abs=0.005)


def test_fastai_folds_the_same_lambda():
    folded, plain = FOUND["fastai-mixup"], FOUND["keras-mixup"]
    assert folded.lam.min() >= 0.5
    np.testing.assert_allclose(folded.lam, np.maximum(plain.lam, 1 - plain.lam))


def test_kornia_s_lambda_has_no_alpha():
    small = np.zeros((4000, 1, 1, 1), np.float32)
    uniform, beta = kornia_mixup(small, 0).lam, keras_mixup(small, 0.1, 0).lam
    assert uniform.var() == pytest.approx(1 / 12, abs=0.005)
    assert beta.var() == pytest.approx(1 / (4 * 1.2), abs=0.01)  # of Beta(α, α): 1 / (8α + 4)


def test_without_an_alpha_only_kornia_mixes():
    assert [rule.name for rule in rules(images(), 0.0, 0.0, 0)] == ["kornia-mixup"]


def test_the_rule_of_keras_is_its_layer_s(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    keras = pytest.importorskip("keras", reason="needs requirements-snippets.txt")
    own = images()
    layer = keras.layers.MixUp(alpha=0.4, seed=1, data_format="channels_first")
    labels = np.eye(8, dtype=np.float32)
    found = layer({"images": own, "labels": labels}, training=True)
    weights = found["labels"].cpu().numpy()
    partner = np.argmax(weights - np.diag(np.diagonal(weights)), axis=1)
    lam = np.diagonal(weights)
    partner = np.where(lam == 1, np.arange(8), partner)
    assert sorted(partner.tolist()) == list(range(8))
    expected = mix(own, own[partner], lam[:, None, None, None])
    np.testing.assert_allclose(found["images"].cpu().numpy(), expected, atol=1e-6)


def test_the_boxes_of_keras_are_its_layer_s(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    keras = pytest.importorskip("keras", reason="needs requirements-snippets.txt")
    layer = keras.layers.CutMix(factor=(1.0, 1.0), seed=1, data_format="channels_first")
    labels = np.eye(8, dtype=np.float32)
    found = layer({"images": images(), "labels": labels}, training=True)
    weights = found["labels"].cpu().numpy()
    lam = np.diagonal(weights)
    partner = np.argmax(weights - np.diag(lam), axis=1)
    boxed(found["images"].cpu().numpy(), np.where(lam == 1, np.arange(8), partner), lam)
