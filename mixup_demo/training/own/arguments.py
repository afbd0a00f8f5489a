"""The command line's options for one's own images; light, for every training loads them."""

import argparse
from typing import Any

from mixup_demo.batches.arguments import MODES
from mixup_demo.models.networks import ARCHITECTURES
from mixup_demo.training.own.recipe import AUGMENTATIONS, HUB, RANDOM

NETWORK = "preact-resnet18-16"
#: peak of the learning rate from scratch, and of timm's weights, which are near their goal
SCRATCH, FINE = 0.05, 0.01
#: images a step where there are enough
BATCH = 64
#: share of each class that is held out
TEST = 0.2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that --data takes where no recipe is named; `own_options` names them."""
    own = parser.add_argument_group("your own images: --data FOLDER or CSV, without a recipe")
    named: list[str] = []

    def add(name: str, **more: Any) -> None:
        if more.get("default") is not None:
            more["help"] = f"{more.get('help', '')} (default: %(default)s)".lstrip()
        named.append(own.add_argument(name, **more).dest)

    add("--pair", action="store_true", help="ERM beside mixup, alike in all else: app.py --pair")
    add("--folds", type=int, metavar="K", help="stratified cross-validation")
    add("--architecture", choices=ARCHITECTURES, default=NETWORK, help="from scratch")
    add("--backbone", metavar="NAME", help="a network of timm instead: resnet18.a1_in1k")
    add("--backbone-weights", metavar="FILE", default=HUB, help=f"{HUB}, {RANDOM}, or a file")
    add("--size", type=int, help="side in pixels; without it the network's own")
    add("--epochs", type=int, default=30)
    add("--batch-size", type=int, help=f"of all processes together, even; {BATCH} without it")
    add("--learning-rate", type=float, help=f"the peak: {SCRATCH}, or {FINE} for a backbone")
    add("--weight-decay", type=float, default=5e-4)
    add("--augment", choices=AUGMENTATIONS, default="crop")
    add("--mixup", type=float, default=1.0, metavar="ALPHA", help="0 for none")
    add("--cutmix", type=float, default=0.0, metavar="ALPHA", help="0 for none")
    add("--cutmix-minmax", type=float, nargs=2, metavar=("LOW", "HIGH"))
    add("--mixup-prob", type=float, default=1.0, help="that a batch is mixed")
    add("--switch-prob", type=float, default=0.5, help="of CutMix, where both are on")
    add("--mixup-mode", choices=MODES, default="batch")
    add("--smoothing", type=float, default=0.0, help="of labels")
    add("--label-noise", type=float, default=0.0, help="share of training labels replaced")
    add("--num-classes", type=int, help="only checked: it is the number of folders")
    add("--test", type=float, default=TEST, metavar="SHARE", help="held out")
    add("--seed", type=int, default=0)
    add("--workers", type=int, help="processes that decode: cores, at most 8; 0 for none")
    add("--name", help="of the folder in --runs; without it own-DATA")
    parser.set_defaults(own_options=tuple(named))


def misplaced(parser: argparse.ArgumentParser, options: argparse.Namespace) -> str:
    """Return which option was given that the others leave no use for, and why; "" for none."""

    def given(name: str) -> bool:
        return bool(getattr(options, name) != parser.get_default(name))

    many = options.all or options.studies
    if many or options.recipe:
        own = next(filter(given, options.own_options), "").replace("_", "-")
        if own:
            return f"--{own} is for --data without a recipe; a recipe says all by itself"
    elif given("models"):
        return "--models is for recipes; what --data alone trains goes to --runs: leave it out"
    rules = (
        ("only", many, "is for --all and --studies: leave it out"),
        ("backbone_weights", options.backbone, "is for --backbone: name one, or leave it out"),
        ("architecture", not options.backbone, "and --backbone each name a network: leave one out"),
        ("test", options.folds is None, "and --folds each say what is held out: leave one out"),
    )
    broken = (f"--{name} {why}" for name, fits, why in rules if given(name) and not fits)
    return next(broken, "").replace("_", "-")
