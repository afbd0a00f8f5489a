// A map of one model of the toy: probability as shading, the boundary as a line, points on it.

import { element } from "../../../page/web/dom.js";
import { FieldMap, strokeLines } from "../../../page/web/fieldmap.js";
import { between, css, fillMap, likeliest } from "../../../page/web/palette.js";

const POINT = 4; // px, radius of a training point
const MIXED = 3.4; // of a mixed point
const NARROW = 260; // px; below it points are smaller
const SMALL = 0.6;
const FINENESS = 64; // parts of a cell in which lines are told

export class ToyMap extends FieldMap {
  // scene: as for `FieldMap`, and classes, points: [{ x, y, label, flipped }].
  // map: { planes: bytes, lines: shorts }; dots: [{ x, y, one, other, lambda }] between points.
  show(scene, map, dots) {
    Object.assign(this, { scene, map, dots });
    if (map) fillMap(this.grid, map.planes, scene.classes, scene.side, scene.colours);
    this.paint();
  }

  draw(context, width, height) {
    if (this.map) {
      context.drawImage(this.grid, 0, 0, width, height);
      this.outline(context, width, height);
    }
    const size = width < NARROW ? SMALL : 1;
    context.drawImage(this.layer(POINT * size), 0, 0, width, height);
    this.mixtures(context, MIXED * size);
  }

  // The training points, drawn once for all frames: hundreds of circles a frame would be too slow.
  layer(radius) {
    const { canvas: { width, height }, scene: { points, colours }, drawn } = this;
    const wanted = { width, height, points, colours, scale: devicePixelRatio };
    if (drawn && Object.keys(wanted).every((key) => drawn[key] === wanted[key])) return drawn.canvas;
    this.drawn = { ...wanted, canvas: element("canvas", { width, height }) };
    const context = this.drawn.canvas.getContext("2d");
    context.scale(wanted.scale, wanted.scale);
    this.points(context, radius);
    return this.drawn.canvas;
  }

  outline(context, width, height) {
    const style = { strokeStyle: this.scene.colours.ink, lineWidth: 2 };
    strokeLines(context, this.map.lines, this.scene.side * FINENESS, width, height, style);
  }

  // Training points in the colour of their label; a ring of ink around those whose label is wrong.
  points(context, radius) {
    const { points, colours } = this.scene;
    for (const { x, y, label, flipped } of points) {
      const [left, top] = this.place(x, y);
      context.beginPath();
      context.arc(left, top, radius, 0, 2 * Math.PI);
      Object.assign(context, { fillStyle: css(colours.classes[label]), strokeStyle: flipped ? colours.ink : colours.card, lineWidth: flipped ? 2 : 1 });
      context.fill();
      context.stroke();
    }
  }

  // Mixed points of the step, translucent, in the colour of their soft label.
  mixtures(context, radius) {
    const { colours } = this.scene;
    context.save();
    Object.assign(context, { globalAlpha: 0.8, strokeStyle: colours.ink, lineWidth: 0.8 });
    for (const { x, y, one, other, lambda } of this.dots) {
      const [left, top] = this.place(x, y);
      const square = [left - radius, top - radius, 2 * radius, 2 * radius];
      context.fillStyle = css(between(colours.classes[one], colours.classes[other], lambda));
      context.fillRect(...square);
      context.strokeRect(...square);
    }
    context.restore();
  }

  // The likeliest class at a place, and its probability.
  answer({ x, y }) {
    const { frame: { left, right, bottom, top }, side, classes } = this.scene;
    const cell = (share) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
    const at = cell((y - bottom) / (top - bottom)) * side + cell((x - left) / (right - left));
    return likeliest(this.map.planes, classes, side * side, at);
  }
}
