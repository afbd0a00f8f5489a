// One training of the toy networks, as far as its frames have come; arrays decoded once.

import { bytes, floats, shorts } from "../../../page/web/bytes.js";
import { percent, t } from "../../../page/web/words.js";

/** @import { Mixture, PackedFrame, PackedPoints, Point, ToyPayload, TrainingFacts, TrainingFrame } from "./types.js" */

/** @param {number} share */
export const inTenths = (share) => percent(share, 1);

/** @type {(decimals: number) => (value: number) => string} */
const decimals = (count) => (value) => value.toFixed(count);

/** @type {Record<string, (value: number) => string>} how the value of a measure is written, if not with two decimals */
const FORMATS = { loss: decimals(3), train_accuracy: inTenths, test_accuracy: inTenths, confidence: inTenths };

export class Training {
  /** @type {TrainingFacts} */
  facts;
  /** @type {TrainingFrame[]} */
  frames = [];
  /** @type {Point[]} */
  points = [];

  /** @param {ToyPayload} first part of the server's answer */
  constructor(first) {
    this.facts = first;
    this.add(first);
  }

  /** @param {ToyPayload} part the frames after those that are here */
  add({ points, frames, ...facts }) {
    this.facts = facts;
    if (points) this.points = decodePoints(points);
    this.frames = [...this.frames, ...frames.map((frame) => decodeFrame(frame, facts.models))];
  }

  get done() {
    return this.facts.done;
  }

  // The step of each frame, also of those to come.
  get recorded() {
    return this.facts.recorded;
  }

  get measures() {
    return Object.keys(this.facts.curves);
  }

  // How much of the training is here, 0 to 1.
  get progress() {
    return this.frames.length / this.recorded.length;
  }

  /**
   * Where a frame lies on the charts' x axis, which counts frames: 0 left, 1 right.
   * @param {number} index
   */
  place(index) {
    return index / (this.recorded.length - 1);
  }

  /**
   * Index of the frame that lies nearest to a share of the charts' x axis.
   * @param {number} share
   */
  indexAt(share) {
    return Math.round(share * (this.recorded.length - 1));
  }

  /**
   * Index of the last frame at or before a step.
   * @param {number} step
   */
  indexOf(step) {
    return Math.max(0, this.recorded.slice(0, this.frames.length).findLastIndex((each) => each <= step));
  }

  /**
   * A measure of a model at a frame, in words.
   * @param {string} measure
   * @param {string} model
   * @param {number} index
   */
  text(measure, model, index) {
    const write = FORMATS[measure] ?? decimals(2);
    return write(this.facts.curves[measure][model][index]);
  }

  /**
   * Which step a frame shows, in words.
   * @param {number} index
   */
  said(index) {
    const [step, steps] = [index, this.recorded.length - 1].map((at) => this.recorded[at].toLocaleString("en"));
    return t("toy.at", { step, steps });
  }

  // All curves, as a table's columns and rows.
  table() {
    const columns = this.measures.flatMap((measure) => this.facts.models.map((model) => ({ measure, model })));
    const names = columns.map(({ measure, model }) => `${t(`toy.${measure}`)}: ${t(`model.${model}`)}`);
    const rows = this.frames.map(({ step }, index) => (
      [String(step), ...columns.map(({ measure, model }) => this.text(measure, model, index))]
    ));
    return { columns: [t("toy.step"), ...names], rows };
  }

  /**
   * The mixed points of a frame.
   * @param {number} index
   * @returns {Mixture[]}
   */
  mixed(index) {
    const { i, j, lam } = this.frames[index].mixed;
    return Array.from(i, (_, k) => {
      const [one, other] = [this.points[i[k]], this.points[j[k]]];
      const lambda = lam[k];
      return {
        x: lambda * one.x + (1 - lambda) * other.x, y: lambda * one.y + (1 - lambda) * other.y,
        one: one.label, other: other.label, lambda,
      };
    });
  }

  /**
   * The same batch without mixing: the first ends alone.
   * @param {number} index
   * @returns {Mixture[]}
   */
  unmixed(index) {
    return Array.from(this.frames[index].mixed.i, (at) => {
      const { x, y, label } = this.points[at];
      return { x, y, one: label, other: label, lambda: 1 };
    });
  }
}

/**
 * @param {PackedPoints} packed
 * @returns {Point[]}
 */
export function decodePoints({ train, labels, true: right }) {
  const [places, given, own] = [floats(train), bytes(labels), bytes(right)];
  return Array.from(given, (label, k) => ({ x: places[2 * k], y: places[2 * k + 1], label, flipped: label !== own[k] }));
}

/**
 * @param {PackedFrame} frame
 * @param {string[]} models in the order of their panels
 * @returns {TrainingFrame}
 */
export function decodeFrame({ step, maps, lines, mixed }, models) {
  return {
    step,
    maps: models.map((model) => ({ planes: bytes(maps[model]), lines: shorts(lines[model]) })),
    mixed: { i: shorts(mixed.i), j: shorts(mixed.j), lam: floats(mixed.lam) },
  };
}
