// A training as its parts arrive.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Training, decodeFrame, decodePoints } from "../../mixup_demo/views/toy/web/training.js";

/** @param {ArrayBufferView} array */
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

const MODELS = ["second", "first"]; // neither alphabetical nor the order of the objects below
const POINTS = {
  train: base64(Float32Array.of(0, 0, 1, 2, -1, 4)), labels: base64(Uint8Array.of(0, 1, 1)), true: base64(Uint8Array.of(0, 1, 0)),
};

/** @param {number} step */
const frame = (step) => ({
  step,
  maps: { first: base64(Uint8Array.of(1, step)), second: base64(Uint8Array.of(2, step)) },
  lines: { first: base64(Uint16Array.of(300)), second: base64(Uint16Array.of(400)) },
  mixed: { i: base64(Uint16Array.of(1, 0)), j: base64(Uint16Array.of(2, 1)), lam: base64(Float32Array.of(0.25, 1)) },
});

/** @param {number[]} steps of the part */
const part = (steps) => ({
  models: MODELS, names: ["one", "two"], classes: 2, recorded: [0, 10, 20, 40], done: steps.includes(40),
  curves: {
    loss: { first: [1, 2, 3, 4], second: [0.12345, 0.5, 0.25, 0.125] },
    test_accuracy: { first: [0, 0, 0, 0], second: [0.5, 0.75, 0.987, 1] },
    novelty: { first: [0, 0, 0, 0], second: [1.005, 2, 3, 4] },
  },
  device: "cpu", precision: "fp32", start: 0, frames: steps.map(frame), figure: { data: [], layout: { height: 100 } },
});

/** A training of which all frames but the last have come, in two parts. */
function training() {
  const made = new Training({ ...part([0, 10]), points: POINTS });
  made.add(part([20]));
  return made;
}

test("the parts' frames are put together, and points stay those of the first part", () => {
  const { frames, points, done, progress } = training();
  assert.deepEqual(frames.map(({ step }) => step), [0, 10, 20]);
  assert.equal(points.length, 3);
  assert.deepEqual([done, progress], [false, 0.75]);
});

test("a frame's maps stand in the order of the models", () => {
  const { maps } = decodeFrame(frame(7), MODELS);
  assert.deepEqual(maps.map(({ planes }) => [...planes]), [[2, 7], [1, 7]]);
  assert.deepEqual(maps.map(({ lines }) => [...lines]), [[400], [300]]);
});

test("a point whose label is not the true one is flipped", () => {
  assert.deepEqual(decodePoints(POINTS), [
    { x: 0, y: 0, label: 0, flipped: false }, { x: 1, y: 2, label: 1, flipped: false }, { x: -1, y: 4, label: 1, flipped: true },
  ]);
});

test("a step belongs to the last frame at or before it that has come", () => {
  const made = training();
  assert.deepEqual([-1, 0, 9, 10, 20, 1000].map((step) => made.indexOf(step)), [0, 0, 0, 1, 2, 2]);
});

test("frames are evenly spaced on the charts", () => {
  const made = training();
  assert.deepEqual([0, 3].map((index) => made.place(index)), [0, 1]);
  assert.deepEqual([0, 0.3, 0.6, 1].map((share) => made.indexAt(share)), [0, 1, 2, 3]);
});

test("measures are those of the answer, each written in its own form", () => {
  const made = training();
  assert.deepEqual(made.measures, ["loss", "test_accuracy", "novelty"]);
  assert.equal(made.text("loss", "second", 0), "0.123");
  assert.equal(made.text("test_accuracy", "second", 2), "98.7\u00a0%");
  assert.equal(made.text("novelty", "second", 1), "2.00");
});

test("a mixture lies between its points, and keeps both labels", () => {
  const [mixed, whole] = training().mixed(0);
  assert.deepEqual(mixed, { x: 0.25 * 1 + 0.75 * -1, y: 0.25 * 2 + 0.75 * 4, one: 1, other: 1, lambda: 0.25 });
  assert.deepEqual(whole, { x: 0, y: 0, one: 0, other: 1, lambda: 1 });
});

test("the batch without mixing is its first ends", () => {
  assert.deepEqual(training().unmixed(1), [
    { x: 1, y: 2, one: 1, other: 1, lambda: 1 }, { x: 0, y: 0, one: 0, other: 0, lambda: 1 },
  ]);
});
