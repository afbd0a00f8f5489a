// A page at rest asks for no frames.

import assert from "node:assert/strict";
import { test } from "node:test";

import { endLoadingSign } from "../../mixup_demo/page/web/resting.js";

// as Gradio's: it keeps the function that it finds when it is loaded
const SIGN = `
  const frames = page.requestAnimationFrame;
  let n = 0;
  const ask = () => frames(() => { n += 1; ask(); });
  ask();
  return () => n;
//# sourceURL=http://x/assets/statustracker-1.js`;

test("the sign gets no frames once Gradio has come, and others do", async () => {
  /** @type {FrameRequestCallback[]} */
  const waiting = [];
  const given = (/** @type {FrameRequestCallback} */ callback) => waiting.push(callback);
  const page = { requestAnimationFrame: given };
  const frame = () => waiting.splice(0).forEach((callback) => callback(0));
  let come = () => {};
  const promise = new Promise((resolve) => (come = () => resolve(null)));
  endLoadingSign(page, promise);
  const counted = new Function("page", SIGN)(page);
  const other = page.requestAnimationFrame;
  let drawn = 0;
  const draw = () => other(() => (drawn += 1));

  draw();
  frame();
  assert.deepEqual([counted(), drawn], [1, 1]);
  come();
  await promise;
  draw();
  for (let i = 0; i < 3; i += 1) frame();
  assert.deepEqual([counted(), drawn], [2, 2]); // the one that the sign had asked for before
  assert.equal(waiting.length, 0);
  assert.equal(page.requestAnimationFrame, given);
});
