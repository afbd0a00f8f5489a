// The measures of a plane, a column a model, and how far the models agree.

import { finder } from "../../../page/web/dom.js";
import { makeHead, makeRows, measureHead } from "../../../page/web/tables.js";
import { t } from "../../../page/web/words.js";

/** @import { Plane } from "./types.js" */

/**
 * @param {HTMLElement} root
 * @param {Plane} plane
 * @param {string[]} words the models' names, in their order
 */
export function sayMeasures(root, { models, measures, agreement, resolution }, words) {
  const find = finder(root);
  const rows = measures.map((row) => [measureHead(`plane.${row.name}`), ...models.map(({ key }) => row[key]), t("plane.ideal")]);
  const table = find("plane-measures", HTMLTableElement);
  table.tHead?.replaceChildren(makeHead([t("smoothness.measure"), ...words, t("smoothness.ideal")]));
  table.tBodies[0].replaceChildren(...makeRows(rows));
  find("agreement").textContent = t("plane.agreement", { share: agreement, resolution });
}
