"""Trainings go on where they were, alone or shared, and see what they would have seen."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from benchmarks.server import free_port
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.spec import Preprocessing
from mixup_demo.training import loop
from mixup_demo.training.own import training
from mixup_demo.training.own.loaders import Batch, Images, Once, Steps, augmentation, loader
from mixup_demo.training.own.network import build_network
from mixup_demo.training.own.norms import apart, joint
from mixup_demo.training.own.parts import mixing, timed
from mixup_demo.training.own.photos import Photos, read_photos
from mixup_demo.training.own.ranks import Ranks, joined
from mixup_demo.training.own.recipe import OwnRecipe
from mixup_demo.training.own.split import holdout
from mixup_demo.training.own.task import Learned, Task
from mixup_demo.training.own.training import train
from tests.training.own.kit import TINY, write_photos

CPU = torch.device("cpu")
ALONE = Ranks(0, 1, CPU)
#: of losses and weights in fp64: sums in another order differ by some 1e-16, which each step
#: multiplies; in fp32 one that rounds to the other side of a ReLU's kink changes all that follows
TOLERANCE = 1e-8
#: how far some weight must have gone for its sameness to mean something
MOVED = 2e-3
#: of a run that stops, in its second epoch
STOP = 3


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Photos:
    return read_photos(write_photos(tmp_path_factory.mktemp("own") / "garden"))


@pytest.fixture(scope="module", autouse=True)
def steady() -> Iterator[None]:
    """fp64 on one thread, which processes made by fork have too; the state kept at each step."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "fast_dtype", lambda device: torch.float32)
        patch.setattr(torch.Tensor, "float", torch.Tensor.double)
        patch.setattr(training, "KEPT_EVERY", 0.0)
        yield
    torch.set_default_dtype(torch.float32)
    torch.set_num_threads(threads)


def task(photos: Photos, folder: Path, recipe: OwnRecipe = TINY) -> Task:
    return Task("tiny", recipe, photos, holdout(photos, 0.3, 0), folder, workers=0)


@pytest.fixture(scope="module")
def whole(photos: Photos, tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """A training by one process without a break."""
    return train(task(photos, tmp_path_factory.mktemp("whole")), ALONE)


def forked(world: int, work: Callable[[], None]) -> list[int | None]:
    """Run processes as torchrun starts them; return how each ended."""
    port, context = str(free_port()), get_context("fork")

    def begin(rank: int) -> None:
        told = {"WORLD_SIZE": str(world), "RANK": str(rank), "LOCAL_RANK": str(rank)}
        os.environ.update(told, MASTER_ADDR="127.0.0.1", MASTER_PORT=port)
        work()

    processes = [context.Process(target=begin, args=(rank,)) for rank in range(world)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    return [process.exitcode for process in processes]


def killed_at(step: int) -> None:
    """Let this process be killed in the middle of a step."""
    learn = training._Trainer._learn

    def dying(trainer: training._Trainer, batch: Batch) -> torch.Tensor:
        if trainer.step == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return learn(trainer, batch)

    training._Trainer._learn = dying  # type: ignore[method-assign]


def same(one: Learned, other: Learned) -> None:
    """Assert that two trainings have the same curves and weights, to the tolerance."""
    for mine, its in zip(one.log, other.log, strict=True):
        assert mine["loss"] == pytest.approx(its["loss"], abs=TOLERANCE)
        assert mine["test_loss"] == pytest.approx(its["test_loss"], abs=TOLERANCE)
    pairs = zip(one.network.state_dict().items(), other.network.state_dict().values(), strict=True)
    for (name, mine), its in pairs:
        torch.testing.assert_close(mine, its, rtol=0, atol=TOLERANCE, msg=name)


@pytest.mark.parametrize("world", [1, 2])
def test_killed_in_a_step_and_shared_by_two_it_is_the_same_training(
    photos: Photos, whole: Learned, tmp_path: Path, world: int
):
    its = task(photos, tmp_path)

    def begin() -> None:
        killed_at(STOP)
        with joined(CPU) as ranks:
            train(its, ranks)

    def go_on() -> None:
        with joined(CPU) as ranks:
            found = train(its, ranks)
            torch.save((found.network, found.log), tmp_path / f"{ranks.rank}.pt")

    assert -signal.SIGKILL in forked(world, begin)
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert state["step"] == STOP
    assert forked(world, go_on) == [0] * world
    for rank in range(world):
        network, log = torch.load(tmp_path / f"{rank}.pt", weights_only=False)
        same(Learned(network, log, whole.confusion), whole)
    first, _ = build_network(TINY, 3)
    assert (first.head.weight - whole.network.head.weight).abs().max() > MOVED
    again = train(its, ALONE)  # finished: nothing is left to do but to test
    assert np.array_equal(again.confusion, whole.confusion)


def test_the_losses_move_and_the_confusion_is_of_the_test_images(photos: Photos, whole: Learned):
    split = holdout(photos, 0.3, 0)
    assert len({entry["loss"] for entry in whole.log}) == TINY.epochs
    assert [entry["epoch"] for entry in whole.log] == [1, 2, 3]
    rows = np.bincount(photos.labels[split.test]).tolist()
    assert whole.confusion.sum(1).tolist() == rows
    right = 0
    for index in split.test:
        shown = torch.from_numpy(to_input(read_image(photos.files[index]), (TINY.size,) * 2))[None]
        right += int(whole.network(shown).argmax() == photos.labels[index])
    assert whole.confusion.trace() == right
    assert whole.log[-1]["test_accuracy"] == right / len(split.test)


def test_a_damaged_checkpoint_is_named_with_the_remedy(photos: Photos, tmp_path: Path):
    for content in (b"", b"no checkpoint", b"PK\x03\x04 cut"):
        (tmp_path / "checkpoint.pt").write_bytes(content)
        with pytest.raises(ValueError, match=r"checkpoint\.pt must be the state .*Delete it"):
            train(task(photos, tmp_path), ALONE)


def test_another_training_in_the_folder_is_refused(photos: Photos, tmp_path: Path):
    one = replace(TINY, epochs=1)
    train(task(photos, tmp_path, one), ALONE)
    other = replace(one, learning_rate=0.1, seed=3)
    with pytest.raises(ValueError, match=r"another learning_rate, seed. Give this one another"):
        train(task(photos, tmp_path, other), ALONE)


def test_erm_and_mixup_see_the_same_images_and_workers_change_none(photos: Photos):
    split, cut = holdout(photos, 0.3, 0), Preprocessing()
    seen = []
    for recipe, workers in ((TINY, 0), (TINY.plain, 2)):
        images = Images(photos.files, photos.labels, TINY.size, cut, augmentation(recipe), 0)
        steps = Steps(split.train, recipe, 0, 0, 1)
        state = torch.get_rng_state()
        seen.append(list(loader(images, steps, workers, gpu=False)))
        if not workers:
            assert torch.equal(torch.get_rng_state(), state)
    for (one, labels), (other, others) in zip(*seen, strict=True):
        assert torch.equal(one, other)
        assert torch.equal(labels, others)
    assert not torch.equal(seen[0][0][0], seen[0][1][0])
    assert mixing(TINY.plain, 3) is None


def test_a_later_step_and_a_share_are_parts_of_the_whole():
    recipe, chosen = replace(TINY, batch_size=12), np.arange(100, 140)
    everything = list(Steps(chosen, recipe, 0, 0, 1))
    assert len(everything) == 9
    assert list(Steps(chosen, recipe, 4, 0, 1)) == everything[4:]
    for joint_batch, *shares in zip(
        everything, *(Steps(chosen, recipe, 0, rank, 3) for rank in range(3)), strict=True
    ):
        assert sorted(key for share in shares for key in share) == sorted(joint_batch)
        met = dict(zip(joint_batch, joint_batch[::-1], strict=True))
        for share in shares:
            assert [met[key] for key in share] == share[::-1]
    tested = [key for rank in range(3) for part in Once(chosen, rank, 3) for key in part]
    assert sorted(index for _, index in tested) == chosen.tolist()


def test_only_plain_batch_norms_are_joined():
    network = nn.Sequential(nn.BatchNorm2d(3), nn.Conv2d(3, 3, 1), nn.BatchNorm1d(3))
    network[0].weight.requires_grad = False
    made = joint(network)
    assert not made[0].weight.requires_grad
    assert apart(made) == ["BatchNorm1d"]


def test_a_file_that_a_worker_cannot_read_any_more_is_named(photos: Photos, tmp_path: Path):
    gone = tmp_path / "gone.png"
    images = Images([gone], photos.labels, 16, Preprocessing(), None, 0)
    batches = timed(iter(loader(images, Once(np.array([0])), 1, gpu=False)))
    with pytest.raises(ValueError, match=rf"^{gone} could be read before, but not now: .* goes on"):
        next(batches)
