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

test("a drag is a line from where it was pressed, and nobody is asked for the other end", () => {
  const { tool, bands, said, press } = bench();
  press();
  tool.press({ x: 1, y: 2 });
  tool.move({ x: 3, y: 4 });
  const [[from, to]] = /** @type {{ x: number, y: number }[][]} */ (bands);
  assert.deepEqual([from.x, from.y, to.x, to.y], [1, 2, 3, 4]);
  assert.deepEqual(tool.drag({ x: 3, y: 4 }, ({ x, y }) => `${x} ${y}`), ["1 2", "3 4"]);
  assert.deepEqual(said, ["plane.line.first"]);
});

test("a line of two equal ends is none, and another end is waited for", () => {
  const { tool, said, press } = bench();
  press();
  const edge = { x: 0, y: 1 };
  tool.press(edge);
  assert.equal(tool.drag(edge, () => assert.fail("it goes nowhere")), null); // outwards
  assert.equal(tool.pick(edge, () => "A"), null);
  assert.equal(tool.pick(edge, () => assert.fail("it is there already")), null);
  assert.deepEqual(said, ["plane.line.first", "plane.line.second"]);
  assert.deepEqual(tool.pick({ x: 1, y: 1 }, () => "B"), ["A", "B"]);
});

test("after a tap a drag is the rest of the line", () => {
  const { tool, press } = bench();
  press();
  tool.press({ x: 0, y: 0 });
  tool.pick({ x: 0, y: 0 }, () => "A");
  tool.free();
  tool.press({ x: 1, y: 1 });
  assert.deepEqual(tool.drag({ x: 2, y: 2 }, ({ x }) => `${x}`), ["A", "2"]);
});

test("a drag draws nothing where the tool is off, and a press that is let go of leaves no band", () => {
  const { tool, bands, press } = bench();
  tool.press({ x: 0, y: 0 });
  assert.equal(tool.drag({ x: 1, y: 1 }, () => assert.fail("nothing is to be made")), null);
  press();
  tool.press({ x: 0, y: 0 });
  tool.move({ x: 1, y: 1 });
  tool.free();
  assert.equal(bands.at(-1), null);
});
