// The one choice of pictures: what a link and a tab make of it, and what changes with what.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Choice } from "../../mixup_demo/page/web/choice.js";
import { sourceOf, weightsOf } from "../../mixup_demo/page/web/sources.js";

/** @import { Config, LinkState } from "../../mixup_demo/page/web/contract.js" */

const keys = ["cat", "dog", "frog", "car", "truck", "ship", "bird"];
const config = /** @type {Config} */ (/** @type {unknown} */ ({
  photos: Object.fromEntries(keys.map((key) => [key, {}])),
  controls: { seed: { minimum: 0, maximum: 2147483647 } },
  most_weight: 8,
  pairs: [["cat", "dog"], ["car", "truck"]],
  triples: [["bird", "cat", "car"], ["cat", "dog", "frog"], ["car", "truck", "ship"]],
  class_lists: { ten: ["cat", "dog", "frog"], many: ["cat", "shark"] },
}));

/** @param {LinkState} [link] */
const chosen = (link) => new Choice(config, link);

/** @param {Choice} choice */
const photos = ({ sources }) => ["a", "b", "c"].map((side) => sources[side].photo);

test("without a link the usual example stands there, and C is the one beside A and B", () => {
  assert.deepEqual(photos(chosen()), ["cat", "dog", "frog"]);
  assert.deepEqual(photos(chosen({ view: "boundary" })), ["bird", "cat", "car"]);
  assert.deepEqual(photos(chosen({ a: "car", b: "truck" })), ["car", "truck", "ship"]);
});

test("no example stands on two sides", () => {
  for (const link of [{ a: "dog" }, { b: "cat" }, { c: "cat" }, { c: "dog" }, { a: "frog" }]) {
    assert.equal(new Set(photos(chosen(link))).size, 3, JSON.stringify(link));
  }
});

test("a word of a link is a photo or noise of a seed", () => {
  assert.deepEqual(sourceOf("cat", config), { photo: "cat" });
  assert.deepEqual(sourceOf("noise-0", config), { noise: 0 });
  assert.deepEqual(sourceOf("noise-2147483647", config), { noise: 2147483647 });
  for (const word of ["noise-2147483648", "noise-", "noise-1.5", "noise--1", "toString", "", undefined]) {
    assert.equal(sourceOf(word, config), undefined, String(word));
  }
});

test("an end of a line is two numbers, and A has the rest", () => {
  assert.deepEqual(weightsOf("0.25_0.5", 8), [0.25, 0.25, 0.5]);
  assert.deepEqual(weightsOf("-0.12_0", 8), [1.12, -0.12, 0]);
  for (const word of ["0.25", "0.25_", "a_b", "9_0", "0_-8.5", "1e3_0", undefined]) assert.equal(weightsOf(word, 8), undefined, String(word));
});

test("photos, noise, classes and the line come back out of the link", () => {
  const choice = chosen();
  choice.set({ a: { photo: "ship" }, c: { noise: 7 } });
  choice.setLabel("c", "ten", "frog");
  choice.draw([0.123456, 0.5, 0.376544], [-0.2, 1.2, 0]);
  choice.setLabel("to", "ten", "dog");
  const link = choice.link(["a", "b"], "ten");
  assert.deepEqual(link, { a: "ship", b: "dog", c: "noise-7", lc: "frog", from: "0.5_0.3765", to: "1.2_0", lto: "dog" });
  const again = chosen(link);
  for (const side of ["a", "b", "c", "from", "to"]) assert.deepEqual(again.source(side), choice.source(side), side);
  assert.deepEqual(again.link(["a", "b"], "ten"), link);
});

test("the link of two pictures leaves out a third one that goes without saying", () => {
  const choice = chosen();
  assert.deepEqual(choice.link(["a", "b"], "ten"), { a: "cat", b: "dog" });
  assert.deepEqual(choice.link([]), {});
  choice.set({ c: { photo: "ship" } });
  assert.deepEqual(choice.link(["a", "b"], "ten"), { a: "cat", b: "dog", c: "ship" });
});

test("neither an upload nor its class is in the link, nor a line through it", () => {
  const choice = chosen();
  choice.set({ a: { upload: "/tmp/kitten.png" } });
  choice.setLabel("a", "ten", "frog");
  choice.draw([1, 0, 0], [0, 1, 0]);
  assert.deepEqual(choice.link(["a", "b"], "ten"), { b: "dog", c: "frog" });
  assert.ok(choice.hasOwn(["a"]) && choice.hasOwn(["from", "to"]) && !choice.hasOwn(["b", "c"]));
});

test("a class without its picture in the link does not count", () => {
  assert.equal(chosen({ la: "frog" }).label("a", "ten"), null);
  assert.equal(chosen({ a: "dog", la: "frog" }).label("a", "ten"), "frog");
});

test("what no link holds comes back in the same tab, but a link counts more", () => {
  const choice = chosen();
  assert.equal(choice.kept, null);
  choice.set({ a: { upload: "/tmp/kitten.png" } });
  choice.setLabel("a", "ten", "cat");
  choice.draw([0.5, 0.5, 0], [0, 0, 1]);
  const kept = structuredClone(choice.kept);
  const again = new Choice(config, choice.link(["a", "b"], "ten"), kept);
  assert.deepEqual(again.source("from"), choice.source("from"));
  assert.equal(again.label("a", "ten"), "cat");
  assert.deepEqual(new Choice(config, { a: "ship" }, kept).source("a"), { photo: "ship" });
});

test("an upload that is lost is followed by an example, without its class and line", () => {
  const choice = chosen();
  choice.set({ a: { upload: "/tmp/gone.png" } });
  choice.setLabel("a", "ten", "frog");
  choice.draw([1, 0, 0], [0, 1, 0]);
  choice.lose("a");
  assert.deepEqual(photos(choice), ["cat", "dog", "frog"]);
  assert.deepEqual([choice.label("a", "ten"), choice.line, choice.kept], [null, null, null]);
});

test("another picture loses its class and the line, and leaves the other sides alone", () => {
  const choice = chosen({ a: "cat", b: "dog", c: "ship", lb: "frog" });
  choice.draw([1, 0, 0], [0, 1, 0]);
  choice.set({ a: { photo: "bird" } });
  assert.deepEqual(photos(choice), ["bird", "dog", "ship"]);
  assert.deepEqual([choice.line, choice.label("b", "ten")], [null, "frog"]);
});

test("a class belongs to its list, and one of a link to all lists that have it", () => {
  const choice = chosen({ a: "cat", la: "cat" });
  assert.deepEqual([choice.label("a", "ten"), choice.label("a", "many")], ["cat", "cat"]);
  choice.setLabel("a", "many", "shark");
  assert.deepEqual([choice.label("a", "ten"), choice.label("a", "many")], ["cat", "shark"]);
});

test("links of the attack's own picture still count", () => {
  const choice = chosen({ view: "evidence", image: "ship", label: "frog" });
  assert.deepEqual([choice.source("a"), choice.label("a", "ten")], [{ photo: "ship" }, "frog"]);
  assert.deepEqual(chosen({ image: "ship", a: "car" }).source("a"), { photo: "car" });
});

test("what one listener fails at keeps no other from hearing, and is reported", () => {
  /** @type {unknown[]} */
  const reported = [];
  Object.assign(globalThis, { reportError: (/** @type {unknown} */ error) => reported.push(error) });
  const choice = chosen();
  const fault = new Error("refused");
  let told = 0;
  choice.listen(() => { throw fault; });
  choice.listen(() => { told += 1; });
  choice.set({ a: { photo: "ship" } });
  assert.deepEqual([told, reported], [1, [fault]]);
});

test("listeners are told of every change", () => {
  const choice = chosen();
  let told = 0;
  choice.listen(() => { told += 1; });
  choice.set({ a: { photo: "ship" } });
  choice.setLabel("a", "ten", "cat");
  choice.draw([1, 0, 0], [0, 1, 0]);
  choice.endLine();
  assert.equal(told, 4);
});
