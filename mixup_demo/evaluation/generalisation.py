"""Test errors of ERM and mixup, of other α, and of the neighbouring methods."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import PAIR, Material, lacking, method_of, wrong
from mixup_demo.evaluation.intervals import Ends, interval, student
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.subset import training_set

#: pairs of models that differ in mixup alone, one for each seed
GROUPS = {
    "bundled": ((PAIR["erm"], PAIR["mixup"]),),
    "scarce": tuple(
        (name, name.replace("-erm-", "-mixup-")) for name in RECIPES if "scarce-erm" in name
    ),
}

#: one network trained in many ways
FAMILY = tuple(name for name in RECIPES if name.startswith("small-"))

ORDER = ("erm", "mixup", "cutmix", "smoothing")


def evaluate(material: Material) -> Findings:
    """Compare the pairs, and the family over α.

    Raises:
        WeightsError: no pair is complete and the family is empty.
    """
    pairs = {name: _complete(material, GROUPS[name]) for name in GROUPS}
    pairs = {name: complete for name, complete in pairs.items() if complete}
    family = sorted(material.present(FAMILY), key=lambda name: _place(material, name))
    compared = [name for complete in pairs.values() for pair in complete for name in pair]
    names = [*compared, *family]
    if not names:
        raise lacking(material, [*(name for pair in GROUPS["bundled"] for name in pair), *FAMILY])
    for name in progress(names, "generalisation"):
        material.answers(name)
    return Findings(
        n=len(material.labels),
        models=names,
        values={
            "groups": [_group(material, name, complete) for name, complete in pairs.items()],
            "alpha": [_member(material, name) for name in progress(family, "training errors")],
            **{f"alpha_{key}": value for key, value in _common(material, family).items()},
        },
    )


def _complete(material: Material, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for pair in pairs if len(material.present(pair)) == len(pair)]


def _place(material: Material, name: str) -> tuple[int, float]:
    method, alpha = method_of(material.recipe(name))
    return ORDER.index(method), alpha


def _common(material: Material, names: Sequence[str]) -> dict[str, Any]:
    """Return what models of one kind have in common; None where there are none."""
    if not names:
        return dict.fromkeys(("epochs", "architecture", "train_images"))
    recipe = material.recipe(names[0])
    return {
        "epochs": recipe.epochs,
        "architecture": recipe.architecture,
        "train_images": material.manifest[names[0]]["train_images"],
    }


def _group(material: Material, name: str, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Compare pairs that differ in their seed.

    The interval of the difference, of the seeds' mean on each image, is over test images: it holds
    for these seeds. Where there are several, "over_seeds" is Student's over seeds, and "over_both"
    draws seeds and images anew, independently of each other; None for one seed.
    """
    erm, mixup = (_wrong_by_seed(material, names) for names in zip(*pairs, strict=True))
    difference = mixup.mean(axis=0) - erm.mean(axis=0)
    ends = material.bootstrap.of_mean(difference)
    return {
        "group": name,
        **_common(material, pairs[0]),
        "erm": _arm(material, [pair[0] for pair in pairs], erm),
        "mixup": _arm(material, [pair[1] for pair in pairs], mixup),
        "difference": {
            "mean": difference.mean(),
            "interval": ends,
            **_over_seeds(material, mixup.astype(float) - erm),
        },
    }


def _over_seeds(material: Material, differences: NDArray[np.float64]) -> dict[str, Ends]:
    """Return the intervals of a mean difference over seeds, and over seeds and images at once.

    Args:
        material: whose bootstrap draws the images.
        differences: of each seed and image, (S, N).
    """
    seeds = len(differences)
    if seeds == 1:
        return {"over_seeds": None, "over_both": None}
    images = material.bootstrap.means(differences.T)
    drawn = material.rng("bootstrap of seeds").integers(0, seeds, images.shape)
    return {
        "over_seeds": student(differences.mean(axis=1)),
        "over_both": interval(np.take_along_axis(images, drawn, axis=1).mean(axis=1)),
    }


def _wrong_by_seed(material: Material, names: Sequence[str]) -> NDArray[np.bool_]:
    return np.stack([material.wrong(name) for name in names])


def _arm(material: Material, names: Sequence[str], wrongs: NDArray[np.bool_]) -> dict[str, Any]:
    errors, alone = wrongs.mean(axis=1), len(names) == 1
    ends: Ends = material.bootstrap.of_mean(wrongs[0]) if alone else None
    return {
        "models": list(names),
        "seeds": [material.recipe(name).seed for name in names],
        "errors": errors,
        "medians": [material.manifest[name]["test_error_median"] for name in names],
        "mean": errors.mean(),
        "sd": None if alone else errors.std(ddof=1),
        "interval": ends,
    }


def _member(material: Material, name: str) -> dict[str, Any]:
    method, alpha = method_of(material.recipe(name))
    errors = material.wrong(name)
    return {
        "model": name,
        "method": method,
        "alpha": alpha,
        "test_error": errors.mean(),
        "interval": material.bootstrap.of_mean(errors),
        "train_error": _train_error(material, name),
    }


def _train_error(material: Material, name: str) -> float:
    """Return the error on some images of the training, drawn alike for all models, as they are."""
    learned = training_set(material.recipe(name), material.data)
    chosen = material.draw("learned images", len(learned.labels), material.sizes.learned)
    answers = material.ask(name, learned.images[chosen])
    return float(wrong(answers, learned.labels[chosen].numpy()).mean())
