// Chapter 1: a curve fitted to ever more points, of a fixed size or one that grows with them.

import { element } from "../../../page/web/dom.js";
import { signed, t } from "../../../page/web/words.js";
import { choices, pressing, slider, spoken, svg } from "./drawing.js";
import { error, fit, sample, trueError, truth } from "./fit.js";

const FIXED = 6; // parameters
const SHARE = 0.5; // parameters per point, where they grow
const POINTS = { min: 12, max: 120, step: 6, value: 24 };
const WIDTH = 640, HEIGHT = 260, TOP = 1.9; // of the drawing; y from −TOP to TOP
const FINE = 240; // points of a drawn curve

/** @param {number} value */
const short = (value) => signed(value, 2);

export class RiskFigure {
  size = "fixed";
  count = POINTS.value;
  seed = 1;

  constructor() {
    const sizes = ["fixed", "grows"].map((value) => ({ value, text: t(value === "fixed" ? "learn.risk.fixed" : "learn.risk.grows") }));
    const size = choices("learn.risk.size", sizes, this.size, (value) => { this.size = value; this.draw(); });
    const points = slider("learn.risk.points", POINTS, (value) => { this.count = value; this.draw(); });
    const again = pressing("learn.risk.again", () => { this.seed += 1; this.draw(); });
    this.plot = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "plot-svg", role: "img" });
    this.bars = ["train", "true"].map((name) => this.bar(name));
    this.said = spoken(element("p", { className: "live-said" }));
    const title = element("span", { className: "control-title", textContent: t("learn.risk.size") });
    this.node = element("div", {}, [
      element("div", { className: "live-controls" }, [title, size, again]), points.node, this.plot,
      element("div", { className: "gap-bars" }, this.bars.map(({ node }) => node)), ...this.said.nodes,
    ]);
    this.draw();
  }

  /** @param {string} name */
  bar(name) {
    const fill = element("i", { className: `bar-${name}` });
    const value = element("b");
    const text = t(name === "train" ? "learn.risk.train" : "learn.risk.true");
    return { fill, value, node: element("div", {}, [element("span", { textContent: text }), element("div", {}, [fill]), value]) };
  }

  get chance() {
    return this.seed;
  }

  set chance(seed) {
    this.seed = seed;
    this.draw();
  }

  get parameters() {
    return this.size === "fixed" ? FIXED : Math.round(SHARE * this.count);
  }

  draw() {
    const points = sample(this.count, this.seed);
    const curve = fit(points, this.parameters);
    const found = [error(curve, points), trueError(curve, this.seed)];
    const dots = points.map(({ x, y }) => svg("circle", { cx: x * WIDTH, cy: place(y), r: 3.6, class: "dot" }));
    this.plot.replaceChildren(line(truth, "truth"), line(curve, "curve"), ...dots);
    this.bars.forEach(({ fill, value }, k) => {
      fill.style.width = `${Math.min(100, 200 * found[k])}%`;
      value.textContent = short(found[k]);
    });
    const [train, fresh] = found.map(short);
    const text = t("learn.risk.caption", {
      parameters: this.parameters, points: this.count, train, true: fresh, gap: short(found[1] - found[0]),
    });
    this.said.say(text);
    this.plot.setAttribute("aria-label", text);
  }
}

/** @param {number} y */
const place = (y) => (HEIGHT / 2) * (1 - Math.max(-TOP, Math.min(TOP, y)) / TOP);

/**
 * @param {(x: number) => number} curve
 * @param {string} name
 */
function line(curve, name) {
  const places = Array.from({ length: FINE + 1 }, (_, k) => `${((k / FINE) * WIDTH).toFixed(1)} ${place(curve(k / FINE)).toFixed(1)}`);
  return svg("path", { d: `M${places.join("L")}`, class: name });
}
