"""The Mix view before any script has run: the mixed picture, the soft label, both answers.

It is made of the answer that the page opens with, in the elements that web/answers.js makes; a test
in a browser compares the two.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from mixup_demo.images import gallery, thumbnails
from mixup_demo.serving.first import Fill, First, escaped, fixed, percent, shares, tag
from mixup_demo.serving.settings import CALIBRATION, DEVICE, PAIR
from mixup_demo.views.mix.firstcards import answers
from mixup_demo.views.mix.settings import ALPHA, LAMBDA, METHOD, ROOM

#: an image of one clear point
BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
#: longer side of the picture that stands until scripts draw a better one, px, and its quality
SIDE, QUALITY = 256, 55


def first_state(first: First) -> dict[str, Fill]:
    """Return what fills the template, by data-id; nothing where the link asks something else.

    Nothing of many classes either, whose rows change with λ, nor of two pictures that own models
    take for one class, of which other things are said.
    """
    lam, answer = _lambda(first), first.answer
    if lam is None or not answer or answer["leading"] or len(set(answer["labels"])) == 1:
        return {}
    index = int(lam * first.config["grid"] + 0.5)
    limits = {
        "min": f"{LAMBDA.minimum:g}",
        "max": f"{LAMBDA.maximum:g}",
        "step": f"{LAMBDA.step:g}",
    }
    width, height = _shown(first, first.config["display"])
    weight, rest = shares(lam)
    picture = {"width": f"{width}", "height": f"{height}", "aria-label": _described(first, lam)}
    address = _mixed(lam, _shown(first, SIDE))
    return {
        "mixed": Fill(attributes={**picture, "style": f"background: url({address}) 0 / cover"}),
        "lambda": Fill(attributes={**limits, "value": f"{lam:g}"}),
        "lambda-number": Fill(attributes={**limits, "value": fixed(lam, 2)}),
        "weight-a": Fill(fixed(weight, 2)),
        "weight-b": Fill(fixed(rest, 2)),
        "said": Fill(escaped(_said(first, index, lam))),
        "strip-hint": Fill(escaped(first.say("strip.hint.mixup"))),
        "soft-bar": _soft_label(first, lam),
        "answers": Fill("".join(answers(first, index))),
        "examples": Fill("".join(_examples(first.answer["class_list"]))),
        "compare-presets": Fill("".join(_comparisons(first))),
        "alpha-value": Fill(f"{ALPHA.default:g}"),
        "legend-a": Fill(escaped(_classes(first)[0])),
        "legend-b": Fill(escaped(_classes(first)[1])),
        "verdicts": Fill("".join(_verdicts(first))),
    }


def _lambda(first: First) -> float | None:
    """Return the link's λ, None where it asks other than what the page opens with."""
    a, b = gallery.pairs()[0]
    default = first.config["controls"][PAIR.name]["default"]
    usual = {"a": a, "b": b, METHOD.name: METHOD.default, DEVICE.name: DEVICE.default}
    usual |= {PAIR.name: default, ALPHA.name: f"{ALPHA.default:g}"}
    usual |= {CALIBRATION.name: CALIBRATION.default}
    if any(first.link.get(name, value) != value for name, value in usual.items()):
        return None
    if "la" in first.link or "lb" in first.link:
        return None
    try:
        lam = float(first.link.get(LAMBDA.name, LAMBDA.default))
    except ValueError:
        return LAMBDA.default
    return lam if LAMBDA.minimum <= lam <= LAMBDA.maximum else LAMBDA.default


def _classes(first: First) -> list[str]:
    names = first.config["class_lists"][first.answer["class_list"]]
    return [first.class_name(names[label]) for label in first.answer["labels"]]


def _described(first: First, lam: float) -> str:
    a, b = _classes(first)
    share, rest = (fixed(100 * part) for part in shares(lam))
    values = {"method": first.say("define.mixup.term"), "lambda": fixed(lam, 2)}
    return first.say("mixed.label", **values, a=a, b=b, share=share, rest=rest)


def _shown(first: First, longer: int) -> tuple[int, int]:
    """Return (width, height) of a picture in the shape that the models see."""
    height, width = first.answer["input_size"]
    scale = longer / max(height, width)
    return round(width * scale), round(height * scale)


@lru_cache(maxsize=101)
def _mixed(lam: float, size: tuple[int, int]) -> str:
    """Return the opening pair, mixed, as a data URI."""
    a, b = (thumbnails.middle(key, size).astype(float) for key in gallery.pairs()[0])
    mixed = np.round(lam * a + (1 - lam) * b).astype(np.uint8)
    return thumbnails.data_uri(mixed, QUALITY)


def _soft_label(first: First, lam: float) -> Fill:
    """Return the bar of the soft label; the opening pair is of two classes."""
    shown = zip(_classes(first), shares(lam), strict=True)
    texts = [f"{name} {percent(part)}" for name, part in shown]
    spans = [
        tag(
            "span",
            {"class": f"soft-{kind}", "style": f"width: {100 * share:g}%"},
            escaped(said) if share >= ROOM else "",
        )
        for kind, said, share in zip("ab", texts, (lam, 1 - lam), strict=True)
    ]
    return Fill("".join(spans), {"aria-label": ", ".join(texts)})


def _said(first: First, index: int, lam: float) -> str:
    """What is seen now, in one sentence: as web/said.js says it."""
    a, b = _classes(first)
    share, rest = (percent(part) for part in shares(lam))
    values = {"a": a, "b": b, "share": share, "rest": rest}
    blend = first.say(f"said.{first.answer['blend'][index]}", **values)
    left, right = (
        _says(first, model["key"], name, index)
        for model, name in zip(first.answer["models"], _names(first), strict=True)
    )
    return first.say("said.whole", blend=blend, left=left, right=right)


def _says(first: First, key: str, name: str, index: int) -> str:
    said = first.answer["answers"][key]
    classes = first.config["class_lists"][first.answer["class_list"]]
    leaders, confidence = said["leaders"], said["confidence"][index]
    return first.say(
        f"said.{said['manner'][index]}",
        model=name,
        first=first.class_name(classes[leaders["first"][index]]),
        second=first.class_name(classes[leaders["second"][index]]),
        share=percent(confidence),
        rest=percent(leaders["second_share"][index]),
    )


def _names(first: First) -> list[str]:
    """Return the models' names, without what both have in common."""
    names = [model["name"] for model in first.answer["models"]]
    settings = {first.say(f"model.{name}.setting") for name in names}
    part = "" if len(settings) > 1 else ".method"
    return [first.say(f"model.{name}{part}") for name in names]


def _verdicts(first: First) -> Iterator[str]:
    marks, models = first.config["marks"], first.answer["models"]
    for mark, model, name in zip(marks, models, _names(first), strict=True):
        verdict = first.answer["verdicts"][model["key"]]
        word = {"class": f"model-word model-word-{mark['name']}"}
        said = first.say(verdict["key"], slope=verdict["slope"])
        thickness = first.say("verdict.thickness", thickness=verdict["thickness"])
        yield tag(
            "p",
            None,
            tag("b", word, escaped(name)),
            tag("span", {"class": "verdict"}, f" {escaped(said)}"),
            tag("span", {"class": "thickness advanced"}, escaped(thickness)),
        )


def _examples(classes: str) -> Iterator[str]:
    """Yield the examples' places, so that nothing moves when the photos come."""
    empty = tag("img", {"alt": "", "src": BLANK, "width": "44", "height": "44"})
    yield from (tag("span", {"class": "example"}, empty * 2) for _ in gallery.pairs(classes))


def _comparisons(first: First) -> Iterator[str]:
    """Yield the names of the comparisons, as buttons that answer when scripts have come."""
    offered = first.config["controls"][PAIR.name]["presets"]
    keys = ["compare.by-alpha", *(f"compare.preset.{name}" for name in offered), "compare.own"]
    for number, key in enumerate(keys):
        pressed = {"type": "button", "aria-pressed": "true" if number == 0 else "false"}
        yield tag("button", pressed, escaped(first.say(key)))
