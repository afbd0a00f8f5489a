// Whether models answer as they were trained, or equally calibrated: each one's logits divided by its
// own temperature. While they are, a line says so, wherever the switch itself may be folded away.

import { modelsOf, shortNames } from "./compare.js";
import { finder, handOver, select } from "./dom.js";
import { t } from "./words.js";

/** @import { ChoiceControl, Config, ModelPayload } from "./contract.js" */

const UNKNOWN = "–";

/**
 * The models of a comparison that have no temperature: with such no calibration is equal.
 * @param {Pick<Config, "cards">} config
 * @param {string[]} models names
 */
export const uncalibrated = ({ cards }, models) => models.filter((name) => cards[name].temperature === null);

/** @param {number | null} share */
const inPercent = (share) => (share === null ? UNKNOWN : (100 * share).toFixed(1));

export class Calibration {
  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {string | undefined} wanted of the link
   * @param {() => void} change the models shall answer otherwise
   */
  constructor(root, config, wanted, change) {
    this.config = config;
    this.usual = /** @type {ChoiceControl} */ (config.controls.calibration).default;
    this.chosen = wanted ?? this.usual;
    const find = finder(root);
    this.field = find("calibration", HTMLFieldSetElement);
    this.none = find("calibration-none");
    this.help = find("calibration-help");
    this.notice = find("calibrated");
    this.radios = /** @type {HTMLInputElement[]} */ ([...this.field.querySelectorAll("input")]);
    const choose = (/** @type {string} */ value) => { this.chosen = value; this.check(value); change(); };
    for (const radio of this.radios) radio.addEventListener("change", () => choose(radio.value));
    select(this.notice, "button", HTMLElement).addEventListener("click", () => choose(this.usual));
    this.check(this.chosen);
  }

  /**
   * What the server is asked for: what is chosen, as far as the models allow it.
   * @param {string} pair
   */
  of(pair) {
    return uncalibrated(this.config, modelsOf(this.config, pair)).length ? this.usual : this.chosen;
  }

  /**
   * What a link keeps of it.
   * @param {string} pair
   */
  link(pair) {
    const value = this.of(pair);
    return value === this.usual ? undefined : value;
  }

  /** @param {string} value */
  check(value) {
    for (const radio of this.radios) radio.checked = radio.value === value;
  }

  /**
   * Everything with words: whether there is a choice, and how those answered that are shown.
   * @param {Pick<ModelPayload, "models" | "temperatures">} answer
   */
  show({ models, temperatures }) {
    const names = models.map(({ name }) => name);
    const lacking = uncalibrated(this.config, names);
    this.field.disabled = this.help.hidden = lacking.length > 0;
    this.check(lacking.length ? this.usual : this.chosen);
    this.none.hidden = !lacking.length;
    this.none.textContent = t("calibration.none", { models: lacking.map((name) => t(`model.${name}`)).join(", ") });
    const [left, right] = shortNames(names);
    const [tLeft, tRight] = names.map((name) => this.config.cards[name].temperature?.toFixed(2) ?? UNKNOWN);
    const [eLeft, eRight] = names.map((name) => inPercent(this.config.cards[name].calibration_error));
    const values = { left, right, t_left: tLeft, t_right: tRight, e_left: eLeft, e_right: eRight };
    this.help.dataset.values = JSON.stringify(values);
    const equal = Object.keys(temperatures).length > 0;
    if (!equal) handOver(this.notice, this.radios.find(({ checked }) => checked) ?? this.radios[0]);
    this.notice.hidden = !equal;
    select(this.notice, "span", HTMLElement).textContent = t("calibration.on", values);
  }
}
