import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mixup_demo.training import loop
from mixup_demo.training.loop import rate, train
from tests.training.kit import TINY, coloured_noise

CPU = torch.device("cpu")
TOLERANCE = 1e-3

#: trains until the second batch of epoch 1 is asked for; says so, and waits for its end
HELD = """
import signal, sys, torch
from pathlib import Path
import mixup_demo.training.loop as loop
from tests.training.kit import TINY, coloured_noise
torch.set_num_threads(1)
loop.fast_dtype = lambda device: torch.float32
batches = loop.epoch_batches
def held(recipe, epoch, *more):
    for number, batch in enumerate(batches(recipe, epoch, *more)):
        if (epoch, number) == (1, 1):
            print("held", flush=True)
            signal.pause()
        yield batch
loop.epoch_batches = held
loop.train(TINY, coloured_noise(), Path(sys.argv[1]), torch.device("cpu"))
"""


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """Let a run in `folder` come to its end; return its weights."""
    train(TINY, coloured_noise(), folder, CPU)
    return torch.load(folder / "checkpoint.pt", weights_only=True)["network"]


def test_a_run_killed_within_an_epoch_ends_as_if_it_had_not_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """But for rounding: other processes, with other threads, may add sums in another order.

    In fp32 nine steps make of that less than TOLERANCE; in bf16 it would be 3e-2. With the
    optimiser's momentum lost, or another epoch's batches, weights differ by more than 1e-1.
    """
    monkeypatch.setattr(loop, "fast_dtype", lambda device: torch.float32)
    folder = tmp_path / "killed"
    command = [sys.executable, "-c", HELD, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n", "the run ended before it could be killed"
        process.kill()
    lines = (folder / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["epoch"] for line in lines] == [0]

    resumed, whole = weights(folder), weights(tmp_path / "whole")
    torch.testing.assert_close(resumed, whole, rtol=TOLERANCE, atol=TOLERANCE)
    lines = (folder / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["epoch"] for line in lines] == [0, 1, 2]


def test_training_lowers_loss_and_error(tmp_path: Path):
    recipe = replace(TINY, name="longer", epochs=6, alpha=0.0, dropout=0.0)
    run = train(recipe, coloured_noise(), tmp_path, CPU)
    assert run.log[-1]["loss"] < 0.5 * run.log[0]["loss"]
    assert run.log[-1]["test_error"] < 0.2


@pytest.mark.parametrize("one_after_another", [True, False])
def test_training_errors_are_of_all_classes_in_whatever_order_images_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_after_another: bool
):
    seen = []
    monkeypatch.setattr(loop, "TRAINING_IMAGES_MEASURED", 12)
    monkeypatch.setattr(loop, "error_rate", lambda _, images, labels: seen.append(labels) or 0.0)
    data = coloured_noise()
    order = data.train_labels.argsort(stable=True) if one_after_another else torch.arange(48)
    ordered = replace(
        data, train_images=data.train_images[order], train_labels=data.train_labels[order]
    )
    train(replace(TINY, epochs=1), ordered, tmp_path, CPU)
    assert seen[0].bincount().tolist() == [6, 6]  # every fourth of 48, which take turns or do not


def test_a_state_that_an_older_program_kept_of_a_lost_training_is_refused(tmp_path: Path):
    recipe = replace(TINY, epochs=1)
    train(recipe, coloured_noise(), tmp_path, CPU)
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    state["log"][-1]["loss"] = float("nan")
    torch.save(state, tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="tiny is nan after 1 of 1 epochs: it has diverged"):
        train(recipe, coloured_noise(), tmp_path, CPU)


def test_recipes_equal_but_for_alpha_start_from_the_same_weights(tmp_path: Path):
    runs = [
        train(
            replace(TINY, epochs=1, alpha=alpha, learning_rate=0.0),
            coloured_noise(),
            tmp_path / name,
            CPU,
        )
        for name, alpha in (("erm", 0.0), ("mixup", 1.0))
    ]
    erm, mixup = (dict(run.network.named_parameters()) for run in runs)
    # drawn ones are equal to the last bit, the whitening is computed from the images each time
    torch.testing.assert_close(erm, mixup, rtol=1e-4, atol=1e-5)
    drawn = [name for name in erm if not name.startswith("whiten")]
    assert len(drawn) > 5
    assert all(torch.equal(erm[name], mixup[name]) for name in drawn)


def test_other_data_in_the_same_folder_are_refused(tmp_path: Path):
    data = coloured_noise()
    train(replace(TINY, epochs=1), data, tmp_path, CPU)
    for name in ("train_images", "test_labels"):
        other = replace(data, **{name: getattr(data, name).flip(0)})
        with pytest.raises(ValueError, match="other images or another split"):
            train(replace(TINY, epochs=1), other, tmp_path, CPU)


def test_another_recipe_in_the_same_folder_is_refused(tmp_path: Path):
    train(replace(TINY, epochs=1), coloured_noise(), tmp_path, CPU)
    with pytest.raises(ValueError, match=r"written by another recipe.*Delete its folder"):
        train(replace(TINY, epochs=2), coloured_noise(), tmp_path, CPU)


@pytest.mark.parametrize("content", [b"", b"no checkpoint", b"PK\x03\x04 cut"])
def test_a_damaged_checkpoint_is_named_with_the_remedy(tmp_path: Path, content: bytes):
    (tmp_path / "checkpoint.pt").write_bytes(content)
    with pytest.raises(ValueError, match=r"checkpoint\.pt must be the state .*damaged\. Delete it"):
        train(TINY, coloured_noise(), tmp_path, CPU)


def test_schedules():
    assert rate("triangle", 0) == pytest.approx(0.2)
    assert rate("triangle", 0.2) == pytest.approx(1)
    assert rate("triangle", 0.6) == pytest.approx(0.5)
    assert rate("triangle", 1) == 0
    assert [rate("steps", p) for p in (0.49, 0.5, 0.75)] == pytest.approx([1, 0.1, 0.01])
    assert [rate("cosine", p) for p in (0, 0.5, 1)] == pytest.approx([1, 0.5, 0])
    with pytest.raises(ValueError, match="'triangle', 'steps' or 'cosine', not 'linear'"):
        rate("linear", 0)
