"""Training on points, ERM and mixup side by side, against two ordinary trainings.

python -m benchmarks.toy
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, islice, pairwise

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from benchmarks.sweep import Row, machine
from benchmarks.timing import median_ms
from mixup_demo.models.workers import Workers
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.toy.batches import batches
from mixup_demo.toy.data import points
from mixup_demo.toy.question import INPUTS, ToyQuestion
from mixup_demo.toy.recording import grid
from mixup_demo.toy.results import SIDE, Points
from mixup_demo.toy.training import recorded_steps, train
from mixup_demo.views.toy import trainings
from mixup_demo.views.toy.payload import toy_payload
from mixup_demo.views.toy.questions import toy_question

REPEATS = 5
VISITOR = Visitor("benchmark")


def ordinary_trainings(asked: ToyQuestion, found: Points) -> None:
    """Train as one would write it first: one model after the other, with PyTorch's own parts.

    It records what we record: maps, accuracies, confidence, boundary length, gradient norm.
    """
    for alpha in asked.alphas:
        _ordinary_training(replace(asked, alphas=(alpha,)), found)


def _ordinary_training(asked: ToyQuestion, found: Points) -> None:
    sizes = [INPUTS, *[asked.width] * asked.depth]
    hidden = [(nn.Linear(a, b), nn.ReLU()) for a, b in pairwise(sizes)]
    network = nn.Sequential(
        *(layer for pair in hidden for layer in pair), nn.Linear(sizes[-1], found.classes)
    )
    optimiser = torch.optim.Adam(network.parameters(), lr=asked.rate, weight_decay=asked.decay)
    recorded = set(recorded_steps(asked.steps))
    for step, batch in enumerate(islice(batches(asked, found), asked.steps + 1)):
        if step in recorded:
            _observe(network, found)
        optimiser.zero_grad()
        F.cross_entropy(network(batch.inputs[0]), batch.targets[0]).backward()
        optimiser.step()


def _observe(network: nn.Module, found: Points) -> dict[str, float]:
    places = torch.tensor(found.train).requires_grad_()
    answers = network(places)
    loss = F.cross_entropy(answers, torch.tensor(found.labels), reduction="sum")
    (gradient,) = torch.autograd.grad(loss, places)
    with torch.no_grad():
        on_test = network(torch.tensor(found.test)).softmax(dim=1).numpy()
        probabilities = network(grid()).softmax(dim=1).numpy()
    named = probabilities.argmax(axis=1).reshape(SIDE, SIDE)
    edges = sum(np.count_nonzero(np.diff(named, axis=axis)) for axis in (0, 1))
    return {
        "train_accuracy": float((answers.argmax(dim=1).numpy() == found.labels).mean()),
        "test_accuracy": float((on_test.argmax(axis=1) == found.test_labels).mean()),
        "confidence": float(on_test.max(axis=1).mean()),
        "boundary_length": edges / SIDE,
        "gradient_norm": float(gradient.norm(dim=1).mean()),
    }


def training_rows(asked: ToyQuestion, repeats: int) -> Iterator[Row]:
    """Yield times of whole trainings on one core, and the ratio."""
    found = points(asked)
    alone = Workers(1)  # both ways on one core, as the page trains

    def time_ms(action: Callable[[], object]) -> float:
        return alone.submit(median_ms, action, repeats).result()

    alone.submit(torch.set_flush_denormal, True).result()
    first_ms = time_ms(lambda: next(train(asked, found)))
    ours_ms = time_ms(lambda: list(train(asked, found)))
    ordinary_ms = time_ms(lambda: ordinary_trainings(asked, found))
    yield Row("first frame", first_ms, "ms", "≤100")
    yield Row(f"{asked.steps} steps, 60 frames, both models", ours_ms / 1e3, "s", "≤2.5")
    yield Row("two ordinary trainings, the same recorded", ordinary_ms / 1e3, "s")
    yield Row("ratio", ordinary_ms / ours_ms, "times", "≥2")


def answer_rows(asked: ToyQuestion, repeats: int) -> Iterator[Row]:
    """Yield times of the page's answers: streamed from nothing, and asked for again."""
    seeds, services = count(asked.seed + 1), Services()

    def streamed() -> None:
        fresh, start = replace(asked, seed=next(seeds)), 0
        while start < len(recorded_steps(asked.steps)):
            start += len(_answer(services, fresh, start)["frames"])

    streamed_ms = median_ms(streamed, repeats)
    yield Row("streamed to the last frame, as JSON", streamed_ms / 1e3, "s", "≤2.5")
    again_ms = median_ms(lambda: _answer(services, asked, 0), repeats)
    yield Row("the whole training asked for again", again_ms, "ms", "≤100")


def _answer(services: Services, asked: ToyQuestion, start: int) -> dict[str, list[object]]:
    """Ask until there is a further frame, as the page does whose place in the line is told."""
    found = trainings.stage(services, asked, VISITOR, start)
    while found and found[1]:
        found = trainings.stage(services, asked, VISITOR, start)
    frames = found[0] if found else []
    return toy_payload(asked, trainings.training(services, asked), frames, start)


def main() -> None:
    """Print the table: figure, unit, target, and whether it was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS, help="of which the median is taken")
    repeats = parser.parse_args().repeats
    print(machine())
    asked = toy_question({})
    for rows in (training_rows(asked, repeats), answer_rows(asked, repeats)):
        for row in rows:
            print(row, flush=True)


if __name__ == "__main__":
    main()
