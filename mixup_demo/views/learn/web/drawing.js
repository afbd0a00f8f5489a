// Parts of the live figures: elements of SVG, rows of choices, sliders, and chance.

import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

const SVG = "http://www.w3.org/2000/svg";
const LAMBDA = "learn.mix.lambda"; // title of all sliders of λ
const REST_MS = 900; // a screen reader says the slider's value while it moves
let names = 0; // of radio groups and sliders, each its own

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {{ [name: string]: string | number }} attributes
 * @param {Node[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, children = []) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * One of several, as joined buttons.
 * @param {string} title text key
 * @param {{ value: string, text: string }[]} options
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
export function choices(title, options, chosen, choose) {
  const name = `learn-choice-${names += 1}`;
  const labels = options.map(({ value, text }) => {
    const input = element("input", { type: "radio", name, value, checked: value === chosen });
    input.addEventListener("change", () => choose(value));
    return element("label", {}, [input, element("span", { textContent: text })]);
  });
  const legend = element("legend", { className: "hidden", textContent: t(title) });
  return element("fieldset", { className: "segmented" }, [legend, ...labels]);
}

/**
 * A slider with its name and value.
 * @param {string} title text key
 * @param {{ min: number, max: number, step: number, value: number }} range
 * @param {(value: number) => void} change
 */
export function slider(title, range, change) {
  const id = `learn-slider-${names += 1}`;
  const input = element("input", { type: "range", id });
  if (title === LAMBDA) input.dataset.lambda = ""; // a lecture's arrows move it
  const texts = Object.entries(range).map(([name, value]) => [name, String(value)]);
  Object.assign(input, Object.fromEntries(texts)); // min and max before the value
  const output = element("output", { textContent: input.value });
  output.setAttribute("for", id);
  output.setAttribute("aria-live", "off"); // the slider says its value itself
  let frame = 0;
  input.addEventListener("input", () => {
    output.textContent = input.value;
    cancelAnimationFrame(frame); // what is drawn follows once a frame
    frame = requestAnimationFrame(() => change(input.valueAsNumber));
  });
  const node = element("div", { className: "slider-row" }, [
    element("label", { htmlFor: id, textContent: t(title) }), input, output,
  ]);
  const set = (/** @type {number} */ value) => {
    input.valueAsNumber = value;
    output.textContent = input.value;
  };
  return { node, input, set };
}

/**
 * A sentence that changes with a slider: seen at once, and said when that has come to rest.
 * @param {HTMLElement} shown
 */
export function spoken(shown) {
  const live = element("span", { className: "hidden", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  const say = (/** @type {string} */ text) => {
    const first = shown.textContent === "";
    if (text === shown.textContent) return;
    shown.textContent = text;
    clearTimeout(resting);
    if (!first) resting = setTimeout(() => { live.textContent = text; }, REST_MS);
  };
  return { nodes: [shown, live], say };
}

/**
 * @param {string} key of its text
 * @param {() => void} press
 */
export function pressing(key, press) {
  const button = element("button", { type: "button", textContent: t(key) });
  button.addEventListener("click", press);
  return button;
}

/**
 * Numbers from 0 to 1 that a seed decides (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A number of the standard normal distribution (Box and Muller).
 * @param {() => number} random
 */
export function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A number of Beta(α, α): X / (X + Y) of two gamma numbers (Marsaglia and Tsang 2000).
 * @param {number} alpha
 * @param {() => number} random
 */
export function beta(alpha, random) {
  const [x, y] = [gamma(alpha, random), gamma(alpha, random)];
  return x + y > 0 ? x / (x + y) : Number(random() < 0.5); // both too small to be told from zero
}

/**
 * @param {number} shape
 * @param {() => number} random
 * @returns {number}
 */
function gamma(shape, random) {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
