"""Corrupted labels on the learning curves' network, its α and dropout chosen by a pilot.

The pilot does as one does who has only corrupted labels: training images are held out, their
labels corrupted likewise, and the candidate with the lowest error on them at the training's end is
taken. The paper says which values it tried (section 3.4), not by what it chose. The pilot's seed is
none of the study's, which draws its images anew: some that chose are among them, no test image is.
"""

from collections.abc import Iterable
from dataclasses import replace

from mixup_demo.training.curves import curve_recipe
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import corrupted_recipes

#: images of the study, as many as the small CNN has
NOISY = 10_000

#: the pilot's images that are chosen by, and its seed
HELD_OUT, PILOT_SEED = 10_000, 3
#: its candidates: mixup's α, dropout beside ERM, and dropout beside mixup of the chosen α
ALPHAS_TRIED = (1.0, 2.0, 8.0, 32.0)
DROPOUTS_TRIED = (0.3, 0.5, 0.7, 0.8, 0.9)
BESIDE_MIXUP_TRIED = (0.1, 0.3)

#: share of corrupted labels -> dropout beside ERM; mixup's α; α and dropout of both together: what
#: the pilot chose
CHOSEN = {
    0.5: (0.8, 8.0, (8.0, 0.3)),
    0.8: (0.8, 32.0, (32.0, 0.1)),
    0.2: (0.9, 2.0, (2.0, 0.3)),
}


def pilot_recipes(share: float) -> Iterable[Recipe]:
    """Yield the pilot's trainings for one share of corrupted labels, a key of `CHOSEN`."""
    base = replace(curve_recipe(NOISY, 0.0, PILOT_SEED), corruption=share, held_out=HELD_OUT)
    tried = [
        *((alpha, 0.0) for alpha in ALPHAS_TRIED),
        *((0.0, dropout) for dropout in DROPOUTS_TRIED),
        *((CHOSEN[share][1], dropout) for dropout in BESIDE_MIXUP_TRIED),
    ]
    for alpha, dropout in tried:
        parts = [f"alpha-{alpha:g}"] * bool(alpha) + [f"dropout-{dropout:g}"] * bool(dropout)
        name = "-".join((f"pilot-{100 * share:.0f}", *parts))
        yield replace(base, name=name, alpha=alpha, dropout=dropout)


def noisy_recipes(share: float, seed: int) -> tuple[Recipe, ...]:
    """Return the study's four models of one share: ERM and mixup, then both with dropout."""
    name = f"noisy-{100 * share:.0f}-{{}}-seed{seed}"
    return corrupted_recipes(curve_recipe(NOISY, 0.0, seed), name, share, CHOSEN)
