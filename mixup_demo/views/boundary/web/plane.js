// A map of a plane of images: hue is the class, strength the confidence, lines the boundaries.

import { bytes, shorts } from "../../../page/web/bytes.js";
import { strokeLines } from "../../../page/web/fieldmap.js";

const MARK = 34; // px, side of the thumbnails at the three images
const SMALL_MARK = 24; // on a narrow map
const NARROW = 260; // px
const TICK_ROOM = 22; // px that the left axis takes
const TICK_PX = 90; // about the distance of two ticks of an axis

// What a model says of the plane, its arrays decoded once.
export function decode({ classes, confidence, margin, lines, ...rest }) {
  return {
    ...rest, classes: bytes(classes), confidence: bytes(confidence), margin: bytes(margin),
    lines: shorts(lines),
  };
}

export class PlaneMap {
  // on: { point(x, y), pick(x, y) } with coordinates in the plane.
  constructor(box, on) {
    Object.assign(this, { box, on });
    this.canvas = box.querySelector("canvas");
    this.cross = box.querySelector(".cross");
    this.rubber = box.querySelector("line");
    this.grid = document.createElement("canvas"); // one pixel a cell
    box.addEventListener("pointermove", (event) => this.tell(event, on.point));
    box.addEventListener("pointerdown", (event) => this.tell(event, on.point));
    box.addEventListener("click", (event) => this.tell(event, on.pick));
    new ResizeObserver(() => this.paint()).observe(box);
  }

  tell(event, told) {
    if (!this.plane) return;
    const area = this.box.getBoundingClientRect();
    const { left, width, bottom, height } = this.plane.frame;
    told(left + ((event.clientX - area.left) / area.width) * width, bottom + (1 - (event.clientY - area.top) / area.height) * height);
  }

  // plane: of the server's answer, with frame as { left, bottom, width, height }; model: decoded; look: { colour(class) -> [r, g, b],
  // name(class), ground: [r, g, b], ink, card, shown(index): whether a cell keeps its colour };
  // corners: { canvas, colour } of each image.
  show(plane, model, look, corners) {
    Object.assign(this, { plane, model, look, corners });
    this.box.style.setProperty("--ratio", plane.frame.width / plane.frame.height);
    this.fillGrid();
    this.paint();
  }

  fillGrid() {
    const { plane: { resolution, paint: { faint, fading } }, model: { classes, confidence }, look } = this;
    Object.assign(this.grid, { width: resolution, height: resolution });
    const context = this.grid.getContext("2d");
    const image = context.createImageData(resolution, resolution);
    for (let row = 0; row < resolution; row++) {
      for (let column = 0; column < resolution; column++) {
        const from = row * resolution + column;
        const to = 4 * ((resolution - 1 - row) * resolution + column); // y points up
        const share = look.shown(from) ? faint + (1 - faint) * (confidence[from] / 255) ** fading : faint / 2;
        const colour = look.colour(classes[from]);
        for (let k = 0; k < 3; k++) image.data[to + k] = look.ground[k] + share * (colour[k] - look.ground[k]);
        image.data[to + 3] = 255;
      }
    }
    context.putImageData(image, 0, 0);
  }

  paint() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!this.plane || !width) return;
    Object.assign(this.canvas, { width: width * devicePixelRatio, height: height * devicePixelRatio });
    const context = this.canvas.getContext("2d");
    this.type = parseFloat(getComputedStyle(this.box).fontSize); // grows on a projector
    context.scale(devicePixelRatio, devicePixelRatio);
    Object.assign(context, { imageSmoothingQuality: "high", textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    context.drawImage(this.grid, 0, 0, width, height);
    this.outline(context, width, height);
    this.scales(context, width, height);
    this.marks(context);
    this.names(context);
  }

  // The edges between cells of different classes.
  outline(context, width, height) {
    const { lines, fineness } = this.model;
    const style = { strokeStyle: this.look.ink, lineWidth: 1.6 };
    strokeLines(context, lines, this.plane.resolution * fineness, width, height, style);
  }

  // Ticks along the lower and the left edge, the same steps on both.
  scales(context, width, height) {
    const { frame } = this.plane;
    const step = niceStep((frame.width * TICK_PX) / width);
    Object.assign(context, { font: `${0.75 * this.type}px system-ui, sans-serif`, lineWidth: 1.5 });
    for (let x = Math.ceil(frame.left / step) * step; x < frame.left + frame.width; x += step) {
      const [at] = this.place(x, 0);
      this.tick(context, at, height, 0, -6);
      if (at > 24 && at < width - 12) this.write(context, short(x), at, height - 14);
    }
    for (let y = Math.ceil(frame.bottom / step) * step; y < frame.bottom + frame.height; y += step) {
      const [, at] = this.place(0, y);
      this.tick(context, 0, at, 6, 0);
      if (at > 12 && at < height - 24) this.write(context, short(y), 17, at);
    }
  }

  tick(context, x, y, dx, dy) {
    context.strokeStyle = this.look.ink;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx, y + dy);
    context.stroke();
  }

  // Text that can be read on any colour.
  write(context, text, x, y) {
    context.save();
    Object.assign(context, { strokeStyle: this.look.card, lineWidth: 3.5, fillStyle: this.look.ink });
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    context.restore();
  }

  // The three images where they lie, and the triangle between them.
  marks(context) {
    const places = this.plane.positions.map(([x, y]) => this.place(x, y));
    context.save();
    context.setLineDash([5, 4]);
    Object.assign(context, { strokeStyle: this.look.ink, lineWidth: 1 });
    context.beginPath();
    places.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.stroke();
    context.restore();
    const side = this.markSize();
    places.forEach(([x, y], i) => {
      const { canvas, colour } = this.corners[i];
      this.square(context, x, y, side + 8, this.look.card);
      this.square(context, x, y, side + 4, colour);
      context.drawImage(canvas, x - side / 2, y - side / 2, side, side);
    });
  }

  markSize() {
    return this.box.clientWidth < NARROW ? SMALL_MARK : MARK;
  }

  square(context, x, y, side, colour) {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(x - side / 2, y - side / 2, side, side, 5);
    context.fill();
  }

  // The class of each region where it is widest, or below a thumbnail that lies there; a smaller
  // region's name gives way to those of larger ones.
  names(context) {
    const { resolution, positions } = this.plane;
    const { clientWidth: width, clientHeight: height } = this.box;
    const reach = this.markSize() / 2 + 4;
    const marks = positions.map(([x, y]) => this.place(x, y)).map(([x, y]) => ({ x, y, half: reach, up: reach }));
    const written = [];
    context.font = `650 ${(width < NARROW ? 0.8 : 0.95) * this.type}px system-ui, sans-serif`;
    for (const region of this.model.regions) {
      const text = this.look.name(region.class);
      const half = context.measureText(text).width / 2 + 2;
      const x = Math.min(width - half, Math.max(half + TICK_ROOM, (region.x / resolution) * width));
      const middle = (1 - region.y / resolution) * height;
      const covering = marks.find((mark) => overlap(mark, { x, y: middle, half, up: 8 }));
      const places = covering ? [covering.y + reach + 9, covering.y - reach - 9] : [middle];
      const boxes = places.map((y) => ({ x, y, half, up: 8 }));
      const free = boxes.find((box) => box.y > 8 && box.y < height - 8 && !written.some((other) => overlap(other, box)));
      if (!free) continue;
      written.push(free);
      this.write(context, text, x, free.y);
    }
  }

  // Pixels of a place in the plane.
  place(x, y) {
    const { left, width, bottom, height } = this.plane.frame;
    return [((x - left) / width) * this.box.clientWidth, (1 - (y - bottom) / height) * this.box.clientHeight];
  }

  move(x, y) {
    if (!this.plane) return;
    const [left, top] = this.place(x, y);
    this.cross.style.transform = `translate(${left}px, ${top}px)`;
  }

  // A line between two points; null for none.
  band(ends) {
    this.rubber.toggleAttribute("hidden", !ends);
    ends?.forEach(({ x, y }, i) => {
      const [left, top] = this.place(x, y);
      this.rubber.setAttribute(`x${i + 1}`, left);
      this.rubber.setAttribute(`y${i + 1}`, top);
    });
  }
}

// The least of 1, 2, 5, 10, 20, ... that is no less than `least`.
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= least);
}

// Whether two boxes, given by their middle and half their sides, have a place in common.
const overlap = (one, other) => Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < one.up + other.up;

const short = (value) => String(Number(value.toFixed(2))).replace("-", "−");
