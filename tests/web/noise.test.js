// Noise as an image.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fillWithNoise, noisePixels } from "../../mixup_demo/views/boundary/web/noise.js";

test("noise has the size that is asked for, need not be square, and is opaque", () => {
  const pixels = noisePixels(3, 5, (values) => values.fill(7));
  assert.equal(pixels.length, 4 * 3 * 5);
  for (let i = 0; i < pixels.length; i++) assert.equal(pixels[i], i % 4 === 3 ? 255 : 7);
});

test("an image larger than the browser's generator fills at once is noise to its end", () => {
  const pixels = noisePixels(224, 224, fillWithNoise);
  const last = pixels.subarray(-4000).filter((_, i) => i % 4 !== 3);
  assert.ok(new Set(last).size > 200);
});
