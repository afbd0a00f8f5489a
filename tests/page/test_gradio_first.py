"""Gradio, as the tests' conftest has imported it: it writes no stubs, and all else is as it was."""

import importlib.util
import inspect
import os
import subprocess
import sys
from pathlib import Path

import gradio
import pytest

from mixup_demo.page.gradio_first import check_port


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


@pytest.mark.parametrize("value", ["abc", "99999", "0", "-1", "", "7860.5", "٣"])
def test_a_port_that_is_none_is_refused(value: str):
    with pytest.raises(SystemExit, match=rf"from 1 to 65535, but is “{value}”\. Correct"):
        check_port(value)


def test_a_port_is_looked_at_before_gradio_reads_it():
    check_port("7860")
    start = [sys.executable, "-c", "import mixup_demo.page.gradio_first"]
    environment = {**os.environ, "GRADIO_SERVER_PORT": "abc"}
    ended = subprocess.run(start, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: GRADIO_SERVER_PORT must be")


def test_files_of_classes_are_found_again():
    assert Path(inspect.getfile(gradio.HTML)).name == "html.py"
