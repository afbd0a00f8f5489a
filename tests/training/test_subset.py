from dataclasses import replace

import numpy as np
import pytest
import torch

from mixup_demo.training.recipe import Recipe
from mixup_demo.training.subset import corrupt_labels, measured_set, training_set
from tests.evaluation.kit import noise

DATA = noise(n_train=200, n_test=10)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.8])
def test_corruption_replaces_its_share_by_uniform_classes(share: float):
    labels = torch.arange(10).repeat(2000)
    corrupted = corrupt_labels(labels, share, 10, np.random.default_rng(0))
    wrong = (corrupted != labels).float().mean().item()
    assert wrong == pytest.approx(share * 0.9, abs=0.01)
    counts = torch.bincount(corrupted, minlength=10)
    assert counts.min() > 0.9 * counts.max()


def test_a_subset_is_drawn_by_the_seed_and_shared_by_erm_and_mixup():
    recipe = Recipe("x", train_images=50)
    one, other = training_set(recipe, DATA), training_set(replace(recipe, alpha=1.0), DATA)
    assert len(one.labels) == 50
    assert torch.equal(one.images, other.images)
    assert torch.equal(one.labels, one.true_labels)
    assert not torch.equal(one.images, training_set(replace(recipe, seed=1), DATA).images)


def test_without_a_number_all_images_are_used_as_they_come():
    whole = training_set(Recipe("x"), DATA)
    assert torch.equal(whole.images, DATA.train_images)
    assert torch.equal(whole.labels, DATA.train_labels)


def test_the_true_labels_stay_beside_the_corrupted():
    learned = training_set(Recipe("x", train_images=100, corruption=0.5), DATA)
    plain = training_set(Recipe("x", train_images=100), DATA)
    assert torch.equal(learned.true_labels, plain.labels)
    assert 25 <= int((learned.labels != plain.labels).sum()) <= 50


def test_what_is_held_out_is_not_trained_on_and_corrupted_alike():
    recipe = Recipe("x", train_images=100, held_out=100, corruption=0.5)
    learned, (images, labels) = training_set(recipe, DATA), measured_set(recipe, DATA)
    where = {image.numpy().tobytes(): k for k, image in enumerate(DATA.train_images)}
    held = [where[image.numpy().tobytes()] for image in images]
    trained = [where[image.numpy().tobytes()] for image in learned.images]
    assert sorted(held + trained) == list(range(200))
    assert 25 <= int((labels != DATA.train_labels[held]).sum()) <= 50
    assert torch.equal(images, measured_set(replace(recipe, alpha=1.0), DATA)[0])


def test_what_holds_nothing_out_is_measured_on_the_test_images():
    images, labels = measured_set(Recipe("x", corruption=0.5), DATA)
    assert torch.equal(images, DATA.test_images)
    assert torch.equal(labels, DATA.test_labels)


def test_some_images_are_left_to_train_on():
    with pytest.raises(ValueError, match="holds out 200 training images, but there are 200"):
        measured_set(Recipe("x", held_out=200), DATA)
    with pytest.raises(ValueError, match="asks for 101 training images, but there are 100"):
        training_set(Recipe("x", held_out=100, train_images=101), DATA)


@pytest.mark.parametrize("wanted", [0, 201])
def test_more_images_than_there_are_cannot_be_had(wanted: int):
    with pytest.raises(ValueError, match=f"asks for {wanted} training images, but there are 200"):
        training_set(Recipe("x", train_images=wanted), DATA)
