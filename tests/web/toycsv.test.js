import assert from "node:assert/strict";
import { test } from "node:test";

import { decodePoints } from "../../mixup_demo/views/toy/web/drawing.js";
import { pointsCsv, readPoints } from "../../mixup_demo/views/toy/web/toycsv.js";

const FRAME = { left: -1.25, right: 1.25, bottom: -1.25, top: 1.25 };
const COUNT = { least: 4, most: 6, classes: 4 };
const GOOD = "x,y,class\n0,0,1\n1,0.5,2\n-1,-0.5,1\n0.25,1,2\n";

/** @param {string} content */
const problem = (content) => {
  const read = readPoints(content, FRAME, COUNT);
  return "problem" in read ? [read.problem, read.values.line] : null;
};

test("points come back as they went out, but for the grid of links", () => {
  const read = readPoints(GOOD, FRAME, COUNT);
  assert.ok("text" in read);
  const points = decodePoints(read.text, FRAME);
  assert.deepEqual(points.map(({ label }) => label), [0, 1, 0, 1]);
  assert.ok(points.every(({ x }, k) => Math.abs(x - [0, 1, -1, 0.25][k]) < 0.001));
  const again = readPoints(pointsCsv(points), FRAME, COUNT);
  assert.deepEqual(again, read);
});

test("lines of Windows, a byte-order mark and a quoted header are read", () => {
  assert.equal(problem(`\ufeff${GOOD.replace("x,y,class", '"x","y","Class"').replaceAll("\n", "\r\n")}`), null);
});

test("each rule has a refusal that names the line", () => {
  assert.deepEqual(problem("a,b\n1,2\n"), ["toy.csv.header", undefined]);
  assert.deepEqual(problem("x,y,class\n0,0,1\n"), ["toy.csv.few", undefined]);
  assert.deepEqual(problem(`${GOOD}0,0,1\n0,0,1\n0,0,1\n`), ["toy.csv.many", undefined]);
  assert.deepEqual(problem(GOOD.replace("1,0.5,2", "1,up,2")), ["toy.csv.number", 3]);
  assert.deepEqual(problem(GOOD.replace("1,0.5,2", "1,,2")), ["toy.csv.number", 3]);
  assert.deepEqual(problem(GOOD.replace("1,0.5,2", "1,0.5,2,7")), ["toy.csv.number", 3]);
  assert.deepEqual(problem(GOOD.replace("-1,-0.5", "-3,-0.5")), ["toy.csv.outside", 4]);
  assert.deepEqual(problem(GOOD.replace("0,0,1", "0,0,5")), ["toy.csv.class", 2]);
  assert.deepEqual(readPoints(GOOD, FRAME, { ...COUNT, classes: 1 }), { problem: "toy.csv.class", values: { line: 3, most: 1 } });
  assert.deepEqual(problem(GOOD.replace("0,0,1", "0,0,1.5")), ["toy.csv.class", 2]);
  assert.deepEqual(problem(GOOD.replaceAll(",2\n", ",1\n")), ["toy.csv.one", undefined]);
});
