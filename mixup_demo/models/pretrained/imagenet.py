"""ImageNet's networks in pairs, as timm keeps them on the Hub: what there is, and how it is asked.

No pair isolates mixup: the recipes differ in more, see `pretrained.recipes`. The bundled ten-class
pair does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import timm
from torch import nn

from mixup_demo.models.networks import GENERATOR
from mixup_demo.models.normalising import behind
from mixup_demo.models.pretrained.classes import imagenet
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.spec import ModelSpec, Preprocessing

INPUT = (224, 224)

#: how a picture is cut for all of these networks, so that any two see the same. It is timm's rule
#: for a network that states none (`PretrainedCfg`); the recipes state 0.875 and bilinear (tv),
#: 0.965 and bilinear (tv2), 0.95 and bicubic (a1) at this size. Mean and standard deviation are
#: subtracted and divided in the network, behind the mixing
RULE = Preprocessing(crop=0.875, interpolation="bicubic")


@dataclass(frozen=True)
class Pretrained:
    """Weights of timm on the Hub.

    Attributes:
        architecture, recipe: whose names make up its own.
        revision, sha256: the commit, and the hash of its model.safetensors. They are those that
            several public projects state of the file, as nothing was fetched when this was written;
            where none was found, the branch, and the Hub's own statement counts.
        bytes: of that file.
    """

    architecture: str
    recipe: str
    revision: str = "main"
    sha256: str | None = None
    bytes: int | None = None

    @property
    def name(self) -> str:
        """Its name in timm, which is that in links too."""
        return f"{self.architecture}.{self.recipe}_in1k"

    @property
    def file(self) -> HubFile:
        """Where its weights lie."""
        repo = f"timm/{self.name}"
        sizes = (self.sha256, self.bytes)
        return HubFile(self.name, repo, "model.safetensors", self.revision, *sizes)


PRETRAINED = (
    Pretrained(
        "resnet18",
        "tv",
        "bbd144b3e5565108aad885f145491d11bc6ce807",
        "694f673df6520a3158624e8a89af086f59923ee4cd7436fe5bc3bc71d295ad81",
        46_807_446,
    ),
    Pretrained(
        "resnet18",
        "a1",
        "491b427b45c94c7fb0e78b5474cc919aff584bbf",
        "80c49dee3da4822c009c5a7fe591e9223c5a2cfcf95a4067ca4dfb5a7b89c612",
        46_807_446,
    ),
    Pretrained(
        "resnet50",
        "tv",
        "78f3ecfdb38e06d9b8397f662e7ab8fee96026fa",
        "5d061a3c593d795bfe682d9b152bafbcf550579873492def3515b46db1189888",
        102_469_840,
    ),
    Pretrained("resnet50", "tv2"),
    Pretrained(
        "resnet50",
        "a1",
        "767268603ca0cb0bfe326fa87277f19c419566ef",
        "773525d5821de224f8f30c33377b7a795d7863e08522698200d3217d3f2a41bb",
        102_469_840,
    ),
)

#: architecture -> GFLOP of an image at `INPUT`, and parameters
COSTS: Mapping[str, tuple[float, int]] = {
    "resnet18": (3.628, 11_689_512),
    "resnet50": (8.179, 25_557_032),
}

#: name of a comparison -> key of an answer -> model; the light one first
COMPARISONS: Mapping[str, Mapping[str, str]] = {
    f"{network}-{recipe}": {"tv": f"{network}.tv_in1k", recipe: f"{network}.{recipe}_in1k"}
    for network, recipe in (("resnet18", "a1"), ("resnet50", "tv2"), ("resnet50", "a1"))
}


def imagenet_models(
    downloads: Downloads | None = None, pretrained: Iterable[Pretrained] = PRETRAINED
) -> list[ModelSpec]:
    """Return the models; all but their weights is known without any file.

    Args:
        downloads: what fetches the weights.
        pretrained: which there are.
    """
    shared = downloads or Downloads()
    return [_spec(one, shared) for one in pretrained]


def _spec(one: Pretrained, downloads: Downloads) -> ModelSpec:
    cost, parameters = COSTS[one.architecture]
    return ModelSpec(
        one.name,
        imagenet(),
        INPUT,
        cost,
        one.sha256 or f"{one.file.repo}@{one.revision}",
        partial(_load, one, downloads),
        RULE,
        provenance={
            "group": "imagenet",
            "architecture": one.architecture,
            "pretrained": one.recipe,
            "parameters": parameters,
        },
        fetch=partial(downloads.look, one.file),
    )


def _load(one: Pretrained, downloads: Downloads) -> nn.Module:
    return timm_network(one.name, downloads.path(one.file))


def timm_network(name: str, weights: Path) -> nn.Module:
    """Return a network of timm behind its own normalisation.

    Args:
        name: of a network with weights in timm.
        weights: a safetensors file, which timm's own loader reads.
    """
    source = {"file": str(weights)}
    with GENERATOR:
        network = timm.create_model(name, pretrained=True, pretrained_cfg_overlay=source)
    stated: dict[str, Any] = network.pretrained_cfg  # type: ignore[assignment]
    return behind(network, stated["mean"], stated["std"]).eval().requires_grad_(False)
