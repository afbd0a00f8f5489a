"""The code on the page is the file that runs here, with the settings of the page in it."""

import ast
import html
import importlib.util
import inspect
import json
import os
import re
import runpy
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn.datasets import load_digits
from timm.data import Mixup

from mixup_demo import train
from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.seeding import seeded
from mixup_demo.training.own.options import recipe_of
from mixup_demo.training.recipe_file import read_recipe
from mixup_demo.views.train import settings
from mixup_demo.views.train.code import FILES, FOLDER, code, fill, source
from tests.training.own.test_split import photos as some_photos

OPENING = MixupArguments(num_classes=10)
#: different from the opening ones in everything
OTHERS = MixupArguments(0.3, 0.5, (0.2, 0.8), 0.9, 0.4, "elem", False, 0.0, 12)
PYTHON = [library for library, name in FILES.items() if name.endswith(".py")]
#: those whose libraries the page does not bring, and the module that says whether they are there
APART = {"keras": "keras", "fastai": "fastai", "lightning": "lightning"}
#: enough to run through
SMALL = {"EPOCHS": 1, "SIZE": 16, "BATCH_SIZE": 16}


def constants(text: str) -> dict[str, object]:
    """What a script sets at its top, by name."""
    return {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id.isupper()
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with class folders of images, where scripts run."""
    rng = np.random.default_rng(0)
    for number in range(40):
        file = tmp_path / "images" / str(number % 10) / f"{number}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(rng.integers(0, 256, (20, 24, 3), np.uint8)).save(file)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_library_has_a_file_and_every_file_a_library():
    assert tuple(FILES) == settings.LIBRARIES
    assert {path.name for path in FOLDER.iterdir()} == set(FILES.values())


@pytest.mark.parametrize("library", FILES)
def test_with_the_opening_settings_the_code_is_the_file(library: str):
    assert code(library, OPENING, 0)["text"] == source(library)


@pytest.mark.parametrize("library", PYTHON)
def test_every_setting_is_in_the_code(library: str):
    before = constants(source(library))
    after = constants(code(library, OTHERS, 7)["text"])
    given = {name.upper(): value for name, value in vars(OTHERS).items()} | {"SEED": 7}
    assert after == {name: given.get(name, value) for name, value in before.items()}
    assert {"MIXUP_ALPHA", "LABEL_SMOOTHING", "NUM_CLASSES", "SEED", "DATA"} <= after.keys()


@pytest.mark.parametrize("library", FILES)
def test_colours_change_no_letter(library: str):
    found = code(library, OPENING, 0)
    plain = re.sub("<[^>]+>", "", found["html"])
    assert html.unescape(plain).strip() == found["text"].strip()


@pytest.mark.parametrize(
    ("library", "arguments"),
    [
        ("timm", OPENING),
        ("torchvision", OPENING),
        *((library, OTHERS) for library in PYTHON if library not in APART),
    ],
)
def test_code_of_the_page_s_own_libraries_runs(
    folder: Path, capsys: pytest.CaptureFixture, library: str, arguments: MixupArguments
):
    text = fill(code(library, arguments, 1)["text"], SMALL)
    (folder / "script.py").write_text(text)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # beside other tests more of them wait for each other
    try:
        with seeded(0):
            runpy.run_path("script.py")
    finally:
        torch.set_num_threads(threads)
    assert "clean test images: " in capsys.readouterr().out


@pytest.mark.parametrize("library", APART)
def test_code_of_other_libraries_runs(folder: Path, library: str):
    if importlib.util.find_spec(APART[library]) is None:
        pytest.skip(f"{library} is not installed: pip install -r requirements-snippets.txt")
    (folder / "script.py").write_text(fill(code(library, OTHERS, 1)["text"], SMALL))
    run = subprocess.run(
        [sys.executable, "script.py"],
        env={**os.environ, "KERAS_BACKEND": "torch", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert "accuracy" in run.stdout


def installed(cell: str) -> set[str]:
    """What the cell of a notebook installs."""
    command, *names = cell.split(" --quiet ")
    assert command == "%pip install"
    return set(names[0].split())


def imported(text: str) -> set[str]:
    """The packages here that hold the modules that a script imports at its top."""
    holders = packages_distributions()
    lines = re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE)
    return {name.lower() for module in lines for name in holders.get(module, ())}


@pytest.mark.parametrize("library", PYTHON)
def test_notebooks_hold_the_code_in_parts(library: str):
    found = code(library, OTHERS, 0)
    made = json.loads(found["notebook"])
    kinds = [cell["cell_type"] for cell in made["cells"]]
    assert kinds == ["markdown", "code", *["markdown", "code"] * (len(kinds) // 2 - 1)]
    first, *parts = [
        "".join(cell["source"]) for cell in made["cells"] if cell["cell_type"] == "code"
    ]
    assert installed(first) >= imported(found["text"])
    assert ast.dump(ast.parse("\n".join(parts))) == ast.dump(
        ast.Module(ast.parse(found["text"]).body[1:], [])
    )
    if importlib.util.find_spec("nbformat"):
        importlib.import_module("nbformat").validate(made)


def test_without_a_folder_there_are_digits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The part that writes them, which all files share."""
    monkeypatch.chdir(tmp_path)
    parts = {library: source(library).split("# %% Images")[1] for library in PYTHON}
    written = {part.partition("save(file)\n")[0] for part in parts.values()}
    assert len(written) == 1
    lines = source("timm").split("# %% Images")[1].partition("\ntransform")[0]
    digits = load_digits()
    few = SimpleNamespace(images=digits.images[:50], target=digits.target[:50])
    exec(f"#{lines}", {"Path": Path, "Image": Image, "DATA": "images", "load_digits": lambda: few})
    assert len(list(tmp_path.glob("images/*/*.png"))) == 50
    assert {path.name for path in tmp_path.glob("images/*")} == set(map(str, range(10)))


def commanded(folder: Path, library: str, arguments: MixupArguments) -> list[str]:
    """Run a shell script with a python that writes down what it is asked."""
    fake = folder / "bin" / "python"
    fake.parent.mkdir()
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > asked\n')
    fake.chmod(0o755)
    path = f"{fake.parent}:{os.environ['PATH']}"
    script = code(library, arguments, 5)["text"]
    run = subprocess.run(["bash", "-e", "-c", script], env={"PATH": path}, cwd=folder, check=False)
    assert run.returncode == 0
    return (folder / "asked").read_text().splitlines()


def test_timm_s_command_line_has_the_settings(tmp_path: Path):
    asked = commanded(tmp_path, "timm-command", OTHERS)
    assert asked[0] == "pytorch-image-models/train.py"
    given = {name: asked[asked.index(name) + 1] for name in asked if name.startswith("--")}
    #: option -> argument of the class, as timm's script hands it over
    options = {
        "--mixup": "mixup_alpha",
        "--cutmix": "cutmix_alpha",
        "--cutmix-minmax": "cutmix_minmax",
        "--mixup-prob": "prob",
        "--mixup-switch-prob": "switch_prob",
        "--mixup-mode": "mode",
        "--smoothing": "label_smoothing",
        "--num-classes": "num_classes",
    }
    assert set(options.values()) <= set(inspect.signature(Mixup).parameters)
    for option, name in options.items():
        value = getattr(OTHERS, name)
        assert given[option] == str(value[0] if isinstance(value, tuple) else value)
    assert asked[asked.index("--cutmix-minmax") + 2] == "0.8"
    assert given["--seed"] == "5"


def test_without_a_range_of_boxes_timm_s_option_is_left_out(tmp_path: Path):
    assert "--cutmix-minmax" not in commanded(tmp_path, "timm-command", OPENING)


@pytest.mark.parametrize("given", [OPENING, OTHERS])
def test_our_own_command_has_the_settings(tmp_path: Path, given: MixupArguments):
    asked = commanded(tmp_path, "own-photos", given)
    assert asked[:2] == ["-m", "mixup_demo.train"]
    options = train.arguments().parse_args(asked[2:])
    assert (options.pair, options.seed) == (True, 5)
    photos = some_photos([k % given.num_classes for k in range(60)])
    found = recipe_of(options, photos, 40, 1).mixup
    # correct_lam has no argument
    assert found == replace(given, correct_lam=True)


def test_our_own_recipe_is_one(tmp_path: Path):
    asked = commanded(tmp_path, "recipe", OTHERS)
    assert asked == [
        *("-m", "mixup_demo.train", "--recipe", "own-recipe.json", "--models", "own-models"),
    ]
    recipe = read_recipe(tmp_path / "own-recipe.json")
    assert (recipe.alpha, recipe.cutmix_alpha, recipe.label_smoothing) == (0.3, 0.5, 0.0)
    assert recipe.seed == 5
