// The Learn view's parts without a page: sentences, answers, chance, and what its figures compute.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Answers } from "../../mixup_demo/views/learn/web/answers.js";
import { tableOf } from "../../mixup_demo/views/learn/web/chartfigure.js";
import { beta, chance } from "../../mixup_demo/views/learn/web/drawing.js";
import { error, fit, NOISE, sample, trueError, truth } from "../../mixup_demo/views/learn/web/fit.js";
import { pieces } from "../../mixup_demo/views/learn/web/prose.js";
import { lowTone, mixed, play, shareBelow, spectra, spectrogram, whistle } from "../../mixup_demo/views/learn/web/sound.js";
import { neighbours } from "../../mixup_demo/views/learn/web/vicinityfigure.js";

/** @import { Figure } from "../../mixup_demo/page/web/contract.js" */

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a sentence comes apart into words, stress, code and terms, and nothing is lost", () => {
  assert.deepEqual(pieces("A *b* `c` [erm|d e]."), [
    { kind: "text", text: "A " }, { kind: "em", text: "b" }, { kind: "text", text: " " }, { kind: "code", text: "c" },
    { kind: "text", text: " " }, { kind: "term", text: "d e", term: "erm" }, { kind: "text", text: "." },
  ]);
  assert.deepEqual(pieces("plain"), [{ kind: "text", text: "plain" }]);
});

test("answers are kept, and what cannot be read is left", () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const store = { getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => { kept.set(key, value); } };
  const first = new Answers(store);
  first.note("erm", 1);
  first.note("memory", -1);
  const again = new Answers(store);
  assert.deepEqual([again.answered("erm"), again.answered("memory"), again.seen("memory"), again.seen("labels")], [true, false, true, false]);
  again.forget();
  assert.equal(new Answers(store).seen("erm"), false);
  for (const broken of ["{", "null", '{"erm":"x"}']) {
    assert.deepEqual(new Answers({ ...store, getItem: () => broken }).answers, {}, broken);
  }
  const refusing = { getItem: () => null, setItem: () => { throw new Error("full"); } };
  const unkept = new Answers(refusing);
  unkept.note("erm", 0);
  assert.equal(unkept.answered("erm"), true);
});

test("λ of Beta(α, α) has the mean and the variance of that distribution", () => {
  for (const alpha of [0.2, 1, 8]) {
    const random = chance(7);
    const drawn = Array.from({ length: 20000 }, () => beta(alpha, random));
    assert.ok(drawn.every((lam) => lam >= 0 && lam <= 1));
    const centre = mean(drawn);
    const variance = mean(drawn.map((lam) => (lam - centre) ** 2));
    assert.ok(Math.abs(centre - 0.5) < 0.02, `${alpha}: mean ${centre}`);
    assert.ok(Math.abs(variance * (4 * (2 * alpha + 1)) - 1) < 0.06, `${alpha}: variance ${variance}`);
  }
});

test("a curve that can be exact is exact, and no curve of its size is nearer", () => {
  const points = Array.from({ length: 30 }, (_, k) => ({ x: (k + 0.5) / 30, y: 2 - Math.cos((3 * Math.PI * (k + 0.5)) / 30) }));
  const curve = fit(points, 4);
  assert.ok(error(curve, points) < 1e-20);
  const noisy = sample(40, 1);
  const best = fit(noisy, 5);
  for (const by of [-0.01, 0.01]) assert.ok(error((x) => best(x) + by, noisy) > error(best, noisy));
  assert.ok(Math.abs(trueError(truth, 3) - NOISE ** 2) < 0.02);
});

test("the gap closes for a fixed size and stays where the size grows: chapter 1’s answer", () => {
  const gap = (/** @type {number} */ count, /** @type {number} */ parameters) => mean(Array.from({ length: 40 }, (_, seed) => {
    const points = sample(count, seed);
    const curve = fit(points, parameters);
    return trueError(curve, seed) - error(curve, points);
  }));
  const [few, many] = [gap(12, 6), gap(120, 6)];
  assert.ok(many < few / 5, `fixed: ${few} to ${many}`);
  const [small, large] = [gap(24, 12), gap(120, 60)];
  assert.ok(large > small / 2, `growing: ${small} to ${large}`);
});

test("noise keeps labels, mixup mixes inputs and labels alike, ERM has no neighbours", () => {
  assert.deepEqual(neighbours("point", chance(1)), []);
  const noisy = neighbours("noise", chance(1));
  assert.ok(noisy.length >= 20);
  assert.ok(noisy.every(({ share }) => share === 0 || share === 1));
  /** @type {(lam: number) => ReturnType<typeof neighbours>} the other one is always the eleventh of 14 */
  const mixed = (lam) => {
    let drawn = 0;
    return neighbours("mixup", () => (drawn++ % 2 ? lam : 10.5 / 14));
  };
  const [own, other, between] = [1, 0, 0.25].map(mixed);
  assert.equal(between.length, noisy.length);
  assert.deepEqual(new Set(own.map(({ share }) => share)), new Set([0, 1]));
  assert.deepEqual(new Set(other.map(({ share }) => share)), new Set([0]));
  between.forEach((spot, k) => {
    for (const name of /** @type {const} */ (["x", "y", "share"])) {
      assert.ok(Math.abs(spot[name] - (0.25 * own[k][name] + 0.75 * other[k][name])) < 1e-12);
    }
  });
});

test("sounds mix sample by sample, and their pitches stay where they are", () => {
  const [low, high] = [lowTone(), whistle()];
  const half = mixed(low, high, 0.25);
  for (const k of [0, 1234, 9000]) assert.ok(Math.abs(half[k] - (0.25 * low[k] + 0.75 * high[k])) < 1e-6);
  const found = [low, high].map(spectra);
  assert.ok(shareBelow(spectrogram(found[0], found[1], 1), 0.8) > 0.99);
  assert.ok(shareBelow(spectrogram(found[0], found[1], 0), 0.8) < 0.01);
  const { frequency, energy } = spectrogram(found[0], found[1], 1);
  const sums = energy.map((row) => row.reduce((sum, value) => sum + value, 0));
  assert.ok(Math.abs(frequency[sums.indexOf(Math.max(...sums))] - 0.196) < 0.032); // within a bin
});

test("the spectra of two sounds mix as the sounds do", () => {
  const [low, high] = [lowTone(), whistle()];
  const whole = spectra(mixed(low, high, 0.3));
  const expected = spectrogram(whole, whole, 1).energy;
  const { time, energy } = spectrogram(spectra(low), spectra(high), 0.3);
  assert.deepEqual([energy.length, energy[0].length], [expected.length, time.length]);
  const loudest = Math.max(...expected.flat());
  assert.ok(energy.every((row, bin) => row.every((value, k) => Math.abs(value - expected[bin][k]) < 1e-6 * loudest)));
});

test("all sounds are played by one context, however often figures are made anew", () => {
  const made = /** @type {object[]} */ ([]);
  const source = { buffer: null, connect() {}, start() {} };
  class Context {
    constructor() { made.push(this); }
    resume() {}
    createBuffer() { return { copyToChannel() {} }; }
    createBufferSource() { return source; }
  }
  globalThis.AudioContext = /** @type {typeof AudioContext} */ (/** @type {unknown} */ (Context));
  for (let k = 0; k < 3; k++) play(lowTone());
  assert.equal(made.length, 1);
});

test("a chart's table has a row for each point, and dots the name of their row", () => {
  const lines = { data: [{ name: "one", x: [1, 2], y: [0.123456, 3] }, { hoverinfo: "skip", x: [9], y: [9] }], layout: {} };
  assert.deepEqual(tableOf(lines).rows, [["one", "1", "0.1235"], ["one", "2", "3"]]);
  const dots = {
    data: [{ name: "one", x: [0.25], y: [1] }],
    layout: { yaxis: { visible: false }, annotations: [{ y: 0, text: "first" }, { y: 1, text: "second" }] },
  };
  assert.deepEqual(tableOf(/** @type {Figure} */ (dots)).rows, [["one", "second", "0.25"]]);
});
