"""What every answer allows the browser: scripts of its own and none that somebody slipped in."""

import asyncio
import base64
import hashlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from mixup_demo.page.security import HEADERS, SecurityMiddleware, policy
from tests.browser.kit import own_page


def test_the_policy_names_the_scripts_of_its_page_and_no_other():
    html = """<script>1</script><script src="a"></script><script type="module">2\n</script>
        <script type="application/json">{}</script><scripture>3</scripture>"""
    found = dict(part.split(" ", 1) for part in policy(html).decode().split("; "))
    assert found["script-src"] == f"'self' {source('1')} {source('2' + chr(10))} 'unsafe-eval'"
    assert found["default-src"] == "'self'"
    assert found["object-src"] == "'none'"
    assert found["frame-ancestors"] == "* file:"  # Spaces, courses, and slides on a disk
    assert found["connect-src"] == "'self'"


@pytest.mark.parametrize(
    ("lecture", "allowed"),
    [
        ("https://example.org:8443/a/talk.json", "'self' https://example.org:8443"),
        ("http://example.org/talk.json", "'self'"),
        ("https://a.b; script-src */x.json", "'self'"),
        ("https://*/x.json", "'self'"),
        ("talk.json", "'self'"),
        ("1", "'self'"),
    ],
)
def test_a_page_reads_besides_its_own_address_that_of_its_lecture_alone(lecture: str, allowed: str):
    found = policy("abc", lecture).decode()
    assert dict(part.split(" ", 1) for part in found.split("; "))["connect-src"] == allowed
    assert found.count("script-src") == 1


def source(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_headers_are_added_once():
    async def app(scope, receive, send):
        headers = [(b"Referrer-Policy", b"no-referrer")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(SecurityMiddleware(app)({"type": "http"}, None, send))
    names = [name.lower() for name, _ in sent[0]["headers"]]
    assert sorted(names) == sorted(name for name, _ in HEADERS)
    assert (b"Referrer-Policy", b"no-referrer") in sent[0]["headers"]
    assert b"camera=(self)" in dict(sent[0]["headers"])[b"permissions-policy"]  # of the pictures


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    with own_page(browser) as found:
        found.goto(app_url)
        yield found


def test_a_script_that_was_slipped_in_does_not_run(page: Page):
    """Also the control: the page's own script in the HTML has run."""
    page.wait_for_function("document.querySelector('[data-ready=true]')")
    run = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.slipped = true";
          document.body.append(script);
          return [window.slipped === undefined, window.explorer !== undefined];
        }"""
    )
    assert run == [True, True]


def test_gradios_own_page_has_the_policy_too(page: Page, app_url: str):
    response = page.goto(f"{app_url}endpoints")
    assert response
    scripts = re.findall(r"<script>(.*?)</script>", response.text(), re.DOTALL)
    assert scripts
    assert all(source(one) in response.headers["content-security-policy"] for one in scripts)
    page.wait_for_function("document.querySelector('gradio-app .show-api')")
