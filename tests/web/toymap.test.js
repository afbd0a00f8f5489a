// Places on the toy's maps and in its small pictures.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placed } from "../../mixup_demo/views/toy/web/datasets.js";
import { stripOf } from "../../mixup_demo/views/toy/web/toystrip.js";

const FRAME = { left: -1, right: 1, bottom: -2, top: 2 };

/** @param {ArrayBufferView} array */
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

test("a sample's points fill the picture, y upwards", () => {
  const sample = { points: base64(Float32Array.of(-1, -2, 1, 2, 0, 1)), labels: base64(Uint8Array.of(0, 3, 1)) };
  assert.deepEqual(placed(sample, FRAME, 44), [
    { x: 0, y: 44, label: 0 }, { x: 44, y: 0, label: 3 }, { x: 22, y: 11, label: 1 },
  ]);
});

test("trainings that differ in α alone share a strip", () => {
  const request = { dataset: "moons", points: "", toy_alpha: 0.2, steps: 100 };
  assert.equal(stripOf(request), stripOf({ ...request, toy_alpha: 8 }));
  assert.notEqual(stripOf(request), stripOf({ ...request, steps: 200 }));
});
