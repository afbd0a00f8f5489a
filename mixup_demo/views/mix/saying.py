"""What the sentence above the predictions says: which words the numbers ask for.

The text keys are "said.NAME"; page and first state look them up by the point of λ.
"""

#: how a model that is so confident is said to predict, from the least confidence on
MANNERS = ((0.9, "sure"), (0.5, "leaning"), (0.0, "torn"))
#: share of a picture below which it is not said to be there, and distance from half and half
NEAR = 0.005


def manner(confidence: float) -> str:
    """Return how a model predicts: "sure", "leaning", or "torn"."""
    return next(name for least, name in MANNERS if confidence >= least)


def blend(lam: float, one_class: bool = False) -> str:
    """Return what λ makes of A and B: "a" or "b" alone, "half" of each, or a "blend".

    Of two pictures of one class, whose shares say nothing of classes, it is "same".
    """
    if lam > 1 - NEAR:
        return "a"
    if lam < NEAR:
        return "b"
    if one_class:
        return "same"
    return "half" if abs(lam - 0.5) < NEAR else "blend"
