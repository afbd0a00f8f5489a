"""The exercises as data: what each is given, shows and computes; its words are in `wording`."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scipy.stats import beta

from mixup_demo.evidence.panel import percent, short, signed, whole
from mixup_demo.evidence.trace import length
from mixup_demo.views.learn.evidence import Evidence

#: what the first exercise gives
LAM = 0.3
#: ends of the middle of λ, and the α that are compared there
MIDDLE, ALPHAS = (0.1, 0.9), (0.2, 1.0)
#: radii of the two rings of the Toy view's circles
RINGS = (0.5, 1.0)


@dataclass(frozen=True)
class Exercise:
    """One exercise. "NAME.ask" and "NAME.solution" are the keys of its words.

    Attributes:
        name: of the exercise.
        code: Python that computes the solution with this package; it runs by itself.
        formula: shown with the question, see `formulas`; "" for none.
        values: what fills the words, from the evidence.
        numbers: names of computed sentences that the solution quotes, see `learn.numbers`.
        link: the state of the explorer to try it in.
    """

    name: str
    code: str
    formula: str = ""
    values: Callable[[Evidence], Mapping[str, str]] = lambda found: {}
    numbers: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet; "NAME.title" and "NAME.intro" are the keys of its head."""

    name: str
    exercises: tuple[Exercise, ...]


def middle_share(alpha: float) -> float:
    """Return the probability that λ ~ Beta(α, α) lies in `MIDDLE`."""
    low, high = beta.cdf(MIDDLE, alpha, alpha)
    return float(high - low)


def intruding_share() -> float:
    """Return how often the middle of two points of the outer ring is nearer to the inner one.

    Two even angles differ by 2u with u even in (0, π): the middle has radius |cos u|.
    """
    return 1 - 2 * math.acos(sum(RINGS) / 2) / math.pi


def _beta(found: Evidence) -> dict[str, str]:
    ends = {"low": short(MIDDLE[0]), "high": short(MIDDLE[1])}
    alphas = {"small": short(ALPHAS[0]), "large": short(ALPHAS[1])}
    shares = {
        name: percent(middle_share(alpha), 0)
        for name, alpha in zip(("few", "many"), ALPHAS, strict=True)
    }
    return {**ends, **alphas, **shares}


def _overlap(found: Evidence) -> dict[str, str]:
    values = found.files["tabular"]["values"]
    table = values["tables"][-1]
    cell = table["lengths"][-1]
    low, high = (signed(100 * end, 2) for end in cell["difference"]["interval"])
    n = length(cell["difference"]["by_split"])
    return {
        "epochs": whole(cell["epochs"]),
        "n": whole(n),
        "folds": whole(values["folds"]),
        "difference": signed(100 * cell["difference"]["mean"], 2),
        "low": low,
        "high": high,
        "factor": f"{math.sqrt(1 + n / (values['folds'] - 1)):.2f}",
    }


IDEA = Sheet(
    "idea",
    (
        Exercise(
            "label",
            """\
from mixup_demo import mixing

cat, dog = mixing.one_hot([3, 5], 10)
print(mixing.mix(cat, dog, 0.3))""",
            "targets",
            lambda found: {"lam": short(LAM), "rest": short(1 - LAM)},
            link="?view=mix&a=cat-1&b=dog-1&lam=0.3",
        ),
        Exercise(
            "loss",
            """\
import torch
from torch.nn.functional import cross_entropy

scores = torch.randn(1, 10, generator=torch.Generator().manual_seed(0))
a, b, lam = torch.tensor([3]), torch.tensor([5]), 0.3
soft = lam * torch.eye(10)[a] + (1 - lam) * torch.eye(10)[b]
print(cross_entropy(scores, soft).item())
print((lam * cross_entropy(scores, a) + (1 - lam) * cross_entropy(scores, b)).item())""",
            "loss",
            link="?view=learn&chapter=labels",
        ),
        Exercise(
            "beta",
            """\
import numpy as np
from mixup_demo import mixing

for alpha in (0.2, 1.0):
    lam = mixing.draw_lambda(alpha, np.random.default_rng(0), 100_000)
    print(alpha, np.mean((lam > 0.1) & (lam < 0.9)))""",
            "beta",
            _beta,
            link="?view=mix&alpha=0.2",
        ),
        Exercise(
            "flip",
            """\
from mixup_demo import mixing

for size in (6, 7):
    partner = mixing.pair_by_flip(size)
    print(size, partner, [k for k in range(size) if partner[k] == k])""",
            link="?view=train",
        ),
        Exercise(
            "intrusion",
            """\
import numpy as np

rng = np.random.default_rng(0)
first, second = np.exp(2j * np.pi * rng.uniform(size=(2, 100_000)))
radius = abs(first + second) / 2
print(np.mean(abs(radius - 0.5) < abs(radius - 1.0)))""",
            values=lambda found: {
                **{"inner": short(RINGS[0]), "outer": short(RINGS[1])},
                "middle": short(sum(RINGS) / 2),
                "share": percent(intruding_share(), 0),
            },
            link="?view=toy&dataset=circles&noise=0&toy_alpha=1",
        ),
    ),
)

EVIDENCE = Sheet(
    "evidence",
    (
        Exercise(
            "interval",
            """\
from mixup_demo.evidence.files import read

for group in read("generalisation")["values"]["groups"]:
    print(group["group"], group["difference"])""",
            numbers=("general.ours",),
            link="?view=evidence&panel=generalisation",
        ),
        Exercise(
            "overlap",
            """\
import numpy as np
from scipy import stats
from mixup_demo.evidence.files import read

values = read("tabular")["values"]
cell = values["tables"][-1]["lengths"][-1]
splits = np.array(cell["difference"]["by_split"])
ratio = 1 / (values["folds"] - 1)  # test rows for one training row
reach = stats.t.ppf(0.975, len(splits) - 1) * splits.std(ddof=1)
for name, variance in (("plain", 1 / len(splits)), ("corrected", 1 / len(splits) + ratio)):
    print(name, splits.mean() - reach * variance**0.5, splits.mean() + reach * variance**0.5)""",
            values=_overlap,
            link="?view=learn&chapter=kinds",
        ),
        Exercise(
            "dropout",
            """\
from mixup_demo.evidence.files import read

for share in read("studies")["values"]["methods"]["corrupted"]:
    print(share["share"], [(one["method"], one["mean"]) for one in share["methods"]])""",
            numbers=("corrupted.ours",),
            link="?view=evidence&panel=corrupted",
        ),
        Exercise(
            "temperature",
            """\
import torch

logits = torch.tensor([2.0, 1.0, 0.0])
for temperature in (0.5, 1.0, 2.0):
    print(temperature, (logits / temperature).softmax(dim=0))""",
            numbers=("limits.under", "limits.calibration"),
            link="?view=evidence&panel=calibration",
        ),
        Exercise(
            "attack",
            """\
from mixup_demo.evidence.files import read

for attack in read("adversarial")["values"]["attacks"]:
    if attack["source"] == "white":
        errors = {model: attack[model]["error"] for model in ("erm", "mixup")}
        print(attack["method"], attack["budget"], errors)""",
            "fgsm",
            numbers=("attacks.masked",),
            link="?view=evidence&panel=adversarial",
        ),
    ),
)

SHEETS = (IDEA, EVIDENCE)
