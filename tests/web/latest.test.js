// Only the latest request's answer counts, in whatever order answers come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, OVERTAKEN } from "../../mixup_demo/page/web/latest.js";

// A request whose answers are given by hand.
function manual() {
  /** @type {{ resolve(value: string): void, reject(error: Error): void }[]} */
  const calls = [];
  const request = () => new Promise((/** @type {(value: string) => void} */ resolve, reject) => { calls.push({ resolve, reject }); });
  return { calls, ask: latest(request) };
}

test("a request that nothing overtakes gives its answer", async () => {
  const ask = latest(async (/** @type {number} */ one, /** @type {number} */ other) => one + other);
  assert.equal(await ask(1, 2), 3);
  assert.equal(await ask(3, 4), 7);
});

for (const order of [[0, 1], [1, 0]]) {
  test(`of two requests the second counts when answers come as ${order}`, async () => {
    const { calls, ask } = manual();
    const both = [ask(), ask()];
    for (const i of order) calls[i].resolve(`answer ${i}`);
    assert.deepEqual(await Promise.all(both), [OVERTAKEN, "answer 1"]);
  });
}

test("the failure of an overtaken request is dropped, that of the latest is not", async () => {
  const { calls, ask } = manual();
  const both = [ask(), ask()];
  calls[0].reject(new Error("old"));
  calls[1].reject(new Error("new"));
  assert.equal(await both[0], OVERTAKEN);
  await assert.rejects(both[1], /new/);
});

test("a cancelled request is overtaken; the next one counts", async () => {
  const { calls, ask } = manual();
  const first = ask();
  ask.cancel();
  const second = ask();
  calls.forEach(({ resolve }, i) => resolve(`answer ${i}`));
  assert.deepEqual([await first, await second], [OVERTAKEN, "answer 1"]);
});
