// Text on the clipboard; where a browser allows no copying, it is marked, to be copied by hand.
// Without https, as on a lecture hall's own network, browsers have no clipboard for scripts: there
// what is selected is copied, as by hand.

import { element } from "./dom.js";
import { current, t } from "./words.js";

/**
 * @param {string} text
 * @param {Node} [shown] the element that shows it; it is marked where it is copied as by hand, or not at all
 * @returns {Promise<boolean>} whether it has been copied
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return shown ? copySelected(text, shown) : copyUnseen(text);
  }
}

/**
 * Copy a link; where that is not allowed, the address bar shall show it.
 * @param {string} address
 * @param {string} copied key of what is said once it is copied
 * @param {() => boolean} write puts it into the bar, and tells whether that took it
 * @returns {Promise<string>} what is to be said
 */
export async function copyLink(address, copied, write) {
  if (await copyText(address)) return t(copied);
  return t(write() ? "link.address" : "link.nowhere");
}

/**
 * @param {string} text
 * @param {Node} shown
 */
function copySelected(text, shown) {
  getSelection()?.selectAllChildren(shown);
  // the text itself, not what a browser makes of its lines and colours
  const give = (/** @type {ClipboardEvent} */ event) => { event.clipboardData?.setData("text/plain", text); event.preventDefault(); };
  document.addEventListener("copy", give, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return copied;
}

/** @param {string} text that stands nowhere: it does while it is copied, since some browsers copy only what is selected */
function copyUnseen(text) {
  const shown = document.body.appendChild(element("span", { textContent: text, ariaHidden: "true" }));
  Object.assign(shown.style, { position: "fixed", top: "0", opacity: "0", pointerEvents: "none" });
  const copied = copySelected(text, shown);
  shown.remove();
  return copied;
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
