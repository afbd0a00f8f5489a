"""The package's direction: arrows between rooms, and what each must never load."""

import json
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from tests.rooms import (
    COMMANDS,
    FLOORS,
    LOOSE,
    NAME,
    ONLY,
    PACKAGE,
    ROOT,
    RULES,
    WITH_GRADIO,
    Rule,
    allowed,
    arrows,
    circle,
    floors,
    modules,
    modules_of,
    named_in,
    room_of,
    sources,
    view_rooms,
    within,
)

#: loads modules, group after group, and says after each group what has come along by then. A
#: package of a view brings the whole view; where its settings alone are asked for, an empty package
#: stands for it
PROGRAM = """
import importlib, json, sys, types
alone, *groups = sys.argv[1:]
for package in filter(None, alone.split(",")):
    stub = sys.modules[package] = types.ModuleType(package)
    stub.__path__ = [package.replace(".", "/")]
for group in groups:
    for name in group.split(","):
        importlib.import_module(name)
    print(json.dumps(list(sys.modules)))
"""


TORCH = next(rule for rule in RULES if "models" in rule.rooms)
ALL = RULES[-1]


@cache
def loaded_in_turn(
    groups: tuple[tuple[str, ...], ...], alone: tuple[str, ...] = (), root: Path = ROOT
) -> list[set[str]]:
    """Import groups of modules in a fresh interpreter; return all that is loaded after each."""
    command = [sys.executable, "-c", PROGRAM, ",".join(alone), *map(",".join, groups)]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return [set(json.loads(line)) for line in run.stdout.splitlines()[-len(groups) :]]


def loaded_by(names: tuple[str, ...], alone: tuple[str, ...] = (), root: Path = ROOT) -> set[str]:
    (found,) = loaded_in_turn((names,), alone, root)
    return found


def loaded_by_rule(rule: Rule) -> set[str]:
    """Return what a rule's rooms load.

    The two rules whose rooms load torch, which takes seconds, share an interpreter: the rooms of
    the second are those of the first and more.
    """
    with_torch = (TORCH, ALL)
    if rule in with_torch:
        assert set(modules_of(TORCH)) < set(modules_of(ALL))
        return loaded_in_turn(tuple(map(modules_of, with_torch)))[with_torch.index(rule)]
    views = tuple(f"{NAME}.{room}" for room in ("views", *view_rooms()))
    return loaded_by(modules_of(rule), views if "settings" in rule.rooms else ())


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], str]:
    return arrows(sources())


class TestArrows:
    def test_every_module_is_in_a_room_and_every_room_is_built(self):
        rooms = {room_of(module, floors()) for module in modules()}
        assert rooms == set(floors())
        assert sum(len(names) for names in FLOORS) == len(floors()) - len(view_rooms()) + 1
        assert set(ONLY) < set(floors())

    def test_each_pair_of_rooms_keeps_to_the_floors(self, found: dict[tuple[str, str], str]):
        pairs = list(permutations(floors(), 2))
        assert found.keys() <= set(pairs)
        against = [found[pair] for pair in pairs if pair in found and not allowed(*pair)]
        assert against == []

    def test_arrows_lead_round_in_no_circle(self, found: dict[tuple[str, str], str]):
        assert circle(found) == []

    def test_few_modules_lie_loose(self):
        assert len(list(PACKAGE.glob("*.py"))) <= LOOSE

    def test_the_page_names_neither_torch_nor_timm_nor_the_app(self):
        shown = {
            module: within(names, ("torch", "timm", "app"))
            for module, names in sources().items()
            if f"{module}.".startswith((f"{NAME}.page.", f"{NAME}.serving.api.", f"{NAME}.views."))
        }
        assert len(shown) > 20
        assert {module: names for module, names in shown.items() if names} == {}


class TestLoading:
    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: "-".join(rule.rooms[:2]))
    def test_rooms_keep_their_rule(self, rule: Rule):
        assert within(loaded_by_rule(rule), rule.forbidden) == set()

    def test_the_package_itself_loads_nothing_heavy(self):
        assert within(loaded_by((NAME,)), ("torch", "gradio", "plotly", "numpy")) == set()

    def test_gradio_is_forbidden_to_all_but_the_page_and_the_api(self):
        bare = set(modules_of(ALL))
        apart = {name for name in modules() if name not in bare}
        page, *others = (f"{NAME}.{name}" for name in WITH_GRADIO)
        on_page = {name for name in modules() if f"{name}.".startswith(f"{page}.")}
        assert apart == on_page | set(others)

    def test_every_settings_file_has_a_rule(self):
        files = list(PACKAGE.rglob("*settings.py"))
        assert len(files) > 5
        assert sum(name.endswith("settings") for name in modules_of(RULES[0])) == len(files)


class TestControls:
    """Each check can fail."""

    @pytest.mark.parametrize(
        ("module", "name", "arrow"),
        [
            ("probes.plane", "mixup_demo.serving.cache.SingleFlight", ("probes", "serving")),
            ("serving.api", "mixup_demo.page", ("serving", "page")),
            ("serving.view", "mixup_demo.views.VIEWS", ("serving", "views")),
            ("views.mix.payload", "mixup_demo.views.VIEWS", ("views.mix", "views")),
            ("views.mix.figures.path", "mixup_demo.views.toy.web", ("views.mix", "views.toy")),
            ("figures.rows", "mixup_demo.mixing.mix", ("figures", "mixing")),
            ("figures.rows", "mixup_demo.evidence.files", ("figures", "evidence")),
            ("results", "mixup_demo.mixing", ("results", "mixing")),
            ("evaluation.gan", "mixup_demo.train_gan.BUNDLED", ("evaluation", "train_gan")),
            ("serving.api", "mixup_demo.evaluate", ("serving", "evaluate")),
        ],
    )
    def test_an_arrow_back_up_is_found(self, module: str, name: str, arrow: tuple[str, str]):
        assert list(arrows({f"{NAME}.{module}": [name]})) == [arrow]
        assert not allowed(*arrow)

    def test_an_arrow_down_is_none(self):
        for pair in (
            *(("page", "texts"), ("views.mix", "probes"), ("figures", "results")),
            *(("evaluation", "training"), ("evaluate", "evaluation"), ("page", "views")),
        ):
            assert allowed(*pair)

    def test_a_circle_is_found(self):
        one = [("toy", "gan"), ("gan", "probes"), ("probes", "toy"), ("toy", "mixing")]
        assert set(circle(one)) == {"toy", "gan", "probes"}
        assert circle(one[1:]) == []

    def test_names_are_found_at_any_depth_and_in_any_form(self):
        source = "def answer():\n    from torch.nn import functional\n    import torchvision"
        assert within(named_in(source), ("torch", "timm")) == {"torch"}
        assert list(named_in("from mixup_demo import mixing")) == ["mixup_demo.mixing"]
        relative = "from . import a\nfrom .b import c\nfrom ..d import e"
        assert list(named_in(relative, "x.y")) == ["x.y.a", "x.y.b.c", "x.d.e"]

    def test_names_outside_the_house_have_no_room(self):
        for name in ("torch.nn", "views.mix", "mixup_demo", "mixup_demo.__version__"):
            assert room_of(name, floors()) is None
        assert room_of("mixup_demo.viewsmix", floors()) is None
        assert room_of("mixup_demo.train_gan.BUNDLED", floors()) == "train_gan"
        assert set(COMMANDS) < set(floors())

    def test_an_import_through_another_module_is_found(self, tmp_path: Path):
        (tmp_path / "front.py").write_text("import middle")
        (tmp_path / "middle.py").write_text("def draw():\n    pass\nimport wave as sound")
        (tmp_path / "late.py").write_text("def play():\n    import wave")
        (tmp_path / "room").mkdir()
        (tmp_path / "room" / "__init__.py").write_text("import wave")
        (tmp_path / "room" / "light.py").write_text("import middle")
        (tmp_path / "room" / "free.py").write_text("import late")
        assert within(loaded_by(("front",), (), tmp_path), ("wave", "torch")) == {"wave"}
        assert within(loaded_by(("late",), (), tmp_path), ("wave",)) == set()
        assert within(loaded_by(("room.light",), ("room",), tmp_path), ("wave",)) == {"wave"}
        assert within(loaded_by(("room.free",), ("room",), tmp_path), ("wave",)) == set()

    def test_torch_is_found_in_the_networks(self):
        assert within(loaded_by_rule(TORCH), ("torch", "gradio")) == {"torch"}
