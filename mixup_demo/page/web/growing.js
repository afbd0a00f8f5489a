// Figures are laid out for type of one size, in px. Where the page's is larger, for a room, their margins
// and titles grow: else a margin cuts the numbers of an axis, and titles cannot be read.

/** @import { Layout } from "./contract.js" */

/** @typedef {{ font?: { size?: number } }} Lettered what may have type of a size of its own */

const NEAR = 1.05; // times as large is the same: the page's own type is no whole number of px

/**
 * How many times as large as a layout's own a type is; a smaller one leaves the layout as it is.
 * @param {Layout} layout
 * @param {number} size of the page's type in px
 */
function times({ font }, size) {
  const by = size / (Number(font?.size) || size);
  return by < NEAR ? 1 : by;
}

/**
 * @param {Layout} layout
 * @param {number} size of the page's type in px
 * @returns {Layout}
 */
export function growing(layout, size) {
  const by = times(layout, size);
  if (by === 1) return layout;
  const axes = Object.entries(layout).filter(([name]) => /^[xy]axis\d*$/.test(name))
    .map(([name, axis]) => [name, { .../** @type {object} */ (axis), title: lettered(/** @type {{ title?: Lettered }} */ (axis).title, by) }]);
  const margin = Object.fromEntries(Object.entries(layout.margin ?? {}).map(([side, px]) => [side, by * px]));
  const height = layout.height && by * layout.height;
  return { ...layout, ...Object.fromEntries(axes), height, margin, annotations: layout.annotations?.map((each) => ({ ...lettered(each, by) })) };
}

/**
 * @template {Lettered} T
 * @param {T | undefined} part
 * @param {number} by
 */
const lettered = (part, by) => (part?.font?.size ? { ...part, font: { ...part.font, size: by * part.font.size } } : part);
