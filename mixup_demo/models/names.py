"""What the page knows of the models: their names, made from their recipes, and their groups."""

from collections.abc import Mapping
from typing import Any

from mixup_demo.serving import settings
from mixup_demo.models import zoo
from mixup_demo.texts import text

Recipe = Mapping[str, Any]


def names(language: str) -> dict[str, str]:
    """Return the models' names as texts, in addition to those of `texts`.

    "model.NAME" tells a model from all others; it is put together from "model.NAME.method", how
    the model was trained, and "model.NAME.setting", on what.
    """
    found = {}
    for name, entry in zoo.read_manifest().items():
        recipe = entry["recipe"]
        parts = {"method": method(recipe, language), "setting": setting(recipe, language)}
        found[f"model.{name}"] = ", ".join(parts.values())
        found |= {f"model.{name}.{part}": said for part, said in parts.items()}
    return found


def method(recipe: Recipe, language: str) -> str:
    """Return what was done in training, for example "mixup α = 8, dropout 0.3"."""
    mixing = {
        "name.mixup": ("alpha", recipe["alpha"]),
        "name.cutmix": ("alpha", recipe["cutmix_alpha"]),
        "name.smoothing": ("epsilon", recipe["label_smoothing"]),
    }
    said = [_part(key, language, name, value) for key, (name, value) in mixing.items() if value]
    said = [" + ".join(said) or text("model.erm", language)]
    if recipe["dropout"]:
        said.append(_part("name.dropout", language, "dropout", recipe["dropout"]))
    return ", ".join(said)


def _part(key: str, language: str, name: str, value: float) -> str:
    return text(key, language, **{name: f"{value:g}"})


def setting(recipe: Recipe, language: str) -> str:
    """Return what sets the training apart besides its method, for example "10,000 images".

    That is the first of corrupted labels, fewer images and the network, and a seed other than 0.
    """
    if recipe["corruption"]:
        said = text("name.corrupted", language, percent=f"{100 * recipe['corruption']:g}")
    elif recipe["train_images"]:
        said = text("name.images", language, count=f"{recipe['train_images']:,}")
    else:
        said = text(f"name.{recipe['architecture']}", language)
    return f"{said}, {text('name.seed', language, seed=recipe['seed'])}" if recipe["seed"] else said


def groups() -> dict[str, list[str]]:
    """Return the models that can be compared, by group, in the order of what sets them apart."""
    grouped: dict[str, list[str]] = {
        name: [] for name in ("large", "family", "corrupted", "scarce", "others")
    }
    for name in sorted(zoo.comparable(), key=_order):
        grouped[_group(name)].append(name)
    return grouped


def _order(name: str) -> tuple[float, ...]:
    recipe = zoo.card(name)["recipe"]
    return tuple(recipe[field] for field in ("corruption", "seed", "alpha", "dropout"))


def _group(name: str) -> str:
    recipe = zoo.card(name)["recipe"]
    if recipe["corruption"]:
        return "corrupted"
    if recipe["train_images"]:
        return "scarce"
    pairs = [pair for pair, models in zoo.PAIRS.items() if name in models.values()]
    if not pairs:
        return "others"
    return "large" if settings.PAIR.default in pairs else "family"


def family() -> list[dict[str, Any]]:
    """Return which pair answers for which α; the default pair, trained longest, for its own."""
    default = zoo.card(zoo.PAIRS[settings.PAIR.default]["mixup"])["recipe"]["alpha"]
    others = [alpha for alpha in settings.FAMILY if alpha != default]
    return [{"alpha": default, "pair": settings.PAIR.default}] + [
        {"alpha": alpha, "pair": f"small-{alpha:g}"} for alpha in others
    ]
