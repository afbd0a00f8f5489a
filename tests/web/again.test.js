// What a server that went away owed is asked for again when it is back, and once only.

import assert from "node:assert/strict";
import { test } from "node:test";
import { again } from "../../mixup_demo/page/web/again.js";

/**
 * A server that answers by a list, and is there by another.
 * @param {(string | Error | undefined)[]} answers
 * @param {boolean[]} presence
 */
function scene(answers, presence) {
  const log = /** @type {string[]} */ ([]);
  const ask = async () => {
    log.push("ask");
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const surroundings = {
    there: async () => { log.push("there"); return presence.shift() ?? false; },
    pause: async (/** @type {number} */ ms) => { log.push("pause"); assert.ok(ms <= 15_000); },
  };
  return { log, run: () => again(ask, () => log.push("away"), surroundings) };
}

test("an answer is an answer", async () => {
  const { log, run } = scene(["yes"], []);
  assert.equal(await run(), "yes");
  assert.deepEqual(log, ["ask"]);
});

test("a server that went away is waited for, and asked again", async () => {
  const { log, run } = scene([new Error("gone"), "yes"], [false, false, true]);
  assert.equal(await run(), "yes");
  assert.deepEqual(log, ["ask", "there", "away", "pause", "there", "pause", "there", "ask"]);
});

test("another replica answers at once, and nobody hears of it", async () => {
  const { log, run } = scene([undefined, "yes"], [true]);
  assert.equal(await run(), "yes");
  assert.deepEqual(log, ["ask", "there", "ask"]);
});

test("an error of a server that is there is not asked for ever", async () => {
  const { log, run } = scene([undefined, undefined, "never"], [true, true]);
  assert.equal(await run(), undefined);
  assert.deepEqual(log.filter((one) => one === "ask"), ["ask", "ask"]);
});

test("a server that does not come back ends the wait", async () => {
  const { log, run } = scene([new Error("gone"), "never"], []);
  assert.equal(await run(), undefined);
  assert.deepEqual(log.filter((one) => one === "ask"), ["ask"]);
  assert.ok(log.length > 40);
});
