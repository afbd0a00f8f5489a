// Charts in a room: what a figure says in px grows with the page's type, and only with that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { growing } from "../../mixup_demo/page/web/growing.js";

const layout = {
  height: 200, margin: { l: 40, r: 10 }, font: { size: 13, color: "grey" }, showlegend: false,
  xaxis: { range: [0, 1], title: { text: "steps", font: { size: 13 } } }, yaxis2: { range: [0, 1] },
  annotations: [{ text: "title", font: { size: 13, color: "black" } }, { text: "in the chart's own type" }],
};

test("margins, titles and the height are as many times as large as the type", () => {
  const grown = growing(layout, 26);
  assert.deepEqual([grown.height, grown.margin], [400, { l: 80, r: 20 }]);
  assert.deepEqual(grown.xaxis, { range: [0, 1], title: { text: "steps", font: { size: 26 } } });
  assert.deepEqual(grown.annotations, [{ text: "title", font: { size: 26, color: "black" } }, { text: "in the chart's own type" }]);
  assert.equal(grown.showlegend, false);
});

test("in the page's own type, or a smaller one, a figure stays as it is", () => {
  assert.equal(growing(layout, 13), layout);
  assert.equal(growing(layout, 13.05), layout); // as it is on a desk
  assert.equal(growing(layout, 11), layout);
});

test("what a figure leaves out is left out", () => {
  const grown = growing({ font: { size: 13 }, margin: { l: 1 } }, 26);
  assert.equal(grown.height, undefined);
  assert.equal(grown.annotations, undefined);
});
