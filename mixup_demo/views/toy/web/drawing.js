// Points that the visitor draws: their classes by colour, and the text that carries them in a link.

import { element, finder } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { Frame, Place, Point } from "./types.js" */

// The text that the control `points` allows: five characters a point, its class, x and y.
const BASE = 36; // two digits of it a coordinate
const LAST = BASE ** 2 - 1;
const LENGTH = 5;
const APART = 0.05; // of two points of one stroke, in the data's units

/**
 * A point as text. A place outside the frame counts as the nearest one in it.
 * @param {Place} place
 * @param {number} label
 * @param {Frame} frame
 */
export function encodePoint({ x, y }, label, { left, right, bottom, top }) {
  /** @type {(value: number, low: number, high: number) => string} */
  const digits = (value, low, high) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return Math.round(LAST * share).toString(BASE).padStart(2, "0");
  };
  return label + digits(x, left, right) + digits(y, bottom, top);
}

/**
 * The points that a text carries.
 * @param {string} text
 * @param {Frame} frame
 * @returns {Point[]}
 */
export function decodePoints(text, { left, right, bottom, top }) {
  /** @type {(digits: string, low: number, high: number) => number} */
  const value = (digits, low, high) => low + (parseInt(digits, BASE) / LAST) * (high - low);
  return Array.from({ length: countPoints(text) }, (_, k) => {
    const point = text.slice(k * LENGTH, (k + 1) * LENGTH);
    return { x: value(point.slice(1, 3), left, right), y: value(point.slice(3), bottom, top), label: Number(point[0]), flipped: false };
  });
}

/**
 * How many points a text carries.
 * @param {string} text
 */
export const countPoints = (text) => Math.floor(text.length / LENGTH);

/**
 * The text without its last point.
 * @param {string} text
 */
export const withoutLast = (text) => text.slice(0, -LENGTH);

export class Drawing {
  label = 0; // of the points to come
  active = false; // whether a press on a map draws
  /** @type {Place | null} the last point of the stroke */
  last = null;

  /**
   * @param {HTMLElement} root
   * @param {{ limit: number }} control points that the text may carry
   * @param {string[]} colours names of the classes' colours, in the order of the labels
   * @param {string} text of the link
   * @param {{ change: () => void, use: () => void, refuse: (sentence: string) => void }} on
   */
  constructor(root, { limit }, colours, text, on) {
    this.limit = limit;
    this.text = text;
    this.on = on;
    const find = finder(root);
    this.tools = find("draw-tools");
    this.classes = colours.map((name, label) => this.button(name, label));
    find("draw-classes").replaceChildren(...this.classes);
    this.takers = [find("draw-undo", HTMLButtonElement), find("draw-clear", HTMLButtonElement)];
    this.takers[0].addEventListener("click", () => this.take(withoutLast(this.text)));
    this.takers[1].addEventListener("click", () => this.take(""));
    this.done = find("draw-done", HTMLButtonElement);
    this.done.addEventListener("click", () => this.use(!this.active));
  }

  /**
   * @param {string} colour
   * @param {number} label that the button chooses
   */
  button(colour, label) {
    const swatch = element("i", { className: `key key-${colour}` });
    const button = element("button", { type: "button" }, [swatch, element("span", { textContent: String(label + 1) })]);
    button.addEventListener("click", () => { this.label = label; this.relabel(); this.on.use(); });
    return button;
  }

  /** @param {boolean} on whether points are drawn */
  open(on) {
    this.tools.hidden = !on;
    this.use(on);
  }

  /** @param {boolean} active whether a press on a map draws, else it only reads */
  use(active) {
    this.active = active;
    this.last = null;
    this.relabel();
    this.on.use();
  }

  get count() {
    return countPoints(this.text);
  }

  get labels() {
    return new Set(Array.from({ length: this.count }, (_, k) => this.text[k * LENGTH])).size;
  }

  relabel() {
    for (const button of this.takers) button.disabled = !this.text;
    this.done.textContent = t(this.active ? "toy.draw.done" : "toy.draw.again");
    this.classes.forEach((button, label) => {
      button.setAttribute("aria-pressed", String(label === this.label));
      button.setAttribute("aria-label", t(`toy.class.${label + 1}`));
    });
  }

  /** @param {string} text */
  take(text) {
    this.text = text;
    this.last = null;
    if (!text && this.tools.contains(document.activeElement)) this.classes[this.label].focus(); // what is focused is switched off
    this.relabel();
    this.on.change();
  }

  /**
   * @param {Place} place
   * @param {Frame} frame
   */
  add({ x, y }, frame) {
    if (this.last && Math.hypot(x - this.last.x, y - this.last.y) < APART) return;
    if (countPoints(this.text) >= this.limit) { this.on.refuse(t("toy.draw.full", { most: this.limit })); return; }
    this.take(this.text + encodePoint({ x, y }, this.label, frame));
    this.last = { x, y };
  }

  /** @param {Frame} frame */
  points(frame) {
    return decodePoints(this.text, frame);
  }
}
