// The link: what it may say, and that a state comes back out of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, link, read, valueOf } from "../../mixup_demo/page/web/state.js";

const lam = { name: "lam", error: "e", default: 0.5, minimum: 0, maximum: 1, step: 0.01, presets: [], whole: false };
const method = { name: "method", error: "e", default: "mixup", options: ["mixup", "cutmix"] };
const points = { name: "points", error: "e", default: "", pattern: "(?:[0-3][0-9a-z]{4}){0,2}", limit: 2 };
const pair = {
  name: "pair", error: "e", default: "cifar10", options: ["cifar10"], presets: {}, models: ["one", "two", "three"],
};
const controls = { lam, method, points, pair };

test("a number counts within its limits, ends included", () => {
  assert.deepEqual(["0", "0.25", "1"].map((text) => valueOf(text, lam)), [0, 0.25, 1]);
  for (const text of ["-0.01", "1.01", "", "half", "NaN"]) assert.equal(valueOf(text, lam), undefined, text);
});

test("a fraction does not count where a number must be whole", () => {
  const seed = { ...lam, name: "seed", maximum: 9, step: 1, whole: true };
  assert.deepEqual(["0", "9", "1.5", "1e-9"].map((text) => valueOf(text, seed)), [0, 9, undefined, undefined]);
});

test("after the last whole number comes the first one", () => {
  const seed = { ...lam, name: "seed", maximum: 9, step: 1, whole: true };
  assert.deepEqual([0, 8, 9].map((number) => after(seed, number)), [1, 9, 0]);
});

test("a word counts among its options", () => {
  assert.equal(valueOf("cutmix", method), "cutmix");
  assert.equal(valueOf("toString", method), undefined);
});

test("a text counts by its whole pattern", () => {
  assert.equal(valueOf("", points), "");
  assert.equal(valueOf("0zz00", points), "0zz00");
  for (const text of ["0zz0", "4zz00", "0zz00 ", "0zz000zz000zz00"]) assert.equal(valueOf(text, points), undefined, text);
});

test("a pair is an option or two different models", () => {
  assert.equal(valueOf("cifar10", pair), "cifar10");
  assert.equal(valueOf("two:one", pair), "two:one");
  for (const text of ["one:one", "one:four", "one", "one:two:three"]) assert.equal(valueOf(text, pair), undefined, text);
});

test("what a control refuses is left out of the state, and so is what nothing knows", () => {
  const state = read(controls, "?lam=2&method=cutmix&a=cat-1&la=cat&__theme=dark");
  assert.deepEqual(state, { method: "cutmix", a: "cat-1", la: "cat" });
});

test("a state comes back out of its link", () => {
  const state = { lam: 0.125, method: "cutmix", pair: "one:two", points: "0zz00", a: "cat-1", la: "great white shark" };
  const address = link(state, controls, "http://host/page");
  assert.deepEqual(read(controls, new URL(address).search), state);
});

test("a link drops the state before, and what is empty, and keeps the parameters of others", () => {
  const address = link({ lam: 0, a: undefined, b: null, points: "" }, controls, "http://host/?a=cat-1&method=cutmix&__theme=dark#here");
  assert.equal(address, "http://host/?__theme=dark&lam=0#here");
});
