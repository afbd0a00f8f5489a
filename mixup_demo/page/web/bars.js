// A class's share of an answer: as a bar, and as a number.

import { element } from "./dom.js";
import { className, percent, t } from "./words.js";

/** @typedef {{ class: string | null, kind: string, count: number }} Row a class, or the rest of them */

// A row with a class's name, its share as a bar, and the share as a number.
export class AnswerBar {
  /** @param {Row} row of the payload */
  constructor(row) {
    const name = row.class === null ? t("bars.rest", { count: row.count }) : className(row.class);
    this.fill = element("i", { className: `fill fill-${row.kind}` });
    this.tick = element("i", { className: "tick", hidden: true });
    this.value = element("span", { className: "bar-value" });
    this.said = element("span", { className: "bar-name", textContent: name, title: name });
    this.node = element("div", { className: "bar-row" }, [
      this.said,
      element("span", { className: "track" }, [this.fill, this.tick]),
      this.value,
    ]);
  }

  /** @param {string} name of another class that the row shows now */
  name(name) {
    this.said.textContent = this.said.title = className(name);
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
