"""The batched training against PyTorch's ordinary one, and what it records."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from mixup_demo.mixing import mix, one_hot
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy import training
from mixup_demo.toy.batches import batches
from mixup_demo.toy.data import points
from mixup_demo.toy.networks import ACTIVATIONS, OPTIMISERS, Stack
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.toy.recording import grid
from mixup_demo.toy.results import FRAME, SCORES, SIDE, Frame
from mixup_demo.toy.training import networks, recorded_steps, train
from tests.toy.kit import ordinary, small


def frames(asked: ToyQuestion, count: int = 60) -> list[Frame]:
    return list(train(asked, points(asked), count))


@pytest.mark.parametrize("optimiser", ["adam", "sgd"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("decay", [0, 0.01])
def test_agrees_with_ordinary_training_of_each_model(optimiser: str, activation: str, decay: float):
    asked = small(
        dataset="blobs3", optimiser=optimiser, activation=activation, decay=decay, rate=0.02
    )
    recorded = frames(asked)
    for model in range(2):
        network = ordinary(networks(asked, 3), model, activation)
        rule = {
            "adam": torch.optim.Adam(network.parameters(), lr=0.02, weight_decay=decay),
            "sgd": torch.optim.SGD(network.parameters(), 0.02, momentum=0.9, weight_decay=decay),
        }[optimiser]
        losses = []
        for batch in islice(batches(asked, points(asked)), asked.steps + 1):
            loss = F.cross_entropy(network(batch.inputs[model]), batch.targets[model])
            losses.append(loss.item())
            rule.zero_grad()
            loss.backward()
            rule.step()
        ours = [frame.scores["loss"][model] for frame in recorded]
        # frames 0 to 58 are steps 0 to 58; the last one's loss is the mean of two steps
        assert ours == pytest.approx([*losses[:59], np.mean(losses[59:])], rel=1e-3, abs=1e-5)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_derivatives_agree_with_autograd(activation: str):
    stack = Stack([2, 5, 7, 3], 2, activation, torch.Generator().manual_seed(1))
    x = torch.randn(2, 4, 2, generator=torch.Generator().manual_seed(2))
    trace = stack.forward(x)
    seen = torch.randn(trace.logits.shape, generator=torch.Generator().manual_seed(3))
    stack.backward(trace, seen)
    for model in range(2):
        own = x[model].clone().requires_grad_()
        network = ordinary(stack, model, activation)
        network(own).backward(seen[model])
        assert own.grad is not None
        assert torch.allclose(stack.input_gradient(trace, seen)[model], own.grad, atol=1e-5)
        expected = [p.grad for p in network.parameters()]
        parts = stack.gradient.split([2 * p.numel() for p in network.parameters()])
        for part, grad, transposed in zip(parts, expected, [True, False] * 3, strict=True):
            of_model = part.view(2, -1)[model]
            assert grad is not None
            assert torch.allclose(of_model, (grad.T if transposed else grad).flatten(), atol=1e-5)


def test_models_start_from_the_same_weights_in_linear_s_range():
    stack = Stack([2, 500, 3], 3, "relu", torch.Generator().manual_seed(0))
    for (weight, bias), bound in zip(stack.layers, (2**-0.5, 500**-0.5), strict=True):
        assert torch.equal(weight[0], weight[2])
        assert torch.equal(bias[0], bias[1])
        assert 0.95 * bound < weight.abs().max() <= bound


@pytest.mark.parametrize("alpha", [0, 0.4])
@pytest.mark.parametrize("lambdas", ["batch", "sample"])
def test_models_of_one_alpha_are_one(alpha: float, lambdas: str, monkeypatch: pytest.MonkeyPatch):
    """Equal on every processor, for it is one model that both places of a frame show."""
    made = []
    monkeypatch.setattr(training, "networks", lambda *of: made.append(of) or networks(*of))
    asked = replace(small(lambdas=lambdas, flip=0.2, width=33, n=50), alphas=(alpha, 1, alpha))
    recorded = frames(asked)
    assert [of.alphas for of, _ in made] == [(alpha, 1)]
    assert len(recorded) == 60
    for frame in recorded:
        assert (frame.maps.shape[0], frame.lam.shape[0]) == (3, 3)
        assert np.array_equal(frame.maps[0], frame.maps[2])
        assert np.array_equal(frame.lam[0], frame.lam[2])
        assert (frame.lam[0] == 1).all() == (alpha == 0)
        for values in frame.scores.values():
            assert values[0] == values[2]
    assert np.abs(recorded[-1].maps[0] - recorded[-1].maps[1]).max() > 0.02
    assert list(recorded[0].scores["loss"][:2]) == pytest.approx(
        [frames(replace(asked, alphas=(one,)), 1)[0].scores["loss"][0] for one in (alpha, 1)],
        rel=1e-4,
    )


@pytest.mark.parametrize("lambdas", ["batch", "sample"])
@pytest.mark.parametrize("optimiser", ["adam", "sgd"])
def test_the_code_of_mixup_at_lambda_1_is_erm_s(lambdas: str, optimiser: str):
    """In rows of one stack, so that sums may be added in other orders: equal but for rounding.

    What goes in is equal to the last bit. Rounding is about 1e-7 of a loss; 60 steps make of it
    less than a step of the maps' half precision, 5e-4.
    """
    asked = small(toy_alpha=0, lambdas=lambdas, optimiser=optimiser, flip=0.2, width=33, n=50)
    found = points(asked)
    stack = networks(asked, found.classes)
    rule = OPTIMISERS[optimiser](stack.values, asked.rate, asked.decay)
    for batch in islice(batches(asked, found), asked.steps):
        assert torch.equal(batch.inputs[0], batch.inputs[1])
        assert torch.equal(batch.targets[0], batch.targets[1])
        trace = stack.forward(batch.inputs)
        stack.backward(trace, (trace.logits.softmax(dim=2) - batch.targets) / len(batch.first))
        rule.step(stack.gradient)
    maps = stack.forward(grid().repeat(2, 1, 1)).logits.softmax(dim=2)
    torch.testing.assert_close(maps[0], maps[1], rtol=0, atol=5e-4)
    ours = torch.tensor(frames(asked)[-1].maps[0, 0].ravel()).float()
    torch.testing.assert_close(ours, maps[0, :, 0], rtol=0, atol=1e-3)


def test_with_alpha_above_0_they_are_not():
    last = frames(small(toy_alpha=1))[-1]
    assert np.abs(last.maps[0] - last.maps[1]).max() > 0.05


@pytest.mark.parametrize("dataset", ["moons", "spirals3"])
def test_mixed_points_lie_between_their_two_by_the_recorded_lambda(dataset: str):
    asked = small(dataset=dataset, toy_alpha=0.7, lambdas="sample", flip=0.3)
    found = points(asked)
    labels = one_hot(found.labels, found.classes)
    recorded = frames(asked)
    made = list(islice(batches(asked, found), asked.steps + 1))
    for frame in recorded:
        batch = made[frame.step]
        a, b = found.train[frame.first], found.train[frame.second]
        for model in range(2):
            lam = frame.lam[model][:, None]
            assert batch.inputs[model].numpy() == pytest.approx(mix(a, b, lam), abs=1e-6)
            targets = mix(labels[frame.first], labels[frame.second], lam)
            assert batch.targets[model].numpy() == pytest.approx(targets, abs=1e-6)
        away = np.linalg.norm(batch.inputs[1].numpy() - b, axis=1)
        assert away == pytest.approx(frame.lam[1] * np.linalg.norm(a - b, axis=1), abs=1e-5)
        assert ((frame.lam[1] >= 0) & (frame.lam[1] <= 1)).all()
    assert np.std([frame.lam[1] for frame in recorded]) > 0.2
    assert all(np.array_equal(batch.inputs[0].numpy(), found.train[batch.first]) for batch in made)


def test_lambda_is_drawn_for_each_batch_or_each_sample():
    for lambdas, different in (("batch", 1), ("sample", 16)):
        asked = small(lambdas=lambdas)
        first, second = islice(batches(asked, points(asked)), 2)
        assert len(set(first.lam[1])) == different
        assert first.lam[1][0] != second.lam[1][0]


def test_batches_pass_through_all_points_in_turn():
    asked = small(n=40, batch=16)
    numbers = np.concatenate([b.first for b in islice(batches(asked, points(asked)), 5)])
    assert sorted(numbers) == sorted([*range(40), *range(40)])
    for batch in islice(batches(asked, points(asked)), 5):
        assert sorted(batch.first) == sorted(batch.second)


def test_few_points_are_one_batch():
    asked = small(n=10, batch=64)
    batch = next(batches(asked, points(asked)))
    assert sorted(batch.first) == list(range(10))


def test_a_model_trains_alike_in_any_company():
    asked = small(toy_alpha=1)
    pair = frames(asked)[-1]
    four = frames(replace(asked, alphas=(0.0, 0.2, 1.0, 8.0)))[-1]
    assert four.maps[[0, 2]] == pytest.approx(pair.maps, abs=2e-3)
    assert np.array_equal(four.lam[[0, 2]], pair.lam)


@pytest.mark.parametrize(("steps", "count"), [(5, 6), (60, 60), (61, 60), (2000, 60), (5000, 60)])
def test_recorded_steps_are_dense_at_the_start_and_hold_both_ends(steps: int, count: int):
    recorded = recorded_steps(steps)
    assert len(recorded) == len(set(recorded)) == count
    assert recorded == sorted(recorded)
    assert (recorded[0], recorded[-1]) == (0, steps)
    gaps = np.diff(recorded)
    assert gaps[:3].max() <= gaps[-3:].min()


def test_frames_hold_probabilities_scores_and_what_comes_next():
    asked = small(dataset="blobs4", steps=80)
    for frame, step in zip(frames(asked, 9), recorded_steps(80, 9), strict=True):
        assert frame.step == step
        assert frame.maps.shape == (2, 4, SIDE, SIDE)
        assert frame.maps.astype(float).sum(axis=1) == pytest.approx(1, abs=2e-3)
        assert frame.first.shape == frame.second.shape == (16,)
        assert frame.lam.shape == (2, 16)
        assert tuple(frame.scores) == SCORES
        assert all(values.shape == (2,) for values in frame.scores.values())


def test_scores_agree_with_a_naive_count():
    asked = small(flip=0.2, steps=100)
    found, last = points(asked), frames(asked)[-1]
    stack = networks(asked, 2)
    network = ordinary(stack, 0, "relu")
    rule = torch.optim.Adam(network.parameters(), lr=asked.rate)
    for batch in islice(batches(asked, found), asked.steps):
        rule.zero_grad()
        F.cross_entropy(network(batch.inputs[0]), batch.targets[0]).backward()
        rule.step()

    x = torch.tensor(found.train)
    labels = torch.tensor(found.labels)
    norms = []
    for place, label in zip(x.split(1), labels.split(1), strict=True):
        place.requires_grad_()
        (slope,) = torch.autograd.grad(F.cross_entropy(network(place), label), place)
        norms.append(slope.norm().item())
    with torch.no_grad():
        answers = network(torch.tensor(found.test)).softmax(dim=1)
        trained = network(x).argmax(dim=1)
        named = network(grid()).argmax(dim=1).view(SIDE, SIDE).numpy()
    edges = (named[1:] != named[:-1]).sum() + (named[:, 1:] != named[:, :-1]).sum()
    scores = {name: values[0] for name, values in last.scores.items()}
    assert scores["gradient_norm"] == pytest.approx(np.mean(norms), rel=1e-3)
    assert scores["train_accuracy"] == pytest.approx((trained == labels).float().mean().item())
    correct = (answers.argmax(dim=1).numpy() == found.test_labels).mean()
    assert scores["test_accuracy"] == pytest.approx(correct, abs=0.003)
    assert scores["confidence"] == pytest.approx(answers.amax(dim=1).mean().item(), abs=1e-3)
    assert scores["boundary_length"] == pytest.approx(edges / SIDE, abs=0.1)


def test_the_grid_goes_row_by_row_from_the_lower_left():
    cell = 2 * FRAME / SIDE
    corner = torch.tensor([-FRAME + cell / 2, -FRAME + cell / 2])
    places = grid()
    assert torch.allclose(places[0], corner)
    assert torch.allclose(places[1], corner + torch.tensor([cell, 0]))
    assert torch.allclose(places[SIDE], corner + torch.tensor([0, cell]))
    assert torch.allclose(places[-1], -corner)


def test_a_training_that_is_left_keeps_its_frames():
    asked = small()
    source = train(asked, points(asked))
    some = list(islice(source, 7))
    copies = [(frame.step, frame.maps.copy(), frame.lam.copy()) for frame in some]
    next(source)  # training on must not change them, nor must its end
    source.close()
    assert [frame.step for frame in some] == recorded_steps(asked.steps)[:7]
    for kept, (step, maps, lam) in zip(some, copies, strict=True):
        assert kept.step == step
        assert np.array_equal(kept.maps, maps)
        assert np.array_equal(kept.lam, lam)


def test_the_same_question_has_the_same_answer():
    """What is drawn to the last bit; what is learned but for rounding, of which see above."""
    first, again, other = (frames(small(toy_seed=seed)) for seed in (0, 0, 1))
    for one, same in zip(first, again, strict=True):
        assert np.array_equal(one.first, same.first)
        assert np.array_equal(one.second, same.second)
        assert np.array_equal(one.lam, same.lam)
        assert np.abs(one.maps - same.maps).max() <= 1e-3
    assert np.abs(first[-1].maps - other[-1].maps).max() > 0.05


def test_a_training_that_diverges_says_so():
    message = r"finite, but with learning rate 1e\+06 .* at step \d+\. Choose a smaller"
    with pytest.raises(InputError, match=message):
        frames(replace(small(optimiser="sgd"), rate=1e6))
