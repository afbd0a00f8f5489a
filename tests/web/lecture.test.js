// A lecture: what is one and what is refused, words of answers, keys, and the states of frames.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answerOf, hangulOf, wordIn, wordOf } from "../../mixup_demo/page/web/lecture/codeword.js";
import { moved, noted, removed, retitled } from "../../mixup_demo/page/web/lecture/edit.js";
import { framed, stateOf, stepped } from "../../mixup_demo/page/web/lecture/frames.js";
import { commandOf, leaves } from "../../mixup_demo/page/web/lecture/keys.js";
import { partsOf } from "../../mixup_demo/page/web/lecture/panels.js";
import { Lecture } from "../../mixup_demo/page/web/lecture/room.js";
import { LectureError, LIMITS, parse, say, viewOf } from "../../mixup_demo/page/web/lecture/schema.js";
import { packed, unpacked } from "../../mixup_demo/page/web/lecture/source.js";
import { elapsed, SpeakerWindow } from "../../mixup_demo/page/web/lecture/speaker.js";

const number = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({ minimum, maximum, default: minimum });
const controls = /** @type {import("../../mixup_demo/page/web/contract.js").Controls} */ (/** @type {unknown} */ ({
  view: { options: ["mix", "toy"], default: "mix" }, lam: number(0, 1), step: number(1, 60), choices: number(2, 4), lecture: { pattern: ".*" },
}));
const question = { ask: "Which?", answers: ["this", "that"], right: 1 };
const step = { link: "?view=mix&lam=0.5", title: "One" };

/**
 * The refusal of a lecture with one step changed.
 * @param {object} change
 * @param {object} whole
 */
function refusal(change, whole = {}) {
  try {
    parse(JSON.stringify({ title: "T", steps: [{ ...step, ...change }], ...whole }), controls);
  } catch (error) {
    assert.ok(error instanceof LectureError);
    return [error.key.replace("lecture.error.", ""), error.values.where, error.values.value];
  }
  return null;
}

test("a lecture that keeps the rules is taken as it is", () => {
  assert.equal(refusal({ note: { en: "a", ko: "b" }, question: { ...question, because: "so" } }), null);
  assert.equal(refusal({ link: "?view=toy&__theme=dark#toy-gan" }), null);
  assert.equal(refusal({}, { steps: Array.from({ length: 60 }, () => step) }), null);
});

test("what breaks a rule is refused by name, with its value", () => {
  const link = "steps[0].link";
  assert.deepEqual(refusal({ link: "https://example.org/?lam=1" }), ["link", link, "https://example.org/?lam=1"]);
  assert.deepEqual(refusal({ link: "//example.org" }), ["link", link, "//example.org"]);
  assert.deepEqual(refusal({ link: "javascript:alert(1)" }), ["link", link, "javascript:alert(1)"]);
  assert.deepEqual(refusal({ link: "?lam=2" }), ["parameter", link, "lam=2"]);
  assert.deepEqual(refusal({ link: "?other=2" }), ["parameter", link, "other=2"]);
  assert.deepEqual(refusal({ link: "?lecture=1" }), ["parameter", link, "lecture=1"]); // no lecture in a lecture
  assert.deepEqual(refusal({ title: "" }), ["text", "steps[0].title", ""]);
  assert.deepEqual(refusal({ title: { en: 1 } }), ["text", "steps[0].title", '{"en":1}']);
  assert.deepEqual(refusal({ notes: "x" }), ["fields", "steps[0]", "notes"]);
  assert.deepEqual(refusal({ question: { ...question, right: 2 } }), ["right", "steps[0].question.right", "2"]);
  assert.deepEqual(refusal({ question: { ...question, answers: ["one"] } }), ["list", "steps[0].question.answers", 1]);
  assert.deepEqual(refusal({}, { steps: [] }), ["list", "steps", 0]);
  assert.deepEqual(refusal({}, { steps: Array.from({ length: 61 }, () => step) }), ["list", "steps", 61]);
  assert.equal(refusal({ note: "n".repeat(LIMITS.note + 1) })?.[0], "text");
  assert.throws(() => parse("{", controls), { key: "lecture.error.json" });
  assert.throws(() => parse("null", controls), { key: "lecture.error.fields" });
  assert.throws(() => parse(" ".repeat(LIMITS.bytes + 1), controls), { key: "lecture.error.bytes" });
});

test("words are said in the visitor's language, else in one that there is", () => {
  assert.equal(say({ en: "one", ko: "하나" }), "one");
  assert.equal(say({ ko: "하나" }), "하나");
  assert.equal(say(undefined), "");
  assert.equal(viewOf({ link: "?view=toy#toy-gan" }, controls), "toy");
  assert.equal(viewOf({ link: "?lam=1" }, controls), "mix");
});

test("every question and answer has a word, which says it again", () => {
  const all = new Set();
  for (let asked = 1; asked <= 60; asked += 1) {
    for (let answer = 0; answer < 4; answer += 1) {
      const word = wordOf({ step: asked, answer }, 4);
      assert.match(word, /^[bdhjklmnst][aeiou][bdhjklmnst][aeiou]$/);
      assert.deepEqual(answerOf(word, 4), { step: asked, answer });
      all.add(word);
    }
  }
  assert.equal(all.size, 240);
  for (const word of all) {
    for (let i = 0; i < 4; i += 1) { // one letter misheard
      for (const letter of "bdhjklmnstaeiou") {
        const other = word.slice(0, i) + letter + word.slice(i + 1);
        if (other !== word) assert.equal(answerOf(other, 4), null, `${word} ${other}`);
      }
    }
    assert.equal(answerOf(word.slice(2) + word.slice(0, 2), 4), null); // syllables swapped
  }
  assert.throws(() => wordOf({ step: 63, answer: 3 }, 4), RangeError);
});

test("a word is found in what was sent, and is read out in Korean", () => {
  assert.equal(wordIn("https://a.b/?ask=7&word=daja&lang=ko"), "daja");
  assert.equal(wordIn(" DAJA "), "daja");
  assert.equal(hangulOf("daja"), "다자");
  assert.equal(hangulOf("bine"), "비네");
});

test("keys are those of clickers, and letters by their place on a Korean keyboard", () => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  assert.equal(commandOf({ ...plain, key: "PageDown", code: "PageDown" }), "next");
  assert.equal(commandOf({ ...plain, key: "F", code: "KeyF" }), "full");
  assert.equal(commandOf({ ...plain, key: "ㅂ", code: "KeyQ" }), "question");
  assert.equal(commandOf({ ...plain, key: "a", code: "KeyQ" }), "answer"); // a French one
  assert.equal(commandOf({ ...plain, ctrlKey: true, key: "f", code: "KeyF" }), undefined);
  assert.equal(commandOf({ ...plain, key: "x", code: "KeyX" }), undefined);
});

test("an element that types keeps its letters, and one that moves its arrows", () => {
  const node = (/** @type {string[]} */ ...matching) => ({ matches: (/** @type {string} */ selector) => matching.some((each) => selector.includes(each)), closest: () => null });
  assert.ok(leaves(node("textarea"), "full") === false && leaves(node("textarea"), "next") === false);
  assert.ok(leaves(node("body"), "lambda") && !leaves(node(), "lambda"));
  assert.ok(leaves(node(), "next"));
});

test("arrows move λ by a share of it, and by a step where a slider's steps are larger", () => {
  assert.equal(stepped(0.5, 0.05, 0.01), 0.55);
  assert.equal(stepped(0.5, -0.01, 0.05), 0.45);
  const node = (/** @type {string} */ name) => ({ matches: (/** @type {string} */ selector) => selector.split(", ").includes(name), closest: () => null });
  for (const name of ["figure", "[role=button]"]) assert.ok(leaves(node(name), "lambda"), name);
  for (const name of ["input", "select", "[role=radio]"]) assert.ok(!leaves(node(name), "lambda"), name);
});

test("a step's link is larger in its frame, and comes out as it went in", () => {
  const href = framed("?view=mix&lam=0.5#part", "https://a.b/sub/?lecture=1&step=3&__theme=dark", "ko");
  assert.equal(href, "https://a.b/sub/?view=mix&lam=0.5&present=1&lang=ko&__theme=dark#part");
  assert.equal(stateOf(new URL(href)), "?view=mix&lam=0.5#part");
  assert.equal(framed("?view=mix", "https://a.b/", "en", true), "https://a.b/?view=mix&lang=en");
  assert.match(framed("?view=toy&present=0", "https://a.b/", "en"), /present=0&lang=en$/);
  assert.equal(stateOf(new URL("https://a.b/?pair=x%3Ay")), "?pair=x:y");
});

test("a lecture goes into a link and comes out of it", async () => {
  const lecture = { title: "Über mixup 강의", steps: [step] };
  const text = await packed(lecture);
  assert.match(text, /^~[A-Za-z0-9_-]+$/);
  assert.deepEqual(JSON.parse(await unpacked(text)), lecture);
  await assert.rejects(unpacked(`${text.slice(0, 20)}`), { key: "lecture.error.linked" });
  const bomb = await packed({ title: "a".repeat(LIMITS.bytes * 4), steps: [] });
  assert.ok(bomb.length < 6000);
  await assert.rejects(unpacked(bomb), { key: "lecture.error.bytes" });
});

test("an edited lecture is a new one, in the language that is shown", () => {
  const [a, b, c] = ["a", "b", "c"].map((title) => ({ link: "?view=mix", title: { en: title, ko: "가" }, note: "n" }));
  const lecture = { title: "All", steps: [a, b, c] };
  const whole = JSON.stringify(lecture);
  const titles = (/** @type {typeof lecture} */ { steps }) => steps.map(({ title }) => title.en).join("");
  assert.equal(titles(/** @type {typeof lecture} */ (moved(lecture, 0, 2))), "bca");
  assert.equal(titles(/** @type {typeof lecture} */ (moved(lecture, 2, 1))), "acb");
  assert.equal(titles(/** @type {typeof lecture} */ (removed(lecture, 1))), "ac");
  assert.deepEqual(retitled(lecture, 1, "나", "ko").steps[1].title, { en: "b", ko: "나" });
  assert.equal(retitled(lecture, null, "Mine", "ko").title, "Mine");
  assert.equal(noted(lecture, 2, "other", "en").steps[2].note, "other");
  assert.equal("note" in noted(lecture, 2, " ", "en").steps[2], false);
  assert.equal(JSON.stringify(lecture), whole);
});

test("the speaker's clock counts minutes", () => {
  assert.equal(elapsed(0), "0:00");
  assert.equal(elapsed(65_900), "1:05");
  assert.equal(elapsed(3_600_000), "60:00");
});

test("notes are of one lecture's window, and of another one when it is gone", () => {
  const notes = Object.assign(Object.create(SpeakerWindow.prototype), { told: undefined, left: false, say() {} });
  const told = (/** @type {string} */ id, /** @type {number} */ step) => ({ kind: "state", id, step });
  for (const data of [told("one", 1), told("other", 7), { kind: "left", id: "other" }, told("other", 8)]) notes.hear(data);
  assert.equal(notes.told.step, 1);
  for (const data of [{ kind: "left", id: "one" }, told("again", 2), told("other", 9)]) notes.hear(data);
  assert.deepEqual([notes.told.id, notes.told.step], ["again", 2]);
});

test("a question's card stays where it stood while titles change, and is left where it moves", () => {
  const steps = [{ ...step, question }, { ...step, title: "Two" }];
  const card = { left: 0, leave() { this.left += 1; } };
  const lecture = Object.assign(Object.create(Lecture.prototype), {
    content: { title: "T", steps }, index: 0, wanted: "own", cards: new Map([[steps[0], card]]), say() {}, settling: { settle() {} },
  });
  for (const title of ["O", "On", "Onc", "Once"]) lecture.replace(retitled(lecture.content, 0, title, "en"), 0);
  assert.equal(card.left, 0);
  assert.deepEqual([...lecture.cards], [[lecture.step, card]]);
  lecture.replace(moved(lecture.content, 0, 1), 1);
  assert.deepEqual([card.left, lecture.cards.size], [1, 0]);
});

test("a panel is one of the view's own, whatever a link calls it", () => {
  const place = /** @type {ParentNode} */ (/** @type {unknown} */ ({ querySelectorAll: () => [] }));
  for (const panel of ["constructor", "toString", "__proto__", "nothing"]) assert.deepEqual(partsOf("mix", panel, place, ""), [], panel);
});

test("the bundled lecture says everything in both languages", () => {
  const lecture = JSON.parse(readFileSync(new URL("../../assets/lecture.json", import.meta.url), "utf8"));
  /** @type {(value: any) => any[]} */
  const words = (value) => Object.values(value).flatMap((each) => (each?.en ? [each] : typeof each === "object" ? words(each) : []));
  const found = words(lecture);
  assert.ok(found.length > 50);
  for (const each of found) assert.deepEqual(Object.keys(each), ["en", "ko"]);
});
