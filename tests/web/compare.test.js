// Comparisons: names, what they see and answer, and the one that belongs to α.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, methodColour, modelsOf, nearestPair, paint, shortNames, vocabulary } from "../../mixup_demo/page/web/compare.js";
import { start } from "../../mixup_demo/page/web/words.js";

/** @type {(name: string, list: string, size: [number, number]) => import("../../mixup_demo/page/web/contract.js").Card} */
const card = (name, list, size) => ({
  name, class_list: list, input_size: size, test_error: null, test_images: null, recipe: null, definition: null, pretrained: null, colour: null, fetched: false, cut: { crop: 1, interpolation: "hamming", normalised: true }, parameters: 1, temperature: null, calibration_error: null,
});
const config = {
  comparisons: { usual: { models: ["plain", "mixed"] } },
  cards: { plain: card("plain", "animals", [32, 32]), mixed: card("mixed", "animals", [32, 32]), large: card("large", "things", [160, 224]) },
  class_lists: { animals: ["cat", "dog"], things: ["cup", "pen", "key"] },
};

test("models of a comparison by its name, and of any two", () => {
  assert.deepEqual(modelsOf(config, "usual"), ["plain", "mixed"]);
  assert.deepEqual(modelsOf(config, "large:plain"), ["large", "plain"]);
});

test("classes and input size are those of the first model", () => {
  assert.deepEqual(vocabulary(config, "usual"), { list: "animals", classes: ["cat", "dog"], size: [32, 32] });
  assert.deepEqual(vocabulary(config, "large:other"), { list: "things", classes: ["cup", "pen", "key"], size: [160, 224] });
});

test("the nearest α by ratio", () => {
  const family = [{ alpha: 1, pair: "one" }, { alpha: 0.1, pair: "tenth" }, { alpha: 8, pair: "eight" }];
  assert.deepEqual([0.05, 0.3, 0.4, 2, 4, 32].map((alpha) => nearestPair(family, alpha, "other")), ["tenth", "tenth", "one", "one", "eight", "eight"]);
  assert.equal(nearestPair([], 1, "other"), "other");
});

test("names leave out the setting that all models share", () => {
  start({ en: {
    "model.a": "ERM, small", "model.a.method": "ERM", "model.a.setting": "small",
    "model.b": "mixup, small", "model.b.method": "mixup", "model.b.setting": "small",
    "model.c": "mixup, large", "model.c.method": "mixup", "model.c.setting": "large",
  } }, ["en"]);
  assert.deepEqual(shortNames(["a", "b"]), ["ERM", "mixup"]);
  assert.deepEqual(shortNames(["a", "c"]), ["ERM, small", "mixup, large"]);
});

test("models are alike where they answer and see the same", () => {
  assert.deepEqual(alike(config, "plain"), ["plain", "mixed"]);
  assert.deepEqual(alike(config, "large"), ["large"]);
  const cards = { ...config.cards, mixed: { ...config.cards.mixed, cut: { crop: 0.5, interpolation: "hamming", normalised: true } } };
  assert.deepEqual(alike({ cards }, "plain"), ["plain"]);
});

test("a mark takes the colour of its model for the page's theme, and the page's own again", () => {
  const set = /** @type {Record<string, string>} */ ({});
  const root = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ style: { setProperty: (/** @type {string} */ name, /** @type {string} */ value) => { set[name] = value; } } }));
  paint(root, "erm", ["#102030", "#a0b0c0"], false);
  assert.deepEqual(set, { "--erm": "#102030" });
  paint(root, "erm", ["#102030", "#a0b0c0"], true);
  assert.deepEqual(set, { "--erm": "#a0b0c0" });
  paint(root, "erm", null, true);
  assert.deepEqual(set, { "--erm": "" });
});

test("a model has its own colour, or that of its training wherever it stands", () => {
  const trained = { ...config.cards.plain, definition: "mixup" };
  assert.deepEqual(methodColour(trained), ["var(--of-mixup)", "var(--of-mixup)"]);
  assert.deepEqual(methodColour({ ...trained, colour: ["#102030", "#a0b0c0"] }), ["#102030", "#a0b0c0"]);
  assert.equal(methodColour(config.cards.plain), null);
  assert.equal(methodColour(undefined), null);
});
