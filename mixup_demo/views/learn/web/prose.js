// Sentences with marks: *stress*, `code`, and [term|words] that open a term of the glossary in place.

import { element } from "../../../page/web/dom.js";
import { t, unbroken } from "../../../page/web/words.js";

const MARK = /\*([^*]+)\*|`([^`]+)`|\[([a-z]+)\|([^\]]+)\]|(CIFAR-\d+)/g;

/** @typedef {{ kind: "text" | "em" | "code" | "term" | "name", text: string, term?: string }} Piece */

/**
 * @param {string} sentence
 * @returns {Piece[]}
 */
export function pieces(sentence) {
  /** @type {Piece[]} */
  const found = [];
  let from = 0;
  const plain = (/** @type {number} */ to) => { if (to > from) found.push({ kind: "text", text: sentence.slice(from, to) }); };
  for (const match of sentence.matchAll(MARK)) {
    const [whole, em, code, term, words, name] = match;
    plain(match.index);
    if (em) found.push({ kind: "em", text: em });
    else if (code) found.push({ kind: "code", text: code });
    else if (name) found.push({ kind: "name", text: name });
    else found.push({ kind: "term", text: words, term });
    from = match.index + whole.length;
  }
  plain(sentence.length);
  return found;
}

/** @param {Piece} piece */
function node({ kind, text, term }) {
  if (kind === "text") return text;
  if (kind === "name") return element("span", { className: "whole", textContent: text }); // would break at its hyphen
  if (kind !== "term") return element(kind, { textContent: text });
  const button = element("span", { className: "term", tabIndex: 0, textContent: text }); // a real button would not break in lines
  button.setAttribute("role", "button");
  button.dataset.hint = `learn.term.${term}.help`;
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    button.click();
  });
  return button;
}

/** @param {string} sentence */
export const line = (sentence) => pieces(unbroken(sentence)).map(node);

/**
 * A paragraph of a text key.
 * @param {string} key
 * @param {string} className
 */
export const paragraph = (key, className = "") => element("p", { className }, line(t(key)));
