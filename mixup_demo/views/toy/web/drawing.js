// Points that the visitor draws: their classes by colour, and the text that carries them in a link.

import { element } from "../../../page/web/dom.js";
import { CLASSES } from "../../../page/web/palette.js";
import { t } from "../../../page/web/words.js";

const BASE = 36; // two digits of it a coordinate
const LAST = BASE ** 2 - 1;
const LENGTH = 5; // characters a point: class, x, y
const APART = 0.05; // of two points of one stroke, in the data's units

export class Drawing {
  // control: of settings.py; text: of the link; on: { change(), refuse(sentence) }. Points are
  // { x, y, label, flipped } in the frame that `begin` names.
  constructor(root, control, text, on) {
    Object.assign(this, { text, on });
    this.most = control.limit;
    this.tools = root.querySelector("[data-id=draw-tools]");
    this.classes = root.querySelector("[data-id=draw-classes]");
    this.label = 0;
    this.classes.replaceChildren(...CLASSES.map((name, label) => {
      const swatch = element("i", { className: `key key-${name}` });
      const button = element("button", { type: "button" }, [swatch, element("span", { textContent: label + 1 })]);
      button.addEventListener("click", () => { this.label = label; this.relabel(); });
      return button;
    }));
    root.querySelector("[data-id=draw-undo]").addEventListener("click", () => this.take(this.text.slice(0, -LENGTH)));
    root.querySelector("[data-id=draw-clear]").addEventListener("click", () => this.take(""));
  }

  open(on) {
    this.tools.hidden = !on;
    this.relabel();
  }

  relabel() {
    [...this.classes.children].forEach((button, label) => {
      button.setAttribute("aria-pressed", String(label === this.label));
      button.setAttribute("aria-label", t(`toy.class.${label + 1}`));
    });
  }

  take(text) {
    this.text = text;
    this.last = null;
    this.on.change();
  }

  // frame: { left, right, bottom, top } of the data's plane.
  add({ x, y }, frame) {
    if (this.last && Math.hypot(x - this.last.x, y - this.last.y) < APART) return;
    if (this.text.length >= this.most * LENGTH) { this.on.refuse(t("toy.draw.full", { most: this.most })); return; }
    const digits = (value, low, high) => Math.round((LAST * (value - low)) / (high - low)).toString(BASE).padStart(2, "0");
    this.take(this.text + this.label + digits(x, frame.left, frame.right) + digits(y, frame.bottom, frame.top));
    this.last = { x, y };
  }

  points({ left, right, bottom, top }) {
    const value = (digits, low, high) => low + (parseInt(digits, BASE) / LAST) * (high - low);
    return (this.text.match(/.{5}/g) ?? []).map((point) => ({
      x: value(point.slice(1, 3), left, right), y: value(point.slice(3), bottom, top), label: Number(point[0]), flipped: false,
    }));
  }
}
