// A link that may not be copied: the visitor is sent to the address bar where it is there, and only then.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AnswerPage } from "../../mixup_demo/page/web/lecture/answer.js";
import { Making } from "../../mixup_demo/page/web/lecture/making.js";
import { OWN } from "../../mixup_demo/page/web/lecture/source.js";
import { Shell } from "../../mixup_demo/page/web/shell.js";
import { allow, copiesByHand } from "./clipboard.js";

for (const written of [true, false]) {
  test(`what is said where the address ${written ? "holds" : "cannot hold"} it`, async (context) => {
    const href = "http://host/?view=mix";
    const refuse = () => { throw new Error("SecurityError"); };
    copiesByHand(false);
    allow({}); // as without https
    const parts = {
      location: { href }, history: { state: null, replaceState: written ? () => {} : refuse },
      window: { location: { href }, document: { referrer: "" } },
    };
    Object.assign(parts.window, { parent: parts.window });
    Object.assign(globalThis, parts);
    context.after(() => { for (const name of ["document", "getSelection", ...Object.keys(parts)]) Reflect.deleteProperty(globalThis, name); });
    /** @type {string[]} */
    const said = [];
    const shell = {
      config: { controls: { lecture: { limit: 999 } } }, views: {}, state: () => ({}),
      toast: (/** @type {string} */ text) => said.push(text), write: () => written,
    };
    await Shell.prototype.copyLink.call(/** @type {Shell} */ (/** @type {unknown} */ (shell)));
    const lecture = { shell, wanted: OWN, content: { title: "T", steps: [] } };
    await new Making(/** @type {Making["lecture"]} */ (/** @type {unknown} */ (lecture))).copyLink();
    const student = { shell, address: `${href}&word=daja` };
    await AnswerPage.prototype.copy.call(/** @type {AnswerPage} */ (/** @type {unknown} */ (student)));
    assert.deepEqual(said, Array(3).fill(written ? "link.address" : "link.nowhere"));
  });
}
