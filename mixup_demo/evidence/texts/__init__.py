"""The panels of the Evidence view: the claims, and what the numbers say of them."""

from mixup_demo.evidence.texts import (
    adversarial,
    between,
    calibration,
    comparisons,
    corrupted,
    corruptions,
    gan,
    generalisation,
    limits,
    studies,
    summary,
)

TEXTS: dict[str, tuple[str, str]] = {
    **comparisons.TEXTS,
    **summary.TEXTS,
    **generalisation.TEXTS,
    **studies.TEXTS,
    **corrupted.TEXTS,
    **adversarial.TEXTS,
    **corruptions.TEXTS,
    **calibration.TEXTS,
    **between.TEXTS,
    **gan.TEXTS,
    **limits.TEXTS,
}
