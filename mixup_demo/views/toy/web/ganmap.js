// A map of one GAN: what the discriminator says of every place, real points and generated ones.

import { FieldMap } from "../../../page/web/fieldmap.js";
import { css, fillMap } from "../../../page/web/palette.js";

/** @import { Gan, GanScene } from "./types.js" */

const REAL = 1.5; // px, radius of a real point
const FAKE = 2.4; // of a generated one
const RIM = 0.6; // px, around it
const FAINT = 0.6;
const KINDS = 2; // a point is real or generated

/**
 * A dot as a picture: to copy it hundreds of times takes a fraction of filling hundreds of circles.
 * @param {number} radius in px
 * @param {string} colour
 * @param {number} scale device pixels a px
 */
function stamp(radius, colour, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * Math.ceil(radius * scale + 1);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = colour;
  context.beginPath();
  context.arc(canvas.width / 2, canvas.width / 2, radius * scale, 0, 2 * Math.PI);
  context.fill();
  return canvas;
}

/** @extends {FieldMap<GanScene>} */
export class GanMap extends FieldMap {
  /** @type {Gan | undefined} */
  gan;
  real = document.createElement("canvas"); // the real points, which stay while iterations change
  /** @type {HTMLCanvasElement[]} of a generated point, from below */
  stamps = [];
  /** @type {{ scene: GanScene, width: number, height: number } | undefined} what these are drawn for */
  drawn;

  /**
   * @param {GanScene} scene
   * @param {Gan} gan
   */
  show(scene, gan) {
    this.scene = scene;
    this.gan = gan;
    fillMap(this.grid, gan.planes, KINDS, scene.side, scene.colours);
    this.paint();
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   */
  draw(context, width, height) {
    if (!this.scene || !this.gan) return;
    const { width: across, height: down } = this.canvas;
    if (this.drawn?.scene !== this.scene || this.drawn.width !== across || this.drawn.height !== down) this.prepare(this.scene, width);
    context.drawImage(this.grid, 0, 0, width, height);
    context.drawImage(this.real, 0, 0, width, height);
    const places = this.places(this.gan.samples, this.scene);
    context.setTransform(1, 0, 0, 1, 0, 0); // stamps lie on whole device pixels
    for (const picture of this.stamps) {
      const half = picture.width / 2;
      for (let k = 0; k < places.length; k += 2) {
        context.drawImage(picture, Math.round(places[k]) - half, Math.round(places[k + 1]) - half);
      }
    }
  }

  /**
   * Draw what stays while iterations change.
   * @param {GanScene} scene
   * @param {number} width of the map, in px
   */
  prepare(scene, width) {
    const { width: across, height: down } = this.canvas;
    const { classes, card } = scene.colours;
    const scale = across / width;
    this.drawn = { scene, width: across, height: down };
    this.stamps = [stamp(FAKE + RIM, card, scale), stamp(FAKE, css(classes[1]), scale)];
    Object.assign(this.real, { width: across, height: down });
    const context = /** @type {CanvasRenderingContext2D} */ (this.real.getContext("2d"));
    Object.assign(context, { globalAlpha: FAINT, fillStyle: css(classes[0]) });
    const places = this.places(scene.real, scene);
    const radius = REAL * scale;
    context.beginPath(); // one for all, so that points that overlap are no darker
    for (let k = 0; k < places.length; k += 2) {
      context.moveTo(places[k] + radius, places[k + 1]);
      context.arc(places[k], places[k + 1], radius, 0, 2 * Math.PI);
    }
    context.fill();
  }

  /**
   * Where points lie on the canvas, in its own pixels: asking the page for sizes would take longer.
   * @param {Int16Array} points x, y, x, y in steps of a unit
   * @param {GanScene} scene
   */
  places(points, { frame: { left, right, bottom, top }, unit }) {
    const [perX, perY] = [this.canvas.width / (right - left), this.canvas.height / (top - bottom)];
    return Float64Array.from(points, (value, k) => (k % 2 ? (top - value * unit) * perY : (value * unit - left) * perX));
  }
}
