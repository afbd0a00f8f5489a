"""The rooms of the house, from the roof down, and what each must never load."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mixup_demo"
NAME = PACKAGE.name

#: what may be started from the command line; nothing imports it
COMMANDS = ("train", "train_gan", "evaluate", "fetch", "convert")

#: modules and packages of mixup_demo by floor; each may use the floors below its own, and its
#: neighbours as long as that leads round in no circle. "views" is the list of the views, and
#: "views.*" each of them
FLOORS: tuple[tuple[str, ...], ...] = (
    ("page",),
    ("views",),
    ("views.*",),
    ("serving",),
    COMMANDS,
    ("evidence", "evaluation", "training", "probes", "toy", "gan", "batches"),
    ("models", "images", "mixing", "figures"),
    ("texts", "results", "limits"),
)

#: room -> all that it may use, where that is less than what its floor may
ONLY: Mapping[str, tuple[str, ...]] = {"figures": ("results", "texts")}

#: how many modules may lie loose in the package, beside the rooms
LOOSE = 8


class Rule(NamedTuple):
    """What rooms must not load, directly or through others.

    Attributes:
        rooms: rooms or modules of the package; "settings" is every settings.py.
        forbidden: packages.
    """

    rooms: tuple[str, ...]
    forbidden: tuple[str, ...]


RULES = (
    Rule(
        (
            *("results", "texts", "limits", "mixing", "images", "settings"),
            *("serving.controls", "serving.packing", "evidence.files", "evidence.population_file"),
        ),
        ("torch", "gradio", "plotly", f"{NAME}.models"),
    ),
    Rule(
        ("models", "probes", "toy", "gan", "batches", "training", "evaluation", *COMMANDS),
        ("gradio", "plotly", f"{NAME}.figures"),
    ),
    Rule(("figures", "evidence"), ("torch", "timm", "gradio", f"{NAME}.models")),
    Rule(
        (
            *("results", "texts", "limits", "mixing", "images", "models", "figures", "evidence"),
            *("evaluation", "training", "probes", "toy", "gan", "batches", *COMMANDS),
            *("serving", "views"),
        ),
        ("gradio",),
    ),
)
#: these alone may load Gradio
WITH_GRADIO = ("page", "serving.api", "serving.components")


def dotted(file: Path, root: Path = ROOT) -> str:
    """Return the name by which a file is imported."""
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def modules() -> tuple[str, ...]:
    """Return the names of all modules of the package, but for the package itself."""
    return tuple(sorted({dotted(file) for file in PACKAGE.rglob("*.py")} - {NAME}))


def view_rooms() -> tuple[str, ...]:
    """Return the rooms of the views: each folder that is a package."""
    return tuple(
        sorted(f"views.{file.parent.name}" for file in PACKAGE.glob("views/*/__init__.py"))
    )


def floors() -> dict[str, int]:
    """Return each room's floor, counted from the roof."""
    return {
        room: number
        for number, names in enumerate(FLOORS)
        for name in names
        for room in (view_rooms() if name == "views.*" else (name,))
    }


def room_of(name: str, rooms: Iterable[str]) -> str | None:
    """Return the room of a module or of a name in it, None for what is not in the house."""
    inside = name.removeprefix(f"{NAME}.")
    found = [room for room in rooms if f"{inside}.".startswith(f"{room}.")]
    return max(found, key=len) if found and inside != name else None


def named_in(source: str, package: str = "") -> Iterator[str]:
    """Yield what a source text itself imports, at any depth: modules, or names in them.

    Args:
        source: of a module.
        package: that the module lies in, for relative imports.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            start = ".".join([*(above if node.level else ()), *filter(None, [node.module])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def sources() -> dict[str, tuple[str, ...]]:
    """Return what each module of the package itself imports, by module."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        name = dotted(file)
        package = name if file.name == "__init__.py" else name.rpartition(".")[0]
        found[name] = tuple(named_in(file.read_text("utf-8"), package))
    return found


def arrows(imports: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], str]:
    """Return from room to room an example of an import, "MODULE > NAME".

    Args:
        imports: module -> what it imports.
    """
    rooms, found = floors(), {}
    for module, names in imports.items():
        for name in names:
            ends = (room_of(module, rooms), room_of(name, rooms))
            if None not in ends and ends[0] != ends[1]:
                found.setdefault(ends, f"{module} > {name}")
    return found


def allowed(one: str, other: str) -> bool:
    """Return whether a room may use another, circles apart."""
    floor = floors()
    if other in COMMANDS:
        return False
    if one.startswith("views.") and other.startswith("views."):
        return False
    return floor[one] <= floor[other] and other in ONLY.get(one, (other,))


def circle(found: Iterable[tuple[str, str]]) -> list[str]:
    """Return the rooms of a circle of arrows, none where there is none."""
    graph: dict[str, set[str]] = {}
    for one, other in found:
        graph.setdefault(one, set()).add(other)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def within(names: Iterable[str], forbidden: Iterable[str]) -> set[str]:
    """Return the forbidden packages of which `names` has the package or a part."""
    known = list(names)
    return {top for top in forbidden if any(f"{name}.".startswith(f"{top}.") for name in known)}


def modules_of(rule: Rule) -> tuple[str, ...]:
    """Return the modules of a rule's rooms, but for those that may load Gradio."""
    apart = tuple(f"{NAME}.{name}" for name in WITH_GRADIO)
    return tuple(
        module
        for module in modules()
        if any(_belongs(module, room) for room in rule.rooms)
        and (module not in apart or "gradio" not in rule.forbidden)
    )


def _belongs(module: str, room: str) -> bool:
    if room == "settings":
        return module.rpartition(".")[2].endswith("settings")
    return f"{module}.".startswith(f"{NAME}.{room}.")
