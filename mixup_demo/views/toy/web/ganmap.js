// A map of one GAN: what the discriminator says of every place, real points and generated ones.

import { FieldMap } from "../../../page/web/fieldmap.js";
import { css, fillMap } from "../../../page/web/palette.js";

/** @import { Gan, GanScene } from "./types.js" */

const REAL = 1.5; // px, radius of a real point
const FAKE = 2.4; // of a generated one
const FAINT = 0.6;
const KINDS = 2; // a point is real or generated

/** @extends {FieldMap<GanScene>} */
export class GanMap extends FieldMap {
  /** @type {Gan | undefined} */
  gan;

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
    const { real, unit, colours: { classes, card } } = this.scene;
    context.drawImage(this.grid, 0, 0, width, height);
    context.globalAlpha = FAINT;
    this.dots(context, real, unit, REAL);
    context.fillStyle = css(classes[0]);
    context.fill();
    context.globalAlpha = 1;
    this.dots(context, this.gan.samples, unit, FAKE);
    Object.assign(context, { strokeStyle: card, lineWidth: 1.2, fillStyle: css(classes[1]) });
    context.stroke();
    context.fill();
  }

  /**
   * Begin a path of circles.
   * @param {CanvasRenderingContext2D} context
   * @param {Int16Array} points x, y, x, y in steps of `unit`
   * @param {number} unit
   * @param {number} radius
   */
  dots(context, points, unit, radius) {
    context.beginPath();
    for (let k = 0; k < points.length; k += 2) {
      const [x, y] = this.place(points[k] * unit, points[k + 1] * unit);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
}
