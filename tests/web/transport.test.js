// Playing through frames.

import assert from "node:assert/strict";
import { test } from "node:test";

import { nearest } from "../../mixup_demo/page/web/cursorchart.js";
import { playedTo } from "../../mixup_demo/views/toy/web/transport.js";

test("the nearest value wins, the first of two that are as near", () => {
  assert.equal(nearest([0, 0.25, 1], 0.7), 2);
  assert.equal(nearest([0, 0.5, 1], 0.25), 0);
  assert.equal(nearest([5], -100), 0);
  assert.deepEqual([0.9, 5, 100].map((wanted) => nearest([0, 2, 4, 8, 16], wanted)), [0, 2, 4]);
});

test("ten frames a second, from where it began", () => {
  const run = { since: 1000, from: 3 };
  assert.deepEqual(playedTo(run, 1099, 60), { index: 3, run });
  assert.deepEqual(playedTo(run, 1500, 60), { index: 8, run });
});

test("it waits at the last frame that has come, and goes on from there", () => {
  const { index, run } = playedTo({ since: 0, from: 0 }, 5000, 7);
  assert.deepEqual({ index, run }, { index: 6, run: { since: 5000, from: 6 } });
  assert.equal(playedTo(run, 5100, 60).index, 7);
});

test("who follows is at the newest frame at once", () => {
  assert.equal(playedTo({ since: -Infinity, from: 0 }, 10, 42).index, 41);
});
