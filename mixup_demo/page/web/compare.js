// Which two models answer: by themselves the pair that α chooses, or any two that the visitor
// compares.

import { element } from "./dom.js";
import { t } from "./words.js";

export class Compare {
  // wanted: of the link, a pair's name or "LEFT:RIGHT"; change(): others shall answer; key: of the
  // word for the pair that answers by itself.
  constructor(root, config, wanted, change, key = "compare.by-alpha") {
    Object.assign(this, { root, config, change });
    this.chosen = wanted ? this.models(wanted) : null; // names of the left and the right model
    this.find = (id) => root.querySelector(`[data-id=${id}]`);
    this.selects = [this.find("compare-left"), this.find("compare-right")];
    this.selects.forEach((select, side) => select.addEventListener("change", () => this.select(side)));
    const { presets } = config.controls.pair;
    this.buttons = [
      this.button(key, null),
      ...Object.entries(presets).map(([name, pair]) => this.button(`compare.preset.${name}`, pair)),
      this.button("compare.own"),
    ];
    this.find("compare-presets").replaceChildren(...this.buttons.map(({ node }) => node));
  }

  models(pair) {
    return pair in this.config.models ? Object.values(this.config.models[pair]) : pair.split(":");
  }

  // What the server is asked for: the chosen pair, or the one whose mixup model was trained with
  // the α that is nearest by ratio.
  pair(alpha) {
    if (this.chosen) return this.chosen.join(":");
    const distance = (other) => Math.abs(Math.log(other / alpha));
    const { family } = this.config;
    return family.reduce((best, each) => (distance(each.alpha) < distance(best.alpha) ? each : best)).pair;
  }

  // Two different models always: who takes the other side's model gives the own one for it.
  select(side) {
    const chosen = this.selects.map((select) => select.value);
    if (chosen[0] === chosen[1]) chosen[1 - side] = this.shown[side];
    this.choose(chosen);
  }

  // chosen: two names, or null to let α choose.
  choose(chosen) {
    this.chosen = chosen;
    this.show(chosen ?? this.shown);
    this.change();
  }

  // Everything with words; models: names of those that answer, the left one first.
  show(models) {
    this.shown = models;
    this.selects.forEach((select, side) => {
      select.replaceChildren(...this.options());
      select.value = models[side];
    });
    this.find("compare-models").hidden = !this.chosen;
    const chosen = this.chosen?.join(":") ?? null;
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

  // pair: what the button chooses: a pair's name, null for α's, nothing for those that answer now.
  button(key, pair) {
    const node = element("button", { type: "button" });
    node.addEventListener("click", () => this.choose(pair === undefined ? this.shown : pair && this.models(pair)));
    return { node, key, pair };
  }
}
