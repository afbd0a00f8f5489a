// Scripts that are asked for again where they did not come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "../../mixup_demo/page/web/fetched.js";
import { Shell } from "../../mixup_demo/page/web/shell.js";

test("a script that did not come is asked for under another address, one that came under its own", async () => {
  const asked = /** @type {string[]} */ ([]);
  const bring = async (/** @type {string} */ address) => {
    asked.push(address);
    if (asked.length < 3) throw new TypeError("Failed to fetch");
    return { address };
  };
  await assert.rejects(imported("/toy.js", bring), /Failed/);
  await assert.rejects(imported("/toy.js", bring), /Failed/);
  assert.deepEqual(await imported("/toy.js", bring), { address: "/toy.js?again=2" });
  await imported("/gan.js", bring);
  assert.deepEqual(asked, ["/toy.js", "/toy.js?again=1", "/toy.js?again=2", "/gan.js"]);
});

test("what a class goes by is asked for again where the server answered with an error", async ({ mock }) => {
  const answers = [new Response('{"detail": "busy"}', { status: 503 }), new Response('{"ten": [["kitty"]]}')];
  mock.method(globalThis, "fetch", async () => answers.shift());
  const shell = Object.assign(Object.create(Shell.prototype), { base: "/explorer" });
  assert.deepEqual(await shell.synonyms("ten"), []);
  assert.deepEqual(await shell.synonyms("ten"), [["kitty"]]);
});
