// A map of a plane of images: hue is the class, strength the confidence, lines the boundaries.

import { strokeLines } from "../../../page/web/fieldmap.js";
import { cellColours, fromShares, niceStep, overlap, ticks, toShares } from "./plane.js";

/** @import { Answers, Corner, Look, Place, PlanePayload } from "./types.js" */

const MARK = 34; // px, longer side of the thumbnails at the images
const SMALL_MARK = 24; // on a narrow map
const NARROW = 260; // px
const TICK_ROOM = 22; // px that the left axis takes
const TICK_PX = 90; // about the distance of two ticks of an axis

export class PlaneMap {
  /** @type {PlanePayload | undefined} */
  plane;
  /** @type {Answers} */
  answers;
  /** @type {Look} */
  look;
  /** @type {Corner[]} */
  corners = [];
  grid = document.createElement("canvas"); // one pixel a cell
  type = 0; // px, size of the type

  /**
   * @param {HTMLElement} box holds a canvas, a `.cross` and a line
   * @param {{ point: (place: Place) => void, pick: (place: Place) => void }} on the visitor points at, or picks, a place in the plane
   */
  constructor(box, on) {
    this.box = box;
    this.canvas = /** @type {HTMLCanvasElement} */ (box.querySelector("canvas"));
    this.cross = /** @type {HTMLElement} */ (box.querySelector(".cross"));
    this.rubber = /** @type {SVGLineElement} */ (box.querySelector("line"));
    box.addEventListener("pointermove", (event) => this.report(event, on.point));
    box.addEventListener("pointerdown", (event) => this.report(event, on.point));
    box.addEventListener("click", (event) => this.report(event, on.pick));
    new ResizeObserver(() => this.paint()).observe(box);
  }

  /**
   * @param {MouseEvent} event
   * @param {(place: Place) => void} receive
   */
  report(event, receive) {
    if (!this.plane) return;
    const area = this.box.getBoundingClientRect();
    const shares = { x: (event.clientX - area.left) / area.width, y: 1 - (event.clientY - area.top) / area.height };
    receive(fromShares(shares, this.plane.frame));
  }

  /**
   * @param {PlanePayload} plane
   * @param {Answers} answers of the model
   * @param {Look} look
   * @param {Corner[]} corners one an image
   */
  show(plane, answers, look, corners) {
    this.plane = plane;
    this.answers = answers;
    this.look = look;
    this.corners = corners;
    const { left, right, bottom, top } = plane.frame;
    this.box.style.setProperty("--ratio", String((right - left) / (top - bottom)));
    this.fillGrid(plane);
    this.paint();
  }

  /** @param {PlanePayload} plane */
  fillGrid({ resolution, paint }) {
    this.grid.width = resolution;
    this.grid.height = resolution;
    const pixels = cellColours(this.answers, resolution, paint, this.look);
    context2d(this.grid).putImageData(new ImageData(pixels, resolution, resolution), 0, 0);
  }

  paint() {
    const { plane, box: { clientWidth: width, clientHeight: height } } = this;
    if (!plane || !width) return;
    this.canvas.width = width * devicePixelRatio;
    this.canvas.height = height * devicePixelRatio;
    const context = context2d(this.canvas);
    this.type = parseFloat(getComputedStyle(this.box).fontSize); // grows on a projector
    context.scale(devicePixelRatio, devicePixelRatio);
    Object.assign(context, { imageSmoothingQuality: "high", textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    context.drawImage(this.grid, 0, 0, width, height);
    const parts = plane.resolution * this.answers.fineness;
    strokeLines(context, this.answers.lines, parts, width, height, { strokeStyle: this.look.ink, lineWidth: 1.6 });
    this.scales(context, plane, width, height);
    this.triangle(context, plane);
    this.marks(context, plane);
    this.names(context, plane);
  }

  /**
   * Ticks along the lower and the left edge, the same steps on both.
   * @param {CanvasRenderingContext2D} context
   * @param {PlanePayload} plane
   * @param {number} width
   * @param {number} height
   */
  scales(context, { frame: { left, right, bottom, top } }, width, height) {
    const step = niceStep(((right - left) * TICK_PX) / width);
    context.font = `${0.75 * this.type}px system-ui, sans-serif`;
    context.lineWidth = 1.5;
    for (const x of ticks(left, right, step)) {
      const [at] = this.place(x, 0);
      this.tick(context, at, height, 0, -6);
      if (at > 24 && at < width - 12) this.write(context, short(x), at, height - 14);
    }
    for (const y of ticks(bottom, top, step)) {
      const [, at] = this.place(0, y);
      this.tick(context, 0, at, 6, 0);
      if (at > 12 && at < height - 24) this.write(context, short(y), 17, at);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} x
   * @param {number} y
   * @param {number} dx
   * @param {number} dy
   */
  tick(context, x, y, dx, dy) {
    context.strokeStyle = this.look.ink;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx, y + dy);
    context.stroke();
  }

  /**
   * Text that can be read on any colour.
   * @param {CanvasRenderingContext2D} context
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  write(context, text, x, y) {
    context.save();
    Object.assign(context, { strokeStyle: this.look.card, lineWidth: 3.5, fillStyle: this.look.ink });
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    context.restore();
  }

  /**
   * The dashed triangle between the images.
   * @param {CanvasRenderingContext2D} context
   * @param {PlanePayload} plane
   */
  triangle(context, plane) {
    context.save();
    context.setLineDash([5, 4]);
    Object.assign(context, { strokeStyle: this.look.ink, lineWidth: 1 });
    context.beginPath();
    for (const [x, y] of plane.positions) context.lineTo(...this.place(x, y));
    context.closePath();
    context.stroke();
    context.restore();
  }

  /**
   * The images where they lie.
   * @param {CanvasRenderingContext2D} context
   * @param {PlanePayload} plane
   */
  marks(context, plane) {
    plane.positions.forEach(([x, y], i) => {
      const { canvas, colour } = this.corners[i];
      const scale = this.markSize() / Math.max(canvas.width, canvas.height);
      const [width, height] = [canvas.width * scale, canvas.height * scale];
      const [left, top] = this.place(x, y);
      this.rectangle(context, left, top, width + 8, height + 8, this.look.card);
      this.rectangle(context, left, top, width + 4, height + 4, colour);
      context.drawImage(canvas, left - width / 2, top - height / 2, width, height);
    });
  }

  markSize() {
    return this.box.clientWidth < NARROW ? SMALL_MARK : MARK;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} x of the middle
   * @param {number} y of the middle
   * @param {number} width
   * @param {number} height
   * @param {string} colour
   */
  rectangle(context, x, y, width, height, colour) {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(x - width / 2, y - height / 2, width, height, 5);
    context.fill();
  }

  /**
   * The class of each region where it is widest, or below a thumbnail that lies there; a smaller
   * region's name gives way to those of larger ones.
   * @param {CanvasRenderingContext2D} context
   * @param {PlanePayload} plane
   */
  names(context, { resolution, positions }) {
    const { clientWidth: width, clientHeight: height } = this.box;
    const reach = this.markSize() / 2 + 4;
    const marks = positions.map(([x, y]) => this.place(x, y)).map(([x, y]) => ({ x, y, half: reach, up: reach }));
    /** @type {typeof marks} */
    const written = [];
    context.font = `650 ${(width < NARROW ? 0.8 : 0.95) * this.type}px system-ui, sans-serif`;
    for (const region of this.answers.regions) {
      const text = this.look.name(region.class);
      const half = context.measureText(text).width / 2 + 2;
      const x = Math.min(width - half, Math.max(half + TICK_ROOM, (region.x / resolution) * width));
      const middle = (1 - region.y / resolution) * height;
      const covering = marks.find((mark) => overlap(mark, { x, y: middle, half, up: 8 }));
      const heights = covering ? [covering.y + reach + 9, covering.y - reach - 9] : [middle];
      const boxes = heights.map((y) => ({ x, y, half, up: 8 }));
      const free = boxes.find((box) => box.y > 8 && box.y < height - 8 && !written.some((other) => overlap(other, box)));
      if (!free) continue;
      written.push(free);
      this.write(context, text, x, free.y);
    }
  }

  /**
   * Pixels of a place in the plane, which there must be.
   * @param {number} x
   * @param {number} y
   * @returns {[number, number]}
   */
  place(x, y) {
    const { frame } = /** @type {PlanePayload} */ (this.plane);
    const shares = toShares({ x, y }, frame);
    return [shares.x * this.box.clientWidth, (1 - shares.y) * this.box.clientHeight];
  }

  /** @param {Place} place of the cross */
  move({ x, y }) {
    if (!this.plane) return;
    const [left, top] = this.place(x, y);
    this.cross.style.transform = `translate(${left}px, ${top}px)`;
  }

  /**
   * Draw a line between two points, or none.
   * @param {Place[] | null} ends
   */
  band(ends) {
    this.rubber.toggleAttribute("hidden", !ends);
    ends?.forEach(({ x, y }, i) => {
      const [left, top] = this.place(x, y);
      this.rubber.setAttribute(`x${i + 1}`, String(left));
      this.rubber.setAttribute(`y${i + 1}`, String(top));
    });
  }
}

/** @param {number} value */
const short = (value) => String(Number(value.toFixed(2))).replace("-", "−");

/** @param {HTMLCanvasElement} canvas */
const context2d = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
