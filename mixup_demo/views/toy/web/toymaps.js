// The maps of the toy: their frames, the points on them, and what they say at a place.

import { element, finder } from "../../../page/web/dom.js";
import { makeWalkable, mapFigures } from "../../../page/web/mapfigures.js";
import { palette } from "../../../page/web/palette.js";
import { fromShares, step } from "../../../page/web/places.js";
import { walked } from "../../../page/web/walking.js";
import { percent, signed, t } from "../../../page/web/words.js";
import { ToyMap } from "./toymap.js";

/** @import { Mark } from "../../../page/web/contract.js" */
/** @import { Place, Point, ToyConfig, ToyScene } from "./types.js" */
/** @import { Training } from "./training.js" */

const LEAP = 4; // cells that an arrow key goes with Shift
const SAY_MS = 500;

export class ToyMaps {
  /** @type {Training | null} that is shown; without one only points are */
  training = null;
  index = 0; // of the frame
  /** @type {Place | undefined} of the pointer */
  place;
  /** @type {number | undefined} of the frame that will read the place */
  frame;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  telling;

  /**
   * @param {HTMLElement} root
   * @param {ToyConfig} toy
   * @param {Mark[]} marks in the order of the models
   * @param {(place: Place) => void} press the visitor presses at a place
   */
  constructor(root, toy, marks, press) {
    this.models = toy.models;
    /** @type {ToyScene} */
    this.scene = { frame: toy.frame, side: toy.side, fineness: toy.fineness, classes: 0, points: [], colours: palette() };
    this.press = press;
    this.colours = toy.colours;
    const find = finder(root);
    this.said = find("toy-said"); // to screen readers
    this.answered = find("toy-point");
    this.list = find("toy-legend");
    this.dots = find("toy-dots", HTMLInputElement); // whether the points of the batch are shown
    this.dots.addEventListener("change", () => { this.paint(); this.legend(); });
    this.figures = mapFigures(find("toy-maps"), marks, "toy");
    this.figures.forEach(makeWalkable);
    const on = {
      point: (/** @type {Place} */ place) => this.at(place),
      press: (/** @type {Place} */ place) => { this.at(place); press(place); },
      leave: () => this.at(undefined),
    };
    this.maps = this.figures.map(({ map }) => new ToyMap(map, on));
    for (const { box } of this.maps) box.addEventListener("keydown", (event) => this.key(event));
  }

  /**
   * A new training: what stays while its frames change.
   * @param {Training} training
   */
  begin(training) {
    this.training = training;
    this.dots.disabled = false;
    this.scene = { ...this.scene, classes: training.facts.classes, points: training.points };
    this.place = undefined;
    this.legend();
  }

  /** @param {number} index of the frame to show */
  go(index) {
    this.index = index;
    this.paint();
    this.read();
  }

  paint() {
    const { training, index } = this;
    if (!training) return;
    const batches = this.dots.checked ? [training.unmixed(index), training.mixed(index)] : [[], []];
    this.models.forEach((model, i) => {
      this.maps[i].show(this.scene, training.frames[index].maps[i], batches[i]);
      const values = { accuracy: training.text("test_accuracy", model, index), confidence: training.text("confidence", model, index) };
      this.figures[i].said.textContent = t("toy.map.said", values);
    });
  }

  /**
   * Show points that are being drawn, before they are trained on.
   * @param {Point[]} points
   * @param {string} said what is still wanted
   */
  showDrawn(points, said) {
    this.clear();
    this.scene = { ...this.scene, points };
    for (const map of this.maps) map.show(this.scene, null, []);
    this.list.replaceChildren();
    this.answered.textContent = said;
    this.said.textContent = said;
  }

  // Another training has been asked for: what is said of the old one no longer counts.
  clear() {
    this.dots.disabled = true;
    this.training = null;
    for (const { said } of this.figures) said.textContent = "";
    this.answered.textContent = "";
  }

  /** @param {Place | undefined} place of the pointer; without one it has left */
  at(place) {
    this.place = place;
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.read(); });
  }

  // Say what the models answer at the place.
  read() {
    for (const map of this.maps) map.move(this.place);
    if (this.training) this.answered.textContent = this.place ? this.answer(this.training, this.place) : t("toy.point.none");
  }

  /**
   * @param {Training} training
   * @param {Place} place
   */
  answer({ facts }, place) {
    const said = this.models.map((model, i) => {
      const answer = this.maps[i].answer(place);
      const values = answer && { class: t(facts.names[answer.best]), share: percent(answer.share) };
      return [model, t("toy.point.model", { model: t(`model.${model}`), ...values })];
    });
    const [x, y] = [place.x, place.y].map((value) => signed(value, 2));
    return t("toy.point", { x, y, ...Object.fromEntries(said) });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const way = walked(event, LEAP);
    if (!way) return;
    const { frame, side } = this.scene;
    const from = this.place ?? fromShares({ x: 0.5, y: 0.5 }, frame);
    if (way === "pick") this.press(from);
    this.at(way === "pick" ? from : step(from, way, frame, side));
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), SAY_MS);
  }

  tell() {
    if (this.training && this.place) this.said.textContent = this.answer(this.training, this.place);
  }

  legend() {
    const { training } = this;
    if (!training) return;
    const classes = training.facts.names.map((name, k) => [`key-${this.colours[k]}`, t(name)]);
    const mixed = this.dots.checked ? [["key-mixed", t("toy.legend.mixed")]] : [];
    const flipped = training.points.some((point) => point.flipped) ? [["key-flipped", t("toy.legend.flipped")]] : [];
    const rest = [...flipped, ...mixed, ["key-sure", t("toy.legend.sure")], ["key-edge", t("toy.legend.edge")]];
    this.list.replaceChildren(...[...classes, ...rest].map(([key, text]) => (
      element("li", {}, [element("i", { className: `key ${key}` }), element("span", { textContent: text })])
    )));
  }

  relabel() {
    this.models.forEach((model, i) => {
      const name = t(`model.${model}`);
      this.figures[i].name.textContent = name;
      this.maps[i].box.setAttribute("aria-label", t("toy.map", { model: name }));
    });
    this.legend();
    this.paint();
    this.read();
  }

  recolour() {
    this.scene = { ...this.scene, colours: palette() };
    if (this.training) this.paint();
    else for (const map of this.maps) map.recolour(this.scene);
  }
}
