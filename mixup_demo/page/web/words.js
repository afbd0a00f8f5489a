// Words: every sentence by key, in the visitor's language, which can change at any moment.

import { recall, remember } from "./store.js";

/** @import { Figure, Sentences } from "./contract.js" */

/** @typedef {Record<string, unknown>} Values of a sentence's {placeholders} */

export const LANGUAGE_KEY = "mixup-explorer-language"; // in what the device keeps
const FALLBACK = "en";
/** @type {Record<string, Record<string, string>>} */
let tables = {};
let language = FALLBACK;

/**
 * @param {Record<string, Record<string, string>>} texts sentences by language and key
 * @param {string[]} wanted languages, the most wanted first
 */
export function start(texts, wanted) {
  tables = texts;
  language = wanted.find((code) => code in tables) ?? FALLBACK;
}

/**
 * More sentences, of a view that brings its own.
 * @param {Record<string, Record<string, string>>} texts by language and key
 */
export function extend(texts) {
  for (const [code, table] of Object.entries(texts)) tables[code] = { ...tables[code], ...table };
}

/**
 * What the visitor wants to read: by the link, by an earlier choice, by the browser.
 * @param {string | undefined} linked
 */
export function wantedLanguages(linked) {
  const own = navigator.languages.map((code) => code.slice(0, 2));
  return [linked, recall(LANGUAGE_KEY), ...own].filter((code) => typeof code === "string");
}

export const current = () => language;

/** @param {string} code */
export function choose(code) {
  language = code;
  remember(LANGUAGE_KEY, code);
}

/**
 * The sentence of a key, its {placeholders} filled.
 * @param {string} key
 * @param {Values} values
 * @returns {string}
 */
export function t(key, values = {}, code = language) {
  const sentence = tables[code]?.[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * The sentence in every language, for messages that stay when the language changes.
 * @param {string} key
 * @param {Values} [values]
 * @returns {Sentences}
 */
export const inAll = (key, values) =>
  Object.fromEntries(Object.keys(tables).map((code) => [code, t(key, values, code)]));

/**
 * A class's name; names of models that no table has stay as they are.
 * @param {string} name
 */
export const className = (name) => tables[language]?.[`class.${name}`] ?? name;

/**
 * What there is to say of the names of classes: nothing, or that they are in English alone.
 * @param {string[]} classes
 */
export function classNotes(classes) {
  const known = language === FALLBACK || classes.some((name) => `class.${name}` in (tables[language] ?? {}));
  return known ? [] : [t("class.english")];
}

/**
 * A share as per cent, in whole ones unless told.
 * @param {number} share
 */
export const percent = (share, digits = 0) => `${(100 * share).toFixed(digits)}\u00a0%`;

/**
 * A number to so many decimals, with a minus sign as it is printed; what rounds to zero has none.
 * @param {number} value
 * @param {number} digits
 */
export function signed(value, digits) {
  const text = value.toFixed(digits);
  return text.replace("-", Number(text) ? "−" : "");
}

/**
 * The two parts of a whole in whole per cents: rounded once, so that they add up as they are written.
 * @param {number} share of the first part
 * @returns {[number, number]}
 */
export function shares(share) {
  const first = Number(share.toFixed(2));
  return [first, 1 - first];
}

/**
 * A sentence whose small formulas, intervals and units stay in one line.
 * @param {string} sentence
 */
export const unbroken = (sentence) => sentence.replace(/ ([=−~]) /g, "\u00a0$1\u00a0").replace(/ %/g, "\u00a0%");

/**
 * Put words into everything below root that asks for them by an attribute.
 * @param {ParentNode} root
 */
export function fill(root) {
  document.documentElement.lang = language;
  const nodes = (/** @type {string} */ selector) => /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector));
  for (const node of nodes("[data-text]")) node.textContent = t(node.dataset.text ?? "");
  for (const node of nodes("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label ?? ""));
  nameHelp(root);
}

/**
 * What a hint explains: for "KEY.help" the first of these that there is.
 * @param {string} hint
 */
export function termOf(hint) {
  const stem = hint.replace(/\.help$/, "");
  const keys = [`${stem}.term`, stem, `${stem}.title`, `${stem}.label`];
  return t(keys.find((key) => tables[language]?.[key] !== undefined) ?? hint);
}

/**
 * The name of a button that explains something.
 * @param {string} hint
 * @param {string} [of] what tells it from others that explain the same
 */
export function helpName(hint, of) {
  const term = termOf(hint);
  return of ? t("help.label.of", { term, of }) : t("help.label", { term });
}

let headings = 0; // that are named by their words

/**
 * Say of every button below root that explains something what it explains; a heading that it stands
 * in goes by its words alone.
 * @param {ParentNode} root
 */
export function nameHelp(root) {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("button.help"))) {
    node.setAttribute("aria-label", helpName(node.dataset.hint ?? "", node.dataset.of));
    if (node.parentElement?.matches("h2, h3, h4")) nameHeading(node.parentElement);
  }
}

/** @param {Element} heading that goes by its words which everybody is shown, without the button */
function nameHeading(heading) {
  const words = [...heading.children].filter((part) => !part.matches("button, .advanced"));
  for (const part of words) part.id ||= `heading-${(headings += 1)}`;
  heading.setAttribute("aria-labelledby", words.map(({ id }) => id).join(" "));
}

const CLASS = "class.";

/**
 * Fill the [[keys]] of a text; a class's is its name, which may be of several words and in no table.
 * @param {string} text
 */
export const resolve = (text) => text
  .replace(/\[\[([^[\]]+)\]\]/g, (_, key) => (key.startsWith(CLASS) ? className(key.slice(CLASS.length)) : t(key)));

/**
 * What to do with a part of a figure: take it as it is, fill a text in, copy an array of such that
 * are taken as they are, or copy an object part by part.
 * @typedef {"keep" | "fill" | "slice" | [string, Plan][]} Plan
 */

/** @type {WeakMap<object, Plan>} plans of the figures that were drawn */
const plans = new WeakMap();

/**
 * @param {unknown} value
 * @returns {Plan}
 */
function planOf(value) {
  if (typeof value === "string") return value.includes("[[") || value.includes("var(--") ? "fill" : "keep";
  if (typeof value !== "object" || value === null) return "keep";
  if (Array.isArray(value) && value.every((part) => planOf(part) === "keep")) return "slice";
  return Object.entries(value).map(([key, part]) => [key, planOf(part)]);
}

/**
 * A copy of a value with its texts filled in; the drawing library may write into it.
 * @param {unknown} value
 * @param {Plan} plan
 * @param {(text: string) => string} filled
 * @returns {unknown}
 */
function copy(value, plan, filled) {
  if (plan === "keep") return value;
  if (plan === "fill") return filled(/** @type {string} */ (value));
  if (plan === "slice") return /** @type {unknown[]} */ (value).slice();
  const from = /** @type {Record<string, unknown>} */ (value);
  const parts = plan.map(([key, part]) => /** @type {const} */ ([key, copy(from[key], part, filled)]));
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/**
 * A copy of a figure, or of traces, with [[keys]] and var(--colours) of its texts filled in.
 * Where its texts are is looked for once; it must not change after that.
 * @template {object} [T=Figure]
 * @param {T} figure
 * @param {Pick<CSSStyleDeclaration, "getPropertyValue">} styles
 * @returns {T}
 */
export function resolveFigure(figure, styles) {
  const plan = plans.get(figure) ?? planOf(figure);
  plans.set(figure, plan);
  const filled = (/** @type {string} */ text) => resolve(text)
    .replace(/var\((--[\w-]+)\)/g, (_, name) => styles.getPropertyValue(name).trim());
  return /** @type {T} */ (copy(figure, plan, filled));
}
