// The tool that draws a line.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LineTool } from "../../mixup_demo/views/boundary/web/line.js";

/** A button that can be pressed, a map that remembers its band, and what was announced. */
function bench() {
  /** @type {Record<string, string>} */
  const attributes = {};
  const button = Object.assign(new EventTarget(), {
    /** @type {(name: string, value: string) => void} */
    setAttribute: (name, value) => { attributes[name] = value; },
  });
  /** @type {unknown[]} */
  const bands = [];
  /** @type {string[]} */
  const said = [];
  const map = {
    /** @param {unknown} ends */
    band: (ends) => { bands.push(ends); },
  };
  const tool = new LineTool(/** @type {HTMLElement} */ (/** @type {unknown} */ (button)), [map], (key) => said.push(key));
  return { tool, attributes, bands, said, press: () => button.dispatchEvent(new Event("click")) };
}

test("a tool that is off picks nothing", () => {
  const { tool } = bench();
  assert.equal(tool.pick({ x: 0, y: 0 }, () => assert.fail("nothing is to be made")), null);
});

test("two picks make a line, and turn the tool off", () => {
  const { tool, attributes, said, press } = bench();
  press();
  assert.equal(attributes["aria-pressed"], "true");
  assert.equal(tool.pick({ x: 0, y: 0 }, () => "A"), null);
  assert.deepEqual(tool.pick({ x: 1, y: 1 }, () => "B"), ["A", "B"]);
  assert.deepEqual(said, ["plane.line.first", "plane.line.second"]);
  assert.equal(attributes["aria-pressed"], "false");
});

test("the band reaches from the first end to the pointer, and vanishes with the tool", () => {
  const { tool, bands, press } = bench();
  press();
  tool.move({ x: 9, y: 9 });
  assert.deepEqual(bands, []);
  tool.pick({ x: 1, y: 2 }, () => "A");
  tool.move({ x: 3, y: 4 });
  const [[from, to]] = /** @type {{ x: number, y: number }[][]} */ (bands);
  assert.deepEqual([from.x, from.y, to.x, to.y], [1, 2, 3, 4]);
  press();
  assert.equal(bands.at(-1), null);
});

test("a line that is being drawn can be left, which is said once", () => {
  const { tool, attributes, bands, said, press } = bench();
  tool.leave();
  assert.deepEqual(said, []);
  press();
  tool.pick({ x: 0, y: 0 }, () => "A");
  tool.leave();
  tool.leave();
  assert.equal(attributes["aria-pressed"], "false");
  assert.equal(bands.at(-1), null);
  assert.deepEqual(said, ["plane.line.first", "plane.line.second", "plane.line.left"]);
});
