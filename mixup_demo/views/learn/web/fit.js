// A curve fitted by least squares to noisy points: what chapter 1 computes.

import { chance, normal } from "./drawing.js";

export const NOISE = 0.3; // standard deviation
const FRESH = 400; // new points, on which the true error is measured

/** @typedef {{ x: number, y: number }} Point */

/**
 * The curve behind the points.
 * @param {number} x from 0 to 1
 */
export const truth = (x) => 0.8 * Math.sin(2 * Math.PI * x) + 0.25 * Math.cos(5 * Math.PI * x);

/**
 * Noisy points, one in each of equal parts of the way from 0 to 1.
 * @param {number} count
 * @param {number} seed
 * @returns {Point[]}
 */
export function sample(count, seed) {
  const random = chance(seed);
  return Array.from({ length: count }, (_, k) => {
    const x = (k + random()) / count;
    return { x, y: truth(x) + NOISE * normal(random) };
  });
}

/**
 * Cosines of rising frequency.
 * @param {number} x
 * @param {number} parameters how many
 */
const features = (x, parameters) => Array.from({ length: parameters }, (_, k) => Math.cos(k * Math.PI * x));

/**
 * @param {number[]} a
 * @param {number[]} b
 */
const dot = (a, b) => a.reduce((sum, value, k) => sum + value * b[k], 0);

/**
 * The curve of so many parameters that is nearest to the points (Gram and Schmidt, then back).
 * @param {Point[]} points no fewer than parameters
 * @param {number} parameters
 * @returns {(x: number) => number}
 */
export function fit(points, parameters) {
  const rows = points.map(({ x }) => features(x, parameters));
  const targets = points.map(({ y }) => y);
  /** @type {number[][]} */
  const orthogonal = [];
  /** @type {number[][]} */
  const triangle = [];
  for (let k = 0; k < parameters; k += 1) {
    const column = rows.map((row) => row[k]);
    const weights = orthogonal.map((unit) => {
      const weight = dot(unit, column);
      unit.forEach((value, i) => { column[i] -= weight * value; });
      return weight;
    });
    const length = Math.sqrt(dot(column, column));
    triangle.push([...weights, length]);
    orthogonal.push(column.map((value) => value / length));
  }
  const coefficients = new Array(parameters).fill(0);
  for (let k = parameters - 1; k >= 0; k -= 1) {
    let rest = dot(orthogonal[k], targets);
    for (let j = k + 1; j < parameters; j += 1) rest -= triangle[j][k] * coefficients[j];
    coefficients[k] = rest / triangle[k][k];
  }
  return (x) => dot(features(x, parameters), coefficients);
}

/**
 * The mean squared error of a curve.
 * @param {(x: number) => number} curve
 * @param {Point[]} points
 */
export const error = (curve, points) => points.reduce((sum, { x, y }) => sum + (curve(x) - y) ** 2, 0) / points.length;

/**
 * The same on new points.
 * @param {(x: number) => number} curve
 * @param {number} seed
 */
export const trueError = (curve, seed) => error(curve, sample(FRESH, seed + 1e6));
