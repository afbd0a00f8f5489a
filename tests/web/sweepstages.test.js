// A sweep that is asked for anew while an older question is still being prepared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SweepStages } from "../../mixup_demo/views/mix/web/stages.js";

/** @import { Shell } from "../../mixup_demo/page/web/shell.js" */
/** @import { SweepRequest } from "../../mixup_demo/views/mix/web/types.js" */

class Node extends EventTarget {
  style = {};
  querySelector = () => new Node();
  toggleAttribute() {}
  removeAttribute() {}
}

test("a question that is prepared late does not end the newer one", async (context) => {
  Object.assign(globalThis, { HTMLElement: Node });
  context.after(() => { Reflect.deleteProperty(globalThis, "HTMLElement"); });
  /** @type {Record<string, number>} the turn of each question that is sent */
  const turns = {};
  const call = async (/** @type {string} */ _, /** @type {{ pair: string, turn: number }} */ { pair, turn }) => {
    turns[pair] = turn;
    return { stage: { number: null, next: null } };
  };
  const shell = /** @type {Shell} */ (/** @type {unknown} */ ({ call, take: (/** @type {object} */ answer) => answer }));
  const stages = new SweepStages(/** @type {HTMLElement} */ (/** @type {unknown} */ (new Node())), shell);
  const request = (/** @type {string} */ pair) => /** @type {SweepRequest} */ ({ pair });
  /** @type {() => void} */
  let arrive = () => {};
  const pictures = new Promise((resolve) => { arrive = () => resolve(undefined); });
  const older = stages.ask(async () => { await pictures; return request("older"); }, async () => {});
  assert.equal(await stages.ask(async () => request("newer"), async () => {}), true);
  arrive();
  assert.equal(await older, null);
  assert.ok(turns.newer > turns.older); // the server ends what has the smaller turn
});

test("a question whose first answer is still being drawn asks for no more once it is overtaken or stopped", async (context) => {
  Object.assign(globalThis, { HTMLElement: Node });
  context.after(() => { Reflect.deleteProperty(globalThis, "HTMLElement"); });
  /** @type {string[]} */
  const sent = [];
  const call = async (/** @type {string} */ method, /** @type {{ pair: string, stage: number }} */ { pair, stage }) => {
    sent.push(method === "ask" ? `${pair} ${stage}` : method);
    return { stage: pair === "older" ? { number: stage + 1, next: { points: 9 } } : { number: null, next: null } };
  };
  const shell = /** @type {Shell} */ (/** @type {unknown} */ ({ call, take: (/** @type {object} */ answer) => answer }));
  const make = () => new SweepStages(/** @type {HTMLElement} */ (/** @type {unknown} */ (new Node())), shell);
  const request = (/** @type {string} */ pair) => /** @type {SweepRequest} */ ({ pair });
  for (const next of [async (/** @type {SweepStages} */ stages) => { await stages.ask(async () => request("newer"), async () => {}); },
    (/** @type {SweepStages} */ stages) => stages.stop()]) {
    sent.length = 0;
    const stages = make();
    Object.assign(stages, { show() {}, say() {} });
    /** @type {() => void} */
    let drawn = () => {};
    const drawing = new Promise((resolve) => { drawn = () => resolve(undefined); });
    /** @type {() => void} */
    let begun = () => {};
    const first = new Promise((resolve) => { begun = () => resolve(undefined); });
    const older = stages.ask(async () => request("older"), async () => { begun(); await drawing; });
    await first;
    await next(stages);
    drawn();
    assert.equal(await older, null);
    assert.deepEqual(sent.filter((one) => one.startsWith("older")), ["older 0"]);
  }
});
