// One training of both toy networks, as far as its frames have come; arrays decoded once.

import { MARKS } from "../../../page/web/answers.js";
import { bytes, floats, shorts } from "../../../page/web/bytes.js";
import { t } from "../../../page/web/words.js";

export const percent = (share) => `${(100 * share).toFixed(1)}\u00a0%`;

// How the value of a measure is written, in the order of the table.
const FORMATS = {
  loss: (value) => value.toFixed(3),
  train_accuracy: percent,
  test_accuracy: percent,
  confidence: percent,
  boundary_length: (value) => value.toFixed(2),
  gradient_norm: (value) => value.toFixed(2),
};

export const MEASURES = Object.keys(FORMATS);

export class Training {
  constructor() {
    this.frames = [];
    this.done = false;
  }

  // part: of the server's answer, the frames after those that are here.
  add(part) {
    const { points, frames, ...rest } = part;
    Object.assign(this, rest);
    if (points) this.points = decodePoints(points);
    this.frames = [...this.frames, ...frames.map(decodeFrame)];
  }

  // Where a frame lies on the charts' x axis, which counts frames: 0 left, 1 right.
  place(index) {
    return index / (this.recorded.length - 1);
  }

  // Index of the last frame at or before a step.
  indexOf(step) {
    return Math.max(0, this.recorded.slice(0, this.frames.length).findLastIndex((each) => each <= step));
  }

  text(measure, mark, index) {
    return FORMATS[measure](this.curves[measure][mark][index]);
  }

  // All curves, as a table's columns and rows.
  table() {
    const columns = MEASURES.flatMap((measure) => MARKS.map((mark) => [measure, mark]));
    const names = [t("toy.step"), ...columns.map(([measure, mark]) => `${t(`toy.${measure}`)}: ${t(`model.${mark}`)}`)];
    const rows = this.frames.map(({ step }, index) => [String(step), ...columns.map(([measure, mark]) => this.text(measure, mark, index))]);
    return { columns: names, rows };
  }

  // The mixed points of a frame: { x, y, one, other, lambda } with the labels of both ends.
  dots(index) {
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

  // The same batch as ERM sees it: the first ends alone.
  unmixed(index) {
    return Array.from(this.frames[index].mixed.i, (at) => {
      const { x, y, label } = this.points[at];
      return { x, y, one: label, other: label, lambda: 1 };
    });
  }
}

function decodePoints({ train, labels, true: right }) {
  const [places, given, own] = [floats(train), bytes(labels), bytes(right)];
  return Array.from(given, (label, k) => ({ x: places[2 * k], y: places[2 * k + 1], label, flipped: label !== own[k] }));
}

function decodeFrame({ step, maps, lines, mixed }) {
  const models = Object.fromEntries(MARKS.map((mark) => [mark, { planes: bytes(maps[mark]), lines: shorts(lines[mark]) }]));
  return { step, models, mixed: { i: shorts(mixed.i), j: shorts(mixed.j), lam: floats(mixed.lam) } };
}
