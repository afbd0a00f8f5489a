// Buttons that save a chart: as a picture with its title, on the ground of its card, or its numbers.

import { chartCsv } from "./chartcsv.js";
import { element, select, unsaved } from "./dom.js";
import { themeColours } from "./palette.js";
import { download } from "./picturefile.js";
import { t } from "./words.js";

/** @import { Layout, Trace } from "./contract.js" */

/** @typedef {{ data: Trace[], layout: Layout }} Drawn a figure with its texts and colours in place */

/**
 * How a picture is saved, as Plotly takes it.
 * @typedef {object} FileOptions
 * @property {string} format
 * @property {string} filename
 * @property {number} scale pixels of the file for one of the page
 * @property {number} width
 * @property {number} height
 */

/**
 * What can be saved: a chart, or canvases for which a figure is made.
 * @typedef {object} Savable
 * @property {HTMLElement} element
 * @property {Drawn} [plot]
 * @property {number} size of the type, in px
 * @property {Record<string, string>} [names] of traces, instead of their own
 * @property {boolean} [below] whether the buttons come after it, not before
 * @property {() => Promise<boolean>} [prepare] make `plot`; whether there is something to save
 * @property {(picture: Drawn, options: FileOptions) => Promise<void>} download
 */

const TABLE = "csv";
const FORMATS = ["png", "svg", TABLE];
const SHARP = 2; // pixels of a PNG for one of the page, or more:
const WIDE = 2400; // px, as wide as a PNG is at least
const LISTED = ["scatter", "bar"]; // kinds of traces that a legend can name
const KEY = 52; // px, of a line and the space around a name in the legend
const GAP = "\u00a0\u00a0\u00a0"; // after a name, or the next key touches it
const MARGIN = 14; // px around the picture
const LINE = 1.4; // height of a line, of the type's size
const LETTER = 0.6; // width of a letter, likewise

export class SaveTools {
  /** @param {Savable} chart */
  constructor(chart) {
    this.chart = chart;
    this.buttons = FORMATS.map((format) => {
      const button = element("button", { type: "button", textContent: format.toUpperCase() });
      button.dataset.save = format;
      button.addEventListener("click", () => this.save(format));
      return button;
    });
    const tools = element("div", { className: chart.below ? "save-tools below" : "save-tools" }, this.buttons);
    if (chart.below) chart.element.after(tools);
    else chart.element.before(tools);
  }

  // The title is what stands over the chart.
  get title() {
    const box = /** @type {HTMLElement} */ (this.chart.element.closest("figure, article, section"));
    const heading = select(box, "figcaption, h2, h3", HTMLElement);
    return ((heading.querySelector("[data-text]") ?? heading).textContent ?? "").trim();
  }

  say() {
    for (const button of this.buttons) {
      button.setAttribute("aria-label", t(`chart.save.${button.dataset.save}`, { title: this.title }));
    }
  }

  /** @param {string} format */
  async save(format) {
    try {
      await this.write(format);
    } catch {
      unsaved(this.chart.element);
    }
  }

  /** @param {string} format */
  async write(format) {
    if (this.chart.prepare && !(await this.chart.prepare())) return;
    const { plot, names = {} } = this.chart;
    if (!plot?.data) return; // nothing is drawn
    const filename = `mixup-${this.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}`;
    if (format === TABLE) {
      const text = `\ufeff${chartCsv(named(plot.data, names))}`; // the mark tells spreadsheets that it is UTF-8
      download(new Blob([text], { type: "text/csv" }), filename + ".csv");
      return;
    }
    const { data, layout, ...sides } = this.picture(plot);
    const scale = format === "svg" ? 1 : Math.max(SHARP, WIDE / sides.width);
    await this.chart.download({ data, layout }, { format, filename, scale, ...sides });
  }

  /**
   * What is drawn, as a picture that stands for itself.
   * @param {Drawn} plot
   */
  picture(plot) {
    const { element: box, size, names = {} } = this.chart;
    const { note } = plot.layout.meta ?? {};
    const lines = [this.title, ...(note ? [note] : [])].flatMap((text) => wrapped(text, box.clientWidth, size));
    return pictureOf({ ...plot, data: named(plot.data, names) }, box, lines, size);
  }
}

/**
 * A chart as it is drawn now, with all that stands around it on the page: its title, the names of
 * its panels, its legend, the card's ground.
 * @param {Drawn} plot
 * @param {HTMLElement} box
 * @param {string[]} title in lines
 * @param {number} size of the type, in px
 * @returns {Drawn & { width: number, height: number }}
 */
function pictureOf({ data, layout }, box, title, size) {
  const line = size * LINE;
  const colour = themeColours();
  const bold = { ...layout.font, color: colour("ink"), weight: 600 };
  const panels = layout.meta?.panels ?? [];
  const top = MARGIN + (title.length + Math.sign(panels.length)) * line;
  const traces = withLegend(data);
  const keys = traces.filter((trace) => trace.showlegend).map(({ name = "" }) => KEY + name.length * LETTER * size);
  const bottom = keys.length ? (rowsOf(keys, box.clientWidth) + 1) * line : 0;
  const [width, height] = [box.clientWidth + 2 * MARGIN, box.clientHeight + top + bottom];
  const { l = 0, r = 0, t: above = 0, b = 0 } = layout.margin ?? {};
  return {
    width, height, data: traces,
    layout: {
      ...layout, width, height,
      paper_bgcolor: colour("card"),
      margin: { l: l + MARGIN, r: r + MARGIN, t: above + top, b: b + bottom },
      title: {
        text: title.join("<br>"), font: bold, x: 0, xanchor: "left", y: 1, yanchor: "top", yref: "container",
        pad: { l: MARGIN, t: MARGIN },
      },
      annotations: [...(layout.annotations ?? []), ...panels.map((text, i) => nameOf(text, i, bold))],
      showlegend: true,
      legend: { orientation: "h", x: 0, y: 0, yanchor: "bottom", yref: "container" },
    },
  };
}

/**
 * Traces under the names that a picture gives them.
 * @param {Trace[]} data
 * @param {Record<string, string>} names
 * @returns {Trace[]}
 */
const named = (data, names) => data.map((trace) => ({ ...trace, name: names[trace.name ?? ""] ?? trace.name }));

/**
 * How many rows things take beside each other: the legend sets them in columns as wide as the widest.
 * @param {number[]} widths
 * @param {number} room
 */
export function rowsOf(widths, room) {
  const sum = widths.reduce((total, width) => total + width, 0);
  if (sum <= room) return 1;
  return Math.ceil(widths.length / Math.max(1, Math.floor(room / Math.max(...widths))));
}

/**
 * Traces of which those that the hover names stand in the legend, each name once.
 * @param {Trace[]} data
 * @returns {Trace[]}
 */
export function withLegend(data) {
  const seen = new Set();
  return data.map((trace) => {
    const spoken = trace.hoverinfo !== "skip" || trace.showlegend === true;
    const known = LISTED.includes(trace.type ?? "scatter") && trace.name && spoken;
    const shown = Boolean(known) && trace.showlegend !== false && !seen.has(trace.name);
    if (shown) seen.add(trace.name);
    return { ...trace, showlegend: shown, ...(shown && { name: trace.name + GAP }) };
  });
}

/**
 * The annotation that names the panel number i, above it.
 * @param {string} text
 * @param {number} i
 * @param {object} font
 */
function nameOf(text, i, font) {
  const axis = (/** @type {string} */ letter) => `${letter}${i ? i + 1 : ""} domain`;
  return { text, font, xref: axis("x"), yref: axis("y"), x: 0.5, y: 1, yanchor: "bottom", showarrow: false };
}

/**
 * A title in lines that are no wider than the chart.
 * @param {string} title
 * @param {number} width
 * @param {number} size of the type
 */
export function wrapped(title, width, size) {
  const room = width / (LETTER * size);
  return title.split(" ").reduce((lines, word) => {
    const longer = `${lines.at(-1)} ${word}`.trim();
    return longer.length > room ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, [""]);
}
