// Text on the clipboard; where a browser allows no copying, it is marked, to be copied by hand.

import { element } from "./dom.js";
import { current, t } from "./words.js";

/**
 * @param {string} text
 * @param {Node} shown the element that shows it
 * @returns {Promise<boolean>} whether it has been copied
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}

/**
 * A text under its title, with the button that copies it.
 * @param {string} title
 * @param {string} text
 * @param {string} word on the button
 * @param {{ level?: "h3" | "h4", testid?: string }} as the title's level, and what tests know the button by
 */
export function copyBlock(title, text, word, { level = "h4", testid } = {}) {
  const shown = element("pre", { textContent: text, tabIndex: 0, role: "region", ariaLabel: title, lang: current() });
  const button = element("button", { type: "button", textContent: word, ariaLabel: `${word}: ${title}` });
  const done = element("span", { className: "hint", role: "status" });
  if (testid) button.dataset.testid = testid;
  button.addEventListener("click", async () => {
    done.textContent = t(await copyText(text, shown) ? "about.copied" : "about.copy.problem");
  });
  const row = element("div", { className: "about-row" }, [element(level, { textContent: title }), done, button]);
  return element("div", { className: "about-cite" }, [row, shown]);
}
