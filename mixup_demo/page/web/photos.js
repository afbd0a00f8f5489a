// Photos and uploads as images, in the shape that the models see.

import { shownSize } from "./blend.js";
import { vocabulary } from "./compare.js";

/** @import { Area, Pixels } from "./blend.js" */
/** @import { Source } from "./contract.js" */
/** @import { Shell } from "./shell.js" */

/** @param {string} src */
export async function loadImage(src) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return image;
}

/**
 * The image of a source, as a comparison's models see it; null where the server has lost it.
 * @param {Shell} shell
 * @param {Source} source
 * @param {string} side named in what the server says
 * @param {string} pair
 */
export async function imageOf(shell, source, side, pair) {
  try {
    if (source.upload === undefined) return await loadImage(photoAddress(shell, source.photo));
    const answer = await shell.inspect(source.upload, side, pair);
    return "error" in answer ? null : await loadImage(answer.image);
  } catch {
    return null;
  }
}

/**
 * @param {Shell} shell
 * @param {string} key of a photo
 */
export const photoAddress = ({ base, config }, key) => `${base}/${config.photos[key].file}`;

/**
 * A photo in a size for lists, as part of the configuration: no request of its own.
 * @param {Shell} shell
 * @param {string} key of a photo
 */
export const thumbnail = ({ config }, key) => config.photos[key].thumbnail;

/**
 * The size at which pictures are shown: of the shape that a comparison's models see.
 * @param {Shell} shell
 * @param {string} pair
 */
export const sizeFor = ({ config }, pair) => shownSize(vocabulary(config, pair).size, config.display);

/**
 * Draw pixels on a canvas, which takes their size.
 * @param {HTMLCanvasElement} canvas
 * @param {Pixels} pixels
 * @param {Area} size
 */
export function showPixels(canvas, pixels, { width, height }) {
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
}

/**
 * Hand on the file that an input takes.
 * @param {HTMLInputElement} input
 * @param {(file: File) => void} take
 */
export function onFile(input, take) {
  input.addEventListener("change", () => {
    if (input.files?.[0]) take(input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });
}
