// Buttons that save a chart as a picture: with its title, and on the ground of its card.

import { element } from "./dom.js";
import { t } from "./words.js";

const SCALES = { png: 2, svg: 1 }; // pixels of the picture for one of the page
const MARGIN = 14; // px around the picture
const LINE = 1.4; // height of a line, of the type's size
const LETTER = 0.6; // width of a letter, likewise

export class SaveTools {
  constructor(chart) {
    this.chart = chart;
    this.buttons = Object.keys(SCALES).map((format) => {
      const button = element("button", { type: "button", textContent: format.toUpperCase() });
      button.dataset.save = format;
      button.addEventListener("click", () => this.save(format));
      return button;
    });
    chart.element.before(element("div", { className: "save-tools" }, this.buttons));
  }

  // The title is what stands over the chart.
  get title() {
    const heading = this.chart.element.closest("figure, article, section").querySelector("figcaption, h2, h3");
    return (heading.querySelector("[data-text]") ?? heading).textContent.trim();
  }

  say() {
    for (const button of this.buttons) {
      button.setAttribute("aria-label", t(`chart.save.${button.dataset.save}`, { title: this.title }));
    }
  }

  async save(format) {
    if (this.chart.prepare && !(await this.chart.prepare())) return;
    const name = this.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const { element: box, plot, size } = this.chart;
    const { note } = plot.layout.meta ?? {};
    const lines = [this.title, ...(note ? [note] : [])].flatMap((text) => wrapped(text, box.clientWidth, size));
    const { data, layout, ...sides } = pictureOf(plot, box, lines, size * LINE);
    return this.chart.download({ data, layout }, { format, filename: `mixup-${name}`, scale: SCALES[format], ...sides });
  }
}

// The chart as it is drawn now, with all that stands around it on the page: its title (in lines),
// the names of its panels, its legend, the card's ground. line: the height of one, in px.
function pictureOf({ data, layout }, box, title, line) {
  const styles = getComputedStyle(document.body);
  const colour = (name) => styles.getPropertyValue(`--${name}`).trim();
  const bold = { ...layout.font, color: colour("ink"), weight: 600 };
  const panels = layout.meta?.panels ?? [];
  const top = MARGIN + (title.length + Math.sign(panels.length)) * line;
  const traces = withLegend(data);
  const bottom = traces.some((trace) => trace.showlegend) ? 2 * line : 0;
  const [width, height] = [box.clientWidth + 2 * MARGIN, box.clientHeight + top + bottom];
  const { l, r, t: above, b } = layout.margin;
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

// What the hover names stands in the legend, once.
function withLegend(data) {
  const seen = new Set();
  return data.map((trace) => {
    const named = (trace.type ?? "scatter") === "scatter" && trace.name && trace.hoverinfo !== "skip";
    const shown = Boolean(named) && trace.showlegend !== false && !seen.has(trace.name);
    if (shown) seen.add(trace.name);
    return { ...trace, showlegend: shown };
  });
}

// The name of the panel number i, above it.
function nameOf(text, i, font) {
  const axis = (letter) => `${letter}${i ? i + 1 : ""} domain`;
  return { text, font, xref: axis("x"), yref: axis("y"), x: 0.5, y: 1, yanchor: "bottom", showarrow: false };
}

// A title in lines that are no wider than the chart.
function wrapped(title, width, size) {
  const room = width / (LETTER * size);
  return title.split(" ").reduce((lines, word) => {
    const longer = `${lines.at(-1)} ${word}`.trim();
    return longer.length > room ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, [""]);
}
