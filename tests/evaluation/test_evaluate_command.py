import io
import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
import torch
from PIL import Image

from mixup_demo.evaluate import EVALUATIONS, READINGS, main
from mixup_demo.evaluation.answers import Sizes
from mixup_demo.models.manifest import MANIFEST, read_manifest
from mixup_demo.training.data import load_dataset
from mixup_demo.training.export import export
from mixup_demo.training.loop import train
from mixup_demo.training.recipes import RECIPES
from tests.evaluation.kit import alike
from tests.evaluation.studied import write_studies

CPU = torch.device("cpu")
TINY = Sizes(
    attacked=4,
    strongly=4,
    corrupted=4,
    pairs=2,
    calibrated=2,
    costly=1,
    thickness=2,
    planes=1,
    resolution=8,
    learned=20,
    outside=4,
    resamples=50,
    repeats=1,
    lengths=(1,),
)
NAMES = (
    *("cifar10-erm", "cifar10-mixup", "cifar10-erm-seed1", "small-erm"),
    *("corrupted-50-erm", "corrupted-50-mixup"),
    *("scarce-erm-seed0", "scarce-mixup-seed0", "scarce-erm-seed1", "scarce-mixup-seed1"),
)


class Written(NamedTuple):
    """All files as they were written, and the lines that the command said."""

    files: dict[str, bytes]
    lines: list[str]


def write_noise(folder: Path) -> None:
    """Write 30 dark, 30 light and 30 grey noise images; every tenth is for testing."""
    generator = torch.Generator().manual_seed(0)
    for name, floor in (("dark", 0), ("grey", 30), ("light", 60)):
        (folder / name).mkdir(parents=True)
        for k in range(30):
            pixels = torch.randint(floor, floor + 180, (32, 32, 3), generator=generator)
            Image.fromarray(pixels.byte().numpy()).save(folder / name / f"{k:02}.png")


@pytest.fixture(scope="module", autouse=True)
def weak_attacks() -> Iterator[None]:
    """Let PGD take few steps, seldom: how well it attacks is tested where it is."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("probes.pgd", "evaluation.pgd", "evaluation.pgd_transfer"):
            patch.setattr(f"mixup_demo.{name}.STEPS", 2)
        for name in ("evaluation.pgd", "evaluation.pgd_transfer"):
            patch.setattr(f"mixup_demo.{name}.RESTARTS", 2)
        yield


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``images`` and ``models`` that learned from them for one epoch."""
    folder = tmp_path_factory.mktemp("trained")
    write_noise(folder / "images")
    data = load_dataset(folder / "images")
    tiny = {"architecture": "whitened-cnn-small", "epochs": 1, "batch_size": 16}
    for name in NAMES:
        recipe = replace(RECIPES[name], **tiny, train_images=None)
        run = train(recipe, data, folder / "runs" / name, CPU)
        export(recipe, data, run, CPU, folder / "models")
    write_studies(folder / "models", {"curve-2000-erm-seed0": 0.5, "curve-2000-mixup-1-seed0": 0.4})
    return folder


def evaluate(folder: Path, *more: str, sizes: Sizes = TINY) -> dict[str, bytes]:
    """Run the command; return the files of results."""
    command = ["--data", str(folder / "images"), "--models", str(folder / "models")]
    main([*command, "--device", "cpu", *more], sizes)
    return {path.stem: path.read_bytes() for path in (folder / "models" / "results").iterdir()}


@pytest.fixture(scope="module")
def written(trained: Path) -> Written:
    """What the command does when no file is there yet."""
    said = io.StringIO()
    with redirect_stdout(said):
        files = evaluate(trained)
    return Written(files, said.getvalue().splitlines())


def undated(content: bytes) -> dict[str, object]:
    """Return what a file holds besides its date."""
    return {name: value for name, value in json.loads(content).items() if name != "date"}


def test_the_command_writes_every_file(written: Written):
    names = (*EVALUATIONS, *READINGS)
    assert set(written.files) == set(names)
    for name, line in zip(names, written.lines, strict=True):
        assert name in line
        assert line.endswith("written")


@pytest.mark.slow
def test_the_same_is_written_again(
    trained: Path,
    written: Written,
    capsys: pytest.CaptureFixture[str],
):
    """The same but for rounding, and a file is left alone where not even that differs."""
    names, first = (*EVALUATIONS, *READINGS), written.files
    second = evaluate(trained)
    lines = capsys.readouterr().out.splitlines()
    for name, line in zip(names, lines, strict=True):
        assert line.endswith("unchanged" if second[name] == first[name] else "written")
        alike(undated(second[name]), undated(first[name]))

    # a file, computed by itself from the start, holds what it held among the others
    for name in ("adversarial", "between", "population"):
        (trained / "models" / "results" / f"{name}.json").unlink()
        alone = evaluate(trained, "--only", name)[name]
        alike(undated(alone), undated(first[name]))


def test_the_population_holds_both_models_pairs_and_planes(
    written: Written,
):
    content = json.loads(written.files["population"])
    pairs, planes = content["values"]["pairs"], content["values"]["planes"]
    assert (content["n"], pairs["n"], pairs["attack"]["n"], planes["n"]) == (2, 2, 2, 1)
    assert len(pairs["measures"]) == 9
    assert len(planes["measures"]) == 4
    for model in ("erm", "mixup"):
        assert {len(one[model]) for one in pairs["measures"].values()} == {2}
        for curve in pairs["curves"].values():
            assert {len(curve[model][end]) for end in ("low", "median", "high")} == {51}
        assert planes["measures"]["fragmentation"][model][0] >= 1
        assert 0 <= planes["measures"]["foreign_share"][model][0] <= 1


def test_a_file_says_what_its_numbers_come_from(trained: Path, written: Written):
    content = json.loads(written.files["adversarial"])
    manifest = read_manifest(trained / "models")
    pair = ["cifar10-erm", "cifar10-erm-seed1", "cifar10-mixup"]
    names = [*pair, "scarce-erm-seed0", "small-erm"]
    assert content["command"] == "python -m mixup_demo.evaluate --only adversarial"
    assert content["models"] == {name: manifest[name]["sha256"][:16] for name in names}
    assert (content["seeds"], content["random_seed"]) == ([0, 1], 0)
    assert (content["data"], content["n"]) == ("images", 4)
    assert content["precision"] in ("fp32", "bf16")
    assert content["hardware"].endswith(("thread", "threads"))
    assert set(content["versions"]) == {"torch", "numpy", "scipy", "scikit-learn"}
    assert len(content["date"]) == len("2026-01-01")


def test_missing_weights_are_said_and_the_rest_goes_on(trained: Path, tmp_path: Path):
    (tmp_path / "images").symlink_to(trained / "images")
    models = tmp_path / "models"
    models.mkdir()
    entries = read_manifest(trained / "models")
    kept = {name: entries[name] for name in ("cifar10-erm", "small-erm")}
    (models / MANIFEST).write_text(json.dumps(kept))
    for entry in kept.values():
        (models / entry["file"]).symlink_to(trained / "models" / entry["file"])
    with pytest.raises(SystemExit) as stopped:
        evaluate(tmp_path, "--only", "calibration", "generalisation", "corrupted")
    message = str(stopped.value)
    assert "calibration: " in message
    assert "has no model 'cifar10-mixup'. Train it with: python -m mixup_demo.train" in message
    assert "corrupted: " in message
    assert (models / "results" / "generalisation.json").exists()


def test_no_models_at_all_are_said_before_the_data_is_read(tmp_path: Path):
    with pytest.raises(SystemExit, match=r"manifest\.json cannot be read .*git checkout"):
        evaluate(tmp_path)


def test_a_folder_without_images_is_said(trained: Path, tmp_path: Path):
    with pytest.raises(SystemExit, match="images of 0 classes"):
        main(["--data", str(tmp_path), "--models", str(trained / "models")])


def test_a_download_that_fails_names_the_other_way(trained: Path, monkeypatch: pytest.MonkeyPatch):
    def offline(*folder: str, **more: bool) -> None:
        raise OSError("no route to host")

    monkeypatch.setattr("torchvision.datasets.CIFAR10", offline)
    with pytest.raises(SystemExit, match=r"not be downloaded \(no route to host\).*--data"):
        main(["--models", str(trained / "models")])


def test_data_of_other_classes_is_refused(trained: Path, tmp_path: Path):
    write_noise(tmp_path / "images")
    (tmp_path / "images" / "dark").rename(tmp_path / "images" / "dusk")
    command = ["--data", str(tmp_path / "images"), "--models", str(trained / "models")]
    with pytest.raises(SystemExit, match=r"trained on the classes .*'dark'.*'dusk'.*--data"):
        main([*command, "--only", "calibration"], TINY)
