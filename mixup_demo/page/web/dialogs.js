// A dialog as the page has them: a head with its title and the button that closes it.

import { element } from "./dom.js";

let made = 0;

/**
 * Close a dialog that is pressed beside: where both ends of a press lie on its backdrop, and not where a text is
 * marked out of its box.
 * @param {HTMLDialogElement} dialog whose padding is none
 */
export function closeBeside(dialog) {
  let pressed = false;
  dialog.addEventListener("pointerdown", ({ target }) => { pressed = target === dialog; });
  dialog.addEventListener("click", ({ target }) => { if (pressed && target === dialog) dialog.close(); });
}

/**
 * Put nodes into a dialog, and show it; a closed one is taken off the page.
 * @param {HTMLElement} root
 * @param {{ name: string, title: string, close: string, closed?: () => void }} words name: for tests and styles
 * @param {(Node | string)[]} nodes
 */
export function openDialog(root, { name, title, close, closed }, nodes) {
  const id = `dialog-title-${(made += 1)}`;
  const button = element("button", { type: "button", textContent: close });
  const head = element("header", { className: "about-head" }, [element("h2", { id, textContent: title }), button]);
  const dialog = element("dialog", { className: `about ${name}` }, [element("div", { className: "about-page" }, [head, ...nodes])]);
  dialog.dataset.testid = `${name}-dialog`;
  dialog.setAttribute("aria-labelledby", id);
  button.addEventListener("click", () => dialog.close());
  closeBeside(dialog);
  dialog.addEventListener("close", () => { dialog.remove(); closed?.(); });
  root.append(dialog);
  dialog.showModal();
  return dialog;
}
