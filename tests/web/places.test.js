// Places in the part of a plane that a map shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, fromShares, step, toShares, within } from "../../mixup_demo/page/web/places.js";

const FRAME = { left: -1, right: 3, bottom: 0, top: 2 };

test("cells count from the lower left, row by row", () => {
  assert.equal(cellAt({ x: -0.99, y: 0.01 }, FRAME, 4), 0);
  assert.equal(cellAt({ x: 2.99, y: 0.01 }, FRAME, 4), 3);
  assert.equal(cellAt({ x: -0.99, y: 0.51 }, FRAME, 4), 4);
  assert.equal(cellAt({ x: 2.99, y: 1.99 }, FRAME, 4), 15);
});

test("the frame's own ends belong to its last cells", () => {
  assert.equal(cellAt({ x: FRAME.right, y: FRAME.top }, FRAME, 4), 15);
  assert.equal(cellAt({ x: FRAME.left, y: FRAME.bottom }, FRAME, 4), 0);
});

test("a step is as wide and as high as a cell, and ends at the frame", () => {
  assert.deepEqual(step({ x: 0, y: 1 }, [1, -2], FRAME, 4), { x: 1, y: 0 });
  assert.deepEqual(step({ x: 2.5, y: 1.5 }, [8, 8], FRAME, 4), { x: 3, y: 2 });
  assert.deepEqual(within({ x: -9, y: 9 }, FRAME), { x: -1, y: 2 });
});

test("shares and places are one another's inverse", () => {
  assert.deepEqual(toShares({ x: 0, y: 0.5 }, FRAME), { x: 0.25, y: 0.25 });
  assert.deepEqual(fromShares({ x: 0.25, y: 0.25 }, FRAME), { x: 0, y: 0.5 });
});
