// A map of a plane of images: hue is the class, strength the confidence, lines the boundaries.

import { FieldMap, strokeLines } from "../../../page/web/fieldmap.js";
import { fromShares, within } from "../../../page/web/places.js";
import { aspect, cellColours, niceStep, overlap, ticks } from "./plane.js";
import { context2d, rectangle, short, svg, tick, write } from "./strokes.js";

/** @import { MapScene, Place } from "./types.js" */

const MARK = 34; // px, longer side of the thumbnails at the images
const SMALL_MARK = 24; // on a narrow map
const NARROW = 260; // px
const TICK_ROOM = 22; // px that the left axis takes
const TICK_PX = 90; // about the distance of two ticks of an axis

/** @extends {FieldMap<MapScene>} */
export class PlaneMap extends FieldMap {
  type = 0; // px, size of the type

  /**
   * @param {HTMLElement} box holds a canvas and a `.cross`
   * @param {{ point: (place: Place) => void, pick: (place: Place) => void }} on the visitor points at, or picks, a place in the plane
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
    box.addEventListener("click", (event) => this.report(event, on.pick));
  }

  /**
   * @param {MouseEvent} event
   * @param {(place: Place) => void} receive
   */
  report(event, receive) {
    if (!this.scene) return;
    const area = this.box.getBoundingClientRect();
    const shares = { x: (event.clientX - area.left) / area.width, y: 1 - (event.clientY - area.top) / area.height };
    const { frame } = this.scene;
    receive(within(fromShares(shares, frame), frame)); // a finger may leave the map
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
    this.scales(context, scene, width, height);
    this.triangle(context, scene);
    this.marks(context, scene);
    this.names(context, scene, width, height);
    if (this.ends) this.band(this.ends);
  }

  /**
   * Ticks along the lower and the left edge, the same steps on both.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   * @param {number} width
   * @param {number} height
   */
  scales(context, { frame: { left, right, bottom, top }, colours: look }, width, height) {
    const step = niceStep(((right - left) * TICK_PX) / width);
    context.font = `${0.75 * this.type}px ${getComputedStyle(document.body).fontFamily}`;
    context.lineWidth = 1.5;
    for (const x of ticks(left, right, step)) {
      const [at] = this.place(x, 0);
      tick(context, at, height, 0, -6, look.ink);
      if (at > 24 && at < width - 12) write(context, look, short(x), at, height - 14);
    }
    for (const y of ticks(bottom, top, step)) {
      const [, at] = this.place(0, y);
      tick(context, 0, at, 6, 0, look.ink);
      if (at > 12 && at < height - 24) write(context, look, short(y), 17, at);
    }
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
    return this.box.clientWidth < NARROW ? SMALL_MARK : MARK;
  }

  /**
   * The class of each region where it is widest, or below a thumbnail that lies there; a smaller
   * region's name gives way to those of larger ones.
   * @param {CanvasRenderingContext2D} context
   * @param {MapScene} scene
   * @param {number} width
   * @param {number} height
   */
  names(context, { plane: { resolution, positions }, model, colours: look }, width, height) {
    const reach = this.markSize() / 2 + 4;
    const marks = positions.map(([x, y]) => this.place(x, y)).map(([x, y]) => ({ x, y, half: reach, up: reach }));
    /** @type {typeof marks} */
    const written = [];
    context.font = `650 ${(width < NARROW ? 0.8 : 0.95) * this.type}px ${getComputedStyle(document.body).fontFamily}`;
    for (const region of model.regions) {
      const text = look.name(region.class);
      const half = context.measureText(text).width / 2 + 2;
      const x = Math.min(width - half, Math.max(half + TICK_ROOM, (region.x / resolution) * width));
      const middle = (1 - region.y / resolution) * height;
      const covering = marks.find((mark) => overlap(mark, { x, y: middle, half, up: 8 }));
      const heights = covering ? [covering.y + reach + 9, covering.y - reach - 9] : [middle];
      const boxes = heights.map((y) => ({ x, y, half, up: 8 }));
      const free = boxes.find((box) => box.y > 8 && box.y < height - 8 && !written.some((other) => overlap(other, box)));
      if (!free) continue;
      written.push(free);
      write(context, look, text, x, free.y);
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
