// A chart's numbers as a table: a row a point, as it is drawn.

import { bytes } from "./bytes.js";

/** @import { Trace } from "./contract.js" */

/** @typedef {(string | number | null | undefined)[]} Row */
/** @typedef {ArrayLike<number | string | null>} Values */
/** @typedef {{ array?: Values, arrayminus?: Values, symmetric?: boolean }} Whiskers */

/** @typedef {{ dtype: string, bdata: string, shape?: string }} Packed as Plotly for Python packs arrays */

/** @type {Record<string, new (buffer: ArrayBuffer) => ArrayLike<number>>} */
const TYPES = {
  i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, u4: Uint32Array,
  f4: Float32Array, f8: Float64Array,
};

const DIGITS = 7; // significant, as many as a 32-bit number has

export const COLUMNS = ["series", "of", "x", "y", "z", "low", "high", "note"];

/**
 * Lines of CSV. The first names the columns; "of" is the panel or the row that a point stands in;
 * low and high are the ends of an interval; a map has a value z at each x and y, without which
 * columns and rows count from 0, and a note where its cells have a text. What a map's colours mean
 * is its customdata where z is more than that.
 * @param {Trace[]} data
 */
export function chartCsv(data) {
  const rows = data.flatMap((trace) => (trace.hoverinfo === "skip" ? [] : rowsOf(trace)));
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/**
 * @param {Trace} trace
 * @returns {Row[]}
 */
function rowsOf(trace) {
  const { name = "", meta, z } = trace;
  const { of, placed, across: column = "x", note, ...band } = typeof meta === "object" ? meta : { of: meta };
  if (z) return mapRows([name, of], /** @type {Values[]} */ (unpacked(trace.customdata ?? z)), trace);
  const [x, y] = [listOf(trace[column]), listOf(trace.y)];
  const across = /** @type {Whiskers | undefined} */ (trace.error_x);
  const whiskers = across?.array ? across : /** @type {Whiskers | undefined} */ (trace.error_y);
  const middle = across?.array ? x : y;
  return Array.from({ length: Math.max(x.length, y.length) }, (_, k) => (
    [name, of, x[k], placed ? null : y[k], null, ...(band.low ? [band.low[k], band.high?.[k]] : ends(middle[k], whiskers, k)), note]
  ));
}

/**
 * @param {unknown} middle
 * @param {Whiskers | undefined} whiskers
 * @param {number} k
 * @returns {Row}
 */
function ends(middle, whiskers, k) {
  const up = listOf(whiskers?.array)[k];
  if (up === undefined || up === null) return [null, null];
  const down = listOf(whiskers?.arrayminus)[k] ?? up;
  return [Number(middle) - Number(down), Number(middle) + Number(up)];
}

/**
 * @param {Row} named the first cells of each row
 * @param {Values[]} z
 * @param {Trace} trace
 */
function mapRows(named, z, trace) {
  const [x, y] = [listOf(trace.x), listOf(trace.y)];
  const notes = /** @type {string[][]} */ (/** @type {unknown} */ (trace.text ?? []));
  return Array.from(z).flatMap((row, i) => Array.from(row, (value, j) => [...named, x[j] ?? j, y[i] ?? i, value, null, null, notes[i]?.[j]]));
}

/** @param {unknown} values */
const listOf = (values) => /** @type {(string | number)[]} */ (values ? Array.from(/** @type {Values} */ (unpacked(values))) : []);

/**
 * An array out of Plotly's packed form; of two dimensions as rows. Any other value as it is.
 * @param {unknown} values
 */
function unpacked(values) {
  const { dtype, bdata, shape = "" } = /** @type {Packed} */ (values);
  if (!bdata) return values;
  const flat = Array.from(new TYPES[dtype](bytes(bdata).buffer));
  const [rows, columns] = shape.split(",").map(Number);
  return columns ? Array.from({ length: rows }, (_, k) => flat.slice(k * columns, (k + 1) * columns)) : flat;
}

/**
 * A cell; one that a spreadsheet would take for a formula is quoted as text.
 * @param {string | number | null | undefined} value
 */
export function cell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
  const text = value.replace(/<br>/g, " ").replace(/<[^>]*>/g, "");
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
