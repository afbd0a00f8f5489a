// Copying: with the clipboard where scripts have one, else as by hand; what is not copied is marked.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { copyText } from "../../mixup_demo/page/web/copying.js";
import { allow, copiesByHand } from "./clipboard.js";

afterEach(() => { for (const name of ["document", "getSelection"]) Reflect.deleteProperty(globalThis, name); });

const shown = /** @type {Node} */ (/** @type {unknown} */ ({}));

test("scripts' own clipboard is asked first, and marks nothing", async () => {
  const { copied, marked } = copiesByHand(true);
  allow({ clipboard: { writeText: async (/** @type {string} */ text) => copied.push(text) } });
  assert.equal(await copyText("one", shown), true);
  assert.deepEqual([copied, marked], [["one"], []]);
});

test("without https it is copied as by hand: the text itself, where it is shown and where it is not", async () => {
  const { copied, marked, added } = copiesByHand(true);
  allow({});
  assert.equal(await copyText("two", shown), true);
  assert.equal(await copyText("a link"), true);
  assert.deepEqual(copied, ["two", "a link"]);
  assert.equal(marked[0], shown);
  assert.equal(marked[1], added[0]);
  assert.equal(added[0].gone, true);
});

test("text that may not be copied at all is marked where it is shown", async () => {
  const { copied, marked } = copiesByHand(false);
  allow({});
  assert.equal(await copyText("three", shown), false);
  assert.deepEqual([copied, marked], [[], [shown]]);
});
