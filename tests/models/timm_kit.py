"""Networks of timm with random weights: two of 1,000 classes at 224 x 224, two of 3 at 96 x 96.

They take what trained ones of these architectures take, in memory and in time, without a download.
"""

from dataclasses import replace
from functools import cache, partial

import timm
import torch
from torch import nn

from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.pretrained.classes import imagenet
from mixup_demo.models.spec import ClassList, ModelSpec, Preprocessing
from mixup_demo.models.zoo import Zoo

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
PREPROCESSING = Preprocessing(0.95, "bicubic", MEAN, STD)
GFLOP = {"resnet18": 3.63, "test_resnet": 0.074}
PETS = ClassList("pets", ("tabby", "goldfish", "parrot of a long, long name"))


@cache
def network(architecture: str, classes: int, seed: int, sure: float) -> nn.Module:
    """Return a network with random weights whose answers are about as sure as a trained one's.

    Its batch norms know noise and plain grounds, and its last layer is scaled by `sure` over the
    spread of its logits there.
    """
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        made = timm.create_model(architecture, num_classes=classes, zero_init_last=False)
        grounds = torch.rand(12, 3, 1, 1) + 0.3 * torch.randn(12, 3, 4, 4)
        images = nn.functional.interpolate(grounds, size=(64, 64), mode="bilinear")
        with torch.no_grad():
            for layer in made.modules():
                if isinstance(layer, nn.BatchNorm2d):
                    layer.momentum = 1.0
            made.train()(images)
            logits = made.eval()(images)
            head = made.get_classifier()
            head.bias.sub_(logits.mean(0))
            scale = sure / logits.sub(logits.mean(0)).std()
            head.weight.mul_(scale)
            head.bias.mul_(scale)
    return made.requires_grad_(False)


#: of the marks of one of the models
COLOUR = "#00a000"


def spec(
    name: str, classes: ClassList, architecture: str, size: int, seed: int, sure: float
) -> ModelSpec:
    """Return a model of timm at size x size pixels."""
    return ModelSpec(
        name,
        classes,
        (size, size),
        GFLOP[architecture],
        f"{architecture} {seed} {sure}",
        partial(network, architecture, len(classes), seed, sure),
        PREPROCESSING,
    )


def timm_zoo() -> Zoo:
    """Return the bundled models and, as "imagenet", "light" and "pets", these.

    The light ones state the cost of a ResNet-18, so that they are asked as one, and compute a
    tenth of it.
    """
    one = partial(spec, classes=imagenet(), architecture="resnet18", size=224)
    light = partial(spec, classes=imagenet(), architecture="test_resnet", size=224)
    three = partial(spec, classes=PETS, architecture="test_resnet", size=96)
    others = (
        one("resnet18.plain", seed=1, sure=2.5),
        one("resnet18.mixed", seed=2, sure=1.5),
        replace(
            light("light.plain", seed=5, sure=2.5),
            gflop=GFLOP["resnet18"],
            provenance={"colour": COLOUR},
        ),
        replace(light("light.mixed", seed=6, sure=1.5), gflop=GFLOP["resnet18"]),
        three("pets-plain", seed=3, sure=3.0),
        three("pets-mixed", seed=4, sure=1.5),
    )
    pairs = {
        "imagenet": {"erm": "resnet18.plain", "mixup": "resnet18.mixed"},
        "light": {"erm": "light.plain", "mixup": "light.mixed"},
        "pets": {"erm": "pets-plain", "mixup": "pets-mixed"},
    }
    return Zoo(others=others, comparisons={**COMPARISONS, **pairs})
