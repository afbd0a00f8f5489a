// The sentence that says what is seen, looked up by the point of λ.

import assert from "node:assert/strict";
import test from "node:test";

import { percent, shares, start } from "../../mixup_demo/page/web/words.js";
import { labelTexts } from "../../mixup_demo/views/mix/web/answers.js";
import { blendText, modelText } from "../../mixup_demo/views/mix/web/said.js";
import { stageWords } from "../../mixup_demo/views/mix/web/stages.js";

start({ en: {
  "said.half": "half {a}, half {b}", "said.blend": "{share} {a}, {rest} {b}", "said.a": "only {a}", "said.b": "only {b}",
  "said.sure": "{model} sure of {first} {share}", "said.leaning": "{model} leans to {first}", "said.torn": "{model}: {first} {share}, {second} {rest}",
} }, ["en"]);

test("the blend is said by its kind, with its shares", () => {
  const names = ["cat", "dog"];
  assert.equal(blendText("half", 0.5, names), "half cat, half dog");
  assert.equal(blendText("blend", 0.3, names), "30\u00a0% cat, 70\u00a0% dog");
  assert.equal(blendText("a", 1, names), "only cat");
  assert.equal(blendText("b", 0, names), "only dog");
});

test("shares add up as they are written, whatever λ is", () => {
  const names = ["horse", "deer"];
  assert.equal(blendText("blend", 0.125, names), "13\u00a0% horse, 87\u00a0% deer");
  assert.deepEqual(labelTexts(names, 0.125), [{ text: "horse 13\u00a0%", share: 0.125 }, { text: "deer 87\u00a0%", share: 0.875 }]);
  assert.deepEqual(labelTexts(["horse"], 0.125), [{ text: "horse 100\u00a0%", share: 1 }]);
  for (let k = 0; k <= 1000; k++) {
    const [first, rest] = shares(k / 1000);
    assert.equal(Number(first.toFixed(2)) * 100 + Number(rest.toFixed(2)) * 100, 100, String(k));
    assert.equal(parseInt(percent(first)) + parseInt(percent(rest)), 100, String(k));
  }
});

test("a model's likeliest classes are those of the point, whichever they are", () => {
  const leaders = { first: [0, 2], second: [1, 0], second_share: [0.02, 0.3] };
  const predictions = { leaders, confidence: [0.97, 0.4], manner: ["sure", "torn"], loss: [], entropy: [] };
  const classes = ["cat", "dog", "frog"];
  assert.equal(modelText("ERM", predictions, 0, classes), "ERM sure of cat 97\u00a0%");
  assert.equal(modelText("ERM", predictions, 1, classes), "ERM: frog 40\u00a0%, cat 30\u00a0%");
});

test("what comes next is said with how far the sweep is", () => {
  const stage = { points: 11, all: 101, number: 1, next: { points: 101, gradients: false }, done: 0.1, then: 0.3 };
  assert.deepEqual(stageWords(stage), { key: "sweep.computing.points", values: { points: 11, all: 101, next: 101 } });
  const last = { ...stage, points: 101, next: { points: 101, gradients: true } };
  assert.equal(stageWords(last).key, "sweep.computing.gradients");
});
