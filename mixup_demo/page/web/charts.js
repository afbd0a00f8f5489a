// Plotly charts, drawn when they could be seen, in the page's words, colours and type.

import { saveImage } from "./chartpicture.js";
import { isShown } from "./dom.js";
import { growing } from "./growing.js";
import { drawerOf } from "./plotly.js";
import { SaveTools } from "./save.js";
import { resolveFigure, t } from "./words.js";

/** @import { Figure, Trace } from "./contract.js" */
/** @import { Drawn } from "./save.js" */

/** @typedef {{ _offset: number, _length: number, anchor: string }} Axis px, as Plotly laid it out */
/** @typedef {HTMLElement & Drawn & { _fullLayout: Record<string, Axis> }} Plot an element after Plotly has drawn in it */

const FONT_SHARE = 0.87; // of the page's
const NEAR = "400px"; // a chart is drawn when it is so near to what is seen

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
  return /** @type {Chart[]} */ (found.filter((chart) => chart?.drawn && chart.element.clientWidth && isShown(chart.element)));
}

/** Draw those that could be seen, now: paper shows what was never scrolled to. */
export function drawWaiting() {
  for (const [chart, figure] of waiting) {
    if (chart.element.isConnected && isShown(chart.element)) chart.drawNow(figure);
  }
}
globalThis.addEventListener?.("beforeprint", drawWaiting); // tests in Node have no window

/**
 * Of a chart's type in px; it grows on a projector.
 * @param {Element} element
 */
export const typeSize = (element) => FONT_SHARE * parseFloat(getComputedStyle(element).fontSize);

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

  /**
   * @param {HTMLElement} element
   * @param {boolean} below whether the buttons that save it come after it
   */
  constructor(element, below = false) {
    this.element = element;
    this.below = below;
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
    this.tools ??= new SaveTools(this);
    this.tools.say();
    this.waiting = !this.element.clientWidth;
    if (this.waiting) return;
    const Plotly = await drawerOf(figure.data).catch(() => undefined);
    this.say(Plotly ? "" : t("chart.missing"));
    if (!Plotly) return;
    const styles = getComputedStyle(this.element); // where a model may have a colour of its own
    const { data, layout } = resolveFigure(figure, styles);
    const marks = resolveFigure(this.marks, styles);
    this.size = typeSize(this.element);
    const font = { ...layout.font, size: this.size };
    const grown = growing(layout, this.size);
    if (grown.height) this.element.style.height = `${grown.height}px`;
    await Plotly.react(this.plot, [...data, ...marks], { ...grown, font, autosize: true }, { displayModeBar: false, responsive: false });
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

  /**
   * The same as parts of a picture of this moment.
   * @returns {object[]} shapes as Plotly takes them
   */
  cursorLines() {
    return [];
  }
}
