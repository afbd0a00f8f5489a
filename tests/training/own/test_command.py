"""The command from photos on disk to models, report and cross-validation."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import timm
import torch
from PIL import Image
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits

from mixup_demo.figures import theme
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.train import main
from mixup_demo.training.own import page
from mixup_demo.training.own.comparison import paired
from mixup_demo.training.own.tested import files_held_out
from tests.training.own.kit import write_photos


@pytest.fixture(autouse=True)
def steady() -> Iterator[None]:
    """One thread: beside other tests more of them wait for each other."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def test_a_pair_of_timm_s_is_written_for_the_page_and_for_timm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, runs = write_photos(tmp_path / "garden", 5), tmp_path / "runs"
    shutil.copy(data / "sky" / "0.png", data / "sky" / "again.png")
    argv = ["--data", str(data), "--pair", "--backbone", "test_resnet", "--size", "32"]
    argv += ["--backbone-weights", "random", "--epochs", "1", "--runs", str(runs), "--workers", "0"]
    main(argv)
    said = capsys.readouterr().out
    assert "garden: 16 images of 3 classes; 13 to learn from, 3 to test on" in said
    assert "1 files are copies of others" in said
    folders = [runs / "own-garden" / name for name in ("erm", "mixup")]
    assert f"python app.py --pair {folders[0]} {folders[1]}" in said

    found = own_pair([str(folder) for folder in folders], {}, Downloads())
    assert found.classes.names == ("leaf", "rose", "sky")
    assert [m.provenance["label"] for m in found.models.values()] == ["ERM", "mixup, α = 1"]
    for folder, model in zip(folders, found.models.values(), strict=True):
        bare = timm.create_model(f"local-dir:{folder}", pretrained=True).eval()
        mean, std = (torch.tensor(bare.pretrained_cfg[k]).view(3, 1, 1) for k in ("mean", "std"))
        images = torch.rand(2, 3, 32, 32)
        torch.testing.assert_close(model.load()(images), bare((images - mean) / std))
        card = (folder / "README.md").read_text()
        assert "library_name: timm" in card
        assert f"python -m mixup_demo.train --data {data}" in card
        entry = json.loads((folder.parent / "results.json").read_text())["trainings"]
        accuracy = entry[folders.index(folder)]["log"][-1]["test_accuracy"]
        assert f"fp32 | {100 * accuracy:.2f} % |" in card
    assert files_held_out(folders[1]) == set(map(Path, entry[1]["tested"]))
    recipes = [one["recipe"] for one in entry]
    assert [recipe["mixup"].pop("mixup_alpha") for recipe in recipes] == [0.0, 1.0]
    assert recipes[0] == recipes[1]

    main(argv)  # finished: the same report again, nothing is trained
    again = capsys.readouterr().out
    assert "epoch 1 of 1" not in again
    assert again.partition("# garden")[2] == said.partition("# garden")[2]

    main([argument for argument in argv if argument != "--pair"])  # into the same folder
    assert files_held_out(folders[0]) == set(map(Path, entry[0]["tested"]))


def test_a_training_that_diverges_says_so_and_how_to_go_on(tmp_path: Path):
    data, runs = write_photos(tmp_path / "garden", 5), tmp_path / "runs"
    argv = ["--data", str(data), "--pair", "--size", "16", "--epochs", "1", "--workers", "0"]
    argv += ["--runs", str(runs)]
    said = r"erm: the training diverged in epoch 1, .* Lower --learning-rate, which is 1e\+12, and"
    for _ in range(2):  # given again, too
        with pytest.raises(SystemExit, match=said):
            main([*argv, "--learning-rate", "1e12"])
    assert not (runs / "own-garden" / "results.json").exists()
    main([*argv, "--learning-rate", "0.01", "--name", "slower"])
    assert "NaN" not in (runs / "slower" / "results.json").read_text()


def write_digits(folder: Path, each: int) -> Path:
    """Write handwritten digits as images, the same number of each class."""
    digits = load_digits()
    for label in range(10):
        (folder / str(label)).mkdir(parents=True)
        for k in np.flatnonzero(digits.target == label)[:each]:
            pixels = (15 * digits.images[k]).astype(np.uint8)
            Image.fromarray(pixels).save(folder / str(label) / f"{k}.png")
    return folder


def test_cross_validation_on_digits_gives_its_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, runs = write_digits(tmp_path / "digits", 24), tmp_path / "runs"
    main(
        [
            *("--data", str(data), "--pair", "--folds", "3", "--epochs", "4", "--size", "16"),
            *("--batch-size", "32", "--augment", "none", "--learning-rate", "0.1"),
            *("--mixup", "0.2", "--runs", str(runs), "--workers", "0"),
        ]
    )
    folder = runs / "own-digits"
    text = (folder / "report.md").read_text()
    assert text in capsys.readouterr().out
    trainings = json.loads((folder / "results.json").read_text())["trainings"]
    ways = [trainings[0::2], trainings[1::2]]
    accuracies = [[one["log"][-1]["test_accuracy"] for one in way] for way in ways]
    assert np.min(accuracies) > 0.4  # it has learned: by chance it would be 0.1
    tested = [file for one in ways[0] for file in one["tested"]]
    assert len(tested) == len(set(tested)) == 240
    for number, entry in enumerate(ways[1], 1):
        held_out = files_held_out(folder / f"fold-{number}" / "mixup")
        assert held_out == set(map(Path, entry["tested"]))
    for way, name, values in zip(ways, ("ERM", "mixup, α = 0.2"), accuracies, strict=True):
        assert np.sum([one["confusion"] for one in way], axis=0).sum(1).tolist() == [24] * 10
        cells = [f"{100 * value:.2f} %" for value in values]
        spread = f"{100 * np.mean(values):.2f} ± {100 * np.std(values, ddof=1):.2f} %"
        assert f"| {name} | {' | '.join([*cells, spread])} |" in text
    difference = 100 * np.subtract(*accuracies[::-1])
    assert f"mixup, α = 0.2 minus ERM: {difference.mean():+.2f} points" in text
    assert re.search("no verdict|leaves 0 out, with one seed|the same in each fold", text)
    if np.ptp(difference) > 1e-9:
        # each of three folds tests on 80 of 240 images, and learns from 160
        plain = ttest_1samp(difference, 0).confidence_interval()
        reach = ((1 / 3 + 80 / 160) / (1 / 3)) ** 0.5 * (plain.high - plain.low) / 2
        ends = re.search(r"95 % interval ([+-][\d.]+) to ([+-][\d.]+) \(", text).groups()
        expected = [difference.mean() - reach, difference.mean() + reach]
        assert [float(end) for end in ends] == pytest.approx(expected, abs=0.0051)

    page = (folder / "report.html").read_text()
    figures = json.loads(page.rpartition("<script>")[2].partition(".forEach")[0])
    lines, *_, confusion = figures
    assert len(lines["data"]) == 6
    assert lines["data"][0]["y"] == [entry["test_accuracy"] for entry in trainings[0]["log"]]
    assert np.sum(confusion["data"][0]["z"]) == 240
    assert "Plotly" in page


def test_the_interval_is_student_s_widened_for_shared_images():
    one, other = [0.9, 0.92, 0.95, 0.9], [0.88, 0.93, 0.91, 0.89]
    found = paired(one, other, learned=300, tested=100)
    plain = ttest_1samp(np.subtract(one, other), 0).confidence_interval()
    assert found.mean == pytest.approx(0.015)
    wider = (found.high - found.mean) / (plain.high - found.mean)
    assert wider == pytest.approx(((1 / 4 + 1 / 3) / (1 / 4)) ** 0.5)
    assert found.mean - found.low == pytest.approx(found.high - found.mean)
    assert paired([0.5, 0.6], [0.4, 0.5], 1, 1)[1:] == (None, None)


def test_the_report_has_the_page_s_colours():
    light = {name: theme.COLOURS[name][0] for name in ("erm", "mixup")}
    assert tuple(light.values()) == (page.PLAIN, page.MIXED)
