// Who waits in the line is told the place, asks again in time, and is answered in the end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inTurn } from "../../mixup_demo/page/web/turns.js";

test("the place is said as long as others come first", async () => {
  const answers = [
    { waits: { before: 3, seconds: 2 }, again: 500 }, { waits: { before: 1, seconds: null }, again: 300 },
    { waits: { before: 0, seconds: null }, again: 300 }, { value: 7 },
  ];
  const places = /** @type {unknown[]} */ ([]);
  const pauses = /** @type {number[]} */ ([]);
  const found = await inTurn(
    async () => answers.shift(), (place) => places.push(place), async (ms) => { pauses.push(ms); });
  assert.deepEqual(found, { value: 7 });
  assert.deepEqual(places, [{ before: 3, seconds: 2 }, { before: 1, seconds: null }]);
  assert.deepEqual(pauses, [500, 300, 300]);
});

test("no answer ends the wait", async () => {
  assert.equal(await inTurn(async () => undefined, () => assert.fail()), undefined);
});
