// The library that draws the charts, in two files, fetched when there is something to draw.

/** @import { Layout, Trace } from "./contract.js" */
/** @import { Drawn } from "./save.js" */

/**
 * What the page uses of Plotly.
 * @typedef {object} Plotly
 * @property {(plot: HTMLElement, data: Trace[], layout: Layout, config: object) => Promise<unknown>} react
 * @property {(picture: Drawn & { config: object }, options: object) => Promise<string>} toImage an address that holds it
 * @property {{ resize(plot: HTMLElement): Promise<unknown> }} Plots
 */

const FLAT = "plotly-cartesian.min.js"; // a third of the whole
const WHOLE = "plotly.min.js"; // with three dimensions
const SOLID = ["surface", "mesh3d", "scatter3d"]; // traces that need the whole

/** @type {Record<string, Promise<Plotly>>} */
const libraries = {}; // private references: each of the two files sets window.Plotly
/** @type {string | undefined} */
let folder;

/**
 * @param {string} file
 * @returns {Promise<Plotly>}
 */
function load(file) {
  if (folder === undefined) return Promise.reject(new Error("call loadPlotly before drawing"));
  libraries[file] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}/${file}`;
    script.onload = () => resolve(/** @type {Window & { Plotly: Plotly }} */ (/** @type {unknown} */ (window)).Plotly);
    script.onerror = () => {
      delete libraries[file];
      reject(new Error("Plotly did not load"));
    };
    document.head.append(script);
  });
  return libraries[file];
}

/**
 * Fetch what draws flat charts, so that it is there when it is needed.
 * @param {string} base folder of the static files
 */
export function loadPlotly(base) {
  folder = base;
  load(FLAT).catch(() => {}); // the charts say so when they are drawn
}

/**
 * What draws these traces.
 * @param {Trace[]} data
 * @returns {Promise<Plotly>}
 */
export const drawerOf = (data) => load(data.some(({ type = "" }) => SOLID.includes(type)) ? WHOLE : FLAT);
