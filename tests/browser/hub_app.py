"""The page with a small pair at hand and two of 1,000 classes on a hub: named by HF_ENDPOINT."""

from functools import partial
from pathlib import Path

from gradio.utils import get_upload_folder
from safetensors.torch import load_file
from torch import nn

from mixup_demo.models.comparisons import PRESETS
from mixup_demo.models.pretrained.classes import imagenet
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.spec import ModelSpec
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.app import Page
from mixup_demo.serving.services import Services
from tests.models.kit import dummy
from tests.models.pretrained.kit import network

DOWNLOADS = Downloads(patience=5)
#: what the page offers as "1,000 classes", and a pair that the hub lacks
OFFERED, LACKING = PRESETS["imagenet"].split(":"), ["gone.tv_in1k", "gone.a1_in1k"]


def far(name: str) -> ModelSpec:
    """Return a thin network of 1,000 classes whose weights lie on the hub."""
    file = HubFile(name, f"timm/{name}")
    known = {"pretrained": name.split(".")[1].removesuffix("_in1k"), "architecture": "resnet18"}
    load, fetch = partial(loaded, file), partial(DOWNLOADS.look, file)
    parts = (name, imagenet(), (64, 64), 0.01, name, load)
    return ModelSpec(*parts, provenance={**known, "parameters": 22_000}, fetch=fetch)


def loaded(file: HubFile) -> nn.Module:
    """Fetch and load a network."""
    made = network(1000, 0)
    made.load_state_dict(load_file(DOWNLOADS.path(file)))
    return made.requires_grad_(False)


def zoo() -> Zoo:
    """Return the models, those at hand first."""
    near = [dummy("three-plain", seed=4, scale=40.0), dummy("three-mixed", seed=5, scale=15.0)]
    comparisons = {
        "three": {"erm": "three-plain", "mixup": "three-mixed"},
        "lacking": {"tv": LACKING[0], "a1": LACKING[1]},
    }
    return Zoo(None, [*near, *map(far, [*OFFERED, *LACKING])], comparisons)


if __name__ == "__main__":
    Page(Services(zoo(), uploads=Path(get_upload_folder()))).launch()
