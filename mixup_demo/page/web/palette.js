// Colours of the style sheet as numbers, and maps of probabilities painted with them.

/** @typedef {number[]} Colour red, green and blue from 0 to 255 */

/**
 * Colours of a theme.
 * @typedef {object} Palette
 * @property {Colour[]} classes
 * @property {Colour} ground
 * @property {number} strength how much of a class's colour the surest answer has
 * @property {string} card
 * @property {string} ink
 */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * A colour of the style sheet, #rrggbb, as numbers.
 * @param {string} text
 * @returns {Colour}
 */
export function rgb(text) {
  const value = parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * A reader of the colours of the style sheet, by their names without dashes.
 * @returns {(name: string) => string}
 */
export function themeColours() {
  const styles = getComputedStyle(document.body);
  return (name) => styles.getPropertyValue(`--${name}`).trim();
}

/**
 * Colours of classes, --class-a, --class-b, ..., as far as the style sheet has them.
 * @param {(name: string) => string} colour
 * @returns {Colour[]}
 */
export function classColours(colour) {
  const texts = [...LETTERS].map((letter) => colour(`class-${letter}`));
  const end = texts.indexOf("");
  return texts.slice(0, end < 0 ? texts.length : end).map(rgb);
}

/**
 * The present theme's.
 * @returns {Palette}
 */
export function palette() {
  const colour = themeColours();
  return {
    classes: classColours(colour), ground: rgb(colour("card")), strength: Number(colour("map-strength")),
    card: colour("card"), ink: colour("ink"),
  };
}

/** @param {Colour} colour */
export const css = ([r, g, b]) => `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;

/**
 * The colour of a soft label.
 * @param {Colour} one
 * @param {Colour} other
 * @param {number} lambda the share of the first
 * @returns {Colour}
 */
export const between = (one, other, lambda) => one.map((value, k) => lambda * value + (1 - lambda) * other[k]);

/**
 * The likeliest class of a cell, its probability, and how far that is above chance, 0 to 1.
 * @param {Uint8Array} planes bytes of the first K − 1 classes' probabilities, a map after the other
 * @param {number} classes
 * @param {number} cells
 * @param {number} cell
 */
export function likeliest(planes, classes, cells, cell) {
  let best = classes - 1;
  let rest = 255;
  for (let k = 0; k < classes - 1; k++) rest -= planes[k * cells + cell];
  let most = rest;
  for (let k = classes - 2; k >= 0; k--) {
    if (planes[k * cells + cell] > most) { most = planes[k * cells + cell]; best = k; }
  }
  return { best, share: most / 255, above: Math.max(0, ((classes * most) / 255 - 1) / (classes - 1)) };
}

/**
 * Write a map of side x side pixels: hue is the likeliest class, strength how sure it is.
 * @param {Uint8ClampedArray} out RGBA bytes, from the upper left
 * @param {Uint8Array} planes as for `likeliest`, from the lower left
 * @param {number} classes
 * @param {number} side
 * @param {Pick<Palette, "classes" | "ground" | "strength">} colours
 */
export function paintMap(out, planes, classes, side, colours) {
  const cells = side * side;
  for (let cell = 0; cell < cells; cell++) {
    const { best, above } = likeliest(planes, classes, cells, cell);
    const to = 4 * ((side - 1 - Math.floor(cell / side)) * side + (cell % side)); // y points up
    const colour = colours.classes[best];
    for (let k = 0; k < 3; k++) out[to + k] = colours.ground[k] + colours.strength * above * (colour[k] - colours.ground[k]);
    out[to + 3] = 255;
  }
}

/**
 * Fill a canvas with such a map.
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} planes
 * @param {number} classes
 * @param {number} side
 * @param {Palette} colours
 */
export function fillMap(canvas, planes, classes, side, colours) {
  Object.assign(canvas, { width: side, height: side });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(side, side);
  paintMap(image.data, planes, classes, side, colours);
  context.putImageData(image, 0, 0);
}
