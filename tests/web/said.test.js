// The sentence that says what is seen: its manner follows from the numbers alone.

import assert from "node:assert/strict";
import test from "node:test";

import { start } from "../../mixup_demo/page/web/words.js";
import { blendText, manner, modelText } from "../../mixup_demo/views/mix/web/said.js";

start({ en: {
  "said.half": "half {a}, half {b}", "said.blend": "{share} {a}, {rest} {b}", "said.a": "only {a}", "said.b": "only {b}",
  "said.sure": "{model} sure of {first} {share}", "said.leaning": "{model} leans to {first}", "said.torn": "{model}: {first} {share}, {second} {rest}",
} }, ["en"]);

test("a model is sure, leans or is torn by its confidence", () => {
  assert.deepEqual([1, 0.9, 0.899, 0.5, 0.499, 0.1].map(manner), ["sure", "sure", "leaning", "leaning", "torn", "torn"]);
});

test("the blend is said with its shares, half and half and the ends in words", () => {
  const names = ["cat", "dog"];
  assert.equal(blendText(0.5, names), "half cat, half dog");
  assert.equal(blendText(0.3, names), "30\u00a0% cat, 70\u00a0% dog");
  assert.equal(blendText(1, names), "only cat");
  assert.equal(blendText(0, names), "only dog");
});

test("a model's likeliest classes are those of the point, whichever they are", () => {
  const leaders = { first: [0, 2], second: [1, 0], second_share: [0.02, 0.3] };
  const classes = ["cat", "dog", "frog"];
  assert.equal(modelText("ERM", leaders, 0.97, 0, classes), "ERM sure of cat 97\u00a0%");
  assert.equal(modelText("ERM", leaders, 0.4, 1, classes), "ERM: frog 40\u00a0%, cat 30\u00a0%");
});
