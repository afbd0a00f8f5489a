// Both models' maps of a plane, or surfaces over it, with names, legend and the picture to be saved.

import { MARKS } from "../../../page/web/answers.js";
import { Chart, saveImage, typeSize } from "../../../page/web/charts.js";
import { element } from "../../../page/web/dom.js";
import { rgb } from "../../../page/web/palette.js";
import { PlaneMap } from "./plane.js";
import { SaveTools } from "../../../page/web/save.js";
import { className, resolveFigure, t } from "../../../page/web/words.js";

export const CORNERS = ["a", "b", "c"];
const FLAT = ["classes", "difference"];

export class Maps {
  // sides: of `Pictures`; on: as for `PlaneMap`, and figure(show) -> the plane as a figure, or null.
  constructor(root, config, sides, on) {
    Object.assign(this, { root, config, sides, on });
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.panels = MARKS.map((mark) => root.querySelector(`.map-figure[data-mark=${mark}]`));
    this.maps = this.panels.map((panel) => new PlaneMap(panel.querySelector(".map"), on));
    this.surface = new Chart(this.find("surface"));
    this.picture = new MapPicture(this.find("maps"), () => on.figure("classes"));
  }

  // payload: of the plane; models: decoded, by name; words: their names; mode: what to show.
  show(payload, models, words, mode) {
    Object.assign(this, { payload, models, words, mode });
    const flat = FLAT.includes(mode);
    this.find("maps").hidden = !flat;
    this.find("surface").hidden = flat;
    if (flat) Object.keys(models).forEach((model, i) => this.drawMap(model, i));
    else this.drawSurfaces();
    this.legend();
    this.picture.tools.say();
  }

  async drawSurfaces() {
    const { mode, payload } = this;
    const [left, right] = Object.values(this.words);
    this.find("surface").setAttribute("aria-label", t("plane.surface.alt", { left, right }));
    const figure = await this.on.figure(mode);
    if (figure && this.mode === mode && this.payload === payload) await this.surface.draw(figure);
  }

  drawMap(model, i) {
    const { payload, models, panels } = this;
    const { left, right, bottom, top } = payload.frame;
    const frame = { left, bottom, width: right - left, height: top - bottom };
    this.maps[i].box.setAttribute("aria-label", t("plane.map", { model: this.words[model] }));
    this.maps[i].show({ ...payload, frame }, models[model], this.look(), this.corners());
    const shares = models[model].shares.map(([index, share]) => `${className(this.config.classes[index])} ${share} %`);
    panels[i].querySelector(".shares").textContent = shares.join(" · ");
  }

  look() {
    const styles = getComputedStyle(document.body);
    const colour = (name) => styles.getPropertyValue(`--${name}`).trim();
    const colours = this.config.classes.map((_, index) => rgb(colour(this.kind(index))));
    const [one, other] = Object.values(this.models);
    const differ = (at) => one.classes[at] !== other.classes[at];
    return {
      colour: (index) => colours[index],
      name: (index) => className(this.config.classes[index]),
      ground: rgb(colour("card")), card: colour("card"), ink: colour("ink"),
      shown: this.mode === "difference" ? differ : () => true,
    };
  }

  corners() {
    const styles = getComputedStyle(document.body);
    return CORNERS.map((side) => ({
      canvas: this.sides[side].canvas, colour: styles.getPropertyValue(`--class-${side}`).trim(),
    }));
  }

  // The colour of a class: that of the image it belongs to, or the others' grey.
  kind(index) {
    const corner = this.payload.labels.indexOf(index);
    return corner < 0 ? "class-other" : `class-${CORNERS[corner]}`;
  }

  legend() {
    const { labels } = this.payload;
    const named = CORNERS.map((side, i) => [`key-${side}`, className(this.config.classes[labels[i]])])
      .filter((_, i) => labels.indexOf(labels[i]) === i); // images of one class share the first's colour
    const rest = [["key-other", t("chart.others")], ["key-sure", t("plane.legend.sure")]];
    this.find("plane-legend").replaceChildren(...[...named, ...rest].map(([key, text]) => (
      element("li", {}, [element("i", { className: `key ${key}` }), element("span", { textContent: text })])
    )));
  }

  move(x, y) {
    for (const map of this.maps) map.move(x, y);
  }
}

// What is saved for the canvases: the same maps as a figure, asked for when that is wanted.
export class MapPicture {
  constructor(box, ask) {
    Object.assign(this, { element: box, ask, download: saveImage });
    this.tools = new SaveTools(this);
  }

  // Returns whether there is something to save.
  async prepare() {
    const figure = await this.ask();
    if (!figure) return false;
    this.size = typeSize(this.element);
    const { data, layout } = resolveFigure(figure, getComputedStyle(document.body));
    this.plot = { data, layout: { ...layout, font: { ...layout.font, size: this.size } } };
    return true;
  }
}
