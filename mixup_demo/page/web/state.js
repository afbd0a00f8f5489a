// The state of the page in the URL: a link restores it. Controls name their parameters; photos and
// the visitor's own classes have names of their own.

import { replace } from "./address.js";

/** @import { Control, Controls, LinkState, NumberControl } from "./contract.js" */

/** @typedef {Record<string, string | number | null | undefined>} State */

const PICTURES = ["a", "b", "c", "la", "lb", "lc", "from", "to", "lfrom", "lto", "image", "label"];

/** @param {Controls} controls */
export const names = (controls) => [...PICTURES, ...Object.keys(controls)];

/**
 * "LEFT:RIGHT", two different ones of the models.
 * @param {string} value
 * @param {string[]} models
 */
function isComparison(value, models) {
  const two = value.split(":");
  return two.length === 2 && two[0] !== two[1] && two.every((name) => models.includes(name));
}

/**
 * Whether a number lies within a control's limits, and is whole where it must be.
 * @param {NumberControl} control
 * @param {number} number
 */
export function allows({ minimum, maximum, whole }, number) {
  return number >= minimum && number <= maximum && (!whole || Number.isInteger(number));
}

/**
 * The next whole number that a control allows, a seed's, say; after the last one the first.
 * @param {NumberControl} control
 * @param {number} number
 */
export const after = ({ minimum, maximum }, number) => (number < maximum ? number + 1 : minimum);

/**
 * What a control makes of a text: a number within its limits, a word among its options (or two
 * models in place of one), a text of its pattern; undefined for anything else.
 * @param {string} text
 * @param {Control} control
 */
export function valueOf(text, control) {
  if ("minimum" in control) {
    const number = text === "" ? NaN : Number(text);
    return allows(control, number) ? number : undefined;
  }
  if ("pattern" in control) return new RegExp(`^(?:${control.pattern})$`).test(text) ? text : undefined;
  const models = "models" in control ? control.models : [];
  return control.options.includes(text) || isComparison(text, models) ? text : undefined;
}

/**
 * What a query string says; what a control does not allow is left out.
 * @param {Controls} controls
 * @param {string} query
 * @returns {LinkState}
 */
export function read(controls, query) {
  const parameters = new URLSearchParams(query);
  /** @type {LinkState} */
  const state = {};
  for (const name of names(controls)) {
    const text = parameters.get(name);
    if (text === null) continue;
    const value = name in controls ? valueOf(text, controls[name]) : text;
    if (value !== undefined) state[name] = value;
  }
  return state;
}

/**
 * An address with the state in its query; parameters of others (Gradio's __theme, say) stay.
 * @param {State} state
 * @param {Controls} controls
 * @param {string} address
 */
export function link(state, controls, address) {
  const target = new URL(address);
  for (const name of names(controls)) target.searchParams.delete(name);
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== null && value !== "") target.searchParams.set(name, String(value));
  }
  return target.href;
}

/**
 * The view alone, at once: what else a link holds follows when the view knows it.
 * @param {string} view
 */
export function writeView(view) {
  const target = new URL(location.href);
  target.searchParams.set("view", view);
  replace(target);
}

/**
 * Put the state into the address, and what no link can hold beside it: that stays in this tab.
 * @param {State} state
 * @param {Controls} controls
 * @param {Record<string, unknown>} kept by name, null for what a link holds
 * @returns {boolean} whether it is there
 */
export const write = (state, controls, kept) => replace(link(state, controls, location.href), { ...history.state, ...kept });
