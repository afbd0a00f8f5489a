// Chapter 6: a real way between two photos, and what two networks answer on it.

import { Blender, pixelsOf } from "../../../page/web/blend.js";
import { element } from "../../../page/web/dom.js";
import { className, percent, t } from "../../../page/web/words.js";
import { slider, spoken, svg } from "./drawing.js";
import { photo } from "./photo.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Pixels } from "../../../page/web/blend.js" */
/** @import { Path } from "./types.js" */

const WIDTH = 280, HEIGHT = 200; // of a panel's drawing
const SIDE = 180; // px of the mixed photo

export class PathFigure {
  /** @type {Pixels[]} */
  pixels = [];

  /**
   * @param {Shell} shell
   * @param {Path} path
   */
  constructor(shell, path) {
    this.path = path;
    this.most = path.lam.length - 1;
    this.at = path.start;
    const [a, b] = path.classes.map((name) => className(name));
    const canvas = element("canvas", { width: SIDE, height: SIDE });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", t("learn.mix.mixed"));
    this.blender = new Blender(canvas);
    const lam = slider("learn.mix.lambda", { min: 0, max: 1, step: 1 / this.most, value: path.lam[this.at] }, (value) => {
      this.at = Math.round(value * this.most);
      this.draw();
    });
    this.panels = Object.keys(path.models).map((name) => this.panel(name, a, b));
    const parts = element("div", { className: "path-parts" }, [element("div", {}, [canvas]), ...this.panels.map(({ node }) => node)]);
    this.node = element("div", {}, [lam.node, parts, element("p", { className: "live-said", textContent: t("learn.path.caption", { a, b }) })]);
    this.draw();
    this.load(shell).catch(() => shell.toast(t("learn.missing")));
  }

  /**
   * @param {string} name of a model
   * @param {string} a
   * @param {string} b
   */
  panel(name, a, b) {
    const { lam, classes, models } = this.path;
    const found = models[name];
    const x = (/** @type {number} */ k) => ((lam[k] * WIDTH).toFixed(1));
    const line = (/** @type {number[]} */ heights) => heights.map((height, k) => `L${x(k)} ${(height * HEIGHT).toFixed(1)}`).join("");
    const cursor = svg("line", { class: "at", y1: 0, y2: HEIGHT });
    const ends = { x1: 0, y1: 0, x2: WIDTH, y2: HEIGHT }; // the label's share of A, from above
    const plot = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "path-svg", role: "img" }, [
      svg("path", { class: "area-a", d: `M0 0${line(found.a)}L${WIDTH} 0Z` }),
      svg("path", { class: "area-b", d: `M0 ${HEIGHT}${line(found.b.map((share) => 1 - share))}L${WIDTH} ${HEIGHT}Z` }),
      svg("line", { class: "soft-edge", ...ends }), svg("line", { class: "soft", ...ends }), cursor,
    ]);
    const missed = found.first.filter((first) => !classes.includes(first)).length;
    const model = t(`model.${name}`);
    plot.setAttribute("aria-label", t("learn.path.chart", { model, a, b, missed, points: lam.length }));
    const said = spoken(element("p"));
    return { name, cursor, said, node: element("div", {}, [plot, ...said.nodes]) };
  }

  /** @param {Shell} shell */
  async load(shell) {
    const images = await Promise.all(this.path.photos.map((key) => photo(shell, key)));
    this.pixels = images.map((image) => pixelsOf(image, SIDE, SIDE));
    this.draw();
  }

  draw() {
    const { lam, classes, models } = this.path;
    for (const { name, cursor, said } of this.panels) {
      for (const end of ["x1", "x2"]) cursor.setAttribute(end, String(WIDTH * lam[this.at]));
      const first = models[name].first[this.at];
      const key = classes.includes(first) ? "learn.path.said" : "learn.path.third";
      said.say(t(key, { model: t(`model.${name}`), name: className(first), share: percent(models[name].share[this.at]) }));
    }
    if (this.pixels.length) this.blender.mixup(this.pixels[0], this.pixels[1], lam[this.at]);
  }
}
