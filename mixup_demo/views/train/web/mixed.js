// The mixed batch: each image with its partner, λ, box and target; and rows of other libraries.

import { element } from "../../../page/web/dom.js";
import { className, percent, t } from "../../../page/web/words.js";

/** @import { BatchPayload, Cell, Rule } from "./types.js" */

const INSET = 0.34; // of the picture's side, that the partner's takes with its margin

/** @typedef {ReturnType<typeof import("../../../page/web/dom.js").finder>} Find */

/**
 * Show one image of a strip in an element.
 * @param {HTMLElement} node
 * @param {string} strip of `count` images side by side
 * @param {number} place
 * @param {number} count
 */
export function showPart(node, strip, place, count) {
  node.style.backgroundImage = `url("${strip}")`;
  node.style.backgroundSize = `${100 * count}% 100%`;
  node.style.backgroundPosition = `${count > 1 ? (100 * place) / (count - 1) : 0}% 0`;
  return node;
}

/** @param {number} lam */
export const shown = (lam) => lam.toFixed(2);

/**
 * What was done, in how many images: only what was.
 * @param {Cell[]} cells
 */
export function applied(cells) {
  const kinds = /** @type {const} */ (["mixup", "cutmix", "none"]);
  const counts = kinds.map((kind) => /** @type {const} */ ([kind, cells.filter(({ operation }) => operation === kind).length]));
  return counts.filter(([, n]) => n).map(([kind, n]) => t(`train.applied.${kind}`, { n })).join(", ");
}

/**
 * @param {Find} find
 * @param {BatchPayload} batch
 */
export function showGrid(find, batch) {
  const left = batch.given > batch.cells.length ? ` ${t("train.left-out", { n: batch.given })}` : "";
  find("train-applied").textContent = t("train.applied.one", { what: applied(batch.cells) }) + left;
  find("train-grid").replaceChildren(...batch.cells.map((cell, i) => makeCell(batch, cell, i)));
}

/**
 * @param {BatchPayload} batch
 * @param {Cell} cell
 * @param {number} i
 */
function makeCell(batch, cell, i) {
  const count = batch.cells.length;
  const mixed = cell.operation !== "none";
  const picture = showPart(element("div", { className: "train-picture", role: "img" }), batch.after, i, count);
  const words = { n: i + 1, what: t(`train.op.${cell.operation}`), partner: cell.partner + 1, lam: shown(cell.lam) };
  picture.setAttribute("aria-label", t(mixed ? "train.cell" : "train.cell.alone", words));
  picture.append(element("b", { textContent: String(i + 1) }));
  if (cell.box[1] > cell.box[0]) picture.append(boxOf(cell.box));
  if (mixed) picture.append(showPart(element("i", { className: `train-partner ${corner(cell.box)}` }), batch.before, cell.partner, count));
  const node = element("li", { className: "train-cell" }, [picture, facts(cell, mixed), targetOf(cell)]);
  node.dataset.operation = cell.operation;
  return node;
}

/**
 * The corner where the partner hides least of a box.
 * @param {number[]} box top, bottom, left, right as shares
 */
export function corner([top, bottom, left, right]) {
  const over = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ far) =>
    Math.max(0, Math.min(to, far ? 1 : INSET) - Math.max(from, far ? 1 - INSET : 0));
  const corners = [["", true, true], ["at-left", true, false], ["at-top", false, true]];
  const hidden = corners.map(([, low, far]) => over(top, bottom, Boolean(low)) * over(left, right, Boolean(far)));
  return String(corners[hidden.indexOf(Math.min(...hidden))][0]);
}

/** @param {number[]} box top, bottom, left, right as shares */
function boxOf([top, bottom, left, right]) {
  const node = element("span", { className: "train-box" });
  Object.assign(node.style, { top: `${100 * top}%`, height: `${100 * (bottom - top)}%`, left: `${100 * left}%`, width: `${100 * (right - left)}%` });
  return node;
}

/**
 * @param {Cell} cell
 * @param {boolean} mixed
 */
function facts({ lam, asked, operation, partner }, mixed) {
  const parts = [element("span", { textContent: `λ ${shown(lam)}` }), element("span", { textContent: mixed ? `${t(`train.op.${operation}`)}, ${t("train.partner", { n: partner + 1 })}` : t("train.op.none") })];
  if (shown(lam) !== shown(asked)) parts.push(element("small", { textContent: t("train.asked", { lam: shown(asked) }) }));
  return element("div", { className: "train-facts" }, parts);
}

/** @param {Cell} cell */
function targetOf({ target, rest, others }) {
  const rows = target.map(([name, share], i) => row(className(name), share, "ab"[i]));
  if (rest > 0) rows.push(row(t("train.rest", { n: others }), rest, "other"));
  return element("ul", { className: "train-target" }, rows);
}

/**
 * @param {string} name
 * @param {number} share
 * @param {string} kind
 */
function row(name, share, kind) {
  const bar = element("i");
  bar.style.setProperty("--share", `${100 * share}%`);
  const node = element("li", {}, [element("span", { textContent: name }), element("span", { textContent: percent(share, 1) }), bar]);
  node.dataset.kind = kind;
  return node;
}

/**
 * @param {HTMLElement} place
 * @param {BatchPayload} batch
 */
export function showRules(place, batch) {
  const own = {
    name: "timm", strip: batch.after,
    partner: batch.cells.map(({ partner, operation }, i) => (operation === "none" ? i : partner)), lam: batch.cells.map(({ lam }) => lam),
  };
  const before = { name: "before", strip: batch.before, partner: [], lam: [] };
  place.replaceChildren(...[before, own, ...batch.rules].map((rule) => makeRule(rule, batch.cells.length)));
}

/**
 * @param {Rule} rule
 * @param {number} count
 */
function makeRule({ name, strip, partner, lam }, count) {
  const title = element("h3", {}, [t(`train.rule.${name}`), element("small", { textContent: t(`train.rule.${name}.text`) })]);
  const cells = Array.from({ length: count }, (_, i) => {
    const words = lam.length ? `${partner[i] === i ? t("train.same-partner") : t("train.partner", { n: partner[i] + 1 })}, ${shown(lam[i])}` : String(i + 1);
    return element("li", {}, [showPart(element("i"), strip, i, count), words]);
  });
  const list = element("ol", {}, cells);
  list.style.setProperty("--count", String(count));
  const node = element("section", { className: "train-rule" }, [title, list]);
  node.dataset.rule = name;
  return node;
}
