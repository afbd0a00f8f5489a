"""The networks of the Toy view as a file: run by itself, it answers as the page does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.serving.schema import Request
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.recording import grid
from mixup_demo.toy.results import MODELS
from mixup_demo.views.toy import requests as ask
from mixup_demo.views.toy import trainings
from mixup_demo.views.toy.questions import toy_question
from tests.browser.kit import services as bundled

SMALL: Request = {"dataset": "spirals3", "n": 60, "steps": 60, "depth": 2, "width": 8}
RUN = """
import json, sys
import torch
sys.path.insert(0, sys.argv[1])
from mixup_toy_{name} import WEIGHTS, probabilities
places = torch.tensor(json.load(sys.stdin))
print(json.dumps({{model: probabilities(model, places).tolist() for model in WEIGHTS}}))
"""


def answered(folder: Path, request: Request) -> tuple[str, dict[str, np.ndarray]]:
    """Write the file, run it in a process of its own at the places of the maps."""
    name, content = ask.toy_code_file(bundled(), request)
    (folder / name).write_bytes(content)
    run = RUN.format(name=request["dataset"])
    found = subprocess.run(
        [sys.executable, "-c", run, str(folder)],
        input=json.dumps(grid().tolist()),
        capture_output=True,
        text=True,
        check=True,
    )
    return content.decode(), {
        model: np.array(rows) for model, rows in json.loads(found.stdout).items()
    }


@pytest.mark.parametrize(
    "more", [{"at": 60, "activation": "gelu"}, {"at": 7, "activation": "tanh", "lambdas": "sample"}]
)
def test_the_file_reproduces_the_probabilities_that_the_page_shows(tmp_path: Path, more: Request):
    request = {**SMALL, **more}
    text, found = answered(tmp_path, request)
    frame = trainings.frame_at(
        trainings.all_frames(bundled(), toy_question(request)), request["at"]
    )
    apart = 0.0
    for model, maps in zip(MODELS, frame.maps, strict=True):
        rows = maps.reshape(len(maps), -1).T.astype(float)
        assert found[model].shape == rows.shape == (64 * 64, 3)
        apart = max(apart, float(np.abs(found[model] - rows).max()))
    assert apart < 2e-3  # maps are float16
    said = re.search(r"differ by at most ([\d.e-]+) from those", text)
    assert said
    assert float(said[1]) == pytest.approx(apart, rel=0.06, abs=1e-4)
    assert f"after step {frame.step}" in text
    assert np.abs(found["erm"] - found["mixup"]).max() > 1e-3


def test_the_page_gets_the_same_file_and_wrong_settings_are_refused():
    name, content = ask.toy_code_file(bundled(), {**SMALL, "at": 7})
    assert ask.toy_code(bundled(), {**SMALL, "at": 7}) == {"name": name, "text": content.decode()}
    with pytest.raises(InputError, match="must be"):
        ask.toy_code_file(bundled(), {"depth": 99})
