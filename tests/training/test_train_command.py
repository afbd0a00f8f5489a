import dataclasses
import hashlib
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import torch

from mixup_demo import train as train_module
from mixup_demo.models.comparisons import FAMILY
from mixup_demo.models.manifest import MANIFEST, MODELS, read_manifest
from mixup_demo.models.zoo import Zoo
from mixup_demo.train import STUDIED, STUDY_MODELS, find_recipe, main
from mixup_demo.training.cards import model_card
from mixup_demo.training.claiming import alone, claimed
from mixup_demo.training.curves import curve_recipe
from mixup_demo.training.export import export
from mixup_demo.training.loop import error_rate, rate, train
from mixup_demo.training.noisy import noisy_recipes
from mixup_demo.training.recipe import SCHEDULES, Recipe
from mixup_demo.training.recipe_file import RULES, read_recipe
from mixup_demo.training.recipes import ALPHAS, CORRUPTED, RECIPES, scarce_corrupted
from mixup_demo.training.studies import (
    FEW,
    FIRST_SEEDS,
    LAST,
    NETWORKS,
    PARTS,
    RELATIVES,
    STUDIES,
    UNBUNDLED,
    added_recipe,
    length_recipe,
    relative_recipe,
)
from tests.training.kit import TINY, coloured_noise
from tests.training.test_data import write_folder

CPU = torch.device("cpu")


def test_the_bundled_pair_differs_in_mixup_and_in_nothing_else():
    erm, mixup = RECIPES["cifar10-erm"], RECIPES["cifar10-mixup"]
    assert (erm.alpha, mixup.alpha) == (0.0, 1.0)
    assert replace(mixup, name=erm.name, alpha=erm.alpha) == erm
    assert erm.label_smoothing == 0


def test_recipes_that_are_compared_differ_only_in_what_they_compare():
    for start, free in {
        "small-": {"alpha", "cutmix_alpha", "label_smoothing"},
        "corrupted-": {"alpha", "corruption", "dropout"},
        "scarce-": {"alpha", "seed"},
    }.items():
        recipes = [vars(recipe) for name, recipe in RECIPES.items() if name.startswith(start)]
        differing = {key for key in recipes[0] if len({recipe[key] for recipe in recipes}) > 1}
        assert differing == free | {"name"}


def test_the_command_trains_exports_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    write_folder(tmp_path / "images", {"dark": 10, "light": 200}, 20)
    recipe = tmp_path / "mine.json"
    recipe.write_text(json.dumps({"name": "mine", "epochs": 1, "batch_size": 16, "alpha": 0.4}))
    command = ["--recipe", str(recipe), "--data", str(tmp_path / "images")]
    command += ["--runs", str(tmp_path / "runs"), "--models", str(tmp_path / "models")]
    main(command)
    main(command)  # finished already: exports the same weights again
    entry = read_manifest(tmp_path / "models")["mine"]
    weights = tmp_path / "models" / "mine.safetensors"
    assert entry["sha256"] == hashlib.sha256(weights.read_bytes()).hexdigest()
    assert entry["recipe"]["alpha"] == 0.4
    assert (entry["train_images"], entry["test_images"]) == (36, 4)
    card = (tmp_path / "models" / "cards" / "mine.md").read_text()
    assert "trained on images\nwith mixup, α = 0.4" in card
    assert "% on 4 images after 1 epochs" in capsys.readouterr().out


def test_a_training_that_diverges_says_so_and_exports_nothing(tmp_path: Path):
    write_folder(tmp_path / "images", {"dark": 10, "light": 200}, 20)
    recipe, runs, models = tmp_path / "mine.json", tmp_path / "runs", tmp_path / "models"
    fast = {"name": "mine", "epochs": 2, "batch_size": 16, "learning_rate": 1e12}
    recipe.write_text(json.dumps(fast))
    command = ["--recipe", str(recipe), "--data", str(tmp_path / "images")]
    command += ["--runs", str(runs), "--models", str(models)]
    said = r"mine is \w+ after 1 of 2 epochs: .* Lower learning_rate, which is 1e\+12, and give"
    for _ in range(2):  # given again, too
        with pytest.raises(SystemExit, match=said):
            main(command)
    assert not (runs / "mine" / "checkpoint.pt").exists()
    assert not models.exists()
    recipe.write_text(json.dumps({**fast, "name": "slower", "learning_rate": 0.01}))
    main(command)
    assert list(read_manifest(models)) == ["slower"]


def test_all_trains_what_is_missing_in_its_order_and_says_one_line_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    write_folder(tmp_path / "images", {"dark": 10, "light": 200}, 20)
    names = ("second", "first", "third")
    few = {name: replace(TINY, name=name, epochs=1, batch_size=16) for name in names}
    monkeypatch.setattr(train_module, "RECIPES", few)
    command = ["--all", "--data", str(tmp_path / "images"), "--runs", str(tmp_path / "runs")]
    command += ["--models", str(tmp_path / "models")]
    main(command)
    lines = capsys.readouterr().out.splitlines()
    assert [Path(line.partition(":")[0]).stem for line in lines] == ["second", "first", "third"]
    few["first"] = replace(few["first"], seed=5)  # another recipe than its weights
    shutil.rmtree(tmp_path / "runs" / "first")
    main(command)
    main(command)
    lines = capsys.readouterr().out.splitlines()
    assert "first.safetensors" in lines[0]
    assert lines[1:] == ["Every recipe has finished weights."]


def test_one_that_diverges_ends_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    write_folder(tmp_path / "images", {"dark": 10, "light": 200}, 20)
    few = {
        name: replace(TINY, name=name, epochs=1, batch_size=16, learning_rate=rate)
        for name, rate in {"fast": 1e12, "one": 0.01, "faster": 1e13, "other": 0.01}.items()
    }
    monkeypatch.setattr(train_module, "RECIPES", few)
    command = ["--all", "--data", str(tmp_path / "images"), "--runs", str(tmp_path / "runs")]
    with pytest.raises(SystemExit, match=r"but 2 diverged: fast, faster\. .* above") as end:
        main([*command, "--models", str(tmp_path / "models")])
    assert isinstance(end.value.code, str)  # which Python prints, and ends with status 1
    assert list(read_manifest(tmp_path / "models")) == ["one", "other"]
    said = capsys.readouterr().err
    assert [f"that of {name} is" in said for name in few] == [True, False, True, False]


def test_exported_weights_answer_as_the_trained_network(tmp_path: Path):
    data = coloured_noise()
    run = train(replace(TINY, epochs=2), data, tmp_path / "run", CPU)
    images = data.test_images.float() / 255
    with torch.no_grad():
        before = run.network(images).softmax(dim=1)
    export(replace(TINY, epochs=2), data, run, CPU, tmp_path)
    network = Zoo(tmp_path).model("tiny").load()
    # stored in half precision, whose steps are 5e-4 of a weight
    torch.testing.assert_close(network(images).softmax(dim=1), before, rtol=0, atol=0.01)
    error = error_rate(network, data.test_images, data.test_labels, fast=False)
    # the same weights, laid out otherwise in memory: of 20 images one may be a tie
    assert read_manifest(tmp_path)["tiny"]["test_error"] == pytest.approx(error, abs=0.05)
    assert not any(parameter.requires_grad for parameter in network.parameters())


def test_unknown_recipes_and_fields_are_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="No recipe is named 'erm': use cifar10-erm"):
        find_recipe("erm")
    file = tmp_path / "recipe.json"
    file.write_text('{"name": "x", "lambda": 1}')
    with pytest.raises(
        ValueError, match=r"no unknown fields, but this one has 'lambda'\. Leave it"
    ):
        find_recipe(str(file))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[]", "one JSON object, such as {.*}, but is a list. Put its fields in braces"),
        ('{"name": "x",}', "must be JSON, .*line 1 column .*Correct it there"),
        ('{"name": "\udce9"}', "must be JSON, .*codec can't decode.*Correct it there"),
        ("{}", "must have a name, but this one has none. Add"),
        ({"name": "../x"}, 'name must be the name of a file: .*, but is "../x". Change it'),
        ({"name": ""}, 'name must be the name of a file: .*, but is ""'),
        ({"architecture": "vgg"}, 'one of whitened-cnn, .*, but is "vgg"'),
        ({"schedule": "linear"}, 'one of triangle, steps, cosine, but is "linear"'),
        ({"epochs": 0}, "epochs must be a whole number of at least 1, but is 0. Change it there"),
        ({"epochs": "3"}, 'epochs must be a whole number of at least 1, but is "3"'),
        ({"epochs": 2.5}, "epochs must be a whole number of at least 1, but is 2.5"),
        ({"epochs": True}, "epochs must be a whole number of at least 1, but is true"),
        ({"batch_size": 0}, "batch_size must be a whole number of at least 1, but is 0"),
        ({"measure_every": 0}, "measure_every must be a whole number of at least 1, but is 0"),
        ({"train_images": 0}, "whole number of at least 1, or null, but is 0"),
        ({"held_out": -1}, "held_out must be a whole number of at least 0, but is -1"),
        ({"seed": -1}, "seed must be a whole number of at least 0 and at most .*, but is -1"),
        ({"crop_padding": 32}, "of at least 0 and at most 31, but is 32"),
        ({"alpha": -1}, "alpha must be a number of at least 0, but is -1"),
        ({"alpha": math.inf}, "alpha must be a number of at least 0, but is Infinity"),
        ({"cutmix_alpha": math.nan}, "cutmix_alpha must be a number of at least 0, but is NaN"),
        ({"corruption": 2}, "corruption must be a number of at least 0 and at most 1, but is 2"),
        ({"dropout": 1.5}, "dropout must be a number of at least 0 and at most 1, but is 1.5"),
        ({"label_smoothing": 2}, "label_smoothing must be a number .* at most 1, but is 2"),
        ({"momentum": -0.1}, "momentum must be a number .* at most 1, but is -0.1"),
        ({"learning_rate": 0}, "learning_rate must be a number above 0, but is 0"),
        ({"weight_decay": None}, "weight_decay must be a number of at least 0, but is null"),
        ({"flip": "no"}, 'flip must be true or false, but is "no"'),
        ({"mix_labels": 1}, "mix_labels must be true or false, but is 1"),
        ({"lambda_per_sample": []}, r"lambda_per_sample must be true or false, but is \[\]"),
    ],
)
def test_a_file_that_is_no_recipe_is_refused_by_its_field(
    trained: list[tuple[Recipe, Path, Path]],
    tmp_path: Path,
    content: str | dict[str, object],
    said: str,
):
    file = tmp_path / "mine.json"
    text = content if isinstance(content, str) else json.dumps({"name": "x", **content})
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SystemExit, match=f"^{file}: .*{said}"):
        main(["--recipe", str(file)])
    assert trained == []


def test_every_field_has_a_rule_that_all_our_recipes_obey(tmp_path: Path):
    assert list(RULES) == [field.name for field in dataclasses.fields(Recipe)]
    for recipe in (RECIPES | STUDIED).values():
        values = recipe.as_dict()
        assert [name for name, value in values.items() if not RULES[name].holds(value)] == []
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(RECIPES["cifar10-mixup"].as_dict()))
    assert read_recipe(file) == RECIPES["cifar10-mixup"]
    assert all(0 <= rate(schedule, 0.6) <= 1 for schedule in SCHEDULES)


def test_threads_below_one_are_refused(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--recipe", "cifar10-erm", "--threads", "0"])
    assert "--threads must be at least 1, but is 0; all without it" in capsys.readouterr().err


@pytest.mark.parametrize("error", [OSError("no route to host"), RuntimeError("not complete")])
def test_without_a_network_the_other_way_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    def offline(*folder: str, **more: bool) -> None:
        raise error

    monkeypatch.setattr("torchvision.datasets.CIFAR10", offline)
    command = ["--recipe", "cifar10-erm", "--runs", str(tmp_path / "runs")]
    with pytest.raises(SystemExit, match=rf"could not be downloaded \({error}\).*--data"):
        main(command)


def test_a_damaged_manifest_is_named_with_the_remedy(tmp_path: Path):
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(SystemExit, match=rf"{tmp_path / MANIFEST} cannot be read.*Restore it with"):
        main(["--all", "--models", str(tmp_path)])


def test_a_run_is_claimed_by_one_process_alone(tmp_path: Path):
    program = (
        "import sys; from pathlib import Path; from mixup_demo.training.claiming import claimed\n"
        "with claimed(Path(sys.argv[1])) as ours: print(ours)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "run")]
    with claimed(tmp_path / "run") as ours:
        assert ours
        other = subprocess.run(command, capture_output=True, text=True, check=True)
        assert other.stdout.strip() == "False"
    later = subprocess.run(command, capture_output=True, text=True, check=True)
    assert later.stdout.strip() == "True"


def steps(recipe: Recipe) -> int:
    return recipe.epochs * (recipe.train_images // recipe.batch_size)


def test_learning_curves_have_equal_steps():
    found = [steps(recipe) for recipe in STUDIES["curves"].values()]
    assert max(found) <= 1.01 * min(found)


@pytest.mark.parametrize("study", ["curves", "added", "length"])
def test_models_of_a_study_are_compared_with_one_that_differs_in_mixup_alone(study: str):
    recipes = STUDIES[study]
    for name, recipe in recipes.items():
        erm = recipes[name.replace(f"mixup-{recipe.alpha:g}", "erm")]
        assert replace(recipe, name="", alpha=0.0) == replace(erm, name="")


def test_what_mixup_adds_differs_in_the_augmentation_alone():
    for network in NETWORKS:
        with_both, alone = (added_recipe(network, augmented, 1.0, 0) for augmented in (True, False))
        assert not alone.crop_padding
        assert not alone.flip
        again = {"name": "", "crop_padding": with_both.crop_padding, "flip": True}
        assert replace(alone, **again) == replace(with_both, name="")


def test_longer_trainings_differ_in_their_length_alone():
    longest = length_recipe(1, 1.0, 0)
    for part in PARTS:
        shorter = length_recipe(part, 1.0, 0)
        assert steps(shorter) == pytest.approx(steps(longest) / part, rel=0.01)
        same = {"name": "", "epochs": 0, "measure_every": 0}
        assert replace(shorter, **same) == replace(longest, **same)


def differing(one: Recipe, other: Recipe) -> set[str]:
    return {key for key, value in vars(one).items() if vars(other)[key] != value} - {"name"}


def test_relatives_differ_from_erm_in_their_own_fields_alone():
    for seed in FIRST_SEEDS:
        erm = relative_recipe("erm", seed)
        assert erm == curve_recipe(2_000, 0.0, seed)
        assert differing(relative_recipe("mixup", seed), erm) == {"alpha"}
        for method, fields in RELATIVES.items():
            assert differing(relative_recipe(method, seed), erm) == set(fields)
    inputs, mixup = (relative_recipe(method, 0) for method in ("inputs", "mixup"))
    assert differing(inputs, mixup) == {"mix_labels"}


@pytest.mark.parametrize("share", CORRUPTED)
@pytest.mark.parametrize(
    ("make", "plain"),
    [
        (scarce_corrupted, replace(RECIPES["scarce-erm-seed1"], measure_every=8)),
        (noisy_recipes, curve_recipe(10_000, 0.0, 1)),
    ],
    ids=["corrupted", "noisy"],
)
def test_methods_are_compared_on_the_same_corrupted_labels(
    make: Callable[[float, int], tuple[Recipe, ...]], plain: Recipe, share: float
):
    erm, *others = make(share, 1)
    assert differing(erm, plain) == {"corruption"}
    fields = [{"alpha"}, {"dropout"}, {"alpha", "dropout"}]
    assert [differing(other, erm) for other in others] == fields
    assert [recipe.name.partition("-seed")[0].split("-", 2)[2] for recipe in (erm, *others)] == [
        *("erm", "mixup", "erm-dropout", "mixup-dropout")
    ]


def test_the_first_seed_of_corrupted_labels_is_the_pages():
    own = {name for name in STUDIES["corrupted"] if name in RECIPES}
    assert own == {name for name, recipe in RECIPES.items() if recipe.corruption}
    assert {recipe.seed for recipe in STUDIES["corrupted"].values()} == {0, 1, 2}


def test_more_alphas_are_asked_of_one_point_of_the_learning_curves():
    alphas, curves = STUDIES["alphas"], STUDIES["curves"]
    point = curve_recipe(FEW, 1.0, 0)
    assert all(differing(recipe, point) <= {"alpha", "seed"} for recipe in alphas.values())
    both = {(recipe.alpha, recipe.seed) for recipe in alphas.values()}
    assert both >= set(product({0.0, *ALPHAS}, FIRST_SEEDS))
    assert {name for name in curves if name in alphas} == {
        name for name, recipe in curves.items() if recipe.train_images == FEW
    }


def test_the_family_is_the_pages_network_with_other_alphas():
    mixup = RECIPES["cifar10-mixup"]
    family = [one for name, one in STUDIES["family"].items() if name not in STUDIES["page"]]
    assert all(differing(recipe, mixup) == {"alpha", "measure_every"} for recipe in family)
    assert {recipe.alpha for recipe in family} == {*FAMILY} - {mixup.alpha}


def test_the_pages_pair_has_further_seeds():
    pair = [RECIPES["cifar10-erm"], RECIPES["cifar10-mixup"]]
    page = list(STUDIES["page"].values())
    assert page[:2] == pair
    for first, further in zip(pair, (page[2::2], page[3::2]), strict=True):
        assert [recipe.seed for recipe in further] == [1, 2, 3, 4]
        assert all(differing(one, first) == {"seed", "measure_every"} for one in further)


def test_studies_are_trained_in_the_order_of_their_worth():
    order = list(STUDIED)

    def places(names: Iterable[str]) -> list[int]:
        return [order.index(name) for name in names]

    relatives = places(name for name in order if name.startswith("relatives-"))
    ends = [f"length-2-{method}-seed2" for method in ("erm", "mixup-1")]
    later = [name for name in STUDIES["curves"] if name.endswith(("seed3", "seed4"))]
    assert max(places(ends)) < min(relatives)
    assert max(relatives) < min(places(later))
    last = dict.fromkeys(name for study in LAST for name in STUDIES[study] if name not in RECIPES)
    assert order[-len(last) :] == list(last)


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Recipe, Path, Path]]:
    """What would be trained, as (recipe, folder of the run, folder of the models)."""
    given: list[tuple[Recipe, Path, Path]] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(train_module, "load_dataset", lambda source: coloured_noise())
    monkeypatch.setattr(
        train_module,
        "train_and_export",
        lambda recipe, _, run, models, __: given.append((recipe, run, models)),
    )
    return given


@pytest.mark.parametrize(
    ("recipe", "folder"), [("cifar10-erm", MODELS), ("curve-2000-mixup-1-seed0", STUDY_MODELS)]
)
@pytest.mark.parametrize("finished", [True, False])
def test_a_model_lies_with_its_kind_and_one_that_is_finished_stays_as_it_is(
    recipe: str,
    folder: Path,
    finished: bool,
    trained: list[tuple[Recipe, Path, Path]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    if not finished:
        monkeypatch.setattr(train_module, "missing", lambda recipes, models: [*recipes.values()])
    main(["--recipe", recipe])
    run = Path("runs") / recipe
    assert trained == [(find_recipe(recipe), run, run / "models" if finished else folder)]
    error = f"{100 * read_manifest(folder)[recipe]['test_error']:.2f}"
    assert (error in capsys.readouterr().out) == finished


def test_a_file_s_recipe_never_replaces_bundled_weights_of_its_name(
    trained: list[tuple[Recipe, Path, Path]], tmp_path: Path
):
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({**RECIPES["cifar10-erm"].as_dict(), "epochs": 7}))
    main(["--recipe", str(file)])
    run = Path("runs") / "cifar10-erm"
    assert [models for _, _, models in trained] == [run / "models"]


def test_a_run_that_another_process_holds_is_refused(
    trained: list[tuple[Recipe, Path, Path]], tmp_path: Path
):
    run = tmp_path / "runs" / "cifar10-erm"
    with claimed(run), pytest.raises(SystemExit, match=r"another process.*--runs"):
        main(["--recipe", "cifar10-erm"])
    with alone(run):
        assert trained == []


@pytest.mark.parametrize("options", [["--recipe", "cifar10-erm"], ["--num-classes", "9"]])
def test_a_part_that_is_not_read_is_said(
    trained: list[tuple[Recipe, Path, Path]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
):
    for part in ("train", "test", "val"):
        write_folder(tmp_path / "images" / part, {"dark": 10, "light": 200}, 1)
    with suppress(SystemExit):  # of the wrong number of classes, so that nothing is trained
        main([*options, "--data", str(tmp_path / "images")])
    assert "images: val is left out; test is what is tested on." in capsys.readouterr().out


def few_recipes(monkeypatch: pytest.MonkeyPatch) -> dict[str, Recipe]:
    """Three recipes in the place of the page's."""
    few = {name: replace(TINY, name=name) for name in ("second", "first", "third")}
    monkeypatch.setattr(train_module, "RECIPES", few)
    return few


def test_of_many_none_is_trained_that_another_process_holds(
    trained: list[tuple[Recipe, Path, Path]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    few, models = few_recipes(monkeypatch), tmp_path / "models"
    with claimed(Path("runs") / "first") as ours:  # the lock is of the open file, as another's is
        assert ours
        main(["--all", "--models", str(models)])
    assert trained == [(few[name], Path("runs") / name, models) for name in ("second", "third")]


def test_of_many_each_is_held_while_it_trains_and_none_that_was_finished_meanwhile(
    trained: list[tuple[Recipe, Path, Path]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    few, held = few_recipes(monkeypatch), []

    def learn(recipe: Recipe, data: object, run: Path, models: Path, device: object) -> None:
        with claimed(run) as free:
            held.append((recipe.name, not free))
        # as another process does that had begun with "first", and is done with it by now
        (models / MANIFEST).write_text(json.dumps({"first": {"recipe": few["first"].as_dict()}}))

    monkeypatch.setattr(train_module, "train_and_export", learn)
    main(["--all", "--models", str(tmp_path)])
    assert held == [("second", True), ("third", True)]


def test_a_name_that_no_recipe_holds_is_refused():
    with pytest.raises(SystemExit, match="typo"):
        main(["--all", "--only", "typo"])


def test_studies_are_apart_from_the_pages_models():
    assert not STUDIED.keys() & RECIPES.keys()
    for study in STUDIES.values():
        assert all((STUDIED | RECIPES)[name] == recipe for name, recipe in study.items())


@pytest.mark.parametrize("name", read_manifest(STUDY_MODELS))
def test_finished_models_of_the_studies_are_whole(name: str):
    entry = read_manifest(STUDY_MODELS)[name]
    others = [study for of, study in STUDIES.items() if of not in UNBUNDLED]
    # the others' results stay, without their weights
    if STUDIED[name].seed == 0 and any(name in study for study in others):
        Zoo(STUDY_MODELS).weights(name)
    assert Recipe(**entry["recipe"]) == STUDIED[name]
    assert (STUDY_MODELS / "cards" / f"{name}.md").read_text("utf-8") == model_card(name, entry)
    log = (STUDY_MODELS / "logs" / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert json.loads(log[-1])["epoch"] == STUDIED[name].epochs - 1
    assert json.loads(log[-1])["test_error"] == entry["test_error_last"]
