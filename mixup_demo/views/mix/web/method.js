// How two pictures are mixed: the choice, its formula, and what the strip is said to show.

import { finder, select } from "../../../page/web/dom.js";
import { t } from "../../../page/web/words.js";

/** @import { ChoiceControl } from "../../../page/web/contract.js" */

export class Method {
  /**
   * @param {HTMLElement} root
   * @param {ChoiceControl} control
   * @param {string} value one of the control's
   * @param {() => void} change another one is chosen
   */
  constructor(root, control, value, change) {
    this.value = value;
    this.formulas = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-formula]"));
    this.hint = finder(root)("strip-hint");
    for (const option of control.options) {
      const radio = select(root, `[name=method][value=${option}]`, HTMLInputElement);
      radio.checked = option === value;
      radio.addEventListener("change", () => { this.value = option; this.say(); change(); });
    }
    this.say();
  }

  // Everything with words.
  say() {
    for (const formula of this.formulas) formula.hidden = formula.dataset.formula !== this.value;
    this.hint.textContent = t(`strip.hint.${this.value}`);
  }
}
