"""What goes wrong beside the page: it says so, waits, and goes on where it was."""

import os
import re
import signal

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.server import free_port, served
from mixup_demo.images import gallery
from tests.browser import test_boundary_view as boundary
from tests.browser.conftest import READY
from tests.browser.kit import own_page, sentence

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: the photos of the example that is chosen while the server is away
CHOSEN = gallery.triples()[4]


def test_a_server_that_is_killed_and_starts_again_owes_nothing(browser: Browser):
    """Asked while the server is away, the page says so, waits, and is answered by the new one."""
    port = free_port()
    parts = (f"{side}={key}" for side, key in zip("abc", CHOSEN, strict=True))
    chosen = "".join(f"(?=.*[?&]{part}(&|$))" for part in parts)
    with own_page(browser, locale="en-US") as page:
        with served(port=port) as server:
            page.goto(f"{server.url}?view=boundary")
            page.wait_for_function(READY, polling="raf", timeout=60_000)
            boundary.is_idle(page)
            expect(page).not_to_have_url(re.compile(chosen))
            os.kill(server.pid, signal.SIGKILL)
        agreement = page.get_by_test_id("agreement")
        before = agreement.inner_text()
        page.locator("[data-view=boundary] .example").nth(4).click()
        expect(page.locator(".toast.shown")).to_have_text(sentence("problem.away"))
        expect(page).to_have_url(re.compile(chosen))  # it is in the link, answered or not
        with served(port=port):
            expect(agreement).not_to_have_text(before)
            boundary.is_idle(page)
            page.reload()  # the new server gives the same page, and the link what was chosen
            page.wait_for_function(READY, polling="raf", timeout=60_000)
            boundary.is_idle(page)
            expect(page.locator("[data-view=boundary] .example").nth(4)).to_have_attribute(
                "aria-pressed", "true"
            )
