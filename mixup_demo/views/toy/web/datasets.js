// The data sets to choose from, each with a small picture of it.

import { bytes, floats } from "../../../page/web/bytes.js";
import { element } from "../../../page/web/dom.js";
import { css, palette } from "../../../page/web/palette.js";
import { t } from "../../../page/web/words.js";

/** @import { Palette } from "../../../page/web/palette.js" */
/** @import { Frame, PackedSample, ToyConfig } from "./types.js" */

const SIDE = 44; // px of a picture
const POINT = 1.7; // px, radius

/**
 * The points of a sample on a square picture: left and top in pixels, and label.
 * @param {PackedSample} sample
 * @param {Frame} frame that fills the picture
 * @param {number} side of the picture
 */
export function placed({ points, labels }, { left, right, bottom, top }, side) {
  const places = floats(points);
  return Array.from(bytes(labels), (label, k) => ({
    x: ((places[2 * k] - left) / (right - left)) * side, y: ((top - places[2 * k + 1]) / (top - bottom)) * side, label,
  }));
}

export class DataSets {
  /**
   * @param {HTMLElement} box
   * @param {string[]} names of all; those without a sample are drawn by the visitor
   * @param {ToyConfig} toy
   * @param {string} value that is chosen
   * @param {() => void} change another one is chosen
   */
  constructor(box, names, toy, value, change) {
    this.toy = toy;
    this.value = value;
    this.before = value in toy.samples ? value : names[0]; // the last one that has a sample
    this.tiles = names.map((name) => this.tile(name, change));
    box.replaceChildren(...this.tiles.map(({ button }) => button));
  }

  /**
   * @param {string} name
   * @param {() => void} change
   */
  tile(name, change) {
    const canvas = element("canvas", { width: SIDE * devicePixelRatio, height: SIDE * devicePixelRatio });
    const title = element("span");
    const button = element("button", { type: "button", className: "data-set" }, [canvas, title]);
    button.dataset.name = name;
    button.addEventListener("click", () => { this.set(name); change(); });
    return { name, canvas, title, button };
  }

  // Whether the visitor draws the points.
  get drawn() {
    return !(this.value in this.toy.samples);
  }

  /** @param {string} name */
  set(name) {
    if (!this.drawn) this.before = this.value;
    this.value = name;
    this.show();
  }

  // Put the focus on what is chosen.
  focus() {
    this.tiles.find(({ name }) => name === this.value)?.button.focus();
  }

  show() {
    const colours = palette();
    for (const { name, canvas, title, button } of this.tiles) {
      button.setAttribute("aria-pressed", String(name === this.value));
      title.textContent = t(`toy.dataset.${name}`);
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.clearRect(0, 0, canvas.width, canvas.height);
      const sample = this.toy.samples[name];
      if (sample) this.paint(context, sample, colours);
      else pencil(context, colours);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {PackedSample} sample
   * @param {Palette} colours
   */
  paint(context, sample, colours) {
    const { width } = context.canvas;
    for (const { x, y, label } of placed(sample, this.toy.frame, width)) {
      context.beginPath();
      context.arc(x, y, (POINT * width) / SIDE, 0, 2 * Math.PI);
      context.fillStyle = css(colours.classes[label]);
      context.fill();
    }
  }

  relabel() {
    this.show();
  }
}

/**
 * For points that the visitor draws.
 * @param {CanvasRenderingContext2D} context
 * @param {Palette} colours
 */
function pencil(context, { ink }) {
  const side = context.canvas.width;
  Object.assign(context, { font: `${0.6 * side}px ${getComputedStyle(document.body).fontFamily}`, textAlign: "center", textBaseline: "middle", fillStyle: ink });
  context.fillText("✎", side / 2, side / 2);
}
