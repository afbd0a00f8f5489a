// Drawn points as text; the server reads the same form (`mixup_demo/toy/drawing.py`).

import assert from "node:assert/strict";
import { test } from "node:test";

import { countPoints, decodePoints, encodePoint, withoutLast } from "../../mixup_demo/views/toy/web/drawing.js";

const FRAME = { left: -1.25, right: 1.25, bottom: -1.25, top: 1.25 };

test("a point is its class and two digits a coordinate, from the frame's lower left", () => {
  assert.equal(encodePoint({ x: -1.25, y: -1.25 }, 0, FRAME), "00000");
  assert.equal(encodePoint({ x: 1.25, y: 1.25 }, 3, FRAME), "3zzzz");
  assert.equal(encodePoint({ x: -1.25 + (2.5 * 35) / 1295, y: 1.25 }, 1, FRAME), "10zzz");
});

test("a place outside the frame counts as its edge", () => {
  assert.equal(encodePoint({ x: 9, y: -9 }, 2, FRAME), "2zz00");
});

test("points come back where they were, within half a digit, with their labels", () => {
  const frame = { left: 0, right: 4, bottom: -1, top: 1 };
  const places = [{ x: 0.3, y: -0.9 }, { x: 3.7, y: 0.123 }, { x: 2, y: 0 }];
  const text = places.map((place, label) => encodePoint(place, label, frame)).join("");
  const points = decodePoints(text, frame);
  points.forEach(({ x, y, label, flipped }, k) => {
    assert.ok(Math.abs(x - places[k].x) <= 4 / 1295 / 2 + 1e-12);
    assert.ok(Math.abs(y - places[k].y) <= 2 / 1295 / 2 + 1e-12);
    assert.deepEqual([label, flipped], [k, false]);
  });
  assert.equal(points.length, 3);
});

test("the last point can be taken away, and of none none", () => {
  assert.equal(withoutLast("0aaaa1bbbb"), "0aaaa");
  assert.equal(withoutLast(""), "");
  assert.deepEqual([countPoints(""), countPoints("0aaaa1bbbb")], [0, 2]);
  assert.deepEqual(decodePoints("", FRAME), []);
});
