// A chart as a file.

import { download, rastered, withFonts } from "./picturefile.js";
import { drawerOf } from "./plotly.js";

/** @import { Drawn, FileOptions } from "./save.js" */

/**
 * A picture as SVG, without its fonts.
 * @param {Drawn} picture
 * @param {number} width in px
 * @param {number} height in px
 * @param {number} [scale] pixels for one of the page, of what is drawn in 3-D
 */
export async function plotSvg({ data, layout }, width, height, scale = 1) {
  const Plotly = await drawerOf(data);
  const config = { plotGlPixelRatio: Math.ceil(scale) }; // what is drawn in 3-D is an image in the SVG
  const address = await Plotly.toImage({ data, layout, config }, { format: "svg", width, height });
  return decodeURIComponent(address.slice(address.indexOf(",") + 1));
}

/**
 * Save a picture as a file, in the page's own type wherever it is opened.
 * @param {Drawn} picture
 * @param {FileOptions} options
 */
export async function saveImage(picture, { format, filename, width, height, scale }) {
  const svg = await withFonts(await plotSvg(picture, width, height, scale));
  const file = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await rastered(svg, width, height, scale);
  download(file, `${filename}.${format}`);
}
