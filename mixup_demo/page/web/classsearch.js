// The classes that a text may mean, of lists that are too long to read through: no page, no server.

import { className } from "./words.js";

export const FOUND = 10; // classes that are offered at once

/**
 * A class that a text may mean.
 * @typedef {object} Found
 * @property {string} name as the models call it
 * @property {string | null} by what else it goes by, where that is what the text is in
 */

/** @param {string} text */
const plain = (text) => text.trim().toLowerCase().replace(/[’']/g, "").replace(/[\s\-_,]+/g, " ");

/**
 * How well a text fits a name: the less, the better; Infinity where it is not in it.
 * @param {string} wanted
 * @param {string} name both plain
 */
function distance(wanted, name) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (` ${name}`.includes(` ${wanted}`)) return 2; // a word of it begins so
  return name.includes(wanted) ? 4 : Infinity;
}

/**
 * The best fits, the best first; how many there are in all.
 * @param {string} text
 * @param {string[]} classes
 * @param {string[][]} synonyms of each class; empty where there are none
 * @returns {{ found: Found[], count: number }}
 */
export function search(text, classes, synonyms) {
  const wanted = plain(text);
  const fits = classes.flatMap((name, index) => {
    const own = Math.min(...[name, className(name)].map((each) => distance(wanted, plain(each))));
    const others = (synonyms[index] ?? []).map((by) => ({ name, by, fit: distance(wanted, plain(by)) + 0.5 }));
    const best = others.reduce((least, each) => (each.fit < least.fit ? each : least), { name, by: /** @type {string | null} */ (null), fit: own });
    return best.fit < Infinity ? [best] : [];
  });
  fits.sort((one, other) => one.fit - other.fit || one.name.length - other.name.length);
  return { found: fits.slice(0, FOUND).map(({ name, by }) => ({ name, by })), count: fits.length };
}

/**
 * The class that a text names whole: in the visitor's language, as the models call it, or by what
 * else it goes by.
 * @param {string} text
 * @param {string[]} classes
 * @param {string[][]} [synonyms]
 */
export function classOf(text, classes, synonyms = []) {
  const wanted = plain(text);
  const named = classes.find((name) => [name, className(name)].some((each) => plain(each) === wanted));
  return named ?? classes.find((_, index) => synonyms[index]?.some((each) => plain(each) === wanted));
}
