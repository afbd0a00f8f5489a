"""A view is one folder and one line: whatever it declares, the page takes up."""

import asyncio
import json
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from starlette.requests import Request

from mixup_demo.page.app import Page
from mixup_demo.page.config import page_config
from mixup_demo.page.document import Visit
from mixup_demo.page.explorer import Explorer
from mixup_demo.page.settings import controls
from mixup_demo.page.templates import template
from mixup_demo.page.words import sentences, table
from mixup_demo.serving.controls import Number
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import SEED
from mixup_demo.serving.view import View, answering
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS

MODULE = '''
"""A view that squares a number."""

from pathlib import Path

from mixup_demo.serving.controls import Number
from mixup_demo.serving.schema import Schema, Setting
from mixup_demo.serving.settings import PAIR
from mixup_demo.serving.view import Endpoint, View

SIDE = Number("dummy_side", 2, 0, 9, 1, "error.lambda")
ASKED = Schema((Setting(SIDE, "side"),))
TEXTS = {
    "view.dummy": ("Dummy", "더미"),
    "dummy.says": ("The dummy speaks", "더미가 말합니다"),
}


def dummy_ask(services, request):
    """Square a side."""
    return {"area": ASKED.check(request)["dummy_side"] ** 2}


def dummy_report(services, request):
    """Square a side, for all."""
    return dummy_ask(services, request)


def config(services):
    return {"dummy": {"models": len(services.zoo.models)}}


def files(services):
    return {"dummy.json": b"{}"}


VIEW = View(
    "dummy",
    Path(__file__).parent,
    (SIDE, PAIR),
    (dummy_ask,),
    (Endpoint("dummy", dummy_report, ASKED, (("json", "area"),)),),
    TEXTS,
    config,
    files,
)
'''
HTML = '<h2 data-text="dummy.says"></h2>\n<p>{number value=7}</p>\n'


@pytest.fixture(scope="module")
def dummy(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The module of a view's folder."""
    folder = tmp_path_factory.mktemp("dummy")
    (folder / "__init__.py").write_text(MODULE, encoding="utf-8")
    (folder / "web").mkdir()
    (folder / "web" / "dummy.html").write_text(HTML)
    (folder / "web" / "number.html").write_text("<output>{value}</output>")
    (folder / "web" / "dummy.js").write_text("export const open = () => {};\n")
    (folder / "web" / "dummy.css").write_text(".dummy { color: red }\n")
    found = spec_from_file_location("dummy_view", folder / "__init__.py")
    assert found is not None
    assert found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(dummy: ModuleType) -> Page:
    return Page(views=(*VIEWS, dummy.VIEW))


@pytest.fixture(scope="module")
def views(dummy: ModuleType) -> tuple[View, ...]:
    return (*VIEWS, dummy.VIEW)


def shown(views: tuple[View, ...]) -> str:
    return template(views, table(sentences(views), "en"), views[0].name)


def test_its_template_is_part_of_the_page(views: tuple[View, ...]):
    html = shown(views)
    panel = html.partition('<div data-view="dummy" hidden>')[2]
    assert panel.startswith('<h2 data-text="dummy.says">The dummy speaks</h2>')
    assert "<output>7</output>" in panel
    tab = '<a data-go="dummy" href="?view=dummy" data-text="view.dummy" data-testid="view-dummy">'
    assert f"{tab}Dummy</a>" in html
    assert "dummy" not in shown(VIEWS)


def test_the_first_view_is_the_one_that_is_shown(views: tuple[View, ...]):
    html = shown(views[::-1])
    assert '<div data-view="dummy"><h2' in html
    assert '<div data-view="mix" hidden>' in html
    assert controls(views[::-1])[0].default == "dummy"


def test_its_files_can_be_fetched(page: Page):
    files = page.static.files
    assert b"const open = () => {};" in files["dummy.js"].content
    assert files["dummy.js"].content.endswith(b"export const { open } = $views_dummy_web_dummy;\n")
    assert files["dummy.js"].media_type.startswith("text/javascript")
    assert files["dummy.json"].content == b"{}"
    templates = [name for name in files if name.endswith(".html") and not name.startswith("sheet-")]
    assert templates == []  # they are filled in on the server


def test_its_styles_and_scripts_stand_in_the_head(page: Page):
    base = page.static.base
    html = page.document.complete("<head></head><gradio-app>", Visit({"view": "dummy"}, "", ""))
    assert f'<link rel="stylesheet" href="{base}/page.css">' in html
    assert f'<link rel="modulepreload" href="{base}/dummy.js">' in html
    assert page.static.files["page.css"].content.endswith(b".dummy { color: red }\n")


def test_its_words_controls_and_configuration_are_in_the_config(page: Page, dummy: ModuleType):
    config = json.loads(page.static.files["config.json"].content)
    for index, language in enumerate(LANGUAGES):
        assert config["texts"][language]["dummy.says"] == dummy.TEXTS["dummy.says"][index]
    assert config["controls"]["dummy_side"] == json.loads(json.dumps(vars(dummy.SIDE)))
    assert config["views"][-1] == {"name": "dummy", "script": "dummy.js"}
    assert config["controls"]["view"]["options"] == [*(view.name for view in VIEWS), "dummy"]
    assert config["dummy"] == {"models": len(page.services.zoo.models)}


def test_a_view_that_stands_apart_brings_its_words_and_styles_itself(page: Page):
    files, base = page.static.files, page.static.base
    config = json.loads(files["config.json"].content)
    apart = [view for view in VIEWS if view.apart]
    assert apart
    for view in apart:
        known = {key for key in view.texts if key in config["texts"]["en"]}
        assert known == {f"view.{view.name}"}
        contents = json.loads(files[f"{view.name}-contents.json"].content)
        words = contents["texts"]
        assert set(words) == set(LANGUAGES)
        assert known | words["ko"].keys() == view.texts.keys()
        assert f".{view.name}".encode() in files[f"{view.name}.css"].content
        assert f"#explorer .{view.name}-".encode() not in files["page.css"].content
        pages = [
            page.document.complete(
                "<head></head><gradio-app></gradio-app>", Visit({"view": name}, "", "")
            )
            for name in (view.name, VIEWS[0].name)
        ]
        beginning = contents["html"][:40]
        for own in (f"{base}/{view.name}.css", f"{base}/{view.name}-contents.json", beginning):
            assert [own in one for one in pages] == [True, False]


def test_a_page_that_opens_with_a_view_that_stands_apart_has_its_words(page: Page):
    train = next(view for view in VIEWS if view.name == "train")
    for index, language in enumerate(LANGUAGES):
        asked = Visit({"view": "train", "lang": language}, "", "")
        opened = page.document.complete("<head></head><gradio-app></gradio-app>", asked)
        assert train.later["lead.train"][index] in opened
    elsewhere = page.document.complete("<head></head><gradio-app></gradio-app>", Visit({}, "", ""))
    assert train.later["lead.train"][0] not in elsewhere


def test_its_endpoint_is_in_the_api(page: Page):
    endpoint = page.blocks.get_api_info()["named_endpoints"]["/dummy"]
    (parameter,) = endpoint["parameters"]
    assert (parameter["parameter_name"], parameter["parameter_default"]) == ("side", 2)
    assert [output["label"] for output in endpoint["returns"]] == ["area"]
    assert endpoint["description"] == "Square a side, for all."


def test_its_request_is_among_the_server_functions(page: Page):
    (explorer,) = (b for b in page.blocks.blocks.values() if isinstance(b, Explorer))
    functions = {function.__name__: function for function in explorer.server_fns}
    expected = {handler.__name__ for view in VIEWS for handler in view.requests}
    assert functions.keys() == expected | {"fetch", "dummy_ask"}
    assert len(explorer.server_fns) == len(functions)

    async def there() -> dict:
        return {"type": "http.request"}  # not that its sender has left

    http = Request({"type": "http", "headers": []}, there)

    def answered(request: object) -> dict:
        return json.loads(asyncio.run(functions["dummy_ask"](request, http)).body)

    assert answered({"dummy_side": 3}) == {"area": 9}
    assert set(answered({"dummy_side": 10})["error"]) == set(LANGUAGES)
    assert answered(None) == {"area": 4}


def test_other_mistakes_than_the_visitor_s_stay_exceptions(page: Page):
    def broken(services: Services, request: object) -> dict:
        raise KeyError("a bug")

    with pytest.raises(KeyError, match="a bug"):
        answering(broken, page.services)({})


def test_the_page_opens_with_an_answer_that_was_stored(page: Page):
    opening = page.document.opening
    assert [model["key"] for model in opening["models"]] == ["erm", "mixup"]
    assert set(opening["figures"]) == {"path", "gradient"}


def test_a_control_that_two_views_share_stands_once(views: tuple[View, ...]):
    names = [control.name for control in controls(views)]
    assert names.count("pair") == names.count("dummy_side") == 1


def test_a_control_defined_twice_differently_is_refused(views: tuple[View, ...]):
    *others, dummy = views
    other = replace(dummy, controls=(replace(SEED, default=1),))
    with pytest.raises(ValueError, match="Two different controls are named 'seed': rename one"):
        controls((*others, other))
    same = replace(dummy, controls=(Number(**vars(SEED)),))
    assert controls((*others, same))


def test_a_text_key_in_two_tables_is_refused(views: tuple[View, ...]):
    *others, dummy = views
    for key in ("error.lambda", "page.title", "evidence.paper", "view.mix", "view.dummy"):
        twice = replace(dummy, name="twin", texts={key: ("Again", "다시")})
        with pytest.raises(ValueError, match=f"text keys stand in two tables: {key}"):
            sentences((*others, dummy, twice))


def test_a_configuration_of_a_taken_name_is_refused(views: tuple[View, ...]):
    *others, dummy = views
    other = replace(dummy, config=lambda services: {"photos": {}})
    with pytest.raises(ValueError, match=r"The view dummy .*: photos\."):
        page_config((*others, other), Services())


def test_a_folder_without_its_template_is_noticed(views: tuple[View, ...], tmp_path: Path):
    *others, dummy = views
    with pytest.raises(FileNotFoundError, match=r"no dummy\.html in any of these folders"):
        shown((*others, replace(dummy, folder=tmp_path)))
