// The live attack's pictures: those at hand, and which are fetched when.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { around, Budgets } from "../../mixup_demo/views/evidence/web/budgets.js";

/** @import { AttackPayload } from "../../mixup_demo/views/evidence/web/types.js" */

const epsilons = [0, 2, 4, 8, 16];
const text = (/** @type {number} */ value) => Buffer.from([value, value, value]).toString("base64");
const pixels = (/** @type {number} */ value) => ({ erm: { shown: text(value), perturbation: text(value) } });

/** @param {Partial<AttackPayload>} own */
const payload = (own) => /** @type {AttackPayload} */ ({ epsilons, ...own });

test("the budgets around one, the nearest first", () => {
  assert.deepEqual(around(epsilons, 4, 1), [4, 2, 8]);
  assert.deepEqual(around(epsilons, 0, 2), [0, 2, 4]);
});

test("an answer with all budgets fetches none", () => {
  const values = epsilons.map(text);
  const fetch = async () => assert.fail("fetched");
  const budgets = new Budgets(payload({ pixels_all: { erm: { shown: values, perturbation: values } } }), 4, fetch, () => {});
  assert.deepEqual(epsilons.map((each) => budgets.at(each)?.erm.shown[0]), epsilons);
  budgets.end();
});

test("what is wanted is fetched once the hand rests, its neighbours after it", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {number[]} */
  const fetched = [];
  const fetch = async (/** @type {number} */ epsilon) => { fetched.push(epsilon); return pixels(epsilon); };
  const arrived = mock.fn();
  const budgets = new Budgets(payload({ pixels: pixels(4) }), 4, fetch, arrived);
  assert.equal(budgets.at(4)?.erm.shown[0], 4);
  assert.equal(budgets.at(8), undefined);
  assert.equal(budgets.at(16), undefined);
  assert.deepEqual(fetched, []);
  context.mock.timers.tick(1000);
  await new Promise(setImmediate);
  assert.deepEqual(fetched, [16, 8]);
  assert.equal(arrived.mock.callCount(), 1);
  assert.equal(budgets.at(16)?.erm.shown[0], 16);
});

test("what is under way is not asked for again where the hand comes back", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {number[]} */
  const fetched = [];
  /** @type {(() => void)[]} */
  const answers = [];
  const fetch = (/** @type {number} */ epsilon) => new Promise((resolve) => {
    fetched.push(epsilon);
    answers.push(() => resolve(pixels(epsilon)));
  });
  const arrived = mock.fn();
  const budgets = new Budgets(payload({ pixels: pixels(4) }), 4, /** @type {any} */ (fetch), arrived);
  for (const wanted of [16, 8, 16]) {
    budgets.at(wanted);
    context.mock.timers.tick(1000);
  }
  assert.deepEqual(fetched, [16, 8]);
  while (answers.length) {
    answers.shift()?.();
    await new Promise(setImmediate);
  }
  assert.deepEqual(fetched, [16, 8]); // 16's neighbours are 8, under way or here, and 4
  assert.equal(budgets.at(16)?.erm.shown[0], 16);
  assert.ok(arrived.mock.callCount() >= 1);
  budgets.end();
});

test("the end holds what is still to come back from the neighbours", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const fetch = mock.fn(async (/** @type {number} */ epsilon) => pixels(epsilon));
  const budgets = new Budgets(payload({ pixels: pixels(4) }), 4, fetch, () => {});
  budgets.at(0);
  context.mock.timers.tick(1000);
  budgets.end(); // while the first is under way
  await new Promise(setImmediate);
  assert.equal(fetch.mock.callCount(), 1);
});

test("nothing more is fetched after the end, nor where the server has nothing", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const fetch = mock.fn(async () => null);
  const budgets = new Budgets(payload({ pixels: pixels(4) }), 4, fetch, () => assert.fail("arrived"));
  budgets.at(0);
  context.mock.timers.tick(1000);
  await new Promise(setImmediate);
  assert.equal(fetch.mock.callCount(), 1);
  budgets.at(2);
  budgets.end();
  context.mock.timers.tick(1000);
  assert.equal(fetch.mock.callCount(), 1);
});
