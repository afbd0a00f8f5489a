// The numbers of a training: those of the step that is shown, and all of them behind the curves.

import { finder, select } from "../../../page/web/dom.js";
import { makeHead, makeRows, makeTable, measureHead } from "../../../page/web/tables.js";
import { t } from "../../../page/web/words.js";

/** @import { Training } from "./training.js" */

export class Numbers {
  /** @type {Training | undefined} */
  training;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.table = select(root, "details[data-table=toy]", HTMLDetailsElement);
    this.measures = finder(root)("toy-measures", HTMLTableElement);
    this.table.addEventListener("toggle", () => this.fill());
  }

  get body() {
    return this.measures.tBodies[0];
  }

  // No training: a number of another one would be a wrong one.
  clear() {
    this.training = undefined;
    for (const row of this.body.rows) for (const cell of [...row.cells].slice(1)) cell.textContent = "";
    this.say("");
    this.table.lastElementChild?.replaceChildren();
  }

  /**
   * The rows of another training, still without numbers.
   * @param {Training} training
   */
  begin(training) {
    this.training = training;
    const names = training.facts.models.map((model) => t(`model.${model}`));
    this.measures.tHead?.replaceChildren(makeHead([t("smoothness.measure"), ...names]));
    this.body.replaceChildren(...makeRows(training.measures.map((name) => [measureHead(`toy.${name}`), ...names.map(() => "")])));
  }

  /** @param {number} index of the frame that is shown */
  relabel(index) {
    if (!this.training) return;
    this.begin(this.training);
    this.go(index);
    this.fill();
  }

  /** @param {number} index of the frame that is shown */
  go(index) {
    const { training } = this;
    training?.measures.forEach((measure, row) => {
      training.facts.models.forEach((model, column) => {
        this.body.rows[row].cells[column + 1].textContent = training.text(measure, model, index);
      });
    });
    this.say(training?.said(index) ?? "");
  }

  /** @param {string} step */
  say(step) {
    if (this.measures.caption) this.measures.caption.textContent = step;
  }

  // The table behind the curves, as far as they have come.
  fill() {
    if (!this.table.open || !this.training) return;
    this.table.lastElementChild?.replaceWith(makeTable(this.training.table()));
  }
}
