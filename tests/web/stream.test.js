// A computation that is asked for part by part: who waits in the line hears it in the place for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Stream } from "../../mixup_demo/page/web/stream.js";

/** @import { Shell } from "../../mixup_demo/page/web/shell.js" */

/** @typedef {(method: string, request: { start: number }, say: (text: string) => void) => Promise<object>} Call */

/** @type {(answer: object) => object} */
const same = (answer) => answer;

/** @param {Call} call */
const shell = (call) => /** @type {Shell} */ (/** @type {unknown} */ ({ call, take: same }));

test("the place is said by whoever runs, and parts come one after the other", async () => {
  const said = /** @type {string[]} */ ([]);
  const starts = /** @type {number[]} */ ([]);
  const stream = new Stream(shell(async (_, { start }, say) => {
    starts.push(start);
    if (!start) say("3 before you");
    return { frames: [1, 2], done: start > 0 };
  }), "gan", "gan_stop", (text) => said.push(text));
  assert.equal(await stream.run({}, () => {}), true);
  assert.deepEqual(starts, [0, 2]);
  assert.deepEqual(said, ["3 before you"]);
});

test("a run that has been stopped says nothing any more", async () => {
  const said = /** @type {string[]} */ ([]);
  /** @type {(() => void)[]} */
  const waiting = [];
  const stream = new Stream(shell((_, __, say) => new Promise((resolve) => {
    if (!say) { resolve({}); return; }
    waiting.push(() => { say("3 before you"); resolve({ ended: true }); });
  })), "gan", "gan_stop", (text) => said.push(text));
  const run = stream.run({}, () => {});
  await stream.stop();
  waiting.forEach((go) => go());
  assert.equal(await run, false);
  assert.deepEqual(said, []);
});
