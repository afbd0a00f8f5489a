import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mixup_demo.training.loop import rate, train
from tests.training.kit import TINY, coloured_noise

CPU = torch.device("cpu")

RUN = """
import sys, time, torch
from pathlib import Path
import mixup_demo.training.loop as loop
from tests.training.kit import TINY, coloured_noise
batches = loop.epoch_batches
def slow(*arguments):
    for batch in batches(*arguments):
        time.sleep(float(sys.argv[2]))
        yield batch
loop.epoch_batches = slow
loop.train(TINY, coloured_noise(), Path(sys.argv[1]), torch.device("cpu"))
"""


def start(folder: Path, pause: float = 0.0) -> subprocess.Popen[bytes]:
    """Train in a process of its own, as users do, `pause` seconds longer a step."""
    return subprocess.Popen([sys.executable, "-c", RUN, str(folder), str(pause)])


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """Let a run in `folder` come to its end; return its weights."""
    assert start(folder).wait(120) == 0
    return torch.load(folder / "checkpoint.pt", weights_only=True)["network"]


def test_a_run_killed_half_way_ends_with_the_same_weights(tmp_path: Path):
    folder = tmp_path / "killed"
    process = start(folder, pause=0.5)
    deadline = time.monotonic() + 120
    while not (folder / "log.jsonl").exists():
        assert process.poll() is None, "the run ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    time.sleep(0.7)  # into the next epoch
    process.kill()
    process.wait()
    finished = len((folder / "log.jsonl").read_text().splitlines())
    assert 1 <= finished < TINY.epochs

    resumed, whole = weights(folder), weights(tmp_path / "whole")
    assert all(torch.equal(resumed[name], whole[name]) for name in whole)
    lines = (folder / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["epoch"] for line in lines] == [0, 1, 2]


def test_training_lowers_loss_and_error(tmp_path: Path):
    recipe = replace(TINY, name="longer", epochs=6, alpha=0.0, dropout=0.0)
    run = train(recipe, coloured_noise(), tmp_path, CPU)
    assert run.log[-1]["loss"] < 0.5 * run.log[0]["loss"]
    assert run.log[-1]["test_error"] < 0.2


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
    assert all(torch.equal(erm[name], mixup[name]) for name in erm)


def test_another_recipe_in_the_same_folder_is_refused(tmp_path: Path):
    train(replace(TINY, epochs=1), coloured_noise(), tmp_path, CPU)
    with pytest.raises(ValueError, match=r"written by another recipe.*Delete its folder"):
        train(replace(TINY, epochs=2), coloured_noise(), tmp_path, CPU)


def test_schedules():
    assert rate("triangle", 0) == pytest.approx(0.2)
    assert rate("triangle", 0.2) == pytest.approx(1)
    assert rate("triangle", 0.6) == pytest.approx(0.5)
    assert rate("triangle", 1) == 0
    assert [rate("steps", p) for p in (0.49, 0.5, 0.75)] == pytest.approx([1, 0.1, 0.01])
    assert [rate("cosine", p) for p in (0, 0.5, 1)] == pytest.approx([1, 0.5, 0])
    with pytest.raises(ValueError, match="'triangle', 'steps' or 'cosine', not 'linear'"):
        rate("linear", 0)
