"""Which of the bundled models are compared with each other, by name."""

from collections.abc import Mapping

#: mixup's α of the models that are trained to be compared with each other
FAMILY = (0.1, 0.2, 0.4, 1.0, 2.0, 8.0, 32.0)

#: name of a comparison -> key of an answer -> model. The first one opens the page; the two models
#: of each differ in mixup alone
COMPARISONS: Mapping[str, Mapping[str, str]] = {
    "cifar10": {"erm": "cifar10-erm", "mixup": "cifar10-mixup"}
} | {
    f"small-{alpha:g}": {"erm": "small-erm", "mixup": f"small-mixup-{alpha:g}"} for alpha in FAMILY
}

#: comparisons that the page offers by name -> "LEFT:RIGHT"
PRESETS: Mapping[str, str] = {
    "imagenet": "resnet18.tv_in1k:resnet18.a1_in1k",
    "alphas": "small-mixup-0.2:small-mixup-8",
    "cutmix": "small-mixup-1:small-cutmix-1",
    "corrupted": "corrupted-50-erm:corrupted-50-mixup",
    "few": "curve-2000-erm-seed0:curve-2000-mixup-1-seed0",
}

#: id of a class list -> the source model of black-box attacks: none of those that a comparison
#: of `COMPARISONS` shows
BLACK_BOX: Mapping[str, str] = {"cifar10": "cifar10-erm-seed1"}
