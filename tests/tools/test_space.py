"""What the README tells Hugging Face Spaces is known there, and true."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from mixup_demo.models.comparisons import PRESETS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from space import THUMBNAIL, head, with_thumbnail, wrong  # noqa: E402

README = (ROOT / "README.md").read_text("utf-8")


def test_the_command_is_content():
    command = [sys.executable, str(ROOT / "tools" / "space.py")]
    assert "all entries are known" in subprocess.run(command, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("python_version", 3.12),  # a number: YAML would read 3.10 as 3.1
        ("sdk_version", "6"),
        ("suggested_hardware", "h100"),
        ("short_description", "x" * 61),
        ("app_file", "nothing.py"),
        ("preload_from_hub", ["timm/resnet18 model.safetensors abc"]),
        ("colour", "blue"),
        ("title", ""),
    ],
)
def test_what_spaces_would_not_take_is_named(key: str, value: Any):
    (sentence,) = wrong({**head(README), key: value})
    assert sentence.startswith(key)


def test_what_is_missing_is_named():
    found = head(README)
    del found["sdk"]
    assert list(wrong(found)) == ["sdk is missing"]


def test_the_thumbnail_is_a_picture_of_ours_at_the_space_s_address():
    once = with_thumbnail(README, "someone/mixup-explorer")
    assert list(wrong(head(once))) == []
    assert once == with_thumbnail(once, "someone/mixup-explorer")
    assert head(once)["thumbnail"].endswith(f"someone/mixup-explorer/resolve/main/{THUMBNAIL}")
    with Image.open(ROOT / THUMBNAIL) as image:
        assert min(image.size) >= 400


def test_models_and_python_are_those_of_the_code():
    found, opening = head(README), set(PRESETS["imagenet"].split(":"))
    assert f'python_version: "{found["python_version"]}"' in README
    project = (ROOT / "pyproject.toml").read_text()
    (floor,) = re.findall(r'requires-python = ">=3\.(\d+)"', project)
    assert int(found["python_version"].split(".")[1]) >= int(floor)
    preloaded = {line.split()[0] for line in found["preload_from_hub"]}
    assert preloaded == set(found["models"])
    assert {model.removeprefix("timm/") for model in found["models"]} == opening


def test_the_paper_is_linked_where_the_hub_looks_for_it():
    assert re.search(r"\(https://arxiv\.org/abs/1710\.09412\)", README)
    assert yaml.safe_load(README.split("---\n")[1])["header"] == "mini"
