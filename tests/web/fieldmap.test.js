// Where on a map the pointer is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FieldMap } from "../../mixup_demo/page/web/fieldmap.js";

test("a place is told in the data's plane; none beyond the map's edge, nor of a second finger", () => {
  const map = Object.assign(Object.create(FieldMap.prototype), {
    scene: { frame: { left: -2, right: 2, bottom: -1, top: 1 } },
    box: { getBoundingClientRect: () => ({ left: 10, top: 20, width: 100, height: 50 }) },
  });
  const told = /** @type {object[]} */ ([]);
  const tell = (/** @type {number} */ clientX, /** @type {number} */ clientY, isPrimary = true) =>
    map.tell({ clientX, clientY, isPrimary }, (/** @type {object} */ place) => told.push(place));
  tell(10, 20);
  tell(60, 45);
  assert.deepEqual(told, [{ x: -2, y: 1 }, { x: 0, y: 0 }]);
  tell(60, 71); // the finger that went down on the map has left it
  tell(9, 45);
  tell(60, 45, false);
  assert.equal(told.length, 2);
});
