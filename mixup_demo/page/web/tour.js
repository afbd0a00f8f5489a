// The tour: a card beside what it speaks of, which leaves everything within reach. It starts only
// when it is asked for.

import { GAP, place } from "./cardplace.js";
import { NARROW, element, isShown } from "./dom.js";
import { t } from "./words.js";

/** @import { Box } from "./cardplace.js" */
/** @import { Shell } from "./shell.js" */

/**
 * @typedef {object} Step
 * @property {string} name of its texts
 * @property {string} view
 * @property {string[]} look what is outlined, where it is shown; the card stands beside the first of them
 * @property {string} [clear] what must stay free besides
 * @property {boolean} [below] make room for the card below: what stands above says the same in words
 * @property {string} [now] what the page says of what is seen now; the card repeats it
 */

const LAMBDA = "[data-view=mix] .lambda-row";

/** @type {Step[]} */
export const STEPS = [
  { name: "mix", view: "mix", look: ["[data-view=mix] .stage-image", LAMBDA] },
  { name: "soft", view: "mix", look: ["[data-testid=soft-label]"], clear: LAMBDA },
  { name: "answers", view: "mix", look: ["[data-id=answers]"], clear: LAMBDA, below: true, now: "[data-id=said]" },
  { name: "path", view: "mix", look: ["[data-view=mix] .card.path"], clear: LAMBDA },
  { name: "boundary", view: "boundary", look: ["[data-view=boundary] [data-id=maps]", "[data-view=boundary] [data-id=surface]"] },
  { name: "evidence", view: "evidence", look: [".bar .views"] },
];
const CALM = "(prefers-reduced-motion: reduce)";

export class Tour {
  step = 0; // from 1; 0 while there is none
  /** @type {Element | null} where the visitor was */
  opener = null;
  /** @type {HTMLElement[]} what is outlined */
  looked = [];

  /** @param {Shell} shell */
  constructor(shell) {
    this.shell = shell;
    this.heading = element("h2", { id: "tour-title" });
    this.text = element("p", { id: "tour-text" });
    this.now = element("p", { className: "tour-now" });
    this.count = element("p", { className: "tour-count" });
    this.dots = STEPS.map(() => element("i"));
    this.next = this.button("next", "primary", () => this.go(this.step + 1));
    this.back = this.button("back", "", () => this.go(this.step - 1));
    this.skip = this.button("skip", "link", () => this.end());
    const dots = element("div", { className: "tour-dots", ariaHidden: "true" }, this.dots);
    const head = element("div", { className: "tour-head" }, [dots, this.count]);
    const foot = element("div", { className: "tour-foot" }, [this.next, this.back, this.skip]);
    this.card = element("section", { className: "tour", tabIndex: -1 }, [head, this.heading, this.text, this.now, foot]);
    this.card.dataset.testid = "tour-card";
    for (const [name, value] of [["role", "dialog"], ["aria-labelledby", "tour-title"], ["aria-describedby", "tour-text"]]) {
      this.card.setAttribute(name, value);
    }
    this.sizes = new ResizeObserver(() => { this.follow(); this.arrange(); });
    this.said = new MutationObserver(() => this.repeat());
    const arrange = () => this.arrange();
    addEventListener("scroll", arrange, { passive: true });
    addEventListener("resize", arrange);
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /**
   * @param {string} name
   * @param {string} className
   * @param {() => void} press
   */
  button(name, className, press) {
    const button = element("button", { type: "button", className });
    button.dataset.testid = `tour-${name}`;
    button.addEventListener("click", press);
    return button;
  }

  get current() {
    return STEPS[this.step - 1];
  }

  /** @param {number} step from 1; one after the last ends the tour */
  async go(step) {
    if (step > STEPS.length) {
      this.end();
      return;
    }
    if (!this.step) this.opener = document.activeElement;
    this.step = step;
    const { view } = this.current;
    // what is outlined stands in the page's HTML: the card need not wait for the view
    const opened = view === this.shell.views.name ? undefined : this.shell.views.go(view);
    this.show();
    this.shell.settle();
    await opened;
    if (!opened || this.step !== step) return;
    this.follow();
    this.reveal();
  }

  show() {
    const { now } = this.current;
    this.clear();
    this.look(this.seen);
    const told = now && this.found(now)[0];
    if (told) this.said.observe(told, { childList: true, characterData: true, subtree: true });
    this.say();
    this.card.focus({ preventScroll: true });
    this.reveal();
  }

  get named() {
    return this.current.look.flatMap((selector) => this.found(selector));
  }

  // What the step speaks of, as it stands on the page now.
  get seen() {
    const { named } = this;
    const shown = named.filter(isShown);
    return shown.length ? shown : named;
  }

  /** @param {HTMLElement[]} nodes to be outlined; the card comes after the first, so that the Tab key goes from one to the other */
  look(nodes) {
    this.looked = nodes;
    for (const node of nodes) node.classList.add("toured");
    nodes[0].after(this.card);
    for (const node of [this.card, ...this.named]) this.sizes.observe(node);
  }

  // Surfaces may have taken the maps' place, or maps theirs.
  follow() {
    if (!this.step) return;
    const { seen, looked } = this;
    if (seen.length === looked.length && seen.every((node, i) => node === looked[i])) return;
    const focused = this.card.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    for (const node of looked) node.classList.remove("toured");
    this.look(seen);
    focused?.focus({ preventScroll: true }); // it is lost where a node is moved
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  found(selector) {
    return [...this.shell.root.querySelectorAll(selector)].filter((node) => node instanceof HTMLElement);
  }

  clear() {
    for (const node of this.looked) node.classList.remove("toured");
    this.looked = [];
    this.sizes.disconnect();
    this.said.disconnect();
  }

  say() {
    if (!this.step) return;
    const { name } = this.current;
    const steps = STEPS.length;
    const views = Object.fromEntries(this.shell.config.views.map((each) => [each.name, t(`view.${each.name}`)]));
    this.heading.textContent = t(`tour.${name}.title`);
    this.text.textContent = t(`tour.${name}.text`, views);
    this.count.textContent = t("tour.progress", { step: this.step, steps });
    this.dots.forEach((dot, i) => dot.classList.toggle("done", i < this.step));
    this.back.textContent = t("tour.back");
    this.skip.textContent = t("tour.skip");
    this.next.textContent = t(this.step === steps ? "tour.done" : "tour.next");
    this.back.hidden = this.step === 1;
    this.skip.hidden = this.step === steps;
    this.repeat();
  }

  // What the page says of what is seen now.
  repeat() {
    const { now } = this.current;
    this.now.hidden = !now;
    this.now.textContent = now ? this.found(now)[0]?.textContent ?? "" : "";
  }

  // Scroll to what the card speaks of, where it is not in sight.
  reveal() {
    this.arrange();
    const card = this.card.getBoundingClientRect();
    const narrow = matchMedia(NARROW).matches;
    const { top, bottom, height } = this.looked[0].getBoundingClientRect();
    const floor = this.floor();
    const kept = this.current.below && height + card.height + 3 * GAP < floor ? card.height + GAP : 0;
    const room = narrow ? card.top : floor - kept;
    if (top >= GAP && bottom <= room - GAP) return;
    const wanted = Math.max(GAP, kept ? room - GAP - height : (room - height) / 2);
    scrollBy({ top: top - wanted, behavior: matchMedia(CALM).matches ? "instant" : "smooth" });
  }

  arrange() {
    if (!this.step) return;
    const { style } = this.card;
    if (matchMedia(NARROW).matches) {
      style.left = style.top = "";
      style.bottom = `${innerHeight - this.floor() + GAP / 2}px`;
      return;
    }
    const free = [...this.looked, ...(this.current.clear ? this.found(this.current.clear) : [])];
    const boxes = free.map((node) => node.getBoundingClientRect());
    const room = { left: GAP, top: GAP, right: document.documentElement.clientWidth - GAP, bottom: this.floor() - GAP };
    const { left, top } = place(this.card.getBoundingClientRect(), room, boxes[0], boxes);
    Object.assign(style, { left: `${left}px`, top: `${top}px`, bottom: "" });
  }

  // The top of what a phone keeps at the bottom of its page, held upright or sideways.
  floor() {
    const fixed = this.found(`[data-view=${this.shell.views.name}] .dock`).find((node) => getComputedStyle(node).position === "fixed");
    return fixed?.getBoundingClientRect().top ?? innerHeight;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Escape" || !this.step || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.end();
  }

  /** @param {string} view that is shown; another one than the step's means that the visitor goes on alone */
  shown(view) {
    if (this.step && view !== this.current.view) this.leave();
  }

  // Back to where the visitor was, or to the view that is shown now.
  end() {
    const { root } = this.shell;
    const places = [this.opener, root.querySelector("[data-id=tour]"), root.querySelector("[data-go][aria-current]")];
    this.leave();
    for (const node of places) {
      if (!(node instanceof HTMLElement) || node === document.body || !isShown(node)) continue;
      node.focus();
      return;
    }
  }

  leave() {
    this.clear();
    this.step = 0;
    this.card.remove();
    this.shell.settle();
  }
}
