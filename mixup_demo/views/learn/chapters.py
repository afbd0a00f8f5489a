"""The chapters in their order: what each shows, asks and opens."""

from mixup_demo.views.learn.chapter import Chapter, Door, Shown

#: marks of the charts on corrupted labels
LABELS = ("erm", "erm-dropout", "mixup", "mixup-dropout")

CHAPTERS = (
    Chapter(
        "erm",
        paragraphs=2,
        choices=3,
        right=1,
        formulas=("erm",),
        figure="risk",
        doors=(Door("toy-start", "toy", {"dataset": "moons", "at": "0"}),),
    ),
    Chapter(
        "memory",
        paragraphs=2,
        choices=3,
        right=2,
        numbers=("memory.paper", "memory.ours"),
        charts=(Shown("corrupted", "evidence.corrupted.chart.80", LABELS),),
        doors=(
            Door("toy-flipped", "toy", {"dataset": "moons", "flip": "0.2"}),
            Door("mix-third", "mix", {"a": "automobile-2", "b": "ship-2", "lam": "0.59"}),
        ),
    ),
    Chapter(
        "vicinity",
        paragraphs=2,
        choices=3,
        right=1,
        formulas=("vrm", "vicinity"),
        figure="vicinity",
        doors=(Door("toy-mixed", "toy", {"dataset": "moons", "toy_alpha": "1"}),),
    ),
    Chapter(
        "equation",
        paragraphs=2,
        choices=3,
        right=0,
        formulas=("inputs", "targets", "beta"),
        figure="equation",
        doors=(
            Door("mix-half", "mix", {"lam": "0.5"}),
            Door("mix-small-alpha", "mix", {"alpha": "0.2"}),
        ),
        more=2,
    ),
    Chapter(
        "labels",
        paragraphs=1,
        choices=3,
        right=1,
        formulas=("loss",),
        figure="loss",
        doors=(Door("mix-loss", "mix", {"lam": "0.7", "more": "1"}),),
    ),
    Chapter(
        "between",
        paragraphs=2,
        choices=3,
        right=0,
        figure="path",
        numbers=("between.miss", "between.gradient", "between.equal"),
        charts=(
            Shown("between", "evidence.between.miss"),
            Shown("between", "evidence.between.gradient"),
        ),
        doors=(
            Door("toy-figure", "toy", {"dataset": "toy", "toy_alpha": "1"}),
            Door("mix-path", "mix", {"lam": "0.6"}),
            Door("boundary", "boundary", {"show": "confidence"}),
            Door("evidence-between", "evidence", {"panel": "between"}),
        ),
    ),
    Chapter(
        "general",
        paragraphs=2,
        choices=3,
        right=0,
        numbers=("general.paper", "general.imagenet", "general.curves", "general.ours"),
        charts=(
            Shown("generalisation", "evidence.studies.chart.curves"),
            Shown("generalisation", "evidence.generalisation.chart", ("erm", "mixup", "paper")),
        ),
        doors=(Door("evidence-general", "evidence", {"panel": "generalisation"}),),
    ),
    Chapter(
        "corrupted",
        paragraphs=2,
        choices=3,
        right=2,
        numbers=("corrupted.paper", "corrupted.ours", "corrupted.both", "corrupted.claim"),
        charts=(Shown("corrupted", "evidence.corrupted.chart.50", LABELS),),
        doors=(
            Door("toy-flipped-alpha", "toy", {"dataset": "toy", "flip": "0.2", "toy_alpha": "8"}),
            Door("evidence-corrupted", "evidence", {"panel": "corrupted"}),
        ),
    ),
    Chapter(
        "attacks",
        paragraphs=2,
        choices=3,
        right=1,
        formulas=("fgsm",),
        numbers=("attacks.paper", "attacks.masked", "attacks.claim", "attacks.black"),
        charts=(
            Shown("adversarial", "evidence.attack.fgsm.white", ("erm", "mixup", "paper")),
            Shown("adversarial", "evidence.attack.pgd.white"),
        ),
        doors=(
            Door("attack-one", "evidence", {"panel": "adversarial", "epsilon": "4"}),
            Door(
                "attack-many",
                "evidence",
                {"panel": "adversarial", "epsilon": "1", "attack": "ifgsm"},
            ),
        ),
    ),
    Chapter(
        "gan",
        paragraphs=2,
        choices=3,
        right=1,
        formulas=("gan",),
        numbers=("gan.minimax", "gan.nonsaturating", "gan.claim"),
        charts=(Shown("gan", "evidence.gan.chart.modes"),),
        doors=(
            Door("gan-ring", "toy", {"gan_data": "ring", "gan_alpha": "0.2"}, "toy-gan"),
            Door(
                "gan-grid",
                "toy",
                {"gan_data": "grid", "gan_alpha": "0.2", "gan_loss": "nonsaturating"},
                "toy-gan",
            ),
        ),
    ),
    Chapter(
        "kinds",
        paragraphs=2,
        choices=3,
        right=1,
        figure="sound",
        numbers=(
            *("kinds.large", "kinds.small", "kinds.iris", "kinds.wine"),
            *("kinds.cancer", "kinds.digits", "kinds.tables"),
        ),
        charts=(
            Shown("learn", "learn.kinds.chart", ()),
            Shown("learn", "learn.kinds.table.chart", ()),
        ),
        doors=(Door("evidence-limits", "evidence", {"panel": "limits"}),),
        more=2,
    ),
    Chapter(
        "cutmix",
        paragraphs=2,
        choices=3,
        right=0,
        formulas=("cutmix",),
        figure="cutmix",
        numbers=("cutmix.ours",),
        doors=(Door("mix-cutmix", "mix", {"method": "cutmix", "lam": "0.6"}),),
    ),
    Chapter(
        "alpha",
        paragraphs=2,
        choices=3,
        right=1,
        numbers=("alpha.underfits", "alpha.paper", "alpha.decay", "alpha.long"),
        charts=(
            Shown("generalisation", "evidence.alpha.chart", ("erm", "mixup", "training", "other")),
            Shown("limits", "evidence.limits.schedule", ("paper-erm", "paper-mixup")),
        ),
        doors=(
            Door("toy-alpha", "toy", {"dataset": "spirals2", "toy_alpha": "8"}),
            Door("mix-large-alpha", "mix", {"alpha": "8"}),
        ),
    ),
    Chapter(
        "limits",
        paragraphs=2,
        choices=3,
        right=2,
        numbers=("limits.under", "limits.calibration", "limits.top5"),
        charts=(Shown("calibration", "evidence.calibration.chart.before"),),
        doors=(
            Door("toy-intrusion", "toy", {"dataset": "circles", "toy_alpha": "1"}),
            Door("mix-intrusion", "mix", {"a": "dog-2", "b": "frog-2", "lam": "0.6"}),
            Door("mix-unsure", "mix", {"a": "truck-2", "b": "frog-2", "lam": "0.5"}),
            Door("evidence-calibration", "evidence", {"panel": "calibration"}),
        ),
    ),
    Chapter(
        "use",
        paragraphs=2,
        choices=3,
        right=1,
        code=("plain", "timm"),
        doors=(
            Door("train-elem", "train", {"mode": "elem", "label_smoothing": "0"}),
            Door("train-loaders", "train", {"library": "two-loaders"}, "train-code"),
            Door("mix-own", "mix"),
        ),
    ),
)
