"""Names of the models in words, made from their recipes, and the groups that list them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from mixup_demo.models.comparisons import COMPARISONS, FAMILY
from mixup_demo.models.manifest import STUDY_FOLDER
from mixup_demo.models.networks import ARCHITECTURES
from mixup_demo.models.spec import ModelSpec
from mixup_demo.models.zoo import Zoo
from mixup_demo.texts import text

Recipe = Mapping[str, Any]

#: what lists the models, in this order
GROUPS = ("own", "large", "imagenet", "family", "corrupted", "scarce", "studies", "others")


def names(zoo: Zoo, language: str) -> dict[str, str]:
    """Return the models' names as texts, in addition to those of `texts`.

    "model.NAME" is unique to a model; it is composed of "model.NAME.method", how
    the model was trained, and "model.NAME.setting", on what. A model without a recipe goes by
    its label or its own name, one whose label others have too by both. "compare.preset.NAME" is a
    user's own comparison, which is unique as well.
    """
    found = {}
    for name, parts in _told_apart(zoo, language).items():
        found[f"model.{name}"] = _whole(parts)
        found |= {f"model.{name}.{part}": said for part, said in parts.items()}
    pairs = {name: pair.split(":") for name, pair in own_pairs(zoo).items()}
    short = {
        name: " · ".join(found[f"model.{model}.method"] for model in pair)
        for name, pair in pairs.items()
    }
    count = Counter(short.values())
    for name, pair in pairs.items():
        long = " · ".join(found[f"model.{model}"] for model in pair)
        found[f"compare.preset.{name}"] = short[name] if count[short[name]] == 1 else long
    return found


def _told_apart(zoo: Zoo, language: str) -> dict[str, dict[str, str]]:
    """Return the parts of each model's name; labels that models share are told apart by names."""
    parts = {name: _parts(model, language) for name, model in zoo.models.items()}
    count = Counter(map(_whole, parts.values()))
    for name, model in zoo.models.items():
        if model.provenance.get("label") and count[str(model.provenance["label"])] > 1:
            parts[name]["setting"] = name
    return parts


def _whole(parts: Mapping[str, str]) -> str:
    return ", ".join(part for part in parts.values() if part)


def own_pairs(zoo: Zoo) -> dict[str, str]:
    """Return the comparisons that a user has handed in: name -> "LEFT:RIGHT"."""
    return {
        name: ":".join(models.values())
        for name, models in zoo.comparisons.items()
        if name == ":".join(models.values())
    }


def _parts(model: ModelSpec, language: str) -> dict[str, str]:
    known = model.provenance
    recipe, pretrained = known.get("recipe"), known.get("pretrained")
    if known.get("label"):
        return {"method": str(known["label"]), "setting": ""}
    if pretrained:
        network = text(f"name.{known['architecture']}", language)
        return {"method": text(f"recipe.{pretrained}", language), "setting": network}
    if recipe is None:
        return {"method": model.name, "setting": ""}
    return {"method": method(recipe, language), "setting": setting(recipe, language)}


def method(recipe: Recipe, language: str) -> str:
    """Return what was done in training, for example "mixup α = 8, dropout 0.3"."""
    mixing = {
        "name.mixup": ("alpha", recipe["alpha"]),
        "name.cutmix": ("alpha", recipe["cutmix_alpha"]),
        "name.smoothing": ("epsilon", recipe["label_smoothing"]),
    }
    said = [_part(key, language, name, value) for key, (name, value) in mixing.items() if value]
    said = [" + ".join(said) or text("model.erm", language)]
    if not _mixes_labels(recipe):
        said.append(text("name.inputs", language))
    if recipe["dropout"]:
        said.append(_part("name.dropout", language, "dropout", recipe["dropout"]))
    return ", ".join(said)


def definition(model: ModelSpec) -> str | None:
    """Return which training a model had, "erm", "mixup" or "cutmix"; None for any other."""
    recipe = model.provenance.get("recipe")
    if recipe is None or not _mixes_labels(recipe):
        return None
    return "cutmix" if recipe["cutmix_alpha"] else "mixup" if recipe["alpha"] else "erm"


def _mixes_labels(recipe: Recipe) -> bool:
    return bool(recipe.get("mix_labels", True))  # recipes of earlier trainings do not say


def _part(key: str, language: str, name: str, value: float) -> str:
    return text(key, language, **{name: f"{value:g}"})


def setting(recipe: Recipe, language: str) -> str:
    """Return what sets the training apart besides its method, for example "10,000 images".

    That is the first of corrupted labels, fewer images and the network, and a seed other than 0;
    of a study's models also their network and length, and which do without crops and flips.
    """
    parts = [*_setting(recipe, language)]
    if recipe["seed"]:
        parts.append(text("name.seed", language, seed=recipe["seed"]))
    return ", ".join(parts)


def _setting(recipe: Recipe, language: str) -> Iterator[str]:
    """Yield what sets a training apart but for its seed."""
    network = text(f"name.{recipe['architecture']}", language)
    epochs = text("name.epochs", language, count=f"{recipe['epochs']:,}")
    residual = ARCHITECTURES[recipe["architecture"]].residual
    if residual or not (recipe["corruption"] or recipe["train_images"]):
        yield network
    if recipe["corruption"]:
        yield text("name.corrupted", language, percent=f"{100 * recipe['corruption']:g}")
    elif recipe["train_images"]:
        yield text("name.images", language, count=f"{recipe['train_images']:,}")
        if residual:  # whose trainings differ in length
            yield epochs
        if not recipe["flip"]:
            yield text("name.plain", language)
    elif recipe["seed"]:  # as do those of a second seed
        yield epochs


def groups(zoo: Zoo) -> dict[str, list[str]]:
    """Return all models by group, in the order of what sets them apart."""
    grouped: dict[str, list[str]] = {name: [] for name in GROUPS}
    for model in sorted(zoo.models.values(), key=_order):
        grouped[_group(zoo, model)].append(model.name)
    return {name: models for name, models in grouped.items() if models}


def _order(model: ModelSpec) -> tuple[float, ...]:
    recipe = model.provenance.get("recipe", {})
    fields = ("corruption", "seed", "train_images", "alpha", "dropout")
    return tuple(recipe.get(field) or 0 for field in fields)


def _group(zoo: Zoo, model: ModelSpec) -> str:
    recipe = model.provenance.get("recipe", {})
    if model.provenance.get("group"):
        return str(model.provenance["group"])
    if model.provenance.get("file", "").startswith(f"{STUDY_FOLDER}/"):
        return "studies"
    if recipe.get("corruption"):
        return "corrupted"
    if recipe.get("train_images"):
        return "scarce"
    shown = [name for name, models in zoo.comparisons.items() if model.name in models.values()]
    if not shown or not recipe:
        return "others"
    return "large" if next(iter(COMPARISONS)) in shown else "family"


def family(zoo: Zoo) -> list[dict[str, Any]]:
    """Return the comparison for each α; the default one, a larger network, for its own α.

    Nothing where the default comparison has no α.
    """
    alphas = [_alpha(zoo.model(name)) for name in zoo.comparisons[zoo.default].values()]
    own = next((alpha for alpha in alphas if alpha), None)
    if own is None:
        return []
    others = [alpha for alpha in FAMILY if alpha != own and f"small-{alpha:g}" in zoo.comparisons]
    return [{"alpha": own, "pair": zoo.default}] + [
        {"alpha": alpha, "pair": f"small-{alpha:g}"} for alpha in others
    ]


def _alpha(model: ModelSpec) -> float:
    return float(model.provenance.get("recipe", {}).get("alpha", 0))
