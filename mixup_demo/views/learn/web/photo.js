// A bundled photo, decoded once: printing waits for nothing that is not there already.

import { loadImage, photoAddress } from "../../../page/web/photos.js";

/** @import { Shell } from "../../../page/web/shell.js" */
/** @import { Lesson } from "./types.js" */

export const NEIGHBOURS = 6; // photos whose vicinities are shown, each the first or the second of a bundled pair

/** @type {Map<string, Promise<HTMLImageElement>>} by key */
const kept = new Map();

/**
 * @param {Shell} shell
 * @param {string} key
 * @returns {Promise<HTMLImageElement>}
 */
export function photo(shell, key) {
  const known = kept.get(key);
  if (known) return known;
  const image = loadImage(photoAddress(shell, key));
  kept.set(key, image);
  image.catch(() => kept.delete(key)); // so that it is asked for again
  return image;
}

/**
 * The photos that the live figures show, by key.
 * @param {Lesson} lesson
 * @param {string[][]} pairs bundled ones
 */
export function photosOf({ path }, pairs) {
  const [[first], ...others] = pairs.slice(0, NEIGHBOURS);
  return new Set([first, ...others[0], ...others.map(([, b]) => b), ...(path?.photos ?? [])]);
}
