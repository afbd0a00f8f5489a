// One frame of the Mix view: all that depends on λ, looked up and blended right here.

import { Blender, pixelsFromBase64 } from "../../../page/web/blend.js";
import { finder } from "../../../page/web/dom.js";
import { className, shares, t } from "../../../page/web/words.js";
import { oneClass } from "./answers.js";
import { Said } from "./said.js";

/** @import { Area, Pixels } from "../../../page/web/blend.js" */
/** @import { Config } from "../../../page/web/contract.js" */
/** @import { Pictures } from "../../../page/web/pictures.js" */
/** @import { Alpha } from "./alpha.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Compact } from "./compact.js" */
/** @import { LambdaControl } from "./lambda.js" */
/** @import { PathCharts } from "./pathcharts.js" */
/** @import { SweepPayload } from "./types.js" */

/** @typedef {{ a: Pixels, b: Pixels }} Two */

/**
 * What follows λ.
 * @typedef {object} Parts
 * @property {Pictures} pictures
 * @property {Answers} answers
 * @property {Compact} compact
 * @property {PathCharts} charts
 * @property {Alpha} alpha
 * @property {LambdaControl} lambda
 */

export class Moment {
  /** @type {SweepPayload | undefined} */
  payload;
  /** @type {Two | undefined} as the models see them */
  inputs;
  /** @type {Area} of the pictures as the models see them */
  size = { width: 1, height: 1 };
  /** @type {string[]} the models' names */
  models = [];
  /** @type {string[]} names of the pictures' classes */
  classes = [];

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {Parts} parts
   */
  constructor(root, config, parts) {
    const find = finder(root);
    this.parts = parts;
    this.lists = config.class_lists;
    this.mixed = new Blender(find("mixed", HTMLCanvasElement));
    this.seen = new Blender(find("seen", HTMLCanvasElement));
    this.weights = [find("weight-a"), find("weight-b")];
    this.note = find("applied");
    this.said = new Said(root);
  }

  /**
   * So that nothing moves when the first answer comes.
   * @param {Area} size of the pictures as they are shown
   * @param {[number, number]} seen height and width as the models see them
   */
  prepare(size, [height, width]) {
    this.mixed.resize(size);
    this.seen.resize({ width, height });
  }

  /** @param {SweepPayload} payload an answer that has come */
  take(payload) {
    const [height, width] = payload.input_size;
    const { inputs } = payload;
    this.payload = payload;
    this.size = { width, height };
    if (inputs) this.inputs = { a: pixelsFromBase64(inputs.a), b: pixelsFromBase64(inputs.b) };
    this.seen.resize(this.size);
    this.mixed.canvas.style.removeProperty("background"); // what stood there before any script
  }

  /**
   * Everything with words that stays while λ changes.
   * @param {string[]} models their names
   * @param {string[]} classes names of the pictures' classes
   */
  say(models, classes) {
    this.models = models;
    this.classes = classes;
    this.seen.canvas.setAttribute("aria-label", t("seen.label", { ...this.size }));
  }

  paint() {
    const { payload, inputs, parts: { answers, compact, charts, alpha, lambda: control } } = this;
    if (!payload || !inputs) return;
    const lambda = control.value;
    const index = this.indexOf(payload, lambda);
    const applied = payload.boxes ? payload.lam[index] : lambda;
    this.paintFull(payload, lambda);
    this.blend(this.seen, payload, inputs, lambda);
    const list = this.lists[payload.class_list];
    answers.move(index, list, applied);
    compact.move(payload, index, list);
    charts.move(lambda);
    alpha.move(lambda);
    control.show();
    shares(applied).forEach((weight, i) => { this.weights[i].textContent = weight.toFixed(2); });
    this.describe(payload, applied, index);
  }

  /**
   * The point of the answers next to a λ.
   * @param {SweepPayload} payload
   * @param {number} lambda
   */
  indexOf({ lam }, lambda) {
    return Math.round(lambda * (lam.length - 1));
  }

  /**
   * @param {SweepPayload} payload
   * @param {number} lambda
   */
  paintFull(payload, lambda) {
    const { a, b } = this.parts.pictures.sides;
    if (a.pixels.length !== b.pixels.length) return; // one of them is being taken in another shape
    this.mixed.resize(a.canvas);
    this.blend(this.mixed, payload, { a: a.pixels, b: b.pixels }, lambda);
  }

  /**
   * @param {Blender} blender
   * @param {SweepPayload} payload
   * @param {Two} pictures
   * @param {number} lambda
   */
  blend(blender, payload, { a, b }, lambda) {
    if (payload.boxes) blender.cutmix(a, b, payload.boxes[this.indexOf(payload, lambda)], this.size);
    else blender.mixup(a, b, lambda);
  }

  /**
   * @param {SweepPayload} payload
   * @param {number} applied the λ that holds
   * @param {number} index
   */
  describe(payload, applied, index) {
    const { models, classes: [a, b], parts: { lambda } } = this;
    this.said.say(payload, { applied, index }, { models, pictures: [a, b], classes: this.lists[payload.class_list] });
    const [share, rest] = shares(applied).map((part) => Math.round(100 * part));
    const [shownA, shownB] = oneClass(payload.labels) ? [`${a} (A)`, `${b} (B)`] : [a, b];
    const values = { lambda: applied.toFixed(2), a: shownA, b: shownB, share, rest };
    lambda.slider.setAttribute("aria-valuetext", t("lambda.value", values));
    this.mixed.canvas.setAttribute("aria-label", t("mixed.label", { ...values, method: t(`define.${payload.method}.term`) }));
    this.note.hidden = !payload.boxes;
    if (payload.boxes) this.note.textContent = t("cutmix.applied", { wanted: lambda.value.toFixed(2), lambda: applied.toFixed(2) });
  }
}
