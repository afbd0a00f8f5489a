"""The page opens with the most typical of its examples, as it says it does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mixup_demo.evidence import population_file
from mixup_demo.evidence.population_file import percentile, significant
from mixup_demo.images import gallery
from mixup_demo.results import PlaneMeasures, Smoothness
from mixup_demo.serving import examples, planes, sweeps
from mixup_demo.serving.services import Services

Distances = Mapping[tuple[str, ...], float]

#: the percentile rank of the median
MIDDLE = 50.0


def distance_from_typical(erm: Any, mixup: Any, results: Mapping[str, Any]) -> float:
    """The mean distance of the differences mixup − ERM from their medians, in percentile ranks.

    For each measure: how far the difference's rank among those of the population is from 50. 0 is
    typical in every measure, 50 the most unusual in each. Measures that the population does not
    have, or that have no value here, do not count.
    """
    found = population_file.measures(results)
    ranks = []
    for name, value in vars(erm).items():
        other = getattr(mixup, name)
        if name not in found or value is None or other is None:
            continue
        differences = np.subtract(found[name]["mixup"], found[name]["erm"]).tolist()
        ranks.append(percentile([significant(one) for one in differences], other - value))
    assert ranks, "None of these measures is in the population: measure it anew."
    return float(np.mean(np.abs(np.array(ranks) - MIDDLE)))


@pytest.fixture(scope="module")
def answered() -> Services:
    """The bundled models, with the examples' stored answers."""
    found = Services()
    examples.recall(found)
    return found


@pytest.fixture(scope="module")
def population() -> dict[str, Any]:
    return population_file.read()


@pytest.fixture(scope="module")
def of_pairs(answered: Services, population: dict[str, Any]) -> Distances:
    def distance(keys: tuple[str, str]) -> float:
        swept = sweeps.sweep(answered, examples.example_sweep(answered, *keys))
        both = (swept.answers[model].smoothness for model in ("erm", "mixup"))
        return distance_from_typical(*both, population)

    return {keys: distance(keys) for keys in gallery.pairs("cifar10")}


@pytest.fixture(scope="module")
def of_triples(answered: Services, population: dict[str, Any]) -> Distances:
    def distance(keys: tuple[str, str, str]) -> float:
        found = planes.plane(answered, examples.example_plane(answered, keys))
        both = (found.answers[model].measures for model in ("erm", "mixup"))
        return distance_from_typical(*both, population)

    return {keys: distance(keys) for keys in gallery.triples("cifar10")}


def test_the_opening_pair_is_the_most_typical_example(of_pairs: Distances):
    assert min(of_pairs, key=of_pairs.__getitem__) == gallery.pairs()[0]


def test_the_opening_triple_is_the_most_typical_example(of_triples: Distances):
    assert min(of_triples, key=of_triples.__getitem__) == gallery.triples()[0]


def median(population: Mapping[str, Any], kind: Callable[..., Any], model: str) -> Any:
    """Measures of which the difference is the population's median, for each measure."""
    found = population_file.measures(population)
    values = {}
    for name in kind.__annotations__:
        middle = np.median(np.subtract(found[name]["mixup"], found[name]["erm"]))
        values[name] = float(middle) if model == "mixup" else 0.0
    return kind(**values)


@pytest.mark.parametrize("kind", [Smoothness, PlaneMeasures])
def test_medians_are_typical_and_extremes_are_not(
    population: dict[str, Any], kind: Callable[..., Any]
):
    erm, mixup = (median(population, kind, model) for model in ("erm", "mixup"))
    middle = distance_from_typical(erm, mixup, population)
    extreme = replace(mixup, **dict.fromkeys(vars(mixup), 1e9))
    assert middle < 20  # many differences are exactly 0, and share one rank
    assert distance_from_typical(erm, extreme, population) == MIDDLE
