// Blending against the formula in exact arithmetic, and CutMix's box.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blend, centreCrop, paste, pixelsFromBase64, scaleBox, shownSize, weightedSum } from "../../mixup_demo/page/web/blend.js";

const bytes = Uint8ClampedArray.from({ length: 256 }, (_, i) => i);
const reversed = Uint8ClampedArray.from(bytes).reverse();

test("a blend is the exact mixture, rounded to the nearest level", () => {
  const out = new Uint8ClampedArray(256);
  for (const sixteenths of [0, 1, 5, 8, 11, 16]) {
    blend(out, bytes, reversed, sixteenths / 16);
    out.forEach((value, i) => {
      const exact = sixteenths * bytes[i] + (16 - sixteenths) * reversed[i]; // in sixteenths
      assert.ok(Math.abs(16 * value - exact) <= 8, `λ = ${sixteenths}/16, ${i}: ${value}`);
    });
  }
});

test("the ends of a blend are the pictures themselves", () => {
  const out = new Uint8ClampedArray(256);
  blend(out, bytes, reversed, 1);
  assert.deepEqual(out, bytes);
  blend(out, bytes, reversed, 0);
  assert.deepEqual(out, reversed);
});

test("a weighted sum outside the range is clipped", () => {
  const out = new Uint8ClampedArray(3);
  const [a, b, c] = [[10, 200, 100], [20, 100, 100], [30, 0, 100]].map((each) => Uint8ClampedArray.from(each));
  weightedSum(out, [a, b, c], [2, 0, -1]);
  assert.deepEqual([...out], [0, 255, 100]);
});

test("a pasted box is B's, all else A's", () => {
  const [width, height] = [5, 4];
  const [a, b] = [1, 2].map((value) => new Uint8ClampedArray(4 * width * height).fill(value));
  const out = new Uint8ClampedArray(a.length);
  paste(out, a, b, [1, 3, 2, 5], width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const inside = row >= 1 && row < 3 && column >= 2;
      const from = 4 * (row * width + column);
      assert.deepEqual([...out.slice(from, from + 4)], Array(4).fill(inside ? 2 : 1), `${row}, ${column}`);
    }
  }
});

test("an empty box leaves A", () => {
  const [a, b] = [1, 2].map((value) => new Uint8ClampedArray(16).fill(value));
  const out = new Uint8ClampedArray(16);
  paste(out, a, b, [1, 1, 0, 2], 2);
  assert.deepEqual(out, a);
});

test("a box grows with the picture, each side by its own factor, to whole pixels", () => {
  assert.deepEqual(scaleBox([0, 32, 4, 8], { width: 32, height: 32 }, { width: 512, height: 512 }), [0, 512, 64, 128]);
  assert.deepEqual(scaleBox([1, 2, 1, 2], { width: 3, height: 4 }, { width: 100, height: 10 }), [3, 5, 33, 67]);
  for (const edge of scaleBox([13, 101, 7, 224], { width: 224, height: 160 }, { width: 512, height: 366 })) assert.ok(Number.isInteger(edge));
});

test("a picture is shown in the shape that the models see", () => {
  assert.deepEqual(shownSize([32, 32], 512), { width: 512, height: 512 });
  assert.deepEqual(shownSize([160, 224], 512), { width: 512, height: 366 });
  assert.deepEqual(shownSize([200, 100], 512), { width: 256, height: 512 });
});

test("a crop is the largest middle part of the wanted shape", () => {
  assert.deepEqual(centreCrop({ width: 300, height: 200 }, { width: 50, height: 50 }), { x: 50, y: 0, width: 200, height: 200 });
  assert.deepEqual(centreCrop({ width: 100, height: 100 }, { width: 40, height: 20 }), { x: 0, y: 25, width: 100, height: 50 });
  assert.deepEqual(centreCrop({ width: 512, height: 512 }, { width: 512, height: 512 }), { x: 0, y: 0, width: 512, height: 512 });
});

test("RGB bytes become opaque pixels", () => {
  const text = Buffer.from([1, 2, 3, 250, 251, 252]).toString("base64");
  assert.deepEqual([...pixelsFromBase64(text)], [1, 2, 3, 255, 250, 251, 252, 255]);
});
