"""The Dockerfile's steps as tools/image.py runs them, and what it can be built from."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from image import Image, included, steps  # noqa: E402


def test_continued_lines_are_one_step_and_comments_none():
    text = '# a\nFROM x\nRUN a \\\n    # between\n    && b\n\nCMD ["c"]\n'
    assert list(steps(text)) == [("FROM", "x"), ("RUN", "a      && b"), ("CMD", '["c"]')]


def test_every_step_is_one_that_can_be_run():
    found = list(steps((ROOT / "Dockerfile").read_text()))
    assert all(hasattr(Image, f"_{name.lower()}") for name, _ in found)
    assert dict(found)["USER"] != "0"
    assert "healthz?ready" in dict(found)["HEALTHCHECK"]


def test_all_that_is_copied_is_there_and_let_through():
    allowed = included((ROOT / ".dockerignore").read_text())
    for name, rest in steps((ROOT / "Dockerfile").read_text()):
        if name == "COPY":
            *sources, _ = [word for word in rest.split() if not word.startswith("--")]
            assert [one for one in sources if one not in allowed] == []
            assert all((ROOT / one).exists() for one in sources)


def test_a_list_that_takes_everything_is_refused():
    with pytest.raises(ValueError, match="must start with"):
        included("node_modules\n")
