"""Learn: read, guess, look a word up, come back to where one was, and go to an experiment."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from mixup_demo.images import gallery
from mixup_demo.views.learn.chapters import CHAPTERS
from mixup_demo.views.learn.payload import PATH
from tests.browser.conftest import READY
from tests.browser.kit import SECONDS, own_page, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FIRST, MEMORY = CHAPTERS[:2]
#: photos of the live figures: of the equation, of the vicinities, and of the path
PHOTOS = {*gallery.pairs()[1], gallery.pairs()[0][0], *(b for _, b in gallery.pairs()[2:6]), *PATH}
#: the photos are there and decoded, and the library that draws the spectrogram is
FETCHED = """async (files) => {
  const names = performance.getEntriesByType("resource").map(({ name }) => name.split("?")[0]);
  const found = [...files, "plotly-cartesian.min.js"]
    .map((file) => names.find((name) => name.endsWith(`/${file}`)));
  if (!found.every(Boolean) || !window.Plotly) return false;
  const images = found.slice(0, files.length).map((src) => Object.assign(new Image(), { src }));
  await Promise.all(images.map((image) => image.decode()));
  return true;
}"""


def test_a_reader_s_way(open_page: Open):
    page = open_page("")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(({ name }) => /learn/.test(name))"
    )
    page.get_by_test_id("view-learn").click()
    memory = page.get_by_test_id("chapter-memory")
    expect(memory.locator("h2")).to_contain_text(sentence(MEMORY.key("title")))
    expect(page.get_by_test_id("chapter-erm").locator(".plot-svg path")).to_have_count(2)
    assert {"learn.json", "learn.css", "learn-contents.json"} <= set(fetched)

    # a term opens in place, by the keyboard
    term = memory.locator(".term").first
    term.focus()
    expect(page.get_by_role("tooltip")).to_have_text(sentence("learn.term.regularisation.help"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()

    # guess, by the keyboard: then numbers and chart are there, and not before
    expect(page.get_by_test_id("reveal-memory")).to_be_hidden()
    assert "learn-memory.json" not in fetched
    answer = memory.locator(".quiz-answers button").first
    answer.focus()
    page.keyboard.press("Enter")
    expect(answer).to_have_attribute("aria-pressed", "true")
    right = sentence(MEMORY.answers[MEMORY.right])
    expect(memory.locator("[role=status]")).to_contain_text(right)
    expect(memory.locator(".learn-numbers li")).to_have_count(len(MEMORY.numbers))
    memory.locator(".learn-charts").scroll_into_view_if_needed()
    expect(memory.locator(".learn-charts .main-svg").first).to_be_visible()
    assert "learn-memory.json" in fetched
    count = sentence("learn.progress", done=1, total=len(CHAPTERS))
    expect(page.locator(".learn-progress")).to_have_text(count)

    # go to an experiment, and come back to the chapter with its answer
    page.wait_for_url(re.compile("chapter=memory"))
    memory.get_by_role("link", name=sentence("learn.door.toy-flipped")).click()
    page.wait_for_url(re.compile("view=toy"))
    page.wait_for_selector("[data-ready=true]")
    expect(page.locator("[data-control=flip] input").first).to_have_value("0.2")
    page.go_back()
    page.wait_for_selector("[data-ready=true]")
    expect(memory.locator(".quiz-answers button").first).to_have_attribute("aria-pressed", "true")
    expect(memory.locator("h2")).to_be_in_viewport()

    # the same in Korean, with the answer and the figures' settings still there
    first = page.get_by_test_id("chapter-erm")
    first.locator(".quiz").scroll_into_view_if_needed()
    points = first.locator("input[type=range]")
    points.press("End")
    page.get_by_test_id("language").click()
    expect(points).to_have_value(str(points.get_attribute("max")))
    expect(first.locator(".plot-svg circle")).to_have_count(120)
    expect(memory.locator("h2")).to_contain_text(sentence(MEMORY.key("title"), "ko"))
    expect(memory.locator("[role=status]")).to_contain_text(
        sentence(MEMORY.answers[MEMORY.right], "ko")
    )
    assert page.get_by_test_id("learn").inner_text().count("learn.") == 0


def test_a_sounds_wave_follows_the_slider_and_its_heat_map_when_the_hand_rests(
    browser: Browser, app_url: str
):
    """In a context of its own, whose clock is the test's."""
    drawn = "(plots) => plots.map(({ data: [{ y, z }] }) => (z ? z[1][1] : y[999]))"
    with own_page(browser, locale="en-US") as page:
        page.goto(f"{app_url}?view=learn&chapter=kinds")
        page.wait_for_function(READY, polling="raf", timeout=SECONDS)
        chapter = page.get_by_test_id("chapter-kinds")
        plots = chapter.locator(".two-parts .plot")
        expect(plots).to_have_count(2)
        for plot in plots.all():
            expect(plot.locator(".main-svg").first).to_be_visible()
        page.clock.install()
        # as far ahead as no machine is slow: the clock does not go back
        page.clock.pause_at(page.evaluate("Date.now() + 3_600_000"))
        before = plots.evaluate_all(drawn)
        chapter.locator("input[type=range]").fill("0.9")
        page.clock.run_for(40)
        wave, spectrum = plots.evaluate_all(drawn)
        assert wave != before[0]
        assert spectrum == before[1]
        page.clock.run_for(100)
        assert plots.evaluate_all(drawn)[1] != before[1]


def test_formula_and_pictures_light_up_together(open_page: Open):
    page = open_page("?view=learn&chapter=equation")
    chapter = page.get_by_test_id("chapter-equation")
    picture = chapter.locator("figure[data-part=picture-a]")
    expect(picture).to_be_visible()
    picture.focus()
    lit = chapter.locator("math [data-lit]")
    expect(lit).to_have_count(1)
    expect(lit).to_have_attribute("data-part", "picture-a")
    slider = chapter.locator("input[type=range]")
    slider.focus()
    expect(lit).to_have_count(4)
    slider.press("Home")
    expect(chapter.locator(".part-title")).to_contain_text(re.compile(r"\b0\s%"))
    slider.press("End")
    expect(chapter.locator(".part-title")).to_contain_text(re.compile(r"\b100\s%"))

    # paper has all pictures, though nobody has scrolled to them, and the answers for itself alone
    page.wait_for_function(FETCHED, arg=[gallery.photo(key).file.name for key in PHOTOS])
    pictures = len(re.findall(rb"/Subtype\s*/Image", page.pdf()))
    assert page.locator(".live:empty").count() == 0
    assert pictures > page.locator(".live canvas").count()  # and a spectrogram
    expect(page.get_by_test_id("reveal-equation")).to_be_hidden()

    labels = page.get_by_test_id("chapter-labels")
    labels.scroll_into_view_if_needed()
    values = labels.locator(".loss-rows b")
    expect(values).to_have_count(4)
    labels.locator("input[type=range]").press("ArrowLeft")
    mixed, soft = (float(text) for text in values.all_inner_texts()[2:])
    assert abs(mixed - soft) <= 0.002

    # the button that shows the answer goes, and the focus is at the answer
    labels.locator(".quiz-skip").press("Enter")
    expect(labels.locator(".quiz-verdict")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "width"), [("&present=1", 1920), ("&present=1", 2560), ("", 320)]
)
def test_no_formula_is_cut_off(open_page: Open, query: str, width: int):
    page = open_page(f"?view=learn{query}", width, 1080, reduced_motion="reduce")
    expect(page.locator(".formulas math").first).to_be_visible()
    page.evaluate("document.fonts.ready")
    page.wait_for_function(
        """() => [...document.querySelectorAll(".formulas")]
          .every((one) => one.scrollWidth <= one.clientWidth)"""
    )
