"""What a finished run leaves: the form of its weights, and each number of its entry and card."""

import hashlib
import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from mixup_demo.models.manifest import read_manifest
from mixup_demo.training.data import Dataset, digest
from mixup_demo.training.export import export, hardware
from mixup_demo.training.loop import Run
from mixup_demo.training.recipe import Recipe

CPU = torch.device("cpu")
RECIPE = Recipe("halved", architecture="preact-resnet18-16", epochs=60)
#: test images, and those of them that the network answers wrongly as it was trained
TESTED, WRONG = 4000, 1000
#: test errors of a log; of the last ten the median is none of them, nor their mean
ERRORS = (0.95, 0.9, 0.5, 0.1, 0.4, 0.3, 0.2, 0.6, 0.7, 0.8, 0.35, 0.45)


class Edgy(nn.Module):
    """Answers 0 to images with blue in them, and 1 to red ones by a margin that fp16 has not."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([[1.0, 1.0], [1.0001, 0.0]]))
        self.bias = nn.Parameter(torch.tensor([1.0001, 1.0001]))

    def forward(self, images: Tensor) -> Tensor:
        return images[:, ::2].mean((2, 3)) @ self.weight.T + self.bias


def edgy_data(flipped: int) -> Dataset:
    """Black and blue images, and so many red ones, which half precision answers wrongly."""
    images = torch.zeros(TESTED, 3, 8, 8, dtype=torch.uint8)
    images[flipped:, 2], images[:flipped, 0] = 200, 200
    labels = torch.zeros(TESTED, dtype=torch.int64)
    labels[: flipped + WRONG] = 1
    return Dataset("edgy", ("dog", "cat"), images[:30], labels[:30], images, labels)


def exported(folder: Path, flipped: int) -> dict[str, object]:
    """Export a network that was never trained, and a log; return the manifest's entry."""
    log = [
        {"epoch": k, "loss": 1.0, "train_error": 0.0, "test_error": error, "seconds": 33.33 * k}
        for k, error in enumerate(ERRORS)
    ]
    data = edgy_data(flipped)
    export(RECIPE, data, Run(Edgy().eval(), log), CPU, folder)
    return read_manifest(folder)["halved"]


@pytest.mark.parametrize(
    ("flipped", "dtype", "wrong", "said"),
    [
        (1, torch.float16, WRONG + 1, "25.02 %"),
        (3, torch.float32, WRONG, "25.00 %"),  # 0.075 % of the images: more than UNCHANGED
    ],
)
def test_half_precision_is_stored_where_it_changes_few_answers_and_its_own_error_said(
    tmp_path: Path, flipped: int, dtype: torch.dtype, wrong: int, said: str
):
    entry = exported(tmp_path, flipped)
    stored = load_file(tmp_path / "halved.safetensors")
    assert {name: value.dtype for name, value in stored.items()} == {
        "weight": dtype,
        "bias": torch.float32,
    }
    assert entry["test_error"] == wrong / TESTED
    card = (tmp_path / "cards" / "halved.md").read_text("utf-8")
    assert f"| test error of these weights, fp32 | {said} |" in card
    network = Edgy()
    network.load_state_dict({name: value.float() for name, value in stored.items()})
    data = edgy_data(flipped)
    answers = network(data.test_images.float() / 255).argmax(1)
    assert int((answers != data.test_labels).sum()) == wrong


def test_each_number_of_the_entry_is_that_of_log_data_or_file(tmp_path: Path):
    entry = exported(tmp_path, 3)
    content = (tmp_path / "halved.safetensors").read_bytes()
    expected = {
        "file": "halved.safetensors",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "parameters": 6,
        "data": "edgy",
        "data_digest": digest(edgy_data(3)),
        "classes": ["dog", "cat"],
        "input_size": 8,
        "train_images": 30,
        "test_images": TESTED,
        "test_error_last": 0.45,
        "test_error_median": pytest.approx(0.425),
        "test_error_median_epochs": 10,
        "wall_time_s": 366.6,
        "recipe": RECIPE.as_dict(),
    }
    assert {name: entry[name] for name in expected} == expected
    card = (tmp_path / "cards" / "halved.md").read_text("utf-8")
    assert "| test error, last epoch of training | 45.00 % |" in card
    assert "| test error, median of the last 10 epochs | 42.50 % |" in card
    assert "| wall time | 6 minutes |" in card
    lines = (tmp_path / "logs" / "halved.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["test_error"] for line in lines] == list(ERRORS)


@pytest.mark.parametrize(("count", "said"), [(1, ", 1 thread"), (2, ", 2 threads")])
def test_one_thread_is_no_plural(monkeypatch: pytest.MonkeyPatch, count: int, said: str):
    monkeypatch.setattr(torch, "get_num_threads", lambda: count)
    assert hardware(CPU).endswith(said)
