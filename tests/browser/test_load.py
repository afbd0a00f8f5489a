"""What a cold load asks of the network, and what is there before any script has run."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from benchmarks import load_page
from mixup_demo.images import gallery
from mixup_demo.page.head import SHARED_SIZE
from mixup_demo.page.static import SHARING
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS
from tests.browser.conftest import READY
from tests.browser.kit import SECONDS, own_page, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

#: Of a cold load. A request costs a slow network half a second, six at a time; 1.2 MB take it seven
#: seconds. Most requests are Gradio's front end, whose many small files are its own. What views ask
#: the server is not counted: the frames of a training are as many as have come by then.
MOST_REQUESTS = 45
MOST_MEGABYTES = 1.2
MOST_SHIFT = 0.05

#: what the answers and the soft label show, element by element
SHOWN = """(root) => {
  const within = ["soft-bar", "answers", "verdicts"].map((id) => `[data-id=${id}] *`);
  const found = root.querySelectorAll(`${within}, [data-id=soft-bar], [data-id^=weight-]`);
  return [...found].map((node) => [
    node.tagName, node.className, node.children.length ? "" : node.textContent,
    node.style.width, node.style.left, node.style.transform, node.hidden, node.ariaLabel,
    node.dataset.hint ?? "", node.dataset.mark ?? "", node.tabIndex, node.title,
  ]);
}"""


@pytest.fixture
def without_scripts(browser: Browser, app_url: str):
    """A function that opens the page in a browser that runs no scripts."""
    contexts = []

    def open_(query: str = "", locale: str = "en-US") -> Page:
        context = browser.new_context(java_script_enabled=False, locale=locale)
        context.set_default_timeout(SECONDS)
        contexts.append(context)
        page = context.new_page()
        page.goto(app_url + query)
        return page

    yield open_
    for context in contexts:
        context.close()


def light(view: str) -> object:
    """The page's first view is looked at whenever tests run, and the one with most to fetch."""
    often = view in (VIEWS[0].name, "learn")
    return view if often else pytest.param(view, marks=pytest.mark.slow)


@pytest.mark.parametrize("view", [light(view.name) for view in VIEWS])
def test_a_cold_load_is_light(browser: Browser, app_url: str, view: str):
    found = load_page.load(browser, app_url, view)
    files = {name: size for name, size in found.requests.items() if "gradio_api/" not in name}
    assert len(found.requests) <= MOST_REQUESTS, found.requests
    assert 0.3 < sum(files.values()) / 1e6 <= MOST_MEGABYTES, found.requests
    if view == VIEWS[0].name:
        assert found.megabytes <= MOST_MEGABYTES
        assert found.shift <= MOST_SHIFT, found.moved
        assert found.times["readable"] <= found.times["usable"] <= found.times["ready"]


@pytest.mark.slow
def test_fonts_that_come_late_move_little(browser: Browser, app_url: str):
    found = load_page.load(browser, app_url, VIEWS[0].name, load_page.FAST_3G)
    assert found.shift <= MOST_SHIFT, found.moved


def test_nothing_is_asked_for_twice_and_later_views_bring_their_scripts(open_page: Open):
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_test_id("view-evidence").click()
    expect(page.get_by_test_id("panel-adversarial")).to_be_visible()
    scripts = [name for name in asked if name.endswith(".js")]
    assert scripts == ["evidence.js"]


@pytest.mark.parametrize(
    ("lam", "language"),
    [
        (0.31, "en"),
        (0.125, "en"),
        (1.0, "ko"),
        *(pytest.param(*one, marks=pytest.mark.slow) for one in ((0.0, "ko"), (0.5, "en"))),
    ],
)
def test_the_first_state_is_what_scripts_make_of_it(
    open_page: Open, without_scripts: Open, lam: float, language: str
):
    query = f"?lam={lam:g}&lang={language}"
    before, after = without_scripts(query), open_page(query)
    # a browser without scripts still runs what the test asks of it
    first, then = (page.locator("#explorer").evaluate(SHOWN) for page in (before, after))
    assert len(first) > 60
    assert first == then
    style = before.get_by_test_id("mixed").get_attribute("style") or ""
    assert "data:image/webp;base64," in style
    label = before.get_by_test_id("mixed").get_attribute("aria-label")
    assert label == after.get_by_test_id("mixed").get_attribute("aria-label")


@pytest.mark.parametrize(
    "query",
    [
        "?a=ship-1&b=dog-2",
        "?method=cutmix",
        "?pair=small-0.2",
        "?alpha=0.2",
        "?la=frog",
        "?calibration=equal",
        "?view=toy",
    ],
)
def test_a_link_to_something_else_shows_no_wrong_state(without_scripts: Open, query: str):
    page = without_scripts(query)
    expect(page.locator("[data-id=answers] article")).to_have_count(0)
    assert not page.get_by_test_id("mixed").get_attribute("style")


def test_a_wrong_lambda_in_the_link_is_the_default_one(without_scripts: Open):
    for value in ("2", "x", "nan", "-1"):
        page = without_scripts(f"?lam={value}")
        expect(page.locator("[data-id=weight-a]")).to_have_text("0.50")


def test_the_first_words_are_in_the_browser_s_language(without_scripts: Open):
    page = without_scripts("", "ko-KR")
    assert page.locator("html").get_attribute("lang") == "ko"
    title = sentence("soft.title", "ko")
    expect(page.get_by_test_id("soft-label").locator("h2")).to_contain_text(title)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [view.name for view in VIEWS])
def test_a_shared_link_says_what_it_shows(without_scripts: Open, view: str, language: str):
    page = without_scripts(f"?view={view}&lang={language}")

    def meta(name: str) -> str:
        found = page.locator(f"meta[property='{name}'], meta[name='{name}']")
        assert found.count() == 1, name
        return found.get_attribute("content") or ""

    title = f"{sentence(f'view.{view}', language)} · {sentence('page.title', language)}"
    assert page.title() == meta("og:title") == title
    about = sentence(f"share.{view}", language)
    assert meta("og:description") == meta("description") == about
    assert meta("og:image").startswith("http")
    picture = page.request.get(meta("og:image"))
    assert (picture.status, picture.headers["content-type"]) == (200, "image/jpeg")
    assert picture.body() == (SHARING / f"{view}-{language}.jpg").read_bytes()
    assert (meta("og:image:width"), meta("og:image:height")) == tuple(map(str, SHARED_SIZE))
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == meta("og:url")
    assert canonical.endswith(f"/?view={view}&lang={language}")
    assert "Gradio" not in page.locator("head").evaluate(
        "(head) => [...head.querySelectorAll('meta')].map((meta) => meta.content).join()"
    )


def test_the_tab_and_the_address_name_the_view_at_once(open_page: Open):
    page = open_page()
    assert page.title() == "Mix · mixup explorer"
    page.get_by_test_id("view-toy").click()
    assert "view=toy" in page.evaluate("location.search")
    assert page.title() == f"{sentence('view.toy')} · mixup explorer"


def test_the_device_is_in_the_link_of_a_view_that_asks_for_nothing(open_page: Open):
    page = open_page("?view=learn&more=1")
    page.locator("[data-id=device]").select_option("cpu")
    page.wait_for_function("location.search.includes('device=cpu')")


def test_what_the_page_must_know_is_asked_for_again_and_missed_aloud(
    browser: Browser, app_url: str
):
    failing = True

    def answer(route: Route) -> None:
        if failing:
            route.fulfill(status=503, body="busy")
        else:
            route.continue_()

    def back(route: Route) -> None:
        """Answer that the server is there, which it is from now on."""
        nonlocal failing
        failing = False
        route.continue_()

    with own_page(browser, locale="en-US") as page:
        page.route("**/config.json", answer)
        page.goto(app_url)
        unready = page.get_by_test_id("unready")
        expect(unready).to_have_text(sentence("problem.start"))
        failing = False
        page.reload()
        page.wait_for_function(READY, polling="raf", timeout=60_000)
        expect(unready).to_be_hidden()

        failing = True
        page.route("**/healthz", back)
        page.reload()
        page.wait_for_function(READY, polling="raf", timeout=60_000)
        expect(unready).to_be_hidden()
        assert not failing
        page.unroute_all(behavior="ignoreErrors")


def test_the_theme_stays(open_page: Open):
    page = open_page("", color_scheme="light")
    dark = "document.body.classList.contains('dark')"
    assert not page.evaluate(dark)
    page.locator("[data-id=theme]").click()
    assert page.evaluate(dark)
    # before the first paint: the script that sets it stands before all that is seen
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.early = " + dark + "; })"
    )
    page.reload()
    page.wait_for_selector("[data-ready=true]")
    assert page.evaluate("window.early")
    assert page.evaluate(dark)
    page.goto(page.url.partition("?")[0] + "?__theme=light")
    page.wait_for_selector("[data-ready=true]")
    assert not page.evaluate(dark)
    page.locator("[data-id=theme]").click()
    page.reload()
    page.wait_for_selector("[data-ready=true]")
    assert page.evaluate(dark)


def test_one_main_landmark_and_a_foot_that_can_be_read(open_page: Open):
    page = open_page()
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    link = page.get_by_role("link", name=sentence("footer.api"))
    colours = link.evaluate(
        "(node) => [getComputedStyle(node).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert contrast(*colours) >= 4.5
    link.click()
    expect(page.get_by_text("/draw_lambda").first).to_be_visible()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_visitor_can_drag_before_gradio_has_come(browser: Browser, app_url: str):
    with own_page(browser, locale="en-US") as page:
        page.route(re.compile("/assets/"), lambda route: route.abort())
        page.route(re.compile("plotly"), lambda route: route.abort())
        page.goto(app_url)
        values = page.get_by_test_id("answer-mixup").locator(".bar-value")
        expect(page.get_by_test_id("answer-mixup")).to_be_visible()
        # made by the page's own scripts: before they have come, nobody hears the slider
        expect(page.locator("[data-testid=smoothness] tbody tr").first).to_be_attached()
        texts = values.all_inner_texts()
        page.get_by_test_id("lambda").fill("0.1")
        expect(page.locator("[data-id=weight-a]")).to_have_text("0.10")
        expect(values).not_to_have_text(texts)
        expect(values).to_have_count(len(texts))
        page.unroute_all(behavior="ignoreErrors")


def test_the_opening_pair_s_photos_are_asked_for_at_once(without_scripts: Open):
    page = without_scripts()
    preloaded = page.locator("link[rel=preload][as=image]")
    names = [node.get_attribute("href") or "" for node in preloaded.all()]
    files = [gallery.photo(key).file.name for key in gallery.pairs()[0]]
    assert [name.rpartition("/")[2] for name in names] == files


def test_a_page_at_rest_asks_for_no_frames(browser: Browser, app_url: str):
    in_half_a_second = """new Promise((done) => {
      const before = window.asked;
      setTimeout(() => done(window.asked - before), 500);
    })"""
    with own_page(browser) as page:
        page.add_init_script(
            """
            window.asked = 0;
            const given = window.requestAnimationFrame;
            window.requestAnimationFrame = (callback) => (window.asked += 1, given(callback));
            """
        )
        page.goto(app_url)
        page.wait_for_selector("#explorer[data-ready] [data-id=path-chart] .main-svg")
        assert page.evaluate("window.asked") > 0
        # what Gradio moved while it was loading comes to its end within seconds
        assert any(page.evaluate(in_half_a_second) == 0 for _ in range(60))
