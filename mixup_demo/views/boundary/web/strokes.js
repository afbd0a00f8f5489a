// Strokes and words on a map, and what they need.

/** @param {"svg" | "line"} tag */
export const svg = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);

/** @param {number} value */
export const short = (value) => String(Number(value.toFixed(2))).replace("-", "−");

/** @param {HTMLCanvasElement} canvas */
export const context2d = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 * @param {string} colour
 */
export function tick(context, x, y, dx, dy, colour) {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}

/**
 * Text that can be read on any colour.
 * @param {CanvasRenderingContext2D} context
 * @param {{ card: string, ink: string }} colours
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
export function write(context, { card, ink }, text, x, y) {
  context.save();
  Object.assign(context, { strokeStyle: card, lineWidth: 3.5, fillStyle: ink });
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x of the middle
 * @param {number} y of the middle
 * @param {number} width
 * @param {number} height
 * @param {string} colour
 */
export function rectangle(context, x, y, width, height, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 5);
  context.fill();
}
