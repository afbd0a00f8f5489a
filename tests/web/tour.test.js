// Where the tour's card stands: within the window, and off what has to be seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../mixup_demo/page/web/cardplace.js";
import { STEPS } from "../../mixup_demo/page/web/tour.js";

const room = { left: 10, top: 10, right: 990, bottom: 690 };
const card = { width: 300, height: 200 };

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 */
const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });

test("below, where there is room", () => {
  const target = box(400, 50, 200, 100);
  assert.deepEqual(place(card, room, target, [target]), { left: 350, top: 164 });
});

test("above, where there is none below", () => {
  const target = box(400, 500, 200, 150);
  assert.deepEqual(place(card, room, target, [target]), { left: 350, top: 286 });
});

test("beside what is as high as the window", () => {
  const target = box(10, 0, 400, 700);
  assert.deepEqual(place(card, room, target, [target]), { left: 424, top: 250 });
});

test("never over what must stay free, nor out of the window", () => {
  const target = box(600, 50, 380, 100);
  const free = box(500, 160, 490, 60);
  const { left, top } = place(card, room, target, [target, free]);
  assert.ok(left >= room.left && top >= room.top && left + card.width <= room.right && top + card.height <= room.bottom);
  assert.ok(left + card.width <= free.left || top >= free.bottom);
});

test("each step has a name of its own", () => {
  assert.equal(new Set(STEPS.map(({ name }) => name)).size, STEPS.length);
});
