"""The README and docs/ against the code: tables, links, paths, commands and examples."""

import ast
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from importlib.util import find_spec
from inspect import Parameter
from pathlib import Path

import pytest
import timm
import torch
import yaml

import mixup_demo
from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.manifest import MODELS, read_manifest
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.settings import controls
from mixup_demo.serving.controls import Choice, Control, ModelsChoice, Number, Text
from mixup_demo.serving.schema import Schema
from mixup_demo.views import VIEWS
from mixup_demo.views.evidence.payload import evidence_payload
from mixup_demo.views.learn.chapters import CHAPTERS

ROOT = MODELS.parent
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = (README, *DOCS, ROOT / "benchmarks" / "README.md")
#: the comparison that opens the page
OPENING = Zoo().default
SCHEMAS = {endpoint.name: endpoint.schema for view in VIEWS for endpoint in view.endpoints}


def doc(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text("utf-8")


def rows(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of all tables by the names of their columns."""
    header: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line[:1] == "|" else []
        if not cells:
            header = []
        elif not header:
            header = [cell.strip() for cell in cells]
        elif not set(line) <= set("|- "):
            yield dict(zip(header, cells, strict=True))


def coded(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def slug(heading: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def broken_links(page: Path, text: str) -> list[str]:
    """Return the relative links of a page that lead nowhere."""
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            broken.append(target)
        elif anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            broken += [target] if anchor not in map(slug, headings) else []
    return broken


def limits(control: Control) -> tuple[str, str]:
    """Return a control's values and default as docs/links.md gives them."""
    if isinstance(control, Number):
        ends = f"{plain(control.minimum)} to {plain(control.maximum)}"
        return ends, plain(control.default)
    if isinstance(control, Choice):
        return ", ".join(f"`{option}`" for option in control.options), f"`{control.default}`"
    return "", ""


def plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def wrong_rows(table: Mapping[str, dict[str, str]], known: tuple[Control, ...]) -> list[str]:
    """Return the controls whose values or default the table gives differently."""
    wrong = []
    for control in known:
        row = table.get(control.name, {"Values": "", "Default": ""})
        values, default = limits(control)
        if isinstance(control, ModelsChoice):
            fits = "`LEFT:RIGHT`" in row["Values"] and row["Default"] == f"`{OPENING}`"
        elif isinstance(control, Text):
            fits = f"up to {control.limit} " in row["Values"] and row["Default"] == "none"
        else:
            fits = (row["Values"], row["Default"].partition(",")[0]) == (values, default)
        if not fits:
            wrong.append(control.name)
    return wrong


def link_table() -> dict[str, dict[str, str]]:
    return {row["Parameter"].strip("`"): row for row in rows(doc("links")) if "Default" in row}


def signature(schema: Schema) -> list[str]:
    """Return the inputs of an endpoint as docs/api.md gives them."""
    return [_input(parameter) for parameter in schema.parameters(OPENING)]


def _input(parameter: Parameter) -> str:
    default = parameter.default
    if default is Parameter.empty:
        return parameter.name
    if isinstance(default, str):
        return f'{parameter.name}="{default}"'
    return f"{parameter.name}={default if default is None else plain(default)}"


def test_the_readme_is_one_screen_of_prose():
    assert len(README.read_text("utf-8").splitlines()) < 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_every_relative_link_leads_somewhere(page: Path):
    assert broken_links(page, page.read_text("utf-8")) == []


def test_control_finds_broken_links():
    text = "[a](docs/none.md) [b](docs/links.md#none) [c](docs/links.md#mix) [d](https://x.org/y)"
    assert broken_links(README, text) == ["docs/none.md", "docs/links.md#none"]


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.stem)
def test_the_readme_leads_to_every_page(page: Path):
    assert f"(docs/{page.name})" in README.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_paths_and_modules_of_the_package_exist(page: Path):
    text = page.read_text("utf-8").replace("views/NAME/", "views/mix/")
    paths = re.findall(r"mixup_demo/[\w/.]*\w", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []
    modules = {module.rstrip(".") for module in re.findall(r"python -m ([\w.]+)", text)}
    assert [module for module in sorted(modules) if find_spec(module) is None] == []


def test_the_map_names_every_room():
    (house,) = blocks(README.read_text("utf-8"), "text")
    package = ROOT / "mixup_demo"
    rooms = {f"{init.parent.name}/" for init in package.glob("*/__init__.py")}
    files = {file.name for file in package.glob("*.py")} - {"__init__.py"}
    assert [name for name in sorted(rooms | files) if name not in house] == []
    (views,) = re.findall(r"one folder a view: (.*)", house)
    assert views.split(", ") == [view.name for view in VIEWS]


def test_links_have_the_controls_values_and_defaults():
    known = controls(VIEWS)
    table = link_table()
    assert set(table) == {control.name for control in known}
    assert wrong_rows(table, known) == []


def test_control_finds_a_wrong_limit_default_and_option():
    known, table = controls(VIEWS), link_table()
    table["alpha"] |= {"Values": "0.05 to 16"}
    table["depth"] |= {"Default": "2"}
    table["method"] |= {"Values": "`mixup`"}
    del table["points"]
    assert set(wrong_rows(table, known)) == {"alpha", "depth", "method", "points"}


def test_links_have_the_parameters_of_pictures():
    script = (ROOT / "mixup_demo" / "page" / "web" / "state.js").read_text("utf-8")
    (listed,) = re.findall(r"PICTURES = \[(.*?)\]", script)
    table = [row for row in rows(doc("links")) if "Default" not in row]
    assert [name for row in table for name in coded(row["Parameter"])] == re.findall(
        r'"(\w+)"', listed
    )


def places(cell: str) -> Iterator[tuple[str, str]]:
    """Yield view and part of each place that a row of docs/coverage.md names."""
    for part in cell.split("; "):
        view, *rest = coded(part)
        yield view, "".join(rest)


def unknown_places(text: str) -> list[tuple[str, str]]:
    """Return the places that are no view, chapter or panel."""
    known = {(view.name, "") for view in VIEWS}
    known |= {("learn", chapter.name) for chapter in CHAPTERS}
    known |= {("evidence", panel["name"]) for panel in evidence_payload()["panels"]}
    found = [place for row in rows(text) for place in places(row["Where"])]
    return [place for place in found if place not in known]


def test_every_statement_of_the_texts_has_a_place_and_what_shows_it():
    """That the files that it names exist is shown with those of all pages."""
    text = doc("coverage")
    table = list(rows(text))
    assert len(table) > 40
    assert all(cell for row in table for cell in row.values())
    assert unknown_places(text) == []
    chapters = {part for row in table for view, part in places(row["Where"]) if view == "learn"}
    assert chapters == {chapter.name for chapter in CHAPTERS} - {"between"}
    assert unknown_places(text.replace("`erm`", "`erase`").replace("`train`", "`fly`")) != []


def test_the_api_has_the_endpoints_inputs_and_defaults():
    table = {row["Endpoint"].strip("`"): coded(row["Inputs"]) for row in rows(doc("api"))}
    assert table == {f"/{name}": signature(schema) for name, schema in SCHEMAS.items()}


def test_the_calls_from_python_fit_the_endpoints():
    code, _ = blocks(doc("api"), "python")
    calls = [
        {keyword.arg: keyword.value for keyword in node.keywords}
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "client.predict"
    ]
    names = [ast.literal_eval(call.pop("api_name")).removeprefix("/") for call in calls]
    assert set(names) == set(SCHEMAS)
    for name, given in zip(names, calls, strict=True):
        inputs = {one.name: one for one in SCHEMAS[name].parameters(OPENING)}
        needed = {one.name for one in inputs.values() if one.default is Parameter.empty}
        assert needed <= given.keys() <= inputs.keys(), name


def test_the_sweep_without_the_page_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(ROOT)
    _, code = blocks(doc("api"), "python")
    exec(compile(code, "docs/api.md", "exec"), {})
    printed = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert list(printed) == ["erm", "mixup"]
    assert float(printed["erm"]) > float(printed["mixup"]) > 0


def test_the_version_that_is_cited_is_the_package_s():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == mixup_demo.__version__


def test_each_bundled_model_stands_in_one_row_with_its_numbers():
    manifest = read_manifest()
    table = [row for row in rows(doc("models")) if "Parameters" in row]
    for name, entry in manifest.items():
        found = [row for row in table if any(fnmatch(name, one) for one in coded(row["Models"]))]
        images = entry["recipe"]["train_images"] or 50_000
        numbers = (f"{entry['parameters'] / 1e6:.2f} M", f"{images:,}", entry["recipe"]["epochs"])
        told = [(row["Parameters"], row["Images"], int(row["Epochs"])) for row in found]
        assert told == [numbers], name
    assert f"{len(manifest)} plain CNNs" in doc("models")


def test_every_comparison_is_named():
    assert set(COMPARISONS) <= set(coded(doc("models")))


def test_commands_are_those_of_make():
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    table = [row["Command"] for row in rows(doc("development")) if "What it does" in row]
    assert {coded(cell)[0].split()[1] for cell in table} == set(targets) - {"help"}


def test_the_models_of_the_recipe_load_and_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    weights = timm.create_model("resnet18", num_classes=2).state_dict()
    for name in ("erm", "mixup"):
        torch.save(weights, tmp_path / f"{name}.pth")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Zoo] = {}
    exec(compile(blocks(doc("models"), "python")[0], "docs/models.md", "exec"), names)
    zoo = names["zoo"]
    assert zoo.default == "cifar10"
    pets = zoo.comparison("pets")
    assert (pets.classes.names, pets.input_size) == (("cat", "dog"), (224, 224))
    assert pets.first.load()(torch.rand(1, 3, 224, 224)).shape == (1, 2)
