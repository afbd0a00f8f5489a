// Plotly charts with a cursor of our own: an overlay that moves without a redraw.

import { download, rastered, withFonts } from "./picturefile.js";
import { SaveTools } from "./save.js";
import { resolveFigure, t } from "./words.js";

/** @import { Figure, Layout, Trace } from "./contract.js" */
/** @import { Drawn, FileOptions } from "./save.js" */

/**
 * What the page uses of Plotly.
 * @typedef {object} Plotly
 * @property {(plot: HTMLElement, data: Trace[], layout: Layout, config: object) => Promise<unknown>} react
 * @property {(picture: Drawn & { config: object }, options: object) => Promise<string>} toImage an address that holds it
 * @property {{ resize(plot: HTMLElement): Promise<unknown> }} Plots
 */

/** @typedef {{ _offset: number, _length: number, anchor: string }} Axis px, as Plotly laid it out */
/** @typedef {HTMLElement & Drawn & { _fullLayout: Record<string, Axis> }} Plot an element after Plotly has drawn in it */
/** @typedef {{ left: number, width: number, top: number, height: number }} PanelArea in px */

const FONT_SHARE = 0.87; // of the page's
const NEAR = "400px"; // a chart is drawn when it is so near to what is seen
const SLACK = 6; // px beside a panel that count as on it

const FLAT = "plotly-cartesian.min.js"; // a third of the whole
const WHOLE = "plotly.min.js"; // with three dimensions
const SOLID = ["surface", "mesh3d", "scatter3d"]; // traces that need the whole

/** @type {Record<string, Promise<Plotly>>} */
const libraries = {}; // private references: each of the two files sets window.Plotly
/** @type {string | undefined} */
let folder;

/** @type {Map<Chart, Figure>} charts that wait until they are near to what is seen */
const waiting = new Map();

/** @type {WeakMap<Element, Chart>} charts by the element that Plotly draws in */
const charts = new WeakMap();

/**
 * The charts below a place that are drawn and seen.
 * @param {Element} place
 * @returns {Chart[]}
 */
export function chartsIn(place) {
  const found = [...place.querySelectorAll(".plot")].map((plot) => charts.get(plot));
  return /** @type {Chart[]} */ (found.filter((chart) => chart?.drawn && chart.element.clientWidth && chart.element.checkVisibility()));
}

/** Draw those that could be seen, now: paper shows what was never scrolled to. */
export function drawWaiting() {
  for (const [chart, figure] of waiting) {
    if (chart.element.isConnected && chart.element.checkVisibility()) chart.drawNow(figure);
  }
}
globalThis.addEventListener?.("beforeprint", drawWaiting); // tests in Node have no window


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
const drawerOf = (data) => load(data.some(({ type = "" }) => SOLID.includes(type)) ? WHOLE : FLAT);

/**
 * Of a chart's type in px; it grows on a projector.
 * @param {Element} element
 */
export const typeSize = (element) => FONT_SHARE * parseFloat(getComputedStyle(element).fontSize);

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

export class Chart {
  /** @type {Figure | undefined} */
  figure;
  /** @type {SaveTools | undefined} */
  tools;
  /** @type {IntersectionObserver | undefined} */
  observer;
  /** @type {Trace[]} */
  marks = [];
  /** @type {Record<string, string>} how a saved picture names traces that the page explains around the chart */
  names = {};
  size = 0; // px, of the type
  drawn = false;
  waiting = false; // for its place to be shown
  download = saveImage;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.plot = /** @type {Plot} */ (/** @type {HTMLElement} */ (document.createElement("div")));
    this.plot.className = "plot";
    charts.set(this.plot, this);
    element.append(this.plot);
    new ResizeObserver(() => this.resize()).observe(element);
  }

  /**
   * Draw when the visitor has scrolled near: a page of charts would take seconds at once.
   * @param {Figure} figure
   */
  drawWhenSeen(figure) {
    waiting.set(this, figure);
    this.observer = new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting) this.drawNow(figure);
    }, { rootMargin: NEAR });
    this.observer.observe(this.element);
  }

  /** @param {Figure} figure that waited */
  drawNow(figure) {
    waiting.delete(this);
    this.observer?.disconnect();
    this.draw(figure);
  }

  // Nobody will look at this chart any more.
  forget() {
    waiting.delete(this);
    this.observer?.disconnect();
  }

  /**
   * Traces over those of the figure, instead of the marks before.
   * @param {Trace[]} traces
   */
  mark(traces) {
    if (!traces.length && !this.marks.length) return;
    this.marks = traces;
    this.refresh();
  }

  /** @param {Figure} figure */
  async draw(figure) {
    this.figure = figure;
    this.waiting = !this.element.clientWidth;
    if (this.waiting) return;
    const Plotly = await drawerOf(figure.data).catch(() => undefined);
    this.say(Plotly ? "" : t("chart.missing"));
    if (!Plotly) return;
    this.tools ??= new SaveTools(this);
    this.tools.say();
    const styles = getComputedStyle(this.element); // where a model may have a colour of its own
    const { data, layout } = resolveFigure(figure, styles);
    const marks = resolveFigure(this.marks, styles);
    this.size = typeSize(this.element);
    const font = { ...layout.font, size: this.size };
    await Plotly.react(this.plot, [...data, ...marks], { ...layout, font, autosize: true }, { displayModeBar: false, responsive: false });
    this.drawn = true;
    this.place();
  }

  /** @param {string} text instead of the chart */
  say(text) {
    if (this.plot.childElementCount) return; // it is drawn
    this.plot.textContent = text;
  }

  // Draw again after the words or the colours have changed.
  refresh() {
    return this.figure ? this.draw(this.figure) : undefined;
  }

  async resize() {
    if (this.waiting && this.element.clientWidth) await this.refresh();
    if (!this.drawn || !this.figure || !this.element.clientWidth) return;
    await (await drawerOf(this.figure.data)).Plots.resize(this.plot);
    this.place();
  }

  // What lies over the plot, for charts that have such.
  place() {}
}

export class CursorChart extends Chart {
  lambda = 0.5;
  /** @type {HTMLElement[]} */
  cursors = [];
  /** @type {PanelArea[]} */
  areas = [];

  /**
   * @param {HTMLElement} element
   * @param {(share: number) => void} onPick the visitor points at a place with a pressed pointer; 0
   *   is left, 1 right
   */
  constructor(element, onPick) {
    super(element);
    this.pickWithPointer(onPick);
  }

  // Lay one cursor over each panel.
  place() {
    const full = this.plot._fullLayout;
    const axes = Object.keys(full).filter((name) => /^xaxis\d*$/.test(name));
    this.areas = axes.map((name) => {
      const x = full[name];
      const y = full[x.anchor.replace("y", "yaxis")];
      return { left: x._offset, width: x._length, top: y._offset, height: y._length };
    });
    while (this.cursors.length < this.areas.length) {
      const cursor = document.createElement("div");
      cursor.className = "cursor";
      this.element.append(cursor);
      this.cursors.push(cursor);
    }
    this.areas.forEach((area, i) => {
      this.cursors[i].style.top = `${area.top}px`;
      this.cursors[i].style.height = `${area.height}px`;
    });
    this.move(this.lambda);
  }

  /** @param {number} lambda the share of the x axis at which the cursors stand */
  move(lambda) {
    this.lambda = lambda;
    this.areas.forEach((area, i) => {
      this.cursors[i].style.transform = `translateX(${area.left + lambda * area.width}px)`;
    });
  }

  /** @param {(share: number) => void} onPick */
  pickWithPointer(onPick) {
    /** @type {PanelArea | undefined} */
    let picking;
    const place = (/** @type {PointerEvent} */ event) => event.clientX - this.element.getBoundingClientRect().left;
    const pick = (/** @type {PointerEvent} */ event) => {
      if (picking) onPick(Math.min(1, Math.max(0, (place(event) - picking.left) / picking.width)));
    };
    const end = () => { picking = undefined; };
    this.element.addEventListener("pointerdown", (event) => {
      if (event.button || !event.isPrimary) return;
      const x = place(event);
      picking = this.areas.find((area) => x >= area.left - SLACK && x <= area.left + area.width + SLACK);
      if (event.pointerType !== "touch") pick(event); // a finger may be about to scroll
    });
    window.addEventListener("pointermove", pick);
    window.addEventListener("pointerup", (event) => { pick(event); end(); });
    window.addEventListener("pointercancel", end); // the finger scrolls
  }
}
