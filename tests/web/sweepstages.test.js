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
