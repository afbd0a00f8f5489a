// The card of one model: what it says at the nearest point of λ as bars and numbers, and what it is.

import { AnswerBar } from "../../../page/web/bars.js";
import { element } from "../../../page/web/dom.js";
import { helpButton } from "../../../page/web/tables.js";
import { nameHelp, percent, t } from "../../../page/web/words.js";

/** @import { Card, Mark, Model } from "../../../page/web/contract.js" */
/** @import { Leading, SweepPayload } from "./types.js" */

const NUMBERS = /** @type {const} */ (["confidence", "loss", "entropy"]);
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
export class AnswerCard {
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
