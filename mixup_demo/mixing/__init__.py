"""The operators of mixup and CutMix, and the draws that feed them.

Drawing (λ, a pairing, a box) and applying are separate functions, so that a draw can be repeated,
shown or taken from another library. Draws take a `numpy.random.Generator`. The operators act alike
on NumPy arrays and torch tensors and keep gradients; nothing here imports torch. All of it is
offered to readers too, for their own loops, so there is more than the page itself needs.

λ is always the weight of A: 1 gives A, 0 gives B.

Sources: mixup, Zhang et al., ICLR 2018, arXiv 1710.09412; CutMix, Yun et al., ICCV 2019,
arXiv 1905.04899.
"""

from mixup_demo.mixing.boxes import (
    Box,
    box_lambda,
    cutmix_box,
    draw_centre,
    inner_box,
    minmax_box,
)
from mixup_demo.mixing.draws import (
    beta_density,
    draw_lambda,
    pair_by_flip,
    pair_by_permutation,
    pair_by_roll,
)
from mixup_demo.mixing.operators import METHODS, Array, ArrayT, cutmix, mix, one_hot

__all__ = [
    "METHODS",
    "Array",
    "ArrayT",
    "Box",
    "beta_density",
    "box_lambda",
    "cutmix",
    "cutmix_box",
    "draw_centre",
    "draw_lambda",
    "inner_box",
    "minmax_box",
    "mix",
    "one_hot",
    "pair_by_flip",
    "pair_by_permutation",
    "pair_by_roll",
]
