// A part of a plane: a field of colours, one pixel a cell, and marks over it.

import { select } from "./dom.js";
import { contains, fromShares, toShares } from "./places.js";

/** @import { Frame, Place } from "./places.js" */

/**
 * What stays while frames change.
 * @typedef {object} Scene
 * @property {Frame} frame the part of the plane that is shown
 * @property {{ card: string }} colours
 */

/**
 * What a map says of the pointer, by its place in the data's plane.
 * @typedef {object} PointerEvents
 * @property {(place: Place) => void} [point]
 * @property {(place: Place) => void} [press]
 * @property {() => void} [leave] of a mouse: what a finger has tapped stays when it is lifted
 */

const MAIN = 1; // of the pressed buttons: the left one, or a finger

/**
 * Draw the lines of a boundary.
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} lines their ends x, y, x, y in parts of the map's sides
 * @param {number} parts of a side
 * @param {number} width of the map, in px
 * @param {number} height
 * @param {{ strokeStyle: string, lineWidth: number }} style
 */
export function strokeLines(context, lines, parts, width, height, style) {
  context.beginPath();
  for (let i = 0; i < lines.length; i += 4) {
    context.moveTo((lines[i] / parts) * width, (1 - lines[i + 1] / parts) * height);
    context.lineTo((lines[i + 2] / parts) * width, (1 - lines[i + 3] / parts) * height);
  }
  Object.assign(context, style);
  context.stroke();
}

/** @template {Scene} [S=Scene] */
export class FieldMap {
  /** @type {S | undefined} */
  scene;
  grid = document.createElement("canvas"); // one pixel a cell

  /**
   * @param {HTMLElement} box holds a canvas and an element .cross
   * @param {PointerEvents} [on]
   */
  constructor(box, on) {
    this.box = box;
    this.canvas = select(box, "canvas", HTMLCanvasElement);
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.cross = select(box, ".cross", HTMLElement);
    if (on) this.listen(on);
    new ResizeObserver(() => this.paint()).observe(box);
  }

  /** @param {PointerEvents} on */
  listen(on) {
    this.box.addEventListener("pointerdown", (event) => { if (!event.button) this.tell(event, on.press); });
    this.box.addEventListener("pointermove", (event) => this.tell(event, event.buttons & MAIN ? on.press : on.point));
    this.box.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") on.leave?.(); });
  }

  /**
   * @param {PointerEvent} event
   * @param {((place: Place) => void) | undefined} told
   */
  tell(event, told) {
    if (!this.scene || !told || !event.isPrimary) return;
    const place = this.placeOf(event, this.scene);
    if (contains(this.scene.frame, place)) told(place); // else a finger has left the map
  }

  /**
   * The place in the data's plane at which the pointer is, perhaps beyond the map's edge.
   * @param {MouseEvent} event
   * @param {S} scene
   * @returns {Place}
   */
  placeOf({ clientX, clientY }, { frame }) {
    const { left, top, width, height } = this.box.getBoundingClientRect();
    return fromShares({ x: (clientX - left) / width, y: 1 - (clientY - top) / height }, frame);
  }

  paint() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!this.scene || !width) return;
    const scale = devicePixelRatio;
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.canvas.width !== across || this.canvas.height !== down) Object.assign(this.canvas, { width: across, height: down });
    const { context } = this;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    Object.assign(context, { imageSmoothingEnabled: true, imageSmoothingQuality: "high", lineJoin: "round" });
    context.fillStyle = this.scene.colours.card;
    context.fillRect(0, 0, width, height);
    this.draw(context, width, height);
    if (this.at) this.move(this.at);
  }

  /**
   * Draw what a map shows; each kind of map has its own.
   * @param {CanvasRenderingContext2D} _context
   * @param {number} _width in px
   * @param {number} _height
   */
  draw(_context, _width, _height) {}

  /**
   * Pixels of a place in the plane.
   * @param {number} x
   * @param {number} y
   * @returns {[number, number]}
   */
  place(x, y) {
    if (!this.scene) return [0, 0];
    const shares = toShares({ x, y }, this.scene.frame);
    return [shares.x * this.box.clientWidth, (1 - shares.y) * this.box.clientHeight];
  }

  /** @param {Place} [at] where the cross stands; without a place it is hidden */
  move(at) {
    this.at = at;
    this.cross.hidden = !at;
    if (!at || !this.scene) return;
    const [left, top] = this.place(at.x, at.y);
    this.cross.style.transform = `translate(${left}px, ${top}px)`;
  }
}
