// What α has to do with the models that answer; said loudly where both are others than before.

import { finder, handOver, select } from "../../../page/web/dom.js";
import { modelsOf } from "../../../page/web/compare.js";
import { t } from "../../../page/web/words.js";

/** @import { Compare } from "../../../page/web/compare.js" */
/** @import { Config } from "../../../page/web/contract.js" */

export class Family {
  /** @type {string | undefined} the comparison that the visitor has chosen */
  compared;
  /** @type {number | undefined} α when it was chosen */
  since;

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {(alpha: number) => void} back to the α of the opening models
   */
  constructor(root, config, back) {
    this.config = config;
    const find = finder(root);
    this.box = find("family");
    this.text = select(this.box, "span", HTMLElement);
    this.button = find("family-back");
    this.alpha = find("alpha"); // what it moves takes its focus
    this.button.addEventListener("click", () => { if (this.home) back(this.home.alpha); });
  }

  // The α with which the models of the opening were trained.
  get home() {
    return this.config.family.find(({ pair }) => pair === this.config.controls.pair.default);
  }

  /**
   * @param {Compare} compare
   * @param {string} pair that answers
   * @param {number} alpha that is chosen
   */
  show(compare, pair, alpha) {
    const { home } = this;
    if (compare.link !== this.compared) {
      this.compared = compare.link;
      this.since = alpha;
    }
    const said = compare.chosen ? this.kept(compare.chosen, alpha) : this.others(pair, alpha);
    const offered = said !== null && !compare.chosen && Boolean(home);
    if (!offered) handOver(this.button, this.alpha);
    this.box.hidden = said === null;
    this.box.classList.toggle("calm", Boolean(compare.chosen)); // nothing has changed
    if (said !== null) this.text.textContent = said;
    this.button.hidden = !offered;
    this.button.textContent = t("alpha.family.back", { alpha: home?.alpha });
  }

  /**
   * What is to be said when α moves and the models stay; α chooses none of other classes.
   * @param {string[]} models names of the left and the right one
   * @param {number} alpha
   */
  kept(models, alpha) {
    const { cards, controls } = this.config;
    if (alpha === this.since) return null;
    const [own, family] = [models, modelsOf(this.config, controls.pair.default)].map(([name]) => cards[name].class_list);
    if (own !== family) return null;
    const [left, right] = models.map((model) => t(`model.${model}`));
    return t("compare.kept", { left, right });
  }

  /**
   * @param {string} pair
   * @param {number} alpha
   */
  others(pair, alpha) {
    const { family, cards, controls } = this.config;
    const own = family.find((each) => each.pair === pair);
    if (!own) return null; // models that no α chooses
    const [plain] = modelsOf(this.config, pair);
    if (plain === modelsOf(this.config, controls.pair.default)[0]) {
      return own.alpha === alpha ? null : t("alpha.family", { alpha: own.alpha });
    }
    const { parameters, recipe } = cards[plain];
    return t("alpha.family.others", {
      alpha: own.alpha, home: this.home?.alpha, millions: (parameters / 1e6).toFixed(1), epochs: recipe?.epochs,
    });
  }
}
