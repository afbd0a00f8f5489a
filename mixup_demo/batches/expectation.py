"""What α means on average: how much is mixed, and which accuracy a perfect network reaches."""

from math import exp, lgamma, log


def larger_share(alpha: float) -> float:
    """Return E[max(λ, 1 − λ)] of λ ~ Beta(α, α).

    That is ½ + E|λ − ½|, and the mean deviation of Beta(α, α) is 1 / (α 2^(2α) B(α, α)); see
    Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, chapter 25.

    Args:
        alpha: at least 0; for 0 every λ is 0 or 1.
    """
    if alpha == 0:
        return 1.0
    log_beta = 2 * lgamma(alpha) - lgamma(2 * alpha)
    return 0.5 + exp(-log(alpha) - 2 * alpha * log(2) - log_beta)


def mixed_accuracy(alpha: float, prob: float) -> float:
    """Return the training accuracy of a network that always names the larger part, 0 to 1.

    It counts as the mixup authors' training script does: a mixed image is right by λ for its own
    class and by 1 − λ for its partner's (github.com/facebookresearch/mixup-cifar10, train.py).

    Args:
        alpha: of the λ.
        prob: share of images that are mixed, with one of another class.
    """
    return 1 - prob * (1 - larger_share(alpha))
