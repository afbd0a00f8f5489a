// Copying: what is allowed is copied, and what is not is marked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { copyText } from "../../mixup_demo/page/web/copying.js";

test("text that may not be copied is marked where it is shown", async () => {
  /** @type {string[]} */
  const copied = [];
  /** @type {unknown[]} */
  const marked = [];
  const shown = /** @type {Node} */ (/** @type {unknown} */ ({}));
  Object.assign(globalThis, { getSelection: () => ({ selectAllChildren: (/** @type {unknown} */ node) => marked.push(node) }) });
  const allow = (/** @type {object} */ value) => Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  allow({ clipboard: { writeText: async (/** @type {string} */ text) => copied.push(text) } });
  assert.equal(await copyText("one", shown), true);
  assert.deepEqual([copied, marked], [["one"], []]);
  allow({}); // as without https
  assert.equal(await copyText("two", shown), false);
  assert.deepEqual([copied, marked], [["one"], [shown]]);
});
