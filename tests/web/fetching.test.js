// Fetching a pair: asked until it is there, told where it cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Fetching } from "../../mixup_demo/page/web/fetching.js";

/** @typedef {import("../../mixup_demo/page/web/fetching.js").Caller} Caller */

/** @param {object[]} answers of the server, one after another */
function start(answers) {
  const shown = /** @type {number[]} */ ([]);
  const fetching = Object.create(Fetching.prototype);
  const shell = {
    config: { cards: { far: { fetched: true }, near: { fetched: false } } },
    call: async () => answers.shift(),
    take: (/** @type {object} */ answer) => ("error" in answer ? null : answer),
  };
  const bar = { begin: (/** @type {number} */ share) => shown.push(share), say() {}, end: () => shown.push(-1) };
  return { fetching: /** @type {Fetching} */ (Object.assign(fetching, { here: new Set(), shell, bar })), shown };
}

test("only what comes from elsewhere is asked for, and once", async () => {
  const { fetching, shown } = start([{ ready: false, name: "far", done: 1, total: 4 }, { ready: true }]);
  assert.equal(fetching.lacks(["near", "near"]), false);
  assert.equal(fetching.lacks(["near", "far"]), true);
  assert.equal(await fetching.until(["near", "far"], () => true), true);
  assert.deepEqual(shown, [0.25, -1]);
  assert.equal(fetching.lacks(["near", "far"]), false);
});

test("what cannot be had is said, and asked for again the next time", async () => {
  const { fetching, shown } = start([{ error: { en: "no" } }]);
  assert.equal(await fetching.until(["far"], () => true), false);
  assert.deepEqual(shown, [-1]);
  assert.equal(fetching.lacks(["far"]), true);
});

test("nobody asks on where something else is wanted", async () => {
  const { fetching, shown } = start([{ ready: false, name: "far", done: 1, total: 4 }]);
  assert.equal(await fetching.until(["far"], () => false), true);
  assert.deepEqual(shown, [-1]);
});
