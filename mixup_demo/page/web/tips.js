// Short explanations on hover, focus or tap of anything with data-hint.

import { finder } from "./dom.js";
import { t } from "./words.js";

const GAP = 8; // px, from the element and from the window's edges

/** @param {HTMLElement} root */
export function startTips(root) {
  const tip = finder(root)("tip");
  /** @type {HTMLElement | null} */
  let owner = null;
  const show = (/** @type {HTMLElement} */ target) => {
    owner = target;
    tip.textContent = t(target.dataset.hint ?? "");
    tip.hidden = false;
    target.setAttribute("aria-describedby", tip.id);
    const at = target.getBoundingClientRect();
    const width = tip.offsetWidth;
    tip.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, at.left + at.width / 2 - width / 2))}px`;
    const below = at.bottom + GAP;
    tip.style.top = `${below + tip.offsetHeight > innerHeight ? at.top - tip.offsetHeight - GAP : below}px`;
  };
  const hide = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const hinted = (/** @type {Event} */ event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-hint]") : null;
    return target instanceof HTMLElement ? target : null;
  };
  const showHinted = (/** @type {Event} */ event) => {
    const target = hinted(event);
    if (target) show(target);
  };
  root.addEventListener("pointerover", showHinted);
  root.addEventListener("pointerout", (event) => hinted(event) && hide());
  root.addEventListener("focusin", showHinted);
  root.addEventListener("focusout", hide);
  root.addEventListener("click", (event) => hinted(event)?.matches(".help") && showHinted(event));
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", () => owner && hide(), { passive: true });
}
