"""The Boundary view as a visitor meets it."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Response, expect

from benchmarks.page import wander
from mixup_demo.images import gallery
from mixup_demo.probes.plane_geometry import weights
from mixup_demo.results import Plane
from mixup_demo.serving import examples, planes
from mixup_demo.serving.services import Services
from tests.browser.kit import DRAGGED, PAINTED, moves_with_every_frame
from tests.browser.test_mix_view import canvas
from tests.kit import words

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
VIEW = "[data-view=boundary]"
POINT = "[data-testid=point-image]"
FINEST_MS = 120_000  # a machine may be busy with something else


def is_idle(page: Page) -> None:
    expect(page.get_by_test_id("agreement")).not_to_be_empty(timeout=FINEST_MS)
    # of a new question no progress is shown until its pictures are there
    page.wait_for_selector("[data-id=boundary]:not([data-stale])", timeout=FINEST_MS)
    page.wait_for_selector(
        "[data-id=progress]:not([data-busy])", timeout=FINEST_MS, state="attached"
    )


@pytest.fixture(scope="module")
def opening(services: Services) -> Plane:
    """The models' answers on the plane that the view opens with."""
    return planes.plane(services, examples.example_plane(services, gallery.triples()[0]))


def is_plane(response: Response) -> bool:
    return '"fn_name":"plane"' in (response.request.post_data or "").replace(" ", "")


def point_at(page: Page, x: float, y: float, model: str = "erm") -> None:
    """Move the pointer to shares of a map's width from the left and of its height from below."""
    box = page.get_by_test_id(f"map-{model}").bounding_box()
    page.mouse.move(box["x"] + x * box["width"], box["y"] + (1 - y) * box["height"])


def shown_weights(page: Page) -> list[float]:
    """The weights at the point, after the frame that paints where the pointer is now."""
    page.evaluate(PAINTED)
    text = page.get_by_test_id("point-weights").inner_text().replace("− ", "-")
    return [float(number) for number in re.findall(r"-?\d+\.\d+", text)]


def test_the_opening_triple_is_answered_at_the_finest_at_once(open_page: Open, opening: Plane):
    page = open_page("?view=boundary")
    is_idle(page)
    plane = opening
    expect(page.get_by_test_id("agreement")).to_contain_text(f"{100 * plane.agreement:.1f} %")
    expect(page.get_by_test_id("agreement")).to_contain_text("96 × 96")
    row = page.get_by_test_id("plane-measures").locator("tbody tr").first
    expect(row.locator("td").nth(0)).to_have_text(str(plane.answers["erm"].measures.fragmentation))
    expect(row.locator("td").nth(1)).to_have_text(
        str(plane.answers["mixup"].measures.fragmentation)
    )


def test_the_pointer_shows_the_image_and_both_answers(open_page: Open, opening: Plane):
    page = open_page("?view=boundary")
    is_idle(page)
    plane = opening
    for model, row, column in (("erm", 20, 70), ("mixup", 80, 11)):
        point_at(page, (column + 0.5) / 96, (row + 0.5) / 96, model)
        for name, answers in plane.answers.items():
            said = page.get_by_test_id(f"point-{name}")
            number = plane.classes[answers.classes[row, column]]
            expect(said.locator(".point-class")).to_have_text(words("en")[f"class.{number}"])
            sent = np.rint(255 * answers.confidence[row, column]) / 255  # as a byte
            sure = f"{100 * sent:.0f} %"
            expect(said.locator(".point-sure")).to_contain_text(sure)
        expected = weights([[plane.x[column], plane.y[row]]], plane.positions)[0]
        assert shown_weights(page) == pytest.approx(expected, abs=0.04)  # a pixel's breadth


def test_signs_are_printed_as_signs_and_what_is_shown_as_zero_has_none(
    open_page: Open, opening: Plane
):
    place = np.array([0.6, -0.003, 0.403]) @ opening.positions
    x, y = (
        ((at - axis[0]) / (axis[1] - axis[0]) + 0.5) / len(axis)
        for at, axis in zip(place, (opening.x, opening.y), strict=True)
    )
    page = open_page(f"?view=boundary&x={x:.3f}&y={y:.3f}")
    is_idle(page)
    expect(page.get_by_test_id("point-weights")).to_have_text("0.60 A + 0.00 B + 0.40 C")
    point_at(page, 0.01, 0.5)
    expect(page.locator("[data-id=point-where]")).to_have_text(re.compile("^−"))


def test_the_image_at_the_point_is_the_weighted_sum(open_page: Open):
    page = open_page("?view=boundary")
    is_idle(page)
    point_at(page, 0.5, 0.5)
    parts = [canvas(page, f"{VIEW} [data-side={side}] canvas.photo") for side in "abc"]
    halves = [part.reshape(256, 2, 256, 2, 3).mean(axis=(1, 3)) for part in parts]
    mixed = np.clip(np.tensordot(shown_weights(page), halves, 1), 0, 255)
    assert np.abs(canvas(page, POINT) - mixed).mean() < 3  # the browser shrinks in its own way


def test_walking_asks_the_server_for_nothing(open_page: Open):
    page = open_page("?view=boundary")
    is_idle(page)
    moves_with_every_frame(wander(page, DRAGGED))


def test_arrow_keys_walk_on_both_maps_and_say_so(open_page: Open):
    page = open_page("?view=boundary&x=0.5&y=0.5")
    is_idle(page)
    page.get_by_test_id("map-mixup").focus()
    before = shown_weights(page)
    for _ in range(5):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-id=point-said]")).to_contain_text("mixup α = 1: ")
    after = shown_weights(page)
    assert after[1] > before[1]  # towards B
    crosses = [
        page.locator(f"[data-testid=map-{model}] .cross").evaluate("node => node.style.transform")
        for model in ("erm", "mixup")
    ]
    assert crosses[0] == crosses[1] != ""


def test_a_line_of_two_points_opens_on_the_mix_view(open_page: Open, opening: Plane):
    page = open_page("?view=boundary")
    is_idle(page)
    page.get_by_test_id("line").click()
    plane = opening
    ends = [plane.positions[0], plane.positions[2]]  # A and C themselves
    for x, y in ends:
        share_x = (x - plane.x[0]) / (plane.x[-1] - plane.x[0])
        share_y = (y - plane.y[0]) / (plane.y[-1] - plane.y[0])
        point_at(page, share_x, share_y)
        page.mouse.down()
        page.mouse.up()
    expect(page.get_by_test_id("mixed")).to_be_visible()
    expect(page.get_by_test_id("soft-label")).to_contain_text("ship")
    expect(page.get_by_test_id("soft-label")).to_contain_text("automobile")
    page.go_back()
    expect(page.get_by_test_id("map-erm")).to_be_visible()


def test_an_own_picture_comes_coarse_to_fine_and_can_be_stopped(open_page: Open, tmp_path: Path):
    page = open_page("?view=boundary")
    is_idle(page)
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 256, (64, 64, 3), np.uint8)).save(tmp_path / "own.png")
    page.get_by_test_id("upload-plane-c").set_input_files(str(tmp_path / "own.png"))
    expect(page.get_by_test_id("agreement")).to_contain_text("24 × 24", timeout=FINEST_MS)
    expect(page.get_by_test_id("progress")).to_be_visible()
    page.get_by_test_id("stop").click()
    is_idle(page)
    expect(page.get_by_test_id("agreement")).not_to_contain_text("96 × 96")


def test_noise_is_answered_as_finely_as_the_machine_can_in_time(open_page: Open):
    page = open_page("?view=boundary")
    is_idle(page)
    before = page.get_by_test_id("agreement").inner_text()
    answered = []
    page.on("response", lambda one: answered.append(one) if is_plane(one) else None)
    page.get_by_test_id("noise").click()
    expect(page.get_by_test_id("agreement")).not_to_have_text(before, timeout=FINEST_MS)
    is_idle(page)
    stages = [found for one in answered if "resolution" in (found := one.json())]
    finest = stages[-1]["finest"]  # a busy machine leaves the finest of all out
    assert [one["resolution"] for one in stages] == stages[-1]["resolutions"]
    expect(page.get_by_test_id("agreement")).to_contain_text(f"{finest} × {finest}")
    card = page.locator(f"{VIEW} .picture[data-side=c]")
    expect(card.locator("select option:checked")).to_have_text(re.compile(r"^noise \(\w+\)$"))
    expect(card.locator(".guess")).to_be_hidden()  # nobody can say whether it is right


def test_a_drag_over_the_map_is_a_line_too(open_page: Open):
    page = open_page("?view=boundary")
    is_idle(page)
    page.get_by_test_id("line").click()
    point_at(page, 0.2, 0.3)
    start = shown_weights(page)
    page.mouse.down()
    point_at(page, 0.6, 0.5)
    expect(page.locator("[data-testid=map-erm] line")).to_be_visible()
    end = shown_weights(page)
    page.mouse.up()
    expect(page.locator(".mix [data-side=b] .drawn")).to_contain_text(f"{end[1]:.2f}")
    expect(page.locator(".mix [data-side=a] .drawn")).to_contain_text(f"{start[0]:.2f}")


@pytest.mark.parametrize("button", ["middle", "right"])
def test_no_other_button_draws_a_line(open_page: Open, button: str):
    page = open_page("?view=boundary")
    is_idle(page)
    tool = page.get_by_test_id("line")
    tool.click()
    point_at(page, 0.2, 0.3)
    page.mouse.down(button=button)
    point_at(page, 0.6, 0.5)
    page.mouse.up(button=button)
    expect(page.locator("[data-testid=map-erm] line")).to_be_hidden()
    point_at(page, 0.3, 0.3)
    page.mouse.down()
    page.mouse.up()
    point_at(page, 0.7, 0.5)
    expect(page.locator("[data-testid=map-erm] line")).to_be_visible()  # from the first end
    expect(tool).to_have_attribute("aria-pressed", "true")


def test_maps_are_large_on_a_laptop_and_strips_stand_below_one_another(open_page: Open):
    page = open_page("?view=boundary", 1366, 768)
    is_idle(page)
    erm, mixup = (page.get_by_test_id(f"map-{model}").bounding_box() for model in ("erm", "mixup"))
    assert erm["width"] > 450
    assert erm["y"] == mixup["y"]
    said = page.locator(f"{VIEW} .map-figure [data-part=said]").first
    expect(said).to_contain_text("\u00a0%")
    assert " %" not in said.text_content()
    page.get_by_test_id("map-erm").hover()  # which may scroll
    erm = page.get_by_test_id("map-erm").bounding_box()
    buttons = page.locator(".plane-card > .save-tools").first.bounding_box()
    assert buttons["y"] > erm["y"] + erm["height"]
    page = open_page("?view=boundary&a=bird-2&b=airplane-1&c=airplane-2", 1366, 768)
    is_idle(page)
    erm, mixup = (page.get_by_test_id(f"map-{model}").bounding_box() for model in ("erm", "mixup"))
    assert erm["height"] > 195
    assert mixup["y"] > erm["y"] + erm["height"]


def test_a_phone_says_what_the_axes_measure(open_page: Open):
    page = open_page("?view=boundary", 390, 844)
    expect(page.locator(".axis-note")).to_be_visible()


def test_three_pictures_on_a_line_are_named_and_nothing_is_lost(open_page: Open):
    page = open_page("?view=boundary")
    is_idle(page)
    before = page.get_by_test_id("agreement").inner_text()
    file = gallery.photo(gallery.triples()[0][0]).file
    page.get_by_test_id("upload-plane-c").set_input_files(str(file))
    expect(page.locator(".toast")).to_contain_text(words("en")["error.plane.same"][:30])
    assert page.get_by_test_id("agreement").inner_text() == before


def test_a_link_restores_place_pictures_and_what_is_shown(open_page: Open):
    first = gallery.triples()[1]
    page = open_page(
        f"?view=boundary&a={first[0]}&b={first[1]}&c={first[2]}&show=difference&x=0.3&y=0.6"
    )
    is_idle(page)
    expect(page.locator(f"{VIEW} .example").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[name=show][value=difference]")).to_be_checked()
    page.wait_for_function("location.search.includes('x=0.3&y=0.6')")


def test_agreeing_cells_pale_where_disagreement_is_shown(open_page: Open, tmp_path: Path):
    page = open_page("?view=boundary")
    is_idle(page)
    surely = canvas(page, "[data-testid=map-erm] canvas")
    page.locator("label:has([value=difference])").click()
    differing = canvas(page, "[data-testid=map-erm] canvas")
    colourful = [np.ptp(image, axis=2).mean() for image in (surely, differing)]
    assert colourful[1] < 0.6 * colourful[0]
    saving = page.locator(f"{VIEW} .maps + .save-tools [data-save=csv]")
    with page.expect_download() as download:
        saving.click()
    download.value.save_as(tmp_path / "maps.csv")
    with (tmp_path / "maps.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.DictReader(file))
    agreed = np.mean([cell["z"] == "" for cell in cells])
    assert f"{100 * agreed:.1f}" in page.get_by_test_id("agreement").inner_text()


@pytest.mark.slow
def test_surfaces_are_drawn_for_both_models(open_page: Open):
    page = open_page("?view=boundary&show=confidence")
    page.wait_for_function(
        "document.querySelector('[data-testid=surface] .plot')?.data?.length === 2"
    )
    expect(page.get_by_test_id("map-erm")).to_be_hidden()
    sizes = page.evaluate(
        "[...document.querySelector('[data-testid=surface] .plot').data].map((d) => d.z.length)"
    )
    assert sizes == [2 * (96 - 1)] * 2  # each inner line of the grid twice
