// Plotly charts with a cursor of our own: an overlay that moves without a redraw.

import { SaveTools } from "./save.js";
import { resolveFigure } from "./words.js";

const FONT_SHARE = 0.87; // of the page's

let plotly; // a private reference: other components may replace window.Plotly

export function loadPlotly(base) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${base}/plotly.min.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("Plotly did not load"));
    document.head.append(script);
  });
  return plotly;
}

// Of a chart's type in px; it grows on a projector.
export const typeSize = (element) => FONT_SHARE * parseFloat(getComputedStyle(element).fontSize);

// Save a picture { data, layout } as a file; options: Plotly's.
export async function saveImage(picture, options) {
  const Plotly = await plotly;
  await Plotly.downloadImage(picture, options);
}

export class Chart {
  constructor(element) {
    this.element = element;
    this.plot = document.createElement("div");
    this.plot.className = "plot";
    this.marks = [];
    element.append(this.plot);
    new ResizeObserver(() => this.resize()).observe(element);
  }

  // Draw when the visitor has scrolled near: a page of charts would take seconds at once.
  drawWhenSeen(figure) {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      this.draw(figure);
    }, { rootMargin: "400px" });
    observer.observe(this.element);
  }

  // Traces over those of the figure, instead of the marks before.
  mark(traces) {
    if (!traces.length && !this.marks.length) return;
    this.marks = traces;
    this.refresh();
  }

  async draw(figure) {
    this.figure = figure;
    this.tools ??= new SaveTools(this);
    this.tools.say();
    const Plotly = await plotly;
    const { data, layout } = resolveFigure({ ...figure, data: [...figure.data, ...this.marks] }, getComputedStyle(document.body));
    this.size = typeSize(this.element);
    const font = { ...layout.font, size: this.size };
    await Plotly.react(this.plot, data, { ...layout, font, autosize: true }, { displayModeBar: false, responsive: false });
    this.drawn = true;
    this.place();
  }

  // Draw again after the words or the colours have changed.
  refresh() {
    return this.figure ? this.draw(this.figure) : undefined;
  }

  async resize() {
    if (!this.drawn || !this.element.clientWidth) return;
    const Plotly = await plotly;
    await Plotly.Plots.resize(this.plot);
    this.place();
  }

  download(picture, options) {
    return saveImage(picture, options);
  }

  // What lies over the plot, for charts that have such.
  place() {}
}

export class CursorChart extends Chart {
  // onPick(share): the visitor points at a place with a pressed pointer; 0 is left, 1 right.
  constructor(element, onPick) {
    super(element);
    this.lambda = 0.5;
    this.cursors = [];
    this.areas = [];
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

  move(lambda) {
    this.lambda = lambda;
    this.areas.forEach((area, i) => {
      this.cursors[i].style.transform = `translateX(${area.left + lambda * area.width}px)`;
    });
  }

  pickWithPointer(onPick) {
    let picking = null;
    const pick = (event) => {
      const x = event.clientX - this.element.getBoundingClientRect().left;
      onPick(Math.min(1, Math.max(0, (x - picking.left) / picking.width)));
    };
    this.element.addEventListener("pointerdown", (event) => {
      const x = event.clientX - this.element.getBoundingClientRect().left;
      picking = this.areas.find((area) => x >= area.left - 6 && x <= area.left + area.width + 6) ?? null;
      if (picking) pick(event);
    });
    window.addEventListener("pointermove", (event) => picking && pick(event));
    window.addEventListener("pointerup", () => { picking = null; });
    window.addEventListener("pointercancel", () => { picking = null; });
  }
}
