"""Gradio, as the tests' conftest has imported it: it writes no stubs, and all else is as it was."""

import importlib.util
import inspect
import sys
from pathlib import Path

import gradio
import pytest


def test_components_get_no_stubs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "quiet.py"
    file.write_text("import gradio\n\n\nclass Quiet(gradio.HTML):\n    pass\n")
    spec = importlib.util.spec_from_file_location("quiet", file)
    assert spec
    assert spec.loader
    quiet = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "quiet", quiet)
    spec.loader.exec_module(quiet)
    assert list(tmp_path.glob("*.pyi")) == []


def test_files_of_classes_are_found_again():
    assert Path(inspect.getfile(gradio.HTML)).name == "html.py"
