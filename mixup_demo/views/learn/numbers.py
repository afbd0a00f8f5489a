"""Sentences with numbers: those of the evidence, and the paper's, by the name chapters use."""

from collections.abc import Callable

from mixup_demo.evidence import tabular
from mixup_demo.evidence.attack_says import paper_ratio, paper_row
from mixup_demo.evidence.panel import Says, Values, number, percent, ratio, reported, short, whole
from mixup_demo.evidence.trace import length
from mixup_demo.views.learn.evidence import Evidence

#: the network and data that the paper's tables on labels and weight decay are of
NETWORK, DATA = "PreAct ResNet-18", "CIFAR-10"
#: of the corrupted labels, as chapters 2 and 8 talk about them
MOST, HALF = 0.8, 0.5


def _paper_label(found: Evidence, share: float, method: str) -> Values:
    rows: list[Values] = found.paper["corrupted"]["rows"]
    return next(row for row in rows if row["share"] == share and str(row["method"]) == method)


def _memory(found: Evidence) -> Says:
    row = _paper_label(found, MOST, "erm")
    filled = {
        "share": percent(row["share"], 0),
        "corrupted": number(row["train_corrupted"]),
        "last": number(row["last"], 1),
        "reported": reported(row, "train_status"),
    }
    return Says("learn.memory.paper", filled)


def _general(found: Evidence) -> Says:
    rows = {
        str(row["data"]): row
        for row in found.paper["test_error"]["rows"]
        if str(row["network"]) == NETWORK
    }
    small, large = rows[DATA], rows["CIFAR-100"]
    filled = {
        "network": small["network"],
        **{"erm": number(small["erm"], 1), "mixup": number(small["mixup"], 1)},
        **{"erm_large": number(large["erm"], 1), "mixup_large": number(large["mixup"], 1)},
    }
    return Says("learn.general.paper", filled)


def _imagenet(found: Evidence) -> Says:
    rows = {str(row["network"]): row for row in found.paper["test_error"]["rows"]}
    short_run, long_run = (rows[f"ResNet-50, {epochs} epochs"] for epochs in (90, 200))
    filled = {
        f"{model}_{name}": number(row[model], 1)
        for name, row in (("short", short_run), ("long", long_run))
        for model in ("erm", "mixup")
    }
    return Says("learn.general.imagenet", filled)


def _corrupted(found: Evidence) -> Says:
    rows = {
        method: _paper_label(found, HALF, method)
        for method in ("erm", "erm-dropout", "mixup", "mixup-dropout")
    }
    filled = {method.replace("-", "_"): number(row["last"], 1) for method, row in rows.items()}
    return Says("learn.corrupted.paper", {"share": percent(rows["erm"]["share"], 0), **filled})


def _corrupted_ours(found: Evidence) -> Says:
    shares = found.files["studies"]["values"]["methods"]["corrupted"]
    half = next(share for share in shares if share["share"] == HALF)
    filled = {str(one["method"]).replace("-", "_"): percent(one["mean"]) for one in half["methods"]}
    n = whole(length(half["methods"][0]["errors"]))
    return Says("learn.corrupted.ours", {"share": percent(half["share"], 0), "n": n, **filled})


def _corrupted_both(found: Evidence) -> Says:
    small = {
        "other": "[[evidence.legend.mixup-dropout]]",
        "network": "[[evidence.studies.network.cnn]]",
    }
    return found.says("corrupted", "evidence.corrupted.says.seeds.last", **small)


def _attacks(found: Evidence) -> Says:
    ratios = {
        source: paper_ratio(paper_row(found.paper["adversarial"], "fgsm", source))
        for source in ("white", "black")
    }
    filled = {source: ratio(value) for source, value in ratios.items()}
    return Says("learn.attacks.paper", {"network": found.paper["adversarial"]["network"], **filled})


def _gan(found: Evidence, loss: str, measure: str) -> Says:
    """Return the comparison on the ring with one of the losses."""
    where = f"[[evidence.gan.data.ring]], [[evidence.gan.loss.{loss}]]"
    return found.says("gan", f"evidence.gan.says.{measure}", where=where)


def _speech(found: Evidence, network: str, key: str) -> Says:
    rows = [row for row in found.paper["speech"]["rows"] if str(row["network"]) == network]
    plain, mixed = rows[0], rows[-1]
    filled = {
        "network": plain["network"],
        **{"erm": number(plain["error"], 1), "mixup": number(mixed["error"], 1)},
        **{"alpha": short(mixed["alpha"]), "reported": reported(plain)},
    }
    return Says(key, filled)


def _tables(found: Evidence, k: int) -> Says:
    """Return what is said of the table number k, and of all together where k is -1."""
    return tabular.says(found.files["tabular"])[k]


def _cutmix(found: Evidence) -> Says:
    family = found.files["generalisation"]["values"]["alpha"]
    by = {(str(one["method"]), float(one["alpha"])): one for one in family}
    cutmix = next(one for one in family if str(one["method"]) == "cutmix")
    same = by["mixup", float(cutmix["alpha"])]
    filled = {
        "alpha": short(cutmix["alpha"]),
        "cutmix": percent(cutmix["test_error"]),
        "mixup": percent(same["test_error"]),
        "erm": percent(by["erm", 0.0]["test_error"]),
    }
    return Says("learn.cutmix.ours", filled)


def _alpha(found: Evidence) -> Says:
    """Return α on CIFAR-10, and on ImageNet: what improved on ERM, and what the table has."""
    rows = found.paper["test_error"]["rows"]
    small = next(row["alpha"] for row in rows if str(row["data"]) == DATA)
    large = sorted((row["alpha"] for row in rows if str(row["data"]) == "ImageNet"), key=float)
    low, high = (short(end) for end in found.paper["imagenet_alpha"]["interval"])
    table = {"small": short(small), "first": short(large[0]), "last": short(large[-1])}
    return Says("learn.alpha.paper", {**table, "low": low, "high": high})


NUMBERS: dict[str, Callable[[Evidence], Says]] = {
    "memory.paper": _memory,
    "memory.ours": lambda found: found.says("corrupted", "evidence.corrupted.says.memorised"),
    "between.miss": lambda found: found.says(
        "between", "evidence.says.difference.pairs", measure="[[evidence.measure.miss-rate]]"
    ),
    "between.gradient": lambda found: found.says("between", "evidence.between.says.gradient"),
    "between.equal": lambda found: found.says("between", "evidence.between.says.equal"),
    "general.paper": _general,
    "general.imagenet": _imagenet,
    "general.curves": lambda found: found.says("generalisation", "evidence.studies.says.curves"),
    "general.ours": lambda found: found.says(
        "generalisation", "evidence.generalisation.says.seeds", where="[[evidence.group.page]]"
    ),
    "corrupted.paper": _corrupted,
    "corrupted.ours": _corrupted_ours,
    "corrupted.both": _corrupted_both,
    "corrupted.claim": lambda found: found.claims["corrupted"],
    "attacks.paper": _attacks,
    "attacks.masked": lambda found: found.says("adversarial", "evidence.adversarial.says.masked"),
    "attacks.claim": lambda found: found.claims["white"],
    "attacks.black": lambda found: found.claims["black"],
    "gan.minimax": lambda found: _gan(found, "minimax", "modes"),
    "gan.nonsaturating": lambda found: _gan(found, "nonsaturating", "quality"),
    "gan.claim": lambda found: found.claims["gan"],
    "kinds.large": lambda found: _speech(found, "VGG-11", "learn.kinds.speech"),
    "kinds.small": lambda found: _speech(found, "LeNet", "learn.kinds.speech"),
    "kinds.iris": lambda found: _tables(found, 0),
    "kinds.wine": lambda found: _tables(found, 1),
    "kinds.cancer": lambda found: _tables(found, 2),
    "kinds.digits": lambda found: _tables(found, 3),
    "kinds.tables": lambda found: _tables(found, -1),
    "cutmix.ours": _cutmix,
    "alpha.underfits": lambda found: found.says("generalisation", "evidence.alpha.says.underfits"),
    "alpha.several": lambda found: found.says("generalisation", "evidence.alphas.says"),
    "alpha.paper": _alpha,
    "alpha.decay": lambda found: found.says("limits", "evidence.limits.decay"),
    "alpha.long": lambda found: found.says("limits", "evidence.limits.long"),
    "limits.under": lambda found: found.says("calibration", "evidence.calibration.says.under"),
    "limits.calibration": lambda found: found.claims["calibration"],
    "limits.top5": lambda found: found.says("limits", "evidence.limits.top5"),
}
