// What a reader has set in a live figure, carried over to the same figure in another language.

/** @typedef {{ checked: boolean, value: string }[]} Settings of a figure's inputs, in their order */

/** @param {HTMLElement} figure */
const inputsOf = (figure) => /** @type {HTMLInputElement[]} */ ([...figure.querySelectorAll("input")]);

/**
 * @param {HTMLElement} figure
 * @returns {Settings}
 */
export const settingsOf = (figure) => inputsOf(figure).map(({ checked, value }) => ({ checked, value }));

/**
 * Choices first: one of them may draw λ anew, and the slider of λ has the last word.
 * @param {HTMLElement} figure as it is made
 * @param {Settings} settings of one with the same inputs
 */
export function putBack(figure, settings) {
  const pairs = inputsOf(figure).map((input, k) => ({ input, ...settings[k] }));
  for (const { input, checked } of pairs) {
    if (input.type !== "radio" || !checked || input.checked) continue;
    input.checked = true;
    input.dispatchEvent(new Event("change"));
  }
  for (const { input, value } of pairs) {
    if (input.type !== "range" || input.value === value) continue;
    input.value = value;
    input.dispatchEvent(new Event("input"));
  }
}
