// What is trained on: a data set that is chosen, or points that the visitor draws on the maps.

import { finder } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";
import { DataSets } from "./datasets.js";
import { Drawing } from "./drawing.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { ChoiceControl, LinkState, TextControl } from "../../../page/web/contract.js" */
/** @import { Place, Point, ToyConfig } from "./types.js" */

/**
 * What the view does; `at` is the step that shall be shown, if any.
 * @typedef {object} Doing
 * @property {(at?: number) => void} ask train at once
 * @property {(at?: number) => void} soon train when the hand rests
 * @property {() => void} none there is too little to train on
 * @property {() => boolean} shown whether a training is shown
 * @property {(points: Point[], said: string) => void} sketch show points before they are trained on
 */

export class ToyData {
  /**
   * @param {HTMLElement} root
   * @param {Shell} shell
   * @param {ToyConfig} toy
   * @param {LinkState} own what the address says
   * @param {Doing} on
   */
  constructor(root, shell, toy, own, on) {
    this.toy = toy;
    this.on = on;
    const find = finder(root);
    this.view = find("toy");
    this.empty = find("toy-empty");
    const { controls } = shell.config;
    this.control = /** @type {ChoiceControl} */ (controls.dataset);
    const points = /** @type {TextControl} */ (controls.points);
    this.sets = new DataSets(find("data-sets"), this.control.options, toy, String(own.dataset ?? this.control.default), () => this.choose());
    this.drawing = new Drawing(root, points, toy.colours, String(own.points ?? ""), {
      change: () => this.draw(), use: () => this.hint(), refuse: (text) => shell.toast(text),
    });
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.leave(event));
  }

  get drawn() {
    return this.sets.drawn;
  }

  // Whether there is something to train on.
  get ready() {
    return !this.drawn || (this.drawing.count >= this.toy.least && this.drawing.labels > 1);
  }

  // As a part of a request.
  get request() {
    return { dataset: this.sets.value, points: this.drawn ? this.drawing.text : "" };
  }

  // As a part of the link.
  get state() {
    return { dataset: this.sets.value, points: this.drawn ? this.drawing.text : undefined };
  }

  /** @param {number} [at] the step that shall be shown */
  choose(at) {
    this.drawing.open(this.drawn);
    if (this.drawn) this.draw(at);
    else this.on.ask(at);
  }

  reset() {
    this.sets.set(this.control.default);
    this.choose();
  }

  /** @param {string} text of points from a file, as if they had been drawn */
  take(text) {
    this.drawing.text = text;
    const drawn = /** @type {string} */ (this.control.options.find((name) => !(name in this.toy.samples)));
    this.sets.set(drawn);
    this.drawing.open(true);
    this.drawing.use(false);
    this.on.ask();
  }

  /** @param {Place} place that the visitor presses at */
  press(place) {
    if (this.drawn && this.drawing.active) this.drawing.add(place, this.toy.frame);
  }

  /**
   * What is drawn has changed: it is trained on as soon as that can be.
   * @param {number} [at] the step that shall be shown
   */
  draw(at) {
    if (this.ready) this.on.soon(at);
    else this.on.none();
    this.hint();
  }

  // What to draw, where that is not enough to train on.
  hint() {
    const { count, labels, label, active } = this.drawing;
    const wanted = !this.ready;
    this.view.toggleAttribute("data-empty", wanted);
    this.empty.hidden = !wanted || count > 0 || !active;
    this.empty.textContent = t("toy.draw.empty", { class: label + 1, least: this.toy.least });
    if (!this.drawn || this.on.shown()) return;
    const said = wanted && count ? t("toy.draw.more", { points: count, classes: labels, least: this.toy.least }) : "";
    this.on.sketch(this.drawing.points(this.toy.frame), said);
  }

  /**
   * Leave drawing; where that is too little to train on, for the data that were shown before.
   * @param {KeyboardEvent} event
   */
  leave(event) {
    if (!this.drawn || !this.drawing.active) return;
    event.stopPropagation();
    if (this.ready) { this.drawing.use(false); return; }
    this.sets.set(this.sets.before);
    this.choose();
    this.sets.focus();
  }

  relabel() {
    this.sets.relabel();
    this.drawing.relabel();
    this.hint();
  }

  recolour() {
    this.sets.show();
  }
}
