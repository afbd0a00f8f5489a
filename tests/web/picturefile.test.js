import assert from "node:assert/strict";
import { test } from "node:test";

import { covers, showIn } from "../../mixup_demo/page/web/picturefile.js";
import { rowsOf, withLegend, wrapped } from "../../mixup_demo/page/web/save.js";

test("a range holds letters by their codes, both ends included", () => {
  const latin = "U+20-7E, U+D7";
  assert.equal(covers(latin, "한글"), false);
  assert.equal(covers(latin, "한글 "), true); // a space
  assert.equal(covers(latin, "×"), true);
  assert.equal(covers(latin, "\u007f"), false);
  assert.equal(covers("U+1F600-1F64F", "😀"), true); // one letter, two units
  assert.equal(covers("", "x"), true);
});

test("a file that a tab shows is kept as long as the tab is there", ({ mock }) => {
  mock.timers.enable({ apis: ["setInterval"] });
  const kept = new Set();
  mock.method(URL, "createObjectURL", () => { kept.add("blob:1"); return "blob:1"; });
  mock.method(URL, "revokeObjectURL", (/** @type {string} */ address) => kept.delete(address));
  /** @type {string[]} */
  const shown = [];
  const tab = { closed: false, location: { replace: (/** @type {string} */ address) => shown.push(address) } };
  showIn(/** @type {Window} */ (/** @type {unknown} */ (tab)), new Blob(["handout"]));
  mock.timers.tick(3_600_000);
  assert.deepEqual([shown, kept.size], [["blob:1"], 1]);
  tab.closed = true;
  mock.timers.tick(60_000);
  assert.equal(kept.size, 0);
});

test("a legend takes as many rows as columns of its widest name allow", () => {
  assert.equal(rowsOf([100, 100], 300), 1);
  assert.equal(rowsOf([100, 100, 200], 300), 3);
  assert.equal(rowsOf([100, 100, 100, 100], 300), 2);
  assert.equal(rowsOf([400], 300), 1);
});

test("titles are broken at spaces", () => {
  assert.deepEqual(wrapped("one two three", 60, 10), ["one two", "three"]);
});

test("lines and bars stand in a saved picture's legend, each name once", () => {
  const data = [{ name: "mixup", type: "bar" }, { name: "Beta" }, { name: "Beta" }, { name: "ground", type: "heatmap" }];
  assert.deepEqual(withLegend(data).map(({ showlegend }) => showlegend), [true, true, false, false]);
});
