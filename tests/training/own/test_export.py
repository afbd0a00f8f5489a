"""What a finished training writes is what the page opens, or it is refused."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from mixup_demo.models.networks import build
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.texts.input_error import InputError
from mixup_demo.training.own.export import CARD, export
from mixup_demo.training.own.split import holdout
from mixup_demo.training.own.task import Learned, Task
from tests.training.own.kit import TINY
from tests.training.own.test_split import photos as some_photos

PHOTOS = some_photos([0, 1, 2] * 4)


def exported(folder: Path, network: nn.Module) -> Path:
    entry = {"epoch": 1, "test_loss": 1.0, "test_accuracy": 0.5, "seconds": 1.0}
    task = Task("erm", TINY, PHOTOS, holdout(PHOTOS, 0.3, 0), folder, 0)
    learned = Learned(network, [entry], np.zeros((3, 3), np.int64))
    return export(task, learned, "command", "about")


def large(network: nn.Module) -> nn.Module:
    """A network of finite weights, so large that its answers are not."""
    with torch.no_grad():
        for weight in network.parameters():
            if weight.ndim > 1:
                weight.mul_(1e30)
    return network


def test_what_is_written_is_what_a_pair_takes(tmp_path: Path):
    folders = [exported(tmp_path / name, build(TINY.architecture, 3).eval()) for name in "lr"]
    found = own_pair([str(folder) for folder in folders], {}, Downloads())
    assert found.classes.names == PHOTOS.classes
    assert found.input_size == (TINY.size, TINY.size)


def test_what_the_page_would_refuse_is_refused_before_its_card_is_written(tmp_path: Path):
    with pytest.raises(InputError, match="answers of a model must be finite numbers"):
        exported(tmp_path, large(build(TINY.architecture, 3).eval()))
    assert not (tmp_path / CARD).exists()
