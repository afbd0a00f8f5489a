"""Errors on images that PGD made with another network: does the strongest attack pass over?

A black box with five tries: an image counts as fooled if what one of the starts leads to fools the
model. No source is one of the models that are compared, and one source was trained with mixup
itself, because an attack may pass over more easily to a network of its own kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from mixup_demo.evaluation.adversarial import BUDGETS, Attacked
from mixup_demo.evaluation.answers import PAIR, Bools, Material, wrong
from mixup_demo.evaluation.pairs import names_of, over_seeds
from mixup_demo.evaluation.pgd import (
    RESTARTS,
    clean_wrong,
    compared,
    compared_over_images,
    drawn,
    restarts,
)
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.attacks import LEVEL
from mixup_demo.probes.pgd import LOSSES, REACH, STEPS, pgd
from mixup_demo.training.studies import page_recipe

#: networks whose gradients make the images: the pair's own ERM of another seed, and smaller ones
SOURCES = (page_recipe(0.0, 1).name, "small-erm", "small-mixup-1")

#: of models, which images each answers wrongly, (N,)
WrongByName = dict[str, Bools]


def evaluate(material: Material) -> Findings:
    """Attack the bundled pair and groups of several seeds with other models' gradients.

    Of the page's pairs that of the source's seed is left out.

    Raises:
        WeightsError: one of the bundled pair is missing.
    """
    attacked, sources = drawn(material), material.present(SOURCES)
    groups = over_seeds(material, without=SOURCES)
    names = list(dict.fromkeys([*PAIR.values(), *names_of(groups)]))
    clean = {name: clean_wrong(material, name, attacked) for name in names}
    jobs = [(source, budget) for source in sources for budget in BUDGETS]
    fooled = {
        job: _fooled(material, attacked, clean, *job) for job in progress(jobs, "pgd transfer")
    }
    return Findings(
        n=len(attacked.labels),
        models=[*names, *sources],
        values={
            **{"budgets": BUDGETS, "steps": STEPS, "reach": REACH, "restarts": RESTARTS},
            "losses": LOSSES,
            "sources": [
                {
                    **_source(material, source, attacked),
                    "attacks": [
                        _row(material, budget, fooled[source, budget], groups) for budget in BUDGETS
                    ],
                }
                for source in sources
            ],
        },
    )


def _source(material: Material, name: str, attacked: Attacked) -> dict[str, Any]:
    recipe = material.recipe(name)
    return {
        "source_model": name,
        "source_epochs": recipe.epochs,
        "source_alpha": recipe.alpha,
        "source_error": clean_wrong(material, name, attacked).mean(),
    }


def _row(
    material: Material,
    budget: int,
    fooled: WrongByName,
    groups: Mapping[str, Mapping[str, Sequence[str]]],
) -> dict[str, Any]:
    """Return what the bundled pair answers, compared over images, and groups of several seeds."""
    pair = {role: fooled[name] for role, name in PAIR.items()}
    rows = {
        group: {role: np.stack([fooled[one] for one in of]) for role, of in names.items()}
        for group, names in groups.items()
    }
    return {
        **{"method": "pgd", "source": "black", "budget": budget},
        **compared_over_images(material, pair),
        "seeds": [{"group": group, **compared(material, of)} for group, of in rows.items()],
    }


def _fooled(
    material: Material, attacked: Attacked, clean: WrongByName, source: str, budget: int
) -> WrongByName:
    """Return which images each model answers wrongly, as they are or after one of the starts."""
    engine, fooled = material.engine({name: name for name in clean}), dict(clean)
    for made in _made(material, attacked, source, budget * LEVEL):
        answers = engine.probabilities(made)
        for name in fooled:
            fooled[name] = fooled[name] | wrong(answers[name], attacked.labels)
    return fooled


def _made(material: Material, attacked: Attacked, source: str, epsilon: float) -> Iterator[Singles]:
    """Yield what the attack on a source leads to from each start, (N, 3, H, W)."""
    engine, (images, labels) = material.engine({source: source}), attacked
    for starts, loss in restarts(material.rng(f"transferred at {epsilon}"), images):
        yield pgd(engine, images, labels, epsilon, starts, loss)[source]
