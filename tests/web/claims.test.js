import assert from "node:assert/strict";
import { test } from "node:test";

import { SIGNS } from "../../mixup_demo/views/evidence/web/claims.js";

test("each ruling has a sign of its own", () => {
  assert.deepEqual(Object.keys(SIGNS).sort(), ["better", "open", "worse"]);
  assert.equal(new Set(Object.values(SIGNS)).size, 3);
});
