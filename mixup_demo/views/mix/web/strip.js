// The strip of drawn λ: the pictures of the moment, mixed as each of them says.

import { pixelsOf, shownSize } from "../../../page/web/blend.js";

/** @import { Alpha } from "./alpha.js" */
/** @import { SweepPayload } from "./types.js" */

const TILE = 128; // longer side of its images, in pixels

/**
 * @param {Alpha} alpha that has drawn
 * @param {Record<string, { canvas: HTMLCanvasElement }>} sides with the pictures
 * @param {SweepPayload} payload the answer to them
 */
export function showStrip(alpha, { a, b }, payload) {
  const tile = shownSize(payload.input_size, TILE);
  const [smallA, smallB] = [a, b].map(({ canvas }) => pixelsOf(canvas, tile.width, tile.height));
  alpha.show(tile, (blender, lambda, box, grid) => {
    if (box) blender.cutmix(smallA, smallB, box, grid);
    else blender.mixup(smallA, smallB, lambda);
  });
  fitBoxes(alpha, payload);
}

/**
 * Boxes are of whole pixels: for models that see another size they are drawn anew.
 * @param {Alpha} alpha
 * @param {SweepPayload} payload
 */
function fitBoxes(alpha, { input_size: [height, width] }) {
  const { boxes, grid } = alpha.last;
  if (boxes && (grid.height !== height || grid.width !== width)) alpha.redraw();
}
