"""The batch is timm's own, to the last bit, and what is said of it makes the same batch again."""

import inspect
from dataclasses import asdict, fields
from itertools import product

import numpy as np
import pytest
import torch
from timm.data import Mixup

from mixup_demo.batches.arguments import MODES, MixupArguments
from mixup_demo.batches.playing import CUTMIX, MIXUP, NONE, many, play
from mixup_demo.batches.seeding import seeded
from mixup_demo.mixing import Box, box_lambda, cutmix, mix, one_hot
from tests.batches.kit import LABELS, SIDE, images

N_CLASSES = 10
#: what is on, by name
WHAT = {
    "mixup": {},
    "cutmix": {"mixup_alpha": 0.0, "cutmix_alpha": 1.0},
    "both": {"mixup_alpha": 0.4, "cutmix_alpha": 1.0},
    "minmax": {"mixup_alpha": 0.0, "cutmix_minmax": (0.2, 0.8)},
    "sometimes": {"mixup_alpha": 0.4, "cutmix_alpha": 1.0, "prob": 0.5, "switch_prob": 0.3},
    "uncorrected": {"mixup_alpha": 0.0, "cutmix_alpha": 1.0, "correct_lam": False},
    "hard": {"label_smoothing": 0.0},
}
CASES = [
    MixupArguments(mode=mode, num_classes=N_CLASSES, **more)
    for mode, more in product(MODES, WHAT.values())
]
NAMES = [f"{mode}-{name}" for mode, name in product(MODES, WHAT)]
SEEDS = range(6)


def theirs(arguments: MixupArguments, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """What timm makes of the batch where nothing of ours is in the way."""
    state = np.random.get_state()  # noqa: NPY002
    np.random.seed(seed)  # noqa: NPY002
    mixed, targets = Mixup(**asdict(arguments))(torch.tensor(images()), torch.tensor(LABELS))
    np.random.set_state(state)  # noqa: NPY002
    return mixed.numpy(), targets.numpy()


def test_arguments_are_timm_s_own():
    expected = {
        name: parameter.default
        for name, parameter in inspect.signature(Mixup).parameters.items()
        if name != "multi_label"  # targets of several labels an image are not for this page
    }
    assert {one.name: one.default for one in fields(MixupArguments)} == expected


@pytest.mark.parametrize("arguments", CASES, ids=NAMES)
def test_pictures_and_targets_are_timm_s_to_the_last_bit(arguments: MixupArguments):
    for seed in SEEDS:
        batch = play(arguments, images(), LABELS, seed)
        mixed, targets = theirs(arguments, seed)
        np.testing.assert_array_equal(batch.images, mixed, strict=True)
        np.testing.assert_array_equal(batch.targets, targets, strict=True)


@pytest.mark.parametrize("arguments", CASES, ids=NAMES)
def test_partner_lambda_and_box_make_the_same_batch_again(arguments: MixupArguments):
    own, vectors = images(), one_hot(LABELS, N_CLASSES, arguments.label_smoothing)
    for seed in SEEDS:
        batch = play(arguments, own, LABELS, seed)
        for i, partner in enumerate(batch.partner):
            lam = float(batch.lam[i]) if arguments.mode == "batch" else np.float32(batch.lam[i])
            box = Box(*batch.boxes[i].tolist())
            made = {
                NONE: lambda i=i: own[i],
                MIXUP: lambda i=i, p=partner, lam=lam: mix(own[i], own[p], float(lam)),
                CUTMIX: lambda i=i, p=partner, box=box: cutmix(own[i], own[p], box),
            }[int(batch.operation[i])]()
            np.testing.assert_array_equal(batch.images[i], made)
            np.testing.assert_array_equal(batch.targets[i], mix(vectors[i], vectors[partner], lam))
            if batch.operation[i] == CUTMIX and arguments.correct_lam:
                assert lam == pytest.approx(box_lambda(box, SIDE, SIDE), abs=1e-7)


def test_every_operation_is_played():
    sometimes = MixupArguments(mode="elem", num_classes=N_CLASSES, **WHAT["sometimes"])
    found = np.concatenate([play(sometimes, images(), LABELS, s).operation for s in range(9)])
    assert set(found.tolist()) == {NONE, MIXUP, CUTMIX}


def test_lambdas_that_beta_rounds_to_1_count_as_mixups():
    draws = many(MixupArguments(0.01, mode="elem", num_classes=N_CLASSES), 8, SIDE, 60, 3)
    assert (draws.asked == 1).mean() > 0.1
    assert set(draws.operation.tolist()) == {MIXUP}


def test_without_an_alpha_nothing_is_mixed():
    nothing = MixupArguments(0.0, num_classes=N_CLASSES, label_smoothing=0.0)
    batch = play(nothing, images(), LABELS, 0)
    np.testing.assert_array_equal(batch.images, images())
    assert set(batch.operation.tolist()) == {NONE}


def test_the_global_generators_go_on_as_if_nothing_had_been():
    np.random.seed(5)  # noqa: NPY002
    torch.manual_seed(5)
    expected = np.random.rand(), float(torch.rand(()))  # noqa: NPY002
    np.random.seed(5)  # noqa: NPY002
    torch.manual_seed(5)
    first, second = (play(MixupArguments(num_classes=10), images(), LABELS, 7) for _ in range(2))
    with pytest.raises(ZeroDivisionError), seeded(3):
        np.random.rand(1 // 0)  # noqa: NPY002
    assert (np.random.rand(), float(torch.rand(()))) == expected  # noqa: NPY002
    np.testing.assert_array_equal(first.images, second.images)


@pytest.mark.parametrize("mode", MODES)
def test_many_batches_begin_with_the_one_that_is_played(mode: str):
    both = MixupArguments(0.4, 1.0, mode=mode, num_classes=N_CLASSES)
    draws, batch = many(both, 8, SIDE, 50, 11), play(both, images(), LABELS, 11)
    assert len(draws.lam) == 400
    for name in ("lam", "asked", "operation"):
        np.testing.assert_array_equal(getattr(draws, name)[:8], getattr(batch, name))
    cut = draws.operation == CUTMIX
    assert 0.3 < cut.mean() < 0.7
    assert draws.lam[cut].mean() > draws.asked[cut].mean()  # boxes are clipped
    np.testing.assert_array_equal(draws.lam[~cut], draws.asked[~cut])
