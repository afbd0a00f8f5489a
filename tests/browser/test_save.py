"""Every chart can be saved as a picture that stands for itself."""

import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import av
import numpy as np
import pytest
from PIL import Image, ImageColor
from playwright.sync_api import Locator, Page, expect

from mixup_demo.figures import theme
from tests.kit import words

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FONTS = Path(__file__).parents[2] / "mixup_demo" / "page" / "web" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"


def tools(page: Page, chart: str) -> Locator:
    """The buttons of the chart with a test id."""
    return page.locator(f".save-tools:has(+ [data-testid={chart}])")


def saved(page: Page, button: Locator, folder: Path) -> Path:
    with page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def labels(path: Path) -> str:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    return " | ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_png_is_sharp_and_on_the_cards_ground(open_page: Open, tmp_path: Path, scheme: str):
    page = open_page("?more=1", color_scheme=scheme)
    path = saved(page, tools(page, "path-chart").get_by_text("PNG"), tmp_path)
    assert re.fullmatch(r"mixup-[\w-]+\.png", path.name)
    with Image.open(path) as image:
        assert image.width >= 2 * 1138
        card = theme.COLOURS["card"][scheme == "dark"]
        assert image.convert("RGB").getpixel((2, 2)) == ImageColor.getrgb(card)


def test_an_svg_says_what_the_page_says_around_the_chart(open_page: Open, tmp_path: Path):
    page = open_page("?more=1")
    path = saved(page, tools(page, "path-chart").get_by_text("SVG"), tmp_path)
    found = labels(path)
    for key in ("path.title", "chart.target.dashed", "model.erm", "model.mixup", "chart.others"):
        assert words("en")[key].split(":")[0] in found, key
    found = labels(saved(page, tools(page, "gradient-chart").get_by_text("SVG"), tmp_path))
    assert found.count("ERM") == found.count("mixup") == 1


def test_a_saved_chart_names_the_classes_and_explains_its_bars(open_page: Open, tmp_path: Path):
    page = open_page("?a=cat-1&b=dog-1")
    found = labels(saved(page, tools(page, "path-chart").get_by_text("SVG"), tmp_path))
    assert "A: cat" in found
    assert "B: dog" in found
    assert words("en")["chart.a"] not in found
    assert words("en")["chart.boundary"] in found


def fonts(svg: str) -> list[bytes]:
    """The fonts that an SVG holds."""
    held = re.findall(r"url\(\"data:[\w/-]+;base64,([\w+/=]+)\"\)", svg)
    return [b64decode(one) for one in held]


def hold_their_fonts(path: Path, count: int) -> None:
    held = fonts(path.read_text(encoding="utf-8"))
    files = {file.read_bytes() for file in FONTS.glob("*.woff2")}
    assert len(held) >= count
    assert set(held) <= files


def test_an_svg_holds_the_fonts_of_its_letters(open_page: Open, tmp_path: Path):
    page = open_page("?more=1&lang=ko")
    hold_their_fonts(saved(page, tools(page, "gradient-chart").get_by_text("SVG"), tmp_path), 2)


def test_a_png_is_drawn_in_the_pages_type(open_page: Open, tmp_path: Path):
    """The control: without its fonts in it, the same picture is another one."""
    page = open_page("?more=1")
    svg = saved(page, tools(page, "gradient-chart").get_by_text("SVG"), tmp_path)
    hold_their_fonts(svg, 1)
    png = saved(page, tools(page, "gradient-chart").get_by_text("PNG"), tmp_path)
    plain = re.sub(r"<style>@font-face.*?</style>", "", svg.read_text("utf-8"), flags=re.DOTALL)
    plain = plain.replace("Explorer Sans Fallback", "Nowhere")  # which is not embedded
    with Image.open(png) as image:
        shown = image.convert("RGB")
    look = """async ([svg, width, height]) => {
        const image = new Image();
        image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        canvas.getContext("2d").drawImage(image, 0, 0, width, height);
        return canvas.toDataURL().split(",")[1];
    }"""

    def drawn(text: str) -> np.ndarray:
        data = page.evaluate(look, [text, *shown.size])
        return np.asarray(Image.open(BytesIO(b64decode(data))).convert("RGB"), int)

    own = np.asarray(shown, int)
    with_fonts, without = drawn(svg.read_text("utf-8")), drawn(plain)
    assert np.abs(own - with_fonts).mean() < 0.5
    assert np.abs(own - without).mean() > 2 * np.abs(own - with_fonts).mean() + 0.05


def test_the_file_is_named_after_the_chart(open_page: Open, tmp_path: Path):
    page = open_page("?more=1&lang=ko")
    path = saved(page, tools(page, "gradient-chart").get_by_text("SVG"), tmp_path)
    title = words("ko")["gradient.title"]
    assert path.name == f"mixup-{title.replace(' ', '-')}.svg"
    assert title in labels(path).replace(" | ", " ")


def test_the_buttons_are_quiet_until_wanted_and_reached_by_keyboard(open_page: Open):
    page = open_page("?more=1")
    quiet = tools(page, "gradient-chart")
    expect(quiet).to_have_css("opacity", "0")
    quiet.get_by_text("SVG").focus()
    expect(quiet).to_have_css("opacity", "1")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_a_finger_finds_the_buttons(open_page: Open):
    page = open_page("?more=1", 390, 844, has_touch=True, is_mobile=True)
    expect(tools(page, "path-chart")).to_have_css("opacity", "1")
    box = tools(page, "path-chart").bounding_box()
    chart = page.get_by_test_id("path-chart").bounding_box()
    assert box
    assert chart
    assert box["y"] + box["height"] <= chart["y"] + 1  # nothing lies under a finger's button


def test_names_tell_buttons_apart_in_the_visitors_language(open_page: Open):
    page = open_page("?view=evidence&panel=between")
    buttons = page.locator("[data-panel=between] [data-save]")
    expect(buttons.nth(3)).to_be_attached()  # they come with the charts
    names = buttons.evaluate_all("(buttons) => buttons.map((button) => button.ariaLabel)")
    assert len(names) == len(set(names)) >= 4
    page.get_by_test_id("view-mix").click()
    page.get_by_test_id("language").click()
    name = words("ko")["chart.save.png"].format(title=words("ko")["gradient.title"])
    button = tools(page, "gradient-chart").get_by_text("PNG")
    expect(button).to_have_attribute("aria-label", name)


def test_a_file_that_cannot_be_made_is_said(open_page: Open):
    page = open_page("?more=1")
    too_large = "() => { HTMLCanvasElement.prototype.toBlob = (use) => use(null); }"
    page.evaluate(too_large)
    for save in (page.get_by_test_id("mixed-save"), tools(page, "path-chart")):
        save.locator("[data-save=png]").click()
        said = page.locator(".toast.shown")
        expect(said).to_contain_text("could not make the file")
        said.evaluate("(toast) => toast.classList.remove('shown')")


def test_numbers_pictures_films_and_a_handout_are_taken_along(open_page: Open, tmp_path: Path):
    """One page: a chart's CSV, the mixed picture, the film, and the present state on one sheet."""
    page = open_page("?lam=0.6&more=1&lang=ko")
    csv = saved(page, tools(page, "path-chart").locator("[data-save=csv]"), tmp_path)
    lines = csv.read_text("utf-8-sig").splitlines()
    assert lines[0] == "series,of,x,y,z,low,high,note"
    assert len(lines) > 2 * 101
    assert {line.split(",")[1] for line in lines[1:]} >= {"ERM", "mixup"}
    mixed = page.get_by_test_id("mixed-save")
    with Image.open(saved(page, mixed.locator("[data-save=png]"), tmp_path)) as image:
        assert image.size == (512, 512)
    film = saved(page, mixed.locator("[data-save=mp4]"), tmp_path)
    with av.open(film) as container:
        assert len(list(container.decode(video=0))) == 100
    with page.context.expect_page() as opened:
        page.get_by_test_id("handout").click()
    sheet = opened.value
    expect(sheet.locator(".code svg")).to_be_visible()
    expect(sheet.locator("footer a")).to_have_attribute("href", re.compile(r"lam=0\.6"))
    expect(sheet.locator(".pictures img")).to_have_count(3)
    captions = sheet.locator(".pictures figcaption")
    expect(captions.nth(0)).to_have_text(re.compile(f"^{words('ko')['picture.a.label']}"))
    expect(captions.nth(2)).to_have_text(re.compile(r"\(mixup, λ = 0\.60\)"))
    expect(sheet.locator(".chart svg").first).to_be_visible()
    # cursors: of one panel, and two
    expect(sheet.locator(".chart .shapelayer path")).to_have_count(3)
    named = sheet.locator(".chart .legendtext").evaluate_all("all => all.map((n) => n.textContent)")
    assert named
    assert all(name.endswith("\N{NO-BREAK SPACE}") for name in named)  # no key touches it
    assert words("ko")["handout.scan"] in sheet.locator("body").inner_text()
    assert sheet.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_a_handout_of_a_dark_page_is_light_as_paper(open_page: Open):
    page = open_page("?lam=0.6", color_scheme="dark")
    expect(page.get_by_test_id("path-chart").locator(".main-svg").first).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_test_id("handout").click()
    drawn = opened.value.locator(".chart svg").first
    expect(drawn.locator("rect").first).to_have_css("fill", "rgb(255, 255, 255)")
    expect(drawn.locator(".gtitle")).to_have_css("fill", "rgb(20, 24, 29)")
    expect(page.locator("body.dark")).to_have_count(1)
    expect(page.get_by_test_id("path-chart").locator(".xtick text").first).to_have_css(
        "fill", "rgb(169, 180, 192)"
    )


def test_points_go_out_as_csv_and_come_back(open_page: Open, tmp_path: Path):
    page = open_page("?view=toy&dataset=moons&at=0")
    files = page.get_by_test_id("toy-files")
    expect(page.get_by_test_id("toy-dots")).to_be_enabled()
    csv = saved(page, files.locator("[data-id=toy-csv-save]"), tmp_path)
    lines = csv.read_text("utf-8").splitlines()
    assert (lines[0], len(lines)) == ("x,y,class", 301)
    (tmp_path / "bad.csv").write_text("x,y,class\n0,0,1\n9,9,1\n0,1,2\n1,0,2\n")
    page.get_by_test_id("toy-csv-file").set_input_files(tmp_path / "bad.csv")
    refused = words("en")["toy.csv.outside"].format(line=3, low=-1.25, high=1.25)
    expect(page.locator("[data-id=toast]")).to_have_text(refused)
    (tmp_path / "few.csv").write_text("\n".join(lines[:41]))
    page.get_by_test_id("toy-csv-file").set_input_files(tmp_path / "few.csv")
    page.wait_for_url(re.compile(r"dataset=drawn"))
    page.wait_for_function("new URLSearchParams(location.search).get('points')?.length === 5 * 40")
