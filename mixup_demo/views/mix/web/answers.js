// What the models say, looked up at the nearest point of λ: bars and numbers. The soft label is that of λ itself.

import { AnswerBar } from "../../../page/web/bars.js";
import { shortNames } from "../../../page/web/compare.js";
import { element, finder, select } from "../../../page/web/dom.js";
import { helpButton, makeHead, makeRows, makeTable, measureHead } from "../../../page/web/tables.js";
import { className, nameHelp, percent, shares, t } from "../../../page/web/words.js";

/** @import { Card, Figure, Mark, Model, Trace } from "../../../page/web/contract.js" */
/** @import { Leading, SweepPayload } from "./types.js" */

const NUMBERS = /** @type {const} */ (["confidence", "loss", "entropy"]);
const UNKNOWN = "–"; // until all points are there
const OTHER = "other"; // kind of a row of neither A's class nor B's
const FIRST = "confidence"; // the number that everybody is shown

/**
 * What was trained, how long, and how well it does, as far as that is known.
 * @param {Card} card
 */
export function cardLine({ name, test_error: error, test_images: n, recipe, parameters }) {
  if (!parameters) return name; // nothing is known
  const millions = (parameters / 1e6).toFixed(1);
  if (error === null || n === null || recipe === null) return t("model.card.plain", { name, millions });
  return t("model.card", { name, error: (100 * error).toFixed(2), n: n.toLocaleString("en"), epochs: recipe.epochs, millions });
}

// The answer of the model at one position.
class Answer {
  /** @type {AnswerBar[]} */
  bars = [];
  /** @type {AnswerBar[]} of many classes, those that are likeliest at each λ */
  leaders = [];
  /** @type {Leading | null} */
  leading = null;

  /** @param {Mark} mark of the position */
  constructor({ name }) {
    this.method = element("span", { className: `model-name model-method model-${name}` });
    this.setting = element("small", { className: "model-setting advanced" });
    this.rows = element("div", { className: "bars" });
    this.help = helpButton("define.erm.help");
    this.terms = NUMBERS.map((number) => ({ number, term: element("span"), value: element("dd") }));
    const list = this.terms.map(({ number, term, value }) => element("div", { className: number === FIRST ? "" : "advanced" }, [
      element("dt", {}, [term, " ", helpButton(`number.${number}.help`)]), value,
    ]));
    this.card = element("p", { className: "card-line advanced" });
    this.node = element("article", { className: "card answer" }, [
      element("h2", {}, [this.method, " ", this.setting, " ", this.help]), this.rows, element("dl", { className: "numbers" }, list), this.card,
    ]);
    this.node.dataset.mark = name;
    this.node.dataset.testid = `answer-${name}`;
  }

  /**
   * Build what stays while λ moves.
   * @param {SweepPayload} payload
   * @param {Model} model
   * @param {Card} card
   */
  show(payload, model, card) {
    this.method.textContent = t(`model.${model.name}.method`);
    this.setting.textContent = t(`model.${model.name}.setting`);
    this.bars = payload.bars.map((row) => new AnswerBar(row));
    this.leading = payload.leading?.[model.key] ?? null;
    const [shown] = this.leading?.classes ?? [[]];
    this.leaders = shown.map(() => new AnswerBar({ kind: OTHER, class: "", count: 1 }));
    if (this.leading) this.bars[this.bars.length - 1] = new AnswerBar({ kind: OTHER, class: null, count: this.leading.count });
    const rows = this.bars.map(({ node }) => node);
    if (this.leading) rows.splice(-1, 0, ...this.leaders.map(({ node }) => node));
    this.rows.replaceChildren(...rows);
    for (const { number, term } of this.terms) term.textContent = t(`number.${number}`);
    const { definition } = card;
    this.help.hidden = definition === null;
    this.help.dataset.hint = `define.${definition}.help`;
    // both cards explain the same numbers
    for (const help of /** @type {NodeListOf<HTMLElement>} */ (this.node.querySelectorAll("dl .help"))) help.dataset.of = t(`model.${model.name}`);
    if (definition !== null) this.help.dataset.of = t(`model.${model.name}.setting`);
    nameHelp(this.node);
    this.card.textContent = cardLine(card);
  }

  /**
   * @param {SweepPayload} payload
   * @param {Model} model
   * @param {number} index of the point of λ
   * @param {string[]} classes
   */
  move(payload, { key }, index, classes) {
    payload.bars.forEach((row, i) => {
      this.bars[i].show(row[key][index]);
      this.bars[i].mark(row.target[index] || null);
    });
    if (this.leading) this.moveLeading(this.leading, index, classes);
    const answers = payload.answers[key];
    for (const { number, value } of this.terms) {
      const at = answers[number][index];
      value.textContent = number === "confidence" ? percent(at) : `${at.toFixed(2)} nat`;
    }
  }

  /**
   * The rows of a long list: which classes they are changes with λ.
   * @param {Leading} leading
   * @param {number} index of the point of λ
   * @param {string[]} classes
   */
  moveLeading({ classes: shown, shares, rest }, index, classes) {
    this.leaders.forEach((bar, i) => {
      bar.name(classes[shown[index][i]]);
      bar.show(shares[index][i]);
    });
    this.bars[this.bars.length - 1].show(rest[index]);
  }
}

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
    this.answers = marks.map((mark) => new Answer(mark));
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
