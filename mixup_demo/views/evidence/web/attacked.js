// What an attack makes of one model's answer: pictures, bars, and the budget at which it falls.

import { AnswerBar } from "../../../page/web/bars.js";
import { Blender } from "../../../page/web/blend.js";
import { element } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { Mark, Model } from "../../../page/web/contract.js" */
/** @import { AttackPayload } from "./types.js" */

export class Attacked {
  /** @type {AnswerBar[]} */
  bars = [];

  /** @param {Mark} mark of the position */
  constructor({ name }) {
    this.name = element("span", { className: `model-name model-${name}` });
    this.falls = element("small", { className: "falls" });
    this.caption = element("figcaption", { className: "noise-caption" });
    const said = element("figcaption");
    said.dataset.text = "attack.shown";
    this.shown = canvas("shown", "attack.shown");
    this.noise = canvas("noise", "attack.noise");
    this.rows = element("div", { className: "bars" });
    this.node = element("div", { className: "attacked-model" }, [
      element("h4", {}, [this.name, " ", this.falls]),
      element("div", { className: "attacked-images" }, [
        element("figure", {}, [this.shown.canvas, said]), element("figure", {}, [this.noise.canvas, this.caption]),
      ]),
      this.rows,
    ]);
    this.node.dataset.model = name;
    this.node.dataset.testid = `attacked-${name}`;
  }

  /**
   * Build what stays while the budget changes.
   * @param {AttackPayload} payload
   * @param {Model} model
   * @param {string} name short, beside the other models
   */
  show({ bars, falls, guessed: [guessed], amplification, input_size: [height, width] }, { key }, name) {
    const fall = falls[key];
    const said = fall === null ? "attack.stands" : fall === 0 ? "attack.wrong" : "attack.falls";
    this.name.textContent = name;
    // of a class that was only guessed nobody knows whether it is right
    this.falls.textContent = t(guessed ? `${said}.guessed` : said, { epsilon: fall });
    this.caption.textContent = t("attack.amplified", { factor: amplification });
    this.shown.resize({ width, height });
    this.noise.resize({ width, height });
    this.bars = bars.map((row) => new AnswerBar(row));
    bars.forEach((row, i) => this.bars[i].mark(row[key][0])); // the answer before the attack
    this.rows.replaceChildren(...this.bars.map(({ node }) => node));
  }
}

/**
 * @param {string} className
 * @param {string} label key of what it shows
 */
function canvas(className, label) {
  const node = element("canvas", { className, role: "img" });
  node.dataset.label = label;
  return new Blender(node);
}
