// Tables, and the buttons that explain what stands beside them.

import { element } from "./dom.js";
import { helpName, resolve, t } from "./words.js";

/** @typedef {string | Node} Content of a cell; a text's [[keys]] are filled in */

/** @param {Content} content */
const filled = (content) => (typeof content === "string" ? resolve(content) : content);

/**
 * A button that explains something when it is pointed at, focused or tapped.
 * @param {string} hint key of the explanation
 */
export function helpButton(hint) {
  const button = element("button", { className: "help", type: "button", textContent: "?" });
  button.dataset.hint = hint;
  button.setAttribute("aria-label", helpName(hint));
  return button;
}

/**
 * The head of a measure's row: its name, its unit where there is one, and its explanation.
 * @param {string} key of the name; the explanation's is `KEY.help`
 * @param {string} [unit]
 */
export function measureHead(key, unit) {
  const head = document.createDocumentFragment();
  head.append(element("span", { textContent: t(key) }), " ");
  if (unit) head.append(element("small", { textContent: unit }), " ");
  head.append(helpButton(`${key}.help`));
  return head;
}

/**
 * Rows of cells, of which the first is the row's head.
 * @param {Content[][]} rows
 */
export function makeRows(rows) {
  return rows.map(([head, ...cells]) => element("tr", {}, [
    element("th", { scope: "row" }, [filled(head)]), ...cells.map((cell) => element("td", {}, [filled(cell)])),
  ]));
}

/**
 * The row of a table's head.
 * @param {Content[]} columns
 */
export const makeHead = (columns) => element("tr", {}, columns.map((cell) => element("th", { scope: "col" }, [filled(cell)])));

/**
 * A table that scrolls in a box of its own.
 * @param {{ columns: Content[], rows: Content[][] }} table
 */
export function makeTable({ columns, rows }) {
  const table = element("table", {}, [
    element("thead", {}, [makeHead(columns)]), element("tbody", {}, makeRows(rows)),
  ]);
  return element("div", { className: "table-scroll", tabIndex: 0 }, [table]);
}
