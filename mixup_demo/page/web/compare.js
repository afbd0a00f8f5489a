// Which models answer: by themselves the comparison that α chooses, or any two that the visitor
// compares.

import { element, finder } from "./dom.js";
import { t } from "./words.js";

/** @import { Config, Size } from "./contract.js" */

/**
 * Names of the models of a comparison, from left to right.
 * @param {Pick<Config, "comparisons">} config
 * @param {string} pair name of a comparison, or "LEFT:RIGHT"
 */
export const modelsOf = ({ comparisons }, pair) => comparisons[pair]?.models ?? pair.split(":");

/**
 * What a comparison takes and answers, which is the same for all its models.
 * @param {Pick<Config, "comparisons" | "cards" | "class_lists">} config
 * @param {string} pair
 * @returns {{ list: string, classes: string[], size: Size }}
 */
export function vocabulary(config, pair) {
  const { class_list: list, input_size: size } = config.cards[modelsOf(config, pair)[0]];
  return { list, classes: config.class_lists[list], size };
}

/**
 * The comparison whose α is nearest by ratio.
 * @param {Config["family"]} family
 * @param {number} alpha
 * @param {string} fallback of models that have no α
 */
export function nearestPair(family, alpha, fallback) {
  const distance = (/** @type {number} */ other) => Math.abs(Math.log(other / alpha));
  if (!family.length) return fallback;
  return family.reduce((best, each) => (distance(each.alpha) < distance(best.alpha) ? each : best)).pair;
}

/**
 * What tells models apart, as short as possible: what all share goes without saying.
 * @param {string[]} models names
 * @returns {string[]}
 */
export function shortNames(models) {
  const settings = new Set(models.map((model) => t(`model.${model}.setting`)));
  const part = settings.size > 1 ? "" : ".method";
  return models.map((model) => t(`model.${model}${part}`));
}

export class Compare {
  /** @type {string[] | null} names of the left and the right model; null where α chooses */
  chosen = null;
  /** @type {string[]} names of the models that answer */
  shown = [];

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {string | undefined} wanted of the link, a comparison's name or "LEFT:RIGHT"
   * @param {() => void} change others shall answer
   * @param {string} key of the word for the comparison that answers by itself
   */
  constructor(root, config, wanted, change, key = "compare.by-alpha") {
    this.config = config;
    this.change = change;
    if (wanted) this.chosen = modelsOf(config, wanted);
    const find = finder(root);
    this.box = find("compare-models");
    this.selects = ["compare-left", "compare-right"].map((id) => find(id, HTMLSelectElement));
    this.selects.forEach((select, side) => select.addEventListener("change", () => this.select(side)));
    this.buttons = [
      this.button(key, null),
      ...Object.entries(config.controls.pair.presets).map(([name, pair]) => this.button(`compare.preset.${name}`, pair)),
      this.button("compare.own"),
    ];
    find("compare-presets").replaceChildren(...this.buttons.map(({ node }) => node));
  }

  /**
   * What the server is asked for: the chosen models, or the comparison that belongs to α.
   * @param {number} alpha
   */
  pair(alpha) {
    return this.chosen ? this.chosen.join(":") : nearestPair(this.config.family, alpha, this.config.controls.pair.default);
  }

  // What a link keeps of the choice.
  get link() {
    return this.chosen?.join(":");
  }

  /**
   * Two different models always: who takes the other side's model gives the own one for it.
   * @param {number} side
   */
  select(side) {
    const chosen = this.selects.map((select) => select.value);
    if (chosen[0] === chosen[1]) chosen[1 - side] = this.shown[side];
    this.choose(chosen);
  }

  /** @param {string[] | null} chosen two names, or null to let α choose */
  choose(chosen) {
    this.chosen = chosen;
    this.show(chosen ?? this.shown);
    this.change();
  }

  /**
   * Everything with words.
   * @param {string[]} models names of those that answer, the left one first
   */
  show(models) {
    this.shown = models;
    this.selects.forEach((select, side) => {
      select.replaceChildren(...this.options());
      select.value = models[side];
    });
    this.box.hidden = !this.chosen;
    const chosen = this.link ?? null;
    const pressed = this.buttons.find(({ pair }) => pair === chosen) ?? this.buttons.at(-1);
    for (const button of this.buttons) {
      button.node.textContent = t(button.key);
      button.node.setAttribute("aria-pressed", String(button === pressed));
    }
  }

  options() {
    return Object.entries(this.config.groups).map(([group, names]) => {
      const options = names.map((name) => new Option(t(`model.${name}`), name));
      return element("optgroup", { label: t(`compare.group.${group}`) }, options);
    });
  }

  /**
   * @param {string} key of its word
   * @param {string | null} [pair] what the button chooses: a comparison, null for α's, nothing for
   *   the models that answer now
   */
  button(key, pair) {
    const node = element("button", { type: "button", textContent: t(key) });
    node.addEventListener("click", () => {
      if (pair === undefined) this.choose(this.shown);
      else this.choose(pair === null ? null : modelsOf(this.config, pair));
    });
    return { node, key, pair };
  }
}
