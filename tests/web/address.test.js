// The address bar of a browser that takes few changes: nothing but the address suffers from it.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { leave, replace, Settling } from "../../mixup_demo/page/web/address.js";

/** @type {string[]} what was written, in their order */
let written = [];
let refusing = false;

beforeEach(() => {
  written = [];
  refusing = false;
  const location = { href: "http://host/?lam=0.5" };
  const take = (/** @type {unknown} */ state, /** @type {string} */ _, /** @type {string} */ href) => {
    if (refusing) throw new Error("SecurityError: more than 100 times per 30 seconds");
    Object.assign(history, { state });
    location.href = href;
    written.push(href);
  };
  const history = { state: null, replaceState: take, pushState: take };
  const window = { location, document: { referrer: "" } };
  Object.assign(globalThis, { location, history, window: Object.assign(window, { parent: window }) });
});

afterEach(() => { for (const name of ["location", "history", "window"]) Reflect.deleteProperty(globalThis, name); });

test("an address that is there already is not written again, unless what the tab keeps beside it has changed", () => {
  assert.equal(replace("http://host/?lam=0.6"), true);
  assert.equal(replace("http://host/?lam=0.6"), true);
  assert.equal(written.length, 1);
  assert.equal(replace("http://host/?lam=0.6", { pictures: { a: "/tmp/kitten.png" } }), true);
  assert.equal(replace("http://host/?lam=0.6", { pictures: { a: "/tmp/kitten.png" } }), true);
  assert.equal(written.length, 2);
});

test("a Space's page is told an address once, also one that is there already", () => {
  const outer = /** @type {object[]} */ ([]);
  const parent = { postMessage: (/** @type {object} */ state) => outer.push(state) };
  Object.assign(location, { search: "?lam=0.5", hash: "", ancestorOrigins: ["https://huggingface.co"] });
  Object.assign(window, { parent });
  replace(location.href); // as the way back has left it
  replace(location.href);
  assert.deepEqual(outer, [{ queryString: "lam=0.5", hash: "" }]);
});

test("what the browser refuses throws nothing", () => {
  refusing = true;
  assert.equal(replace("http://host/?lam=0.7"), false);
  leave();
  assert.deepEqual(written, []);
});

test("a state is written at once and when the hand rests, and later where it was refused", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let lam = 0;
  const settling = new Settling(() => replace(`http://host/?lam=${lam}`));
  for (lam = 1; lam < 9; lam++) settling.settle();
  assert.deepEqual(written, ["http://host/?lam=1"]);
  mock.timers.tick(250);
  assert.deepEqual(written, ["http://host/?lam=1", "http://host/?lam=9"]);
  refusing = true;
  lam = 10;
  settling.settle();
  mock.timers.tick(250);
  refusing = false;
  mock.timers.tick(5000);
  assert.equal(written.at(-1), "http://host/?lam=10");
  mock.timers.tick(60_000);
  assert.equal(written.length, 3); // what is written rests
});
