// A plane of images as numbers: the server's answer decoded, and what is drawn of it.

import { bytes, shorts } from "../../../page/web/bytes.js";

/** @import { Answers, Box, Frame, PackedAnswers, Place, Plane, PlanePayload } from "./types.js" */

export const CORNERS = ["a", "b", "c"]; // names of the images that span a plane

const BYTE = 255; // stands for a probability of 1
const ROUND_STEPS = [1, 2, 5, 10];
const MARK = { share: 0.1, least: 22, most: 44 }; // px, thumbnails at the images, of a map's shorter side

/**
 * What a model answers on the plane, its arrays decoded.
 * @param {PackedAnswers} packed
 * @returns {Answers}
 */
export function decode({ classes, confidence, margin, lines, ...rest }) {
  return {
    ...rest, classes: shorts(classes), confidence: bytes(confidence), margin: bytes(margin),
    lines: shorts(lines),
  };
}

/**
 * The server's answer with each model's answers decoded.
 * @param {PlanePayload} payload
 * @returns {Plane}
 */
export function decodePlane({ models, answers, ...rest }) {
  return { ...rest, models: models.map((model) => ({ ...model, ...decode(answers[model.key]) })) };
}

/**
 * The probability that a byte stands for, 0 to 1.
 * @param {number} byte
 */
export const share = (byte) => byte / BYTE;

/**
 * A frame's width over its height.
 * @param {Frame} frame
 */
export const aspect = ({ left, right, bottom, top }) => (right - left) / (top - bottom);

/**
 * The weights of the images at a place.
 * @param {number[][]} matrix from (x, y, 1) to weights, a row an image
 * @param {Place} place
 */
export function weightsAt(matrix, { x, y }) {
  return matrix.map(([wx, wy, w]) => wx * x + wy * y + w);
}

/**
 * The least of 1, 2, 5, 10, 20, ... that is no less than `least`.
 * @param {number} least
 */
export function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (ROUND_STEPS.find((factor) => factor * power >= least) ?? 10);
}

/**
 * Multiples of a step from `low` to before `high`.
 * @param {number} low
 * @param {number} high
 * @param {number} step
 */
export function ticks(low, high, step) {
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.ceil(high / step) - first);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/**
 * Longer side of the thumbnails on a map of so many pixels.
 * @param {number} width
 * @param {number} height
 */
export const markSize = (width, height) => Math.min(MARK.most, Math.max(MARK.least, Math.round(MARK.share * Math.min(width, height))));

/**
 * Whether two boxes have a place in common.
 * @param {Box} one
 * @param {Box} other
 */
export const overlap = (one, other) => Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < one.up + other.up;

/**
 * The first box that lies within the map's height and on nothing that is written.
 * @param {Box[]} boxes
 * @param {Box[]} written
 * @param {number} height of the map
 */
export const firstFree = (boxes, written, height) =>
  boxes.find((box) => box.y > box.up && box.y < height - box.up && !written.some((other) => overlap(other, box)));

/**
 * The colours of a map's cells as RGBA bytes, the top row first: hue is the class, strength the
 * confidence.
 * @param {Answers} answers
 * @param {number} resolution cells a side
 * @param {{ faint: number, fading: number }} paint strength at no confidence, and the exponent with which it grows
 * @param {{ ground: number[], colour: (index: number) => number[], shown: (cell: number) => boolean }} look
 */
export function cellColours({ classes, confidence }, resolution, { faint, fading }, { ground, colour, shown }) {
  const pixels = new Uint8ClampedArray(4 * resolution * resolution).fill(255);
  for (let from = 0; from < resolution * resolution; from++) {
    const row = Math.floor(from / resolution);
    const to = 4 * ((resolution - 1 - row) * resolution + (from % resolution)); // y points up
    const strength = shown(from) ? faint + (1 - faint) * share(confidence[from]) ** fading : faint / 2;
    const hue = colour(classes[from]);
    for (let k = 0; k < 3; k++) pixels[to + k] = ground[k] + strength * (hue[k] - ground[k]);
  }
  return pixels;
}
