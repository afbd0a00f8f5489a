"""The cards of the two models in the Mix view's first state, see `first`."""

from collections.abc import Iterator, Mapping
from typing import Any

from mixup_demo.serving.first import First, escaped, fixed, percent, tag

#: below the bars, the first for everybody
NUMBERS = ("confidence", "loss", "entropy")


def answers(first: First, index: int) -> Iterator[str]:
    """Yield both models' cards at a point of λ, as web/answercard.js makes them."""
    for mark, model in zip(first.config["marks"], first.answer["models"], strict=True):
        name = model["name"]
        said = {part: first.say(f"model.{name}.{part}") for part in ("method", "setting")}
        method = {"class": f"model-name model-method model-{mark['name']}"}
        rows = "".join(_row(first, row, model["key"], index) for row in first.answer["bars"])
        yield tag(
            "article",
            {"class": "card answer", "data-mark": mark["name"]},
            tag(
                "h2",
                None,
                tag("span", method, escaped(said["method"])),
                " ",
                tag("small", {"class": "model-setting advanced"}, escaped(said["setting"])),
                *_definition(first, first.config["cards"][name]),
            ),
            tag("div", {"class": "bars"}, rows),
            tag(
                "dl",
                {"class": "numbers"},
                *_numbers(first, model["key"], first.say(f"model.{name}"), index),
            ),
            tag(
                "p",
                {"class": "card-line advanced"},
                escaped(_card(first, first.config["cards"][name])),
            ),
        )


def _row(first: First, row: Mapping[str, Any], model: str, index: int) -> str:
    name = first.class_name(row["class"]) if row["class"] else ""
    name = name or first.say("bars.rest", count=row["count"])
    share, target = row[model][index], row["target"][index]
    fill = {"class": f"fill fill-{row['kind']}", "style": f"transform: scaleX({share:g})"}
    tick = {"style": f"left: {100 * target:g}%"} if target else {"hidden": ""}
    marks = tag("i", fill) + tag("i", {"class": "tick", **tick})
    return tag(
        "div",
        {"class": "bar-row"},
        tag("span", {"class": "bar-name", "title": name}, escaped(name)),
        tag("span", {"class": "track"}, marks),
        tag("span", {"class": "bar-value"}, percent(share)),
    )


def _numbers(first: First, model: str, of: str, index: int) -> Iterator[str]:
    for number in NUMBERS:
        at = first.answer["answers"][model][number][index]
        value = percent(at) if number == "confidence" else f"{fixed(at, 2)} nat"
        yield tag(
            "div",
            {"class": "" if number == NUMBERS[0] else "advanced"},
            tag(
                "dt",
                None,
                tag("span", None, escaped(first.say(f"number.{number}"))),
                " ",
                _help(first, f"number.{number}.help", of),
            ),
            tag("dd", None, value),
        )


def _definition(first: First, card: Mapping[str, Any]) -> Iterator[str]:
    """Yield the button that explains how a model was trained, where that is known."""
    if card["definition"] is not None:
        setting = first.say(f"model.{card['name']}.setting")
        yield from (" ", _help(first, f"define.{card['definition']}.help", setting))


def _help(first: First, hint: str, of: str) -> str:
    """Return a button that explains, its name told from those beside it by what it is `of`."""
    label = first.say("help.label.of", term=first.term(hint), of=of)
    named = {"class": "help", "type": "button", "data-hint": hint, "aria-label": label}
    named |= {"data-of": of}
    return tag("button", named, "?")


def _card(first: First, card: Mapping[str, Any]) -> str:
    known = {"name": card["name"], "millions": fixed((card["parameters"] or 0) / 1e6, 1)}
    if not card["parameters"]:  # nothing is known
        return str(card["name"])
    error, images, recipe = card["test_error"], card["test_images"], card["recipe"]
    if error is None or images is None or recipe is None:
        return first.say("model.card.plain", **known)
    facts = {"error": fixed(100 * error, 2), "n": f"{images:,}", "epochs": recipe["epochs"]}
    return first.say("model.card", **known, **facts)
