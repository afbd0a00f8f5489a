"""What tests of several views share."""

from playwright.sync_api import Page

#: frames of a drag, two seconds: enough for a median
DRAGGED = 120
#: nothing reaches out of the window, as soon as charts have taken its width
FITS = "document.documentElement.scrollWidth <= innerWidth"


def fits(page: Page, widths: tuple[int, ...]) -> None:
    """Make the window as wide as each of `widths`; nothing may be wider than it."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 768})
        page.wait_for_function(FITS)
