// The page within a lecture: one frame for the step that is shown, and one in which the next step
// is made ready meanwhile, so that nobody waits for it.

import { element } from "../dom.js";

/** @import { Step } from "./types.js" */

const KEPT = ["present", "lang", "__theme"]; // parameters that the lecture adds
const LAMBDAS = ["[data-view=mix]:not([hidden]) [data-id=lambda]", "[data-view=learn]:not([hidden]) [data-read] [data-lambda]"];
const READY = "#explorer[data-ready]";
const LOOK_MS = 200; // between looks whether a frame is ready

/**
 * A step's link as the frame opens it: larger in a room, unless the step says otherwise, in the
 * lecture's language and theme.
 * @param {string} link
 * @param {string} address of the lecture
 * @param {string} language
 * @param {boolean} narrow whether the lecture is read on a phone
 */
export function framed(link, address, language, narrow = false) {
  const lecture = new URL(address);
  const target = new URL(link, lecture);
  const added = { present: narrow ? null : "1", lang: language, __theme: lecture.searchParams.get("__theme") };
  for (const [name, value] of Object.entries(added)) {
    if (value !== null && !target.searchParams.has(name)) target.searchParams.set(name, value);
  }
  return target.href;
}

/**
 * The state that an address names, as a step's link.
 * @param {{ search: string, hash: string }} address
 */
export function stateOf({ search, hash }) {
  const parameters = new URLSearchParams(search);
  for (const name of KEPT) parameters.delete(name);
  return `?${String(parameters).replaceAll("%3A", ":")}${hash}`;
}

/**
 * A slider's value moved by as much as is asked for, but by one of its steps at least.
 * @param {number} value
 * @param {number} by
 * @param {number} step
 */
export const stepped = (value, by, step) => value + Math.sign(by) * Math.max(Math.abs(by), step);

export class Frames {
  node = element("div", { className: "lecture-stage" });
  /** @type {HTMLIFrameElement | undefined} */
  shown;
  /** @type {{ href: string, frame: HTMLIFrameElement } | undefined} */
  ahead;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  looking;

  /** @param {(event: KeyboardEvent) => void} key for those that are pressed within a frame */
  constructor(key) {
    this.key = key;
  }

  /**
   * @param {string} href
   * @param {string} title
   * @param {string | null} next address that is made ready as soon as this one is
   */
  show(href, title, next) {
    const frame = this.ahead?.href === href ? this.ahead.frame : this.make(href);
    if (this.ahead?.frame !== frame) this.ahead?.frame.remove();
    this.ahead = undefined;
    this.shown?.remove();
    this.shown = frame;
    Object.assign(frame, { title, inert: false });
    frame.classList.add("shown");
    clearTimeout(this.looking);
    if (next !== null) this.prepare(next);
  }

  /** @param {string} href */
  prepare(href) {
    this.looking = setTimeout(() => {
      if (this.document?.querySelector(READY)) this.ahead = { href, frame: this.make(href) };
      else this.prepare(href);
    }, LOOK_MS);
  }

  /** @param {string} src */
  make(src) {
    const frame = element("iframe", { src, inert: true, allow: "fullscreen; clipboard-write" });
    frame.addEventListener("load", () => frame.contentDocument?.addEventListener("keydown", this.key));
    this.node.append(frame);
    return frame;
  }

  /** @returns {Document | null} of the page that is shown; null where the visitor has left it for another one */
  get document() {
    try {
      return this.shown?.contentDocument ?? null;
    } catch {
      return null;
    }
  }

  /** @param {Pick<Step, "link">} step what counts where the frame shows no state */
  state({ link }) {
    const found = this.document?.location;
    return found?.search ? stateOf(found) : link;
  }

  /**
   * Move λ where the view has it; in Learn, of the chapter that is read, and where its figure is seen.
   * @param {number} by of λ
   * @returns {boolean} whether there is one to move
   */
  moveLambda(by) {
    const { document } = this;
    const found = LAMBDAS.map((each) => document?.querySelector(each)).find(Boolean);
    const slider = /** @type {HTMLInputElement | undefined} */ (found);
    if (!document || !slider) return false;
    const figure = slider.closest(".live")?.getBoundingClientRect(); // of Learn
    if (figure && (figure.bottom < 0 || figure.top > document.documentElement.clientHeight)) return false;
    slider.valueAsNumber = stepped(slider.valueAsNumber, by, Number(slider.step)); // the browser keeps it in its range
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  /** @param {boolean} dark whether the pages shall be */
  recolour(dark) {
    for (const frame of [this.shown, this.ahead?.frame]) frame?.contentDocument?.body?.classList.toggle("dark", dark);
  }
}
