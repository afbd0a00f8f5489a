// Both maps of the toy: their frames, the points on them, and what they say at a place.

import { MARKS } from "../../../page/web/answers.js";
import { element } from "../../../page/web/dom.js";
import { CLASSES, palette } from "../../../page/web/palette.js";
import { ToyMap } from "./toymap.js";
import { t } from "../../../page/web/words.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
const LEAP = 4; // cells that an arrow key goes with Shift
const SAY_MS = 500;
const percent = (share) => `${Math.round(100 * share)}\u00a0%`;

export class ToyMaps {
  // frame, side: of every map; press(point): the visitor presses at { x, y } of the data's plane.
  constructor(root, { frame, side }, press) {
    this.scene = { frame, side, classes: 2, points: [], colours: palette() };
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.panels = MARKS.map((mark) => root.querySelector(`.toy-stage .map-figure[data-mark=${mark}]`));
    const on = { point: (x, y) => this.at(x, y), press: (x, y) => { this.at(x, y); press({ x, y }); }, leave: () => this.at() };
    this.maps = this.panels.map((panel) => new ToyMap(panel.querySelector(".map"), on));
    for (const { box } of this.maps) box.addEventListener("keydown", (event) => this.key(event, press));
    this.dots = true;
    this.index = 0;
  }

  // A new training: what stays while its frames change.
  begin(training) {
    this.training = training;
    const { classes, points } = training;
    this.scene = { ...this.scene, classes, points };
    this.place = undefined;
    this.legend();
  }

  go(index) {
    this.index = index;
    this.paint();
    this.read();
  }

  paint() {
    if (!this.training) return;
    const { models } = this.training.frames[this.index];
    const dots = this.dots ? [this.training.unmixed(this.index), this.training.dots(this.index)] : [[], []];
    MARKS.forEach((mark, i) => {
      this.maps[i].show(this.scene, models[mark], dots[i]);
      const values = { accuracy: this.training.text("test_accuracy", mark, this.index), confidence: this.training.text("confidence", mark, this.index) };
      this.panels[i].querySelector("[data-part=said]").textContent = t("toy.map.said", values);
    });
  }

  showDots(on) {
    this.dots = on;
    this.paint();
    this.legend();
  }

  // Points that are being drawn, before they are trained on.
  showDrawn(points) {
    this.training = null;
    this.scene = { ...this.scene, points };
    this.maps.forEach((map) => map.show(this.scene, null, []));
  }

  // The pointer is at a place; without one it has left.
  at(x, y) {
    this.place = x === undefined ? undefined : { x, y };
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.read(); });
  }

  // What both models say at the place.
  read() {
    for (const map of this.maps) map.move(this.place);
    if (this.training) this.find("toy-point").textContent = this.place ? this.answer() : t("toy.point.none");
  }

  answer() {
    const said = MARKS.map((mark, i) => {
      const { best, share } = this.maps[i].answer(this.place);
      return t("toy.point.model", { model: t(`model.${mark}`), class: t(this.training.names[best]), share: percent(share) });
    });
    const [x, y] = [this.place.x, this.place.y].map((value) => value.toFixed(2).replace("-", "−"));
    return t("toy.point", { x, y, erm: said[0], mixup: said[1] });
  }

  key(event, press) {
    const chosen = event.key === "Enter" || event.key === " ";
    if (!(event.key in STEPS || chosen)) return;
    event.preventDefault();
    const { frame: { left, right, bottom, top }, side } = this.scene;
    const from = this.place ?? { x: (left + right) / 2, y: (bottom + top) / 2 };
    if (chosen) press(from);
    const [dx, dy] = chosen ? [0, 0] : STEPS[event.key].map((step) => (step * (event.shiftKey ? LEAP : 1)) / side);
    const x = Math.min(right, Math.max(left, from.x + dx * (right - left)));
    this.at(x, Math.min(top, Math.max(bottom, from.y + dy * (top - bottom))));
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { if (this.training) this.find("toy-said").textContent = this.answer(); }, SAY_MS);
  }

  legend() {
    if (!this.training) return;
    const classes = CLASSES.slice(0, this.training.classes).map((name, k) => [`key-${name}`, t(this.training.names[k])]);
    const mixed = this.dots ? [["key-mixed", t("toy.legend.mixed")]] : [];
    const flipped = this.training.points.some((point) => point.flipped) ? [["key-flipped", t("toy.legend.flipped")]] : [];
    const rest = [...flipped, ...mixed, ["key-sure", t("toy.legend.sure")], ["key-edge", t("toy.legend.edge")]];
    this.find("toy-legend").replaceChildren(...[...classes, ...rest].map(([key, text]) => (
      element("li", {}, [element("i", { className: `key ${key}` }), element("span", { textContent: text })])
    )));
  }

  relabel() {
    MARKS.forEach((mark, i) => this.maps[i].box.setAttribute("aria-label", t("toy.map", { model: t(`model.${mark}`) })));
    this.legend();
    this.paint();
    this.read();
  }

  recolour() {
    this.scene = { ...this.scene, colours: palette() };
    if (this.training) this.paint();
    else this.showDrawn(this.scene.points);
  }
}
