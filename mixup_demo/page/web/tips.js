// Short explanations of anything with data-hint, on hover, focus or tap. They stay while the
// pointer is on them and until Escape (WCAG 1.4.13).

import { finder } from "./dom.js";
import { t } from "./words.js";

const GAP = 8; // px, from the element and from the window's edges
const LEAVE_MS = 250; // time to move the pointer onto the explanation

/**
 * What an explanation leaves free: the whole control whose name is explained, else what is explained.
 * @param {HTMLElement} owner
 */
const whole = (owner) => owner.closest("[data-control]") ?? owner;

class Tips {
  /** @type {HTMLElement | null} what is explained */
  owner = null;
  /** @type {HTMLElement | null} what has the focus, or is pointed at */
  described = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  leaving;

  /** @param {HTMLElement} tip */
  constructor(tip) {
    this.tip = tip;
  }

  /**
   * @param {HTMLElement} owner
   * @param {HTMLElement} described that reads the explanation out
   */
  show(owner, described = owner) {
    clearTimeout(this.leaving);
    if (owner === this.owner && described === this.described) return;
    this.hide();
    this.owner = owner;
    this.described = described;
    this.tip.textContent = t(owner.dataset.hint ?? "", JSON.parse(owner.dataset.values ?? "{}"));
    this.tip.hidden = false;
    described.setAttribute("aria-describedby", this.tip.id);
    this.place();
  }

  // Below what is explained, or above it where it would leave the window or lie over what has the focus.
  place() {
    const { owner, tip } = this;
    if (!owner) return;
    const at = owner.getBoundingClientRect();
    const width = tip.offsetWidth;
    tip.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, at.left + at.width / 2 - width / 2))}px`;
    const { top, bottom } = whole(owner).getBoundingClientRect();
    const [below, above] = [bottom + GAP, top - tip.offsetHeight - GAP];
    const last = innerHeight - tip.offsetHeight - GAP;
    tip.style.top = `${[below, above].find((edge) => this.isFree(edge)) ?? Math.max(GAP, Math.min(below, last))}px`;
  }

  /** @param {number} top of the explanation, whose left edge is set */
  isFree(top) {
    const { left, right, height } = this.tip.getBoundingClientRect();
    if (top < GAP || top + height > innerHeight) return false;
    const focused = document.querySelector(":focus-visible")?.getBoundingClientRect();
    return !focused || focused.bottom <= top || focused.top >= top + height || focused.right <= left || focused.left >= right;
  }

  // What is explained is somewhere else now: with what is out of sight its explanation goes.
  follow() {
    const { top, bottom } = this.owner?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (bottom < 0 || top > innerHeight) this.hide();
    else this.place();
  }

  /** @param {EventTarget | null} target whether it is a part of the control that is explained */
  explains(target) {
    return Boolean(this.owner && target instanceof Node && whole(this.owner).contains(target));
  }

  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => { if (document.activeElement !== this.described) this.hide(); }, LEAVE_MS);
  }

  hide() {
    clearTimeout(this.leaving);
    this.described?.removeAttribute("aria-describedby");
    this.owner = this.described = null;
    this.tip.hidden = true;
  }
}

/**
 * The explanation of a control's name, which takes no focus itself, for who comes to the control by
 * the keyboard, or types into it.
 * @param {EventTarget | null} target that has the focus
 * @param {Tips} tips
 */
function showNameOf(target, tips) {
  if (!(target instanceof HTMLElement) || !target.matches(":focus-visible")) return;
  const name = target.closest("[data-control]")?.querySelector("[data-hint]");
  if (name instanceof HTMLElement) tips.show(name, target);
}

/** @param {HTMLElement} root */
export function startTips(root) {
  const tip = finder(root)("tip");
  const tips = new Tips(tip);
  const hinted = (/** @type {Event} */ event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-hint]") : null;
    return target instanceof HTMLElement ? target : null;
  };
  const show = (/** @type {Event} */ event) => {
    const owner = hinted(event);
    if (owner) tips.show(owner);
    else if (tips.explains(event.target)) clearTimeout(tips.leaving); // on its way to the explanation
    else if (tips.owner && !tips.owner.isConnected) tips.hide(); // it was taken off the page under the pointer
  };
  // What lay below an explanation that Escape has closed is not pointed at until the pointer moves.
  let place = "", closedAt = "";
  const placeOf = (/** @type {MouseEvent} */ { clientX, clientY }) => `${clientX} ${clientY}`;
  addEventListener("pointermove", (event) => { place = placeOf(event); }, { passive: true });
  root.addEventListener("pointerover", (event) => placeOf(event) === closedAt || show(event));
  root.addEventListener("pointerout", ({ target }) => tips.explains(target) && tips.leave());
  tip.addEventListener("pointerenter", () => clearTimeout(tips.leaving));
  tip.addEventListener("pointerleave", () => tips.leave());
  root.addEventListener("focusin", (event) => {
    const owner = hinted(event);
    if (owner) tips.show(owner);
    else showNameOf(event.target, tips);
  });
  root.addEventListener("focusout", () => tips.hide());
  // where a tap gives a button no focus (iOS), it cannot be lost either
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && ![tips.owner, tip].some((node) => node?.contains(target))) tips.hide();
  }, { passive: true });
  root.addEventListener("click", (event) => hinted(event)?.matches(".help, .term") && show(event));
  // wherever the focus is, and before others hear of it
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !tips.owner) return;
    event.preventDefault(); // Escape means the explanation, and nothing behind it
    tips.hide();
    closedAt = place;
  }, { capture: true });
  addEventListener("scroll", () => tips.follow(), { passive: true });
}
