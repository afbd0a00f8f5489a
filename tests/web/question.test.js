// A question's card and its live poll: one poll, one look after the other, and each refusal said once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PollRefusal } from "../../mixup_demo/page/web/lecture/poll.js";
import { QuestionCard } from "../../mixup_demo/page/web/lecture/question.js";

const refusal = { en: "There is no such poll.", ko: "" };

/**
 * A card without a page, whose poll answers by hand.
 * @param {(poll: string) => number[]} counts
 */
function bench(counts) {
  const said = /** @type {string[]} */ ([]);
  const opened = /** @type {(() => void)[]} */ ([]);
  const card = /** @type {QuestionCard} */ (Object.assign(Object.create(QuestionCard.prototype), {
    turn: 0, refused: "", polled: [], node: { remove() {} }, code: { replaceChildren() {} }, show() {}, draw() {},
    shell: { config: { poll: true }, toast: (/** @type {string} */ text) => said.push(text) },
  }));
  card.openPoll = () => new Promise((resolve) => {
    opened.push(() => { card.poll = { name: `poll-${opened.length}`, key: "k" }; resolve(); });
  });
  card.look = async () => counts(String(card.poll?.name));
  return { card, said, opened };
}

test("a card that is left and shown again before its poll is open has one poll, and looks once", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let looks = 0;
  const { card, opened } = bench(() => [(looks += 1), 0]);
  const first = card.open();
  card.leave();
  const second = card.open();
  assert.equal(opened.length, 1);
  opened[0]();
  await Promise.all([first, second]);
  const before = looks;
  context.mock.timers.tick(1600);
  await new Promise(setImmediate);
  assert.equal(looks - before, 1);
});

test("a poll that is gone is said once, looked at no more, and replaced when the card is shown again", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { card, said, opened } = bench((poll) => {
    if (poll === "poll-1") throw new PollRefusal(refusal, true);
    return [0, 0];
  });
  const first = card.open();
  opened[0]();
  await first;
  context.mock.timers.tick(60_000);
  assert.deepEqual(said, [refusal.en]);
  assert.equal(opened.length, 1);
  const again = card.open();
  opened[1]();
  await again;
  assert.deepEqual(card.polled, [0, 0]);
});

test("what looks are refused with is said once, until there is an answer", async () => {
  let busy = true;
  const { card, said, opened } = bench(() => {
    if (busy) throw new PollRefusal(refusal);
    return [1, 0];
  });
  const first = card.open();
  opened[0]();
  await first;
  for (busy of [true, true, false, true]) await card.open();
  card.leave();
  assert.deepEqual(said, [refusal.en, refusal.en]);
});
