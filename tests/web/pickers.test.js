// Classes by typing, and kinds of controls.

import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf, search } from "../../mixup_demo/page/web/classsearch.js";
import { kindOf } from "../../mixup_demo/page/web/controls.js";
import { start } from "../../mixup_demo/page/web/words.js";

test("a class by its name in the visitor's language or by the models' own", () => {
  start({ ko: { "class.cat": "고양이" } }, ["ko"]);
  const classes = ["cat", "great white shark"];
  assert.equal(classOf(" 고양이 ", classes), "cat");
  assert.equal(classOf("CAT", classes), "cat");
  assert.equal(classOf("Great White Shark", classes), "great white shark");
  assert.equal(classOf("shark", classes), undefined);
});

test("classes are found by parts of their names and by what else they go by", () => {
  start({ en: {} }, ["en"]);
  const classes = ["tiger", "tiger cat", "Tiger-beetle", "wall clock", "lion"];
  const synonyms = [["Panthera tigris"], [], [], [], ["king of beasts", "Panthera leo"]];
  assert.deepEqual(search("tiger", classes, synonyms).found.map(({ name }) => name), ["tiger", "tiger cat", "Tiger-beetle"]);
  assert.deepEqual(search("clock", classes, synonyms).found, [{ name: "wall clock", by: null }]);
  assert.deepEqual(search("panth", classes, synonyms), { found: [{ name: "lion", by: "Panthera leo" }, { name: "tiger", by: "Panthera tigris" }], count: 2 });
  assert.deepEqual(search("zebra", classes, synonyms), { found: [], count: 0 });
  assert.equal(classOf("panthera LEO", classes, synonyms), "lion");
  assert.equal(search("e", Array.from({ length: 30 }, (_, i) => `e${i}`), []).found.length, 10);
});

test("few words stand side by side, many in a list; a long range is typed", () => {
  const word = { name: "w", error: "e", default: "a", options: ["a", "b", "c"] };
  const number = { name: "n", error: "e", default: 1, minimum: 0, maximum: 100, step: 1, presets: [], whole: false };
  assert.equal(kindOf(word), "words");
  assert.equal(kindOf({ ...word, options: ["a", "b", "c", "d"] }), "list");
  assert.equal(kindOf(number), "slider");
  assert.equal(kindOf({ ...number, maximum: 1e6 }), "number");
  assert.equal(kindOf({ ...number, presets: [1, 10] }), "list");
});
