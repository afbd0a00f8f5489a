// Both answers in two slim bars above λ, for screens on which the rest is out of sight.

import { element } from "../../../page/web/dom.js";
import { className, percent } from "../../../page/web/words.js";

/** @import { Mark } from "../../../page/web/contract.js" */
/** @import { SweepPayload } from "./types.js" */

const KINDS = /** @type {const} */ (["a", "other", "b"]); // from left to right

class CompactBar {
  /** @param {Mark} mark */
  constructor({ name }) {
    this.name = element("b", { className: `model-word model-word-${name}` });
    this.first = element("span", { className: "compact-first" });
    this.parts = KINDS.map((kind) => ({ kind, node: element("i", { className: `fill-${kind}` }) }));
    this.node = element("div", { className: "compact-answer" }, [
      element("p", {}, [this.name, " ", this.first]),
      element("div", { className: "compact-bar" }, this.parts.map(({ node }) => node)),
    ]);
  }

  /**
   * @param {SweepPayload} payload
   * @param {string} key of the model
   * @param {number} index of the point of λ
   * @param {string[]} classes
   */
  move({ bars, answers }, key, index, classes) {
    for (const { kind, node } of this.parts) {
      const share = bars.reduce((sum, row) => (row.kind === kind ? sum + row[key][index] : sum), 0);
      node.style.flexGrow = String(share);
    }
    const { leaders, confidence } = answers[key];
    this.first.textContent = `${className(classes[leaders.first[index]])} ${percent(confidence[index])}`;
  }
}

export class Compact {
  /**
   * @param {HTMLElement} box
   * @param {Mark[]} marks of the positions, from left to right
   */
  constructor(box, marks) {
    this.bars = marks.map((mark) => new CompactBar(mark));
    box.replaceChildren(...this.bars.map(({ node }) => node));
    const dock = /** @type {HTMLElement} */ (box.parentElement);
    new ResizeObserver(() => document.documentElement.style.setProperty("--dock", `${dock.offsetHeight}px`)).observe(dock);
  }

  /** @param {string[]} names of the models */
  show(names) {
    this.bars.forEach((bar, i) => { bar.name.textContent = names[i]; });
  }

  /**
   * @param {SweepPayload} payload
   * @param {number} index of the point of λ
   * @param {string[]} classes
   */
  move(payload, index, classes) {
    payload.models.forEach(({ key }, i) => this.bars[i].move(payload, key, index, classes));
  }
}
