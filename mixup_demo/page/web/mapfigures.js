// Maps side by side, one a model: their figures, and the picture that is saved for them.

import { saveImage } from "./chartpicture.js";
import { typeSize } from "./charts.js";
import { element } from "./dom.js";
import { SaveTools } from "./save.js";
import { resolveFigure } from "./words.js";

/** @import { Mark } from "./contract.js" */

/**
 * The figure of one map.
 * @typedef {object} MapFigure
 * @property {HTMLElement} node
 * @property {HTMLElement} name of the model
 * @property {HTMLElement} said about the map
 * @property {HTMLElement} map holds a canvas and a cross
 */

/**
 * Fill a box with the figures of as many maps as there are marks.
 * @param {HTMLElement} box
 * @param {Mark[]} marks in the order of the models
 * @param {string} prefix of the maps' names for tests
 * @returns {MapFigure[]}
 */
export function mapFigures(box, marks, prefix) {
  const figures = marks.map(({ name }) => mapFigure(name, `${prefix}-${name}`));
  box.replaceChildren(...figures.map(({ node }) => node));
  return figures;
}

/**
 * @param {string} mark
 * @param {string} testid
 * @returns {MapFigure}
 */
function mapFigure(mark, testid) {
  const name = element("span", { className: `model-name model-${mark}` });
  const said = element("small");
  said.dataset.part = "said";
  const map = element("div", { className: "map" }, [element("canvas"), element("i", { className: "cross", hidden: true })]);
  map.dataset.testid = testid;
  const node = element("figure", { className: "map-figure" }, [element("figcaption", {}, [name, " ", said]), map]);
  node.dataset.mark = mark;
  return { node, name, said, map };
}

/**
 * Make a map one that the visitor walks on with the keyboard.
 * @param {MapFigure} figure
 */
export function makeWalkable({ map }) {
  map.tabIndex = 0;
  map.setAttribute("role", "application");
}

/**
 * Fill a list with the line of each model in a chart, and the model's name.
 * @param {HTMLElement} list
 * @param {Mark[]} marks in the order of the models
 * @param {string[]} names
 */
export function keyLines(list, marks, names) {
  list.replaceChildren(...marks.map((mark, i) => element("li", {}, [
    element("i", { className: `key key-line key-${mark.name}` }), element("span", { textContent: names[i] }),
  ])));
}

// What is saved for canvases: the same maps as a figure, asked for when that is wanted.
export class MapPicture {
  /** @type {import("./save.js").Drawn | undefined} */
  plot;
  size = 0; // px, of the type

  /**
   * @param {HTMLElement} box that holds the maps
   * @param {() => Promise<import("./contract.js").Figure | undefined>} ask for the maps as a figure
   * @param {boolean} below whether the buttons that save it come after the maps
   */
  constructor(box, ask, below = false) {
    this.element = box;
    this.below = below;
    this.ask = ask;
    this.download = saveImage;
    this.tools = new SaveTools(this);
  }

  // Returns whether there is something to save.
  async prepare() {
    const figure = await this.ask();
    if (!figure) return false;
    this.size = typeSize(this.element);
    const { data, layout } = resolveFigure(figure, getComputedStyle(this.element));
    this.plot = { data, layout: { ...layout, font: { ...layout.font, size: this.size } } };
    return true;
  }
}
