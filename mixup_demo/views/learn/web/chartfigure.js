// A chart of the evidence within a chapter: caption, legend, and its numbers as a table.

import { element } from "../../../page/web/dom.js";
import { chartBox, legend } from "../../../page/web/panel.js";
import { makeTable } from "../../../page/web/tables.js";
import { resolve, t } from "../../../page/web/words.js";

/** @import { Figure, Table, Trace } from "../../../page/web/contract.js" */
/** @import { LearnChart } from "./types.js" */

const SIGNIFICANT = 4; // digits in the table

/** @param {LearnChart} content */
export function chartFigure({ title, figure, legend: parts }) {
  const { box, chart } = chartBox(title, figure, "learn.chart.table");
  const node = element("figure", {}, [
    element("figcaption", { textContent: t(title) }),
    ...(parts.length ? [legend(parts)] : []),
    box,
    element("details", {}, [element("summary", { textContent: t("learn.chart.table") }), makeTable(tableOf(figure))]),
  ]);
  return { chart, node };
}

/** @param {unknown} value */
function shown(value) {
  if (typeof value !== "number") return resolve(String(value ?? "–"));
  return String(Number(value.toPrecision(SIGNIFICANT)));
}

/**
 * What a chart draws: a row for each point, with the name of its line.
 * @param {Figure} figure
 * @returns {Table}
 */
export function tableOf({ data, layout }) {
  const axis = (/** @type {string} */ name) => {
    const { title } = /** @type {{ title?: { text?: string } }} */ (layout[name] ?? {});
    return resolve(title?.text ?? name[0]);
  };
  const named = /** @type {{ visible?: boolean }} */ (layout.yaxis ?? {}).visible === false; // rows with a name each
  const label = (/** @type {number | undefined} */ y) =>
    resolve(String(layout.annotations?.find((note) => note.y === y)?.text ?? ""));
  const rows = data.filter(({ hoverinfo, name }) => hoverinfo !== "skip" && name).flatMap((trace) => {
    const { name = "", x = [], y = [] } = /** @type {Trace} */ (trace);
    return x.map((value, k) => [resolve(name), named ? label(y[k]) : shown(value), shown(named ? value : y[k])]);
  });
  return { columns: [t("learn.chart.line"), named ? t("learn.chart.row") : axis("xaxis"), axis(named ? "xaxis" : "yaxis")], rows };
}
