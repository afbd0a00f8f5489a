// The batch's order, where a partner's picture goes, and that every finding has a source.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "../../mixup_demo/views/train/web/batchpicker.js";
import { SOURCES } from "../../mixup_demo/views/train/web/findings.js";
import { applied, corner } from "../../mixup_demo/views/train/web/mixed.js";
import { start } from "../../mixup_demo/page/web/words.js";

test("without shuffling one class comes after the other, and as many images as before", () => {
  const images = ["dog-1", "cat-1", "horse-1", "bird-1", "frog-1"].map((photo) => ({ photo }));
  const sorted = inOrder(images, ({ photo = "" }) => photo.split("-")[0]).map(({ photo }) => photo);
  assert.deepEqual(sorted, ["cat-1", "cat-1", "dog-1", "dog-1", "horse-1"]);
});

test("the partner's picture goes where it hides least of the box", () => {
  assert.equal(corner([0, 0, 0, 0]), "");
  assert.equal(corner([0.6, 1, 0.6, 1]), "at-left");
  assert.equal(corner([0.7, 1, 0, 1]), "at-top");
  assert.equal(corner([0, 1, 0, 0.2]), "");
});

test("what was done is said with numbers, and only that", () => {
  start({ en: { "train.applied.mixup": "{n} mixup", "train.applied.cutmix": "{n} cutmix", "train.applied.none": "{n} none" } }, ["en"]);
  const cells = ["none", "mixup", "mixup"].map((operation) => ({ operation }));
  assert.equal(applied(/** @type {any} */ (cells)), "2 mixup, 1 none");
});

test("sources are addresses", () => {
  assert.ok(Object.keys(SOURCES).length > 10);
  for (const address of Object.values(SOURCES)) assert.match(address, /^https:\/\//);
});
