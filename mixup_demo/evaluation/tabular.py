"""ERM and mixup on tables: scikit-learn's bundled classification data, cross-validated.

Networks as in the paper's section on tabular data (Zhang et al., ICLR 2018, arXiv 1710.09412,
section 3.6): two hidden layers of 128 ReLU units, Adam, batches of 16, 10 epochs; beside these, ten
times as long. Both networks of a split share initial weights, batches and partners, and differ in λ
alone.

Training sets of different splits overlap, hence the interval of `training.folds`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import ArrayLike, NDArray
from sklearn import datasets
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler
from torch import Tensor

from mixup_demo.evaluation.answers import Sizes
from mixup_demo.evaluation.report import PACKAGES, rounded
from mixup_demo.mixing import draw_lambda, mix, pair_by_permutation
from mixup_demo.toy.networks import Adam, Stack
from mixup_demo.training.export import hardware
from mixup_demo.training.folds import corrected_interval

NAME = "tabular"

#: name -> scikit-learn's loader of the bundled table
TABLES = {
    "iris": datasets.load_iris,
    "wine": datasets.load_wine,
    "breast_cancer": datasets.load_breast_cancer,
    "digits": datasets.load_digits,
}
ALPHA = 1.0
HIDDEN, BATCH, RATE = (128, 128), 16, 1e-3
FOLDS = 5
#: how often the paper passes through the table; longer trainings are multiples of that
EPOCHS = 10
MODELS = ("erm", "mixup")


class Split(NamedTuple):
    """One split of a table; columns are standardised by the training rows.

    Attributes:
        train, test: float32, (N, D) and (T, D).
        labels, test_labels: int64, (N,) and (T,).
    """

    train: NDArray[np.float32]
    labels: NDArray[np.int64]
    test: NDArray[np.float32]
    test_labels: NDArray[np.int64]


def evaluate(models: Path, sizes: Sizes) -> dict[str, Any]:
    """Return the content of the results file.

    Args:
        models: the folder of the models; none of them is asked.
        sizes: how often the tables are split, and which lengths are trained.
    """
    tables = [_table(name, sizes.repeats, sizes.lengths) for name in TABLES]
    return {
        "name": NAME,
        "command": f"python -m mixup_demo.evaluate --only {NAME}",
        "data": "scikit-learn's bundled tables",
        "n": sum(table["rows"] for table in tables),
        "seeds": list(range(sizes.repeats)),
        "date": datetime.now(timezone.utc).date().isoformat(),
        "precision": "fp32",
        "hardware": hardware(torch.device("cpu")),
        "versions": {package: version(package) for package in PACKAGES},
        "models": {},
        "values": rounded(
            {
                **{"alpha": ALPHA, "folds": FOLDS, "repeats": sizes.repeats},
                **{"batch": BATCH, "hidden": HIDDEN, "rate": RATE, "tables": tables},
            }
        ),
    }


def _table(name: str, repeats: int, lengths: Sequence[int]) -> dict[str, Any]:
    rows, labels = TABLES[name](return_X_y=True)
    classes = int(labels.max()) + 1
    errors = np.concatenate(
        [
            fold_errors(list(splits(rows, labels, seed)), classes, lengths, seed)
            for seed in range(repeats)
        ],
        axis=2,
    )
    ratio = 1 / (FOLDS - 1)
    return {
        **{"table": name, "rows": len(rows), "columns": rows.shape[1], "classes": classes},
        "lengths": [
            {"epochs": epochs, **compared(erm, mixup, ratio)}
            for epochs, (erm, mixup) in zip(lengths, errors, strict=True)
        ],
    }


def compared(erm: ArrayLike, mixup: ArrayLike, ratio: float) -> dict[str, Any]:
    """Return the mean errors of J splits, and the difference mixup − ERM with its interval.

    Args:
        erm, mixup: shares of test rows that are wrong, (J,), by split.
        ratio: test rows for one training row.
    """
    plain, mixed = np.asarray(erm, float), np.asarray(mixup, float)
    difference = mixed - plain
    return {
        "erm": {"error": float(plain.mean())},
        "mixup": {"error": float(mixed.mean())},
        "difference": {
            "mean": float(difference.mean()),
            "interval": corrected_interval(difference, ratio),
            "by_split": difference,
        },
    }


def splits(rows: NDArray[np.float64], labels: NDArray[Any], seed: int) -> Iterator[Split]:
    """Yield the splits of a stratified cross-validation; training rows alone set the scale."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for train, test in folds.split(rows, labels):
        scale = StandardScaler().fit(rows[train])
        yield Split(
            scale.transform(rows[train]).astype(np.float32),
            labels[train].astype(np.int64),
            scale.transform(rows[test]).astype(np.float32),
            labels[test].astype(np.int64),
        )


def fold_errors(
    folds: Sequence[Split], classes: int, lengths: Sequence[int], seed: int, alpha: float = ALPHA
) -> NDArray[np.float64]:
    """Return the test errors of ERM and mixup after each number of epochs, (lengths, 2, folds).

    All networks of a cross-validation train side by side, from the same weights.

    Args:
        folds: the splits.
        classes: K.
        lengths: epochs, rising.
        seed: of weights, batches, partners and λ.
        alpha: mixup's α.
    """
    stack = Stack(
        [folds[0].train.shape[1], *HIDDEN, classes],
        len(MODELS) * len(folds),
        "relu",
        torch.Generator().manual_seed(seed),
    )
    optimiser = Adam(stack.values, RATE, 0.0)
    found = []
    for epoch in range(1, lengths[-1] + 1):
        for inputs, targets in _batches(
            folds, classes, np.random.default_rng((seed, epoch)), alpha
        ):
            trace = stack.forward(inputs)
            stack.backward(trace, (trace.logits.softmax(dim=2) - targets) / BATCH)
            optimiser.step(stack.gradient)
        if epoch in lengths:
            found.append(_wrong(stack, folds))
    return np.array(found)


def _batches(
    folds: Sequence[Split], classes: int, rng: np.random.Generator, alpha: float
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield one pass through the training rows, as it is for ERM and mixed for mixup.

    Yields:
        inputs, (2 · folds, `BATCH`, D), and targets, (2 · folds, `BATCH`, K): ERM's folds first.
    """
    steps = min(len(fold.train) for fold in folds) // BATCH
    orders = [
        rng.permutation(len(fold.train))[: steps * BATCH].reshape(steps, -1) for fold in folds
    ]
    tables = [
        (torch.from_numpy(fold.train), F.one_hot(torch.from_numpy(fold.labels), classes).float())
        for fold in folds
    ]
    for step in range(steps):
        first = [order[step] for order in orders]
        second = [one[pair_by_permutation(BATCH, rng)] for one in first]
        lam = [draw_lambda(alpha, rng) for _ in folds]
        plain = [_taken(table, one) for table, one in zip(tables, first, strict=True)]
        others = [_taken(table, one) for table, one in zip(tables, second, strict=True)]
        mixed = [
            tuple(mix(a, b, weight) for a, b in zip(own, other, strict=True))
            for own, other, weight in zip(plain, others, lam, strict=True)
        ]
        inputs, targets = zip(*plain, *mixed, strict=True)
        yield torch.stack(inputs), torch.stack(targets)


def _taken(table: tuple[Tensor, Tensor], rows: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    return table[0][rows], table[1][rows]


def _wrong(stack: Stack, folds: Sequence[Split]) -> list[list[float]]:
    """Return the shares of test rows that are wrong, (2, folds)."""
    longest = max(len(fold.test) for fold in folds)
    padded = np.stack(
        [np.pad(fold.test, ((0, longest - len(fold.test)), (0, 0))) for fold in folds]
    )
    answers = stack.forward(torch.from_numpy(np.tile(padded, (len(MODELS), 1, 1)))).logits
    chosen = answers.argmax(dim=2).numpy().reshape(len(MODELS), len(folds), longest)
    return [
        [
            float(np.mean(row[: len(fold.test)] != fold.test_labels))
            for row, fold in zip(rows, folds, strict=True)
        ]
        for rows in chosen
    ]
