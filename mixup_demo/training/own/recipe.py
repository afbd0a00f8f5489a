"""What decides the weights of a training on one's own images, besides these and the hardware."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from mixup_demo.batches.arguments import MixupArguments

#: where a network's first weights come from: drawn by the seed, or timm's on the Hub; else a file
RANDOM, HUB = "random", "hub"
AUGMENTATIONS = ("none", "crop", "trivial")


@dataclass(frozen=True)
class OwnRecipe:
    """A training. Two that differ in `mixup` alone see the same images, cut and turned alike.

    Attributes:
        architecture: a key of `models.networks.ARCHITECTURES`, or a name of timm's.
        weights: `RANDOM`, `HUB`, or the path of a safetensors file.
        size: of the images, in pixels a side.
        mixup: arguments of `timm.data.Mixup`; with both α at 0 it is ERM, plain training.
        label_noise: share of training labels replaced by a uniformly drawn class.
        augmentation: "none"; "crop", a random part of 25 % or more of the area, resized, and
            mirrored every other time; "trivial", the same and one operation of TrivialAugment
            (Müller and Hutter 2021, arXiv 2103.10158).
        epochs: passes over the training images.
        batch_size: images a step, all processes together; an incomplete last batch is left out.
        learning_rate: the peak, reached after the first twentieth of the steps; then a cosine to 0.
        momentum: Nesterov's, of SGD.
        weight_decay: on matrices and kernels, not on biases and norms.
        seed: of the split, the first weights, the order, the augmentation, the mixing, the noise.
    """

    architecture: str
    weights: str
    size: int
    mixup: MixupArguments = field(default_factory=MixupArguments)
    label_noise: float = 0.0
    augmentation: str = "crop"
    epochs: int = 30
    batch_size: int = 64
    learning_rate: float = 0.05
    momentum: float = 0.9
    weight_decay: float = 5e-4
    seed: int = 0

    @property
    def plain(self) -> "OwnRecipe":
        """The same without mixing: ERM, label smoothing included."""
        off = replace(self.mixup, mixup_alpha=0.0, cutmix_alpha=0.0, cutmix_minmax=None)
        return replace(self, mixup=off)

    @property
    def method(self) -> str:
        """What is mixed, in words: neither what is off nor what is never drawn."""
        given = self.mixup
        both = given.mixup_alpha > 0 and given.cutmix > 0
        cutmix = given.switch_prob if both else float(given.cutmix > 0)
        parts = (("mixup", given.mixup_alpha, 1 - cutmix), ("CutMix", given.cutmix, cutmix))
        drawn = [(name, alpha) for name, alpha, share in parts if alpha * share * given.prob > 0]
        return " or ".join(f"{name}, α = {alpha:g}" for name, alpha in drawn) or "ERM"

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name, for JSON."""
        return asdict(self)
