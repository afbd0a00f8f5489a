"""axe-core, the accessibility checker, run on a page as it stands."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: all rules, those of good practice too; of the experimental ones, that a name holds what is read
RUN = """async (colours) => {
  const rules = {
    "label-content-name-mismatch": { enabled: true }, "color-contrast": { enabled: colours },
  };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
  return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => {
    const [why] = [...node.any, ...node.all, ...node.none];
    const html = node.html.slice(0, 200);
    return { id, impact, target: String(node.target), html, why: why?.message };
  }));
}"""


def findings(page: Page, colours: bool = True) -> list[dict[str, Any]]:
    """Return what axe finds fault with, one entry an element: id, impact, target, html, why.

    Args:
        colours: look at the contrast of colours, too, which takes most of the time.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(RUN, colours)
    return found
