// Sentences by key, and figures with their words and colours in place.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { className, classNotes, current, extend, inAll, percent, resolve, resolveFigure, signed, start, t } from "../../mixup_demo/page/web/words.js";

const TEXTS = {
  en: { hello: "Hello {name}, {name}", "class.cat": "cat", title: 'A "title"\nof two lines' },
  ko: { hello: "안녕 {name}", "class.cat": "고양이", title: "제목" },
};
/** @type {Record<string, string>} */
const COLOURS = { "--erm": " #112233 ", "--class-a": "#445566" };
const styles = { getPropertyValue: (/** @type {string} */ name) => COLOURS[name] ?? "" };

beforeEach(() => start(TEXTS, ["en"]));

test("sentences that come later are there in both languages", () => {
  start(structuredClone(TEXTS), ["ko"]);
  assert.equal(t("later"), "later");
  extend({ en: { later: "Later" }, ko: { later: "나중" } });
  assert.equal(t("later"), "나중");
  assert.deepEqual(inAll("later"), { en: "Later", ko: "나중" });
  assert.equal(t("title"), "제목");
});

test("a minus is printed as one, and nothing that rounds to zero has one", () => {
  assert.deepEqual([-2.24, -0.04, 0, 0.04, 2.26].map((value) => signed(value, 1)), ["−2.2", "0.0", "0.0", "0.0", "2.3"]);
  assert.deepEqual([signed(-0.0049, 2), signed(-0.005001, 2), signed(-3, 0), signed(-0.4, 0)], ["0.00", "−0.01", "−3", "0"]);
});

test("a class in a figure is its name, of however many words, translated where there is a word", () => {
  start(TEXTS, ["ko"]);
  assert.equal(resolve("[[class.cat]], [[class.great white shark]], [[title]]"), "고양이, great white shark, 제목");
  assert.deepEqual(classNotes(["cat", "shark"]), []);
  assert.deepEqual(classNotes(["great white shark"]), ["class.english"]);
  start(TEXTS, ["en"]);
  assert.deepEqual(classNotes(["great white shark"]), []);
});

test("the first wanted language that there is", () => {
  start(TEXTS, ["fr", "ko", "en"]);
  assert.equal(current(), "ko");
  start(TEXTS, ["fr"]);
  assert.equal(current(), "en");
});

test("a sentence with its placeholders filled, others left as they are", () => {
  assert.equal(t("hello", { name: 3 }), "Hello 3, 3");
  assert.equal(t("hello"), "Hello {name}, {name}");
  assert.equal(t("no such key"), "no such key");
  assert.equal(t("hello", { name: "$&" }), "Hello $&, $&");
});

test("a sentence in every language", () => {
  assert.deepEqual(inAll("hello", { name: "A" }), { en: "Hello A, A", ko: "안녕 A" });
});

test("a class that no table has keeps its name", () => {
  start(TEXTS, ["ko"]);
  assert.deepEqual(["cat", "great white shark"].map(className), ["고양이", "great white shark"]);
});

test("a share as per cent does not break before its sign", () => {
  assert.equal(percent(0.125), "13\u00a0%");
  assert.equal(percent(0.9876, 1), "98.8\u00a0%");
});

test("keys in a text", () => {
  assert.equal(resolve("[[class.cat]] and [[class.cat]], [no key]"), "cat and cat, [no key]");
});

test("a figure's texts are filled in, all else is as it was", () => {
  const figure = {
    data: [{ name: "[[title]]", x: [0, 0.5, 1], y: [null, 2, 3], text: ["[[class.cat]] var(--erm)", "plain"], line: { color: "var(--erm)" } }],
    layout: { title: { text: "[[title]]" }, shapes: [{ fillcolor: "var(--class-a)" }], showlegend: false, width: null },
  };
  const before = structuredClone(figure);
  const resolved = resolveFigure(figure, styles);
  assert.deepEqual(resolved, {
    data: [{ name: TEXTS.en.title, x: [0, 0.5, 1], y: [null, 2, 3], text: ["cat #112233", "plain"], line: { color: "#112233" } }],
    layout: { title: { text: TEXTS.en.title }, shapes: [{ fillcolor: "#445566" }], showlegend: false, width: null },
  });
  assert.deepEqual(figure, before);
});

test("the same figure again in another language, whatever was done with the first copy", () => {
  const figure = { data: [{ name: "[[class.cat]]", x: [1, 2] }], layout: {} };
  const first = resolveFigure(figure, styles);
  first.data[0].x.push(3);
  first.data[0].name = "dog";
  start(TEXTS, ["ko"]);
  assert.deepEqual(resolveFigure(figure, styles), { data: [{ name: "고양이", x: [1, 2] }], layout: {} });
});
