// The plane of images as numbers.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  cellColours, decode, decodePlane, firstFree, markSize, niceStep, overlap, share, ticks, weightsAt,
} from "../../mixup_demo/views/boundary/web/plane.js";
import { named } from "../../mixup_demo/views/boundary/web/maps.js";

const FRAME = { left: -1, right: 3, bottom: 0, top: 2 };

/** @param {ArrayBufferView} array */
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

/** @param {number[]} classes */
const packed = (classes) => ({
  classes: base64(Uint16Array.from(classes)), confidence: base64(Uint8Array.of(0, 51, 255, 128)),
  margin: base64(Uint8Array.of(1, 2, 3, 4)), lines: base64(Uint16Array.of(0, 64, 128, 6144)),
  fineness: 64, regions: [{ class: 999, x: 0.5, y: 1.5 }], shares: /** @type {[number, number][]} */ ([[999, 50]]),
});

test("class indices are wider than a byte", () => {
  const { classes } = decode(packed([0, 255, 256, 999]));
  assert.deepEqual([...classes], [0, 255, 256, 999]);
});

test("a model's arrays are decoded and the rest stays", () => {
  const { confidence, margin, lines, fineness, regions, shares } = decode(packed([1, 2, 3, 4]));
  assert.deepEqual([...confidence], [0, 51, 255, 128]);
  assert.deepEqual([...margin], [1, 2, 3, 4]);
  assert.deepEqual([...lines], [0, 64, 128, 6144]);
  assert.deepEqual({ fineness, regions, shares }, { fineness: 64, regions: [{ class: 999, x: 0.5, y: 1.5 }], shares: [[999, 50]] });
});

test("the models' order is that of the comparison, whatever the order of the answers", () => {
  const plane = decodePlane({
    models: [{ key: "z", name: "first" }, { key: "a", name: "second" }],
    answers: { a: packed([1, 1, 1, 1]), z: packed([2, 2, 2, 2]) },
    temperatures: {}, class_list: "letters", guessed: [], labels: [0, 1, 2], input_size: [2, 3], inputs: [], resolution: 2, resolutions: [2], occurring: [], finest: 2, frame: FRAME,
    positions: [], weights: [], centre: [0, 0], paint: { faint: 0, fading: 1 }, measures: [], agreement: "50.0",
    device: "cpu", precision: "fp32",
  });
  assert.deepEqual(plane.models.map(({ key, name, classes }) => [key, name, classes[0]]), [["z", "first", 2], ["a", "second", 1]]);
  assert.equal("answers" in plane, false);
  assert.equal(plane.resolution, 2);
});

test("a byte is a probability", () => {
  assert.deepEqual([0, 51, 255].map(share), [0, 0.2, 1]);
});

test("the weights are linear in the place", () => {
  const matrix = [[-1, -1, 1], [1, 0, 0], [0, 1, 0]];
  assert.deepEqual(weightsAt(matrix, { x: 0.25, y: 0.5 }), [0.25, 0.25, 0.5]);
});

test("steps of an axis are 1, 2, 5 or a power of ten of them", () => {
  const steps = [1, 1.5, 3, 7, 0.03, 120].map(niceStep);
  [1, 2, 5, 10, 0.05, 200].forEach((expected, i) => assert.ok(Math.abs(steps[i] - expected) < 1e-9, `${steps[i]}, not ${expected}`));
});

test("ticks lie on multiples of the step, zero included, the upper end left out", () => {
  assert.deepEqual(ticks(-1.5, 2, 1), [-1, 0, 1]);
  assert.deepEqual(ticks(0.2, 0.4, 1), []);
});

test("boxes overlap if they do so both ways", () => {
  const box = { x: 0, y: 0, half: 2, up: 1 };
  assert.ok(overlap(box, { x: 3, y: 1, half: 2, up: 1 }));
  assert.ok(!overlap(box, { x: 3, y: 2, half: 2, up: 1 }));
  assert.ok(!overlap(box, { x: 4, y: 0, half: 2, up: 1 }));
});

test("a map's top row is painted first, the surer the stronger", () => {
  const answers = decode(packed([0, 1, 1, 0])); // confidence 0, 51 below; 255, 128 above
  const look = {
    /** @param {number} index */
    colour: (index) => [[200, 0, 0], [0, 200, 0]][index],
    ground: [0, 0, 0],
    /** @param {number} cell */
    shown: (cell) => cell !== 3,
  };
  const pixels = cellColours(answers, 2, { faint: 0.5, fading: 1 }, look);
  const rows = [0, 4, 8, 12].map((from) => [...pixels.slice(from, from + 4)]);
  assert.deepEqual(rows, [
    [0, 200, 0, 255], // sure
    [50, 0, 0, 255], // not to be shown: half as strong as no confidence
    [100, 0, 0, 255], // no confidence
    [0, 120, 0, 255], // 0.5 + 0.5 * 0.2
  ]);
});

test("thumbnails are a tenth of a map's shorter side, within bounds", () => {
  assert.deepEqual([markSize(485, 239), markSize(239, 485), markSize(338, 120), markSize(900, 900)], [24, 24, 22, 44]);
});

test("a name takes the first place in the map on which nothing is written", () => {
  const at = (/** @type {number} */ y) => ({ x: 50, y, half: 20, up: 8 });
  const number = { x: 50, y: 86, half: 6, up: 6 };
  assert.deepEqual(firstFree([at(84), at(40)], [number], 100), at(40));
  assert.deepEqual(firstFree([at(95), at(5), at(50)], [], 100), at(50));
  assert.equal(firstFree([at(84)], [number], 100), undefined);
});

test("a figure's models go by their names on the page, wherever it names them", () => {
  const figure = {
    data: [{ name: "[[model.erm]]" }, { name: "[[plane.boundary]]" }],
    layout: { annotations: [{ text: "<b>[[model.mixup]]</b>" }], meta: { panels: ["[[model.erm]]", "[[model.mixup]]"], note: "n" } },
  };
  const { data, layout } = named(figure, ["erm", "mixup"], ["ERM", "$& α = 1"]);
  assert.deepEqual(data.map(({ name }) => name), ["ERM", "[[plane.boundary]]"]);
  assert.deepEqual(layout.annotations, [{ text: "<b>$& α = 1</b>" }]);
  assert.deepEqual(layout.meta, { panels: ["ERM", "$& α = 1"], note: "n" });
});
