// A class's share of an answer: as a bar, and as a number.

import { element } from "./dom.js";
import { className, percent, t } from "./words.js";

/** @import { BarRow } from "./contract.js" */

// A row with a class's name, its share as a bar, and the share as a number.
export class AnswerBar {
  /** @param {BarRow} row of the payload */
  constructor(row) {
    const name = row.class ? className(row.class) : t("bars.rest", { count: row.count });
    this.fill = element("i", { className: `fill fill-${row.kind}` });
    this.tick = element("i", { className: "tick", hidden: true });
    this.value = element("span", { className: "bar-value" });
    this.node = element("div", { className: "bar-row" }, [
      element("span", { className: "bar-name", textContent: name, title: name }),
      element("span", { className: "track" }, [this.fill, this.tick]),
      this.value,
    ]);
  }

  /** @param {number} share */
  show(share) {
    this.fill.style.transform = `scaleX(${share})`;
    this.value.textContent = percent(share);
  }

  /** @param {number | null} share where a mark stands; null for none */
  mark(share) {
    this.tick.hidden = share === null;
    if (share !== null) this.tick.style.left = `${100 * share}%`;
  }
}
