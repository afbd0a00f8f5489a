// Chapter 5: two losses of a real prediction, their mixture, and the loss against the soft label.

import { element } from "../../../page/web/dom.js";
import { className, t } from "../../../page/web/words.js";
import { choices, slider } from "./drawing.js";

/** @import { Losses } from "./types.js" */

const ROWS = ["loss-a", "loss-b", "mixed", "whole"]; // as the formula's parts are named

export class LossFigure {
  /** @param {Losses} losses */
  constructor(losses) {
    this.losses = losses;
    const models = Object.keys(losses.models);
    this.model = models[models.length - 1];
    this.at = Math.round(0.7 * (losses.lam.length - 1));
    const options = models.map((value) => ({ value, text: t(`model.${value}`) }));
    const model = choices("learn.loss.model", options, this.model, (value) => { this.model = value; this.draw(); });
    const lam = slider("learn.mix.lambda", { min: 0, max: 1, step: 1 / (losses.lam.length - 1), value: losses.lam[this.at] }, (value) => {
      this.at = Math.round(value * (losses.lam.length - 1));
      this.draw();
    });
    lam.node.dataset.parts = "weight-a weight-b";
    this.rows = ROWS.map((part) => this.row(part));
    const title = element("span", { className: "control-title", textContent: t("learn.loss.model") });
    this.node = element("div", {}, [
      element("div", { className: "live-controls" }, [title, model]), lam.node,
      element("div", { className: "loss-rows" }, this.rows.map(({ node }) => node)),
      element("p", { className: "live-said", textContent: t("learn.loss.caption") }),
    ]);
    this.draw();
  }

  /** @param {string} part */
  row(part) {
    const [fill, second, value] = [element("i"), element("i"), element("b")];
    const node = element("div", {}, [element("span", { textContent: this.title(part) }), element("div", {}, [fill, second]), value]);
    node.dataset.part = part;
    return { part, fill, second, value, node };
  }

  /** @param {string} part */
  title(part) {
    if (part === "mixed") return t("learn.loss.mixed");
    if (part === "whole") return t("learn.loss.soft");
    return t("learn.loss.against", { name: className(this.losses.classes[part === "loss-a" ? 0 : 1]) });
  }

  draw() {
    const { a, b, soft } = this.losses.models[this.model];
    const lam = this.losses.lam[this.at];
    const [first, second] = [lam * a[this.at], (1 - lam) * b[this.at]];
    const lengths = { "loss-a": [a[this.at], 0], "loss-b": [0, b[this.at]], mixed: [first, second], whole: [soft[this.at], 0] };
    const most = Math.max(...a, ...b);
    for (const { part, fill, second: rest, value } of this.rows) {
      const [one, other] = lengths[/** @type {keyof typeof lengths} */ (part)];
      fill.style.width = `${(100 * one) / most}%`;
      rest.style.width = `${(100 * other) / most}%`;
      value.textContent = (one + other).toFixed(3);
    }
  }
}
