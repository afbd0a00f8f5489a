// A map of one model of the toy: probability as shading, the boundary as a line, points on it.

import { element } from "../../../page/web/dom.js";
import { FieldMap, strokeLines } from "../../../page/web/fieldmap.js";
import { between, css, fillMap, likeliest } from "../../../page/web/palette.js";
import { cellAt } from "../../../page/web/places.js";

/** @import { Palette } from "../../../page/web/palette.js" */
/** @import { Mixture, ModelMap, Place, Point, ToyScene } from "./types.js" */

const POINT = 4; // px, radius of a training point
const MIXED = 3.4; // of a mixed point
const NARROW = 260; // px; below it points are smaller
const SMALL = 0.6;

/** @extends {FieldMap<ToyScene>} */
export class ToyMap extends FieldMap {
  /** @type {ModelMap | null} without one only points are shown */
  map = null;
  /** @type {Mixture[]} */
  dots = [];
  /** @type {{ canvas: HTMLCanvasElement, made: unknown[] } | undefined} the training points, and of what they were drawn */
  drawn;

  /**
   * @param {ToyScene} scene
   * @param {ModelMap | null} map
   * @param {Mixture[]} dots between points
   */
  show(scene, map, dots) {
    this.scene = scene;
    this.map = map;
    this.dots = dots;
    if (map) fillMap(this.grid, map.planes, scene.classes, scene.side, scene.colours);
    this.paint();
  }

  /** @param {ToyScene} scene with other colours */
  recolour(scene) {
    this.show(scene, this.map, this.dots);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  draw(context, width, height) {
    const { scene } = this;
    if (!scene) return;
    if (this.map) {
      context.drawImage(this.grid, 0, 0, width, height);
      const style = { strokeStyle: scene.colours.ink, lineWidth: 2 };
      strokeLines(context, this.map.lines, scene.side * scene.fineness, width, height, style);
    }
    const size = width < NARROW ? SMALL : 1;
    context.drawImage(this.layer(scene, POINT * size), 0, 0, width, height);
    this.mixtures(context, scene, MIXED * size);
  }

  /**
   * The training points, drawn once for all frames: hundreds of circles a frame would be too slow.
   * @param {ToyScene} scene
   * @param {number} radius
   */
  layer({ points, colours }, radius) {
    const { width, height } = this.canvas;
    const made = [width, height, points, colours, devicePixelRatio];
    if (this.drawn?.made.every((value, i) => value === made[i])) return this.drawn.canvas;
    const canvas = element("canvas", { width, height });
    this.drawn = { canvas, made };
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(devicePixelRatio, devicePixelRatio);
    for (const point of points) this.point(context, colours, point, radius);
    return canvas;
  }

  /**
   * A training point in the colour of its label; with a ring of ink where the label is wrong.
   * @param {CanvasRenderingContext2D} context
   * @param {Palette} colours
   * @param {Point} point
   * @param {number} radius
   */
  point(context, colours, { x, y, label, flipped }, radius) {
    const [left, top] = this.place(x, y);
    context.beginPath();
    context.arc(left, top, radius, 0, 2 * Math.PI);
    context.fillStyle = css(colours.classes[label]);
    context.strokeStyle = flipped ? colours.ink : colours.card;
    context.lineWidth = flipped ? 2 : 1;
    context.fill();
    context.stroke();
  }

  /**
   * Mixed points of the step, translucent, in the colour of their soft label.
   * @param {CanvasRenderingContext2D} context
   * @param {ToyScene} scene
   * @param {number} radius
   */
  mixtures(context, { colours }, radius) {
    context.save();
    Object.assign(context, { globalAlpha: 0.8, strokeStyle: colours.ink, lineWidth: 0.8 });
    for (const { x, y, one, other, lambda } of this.dots) {
      const [left, top] = this.place(x, y);
      context.fillStyle = css(between(colours.classes[one], colours.classes[other], lambda));
      context.fillRect(left - radius, top - radius, 2 * radius, 2 * radius);
      context.strokeRect(left - radius, top - radius, 2 * radius, 2 * radius);
    }
    context.restore();
  }

  /**
   * The likeliest class at a place, and its probability; nothing while there is no map.
   * @param {Place} place
   */
  answer(place) {
    if (!this.scene || !this.map) return undefined;
    const { frame, side, classes } = this.scene;
    return likeliest(this.map.planes, classes, side * side, cellAt(place, frame, side));
  }
}
