// Frames of a run of GANs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { decodeFrame } from "../../mixup_demo/views/toy/web/gan.js";

/** @param {ArrayBufferView} array */
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

/** @param {number} modes */
const packed = (modes) => ({
  samples: base64(Int16Array.of(-1, 32_000)), surface: base64(Uint8Array.of(0, 255)), modes, quality: 0.5, outside: 1,
});

test("the plain GAN stands left of the one with mixup", () => {
  const frame = decodeFrame({ iteration: 5, ...packed(8), plain: packed(3) });
  assert.deepEqual(frame.map(({ modes }) => modes), [3, 8]);
});

test("a plain run stands on both sides", () => {
  const frame = decodeFrame({ iteration: 5, ...packed(8), plain: null });
  assert.deepEqual(frame.map(({ modes }) => modes), [8, 8]);
});

test("places are signed, surfaces are bytes", () => {
  const [{ samples, planes }] = decodeFrame({ iteration: 5, ...packed(8), plain: null });
  assert.deepEqual([...samples], [-1, 32_000]);
  assert.deepEqual([...planes], [0, 255]);
});
