// Pictures as words of a link: photos by their keys, noise by its seed, ends of a line by weights.

/** @import { Config, NumberControl, Source } from "./contract.js" */

const DIGITS = 1e4; // to which weights are rounded, so that a link has them exactly

/** @param {number} value */
const rounded = (value) => Math.round(value * DIGITS) / DIGITS || 0;

/**
 * The weights of three pictures, of the last two; the first one has the rest.
 * @param {number[]} weights
 */
export const whole = ([, b, c]) => [rounded(1 - rounded(b) - rounded(c)), rounded(b), rounded(c)];

/**
 * What a link says of an end of a line, B's and C's weights; undefined where it is nothing such.
 * @param {string | number | undefined} text
 * @param {number} most how far the server lets a weight lie from zero
 */
export function weightsOf(text, most) {
  const found = /^(-?\d+(?:\.\d+)?)_(-?\d+(?:\.\d+)?)$/.exec(String(text));
  const weights = found ? whole([0, Number(found[1]), Number(found[2])]) : [];
  return weights.length && weights.every((each) => Math.abs(each) <= most) ? weights : undefined;
}

/**
 * The picture that a word of a link stands for: a photo's key, or noise with its seed.
 * @param {string | number | undefined} word
 * @param {Pick<Config, "photos" | "controls">} config
 * @returns {Source | undefined}
 */
export function sourceOf(word, { photos, controls }) {
  const text = String(word);
  if (Object.hasOwn(photos, text)) return { photo: text };
  const { maximum } = /** @type {NumberControl} */ (controls.seed);
  const seed = Number(/^noise-(\d{1,10})$/.exec(text)?.[1] ?? NaN);
  return seed <= maximum ? { noise: seed } : undefined;
}

/** @param {Source} source of which the word in a link is wanted; undefined for an upload */
export const wordOf = ({ photo, noise }) => photo ?? (noise === undefined ? undefined : `noise-${noise}`);
