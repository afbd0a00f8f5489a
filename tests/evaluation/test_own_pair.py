"""A user's own pair on class folders: the files are written, found by the weights, and shown."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from mixup_demo import evaluate
from mixup_demo.evaluation import own_pair
from mixup_demo.evaluation.class_folders import labelled, read_folders
from mixup_demo.evaluation.own_pair import pair_of
from mixup_demo.evidence.population_file import read_of, sides
from mixup_demo.images.preparing import to_input
from mixup_demo.models.catalogue import MEASURED, Pair, calibrated, page_zoo
from mixup_demo.models.temperature import AS_TRAINED, equally_calibrated
from mixup_demo.probes.chunks import never
from mixup_demo.results import FOLDER, PAIRS
from mixup_demo.serving.pictures import seen
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.serving.services import Services
from mixup_demo.views.boundary import places
from mixup_demo.views.boundary.population import SIDES, place_payload
from tests.evaluation.kit import FEW
from tests.kit import SENTENCES
from tests.models.kit import dummy
from tests.models.pretrained.kit import folder

SIDE = 32


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve images of noise in three class folders."""
    root, rng = tmp_path_factory.mktemp("data"), np.random.default_rng(0)
    for name in ("shape 0", "shape 1", "shape 2"):
        (root / name).mkdir()
        for number in range(4):
            pixels = rng.integers(0, 256, (48, 64, 3), np.uint8)
            Image.fromarray(pixels).save(root / name / f"{number}.png")
    return root


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("own")
    return [str(folder(root / name, seed=k, size=SIDE)) for k, name in enumerate(("one", "two"))]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory, sources: list[str], data: Path) -> Path:
    """A folder of models in which the pair has been measured."""
    root = tmp_path_factory.mktemp("models")
    (root / "manifest.json").write_text("{}")
    command = ["--pair", *sources, "--data", str(data), "--models", str(root), "--device", "cpu"]
    evaluate.main(command, FEW)
    return root


@pytest.fixture(scope="module")
def fitted(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with temperatures, which networks that know nothing do not have."""
    copy = tmp_path_factory.mktemp("fitted") / "models"
    shutil.copytree(models, copy)
    (file,) = copy.glob(MEASURED)
    content = json.loads(file.read_text())
    for role, temperature in (("erm", 1.5), ("mixup", 0.8)):
        content["values"][role]["after"]["temperature"] = temperature
    file.write_text(json.dumps(content))
    return copy


def files(models: Path) -> dict[str, dict[str, object]]:
    found = (models / "results" / PAIRS).glob("one--two--*/*.json")
    return {file.stem: json.loads(file.read_text()) for file in found}


def test_four_files_say_what_was_measured_without_naming_places(models: Path, sources: list[str]):
    found = files(models)
    assert set(found) == {"accuracy", "calibration", "adversarial", "population"}
    for content in found.values():
        assert content["pair"] == list(content["models"]) == ["one", "two"]
        assert str(Path(sources[0]).parent) not in json.dumps(content)
    attacks = found["adversarial"]["values"]["attacks"]
    assert {row["source"] for row in attacks} == {"white"}


def test_the_errors_are_those_of_a_plain_loop(models: Path, sources: list[str], data: Path):
    pair = pair_of(sources, models)
    wrong = []
    cut = pair.first.preprocessing
    for label, name in enumerate(pair.classes.names):
        for file in sorted((data / name).iterdir()):
            image = np.asarray(Image.open(file))
            shown = to_input(image, pair.input_size, cut.crop, cut.interpolation)[None]
            logits = [model.load()(torch.from_numpy(shown)) for model in pair.models.values()]
            wrong.append([int(one.argmax()) != label for one in logits])
    values = files(models)["accuracy"]["values"]
    assert [values[role]["error"] for role in ("erm", "mixup")] == pytest.approx(np.mean(wrong, 0))


def test_the_population_is_found_by_the_weights_and_shown_as_the_pairs(
    models: Path, sources: list[str]
):
    pair = pair_of(sources, models)
    digests = [model.digest for model in pair.models.values()]
    results = read_of(digests, models / "results")
    assert results is not None
    assert sides(results) == {"erm": "one", "mixup": "two"}
    assert read_of(digests[:1], models / "results") is None
    assert read_of([digests[0], "another"], models / "results") is None
    rng = np.random.default_rng(1)
    pictures = tuple(seen(rng.integers(0, 256, (SIDE, SIDE, 3), np.uint8)) for _ in range(3))
    services = Services(page_zoo([Pair(sources)], models))
    asked = PlaneQuestion(pictures, (0, 1, 2), 10, pair, "cpu")
    marks = places.marks(services, asked, results, never)
    payload = place_payload(results, marks)
    assert payload["places"]
    text = json.dumps(payload, default=str)
    assert "population.pair.place" in text
    assert "model.erm" not in text
    assert set(SIDES.values()) <= SENTENCES.keys()


def test_the_page_answers_equally_calibrated_at_the_temperatures_that_were_fitted(
    fitted: Path, sources: list[str]
):
    values = files(fitted)["calibration"]["values"]
    zoo = page_zoo([Pair(sources)], fitted)
    pair = zoo.comparison(zoo.default)
    for role, model in zip(("erm", "mixup"), pair.models.values(), strict=True):
        assert model.temperature == values[role]["after"]["temperature"]
        assert model.calibration_error == values[role]["after"]["ece"]
    assert set(equally_calibrated(pair).temperatures) == set(pair.models)
    other = {name: replace(model, digest="other") for name, model in pair.models.items()}
    fresh = {name: replace(model, temperature=None) for name, model in other.items()}
    assert calibrated(fresh, fitted) == fresh  # other weights, or another file


def test_models_to_which_no_temperature_could_be_fitted_are_not_calibrated(
    models: Path, sources: list[str]
):
    values = files(models)["calibration"]["values"]
    pair = page_zoo([Pair(sources)], models).comparison("one:two")
    for role, model in zip(("erm", "mixup"), pair.models.values(), strict=True):
        assert values[role]["after"]["temperature"] == AS_TRAINED
        assert values[role]["after"]["ece"] == values[role]["before"]["ece"]
        assert model.temperature is None


def test_images_of_one_class_alone_are_refused(sources: list[str], data: Path, models: Path):
    with pytest.raises(FileNotFoundError, match="that count are of one class"):
        read_folders(data, pair_of(sources, models), 1)


def test_trainings_of_like_names_keep_what_was_measured_of_each(
    fitted: Path, sources: list[str], tmp_path: Path
):
    again = [
        str(folder(tmp_path / name, seed=k, size=SIDE)) for k, name in ((2, "one"), (3, "two"))
    ]
    folders = [own_pair.folder(pair_of(both, fitted), fitted) for both in (sources, again)]
    assert len(set(folders)) == 2
    assert {file.parent for file in fitted.glob(MEASURED)} == {folders[0]}
    zoo = page_zoo([Pair(again), Pair(sources)], fitted)
    assert zoo.comparison(zoo.default).first.temperature is None
    holder = Path(sources[0]).parent.name
    pair = zoo.comparison(f"{holder}-one:{holder}-two")
    assert set(equally_calibrated(pair).temperatures) == set(pair.models)


def test_what_was_measured_of_a_pair_goes_before_that_of_one_beside_another(tmp_path: Path):
    models = {name: dummy(name, seed=seed) for seed, name in enumerate("ab")}
    digests = {name: model.digest for name, model in models.items()}
    for number, (other, value) in enumerate([("else", 3.0), (digests["b"], 2.0), ("else", 4.0)]):
        file = tmp_path / FOLDER / PAIRS / str(number) / "calibration.json"
        file.parent.mkdir(parents=True)
        after = {"after": {"temperature": value, "ece": 0.1}}
        content = {"pair": ["x", "y"], "models": {"x": digests["a"], "y": other}}
        file.write_text(json.dumps({**content, "values": {"erm": after, "mixup": after}}))
    assert [model.temperature for model in calibrated(models, tmp_path).values()] == [2.0, 2.0]


def test_of_images_that_the_pair_was_trained_on_those_held_out_count(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(own_pair, "EVALUATIONS", {"accuracy": own_pair.EVALUATIONS["accuracy"]})
    trained = [str(folder(tmp_path / name, seed=4, size=SIDE)) for name in ("erm", "mixup")]
    (tmp_path / "manifest.json").write_text("{}")
    files = [str(data / f"shape {label}" / f"{number}.png") for label, number in ((0, 3), (2, 1))]

    def measured(*tested: list[str]) -> tuple[int, int | None, str]:
        names = ("erm", "mixup")
        entries = [{"name": n, "tested": t} for n, t in zip(names, tested, strict=bool(tested))]
        (tmp_path / "results.json").write_text(json.dumps({"trainings": entries}))
        command = ["--pair", *trained, "--data", str(data), "--models", str(tmp_path)]
        evaluate.main([*command, "--device", "cpu"], FEW)
        file = next(tmp_path.glob(f"{FOLDER}/{PAIRS}/*/accuracy.json"))
        content = json.loads(file.read_text())
        return content["n"], content["held_out"], capsys.readouterr().out

    n, held_out, said = measured(files, files)
    assert (n, held_out) == (2, 2)
    assert "only the 2 images that the pair's training held out count" in said
    n, held_out, said = measured(files[:1], files[1:])  # of two folds
    assert (n, held_out) == (12, 0)
    assert "Where the pair has learned from some of them, the numbers flatter it" in said
    n, held_out, said = measured()
    assert (n, held_out, "held out" in said) == (12, None, False)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--images", "1"], "--images must be at least 2, but is 1; 2,000 without it"),
        (["--pairs", "0"], "--pairs must be at least 1, but is 0; 100 without it"),
        (["--planes", "-1"], "--planes must be at least 0, but is -1; 30 without it"),
        (["--attacked", "0"], "--attacked must be at least 1, but is 0; 200 without it"),
        (["--only", "calibration"], "--only calibration is for the bundled models: leave out"),
    ],
)
def test_counts_that_leave_nothing_and_files_of_others_are_refused(
    sources: list[str], data: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
):
    with pytest.raises(SystemExit):
        evaluate.main(["--pair", *sources, "--data", str(data), *more], FEW)
    assert f"error: {said}" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["images", "pairs", "planes", "attacked"])
def test_what_is_a_pairs_alone_is_refused_without_one(
    name: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        evaluate.main(["--only", "calibration", f"--{name}", "100"])
    assert f"error: --{name} is for --pair; the bundled" in capsys.readouterr().err


def test_the_least_counts_are_measured(sources: list[str], data: Path, tmp_path: Path):
    (tmp_path / "manifest.json").write_text("{}")
    counts = {"images": 11, "pairs": 1, "planes": 0, "attacked": 1}
    more = [word for name, count in counts.items() for word in (f"--{name}", str(count))]
    command = ["--pair", *sources, "--data", str(data), "--models", str(tmp_path)]
    evaluate.main([*command, *more, "--device", "cpu"])
    found = files(tmp_path)
    assert found["population"]["values"]["planes"] is None
    expected = {"accuracy": 11, "calibration": 6, "adversarial": 1, "population": 1}
    assert {name: content["n"] for name, content in found.items()} == expected


class TestFolders:
    def test_as_a_training_reads_them(self, data: Path, sources: list[str], tmp_path: Path):
        pair = page_zoo([Pair(sources)]).comparison("one:two")
        shutil.copytree(data, tmp_path / "train")
        shutil.copytree(data / "shape 0", tmp_path / "val" / "shape 0" / "deep")
        shutil.copytree(data / "shape 1", tmp_path / "val" / "shape 1")
        assert read_folders(tmp_path, pair, limit=100).test_labels.tolist() == [0] * 4 + [1] * 4
        shutil.rmtree(tmp_path / "train")
        assert len(labelled(tmp_path, pair.classes)) == 8

    def test_names_synonyms_and_numbers_of_imagenet(self, tmp_path: Path):
        names = {"golden retriever": 207, "carassius auratus": 1, "n01440764": 0}
        for name in names:
            (tmp_path / name).mkdir()
            Image.new("RGB", (40, 40)).save(tmp_path / name / "x.png")
        pair = page_zoo().comparison("resnet18-a1")
        found = read_folders(tmp_path, pair, limit=10)
        assert sorted(found.test_labels.tolist()) == sorted(names.values())
        assert tuple(found.test_images.shape) == (3, 3, 224, 224)
        assert len(read_folders(tmp_path, pair, limit=2).test_labels) == 2

    def test_a_folder_that_is_no_class(self, data: Path, sources: list[str], models: Path):
        with pytest.raises(FileNotFoundError, match="one of the classes tench, goldfish"):
            read_folders(data, page_zoo().comparison("resnet18-a1"), limit=10)

    @pytest.mark.parametrize("more", [[], ["--data", "no such folder"]])
    def test_without_images(self, sources: list[str], models: Path, more: list[str]):
        with pytest.raises(SystemExit, match="--data"):
            evaluate.main(["--pair", *sources, *more, "--models", str(models)])
