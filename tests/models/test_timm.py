"""timm's networks, prepared: sweep and plane against a plain loop as timm's users would write it.

The loop builds with `timm.create_model`, prepares with `timm.data.create_transform`, and asks one
image at a time in fp32.
"""

import numpy as np
import pytest
import timm
import torch
from PIL import Image
from timm.data.transforms_factory import create_transform
from torch import Tensor, nn

from mixup_demo.images import gallery
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models import engine as engine_module
from mixup_demo.models.engine import Engine
from mixup_demo.models.prepare import prepare
from mixup_demo.models.spec import Comparison, ModelSpec, Preprocessing
from mixup_demo.probes.plane import plane
from mixup_demo.probes.plane_geometry import geometry
from mixup_demo.probes.sweep import sweep
from tests.models.timm_kit import MEAN, PETS, STD, network

CPU = torch.device("cpu")
#: at this size and crop, timm's transform of a picture of 128 x 128 pixels cuts and does not resize
SIZE, CROP, WHOLE = 112, 0.875, 128
ARCHITECTURES = ("resnet18", "test_resnet")
#: a seed, and how sure answers are: with these, both networks' change from photo to photo
WEIGHTS = (3, 0.05)
RULE = Preprocessing(CROP, "bicubic", MEAN, STD)
PRECISIONS = {torch.float32: 2e-5, torch.bfloat16: 0.02}


def photos() -> list[Image.Image]:
    keys = ("dog-1", "cat-1", "truck-1")
    return [Image.open(gallery.photo(key).file).resize((WHOLE, WHOLE)) for key in keys]


def transformed() -> list[Tensor]:
    """What timm's users hand to a network of each photo."""
    prepared = create_transform(
        (3, SIZE, SIZE), interpolation="bicubic", crop_pct=CROP, mean=MEAN, std=STD
    )
    return [prepared(photo) for photo in photos()]


@pytest.fixture(params=PRECISIONS, ids=lambda dtype: str(dtype).removeprefix("torch."))
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(engine_module, "fast_dtype", lambda _: request.param)
    models = {
        key: ModelSpec(
            key, PETS, (SIZE, SIZE), 0.9, key, lambda key=key: network(key, 3, *WEIGHTS), RULE
        )
        for key in ARCHITECTURES
    }
    return Engine(Comparison("timm", models), CPU)


def inputs() -> np.ndarray:
    return np.stack(
        [to_input(np.asarray(photo), (SIZE, SIZE), CROP, "bicubic") for photo in photos()]
    )


def tolerance(engine: Engine) -> float:
    """The largest mean total variation distance that rounding may make."""
    return PRECISIONS[torch.bfloat16 if engine.precision == "bf16" else torch.float32]


def answer(architecture: str, image: Tensor) -> np.ndarray:
    with torch.no_grad():
        return network(architecture, 3, *WEIGHTS)(image[None]).softmax(dim=1)[0].numpy()


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_batch_norms_are_folded_and_inner_layers_are_fast(architecture: str):
    prepared = prepare(network(architecture, 3, *WEIGHTS), torch.bfloat16)
    assert isinstance(prepared, torch.fx.GraphModule)
    assert not [one for one in prepared.modules() if isinstance(one, nn.BatchNorm2d)]
    formats = {one.weight.dtype for one in prepared.modules() if isinstance(one, nn.Conv2d)}
    assert formats == {torch.float32, torch.bfloat16}  # the first layer stays exact


def test_a_sweep_is_that_of_a_plain_loop(engine: Engine):
    a, b, _ = transformed()
    swept = sweep(engine, *inputs()[:2], 0, 1, points=11, gradients=False)
    for architecture, answers in swept.answers.items():
        loop = np.array([answer(architecture, lam * a + (1 - lam) * b) for lam in swept.lam])
        distances = 0.5 * np.abs(answers.probabilities - loop).sum(axis=1)
        assert distances.mean() < tolerance(engine)
        assert np.ptp(loop, axis=0).max() > 0.1  # the answer changes on the way


def test_a_plane_is_that_of_a_plain_loop(engine: Engine):
    images = inputs()
    found = plane(engine, images, (0, 1, 2), 4)
    spanned = geometry(images)
    mean, std = (torch.tensor(values)[:, None, None] for values in (MEAN, STD))
    for architecture, answers in found.answers.items():
        for row, y in enumerate(found.y):
            for column, x in enumerate(found.x):
                image = images[0] + x * spanned.basis[0] + y * spanned.basis[1]
                loop = answer(architecture, (torch.tensor(image).float() - mean) / std)
                near = 3 * tolerance(engine)  # a single point, not the mean of many
                assert answers.confidence[row, column] == pytest.approx(loop.max(), abs=near)
                if np.sort(loop)[-1] - np.sort(loop)[-2] > 2 * near:
                    assert answers.classes[row, column] == loop.argmax()


def test_a_photo_of_any_size_is_cut_as_timm_cuts_it():
    """timm shrinks the whole and then cuts, we cut and then shrink: the same but for edges."""
    file = gallery.photo("dog-1").file
    plain = {"mean": (0, 0, 0), "std": (1, 1, 1)}
    prepared = create_transform((3, 224, 224), interpolation="bicubic", crop_pct=CROP, **plain)
    theirs = prepared(Image.open(file).convert("RGB")).numpy()
    ours = to_input(read_image(file), (224, 224), CROP, "bicubic")
    assert np.abs(theirs - ours).mean() < 1 / 255


def test_what_timm_calls_its_networks_is_what_is_measured():
    assert timm.create_model("resnet18").default_cfg["input_size"] == (3, 224, 224)
