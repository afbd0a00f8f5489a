// A mode is told at once, and charts are drawn anew once the page has its new type size.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Modes } from "../../mixup_demo/page/web/modes.js";

test("a mode changes the link at once, and what depends on the type size once, when it has grown", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Set<string>} */
  const classes = new Set();
  class Button {
    setAttribute() {}
    addEventListener() {}
  }
  const classList = {
    contains: (/** @type {string} */ name) => classes.has(name),
    toggle: (/** @type {string} */ name, /** @type {boolean} */ on) => (on ? classes.add(name) : classes.delete(name)),
  };
  Object.assign(globalThis, { HTMLElement: Button, document: { body: { classList }, addEventListener() {} } });
  /** @type {string[]} */
  const told = [];
  const root = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ querySelector: () => new Button() }));
  const modes = new Modes(root, {}, { change: () => told.push("change"), grown: () => told.push("grown") });
  modes.toggle("more");
  assert.deepEqual([modes.link.more, told], ["1", ["change"]]);
  mock.timers.tick(1000);
  assert.deepEqual(told, ["change", "grown"]);
});
