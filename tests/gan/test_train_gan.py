"""The command that trains the bundled GANs: what it leaves, leaves out, and goes on with."""

import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from mixup_demo import train_gan
from mixup_demo.gan import checkpoints as gan_checkpoints
from mixup_demo.gan.files import ARRAYS, load
from mixup_demo.train_gan import BUNDLED, LOSSES, SEEDS, main, queue
from tests.gan.kit import TINY, bundle

NAME = "ring-nonsaturating-seed0.npz"


def command(place: Path, *seeds: int) -> list[str]:
    """Arguments that leave everything in one folder."""
    places = ["--runs", str(place / "runs"), "--models", str(place / "models")]
    length = ["--iterations", str(TINY.iterations), "--seeds", *map(str, seeds)]
    return ["--only", "ring", "--losses", "nonsaturating", *length, *places]


def file(place: Path) -> Path:
    return place / "models" / "gan" / NAME


def state(place: Path) -> Path:
    """Folder of the checkpoints of the run with seed 0."""
    return place / "runs" / file(place).stem


def test_trains_what_is_missing_and_reports_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(command(tmp_path, 0), TINY)
    first = file(tmp_path).stat().st_mtime_ns
    main(command(tmp_path, 0, 1), TINY)
    assert file(tmp_path).stat().st_mtime_ns == first
    lines = capsys.readouterr().out.splitlines()
    assert [NAME in line for line in lines] == [True, False]
    assert "α 0.5" in lines[1]
    results = json.loads((tmp_path / "models" / "results" / "gan.json").read_text("utf-8"))
    assert (results["n"], results["seeds"]) == (2, [0, 1])
    assert "thread" in results["hardware"]
    main(command(tmp_path, 0, 1), TINY)
    assert capsys.readouterr().out.splitlines() == ["Every run is finished."]


def test_another_recipe_is_another_run(tmp_path: Path):
    main(command(tmp_path, 0), TINY)
    main(command(tmp_path, 0), replace(TINY, width=20))
    assert load(file(tmp_path)).about["recipe"]["width"] == 20


def test_another_length_leaves_the_bundled_runs_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(train_gan, "MODELS", tmp_path / "models")
    runs = ["--only", "ring", "--losses", "nonsaturating", "--runs", str(tmp_path / "runs")]
    main([*runs, "--seeds", "0", "--iterations", "2"], replace(TINY, iterations=4))
    assert not (tmp_path / "models").exists()
    apart = tmp_path / "runs" / "2-iterations"
    assert (apart / "gan" / NAME).exists()
    results = json.loads((apart / "results" / "gan_2.json").read_text("utf-8"))
    assert results["name"] == "gan_2"
    assert results["command"] == "python -m mixup_demo.train_gan --only ring --iterations 2"


def test_a_checkpoint_of_another_recipe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gan_checkpoints, "BETWEEN", 2)
    main(command(tmp_path, 0), TINY)
    with pytest.raises(SystemExit, match=f"{state(tmp_path)}.*another training.*--runs"):
        main(command(tmp_path, 0), replace(TINY, width=20))


class KilledError(Exception):
    pass


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    main(command(tmp_path / "whole", 0), TINY)
    stepped, kills = [], [4]
    step = gan_checkpoints.Training.step

    def fragile(training: gan_checkpoints.Training) -> None:
        if training.iteration in kills:
            kills.clear()
            raise KilledError
        stepped.append(training.iteration)
        step(training)

    monkeypatch.setattr(gan_checkpoints, "BETWEEN", 3)
    monkeypatch.setattr(gan_checkpoints.Training, "step", fragile)
    with pytest.raises(KilledError):
        main(command(tmp_path / "parts", 0), TINY)
    main(command(tmp_path / "parts", 0), TINY)
    assert stepped == [0, 1, 2, 3, 3, 4, 5]  # the last checkpoint was after three steps
    whole, parts = (load(file(tmp_path / name)) for name in ("whole", "parts"))
    # other sums may be added in another order: by a rounding, a step of the stored whole numbers
    # up or down, and a few of 2,500 samples in or out of high quality
    steps = {"samples": 1, "surface": 1, "quality": 3e-3, "modes": 0, "iteration": 0}
    assert set(steps) == set(ARRAYS)
    for name, step in steps.items():
        ours, theirs = (np.float64(getattr(run, name)) for run in (whole, parts))
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=step)
    assert [path.name for path in state(tmp_path / "parts").iterdir()] == [gan_checkpoints.NAME]


DAMAGED = [b"", b"no checkpoint", bytes(range(256)), pickle.dumps([1]), b"PK\x03\x04 cut"]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_checkpoint_is_named_with_the_remedy(tmp_path: Path, content: bytes):
    checkpoint = state(tmp_path) / gan_checkpoints.NAME
    checkpoint.parent.mkdir(parents=True)
    checkpoint.write_bytes(content)
    with pytest.raises(SystemExit, match=rf"^{checkpoint} must be the state .*damaged\. Delete it"):
        main(command(tmp_path, 0), TINY)


def test_a_checkpoint_that_lacks_something_is_as_damaged(tmp_path: Path):
    checkpoint = state(tmp_path) / gan_checkpoints.NAME
    checkpoint.parent.mkdir(parents=True)
    for content in ({"training": {}, "taken": []}, [torch.zeros(1)]):
        torch.save(content, checkpoint)
        with pytest.raises(SystemExit, match=rf"^{checkpoint} must be the state .*Delete it"):
            main(command(tmp_path, 0), TINY)


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_run_is_named_with_the_remedy(tmp_path: Path, content: bytes):
    file(tmp_path).parent.mkdir(parents=True)
    file(tmp_path).write_bytes(content)
    with pytest.raises(SystemExit) as refusal:
        main(command(tmp_path, 0), TINY)
    said = str(refusal.value)
    assert said.startswith(f"{file(tmp_path)} must be a run")
    assert "Delete it, and train it again: python -m mixup_demo.train_gan" in said
    assert "pickle" not in said


def test_a_run_cut_short_is_named_with_the_remedy(tmp_path: Path):
    bundle(file(tmp_path).parent, (0,))
    whole = file(tmp_path).read_bytes()
    middle = len(whole) // 2
    for content in (whole[:middle], whole[:middle] + bytes(9) + whole[middle + 9 :]):
        file(tmp_path).write_bytes(content)
        with pytest.raises(SystemExit, match=rf"^{file(tmp_path)} must be a run .*Delete it"):
            main(command(tmp_path, 0), TINY)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--iterations", "0"], "--iterations must be at least 1, but is 0; 4,000 without it"),
        (["--iterations", "-1"], "--iterations must be at least 1, but is -1; 4,000 without it"),
        (["--seeds", "0", "-1"], "--seeds must be at least 0, but one is -1: take for example 0 1"),
    ],
)
def test_numbers_that_train_nothing_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
):
    with pytest.raises(SystemExit):
        main(["--runs", str(tmp_path / "runs"), "--models", str(tmp_path / "models"), *more], TINY)
    assert f"error: {said}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_one_iteration_is_enough(tmp_path: Path):
    places = ["--runs", str(tmp_path / "runs"), "--models", str(tmp_path / "models")]
    main(
        ["--only", "ring", "--losses", "minimax", "--seeds", "0", "--iterations", "1", *places],
        TINY,
    )
    run = load(tmp_path / "models" / "gan" / "ring-minimax-seed0.npz")
    assert run.iteration.tolist() == [0, 1]


def test_runs_are_queued_seed_by_seed() -> None:
    runs = [(one.loss, one.seed, one.dataset) for one in every()]
    assert len(set(runs)) == len(runs) == 2 * len(SEEDS) * 2
    assert runs[:4] == [(LOSSES[0], seed, name) for seed in SEEDS[:2] for name in ("ring", "grid")]


def every() -> Iterator:
    return queue(BUNDLED, ["ring", "grid"], LOSSES, SEEDS)
