// A map of one GAN: what the discriminator says of every place, real points and generated ones.

import { FieldMap } from "../../../page/web/fieldmap.js";
import { css, fillMap } from "../../../page/web/palette.js";

const REAL = 1.5; // px, radius of a real point
const FAKE = 2.4; // of a generated one
const FAINT = 0.6;

// Points are signed 16-bit numbers x, y, x, y in steps of `scene.unit`.
export class GanMap extends FieldMap {
  // scene: as for `FieldMap`, and real, unit; map: { planes: bytes of the probability that a point
  // is real, samples }.
  show(scene, map) {
    Object.assign(this, { scene, map });
    fillMap(this.grid, map.planes, 2, scene.side, scene.colours);
    this.paint();
  }

  draw(context, width, height) {
    const { real, colours: { classes, card } } = this.scene;
    context.drawImage(this.grid, 0, 0, width, height);
    context.globalAlpha = FAINT;
    this.dots(context, real, REAL, css(classes[0]));
    context.globalAlpha = 1;
    this.dots(context, this.map.samples, FAKE, css(classes[1]), card);
  }

  dots(context, points, radius, fill, edge) {
    const { unit } = this.scene;
    context.beginPath();
    for (let k = 0; k < points.length; k += 2) {
      const [x, y] = this.place(points[k] * unit, points[k + 1] * unit);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    if (edge) {
      Object.assign(context, { strokeStyle: edge, lineWidth: 1.2 });
      context.stroke();
    }
    context.fillStyle = fill;
    context.fill();
  }
}
