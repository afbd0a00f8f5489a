// Which models answer: by themselves the comparison that α chooses, or any two that the visitor
// compares.

import { element, finder } from "./dom.js";
import { recipeNote } from "./recipes.js";
import { t } from "./words.js";

/** @import { Config, Size } from "./contract.js" */
/** @import { Fetching } from "./fetching.js" */

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

/**
 * Models that can be compared with one: they answer and see the same.
 * @param {Pick<Config, "cards">} config
 * @param {string} model name
 * @returns {string[]} names, the model's own among them
 */
export function alike({ cards }, model) {
  const seen = (/** @type {string} */ name) => JSON.stringify([cards[name].class_list, cards[name].input_size, cards[name].cut]);
  return Object.keys(cards).filter((name) => seen(name) === seen(model));
}

/**
 * Give a mark the colour of its model within a view; charts there follow, for they name the mark.
 * @param {HTMLElement} root
 * @param {string} mark
 * @param {[string, string] | null | undefined} colour light and dark; nothing for the page's own
 * @param {boolean} dark whether the page is
 */
export function paint(root, mark, colour, dark) {
  root.style.setProperty(`--${mark}`, colour ? colour[Number(dark)] : "");
}

/**
 * The colour of a model: its own, or that of its training; nothing where neither is known.
 * @param {Pick<Config["cards"][string], "colour" | "definition"> | undefined} card
 * @returns {[string, string] | null}
 */
export function methodColour(card) {
  if (!card?.definition) return card?.colour ?? null;
  const shared = `var(--of-${card.definition})`; // of the page's theme by itself
  return card.colour ?? [shared, shared];
}

export class Compare {
  /** @type {string[] | null} what was chosen when models answered last */
  before = null;
  /** @type {string[] | null} names of the left and the right model; null where α chooses */
  chosen = null;
  /** @type {string[]} names of the models that answer */
  shown = [];

  /**
   * @param {HTMLElement} root
   * @param {Config} config
   * @param {string | undefined} wanted of the link, a comparison's name or "LEFT:RIGHT"
   * @param {() => void} change others shall answer
   * @param {object} [options]
   * @param {string} [options.key] of the word for the comparison that answers by itself
   * @param {boolean} [options.byMethod] whether marks have the colours of trainings, where no chart is always of ERM and mixup
   */
  constructor(root, config, wanted, change, { key = "compare.by-alpha", byMethod = false } = {}) {
    this.root = root;
    this.config = config;
    this.change = change;
    this.byMethod = byMethod;
    if (wanted) this.chosen = modelsOf(config, wanted);
    this.opening = modelsOf(config, wanted ?? config.controls.pair.default);
    const find = finder(root);
    this.note = find("compare-note");
    this.box = find("compare-models");
    this.selects = ["compare-left", "compare-right"].map((id) => find(id, HTMLSelectElement));
    this.selects.forEach((select, side) => select.addEventListener("change", () => this.select(side)));
    const { presets, default: opening } = config.controls.pair;
    this.usual = opening in presets ? presets[opening] : null; // a user's own pair has a button by its name
    this.buttons = [
      ...(this.usual ? [] : [this.button(key, null)]),
      ...Object.entries(presets).map(([name, pair]) => this.button(`compare.preset.${name}`, pair)),
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

  /**
   * Until the server has the models that are chosen; where it cannot have them, those before stay.
   * @param {Fetching} fetching
   */
  async ready(fetching) {
    const { chosen } = this;
    if (!chosen || !fetching.lacks(chosen)) return;
    if (await fetching.until(chosen, () => this.chosen === chosen)) return;
    if (this.chosen !== chosen) return;
    this.chosen = this.before;
    if (this.shown.length) this.show(this.shown);
  }

  // What a link keeps of the choice.
  get link() {
    return this.chosen?.join(":");
  }

  /**
   * Two different models always, which see and answer the same: who takes the other side's model
   * gives the own one for it, and who takes one of another kind takes two of that.
   * @param {number} side
   */
  select(side) {
    const chosen = this.selects.map((select) => select.value);
    if (chosen[0] === chosen[1]) chosen[1 - side] = this.shown[side];
    const others = alike(this.config, chosen[side]).filter((name) => name !== chosen[side]);
    if (others.length && !others.includes(chosen[1 - side])) chosen[1 - side] = others[0];
    this.choose(chosen);
  }

  /** @param {string[] | null} chosen two names, or null to let α choose */
  choose(chosen) {
    const { before } = this;
    this.chosen = chosen;
    this.show(chosen ?? this.shown);
    this.before = before; // until those that are chosen now have answered
    this.change();
  }

  // Those that answer now are chosen one by one from here on: in the lists, where the focus goes.
  chooseOwn() {
    this.choose(this.shown.length ? this.shown : this.opening);
    this.selects[0].focus();
  }

  /**
   * Everything with words.
   * @param {string[]} models names of those that answer, the left one first
   */
  show(models) {
    this.shown = models;
    if (this.link === undefined || this.link === models.join(":")) this.before = this.chosen;
    recipeNote(this.note, this.config, models);
    this.paint();
    this.selects.forEach((select, side) => {
      select.replaceChildren(...this.options());
      select.value = models[side];
    });
    this.box.hidden = !this.chosen;
    const chosen = this.link ?? this.usual;
    const pressed = this.buttons.find(({ pair }) => pair === chosen) ?? this.buttons.at(-1);
    for (const button of this.buttons) {
      button.node.textContent = t(button.key);
      button.node.setAttribute("aria-pressed", String(button === pressed));
    }
  }

  // Whenever other models answer, or the page has become light or dark.
  paint() {
    const dark = document.body.classList.contains("dark");
    this.config.marks.forEach(({ name }, side) => {
      const card = this.config.cards[this.shown[side]];
      paint(this.root, name, this.byMethod ? methodColour(card) : card?.colour, dark);
    });
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
      if (pair === undefined) this.chooseOwn();
      else this.choose(pair === null ? null : modelsOf(this.config, pair));
    });
    return { node, key, pair };
  }
}
