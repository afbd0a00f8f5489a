// A map of a plane of images: hue is the class, strength the confidence, lines the boundaries.

import { FieldMap, strokeLines } from "../../../page/web/fieldmap.js";
import { within } from "../../../page/web/places.js";
import { aspect, cellColours, firstFree, markSize, niceStep, overlap, ticks } from "./plane.js";
import { context2d, rectangle, short, svg, tick, write } from "./strokes.js";

/** @import { Box, MapScene, Place } from "./types.js" */

/**
 * What the visitor does at a place in the plane.
 * @typedef {object} PlaneEvents
 * @property {(place: Place) => void} point
 * @property {(place: Place) => void} press
 * @property {(place: Place) => void} drag lets go at it, after a drag from where was pressed
 * @property {() => void} free nothing is pressed any more
 * @property {(place: Place) => void} pick
 */

const NARROW = 260; // px
const TICK_ROOM = 22; // px that the left axis takes
const TICK_PX = 90; // about the distance of two ticks of an axis
const LINE = 18; // px between lines of names
const DRAG = 8; // px that a pointer goes while it is pressed, from which on it has drawn

/** @extends {FieldMap<MapScene>} */
export class PlaneMap extends FieldMap {
  type = 0; // px, size of the type
  /** @type {PointerEvent | undefined} that has pressed, while it does */
  press;
  dragged = false; // whether what has pressed last has drawn

  /**
   * @param {HTMLElement} box holds a canvas and a `.cross`
   * @param {PlaneEvents} on
   */
  constructor(box, on) {
    super(box);
    this.rubber = svg("line");
    const over = svg("svg");
    over.setAttribute("aria-hidden", "true");
    over.append(this.rubber);
    this.canvas.after(over);
    this.band(null);
    for (const type of /** @type {const} */ (["pointermove", "pointerdown"])) {
      box.addEventListener(type, (event) => { if (event.isPrimary) this.report(event, on.point); });
    }
    box.addEventListener("pointerdown", (event) => { if (event.isPrimary && !event.button) this.begin(event, on); });
    box.addEventListener("pointerup", (event) => { if (event.isPrimary) this.release(event, on); });
    box.addEventListener("lostpointercapture", (event) => { if (event.isPrimary) this.free(on); }); // released, or taken away
    box.addEventListener("click", (event) => { if (!this.dragged) this.report(event, on.pick); }); // a mouse's drag ends with one
  }

  /**
   * @param {PointerEvent} event
   * @param {PlaneEvents} on
   */
  begin(event, on) {
    this.press = event;
    this.dragged = false;
    this.box.setPointerCapture(event.pointerId); // a line may be let go of beside the map
    this.report(event, on.press);
  }

  /**
   * @param {PointerEvent} event
   * @param {PlaneEvents} on
   */
  release(event, on) {
    const { press } = this;
    this.dragged = press !== undefined && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > DRAG;
    this.press = undefined;
    if (this.dragged) this.report(event, on.drag);
  }

  /** @param {PlaneEvents} on */
  free(on) {
    this.press = undefined;
    on.free();
  }

  /**
   * @param {MouseEvent} event
   * @param {(place: Place) => void} receive
   */
  report(event, receive) {
    if (this.scene) receive(within(this.placeOf(event, this.scene), this.scene.frame)); // a finger may leave the map
  }

  /** @param {MapScene} scene */
  show(scene) {
    this.scene = scene;
    this.box.style.setProperty("--ratio", String(aspect(scene.frame)));
    this.fillGrid(scene);
    this.paint();
  }

  /** @param {MapScene} scene */
  fillGrid({ plane: { resolution, paint }, model, colours }) {
    this.grid.width = resolution;
    this.grid.height = resolution;
    const pixels = cellColours(model, resolution, paint, colours);
    context2d(this.grid).putImageData(new ImageData(pixels, resolution, resolution), 0, 0);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  draw(context, width, height) {
    const { scene } = this;
    if (!scene) return;
    this.type = parseFloat(getComputedStyle(this.box).fontSize); // grows on a projector
    Object.assign(context, { textAlign: "center", textBaseline: "middle" });
    context.drawImage(this.grid, 0, 0, width, height);
    const { plane, model, colours: { ink } } = scene;
    strokeLines(context, model.lines, plane.resolution * model.fineness, width, height, { strokeStyle: ink, lineWidth: 1.6 });
    this.triangle(context, scene);
    this.marks(context, scene);
    const written = this.scales(context, scene, width, height); // over the thumbnails, which hide none
    this.names(context, scene, written, width, height);
    if (this.ends) this.band(this.ends);
  }

  /**
   * Ticks along the lower and the left edge, the same steps on both. Returns where their numbers are.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   * @param {number} width
   * @param {number} height
   * @returns {Box[]}
   */
  scales(context, { frame: { left, right, bottom, top }, colours }, width, height) {
    const step = niceStep(((right - left) * TICK_PX) / width);
    context.font = `${0.75 * this.type}px ${getComputedStyle(document.body).fontFamily}`;
    context.lineWidth = 1.5;
    /** @type {Box[]} */
    const written = [];
    /** @type {(value: number, x: number, y: number) => void} */
    const number = (value, x, y) => {
      write(context, colours, short(value), x, y);
      written.push({ x, y, half: context.measureText(short(value)).width / 2 + 2, up: this.type / 2 });
    };
    for (const x of ticks(left, right, step)) {
      const [at] = this.place(x, 0);
      tick(context, at, height, 0, -6, colours.ink);
      if (at > 24 && at < width - 12) number(x, at, height - 14);
    }
    for (const y of ticks(bottom, top, step)) {
      const [, at] = this.place(0, y);
      tick(context, 0, at, 6, 0, colours.ink);
      if (at > 12 && at < height - 24) number(y, 17, at);
    }
    return written;
  }

  /**
   * The dashed triangle between the images.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   */
  triangle(context, { plane, colours }) {
    context.save();
    context.setLineDash([5, 4]);
    Object.assign(context, { strokeStyle: colours.ink, lineWidth: 1 });
    context.beginPath();
    for (const [x, y] of plane.positions) context.lineTo(...this.place(x, y));
    context.closePath();
    context.stroke();
    context.restore();
  }

  /**
   * The images where they lie.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   */
  marks(context, { plane, colours, corners }) {
    plane.positions.forEach(([x, y], i) => {
      const { canvas, colour } = corners[i];
      const scale = this.markSize() / Math.max(canvas.width, canvas.height);
      const [width, height] = [canvas.width * scale, canvas.height * scale];
      const [left, top] = this.place(x, y);
      rectangle(context, left, top, width + 8, height + 8, colours.card);
      rectangle(context, left, top, width + 4, height + 4, colour);
      context.drawImage(canvas, left - width / 2, top - height / 2, width, height);
    });
  }

  markSize() {
    return markSize(this.box.clientWidth, this.box.clientHeight);
  }

  /**
   * The class of each region where it is widest, or below a thumbnail that lies there; a smaller
   * region's name gives way to those of larger ones, and all do to the axes' numbers.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   * @param {Box[]} written so far
   * @param {number} width
   * @param {number} height
   */
  names(context, { plane: { resolution, positions }, model, colours }, written, width, height) {
    const reach = this.markSize() / 2 + 4;
    const marks = positions.map(([x, y]) => this.place(x, y)).map(([x, y]) => ({ x, y, half: reach, up: reach }));
    context.font = `650 ${(width < NARROW ? 0.8 : 0.95) * this.type}px ${getComputedStyle(document.body).fontFamily}`;
    for (const region of model.regions) {
      const text = colours.name(region.class);
      const half = context.measureText(text).width / 2 + 2;
      const x = Math.min(width - half, Math.max(half + TICK_ROOM, (region.x / resolution) * width));
      const middle = (1 - region.y / resolution) * height;
      const covering = marks.find((mark) => overlap(mark, { x, y: middle, half, up: 8 }));
      const heights = covering ? [covering.y + reach + 9, covering.y - reach - 9] : [middle, middle - LINE, middle + LINE];
      const free = firstFree(heights.map((y) => ({ x, y, half, up: 8 })), written, height);
      if (!free) continue;
      written.push(free);
      write(context, colours, text, x, free.y);
    }
  }

  /**
   * Draw a line between two points, or none.
   * @param {Place[] | null} ends
   */
  band(ends) {
    this.ends = ends;
    this.rubber.toggleAttribute("hidden", !ends);
    ends?.forEach(({ x, y }, i) => {
      const [left, top] = this.place(x, y);
      this.rubber.setAttribute(`x${i + 1}`, String(left));
      this.rubber.setAttribute(`y${i + 1}`, String(top));
    });
  }
}
