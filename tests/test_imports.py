"""The package's direction: what each room must never import, directly or through others."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mixup_demo"

UPPER_FLOORS = ("mixup_demo.ui", "mixup_demo.handlers")
MIDDLE_FLOOR = (
    *("mixup_demo.probes", "mixup_demo.toy", "mixup_demo.training", "mixup_demo.evaluation"),
    "mixup_demo.figures",
)
NETWORKS = ("mixup_demo.nets", "mixup_demo.zoo")


class Rule(NamedTuple):
    """Rooms (modules or packages of mixup_demo) and what they must not load."""

    rooms: tuple[str, ...]
    forbidden: tuple[str, ...]


RULES = (
    Rule(
        (
            *("controls", "errors", "evidence", "gallery", "gan_settings", "images", "mixing"),
            *("packing", "population", "results", "settings", "texts", "toy_settings"),
        ),
        ("torch", "gradio", "plotly", *NETWORKS, *MIDDLE_FLOOR, *UPPER_FLOORS),
    ),
    Rule(("devices", "nets", "zoo"), ("gradio", "plotly", *MIDDLE_FLOOR, *UPPER_FLOORS)),
    Rule(
        ("probes", "toy", "training", "train", "train_gan", "evaluation", "evaluate"),
        ("gradio", "plotly", "mixup_demo.figures", *UPPER_FLOORS),
    ),
    Rule(("figures", "claims"), ("torch", "timm", "gradio", *NETWORKS, *UPPER_FLOORS)),
    Rule(
        (
            *("background", "boundary", "examples", "gan", "handlers", "payload", "pictures"),
            *("places", "playground", "questions"),
        ),
        ("gradio", "mixup_demo.ui"),
    ),
    Rule(("ui",), ()),  # may load all; what its own files name is another test
)


def dotted(file: Path) -> str:
    """Return the name by which a file of the package is imported."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def modules_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of all modules of a rule's rooms, as far as they are built."""
    patterns = [pattern for room in rule.rooms for pattern in (f"{room}.py", f"{room}/**/*.py")]
    return tuple(sorted(dotted(file) for pattern in patterns for file in PACKAGE.glob(pattern)))


@cache
def loaded_by(modules: tuple[str, ...], root: Path = ROOT) -> set[str]:
    """Import modules in a fresh interpreter and return the names of all that got loaded."""
    program = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(list(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *modules], cwd=root, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


def named_in(source: str) -> Iterator[str]:
    """Yield the modules that a source text itself imports, at any depth."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def within(names: Iterable[str], forbidden: tuple[str, ...]) -> set[str]:
    """Return the forbidden packages of which `names` has the package or a part."""
    return {top for top in forbidden for name in names if f"{name}.".startswith(f"{top}.")}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.forbidden], ids=lambda rule: rule.rooms[0]
)
def test_rooms_keep_their_rule(rule: Rule) -> None:
    assert within(loaded_by(modules_of(rule)), rule.forbidden) == set()


def test_package_itself_loads_nothing_heavy() -> None:
    assert within(loaded_by(("mixup_demo",)), ("torch", "gradio", "plotly", "numpy")) == set()


def test_every_module_has_a_rule() -> None:
    built = {dotted(file) for file in PACKAGE.rglob("*.py")} - {"mixup_demo"}
    assert built == {name for rule in RULES for name in modules_of(rule)}


def test_ui_names_neither_torch_nor_timm_nor_app() -> None:
    for file in (PACKAGE / "ui").rglob("*.py"):
        named = named_in(file.read_text("utf-8"))
        assert within(named, ("torch", "timm", "app")) == set(), file.name


def test_control_finds_an_import_through_another_module(tmp_path: Path) -> None:
    (tmp_path / "front.py").write_text("import middle")
    (tmp_path / "middle.py").write_text("def draw():\n    pass\nimport wave as sound")
    (tmp_path / "late.py").write_text("def play():\n    import wave")
    assert within(loaded_by(("front",), tmp_path), ("wave", "torch")) == {"wave"}
    assert within(loaded_by(("late",), tmp_path), ("wave",)) == set()


def test_control_finds_torch_in_the_networks() -> None:
    networks = next(rule for rule in RULES if "nets" in rule.rooms)
    assert within(loaded_by(modules_of(networks)), ("torch", "gradio")) == {"torch"}


def test_control_finds_a_name_inside_a_function() -> None:
    source = "def answer():\n    from torch.nn import functional\n    import torchvision"
    assert within(named_in(source), ("torch", "timm")) == {"torch"}
