// Colours, and maps of probabilities against plain arithmetic.

import assert from "node:assert/strict";
import { test } from "node:test";
import { between, classColours, css, likeliest, paintMap, rgb } from "../../mixup_demo/page/web/palette.js";

test("a colour of the style sheet as numbers and back", () => {
  assert.deepEqual(rgb("#0180ff"), [1, 128, 255]);
  assert.equal(css([0.4, 127.5, 255]), "rgb(0 128 255)");
});

test("classes have as many colours as the style sheet names without a gap", () => {
  /** @type {Record<string, string>} */
  const sheet = { "class-a": "#000001", "class-b": "#000002", "class-c": "#000003", "class-e": "#000005", "class-other": "#888888" };
  assert.deepEqual(classColours((name) => sheet[name] ?? ""), [[0, 0, 1], [0, 0, 2], [0, 0, 3]]);
});

test("a soft label's colour lies between those of its classes", () => {
  assert.deepEqual(between([0, 100, 200], [100, 0, 200], 0.25), [75, 25, 200]);
});

test("the likeliest class, also the last one, whose probability is what is left", () => {
  const planes = Uint8Array.from([200, 10, 85, 30, 20, 85]); // of 2 of 3 classes, at 3 cells
  assert.deepEqual([0, 1, 2].map((cell) => likeliest(planes, 3, 3, cell).best), [0, 2, 2]);
  assert.equal(likeliest(planes, 3, 3, 0).share, 200 / 255);
});

test("a sure answer is fully above chance, an even one not at all", () => {
  assert.equal(likeliest(Uint8Array.from([255]), 2, 1, 0).above, 1);
  assert.equal(likeliest(Uint8Array.from([0]), 2, 1, 0).above, 1);
  assert.ok(likeliest(Uint8Array.from([127]), 2, 1, 0).above < 0.01);
});

test("a map is painted from the upper left although cells count from the lower left", () => {
  const colours = { classes: [[255, 0, 0], [0, 0, 255]], ground: [0, 0, 0], strength: 1 };
  const out = new Uint8ClampedArray(16);
  paintMap(out, Uint8Array.from([255, 0, 0, 0]), 2, 2, colours); // only the lower left is of class 0
  const pixels = [0, 1, 2, 3].map((i) => [...out.slice(4 * i, 4 * i + 4)]);
  assert.deepEqual(pixels, [[0, 0, 255, 255], [0, 0, 255, 255], [255, 0, 0, 255], [0, 0, 255, 255]]);
});
