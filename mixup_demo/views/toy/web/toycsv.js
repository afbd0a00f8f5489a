// Points as CSV and back: x, y and class, which counts from 1 as on the page.

import { encodePoint } from "./drawing.js";

/** @import { Frame, Point } from "./types.js" */

/** @typedef {{ text: string } | { problem: string, values: Record<string, string | number> }} Read the points as a link carries them, or why not */

export const HEADER = "x,y,class";
const DIGITS = 6;

/**
 * Labelled points as lines of CSV.
 * @param {Point[]} points
 */
export const pointsCsv = (points) => [HEADER, ...points.map(({ x, y, label }) => `${short(x)},${short(y)},${label + 1}`)].map((line) => `${line}\n`).join("");

/** @param {number} value */
const short = (value) => Number(value.toFixed(DIGITS));

/**
 * Read a file of points. What breaks a rule is refused with the line that does.
 * @param {string} content
 * @param {Frame} frame in which points lie
 * @param {{ least: number, most: number, classes: number }} count of points, and of the classes that they may have
 * @returns {Read}
 */
export function readPoints(content, frame, { least, most, classes }) {
  const lines = content.replace(/^\ufeff/, "").split(/\r?\n/);
  if (lines[0].replaceAll(/[\s"]/g, "").toLowerCase() !== HEADER) return { problem: "toy.csv.header", values: { header: HEADER, value: lines[0].slice(0, 24) } };
  const rows = lines.map((line, k) => ({ line, number: k + 1 })).slice(1).filter(({ line }) => line.trim());
  if (rows.length < least) return { problem: "toy.csv.few", values: { value: rows.length, least } };
  if (rows.length > most) return { problem: "toy.csv.many", values: { value: rows.length, most } };
  let text = "";
  const labels = new Set();
  for (const { line, number } of rows) {
    const cells = line.split(",").map((cell) => cell.trim());
    const [x, y, label] = cells.map((cell) => (cell === "" ? NaN : Number(cell)));
    if (cells.length !== 3 || !Number.isFinite(x) || !Number.isFinite(y)) return { problem: "toy.csv.number", values: { line: number } };
    if (x < frame.left || x > frame.right || y < frame.bottom || y > frame.top) return { problem: "toy.csv.outside", values: { line: number, low: frame.left, high: frame.right } };
    if (!Number.isInteger(label) || label < 1 || label > classes) return { problem: "toy.csv.class", values: { line: number, most: classes } };
    labels.add(label);
    text += encodePoint({ x, y }, label - 1, frame);
  }
  return labels.size < 2 ? { problem: "toy.csv.one", values: {} } : { text };
}
