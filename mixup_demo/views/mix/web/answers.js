// What the models say, looked up at the nearest point of λ: bars and numbers. The soft label is that of λ itself.

import { shortNames } from "../../../page/web/compare.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { makeHead, makeRows, makeTable, measureHead } from "../../../page/web/tables.js";
import { className, percent, shares, t } from "../../../page/web/words.js";
import { AnswerCard } from "./answercard.js";

/** @import { Card, Figure, Mark, Trace } from "../../../page/web/contract.js" */
/** @import { SweepPayload } from "./types.js" */

const UNKNOWN = "–"; // until all points are there

export class Answers {
  /** @type {SweepPayload | undefined} */
  payload;

  /**
   * @param {HTMLElement} root
   * @param {Mark[]} marks of the positions, from left to right
   * @param {number} room share of the soft label from which on its text fits
   */
  constructor(root, marks, room) {
    this.room = room;
    this.marks = marks;
    const find = finder(root);
    this.soft = find("soft-bar");
    this.verdictBox = find("verdicts");
    this.charts = { path: find("path-chart"), gradient: find("gradient-chart") };
    const table = find("smoothness", HTMLTableElement);
    this.head = select(table, "thead", HTMLElement);
    this.body = select(table, "tbody", HTMLElement);
    this.legend = find("gradient-legend");
    this.answers = marks.map((mark) => new AnswerCard(mark));
    this.answerBox = find("answers"); // it holds the server's first state until there is an answer
  }

  /**
   * Build what stays while λ moves.
   * @param {SweepPayload} payload
   * @param {Record<string, Card>} cards
   */
  show(payload, cards) {
    this.payload = payload;
    const names = shortNames(payload.models.map(({ name }) => name));
    payload.models.forEach((model, i) => this.answers[i].show(payload, model, cards[model.name]));
    if (this.answerBox.firstChild !== this.answers[0].node) this.answerBox.replaceChildren(...this.answers.map(({ node }) => node));
    this.describe(payload, names);
    this.lines(names);
    this.verdicts(payload, names);
    this.table(payload, names);
  }

  /**
   * @param {SweepPayload} payload
   * @param {string[]} names of the models
   */
  describe({ models, verdicts, labels }, [left, right]) {
    const [thicknessLeft, thicknessRight] = models.map(({ key }) => verdicts?.[key].thickness ?? UNKNOWN);
    const values = { left, right, thickness_left: thicknessLeft, thickness_right: thicknessRight };
    this.charts.path.setAttribute("aria-label", t(oneClass(labels) ? "path.alt.one" : "path.alt", values));
    this.charts.gradient.setAttribute("aria-label", t("gradient.alt", values));
  }

  /** @param {string[]} names of the models */
  lines(names) {
    this.legend.replaceChildren(...names.map((name, i) => element("li", {}, [
      element("i", { className: `key key-line key-${this.marks[i].name}` }), element("span", { textContent: name }),
    ])));
  }

  /**
   * @param {number} index of the point of λ
   * @param {string[]} classes
   * @param {number} applied the λ that holds
   */
  move(index, classes, applied) {
    const { payload } = this;
    if (!payload) return;
    payload.models.forEach((model, i) => this.answers[i].move(payload, model, index, classes));
    this.softLabel(payload, applied);
  }

  /**
   * @param {SweepPayload} payload
   * @param {number} applied
   */
  softLabel({ bars }, applied) {
    const classes = bars.filter((row) => row.kind !== "other").map((row) => className(row.class ?? ""));
    const labels = labelTexts(classes, applied);
    [...this.soft.querySelectorAll("span")].forEach((part, i) => {
      const { text, share } = labels[i] ?? { text: "", share: 0 };
      part.style.width = `${100 * share}%`;
      part.textContent = share >= this.room ? text : "";
    });
    this.soft.setAttribute("aria-label", labels.map(({ text }) => text).join(", "));
  }

  /**
   * @param {SweepPayload} payload
   * @param {string[]} names of the models
   */
  verdicts({ models, verdicts }, names) {
    if (!verdicts) {
      this.verdictBox.replaceChildren(element("p", { className: "hint", textContent: t("sweep.waiting") }));
      return;
    }
    this.verdictBox.replaceChildren(...models.map(({ key: model }, i) => {
      const { key, thickness, ...values } = verdicts[model];
      const width = t("verdict.thickness", { thickness });
      return element("p", {}, [
        element("b", { className: `model-word model-word-${this.marks[i].name}`, textContent: names[i] }),
        element("span", { className: "verdict", textContent: ` ${t(key, values)}` }),
        ...(thickness ? [element("span", { className: "thickness advanced", textContent: width })] : []),
      ]);
    }));
  }

  /**
   * @param {SweepPayload} payload
   * @param {string[]} names of the models
   */
  table({ models, table }, names) {
    this.head.replaceChildren(makeHead([t("smoothness.measure"), ...names, t("smoothness.ideal")]));
    this.body.replaceChildren(...makeRows((table ?? []).map((row) => [
      measureHead(`measure.${row.name}`, t(`measure.${row.name}.unit`)), ...models.map(({ key }) => row[key]), row.ideal,
    ])));
  }
}

/**
 * Whether both pictures are of one class: between them there is no slope and no boundary.
 * @param {number[]} labels
 */
export const oneClass = ([a, b]) => a === b;

/**
 * The classes of a soft label with their shares.
 * @param {string[]} classes names of A's and B's, or the one that both have
 * @param {number} applied λ
 */
export function labelTexts(classes, applied) {
  const one = classes.length === 1;
  const drawn = one ? [1] : [applied, 1 - applied];
  const said = one ? [1] : shares(applied); // which add up as they are written
  return classes.map((name, i) => ({ text: `${name} ${percent(said[i])}`, share: drawn[i] }));
}

/**
 * The numbers behind a chart over λ.
 * @param {Figure} figure with its texts in place
 */
export function chartTable({ data }) {
  const traces = data.filter((trace) => trace.hoverinfo !== "skip");
  const columns = ["λ", ...traces.map(({ meta, name = "" }) => (meta ? `${meta}: ${name}` : name))];
  const lambdas = traces[0]?.x ?? [];
  const rows = lambdas.map((lambda, i) => [Number(lambda).toFixed(2), ...traces.map((trace) => cell(trace, i))]);
  return makeTable({ columns, rows });
}

/**
 * @param {Trace} trace
 * @param {number} i
 */
function cell({ text, meta, y = [] }, i) {
  return text?.[i] ?? (meta ? percent(y[i]) : Number(y[i]).toPrecision(3));
}
