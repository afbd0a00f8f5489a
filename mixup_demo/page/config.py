"""What the page knows before any question: words, controls, models, photos."""

import os
from collections.abc import Sequence
from typing import Any

from mixup_demo.figures.shades import shades
from mixup_demo.figures.theme import MARKS
from mixup_demo.images import gallery
from mixup_demo.images.reading import DISPLAY_SIZE
from mixup_demo.images.thumbnails import thumbnail
from mixup_demo.limits import MAX_MEGABYTES
from mixup_demo.models.comparisons import PRESETS
from mixup_demo.models.devices import DEVICES, gpu_available
from mixup_demo.models.names import definition, family, groups, names, own_pairs
from mixup_demo.models.pretrained.recipes import RECIPES
from mixup_demo.models.spec import READABLE, ModelSpec
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.audience import poll_wanted
from mixup_demo.page.settings import controls
from mixup_demo.page.words import at_once, table
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import PAIR
from mixup_demo.serving.sources import MOST_WEIGHT
from mixup_demo.serving.view import View
from mixup_demo.texts import LANGUAGES

#: of what is known about a model's training
CARD = ("test_error", "test_images", "recipe", "parameters", "pretrained")


def page_config(views: Sequence[View], services: Services) -> dict[str, Any]:
    """Return what the page's scripts know before any question.

    Raises:
        ValueError: a view has a configuration of a name that is taken.
    """
    zoo = services.zoo
    shared = {
        "texts": {
            language: table(at_once(views), language) | names(zoo, language)
            for language in LANGUAGES
        },
        "views": [_entry(view, views[0]) for view in views],
        "controls": _controls(views, zoo),
        "marks": [{"name": mark.name, "dash": mark.dash} for mark in MARKS],
        "display": DISPLAY_SIZE,
        "photos": _photos(),
        "pairs": gallery.pairs(),
        "triples": gallery.triples(),
        "devices": [name for name in DEVICES if name != "gpu" or gpu_available()],
        "upload_megabytes": MAX_MEGABYTES,
        "most_weight": MOST_WEIGHT,
        "poll": poll_wanted(),
        "space": space(),
        **_models(zoo),
    }
    for view in views:
        own = view.config(services) if view.config else {}
        twice = shared.keys() & own.keys()
        if twice:
            taken = ", ".join(sorted(twice))
            raise ValueError(f"The view {view.name} tells the page again what it knows: {taken}.")
        shared |= own
    return shared


def space() -> dict[str, str] | None:
    """Return the addresses of the Hugging Face Space that this is: its page, and the app alone.

    None where it is none. A Space names itself in its environment.
    """
    name, host = os.environ.get("SPACE_ID"), os.environ.get("SPACE_HOST")
    if not name or not host:
        return None
    return {"page": f"https://huggingface.co/spaces/{name}", "app": f"https://{host}/"}


def script(view: View, first: View) -> str:
    """Return the file of a view's script among the static files; the first one's is the page's."""
    return "page.js" if view == first else f"{view.name}.js"


def contents_file(view: View) -> str:
    """Return the file of the sentences and the HTML of a view that stands apart."""
    return f"{view.name}-contents.json"


def styles_file(view: View) -> str:
    """Return the file of the style sheets of a view that stands apart."""
    return f"{view.name}.css"


def _entry(view: View, first: View) -> dict[str, str]:
    """Return what the page fetches to open a view."""
    entry = {"name": view.name, "script": script(view, first)}
    own = {"contents": contents_file(view), "styles": styles_file(view)}
    return entry | own if view.apart else entry


def _controls(views: Sequence[View], zoo: Zoo) -> dict[str, dict[str, Any]]:
    """Return the controls as data; the pair's with the comparisons and models that there are."""
    found = {control.name: dict(vars(control)) for control in controls(views)}
    found[PAIR.name] |= {
        "default": zoo.default,
        "options": list(zoo.comparisons),
        "models": list(zoo.models),
        "presets": _presets(zoo),
    }
    return found


def _presets(zoo: Zoo) -> dict[str, str]:
    """Return the comparisons that are offered, of models that there are; the user's own first."""
    offered = {
        name: pair for name, pair in PRESETS.items() if set(pair.split(":")) <= zoo.models.keys()
    }
    return own_pairs(zoo) | offered


def _photos() -> dict[str, dict[str, Any]]:
    """Return what the page says and shows of the example photos, by name."""
    return {
        key: {
            "file": photo.file.name,
            "labels": dict(photo.labels),
            "title": photo.title,
            "thumbnail": thumbnail(key),
        }
        for key, photo in gallery.photos().items()
    }


def _models(zoo: Zoo) -> dict[str, Any]:
    lists = {model.classes.id: list(model.classes.names) for model in zoo.models.values()}
    return {
        "class_lists": lists,
        "readable": READABLE,
        "comparisons": {
            name: {"models": list(models.values())} for name, models in zoo.comparisons.items()
        },
        "cards": {name: _card(model) for name, model in zoo.models.items()},
        "groups": groups(zoo),
        "recipes": {name: dict(recipe) for name, recipe in RECIPES.items()},
        "family": family(zoo),
    }


def synonyms(zoo: Zoo) -> dict[str, list[list[str]]]:
    """Return what else classes go by, in their order, by the list's id; of lists that have some."""
    lists = {model.classes.id: model.classes.synonyms for model in zoo.models.values()}
    return {name: [list(own) for own in others] for name, others in lists.items() if others}


def _card(model: ModelSpec) -> dict[str, Any]:
    """Return what the page says of one model."""
    return {
        "name": model.name,
        "class_list": model.classes.id,
        "input_size": list(model.input_size),
        "gflop": round(model.gflop, 3),
        "definition": definition(model),
        "cut": {
            "crop": model.preprocessing.crop,
            "interpolation": model.preprocessing.interpolation,
            "normalised": model.preprocessing.mean is None,
        },
        "fetched": model.fetch is not None,
        "temperature": model.temperature,
        "calibration_error": model.calibration_error,
        "colour": shades(model.provenance["colour"]) if "colour" in model.provenance else None,
        **{key: model.provenance.get(key) for key in CARD},
    }
