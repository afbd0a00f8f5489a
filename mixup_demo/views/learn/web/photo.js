// A bundled photo, decoded.

/** @import { Shell } from "../../../page/web/shell.js" */

/**
 * @param {Shell} shell
 * @param {string} key
 */
export async function photo({ base, config }, key) {
  const image = new Image();
  image.src = `${base}/${config.photos[key].file}`;
  await image.decode();
  return image;
}
