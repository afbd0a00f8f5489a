"""The arguments of `timm.data.Mixup`, by timm's own names and with its defaults."""

from dataclasses import dataclass

MODES = ("batch", "pair", "elem")


@dataclass(frozen=True)
class MixupArguments:
    """How a batch is mixed; a test compares names and defaults with timm's signature.

    Attributes:
        mixup_alpha: α of mixup's Beta(α, α), at least 0; 0 turns mixup off.
        cutmix_alpha: the same of CutMix.
        cutmix_minmax: smallest and largest side of a CutMix box, as shares of the image's; replaces
            the draw of its size by λ, and sets `cutmix_alpha` to 1.
        prob: probability that a batch (of `mode` "pair" and "elem": a pair, an image) is mixed.
        switch_prob: probability of CutMix instead of mixup, where both are on.
        mode: who shares a λ: the whole "batch", two images that are each other's partner ("pair"),
            or nobody ("elem").
        correct_lam: take as λ of CutMix the share of pixels that are really the image's own, which
            differs where its box is clipped at the border.
        label_smoothing: ε of the targets, 0 to 1.
        num_classes: length of a target.
    """

    mixup_alpha: float = 1.0
    cutmix_alpha: float = 0.0
    cutmix_minmax: tuple[float, float] | None = None
    prob: float = 1.0
    switch_prob: float = 0.5
    mode: str = "batch"
    correct_lam: bool = True
    label_smoothing: float = 0.1
    num_classes: int = 1000

    @property
    def cutmix(self) -> float:
        """The α of CutMix that counts: 1 where `cutmix_minmax` is given."""
        return 1.0 if self.cutmix_minmax else self.cutmix_alpha

    @property
    def active(self) -> bool:
        """Whether anything is mixed at all: `mixup_active` of timm's training script."""
        return self.mixup_alpha > 0 or self.cutmix > 0
