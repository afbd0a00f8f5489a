import assert from "node:assert/strict";
import { test } from "node:test";

import { cell, chartCsv } from "../../mixup_demo/page/web/chartcsv.js";

const lines = (/** @type {any[]} */ data) => chartCsv(data).trimEnd().split("\n");

test("a line's points are rows, with the ends of their intervals", () => {
  const data = [{ name: "ERM", x: [1, 2], y: new Float32Array([0.5, 0.25]), error_y: { array: [0.25, 0.5], arrayminus: [0.125, 0.25] } }];
  assert.deepEqual(lines(data), ["series,of,x,y,z,low,high,note", "ERM,,1,0.5,,0.375,0.75,", "ERM,,2,0.25,,0,0.75,"]);
});

test("an interval across belongs to x", () => {
  const data = [{ name: "mixup", x: [4], y: [0], error_x: { array: [1], arrayminus: [2] } }];
  assert.equal(lines(data)[1], "mixup,,4,0,,2,5,");
});

test("a point says its panel or its row, a band its ends, and a seed that it is one", () => {
  const panel = { name: "horse", meta: "ERM", x: [0.5], y: [0.1] };
  const row = { name: "mixup", meta: { of: "2,000 images", placed: true, note: "one seed" }, x: [36.5], y: [3] };
  const band = { name: "mixup", meta: { low: [1], high: [4] }, x: [8], y: [2] };
  const steps = { name: "ERM", meta: { of: "loss", across: "customdata" }, x: [0, 1], y: [2, 1], customdata: [0, 50] };
  assert.deepEqual(lines([panel, row, band, steps]).slice(1), [
    "horse,ERM,0.5,0.1,,,,", 'mixup,"2,000 images",36.5,,,,,one seed', "mixup,,8,2,,1,4,", "ERM,loss,0,2,,,,", "ERM,loss,50,1,,,,",
  ]);
});

test("no more digits are written than were measured", () => {
  assert.deepEqual([0.1 + 0.2, Math.fround(0.1), 12345678].map(cell), ["0.3", "0.1", "12345678"]);
});

test("what the hover passes over is no number of the chart", () => {
  assert.deepEqual(lines([{ hoverinfo: "skip", x: [0, 1], y: [0, 1] }]), ["series,of,x,y,z,low,high,note"]);
});

test("a map has a value at each place", () => {
  const data = [{ name: "map", z: [[1, 2], [3, 4]], x: [10, 20] }];
  assert.deepEqual(lines(data).slice(1), ["map,,10,0,1,,,", "map,,20,0,2,,,", "map,,10,1,3,,,", "map,,20,1,4,,,"]);
});

test("a map whose z is more than a value has it beside, and a note where its cells have texts", () => {
  const data = [{ name: "map", z: [[1.1, 2.05]], customdata: [[0.5, null]], text: [["cat", "dog"]] }];
  assert.deepEqual(lines(data).slice(1), ["map,,0,0,0.5,,,cat", "map,,1,0,,,,dog"]);
});

test("arrays that came packed are numbers", () => {
  const bdata = Buffer.from(new Float32Array([1, 2, 3, 4]).buffer).toString("base64");
  assert.deepEqual(lines([{ name: "map", z: { dtype: "f4", bdata, shape: "2, 2" } }]).slice(1), ["map,,0,0,1,,,", "map,,1,0,2,,,", "map,,0,1,3,,,", "map,,1,1,4,,,"]);
  assert.equal(lines([{ name: "line", x: [5], y: { dtype: "f4", bdata } }])[1], "line,,5,1,,,,");
});

test("texts are quoted where they must be, markup is left out, and nothing becomes a formula", () => {
  assert.equal(cell('a, "b"'), '"a, ""b"""');
  assert.equal(cell("<b>ERM</b><br>x"), "ERM x");
  assert.equal(cell("=1+1"), "'=1+1");
  assert.equal(cell(null), "");
});
